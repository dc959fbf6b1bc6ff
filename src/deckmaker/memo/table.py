"""Tables: measured rows stacked as slabs, the header above them on every page they reach.

Each cell is set once, when the table is composed; breaking pages looks at heights alone, so that a
table of any length takes time in proportion to its rows. (reportlab's own Table measures its rows
again at every split.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.brand import Type
from deckmaker.document import Table
from deckmaker.memo.arrangement import (
    FOOT_RULE,
    HEAD_RULE,
    PAD_Y,
    ROW_RULE,
    Arrangement,
    Cells,
    Place,
    Row,
    arranged,
    depth,
    extents_of,
    head_row,
    set_cell,
)
from deckmaker.memo.caption import caption_runs
from deckmaker.memo.drawing import Rule
from deckmaker.memo.folded import folded
from deckmaker.memo.slabs import FORBIDDEN, Slab, spaced, together
from deckmaker.memo.structure import Details, Element
from deckmaker.memo.text import Compositor
from deckmaker.richtext import plain

_HEADS_COLUMN, _HEADS_ROW = Details(scope="Column"), Details(scope="Row")
_CAPTION_GAP = 5.0
_INSIDE = 36.0
"""The cost of a page break between two rows, in points of paper left blank."""
_SHORT = 8
"""A table of so few rows is kept on one page if the blank it leaves is not too deep."""
_INSIDE_SHORT = 180.0
_FEW = 3
"""Rows that are not left over for the last page, nor fewer, unless the blank is too deep."""
_ENOUGH = 4
"""A first row of so many lines may stand alone under the header, if the blank is too deep."""
_TALL = 12
"""A row of more lines than this may be cut between its lines."""
_INSIDE_ROW = 72.0
"""The cost of such a cut, in points of paper left blank."""


def captioned_table(content: Table, compositor: Compositor) -> list[Slab]:
    """Return `content` under its caption, its continuations marked with its number."""
    compositor = compositor.inside("Table")
    styles, cells = compositor.styles, _cells(content, compositor)
    runs = caption_runs(content.label, content.caption, compositor)
    extents = extents_of(cells, compositor)
    x = styles.grid.column
    slabs = folded(cells, extents, _again(content, x, compositor), compositor)
    if not slabs:
        arrangement = arranged(cells, extents, compositor)
        x = arrangement.left
        slabs = _stacked(cells, arrangement, _again(content, x, compositor), compositor)
    if not runs:
        return slabs
    above = together(compositor.paragraph(runs, styles.caption, x=x, tag="Caption"))
    return [*above, *spaced(slabs, _CAPTION_GAP, penalty=FORBIDDEN)]


def table(content: Table, compositor: Compositor) -> list[Slab]:
    """Return `content` as slabs without a caption: header, rows and rules."""
    compositor = compositor.inside("Table")
    cells = _cells(content, compositor)
    arrangement = arranged(cells, extents_of(cells, compositor), compositor)
    return _stacked(cells, arrangement, (), compositor)


def _cells(content: Table, compositor: Compositor) -> Cells:
    styles, element = compositor.styles, compositor.element
    head = element.part("THead").part("TR")
    body = element.part("TBody")
    named = _names_rows(content)
    return Cells(
        content.columns,
        [compositor.runs(column.head, styles.cell_head) for column in content.columns],
        [[compositor.runs(cell, styles.cell) for cell in row] for row in content.rows],
        [Element("TH", head, _HEADS_COLUMN) for _ in content.columns],
        [_row_elements(body.part("TR"), len(row), named) for row in content.rows],
    )


def _names_rows(content: Table) -> bool:
    """Tell whether the first column names the rows: words, and none of them missing."""
    first = content.columns[0]
    return (
        len(content.columns) > 1
        and not first.numeric
        and all(plain(row[0]).strip() for row in content.rows)
    )


def _row_elements(row: Element, count: int, named: bool) -> list[Element]:
    head = [Element("TH", row, _HEADS_ROW)] if named else []
    return [*head, *(row.part("TD") for _ in range(count - len(head)))]


def _again(content: Table, x: float, compositor: Compositor) -> tuple[Slab, ...]:
    """Return what stands above a continuation: its number, where it has one."""
    if not content.caption or not content.label:
        return ()
    note = compositor.styles.note
    words = compositor.words(compositor.wording.continued.format(label=content.label), note)
    return (*compositor.paragraph(words, note, x=x), Slab(_CAPTION_GAP / 2))


def _stacked(
    cells: Cells, arrangement: Arrangement, again: tuple[Slab, ...], compositor: Compositor
) -> list[Slab]:
    """Stack header and rows; `again` stands above the header where a page begins inside."""
    header = _header(cells, arrangement, compositor)
    return [*header, *_body(arrangement, (*again, *header), compositor)]


def _header(cells: Cells, arrangement: Arrangement, compositor: Compositor) -> list[Slab]:
    """Set the header: its lines end level above a rule in ink."""
    styles = compositor.styles
    type_ = styles.cell_head
    places = arrangement.places
    row = head_row(cells, places, compositor)
    deepest = depth(row)
    if deepest > _TALL:
        slabs = _sliced(row, places, type_, ())
    else:
        words = tuple(
            word
            for place, cell in zip(places, row, strict=True)
            for word in set_cell(cell, place, type_, (deepest - len(cell.lines)) * type_.leading)
        )
        slabs = [Slab(deepest * type_.leading + PAD_Y, words)]
    color = styles.colors["foreground"]
    slabs[-1] = _ruled(slabs[-1], arrangement, HEAD_RULE, color)
    return [replace(slabs[0], penalty=FORBIDDEN), *slabs[1:]]


def _body(arrangement: Arrangement, repeat: tuple[Slab, ...], compositor: Compositor) -> list[Slab]:
    """Stack the rows; neither the first nor the last of them stands alone on a page."""
    styles = compositor.styles
    rows = arrangement.rows
    inside = _INSIDE_SHORT if len(rows) <= _SHORT else _INSIDE
    found: list[Slab] = []
    last = len(rows) - 1
    for index, row in enumerate(rows):
        slabs = _row(row, arrangement.places, styles.cell, repeat)
        weight = FOOT_RULE if index == last else ROW_RULE
        color = styles.colors["foreground"] if index == last else styles.colors["rule"]
        slabs[-1] = _ruled(slabs[-1], arrangement, weight, color)
        penalty = inside if 1 < index <= last - _FEW else max(inside, _INSIDE_SHORT)
        kept = index in (0, last) or (index == 1 and depth(rows[0]) < _ENOUGH)
        penalty = FORBIDDEN if kept else penalty
        found += [replace(slabs[0], penalty=penalty), *slabs[1:]]
    return found


def _ruled(slab: Slab, arrangement: Arrangement, weight: float, color: str) -> Slab:
    """Return `slab` with a rule below it, as wide as the table."""
    y = slab.height + weight / 2
    rule = Rule(arrangement.left, y, arrangement.right, y, weight, color)
    return replace(slab, height=slab.height + weight, drawing=(*slab.drawing, rule))


def _row(row: Row, places: Sequence[Place], type_: Type, repeat: tuple[Slab, ...]) -> list[Slab]:
    """Return a row as one slab, or, if it is tall, as one a line."""
    count = depth(row)
    if count > _TALL:
        return _sliced(row, places, type_, repeat)
    words = tuple(
        word
        for place, cell in zip(places, row, strict=True)
        for word in set_cell(cell, place, type_, PAD_Y)
    )
    return [Slab(count * type_.leading + 2 * PAD_Y, words, repeat=repeat)]


def _sliced(row: Row, places: Sequence[Place], type_: Type, repeat: tuple[Slab, ...]) -> list[Slab]:
    """Return a row as one slab a line; two lines stay together at both ends of every cell."""
    count = depth(row)
    found = []
    for at in range(count):
        top = 0.0 if at else PAD_Y
        words = tuple(
            word
            for place, cell in zip(places, row, strict=True)
            for word in set_cell(cell, place, type_, top, only=at)
        )
        pads = top + (PAD_Y if at == count - 1 else 0.0)
        alone = any(at in (1, len(c.lines) - 1) for c in row if len(c.lines) > 1)
        penalty = FORBIDDEN if alone else _INSIDE_ROW
        found.append(Slab(type_.leading + pads, words, penalty=penalty, repeat=repeat))
    return found
