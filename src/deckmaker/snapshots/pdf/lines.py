"""The pieces of a page become lines: what stands side by side in a row of a table is one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckmaker.snapshots.pdf.letters import Piece

_LEVEL = 0.4
"""Of the size of letters: by how much the pieces of a row may stand higher or lower."""
_FLUSH = 0.6
"""Of the size of letters: by how much lines may be indented that count as flush."""
_ALIGNED = 0.25
"""Of the size of letters: by how much the cells of a column may differ."""
_STRETCHED = 1.5
"""Times the widest space in a cell: a gap that is narrower may be a space that was stretched."""
_LARGER = 1.25
"""Times: what is so much larger beside a line is no cell of its row."""
_APART = 5.0
"""Sizes of letters that no spaced-out line has between its words."""
_LABEL = re.compile(
    r"[•▪■●○◦‣⁃·–—*\-\uf000-\uf0ff]|(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)]|\d+(?:\.\d+)+\.?)"
)
"""What stands before an item of a list, or a heading."""


def lines_of(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the lines of a page, in the order in which its pieces are written."""
    rows = list(_rows(pieces))
    for at, row in enumerate(rows):
        before = rows[at - 1] if at else []
        after = rows[at + 1] if at + 1 < len(rows) else []
        if len(row) > 1 and _LABEL.fullmatch(row[0].text):
            row = [_joined(row[:2], " "), *row[2:]]
        if len(row) == 1:
            yield row[0]
        elif _goes_on_below(row, after[0] if after else None) or _are_of_two_sizes(row):
            yield from row
        elif _is_tabular(row, before) or _is_tabular(row, after) or _widest(row) > _APART:
            yield _joined(row, " | ")
        else:
            yield _joined(row, " ")


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    at = 0
    while at < len(pieces):
        end = at + 1
        while end < len(pieces) and _side_by_side(pieces[end - 1], pieces[end]):
            end += 1
        yield list(pieces[at:end])
        at = end


def _side_by_side(one: Piece, other: Piece) -> bool:
    level = abs(one.baseline - other.baseline) <= _LEVEL * max(one.size, other.size)
    return level and (other.left >= one.right or other.right <= one.left)


def _goes_on_below(row: Sequence[Piece], following: Piece | None) -> bool:
    """Whether the last piece of a row goes on in a line below it: then the first heads it only."""
    if following is None or following.baseline > row[-1].baseline:
        return False
    edge = "right" if row[-1].goes_left else "left"
    gaps = [abs(getattr(following, edge) - getattr(piece, edge)) for piece in row]
    nearest = min(range(len(row)), key=gaps.__getitem__)
    return nearest > 0 and gaps[nearest] <= _FLUSH * following.size


def _are_of_two_sizes(row: Sequence[Piece]) -> bool:
    sizes = [piece.size for piece in row]
    return max(sizes) > _LARGER * min(sizes)


def _is_tabular(row: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether two rows have their gaps in the same places, and they are no stretched spaces."""
    if len(other) < 2:
        return False
    few, many = sorted((_gaps(row), _gaps(other)), key=len)
    least = min(left - right for right, left in _gaps(row))
    if least < _STRETCHED * max(piece.space for piece in row):
        return False
    near = _ALIGNED * row[0].size
    return all(
        any(abs(one[0] - two[0]) < near or abs(one[1] - two[1]) < near for two in many)
        for one in few
    )


def _gaps(row: Sequence[Piece]) -> list[tuple[float, float]]:
    """Return where each gap of a row begins and ends."""
    ordered = sorted(row, key=lambda piece: piece.left)
    return [(one.right, two.left) for one, two in pairwise(ordered)]


def _widest(row: Sequence[Piece]) -> float:
    """Return the widest gap in a row, in sizes of its letters."""
    return max(left - right for right, left in _gaps(row)) / row[0].size


def _joined(row: Sequence[Piece], between: str) -> Piece:
    """Return the pieces of a row as one."""
    largest = max(row, key=lambda piece: len(piece.text))
    return replace(
        largest,
        text=between.join(piece.text for piece in row),
        left=min(piece.left for piece in row),
        right=max(piece.right for piece in row),
        first_word=row[0].first_word,
        fonts=(row[0].fonts[0], row[-1].fonts[1]),
    )
