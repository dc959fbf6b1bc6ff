"""Widths for the columns of a table, from what their cells hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_TYPICAL = 0.9
"""A column is fitted to this share of its cells; the longest ones may take more lines."""
_ROUNDS = 24
"""Halvings in the search for the fewest lines: a 16-millionth of the range."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How wide a column's cells are, points: its longest word, and every cell on one line."""

    word: float
    cells: tuple[float, ...]

    @property
    def widest(self) -> float:
        """The width at which no cell breaks."""
        return max(self.cells, default=0.0)


def fits(extents: Sequence[Extent], width: float) -> bool:
    """Tell whether no word needs to be broken when the columns share `width`."""
    return sum(extent.word for extent in extents) <= width


def allot(extents: Sequence[Extent], width: float, *, stretch: Sequence[bool]) -> list[float]:
    """Share `width` among the columns.

    Where all cells fit on one line, what is left goes to the columns that `stretch` marks. Else
    the columns are as wide as makes their cells equally tall, the fewest lines that fit; no
    column is narrower than its longest word, unless the words alone are wider than the table.
    """
    widest = [extent.widest for extent in extents]
    if sum(widest) <= width:
        return _stretched(widest, width, stretch)
    words = [extent.word for extent in extents]
    if sum(words) >= width:
        return [word * width / sum(words) for word in words]
    typical = [_quantile(extent.cells, _TYPICAL) for extent in extents]

    def widths(lines: float) -> list[float]:
        return [
            min(most, max(word, usual / lines))
            for word, usual, most in zip(words, typical, widest, strict=True)
        ]

    few, many = 1.0, max(2.0, sum(typical) / (width - sum(words) + 1.0) * len(extents))
    while sum(widths(many)) > width:
        many *= 2
    for _ in range(_ROUNDS):
        middle = (few + many) / 2
        if sum(widths(middle)) > width:
            few = middle
        else:
            many = middle
    found = widths(many)
    return _stretched(found, width, [a < b for a, b in zip(found, widest, strict=True)])


def _stretched(widths: Sequence[float], width: float, stretch: Sequence[bool]) -> list[float]:
    """Share what `widths` leave of `width` among the marked columns, all where none is."""
    marked = list(stretch) if any(stretch) else [True] * len(widths)
    base = sum(w for w, mark in zip(widths, marked, strict=True) if mark)
    left = width - sum(widths)
    return [
        w + (left * (w / base if base else 1 / sum(marked)) if mark else 0.0)
        for w, mark in zip(widths, marked, strict=True)
    ]


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
