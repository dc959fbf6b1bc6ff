"""Pages lose their running heads, feet and page numbers: what repeats at one place on most pages.

A line is looked at where it is among the first or the last of its page. It repeats where it says
the same at the same height, but for one number that grows with the pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from deckmaker.snapshots.pdf.letters import Piece

_OUTERMOST = 4
"""Lines at head and foot of a page that may be furniture."""
_HEIGHT = 3.0
"""Points by which the height of a line may differ from page to page."""
_ENOUGH = 3
"""Pages in a row on which a line repeats that is not on most: the head of a chapter."""
_NUMBER = re.compile(r"\d{1,4}|(?<![^\W\d_])[ivxlcIVXLC]{1,7}(?![^\W\d_])")
_BARE_NUMBER = re.compile(r"\W{0,3}\b(?:\d{1,4}|[ivxlc]{1,7})\W{0,3}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_APART = 1.6
"""Of its size: how far a bare number on a single page stands from the text, to be its number."""


def without_furniture(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Return the pieces of every page that are no running head, foot or page number."""
    outer = [piece for page in pages for row in _rows(page) for piece in row]
    repeated = {id(piece) for piece in _repeated(outer, len(pages))}
    furniture = {id(piece) for page in pages for piece in _at_edges(page, repeated)}
    if len(pages) == 1:
        furniture |= {id(piece) for piece in _lone_number(pages[0])}
    return [[piece for piece in page if id(piece) not in furniture] for page in pages]


def _rows(page: Sequence[Piece]) -> list[list[Piece]]:
    """Return the outermost rows of a page, from its foot inwards and then from its head."""
    rows: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in page:
        rows[round(piece.baseline)].append(piece)
    heights = sorted(rows)
    inwards = [*heights[:_OUTERMOST], *reversed(heights[-_OUTERMOST:])]
    return [rows[height] for height in inwards]


def _at_edges(page: Sequence[Piece], repeated: Set[int]) -> Iterator[Piece]:
    """Yield the pieces that repeat, with no row of text between them and the edge of the page."""
    rows = _rows(page)
    half = len(rows) // 2
    for inwards in (rows[:half], rows[half:]):
        for row in inwards:
            found = [piece for piece in row if id(piece) in repeated]
            if not found:
                break
            yield from found


def _repeated(outer: Iterable[Piece], pages: int) -> list[Piece]:
    """Return the pieces that say the same at the same height on enough pages."""
    alike: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in outer:
        alike[_NUMBER.sub("#", " ".join(piece.text.split()))].append(piece)
    found: list[Piece] = []
    for pieces in alike.values():
        for level in _levels(pieces):
            for group in _growing(level):
                on = {piece.page for piece in group}
                if len(on) >= 2 and (len(on) * 2 >= pages or _run(on) >= _ENOUGH):
                    found += group
    return found


def _levels(pieces: list[Piece]) -> list[list[Piece]]:
    """Return `pieces` apart by their height on the page."""
    levels: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.baseline):
        if levels and piece.baseline - levels[-1][0].baseline <= _HEIGHT:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return levels


def _growing(pieces: list[Piece]) -> list[list[Piece]]:
    """Return `pieces` in groups whose numbers are the same on all pages, or grow with them."""
    groups: defaultdict[tuple[object, ...], list[Piece]] = defaultdict(list)
    values = {id(piece): [_value(n) for n in _NUMBER.findall(piece.text)] for piece in pieces}
    if not pieces or not values[id(pieces[0])]:
        return [pieces]
    count = len(values[id(pieces[0])])
    for growing in range(-1, count):
        for piece in pieces:
            own = [
                value - piece.page if at == growing else value
                for at, value in enumerate(values[id(piece)])
            ]
            groups[(growing, *own)].append(piece)
    return list(groups.values())


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    digits = [_ROMAN[letter] for letter in number.lower()]
    following = [*digits[1:], 0]
    return sum(-a if a < b else a for a, b in zip(digits, following, strict=True))


def _run(pages: set[int]) -> int:
    """Return over how many pages in a row, or over how many left or right ones, a line repeats."""
    longest = 0
    for step in (1, 2):
        for page in pages:
            length = 1
            while page + length * step in pages:
                length += 1
            longest = max(longest, length)
    return longest


def _lone_number(page: Sequence[Piece]) -> list[Piece]:
    """Return the number of a single page."""
    heights = sorted({piece.baseline for piece in page})
    if len(heights) < 2:
        return []
    found = []
    for piece in page:
        if not _BARE_NUMBER.fullmatch(piece.text):
            continue
        lowest, highest = (
            nearer if outermost == piece.baseline else outermost
            for outermost, nearer in (heights[:2], heights[:-3:-1])
        )
        below, above = lowest - piece.baseline, piece.baseline - highest
        if max(below, above) > _APART * piece.size:
            found.append(piece)
    return found
