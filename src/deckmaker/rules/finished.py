"""What only shows when it is set.

Titles over two lines (D02), crowded slides (D04), and blocks that continue (D06). A table is looked
up rather than read, and no limit of words is set for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckmaker.deck.model import Deck, Frame, TextFrame
from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.document.sentences import count_words

SLIDE_WORDS = 60


def on_slides(deck: Deck) -> Iterator[Diagnostic]:
    """Yield what is wrong with the slides of `deck` as they are set."""
    parts: Counter[Path] = Counter(slide.path for slide in deck.slides if slide.path)
    told: set[Path] = set()
    for slide in deck.slides:
        path = slide.path
        if path[:1] != ("sections",):
            continue
        if slide.title_box is not None and path not in told:
            yield Diagnostic(
                "D02",
                "this title takes more than two lines of a slide",
                (*path, "title"),
                ("shorten it to one sentence, about 90 characters",),
            )
        words = sum(map(_words, slide.frames))
        if words > SLIDE_WORDS:
            yield Diagnostic(
                "D04",
                f"{words} words stand on this slide; {SLIDE_WORDS} are the most that a room reads",
                path,
                ("shorten what it shows: the rest goes behind the colon, or part the block",),
                Severity.WARNING,
            )
        if parts[path] > 1 and path not in told:
            yield Diagnostic(
                "D06",
                f"this block continues: it takes {parts[path]} slides",
                path,
                ("if it should take one, shorten it or part it yourself",),
                Severity.INFO,
            )
        told.add(path)


def _words(frame: Frame) -> int:
    """Return how many words a frame shows, if it is text."""
    match frame:
        case TextFrame():
            return sum(count_words("".join(i.text for i in p.inks)) for p in frame.paragraphs)
        case _:
            return 0
