"""The values of typesetting: what a stretch of text is set in, and the lines it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.brand import Voice

_HARD_BREAK = re.compile("\r\n|[\n\v\r\u2028\u2029]")

SOFT_HYPHEN = "\u00ad"
"""At the end of a line it is shown, anywhere else it is not."""

LINE_HEIGHT = 1.2
"""Em from baseline to baseline in a shape, at single spacing: PowerPoint and LibreOffice alike."""


@dataclass(frozen=True, slots=True)
class Font:
    """What a run is set in."""

    voice: Voice
    size: float
    """Points."""
    bold: bool = False
    italic: bool = False
    tracking: float = 0.0
    """Points added after each character."""
    fallback: int = 0
    """Which family of the voice's chain (`Brand.chain`) has the characters; 0 is the voice's own.

    Callers ask for 0; the lines that come back name the family that covers each run.
    """


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    text: str
    font: Font
    payload: object = None
    """Carried through line breaking untouched: a colour, a link, a citation."""
    native: bool = True
    """Whether its words are in the locale's language: no others are parted by its patterns."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph."""

    runs: tuple[Run, ...]
    """Pieces of the given runs; each in a voice that covers it, the trailing spaces dropped."""
    width: float
    """Points from the first glyph's origin to the last one's end, trailing spaces left out."""
    start: int
    end: int
    """The line's text within that of all runs joined, trailing spaces left out."""
    levels: bytes = b""
    """The bidirectional level of each character of `text`, odd where it runs to the left; empty
    where all run to the right. Only drawn lines have them: Office orders its lines itself."""

    @property
    def text(self) -> str:
        """The line's text, with a soft hyphen at its end where a word is parted."""
        return "".join(run.text for run in self.runs)

    @property
    def parts_word(self) -> bool:
        """Whether it ends within a word, with a hyphen."""
        return bool(self.runs) and self.runs[-1].text.endswith(SOFT_HYPHEN)


def text_height(lines: int, size: float, *, spacing: float = 1.0) -> float:
    """Return the height in points of `lines` lines at `size` points in a shape.

    `spacing` is the paragraph's line spacing, 1 for single. The height does not depend on the
    font: both PowerPoint and LibreOffice set lines in shapes 1.2 em apart.
    """
    return lines * LINE_HEIGHT * size * spacing


def sliced(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return the pieces of `runs` between two offsets of their joined text, none empty."""
    pieces: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            pieces.append(run if len(text) == len(run.text) else replace(run, text=text))
        at += len(run.text)
        if at >= end:
            break
    return pieces


def paragraphs(runs: Sequence[Run]) -> Iterator[tuple[int, list[Run]]]:
    """Yield the runs between hard breaks, with their offset into the joined text."""
    text = "".join([run.text for run in runs])
    start = 0
    for hard in _HARD_BREAK.finditer(text):
        yield start, sliced(runs, start, hard.start())
        start = hard.end()
    if start:
        yield start, sliced(runs, start, len(text))
    else:
        yield 0, [run for run in runs if run.text]
