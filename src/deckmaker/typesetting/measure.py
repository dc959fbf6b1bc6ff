"""Words become widths in points: as the PDF draws them, and an upper bound for slides.

A width table remembers every word it has measured in one face, so that measuring a paragraph is
a walk over its words. Widths add up: exactly for drawn text, and for safe widths to no less than
the whole's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from deckmaker.typesetting.faces import Face
from deckmaker.typesetting.runs import LINE_HEIGHT
from deckmaker.typesetting.shaping import Shaper

SAFETY = 1.01
"""LibreOffice's advances differ from the font's by up to 0.6 %, depending on the size."""
STEPS_PER_POINT = 8
"""PowerPoint rounds advances to eighths of a point."""
SUBSTITUTED = {
    "\u2000": 0.5, "\u2001": 1.0, "\u2002": 0.5, "\u2003": 1.0, "\u2004": 0.34, "\u2005": 0.25,
    "\u2006": 0.25, "\u2008": 0.3, "\u2009": 0.25, "\u200a": 0.25, "\u2011": 0.4, "\u202f": 0.25,
    "\u205f": 0.25, "\u3000": 1.0, "\xad": 0.4,
}  # fmt: skip
"""Least widths, em, of characters that the real fonts lack where their twins have them: Office
then takes the glyph of another font. A soft hyphen may show."""
SCRIPT_SPACE = 0.21
"""LibreOffice puts a fifth of a line's height between Chinese, Japanese or Korean and any other
script: in shapes of 1.2 em, in table cells of the ascent and descent of the font."""
EMOJI = 1.4
"""Em. PowerPoint takes emoji from fonts of its own, which are wider than others."""

_SHAPED = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff"  # marks over and under letters
    "\u0590-\u08ff"  # Hebrew with its points, Arabic, Syriac, Thaana, N'Ko
    "\u0900-\u109f"  # the Indic scripts, Thai, Lao, Tibetan, Burmese
    "\u1780-\u18af\u1900-\u1cff\ua840-\uabff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
"""What joins, changes places or stands over another: words with it are as wide as when shaped."""
_EMOJI = re.compile(".\ufe0f\u20e3?|[\U0001f000-\U0001faff]")
"""Signs shown as emoji, keycaps whole."""
_TINTS = re.compile("[\U0001f3fb-\U0001f3ff]")
"""Shades of skin: they only tint the one before them."""
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]")
"""Letters that make a flag by twos; where there is no flag, two letters are shown."""


class Widths(dict[str, float]):
    """The widths of words in one face, points, their spaces behind them included."""

    __slots__ = ("face", "size", "tracking")

    @property
    def script_space(self) -> float:
        """The points that stand between Chinese characters and those of other scripts."""
        return 0.0

    hyphenates = False
    """Whether a soft hyphen is as wide as a hyphen where a line ends with it, and else nothing."""

    def __init__(self, face: Face, size: float, tracking: float) -> None:
        super().__init__()
        self.face = face
        self.size = size
        self.tracking = tracking

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
        raise NotImplementedError


class DrawnWidths(Widths):
    """Widths as a PDF draws text: word by word as it is shaped."""

    __slots__ = ("apart", "shaper")

    hyphenates = True

    def __init__(self, face: Face, shaper: Shaper, size: float, tracking: float) -> None:
        """Measure in `face` as `shaper` shapes it; letters that join are not tracked."""
        super().__init__(face, size, 0.0)
        self.shaper = shaper
        self.apart = tracking / size

    def measure(self, word: str) -> float:
        """Return the width of `word` in points, tracked where it may be."""
        return self.size * self.shaper.width(word, self.apart)


class SafeWidths(Widths):
    """Widths that neither PowerPoint nor LibreOffice exceeds."""

    __slots__ = ("slack", "twin")

    def __init__(
        self,
        face: Face,
        size: float,
        tracking: float,
        slack: float = 1.0,
        twin: Face | None = None,
    ) -> None:
        """Measure in `face`, whose namesake in Office may be wider by the factor `slack`.

        `twin` is another face that stands for the same namesake: what both have is as wide as in
        the wider one.
        """
        super().__init__(face, size, tracking)
        self.slack = slack * SAFETY
        self.twin = twin

    @property
    def script_space(self) -> float:
        """The points that LibreOffice puts between Chinese characters and others."""
        return SCRIPT_SPACE * self.size * max(LINE_HEIGHT, self.face.ascent + self.face.descent)

    def measure(self, word: str) -> float:
        """Return the largest of the unkerned, rounded and shaped widths of `word`, and 1 %."""
        size, rounded, plain = self.size, 0, 0.0
        advances: Sequence[float]
        if _SHAPED.search(word):
            advances = self.face.shaped(word)
            shaped = self.face.shaped_without_kerning(word)
        else:
            advances = self._advances(word)
            shaped = self.face.kerned(word)
        for advance in advances:
            plain += advance
            rounded += math.floor(advance * size * STEPS_PER_POINT + 0.5)
        return self.slack * max(rounded / STEPS_PER_POINT, plain * size, shaped * size)

    def _advances(self, word: str) -> list[float]:
        """Return the unkerned advances of the characters of `word`, em."""
        advances = list(map(self.face.advance, word))
        if self.twin is not None:
            theirs = self.twin.advances
            advances = [max(theirs.get(c, 0.0), own) for c, own in zip(word, advances, strict=True)]
        if word.isascii():
            return advances
        for at, character in enumerate(word):
            advances[at] = max(advances[at], SUBSTITUTED.get(character, 0.0))
        for emoji in _EMOJI.finditer(word):
            first, behind = emoji.span()
            advances[first:behind] = [
                _emoji(emoji[0], sum(advances[first:behind])),
                *[0.0] * (behind - first - 1),
            ]
        return advances


def _emoji(shown: str, advance: float) -> float:
    """Return the width of one emoji, em, whose characters have `advance` in all."""
    if _TINTS.match(shown):
        return 0.0
    return EMOJI / 2 if _FLAGS.match(shown) else max(EMOJI, advance)
