"""Tables: measured rows stacked as slabs, the header above them on every page they reach.

Each cell is set once, when the table is composed; breaking pages looks at heights alone, so that a
table of any length takes time in proportion to its rows. (reportlab's own Table measures its rows
again at every split.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.brand import Type
from deckmaker.document import Column, Table
from deckmaker.memo.caption import caption_runs
from deckmaker.memo.columns import Extent, allot, fits
from deckmaker.memo.drawing import Drawing, Rule, Words
from deckmaker.memo.slabs import FORBIDDEN, SPLIT, Slab, spaced, together
from deckmaker.memo.styles import baseline
from deckmaker.memo.text import Compositor
from deckmaker.typesetting import Line, Run

_PAD_Y = 4.0
"""Above and below the text of a row, points."""
_CAPTION_GAP = 5.0
_GAP = 12.0
"""Between two columns, points."""
_GAPS_MOST = 0.2
"""The share of a table's width that the gaps of many columns may take."""
_HEAD_RULE, _ROW_RULE, _FOOT_RULE = 0.9, 0.4, 0.9
_INSIDE = 36.0
"""The cost of a page break between two rows, in points of paper left blank."""
_SHORT = 8
"""A table of so few rows is kept on one page if the blank it leaves is not too deep."""
_INSIDE_SHORT = 180.0
_TALL = 12
"""A row of more lines than this may be cut between its lines."""
_WIDE_LINES = 4.0
"""In the measure alone, a table whose rows have more lines than this on average is set over the
rail as well."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column's place in the table, points from the left margin."""

    x: float
    width: float
    numeric: bool


def captioned_table(content: Table, compositor: Compositor) -> list[Slab]:
    """Return `content` under its caption, its continuations marked with its number."""
    runs = caption_runs(content.label, content.caption, compositor)
    slabs = table(content, compositor, continued=_continued(content.label, compositor))
    if not runs:
        return slabs
    above = together(compositor.paragraph(runs, compositor.styles.caption))
    return [*above, *spaced(slabs, _CAPTION_GAP, penalty=FORBIDDEN)]


def table(content: Table, compositor: Compositor, *, continued: Sequence[Slab] = ()) -> list[Slab]:
    """Return `content` as slabs: header, rows and rules.

    `continued` stands above the header where the table goes on over a page break.
    """
    styles = compositor.styles
    head = [compositor.runs(column.head, styles.cell_head) for column in content.columns]
    rows = [[compositor.runs(cell, styles.cell) for cell in row] for row in content.rows]
    cells, lines = _arranged(content.columns, head, rows, compositor)
    left, right = cells[0].x, cells[-1].x + cells[-1].width
    header = _header(head, cells, left, right, compositor)
    repeat = (*continued, *header)
    return [*header, *_body(lines, cells, left, right, repeat, compositor)]


def _arranged(
    columns: Sequence[Column],
    head: Sequence[list[Run]],
    rows: Sequence[list[list[Run]]],
    compositor: Compositor,
) -> tuple[list[_Cell], list[list[tuple[Line, ...]]]]:
    """Place the columns in the measure, or over the rail too; return them and all cells' lines."""
    grid = compositor.styles.grid
    extents = [
        _extent([head[index], *(row[index] for row in rows)], compositor)
        for index in range(len(columns))
    ]
    stretch = [not column.numeric for column in columns]
    found: tuple[list[_Cell], list[list[tuple[Line, ...]]]] = ([], [])
    parts = max(1, len(columns) - 1)
    for left, room in ((grid.column, grid.measure), (0.0, grid.full)):
        gap = min(_GAP, _GAPS_MOST * room / parts)
        text = room - gap * (len(columns) - 1)
        widths = allot(extents, text, stretch=stretch)
        cells: list[_Cell] = []
        x = left
        for column, width in zip(columns, widths, strict=True):
            cells.append(_Cell(x, width, column.numeric))
            x += width + gap
        lines = [
            [
                compositor.setter.optimal(runs, cell.width)
                for runs, cell in zip(row, cells, strict=True)
            ]
            for row in rows
        ]
        found = cells, lines
        tallest = [max(map(len, row), default=1) for row in lines]
        if fits(extents, text) and sum(tallest) <= _WIDE_LINES * len(tallest):
            break
    return found


def _extent(cells: Sequence[list[Run]], compositor: Compositor) -> Extent:
    """Measure a column: its longest word, and each cell on one line."""
    width = compositor.setter.width
    longest = 0.0
    whole: list[float] = []
    for runs in cells:
        total = 0.0
        for run in runs:
            total += width(run.text, run.font)
            for word in run.text.split():
                longest = max(longest, width(word, run.font))
        whole.append(total)
    return Extent(longest, tuple(whole))


def _header(
    head: Sequence[list[Run]],
    cells: Sequence[_Cell],
    left: float,
    right: float,
    compositor: Compositor,
) -> list[Slab]:
    """Set the header: its lines end level above a rule in ink."""
    styles = compositor.styles
    type_ = styles.cell_head
    lines = [
        compositor.setter.lines(runs, cell.width, measure="drawn")
        for runs, cell in zip(head, cells, strict=True)
    ]
    deepest = max(map(len, lines))
    depth = deepest * type_.leading + _PAD_Y
    words = tuple(
        word
        for cell, column in zip(cells, lines, strict=True)
        for word in _set(column, cell, type_, (deepest - len(column)) * type_.leading)
    )
    rule = Rule(left, depth, right, depth, _HEAD_RULE, styles.colors["foreground"])
    return [Slab(depth + _HEAD_RULE, (*words, rule), penalty=FORBIDDEN)]


def _body(
    rows: Sequence[Sequence[tuple[Line, ...]]],
    cells: Sequence[_Cell],
    left: float,
    right: float,
    repeat: tuple[Slab, ...],
    compositor: Compositor,
) -> list[Slab]:
    """Stack the rows; neither the first nor the last of them stands alone on a page."""
    styles = compositor.styles
    type_ = styles.cell
    inside = _INSIDE_SHORT if len(rows) <= _SHORT else _INSIDE
    found: list[Slab] = []
    last = len(rows) - 1
    for index, row in enumerate(rows):
        forbidden = index == 0 or index == 1 or index == last
        weight, role = (_FOOT_RULE, "foreground") if index == last else (_ROW_RULE, "rule")
        color = styles.colors["foreground" if role == "foreground" else "rule"]
        slabs = _row(row, cells, type_, repeat)
        found.append(replace(slabs[0], penalty=FORBIDDEN if forbidden else inside))
        found.extend(slabs[1:])
        depth = found[-1].height
        rule = Rule(left, depth, right, depth, weight, color)
        found[-1] = replace(found[-1], drawing=(*found[-1].drawing, rule))
    return found


def _row(
    row: Sequence[tuple[Line, ...]], cells: Sequence[_Cell], type_: Type, repeat: tuple[Slab, ...]
) -> list[Slab]:
    """Return a row as one slab, or, if it is tall, as one a line, cut where two lines stay."""
    count = max(map(len, row), default=1)
    if count <= _TALL:
        words = tuple(
            word
            for cell, lines in zip(cells, row, strict=True)
            for word in _set(lines, cell, type_, _PAD_Y)
        )
        return [Slab(count * type_.leading + 2 * _PAD_Y, words, repeat=repeat)]
    found = []
    for at in range(count):
        top = _PAD_Y if at == 0 else 0.0
        words = tuple(
            word
            for cell, lines in zip(cells, row, strict=True)
            for word in _set(lines[at : at + 1], cell, type_, top)
        )
        pads = top + (_PAD_Y if at == count - 1 else 0.0)
        penalty = FORBIDDEN if at in (1, count - 1) else SPLIT
        found.append(Slab(type_.leading + pads, words, penalty=penalty, repeat=repeat))
    return found


def _set(lines: Sequence[Line], cell: _Cell, type_: Type, top: float) -> Drawing:
    """Place `lines` in a cell, numerals flush right."""
    return tuple(
        Words(
            cell.x + (cell.width - line.width if cell.numeric else 0.0),
            top + index * type_.leading + baseline(type_),
            line,
        )
        for index, line in enumerate(lines)
        if line.runs
    )


def _continued(label: str, compositor: Compositor) -> list[Slab]:
    """Return the line that marks the continuation of a table."""
    styles = compositor.styles
    word = compositor.wording.continued
    text = f"{label}, {word}" if label else word[:1].upper() + word[1:]
    note = compositor.paragraph(compositor.words(text, styles.note), styles.note)
    return [*note, Slab(_CAPTION_GAP / 2)]
