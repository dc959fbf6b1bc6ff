"""A web page is looked over before it is read: which part of it is the text, what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.snapshots.walk import Element, Walk, walk

_MARKS_OF_TEXT = frozenset(("h1", "main", "article"))
_DOUBTFUL = frozenset(("form", "header"))


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found about a page; elements are named by their number."""

    scopes: tuple[int | None, ...]
    """The parts that may be the text, the likeliest first; the last is None, all of the page."""
    left_out: frozenset[int]
    """Forms, the head of the page, and what is hidden from those who listen."""


def survey(page: str) -> Survey:
    """Return what is to be read of `page`; raise UnreadableError where it cannot be read."""
    surveyor = _Surveyor()
    walk(page, surveyor)
    scopes: list[int | None] = [
        found[0] for found in (surveyor.mains, surveyor.articles) if len(found) == 1
    ]
    return Survey((*scopes, None), frozenset(surveyor.doubtful - surveyor.kept))


class _Surveyor(Walk):
    def __init__(self) -> None:
        super().__init__()
        self.mains: list[int] = []
        self.articles: list[int] = []
        """The outermost ones: comments are articles within an article."""
        self.doubtful: set[int] = set()
        self.kept: set[int] = set()
        self._open_doubtful: list[int] = []
        """Those that no mark of text was found in yet."""
        self._open_articles = 0

    def leaves_out(self, element: Element) -> bool:
        return super().leaves_out(element) or element.is_chrome

    def begins(self, element: Element) -> None:
        if element.tag in _MARKS_OF_TEXT:
            # Some sites wrap all of a page in a form, or hide it from those who listen while a
            # question about cookies is open: what holds the text is no form and not hidden.
            self.kept.update(self._open_doubtful)
            self._open_doubtful.clear()
        if element.tag == "main":
            self.mains.append(element.number)
        elif element.tag == "article":
            if not self._open_articles:
                self.articles.append(element.number)
            self._open_articles += 1
        hidden = element.attributes.get("aria-hidden", "").strip().lower() == "true"
        if (
            element.tag in _DOUBTFUL and not (element.tag == "header" and element.in_section)
        ) or hidden:
            self.doubtful.add(element.number)
            self._open_doubtful.append(element.number)

    def ends(self, element: Element) -> None:
        if element.tag == "article":
            self._open_articles -= 1
        if self._open_doubtful and self._open_doubtful[-1] == element.number:
            self._open_doubtful.pop()
