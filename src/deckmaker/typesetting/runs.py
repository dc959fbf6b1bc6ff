"""The values of typesetting: what a stretch of text is set in, and the lines it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.brand import Voice

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


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    text: str
    font: Font
    payload: object = None
    """Carried through line breaking untouched: a colour, a link, a citation."""


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

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(run.text for run in self.runs)


def text_height(lines: int, size: float, *, spacing: float = 1.0) -> float:
    """Return the height in points of `lines` lines at `size` points in a shape.

    `spacing` is the paragraph's line spacing, 1 for single. The height does not depend on the
    font: both PowerPoint and LibreOffice set lines in shapes 1.2 em apart.
    """
    return lines * LINE_HEIGHT * size * spacing
