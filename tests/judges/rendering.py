"""Does the text of a deck stay where it belongs? The deck becomes pages, the pages are measured.

LibreOffice renders the deck once. Every paragraph of every shape and cell must be found on its
page, every line of it within the box that the file states, every letter within the slide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from judges.opc import Package
from judges.pages import Letter, Page, read_pages, to_pdf
from judges.text_boxes import TextBox, chart_boxes, text_boxes

TOLERANCE = 0.7
"""Points by which a line may leave its box: what renderers round."""
ABOVE, BELOW = 1.0, 0.2
"""How far a line of a shape reaches above and below its baseline, em: 1.2 in all, whatever the
font (measured in LibreOffice). Cells follow their font, so their ink is what counts."""
BULLETS = frozenset("•■▪–—◦·")
_SHOWN = 40

Ends = tuple[float, float, float, float]
"""Left, top, right and bottom, points."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The verdict over a deck."""

    slides: int
    boxes: int
    letters: int
    faults: tuple[str, ...]


def check_rendering(deck: bytes) -> list[str]:
    """Return where the text of `deck` leaves its box or its slide or is lost."""
    return list(judge_rendering(deck).faults)


def judge_rendering(deck: bytes) -> Rendering:
    """Render `deck` and return what was measured."""
    package = Package.read(deck)
    pages, slides, charts = read_pages(to_pdf(deck)), text_boxes(package), chart_boxes(package)
    faults = []
    if len(pages) != len(slides):
        faults.append(f"{len(slides)} slides became {len(pages)} pages")
    for number, (page, boxes, frames) in enumerate(zip(pages, slides, charts, strict=False), 1):
        faults += [f"slide {number}: {fault}" for fault in _page_faults(page, boxes, frames)]
    return Rendering(
        len(slides),
        sum(map(len, slides)),
        sum(len(page.letters) for page in pages),
        tuple(faults),
    )


def _page_faults(page: Page, boxes: Sequence[TextBox], charts: Sequence[Ends]) -> Iterator[str]:
    writing = _Writing(page)
    waiting = []
    for box in boxes:
        for words in box.paragraphs:
            if not writing.take_inside(box, "".join(words)):
                waiting.append((box, words))
    for box, words in waiting:
        yield from _misplaced(writing, box, words)
    slide = (0, 0, page.width, page.height)
    outside = [letter for letter in page.letters if _reach(_ink(letter), slide) > TOLERANCE]
    if outside:
        yield f"“{_words(outside)}” leaves the slide"
    stray = [
        letter
        for letter in writing.left()
        if letter.text not in BULLETS
        and not any(_reach(_ink(letter), chart) <= TOLERANCE for chart in charts)
    ]
    if stray:
        yield f"“{_words(stray)}” stands in no shape and no chart"


def _misplaced(writing: _Writing, box: TextBox, words: tuple[str, ...]) -> Iterator[str]:
    """Yield what is wrong with a paragraph that does not stand in its box as a whole."""
    text = "".join(words)
    reach = writing.take_nearest(box, text)
    if reach is not None:
        yield f"{box.name}: “{text[:_SHOWN]}” leaves its box by {reach:.1f} pt"
        return
    # Scripts that run to the left, and words that were broken with a hyphen.
    lost = [
        word
        for word in words
        if not writing.take_inside(box, word) and not writing.take_inside(box, word[::-1])
    ]
    for word in lost:
        away = writing.take_nearest(box, word)
        what = "is lost" if away is None else f"leaves its box by {away:.1f} pt"
        yield f"{box.name}: “{word[:_SHOWN]}” {what}"


def _words(letters: list[Letter]) -> str:
    return "".join(letter.text for letter in letters)[:_SHOWN]


class _Writing:
    """The letters of a page, of which each is taken by one paragraph."""

    def __init__(self, page: Page) -> None:
        self._letters = page.letters
        self._text = "".join(letter.text for letter in page.letters)
        self._letter_at = [at for at, one in enumerate(page.letters) for _ in one.text]
        self._taken = [False] * len(page.letters)

    def take_inside(self, box: TextBox, text: str) -> bool:
        """Take `text` where it stands within `box`; tell whether it does."""
        for places in self._places(text):
            if self._distance(box, places) <= TOLERANCE:
                self._take(places)
                return True
        return False

    def take_nearest(self, box: TextBox, text: str) -> float | None:
        """Take `text` where it leaves `box` least; return by how much, None if it is nowhere."""
        found = [(self._distance(box, places), places) for places in self._places(text)]
        if not found:
            return None
        distance, places = min(found, key=lambda pair: pair[0])
        self._take(places)
        return distance

    def left(self) -> list[Letter]:
        """Return the letters that nothing has taken."""
        return [
            letter for letter, taken in zip(self._letters, self._taken, strict=True) if not taken
        ]

    def _places(self, text: str) -> Iterator[range]:
        """Yield where `text` stands among the letters that are still free."""
        for match in re.finditer(f"(?={re.escape(text)})", self._text):
            first = self._letter_at[match.start()]
            last = self._letter_at[match.start() + len(text) - 1]
            places = range(first, last + 1)
            if not any(self._taken[at] for at in places):
                yield places

    def _distance(self, box: TextBox, places: range) -> float:
        ends = (box.left, box.top, box.right, box.bottom)
        line = _ink if box.cell else _line
        return max(_reach(line(self._letters[at]), ends) for at in places)

    def _take(self, places: range) -> None:
        for at in places:
            self._taken[at] = True


def _ink(letter: Letter) -> Ends:
    return letter.left, letter.top, letter.right, letter.bottom


def _line(letter: Letter) -> Ends:
    """Return the part of its line that a letter takes; its descender may hang out a little."""
    above, below = ABOVE * letter.size, BELOW * letter.size
    return letter.left, letter.baseline - above, letter.right, letter.baseline + below


def _reach(inner: Ends, outer: Ends) -> float:
    """Return how far one rectangle leaves another; 0 or less if it lies inside."""
    return max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])
