"""Widths for the columns of a table, from what their cells hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

_TYPICAL = 0.9
"""A column is fitted to this share of its cells; the longest ones may take more lines."""
_ROUNDS = 12
"""Halvings in the search for the fewest lines: a 4000th of the range."""
_LOOSE = 90.0
"""How much wider than its text a marked column may be before all columns widen, points."""
SAMPLE = 200
"""Rows that are looked at to choose between widths."""
_RAGGED = 0.35
"""How much of a column's longest word its lines fall short of the measure, on average."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How wide a column's cells are, points: its longest word, and every cell on one line."""

    word: float
    cells: tuple[float, ...]
    pieces: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Of the first cells, how wide each piece is that no line ends in, without and with the space
    behind it."""

    @property
    def widest(self) -> float:
        """The width at which no cell breaks."""
        return max(self.cells, default=0.0)


def fits(extents: Sequence[Extent], width: float) -> bool:
    """Tell whether no word needs to be broken when the columns share `width`."""
    return sum(extent.word for extent in extents) <= width


def allot(extents: Sequence[Extent], width: float, *, stretch: Sequence[bool]) -> list[float]:
    """Share `width` among the columns.

    Where all cells fit on one line, what is left goes to the columns that `stretch` marks, as far
    as that keeps them near each other, the rest to all. Else the columns are as wide as makes
    their cells equally tall, the fewest lines that fit; no column is narrower than its longest
    word, unless the words alone are wider than the table. The columns always fill the table.
    """
    widest = [extent.widest for extent in extents]
    if sum(widest) <= width:
        return _stretched(widest, width, stretch)
    words = [extent.word for extent in extents]
    if sum(words) >= width:
        return _shared(words, width)
    least = words
    found = _even(extents, least, width)
    for at in sorted(range(len(extents)), key=widest.__getitem__):
        # A column that is spared its breaks at no cost in lines is.
        wider = [widest[at] if index == at else word for index, word in enumerate(least)]
        if sum(wider) < width:
            other = _even(extents, wider, width)
            if _lines(extents, other) <= _lines(extents, found):
                least, found = wider, other
    return _stretched(found, width, [a < b for a, b in zip(found, widest, strict=True)])


def _shared(words: Sequence[float], width: float) -> list[float]:
    """Return `words` where they are narrow, and an equal share of the rest where they are not."""
    found = list(words)
    left, count = width, len(words)
    for at in sorted(range(len(words)), key=words.__getitem__):
        found[at] = min(words[at], left / count)
        left, count = left - found[at], count - 1
    return found


def _even(extents: Sequence[Extent], least: Sequence[float], width: float) -> list[float]:
    """Return widths that make the typical cells of all columns equally tall, none below `least`."""
    typical = [_quantile(extent.cells, _TYPICAL) for extent in extents]
    widest = [extent.widest for extent in extents]

    def widths(lines: float) -> list[float]:
        return [
            max(floor, min(most, usual / lines))
            for floor, usual, most in zip(least, typical, widest, strict=True)
        ]

    few, many = 1.0, 2.0
    while sum(widths(many)) > width:
        many *= 2
    for _ in range(_ROUNDS):
        middle = (few + many) / 2
        if sum(widths(middle)) > width:
            few = middle
        else:
            many = middle
    return widths(many)


def _lines(extents: Sequence[Extent], widths: Sequence[float]) -> int:
    """Return about how many lines the first rows take in columns of `widths`."""
    columns = (_cell_lines(extent, width) for extent, width in zip(extents, widths, strict=True))
    return sum(map(max, zip(*columns, strict=True)))


def _cell_lines(extent: Extent, width: float) -> list[int]:
    """Return how many lines the first cells of a column take, by first fit."""
    if extent.pieces:
        cells = zip(extent.cells, extent.pieces, strict=False)
        return [1 if cell <= width else _filled(pieces, width) for cell, pieces in cells]
    fill = max(1.0, width - _RAGGED * extent.word)
    return [1 if cell <= width else ceil(cell / fill) for cell in extent.cells[:SAMPLE]]


def _filled(pieces: Sequence[tuple[float, float]], width: float) -> int:
    lines, used = 1, 0.0
    for ink, advance in pieces:
        if used and used + ink > width:
            lines, used = lines + 1, 0.0
        used += advance
    return lines


def _stretched(widths: Sequence[float], width: float, stretch: Sequence[bool]) -> list[float]:
    """Share what `widths` leave of `width` among the columns, first among the marked ones.

    What those need not take goes to all alike: the eye must find its way from column to column.
    """
    marked = list(stretch) if any(stretch) else [True] * len(widths)
    left = max(0.0, width - sum(widths))  # sums of widths may differ through rounding
    more = min(_LOOSE, left / sum(marked))
    each = max(0.0, left - more * sum(marked)) / len(widths)
    return [w + each + (more if mark else 0.0) for w, mark in zip(widths, marked, strict=True)]


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
