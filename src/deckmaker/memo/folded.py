"""Long narrow tables fold: blocks of rows stand side by side, read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
    head: Row = [
        compositor.setter.lines(runs, place.width, measure="drawn")
        for runs, place in zip(cells.head, arrangement.places, strict=True)
    ]
    parts = ceil(len(rows) / (blocks * _DEEPEST))
    share = ceil(len(rows) / parts)
    slabs = [
        _part(head, arrangement.rows[at : at + share], arrangement.places, blocks, compositor)
        for at in range(0, len(rows), share)
    ]
    return [
        replace(slabs[0], penalty=FORBIDDEN),
        *(replace(slab, before=_BELOW, repeat=again) for slab in slabs[1:]),
    ]


def _part(
    head: Row, rows: Sequence[Row], places: Sequence[Place], blocks: int, compositor: Compositor
) -> Slab:
    """Set `rows` as blocks side by side, each under the header and read to its end."""
    deep = ceil(len(rows) / blocks)
    step = places[-1].x + places[-1].width - places[0].x + _BETWEEN
    marks: list[Mark] = []
    height = 0.0
    for block in range(ceil(len(rows) / deep)):
        moved = [replace(place, x=place.x + block * step) for place in places]
        found, bottom = _block(head, rows[block * deep : (block + 1) * deep], moved, compositor)
        marks += found
        height = max(height, bottom)
    return Slab(height, tuple(marks))


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
        for place, lines in zip(places, row, strict=True):
            marks += set_cell(lines, place, type_, y + top)
        y += top + type_.leading + PAD_Y
        weight = ROW_RULE if index else HEAD_RULE
        weight = FOOT_RULE if index == len(rows) else weight
        color = hairline if 0 < index < len(rows) else ink
        right = places[-1].x + places[-1].width
        marks.append(Rule(places[0].x, y + weight / 2, right, y + weight / 2, weight, color))
        y += weight
    return marks, y
