"""The titles of a deck, no two of them the same: a screen reader lists slides by nothing else.

An author's titles differ, or the briefing is sent back (D03). What may still be equal is what
nobody wrote side by side: the cover's title and a section's, the fixed titles of agenda and
sources and an author's, a title that ends like a part number. The later one then says more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from deckmaker.document import Document
from deckmaker.language.hearing import sounded
from deckmaker.richtext import Span, Spans, plain, unmarked
from deckmaker.wording import Wording


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of all slides but the cover, before those of several parts are numbered."""

    agenda: Spans
    sources: Spans
    blocks: dict[str, Spans]
    """By the id of the block."""


def titles(document: Document) -> Titles:
    """Return the titles of the slides of `document`; an author's own give way only to the cover."""
    wording = document.wording
    taken = _Taken(wording, plain(document.front.title))
    blocks = {
        block.id: taken.first(_wordings(plain(section.label), unmarked(block.title), wording))
        for section in document.sections
        for block in section.blocks
    }
    agenda = taken.first(_shorter(wording.agenda, wording.agenda_title, wording))
    sources = taken.first(_shorter(wording.sources, wording.sources_title, wording))
    return Titles(agenda, sources, blocks)


class _Taken:
    """The titles that are taken, told apart as a reader does: by words, not by capitals."""

    def __init__(self, wording: Wording, cover: str) -> None:
        number = re.escape(wording.part_of).replace(re.escape("{title}"), "(.*)")
        for field in ("{part}", "{parts}"):
            number = number.replace(re.escape(field), r"\d+")
        self._numbered = re.compile(number, re.DOTALL)
        self._whole: set[str] = set()
        self._bases: set[str] = set()
        """Titles that are taken with a number behind them."""
        self._take(cover)

    def first(self, wordings: Iterator[Spans]) -> Spans:
        """Return the first of `wordings` that is free, and take it."""
        title = next(words for words in wordings if self._is_free(plain(words)))
        self._take(plain(title))
        return title

    def _is_free(self, title: str) -> bool:
        return (
            not {sounded(title), self._base(title)} & self._whole
            and sounded(title) not in self._bases
        )

    def _take(self, title: str) -> None:
        self._whole |= {sounded(title)} - {""}
        self._bases |= {self._base(title)} - {""}

    def _base(self, title: str) -> str:
        """Return what stands before the part number of a title, empty where it has none."""
        numbered = self._numbered.fullmatch(title)
        return sounded(numbered[1]) if numbered else ""


def _wordings(label: str, title: Spans, wording: Wording) -> Iterator[Spans]:
    """Yield what an author's title may become: itself, behind its label, numbered."""
    yield title
    labelled = (Span(f"{label}{wording.colon}"), *title) if label else title
    yield labelled
    yield from ((*labelled, Span(f" – {number}")) for number in count(2))


def _shorter(label: str, title: str, wording: Wording) -> Iterator[Spans]:
    """Yield what a fixed title may become: itself, its label alone, both."""
    yield (Span(title),)
    yield (Span(label),)
    yield from _wordings(label, (Span(title),), wording)
