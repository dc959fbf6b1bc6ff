"""HTML becomes paragraphs: each heading, item, row and paragraph of the text that a page is for.

Of a whole page that is its only `<main>`, else its only `<article>`, else all. Left out are what
nobody sees or what is struck out, forms, navigation, asides that are no footnotes, and the head and
foot of the page. What is quoted as a block stands in quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckmaker.snapshots.charset import decoded
from deckmaker.snapshots.page import Survey, survey
from deckmaker.snapshots.quoted import in_quotation_marks
from deckmaker.snapshots.raised import LEVEL, RAISED, settled
from deckmaker.snapshots.row import Row
from deckmaker.snapshots.transcript import spaced
from deckmaker.snapshots.walk import Element, Walk, walk

_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li
    listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th
    thead tr ul xmp
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
"""Elements that part what stands before, in and behind them."""
_QUOTING = {"blockquote": True, "footer": False, "table": False}
"""Whether what stands in a block is somebody's words; in others it is what it is around them."""
_VERBATIM = frozenset(("pre", "listing", "plaintext", "xmp"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEADED = frozenset((*_HEADINGS, "summary"))
"""Elements whose button is what they say."""

_BREAK = "\x1e"
"""Stands for `<br>`."""
_PARTING = re.compile(rf"{_BREAK}(?:\s*{_BREAK})+")
_NOTE_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[ivxlc]{1,5}|[*†‡§¶#]{1,3})\s*[\])]?")
_WAY_BACK = re.compile(r"[\s↩↑^⤴⏎↵⇧\ufe0e\ufe0f]+")
_BARE_BRACKETS = re.compile(r"[\[\](),;\s–-]*")
_NOTE_LINK = re.compile(r"foot-?note|end-?note|note-?ref|back-?ref", re.IGNORECASE)

_MOST_PIECES, _LONGEST_MARK = 64, 400
"""Pieces of text, and characters of HTML, beyond which a link is no mark of a note."""
_SELF_CLOSED = re.compile(r"<([A-Za-z][\w:.-]*+)([^<>]*+)(?<=/)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


def page_paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a web page; raise UnreadableError where it cannot be read."""
    page = decoded(data)
    if page.lstrip().startswith("<?xml"):
        page = _SELF_CLOSED.sub(_opened, page)
    about = survey(page)
    for scope in about.scopes:
        reader = _Reader(about, scope)
        walk(page, reader)
        if reader.paragraphs:
            return reader.paragraphs
    return []


def fragment_paragraphs(page: str) -> list[str]:
    """Return the paragraphs of HTML that is all text, such as a converter makes."""
    reader = _Reader(None, None)
    walk(page, reader)
    return reader.paragraphs


def _opened(tag: re.Match[str]) -> str:
    """Return an empty element of XML as HTML writes it."""
    return tag[0] if tag[1].lower() in _VOID else f"<{tag[1]}{tag[2][:-1]}></{tag[1]}>"


@dataclass(slots=True)
class _Link:
    """A link or a raised text that is open, and where its words begin."""

    element: Element
    paragraph: int
    """The paragraph that it begins in."""
    begins: int
    held_mark: bool = False
    """Whether the mark of a note stands in it."""


class _Reader(Walk):
    """Collects the paragraphs of a page, or of the part `scope` of it."""

    def __init__(self, about: Survey | None, scope: int | None) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._about = about
        self._scope = scope
        self._inside = scope is None
        self._words: list[str] = []
        self._ended = 0
        """How often a paragraph has ended."""
        self._verbatim = 0
        self._headed = 0
        """How many headings are open."""
        self._raised = 0
        self._cited = 0
        self._speaks = False
        """Whether the paragraph says more than who is cited."""
        self._quotes: list[bool] = []
        """For each block that is somebody's words or no longer is: which of the two."""
        self._sinks = [self.paragraphs]
        self._tables: list[Row | None] = []
        self._plain_rows: list[Row] = []
        """The open rows that do not set the page."""
        self._cells: set[int] = set()
        self._innermost_cells: list[bool] = []
        """For each open table and each cell of one: whether it is the cell."""
        self._links: list[_Link] = []

    def leaves_out(self, element: Element) -> bool:
        if super().leaves_out(element):
            return True
        if element.tag == "button":
            return not self._headed
        if self._about is None:
            return False
        return element.is_chrome or element.number in self._about.left_out

    def begins(self, element: Element) -> None:
        if element.number == self._scope:
            self._inside = True
        if element.tag in _BLOCKS:
            self._flush()
            self._begins_block(element)
        elif element.tag == "br":
            self._words.append(_BREAK)
        elif element.tag == "q":
            self._words.append("“")
        elif element.tag == "cite":
            self._cited += 1
        elif element.tag in ("a", "sup"):
            self._links.append(_Link(element, self._ended, len(self._words)))
            if element.tag == "sup":
                self._raised += 1
                if self._raised == 1:
                    self._words.append(RAISED)

    def ends(self, element: Element) -> None:
        if element.tag in _BLOCKS:
            self._flush()
            self._ends_block(element)
        elif element.tag == "q":
            self._words.append("”")
        elif element.tag == "cite":
            self._cited -= 1
        elif self._links and self._links[-1].element is element:
            self._ends_link(self._links.pop())
            if element.tag == "sup":
                self._raised -= 1
                if not self._raised:
                    self._words.append(LEVEL)
        if element.number == self._scope:
            self._flush()
            self._inside = False

    def says(self, text: str) -> None:
        if self._inside:
            for mark in (_BREAK, RAISED, LEVEL):
                text = text.replace(mark, " ")
            self._words.append(text)
            if not self._cited and not self._speaks:
                self._speaks = not text.isspace()

    def close(self) -> None:
        self._flush()

    def _begins_block(self, element: Element) -> None:
        if element.tag in _QUOTING:
            self._quotes.append(_QUOTING[element.tag])
        if element.tag in _HEADED:
            self._headed += 1
        if element.tag in _VERBATIM:
            self._verbatim += 1
        elif element.tag == "table" or element.tag in _HEADINGS:
            for row in self._plain_rows:
                row.sets_the_page = True
            self._plain_rows.clear()
            if element.tag == "table":
                self._tables.append(None)
                self._innermost_cells.append(False)
        elif element.tag == "tr" and self._tables and self._tables[-1] is None:
            row = Row()
            self._tables[-1] = row
            self._plain_rows.append(row)
        elif element.tag in ("td", "th") and self._in_row() and not self._in_cell():
            self._cells.add(element.number)
            self._innermost_cells.append(True)
            self._sinks.append([])

    def _in_row(self) -> bool:
        """Whether a row of the innermost table is open."""
        return bool(self._tables) and self._tables[-1] is not None

    def _in_cell(self) -> bool:
        """Whether a cell of the innermost table is open."""
        return bool(self._innermost_cells) and self._innermost_cells[-1]

    def _ends_block(self, element: Element) -> None:
        if element.tag in _QUOTING:
            self._quotes.pop()
        if element.tag in _HEADED:
            self._headed -= 1
        if element.tag in _VERBATIM:
            self._verbatim -= 1
        elif element.number in self._cells:
            self._cells.discard(element.number)
            self._innermost_cells.pop()
            cell = self._sinks.pop()
            if self._tables and (row := self._tables[-1]) is not None:
                row.cells.append(cell)
        elif element.tag == "tr" and self._tables and not self._in_cell():
            self._ends_row()
        elif element.tag == "table" and self._tables:
            self._ends_row()
            self._tables.pop()
            self._innermost_cells.pop()

    def _ends_row(self) -> None:
        row = self._tables[-1]
        if row is not None:
            if self._plain_rows and self._plain_rows[-1] is row:
                self._plain_rows.pop()
            self._sinks[-1] += row.paragraphs()
            self._tables[-1] = None

    def _ends_link(self, link: _Link) -> None:
        """Leave out what leads to a note and back: it is no word of the text."""
        above = self._links[-1] if self._links else None
        # Where a paragraph has ended within it, it goes on from the start of this one.
        begins = link.begins if link.paragraph == self._ended else 0
        if len(self._words) - begins > _MOST_PIECES:
            return
        pieces = self._words[begins:]
        if sum(map(len, pieces)) > _LONGEST_MARK:
            return
        text = spaced("".join(pieces).replace(RAISED, "").replace(LEVEL, ""))
        if link.element.tag == "sup":
            marked = link.held_mark and bool(_BARE_BRACKETS.fullmatch(text))
            raised = bool(_NOTE_MARK.fullmatch(text))
            if marked:
                del self._words[begins:]
            elif raised and above is not None:
                above.held_mark = True
            return
        has = link.element.attributes
        if "#" not in has.get("href", ""):
            return
        kind = " ".join((has.get("class", ""), has.get("role", ""), has.get("rel", "")))
        in_raised = above is not None and above.element.tag == "sup"
        told = in_raised or link.held_mark or bool(_NOTE_LINK.search(kind))
        if _WAY_BACK.fullmatch(text) or (told and _NOTE_MARK.fullmatch(text)):
            del self._words[begins:]
            if above is not None:
                above.held_mark = True

    def _flush(self) -> None:
        """End a paragraph."""
        if not self._words:
            return
        text = "".join(self._words)
        self._words.clear()
        self._ended += 1
        speaks, self._speaks = self._speaks, False
        if RAISED in text or LEVEL in text:
            text = settled(text)
        if self._verbatim:
            lines = text.replace(_BREAK, "\n").splitlines()
        else:
            lines = [part.replace(_BREAK, " ") for part in _PARTING.split(text)]
        said = filter(None, map(spaced, lines))
        quotes = speaks and bool(self._quotes) and self._quotes[-1]
        self._sinks[-1] += map(in_quotation_marks, said) if quotes else said
