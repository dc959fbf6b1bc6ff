"""Words become widths in points: as the PDF draws them, and an upper bound for slides.

A width table remembers every word it has measured, so that measuring a paragraph is a walk over
its words. Widths add up: exactly for drawn text, and for safe widths to no less than the whole's.
"""

from __future__ import annotations

import math

from deckmaker.typesetting.coverage import Chain, stretches
from deckmaker.typesetting.faces import Face

SAFETY = 1.01
"""LibreOffice's advances differ from the font's by up to 0.6 %, depending on the size."""
STEPS_PER_POINT = 8
"""PowerPoint rounds advances to eighths of a point."""
SUBSTITUTED = {"\u202f": 0.25, "\u2009": 0.25, "\u2011": 0.4}
"""Least widths, em, of characters that the real fonts lack where their twins have them: Office
then takes the glyph of another font."""


class DrawnWidths(dict[str, float]):
    """Widths as a PDF draws text: the plain sum of unkerned advances."""

    __slots__ = ("chain", "foreign", "own", "size", "tracking")

    def __init__(self, chain: Chain, size: float, tracking: float) -> None:
        super().__init__()
        self.chain = chain
        self.own = chain.own
        self.size = size
        self.tracking = tracking
        self.foreign: set[str] = set()
        """The words that need a glyph of another face than the voice's own."""

    def __missing__(self, word: str) -> float:
        body = word.rstrip(" ")
        if body and body != word:
            width = self[body] + self[" "] * (len(word) - len(body))
        else:
            width = max(0.0, self.measure(word) + self.tracking * len(word))
        self[word] = width
        return width

    def total(self, text: str) -> float:
        """Return the width of `text`, its spaces included."""
        return sum(map(self.__getitem__, text.split(" "))) + self[" "] * text.count(" ")

    def measure(self, word: str) -> float:
        """Return the untracked width of `word` in points."""
        advances = self.own.advances
        try:
            return self.size * sum([advances[character] for character in word])
        except KeyError:
            self.foreign.add(word)
            return self.size * sum(
                self.chain.face(place).advance(character)
                for place, text in stretches(word, self.chain)
                for character in text
            )


class SafeWidths(DrawnWidths):
    """Widths that neither PowerPoint nor LibreOffice exceeds."""

    __slots__ = ()

    def measure(self, word: str) -> float:
        """Return the largest of the unkerned, rounded and kerned widths of `word`, and 1 %."""
        plain = super().measure(word)
        if word not in self.foreign:
            return SAFETY * max(plain, self._of(self.own, word))
        return SAFETY * sum(
            self._of(self.chain.face(place), text) for place, text in stretches(word, self.chain)
        )

    def _of(self, face: Face, text: str) -> float:
        size, rounded, plain = self.size, 0, 0.0
        for character in text:
            advance = face.advance(character)
            if character in SUBSTITUTED:
                advance = max(advance, SUBSTITUTED[character])
            plain += advance
            rounded += math.floor(advance * size * STEPS_PER_POINT + 0.5)
        return max(rounded / STEPS_PER_POINT, plain * size, face.kerned(text) * size)
