"""Long narrow tables fold: blocks of rows stand side by side, read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil

from deckmaker.memo.arrangement import (
    FOOT_RULE,
    GAP,
    HEAD_RULE,
    PAD_Y,
    ROW_RULE,
    Cells,
    Place,
    Row,
    head_row,
    placed,
    set_cell,
)
from deckmaker.memo.columns import Extent
from deckmaker.memo.drawing import Mark, Rule
from deckmaker.memo.slabs import FORBIDDEN, Slab
from deckmaker.memo.text import Compositor

_LONG = 16
"""A table of fewer rows is left as it is."""
_MOST_BLOCKS, _LEAST_ROWS = 3, 6
"""How many blocks stand side by side at most, and how many rows each of them has at least."""
_DEEPEST = 26
"""Rows to a block at most, which with head and caption fit a page; further ones stand below."""
_ROOM = 200.0
"""Where a part does not fit its page, it is parted again if so much would be left blank, points."""
_LEFT = 2
"""Rows to a block that go on with the next page, at least."""
_BETWEEN, _BELOW = 28.0, 14.0
"""White between two blocks, and below those that others follow, points."""


def folded(
    cells: Cells, extents: Sequence[Extent], again: tuple[Slab, ...], compositor: Compositor
) -> list[Slab]:
    """Return a table in blocks side by side across the measure; nothing where it is not to fold.

    No row of it takes more than a line. What stands side by side is one slab, never parted;
    `again` stands above one that begins a page inside the table.
    """
    grid, rows = compositor.styles.grid, cells.rows
    if len(rows) < _LONG:
        return []
    natural = sum(extent.widest for extent in extents) + GAP * (len(extents) - 1)
    fit = int((grid.measure + _BETWEEN) // (natural + _BETWEEN))
    blocks = min(fit, _MOST_BLOCKS, len(rows) // _LEAST_ROWS)
    if blocks < 2:
        return []
    width = (grid.measure - _BETWEEN * (blocks - 1)) / blocks
    arrangement = placed(cells, extents, (grid.column, width), compositor)
    if arrangement.lines > len(rows):
        return []
    head = head_row(cells, arrangement.places, compositor)
    parts = ceil(len(rows) / (blocks * _DEEPEST))
    share = ceil(len(rows) / parts)
    fold = _Fold(head, arrangement.places, blocks, again, compositor)
    slabs = [
        fold.part(arrangement.rows[at : at + share], first=at == 0)
        for at in range(0, len(rows), share)
    ]
    # What leads to the table stands on a slab of its own: the parts are set anew.
    return [Slab(0.0), replace(slabs[0], before=0.0, penalty=FORBIDDEN), *slabs[1:]]


@dataclass(frozen=True, slots=True)
class _Fold:
    """How the rows of one table are set as blocks."""

    head: Row
    places: Sequence[Place]
    blocks: int
    again: tuple[Slab, ...]
    compositor: Compositor

    def part(self, rows: Sequence[Row], *, first: bool) -> Slab:
        """Set `rows` as blocks side by side, each under the header and read to its end.

        The header is told once, where the table is seen `first`.
        """
        deep = ceil(len(rows) / self.blocks)
        step = self.places[-1].x + self.places[-1].width - self.places[0].x + _BETWEEN
        marks: list[Mark] = []
        height = 0.0
        for block in range(ceil(len(rows) / deep)):
            moved = [replace(place, x=place.x + block * step) for place in self.places]
            mine = rows[block * deep : (block + 1) * deep]
            # The header of the first block is told with the table, or stands there once more.
            head = (
                self.head if first and not block else [replace(c, element=None) for c in self.head]
            )
            found, bottom = _block(head, mine, moved, self.compositor)
            marks += found
            height = max(height, bottom)
        parted = partial(self.parted, rows, first)
        return Slab(height, tuple(marks), before=_BELOW, repeat=self.again, parted=parted)

    def parted(self, rows: Sequence[Row], first: bool, room: float) -> tuple[Slab, Slab] | None:
        """Set as many of `rows` in `room` points as leave enough for the next page."""
        styles = self.compositor.styles
        header = styles.cell_head.leading + PAD_Y + HEAD_RULE
        row = styles.cell.leading + 2 * PAD_Y + max(ROW_RULE, FOOT_RULE)
        deep = min(int((room - header) / row), ceil(len(rows) / self.blocks) - _LEFT)
        if room < _ROOM or deep < _LEAST_ROWS:
            return None
        at = deep * self.blocks
        return self.part(rows[:at], first=first), self.part(rows[at:], first=False)


def _block(
    head: Row, rows: Sequence[Row], places: Sequence[Place], compositor: Compositor
) -> tuple[list[Mark], float]:
    """Set one block; return its marks and its height."""
    styles = compositor.styles
    ink, hairline = styles.colors["foreground"], styles.colors["rule"]
    marks: list[Mark] = []
    y = 0.0
    for index, row in enumerate((head, *rows)):
        type_ = styles.cell if index else styles.cell_head
        top = PAD_Y if index else 0.0
        for place, cell in zip(places, row, strict=True):
            marks += set_cell(cell, place, type_, y + top)
        y += top + type_.leading + PAD_Y
        weight = ROW_RULE if index else HEAD_RULE
        weight = FOOT_RULE if index == len(rows) else weight
        color = hairline if 0 < index < len(rows) else ink
        right = places[-1].x + places[-1].width
        marks.append(Rule(places[0].x, y + weight / 2, right, y + weight / 2, weight, color))
        y += weight
    return marks, y
