"""Rows of a native table: how wide its columns are, how high its rows, and on which slide each.

Heights are those of table cells, where LibreOffice goes by the font and PowerPoint by 1.2 em.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from deckmaker.deck.body import Sheet, shape_name
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import HAIRLINE, MEASURE
from deckmaker.deck.model import Border, Cell, Paragraph, TableFrame
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.richtext import Citation

COLUMN_GAP = 16.0
NARROWEST = 40.0
"""No column is made narrower than this for the sake of others, points."""
HEADER_RULE = 1.25


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row still to be placed: its cells' paragraphs and what they cite and say."""

    cells: tuple[tuple[Paragraph, ...], ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    continues: bool = False


def column_widths(rows: Sequence[TableRow], sheet: Sheet) -> tuple[float, ...]:
    """Return the widths of the columns, points: what they hold decides, up to the measure.

    Every column gets its longest word; what is left is shared in proportion to what each would
    take on one line, so that long prose gets the room and short labels do not wrap.
    """
    ruler = sheet.ruler
    count = len(rows[0].cells)
    needs, wishes = [], []
    for n in range(count):
        paragraphs = [para for row in rows for para in row.cells[n]]
        needs.append(max((ruler.longest_word(p) for p in paragraphs), default=0.0) + COLUMN_GAP)
        wishes.append(max((ruler.width(p) for p in paragraphs), default=0.0) + COLUMN_GAP)
    if sum(wishes) <= MEASURE:
        # Spread the rest so that the table fills the measure, numerals staying near their labels.
        spare = (MEASURE - sum(wishes)) / count
        return tuple(wish + spare for wish in wishes)
    if sum(needs) >= MEASURE:  # even single words do not fit: they will be broken
        floor = min(NARROWEST, MEASURE / count)
        over = [max(0.0, need - floor) for need in needs]
        scale = (MEASURE - floor * count) / sum(over)
        return tuple(floor + extra * scale for extra in over)
    spare = MEASURE - sum(needs)
    wants = [wish - need for wish, need in zip(wishes, needs, strict=True)]
    # The square root tempers one very long column's claim on its neighbours' room.
    claims = [want**0.5 for want in wants]
    widths = list(needs)
    open_columns = {n for n in range(count) if wants[n] > 0}
    while spare > 1e-6 and open_columns:
        total = sum(claims[n] for n in open_columns)
        share = {n: spare * claims[n] / total for n in open_columns}
        full = {n for n in open_columns if widths[n] + share[n] >= wishes[n]}
        if not full:
            for n in open_columns:
                widths[n] += share[n]
            break
        for n in full:
            spare -= wishes[n] - widths[n]
            widths[n] = wishes[n]
        open_columns -= full
    rest = MEASURE - sum(widths)
    return tuple(width + rest / count for width in widths)


def _insets(count: int, n: int) -> float:
    return COLUMN_GAP if n < count - 1 else 0.0


def _height(row: TableRow, widths: Sequence[float], sheet: Sheet) -> float:
    """Return the height of a row's text, points."""
    count = len(row.cells)
    return max(
        (
            sheet.ruler.cell_height(cell, widths[n] - _insets(count, n)) + _lead(cell)
            for n, cell in enumerate(row.cells)
            if cell
        ),
        default=0.0,
    )


def _lead(paragraphs: tuple[Paragraph, ...]) -> float:
    """Return the space above a cell's first paragraph: an inset, since `spcBef` is ignored."""
    return paragraphs[0].before if paragraphs else 0.0


Placed = tuple[tuple[TableRow, ...], tuple[float, ...], tuple[Citation, ...], tuple[str, ...]]


def paginate(
    rows: Sequence[TableRow],
    header: TableRow,
    widths: Sequence[float],
    sheet: Sheet,
    padding: float,
    reserve: float,
    padding_most: float | None = None,
    least: float = 0.0,
) -> list[Placed]:
    """Return, for each slide, header and rows with their heights, citations and notes."""
    head = _height(header, widths, sheet) + padding
    capacity = sheet.box.height - head - reserve
    pieces = [piece for row in rows for piece in _split(row, widths, sheet, capacity - 2 * padding)]
    heights = [max(_height(row, widths, sheet) + 2 * padding, least) for row in pieces]
    if least and sum(heights) > capacity:  # rows close up before they go to a second slide
        heights = [_height(row, widths, sheet) + 2 * padding for row in pieces]
    slides = []
    for run in partition([Atom(height) for height in heights], capacity):
        extra = 0.0
        if padding_most is not None:
            spare = (capacity - sum(heights[n] for n in run)) / len(run)
            extra = max(0.0, min(spare, 2 * (padding_most - padding)))
        slides.append(
            (
                (header, *(pieces[n] for n in run)),
                (head, *(heights[n] + extra for n in run)),
                tuple(dict.fromkeys(c for n in run for c in pieces[n].cites)),
                tuple(note for n in run for note in pieces[n].notes),
            )
        )
    return slides


def _split(
    row: TableRow, widths: Sequence[float], sheet: Sheet, most: float
) -> tuple[TableRow, ...]:
    """Return `row`, in pieces of at most `most` points where it is taller."""
    if _height(row, widths, sheet) <= most:
        return (row,)
    count = len(row.cells)
    columns = []
    for n, cell in enumerate(row.cells):
        width = widths[n] - _insets(count, n)
        chunks: list[tuple[Paragraph, ...]] = []
        group: tuple[Paragraph, ...] = ()
        for para in cell:
            for piece in sheet.ruler.split(para, width, most - _lead(cell), cell=True):
                wider = (*group, piece)
                if group and sheet.ruler.cell_height(wider, width) + _lead(wider) > most:
                    chunks.append(group)
                    group = ()
                group = (*group, piece)
        if group:
            chunks.append(group)
        columns.append(chunks)
    empty: tuple[Paragraph, ...] = ()
    return tuple(
        TableRow(cells, row.cites, row.notes if number == 0 else (), continues=number > 0)
        for number, cells in enumerate(zip_longest(*columns, fillvalue=empty))
    )


def table_frame(
    path: Path,
    rows: tuple[TableRow, ...],
    heights: tuple[float, ...],
    widths: Sequence[float],
    sheet: Sheet,
    alt: str,
) -> TableFrame:
    """Return the rows of one slide as a native table, the header over its rule."""
    under_header = Border("foreground", HEADER_RULE)
    hairline = Border("rule", HAIRLINE)
    count = len(widths)
    lines = []
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        above = None
        if number == 1:
            above = under_header
        elif number > 1 and not row.continues:
            above = hairline
        follows = rows[number + 1] if number + 1 < len(rows) else None
        below = None
        if number == 0:
            below = under_header
        elif follows is not None and not follows.continues:
            below = hairline
        padding = 0.0
        if number:
            padding = max(0.0, (height - _height(row, widths, sheet)) / 2)
        lines.append(
            tuple(
                Cell(
                    _unled(cell),
                    above,
                    below,
                    "bottom" if number == 0 else "top",
                    inset_top=padding + _lead(cell),
                    inset_bottom=padding if number else height - _height(row, widths, sheet) - 0.5,
                    inset_right=_inset_right(cell, widths[n], _insets(count, n), sheet),
                )
                for n, cell in enumerate(row.cells)
            )
        )
    box = Box(sheet.box.x, sheet.box.y, sum(widths), sum(heights))
    name = shape_name(path)
    return TableFrame(name, box, tuple(widths), heights, tuple(lines), header=True, alt=alt)


def _inset_right(
    paragraphs: tuple[Paragraph, ...], width: float, usual: float, sheet: Sheet
) -> float:
    """Return the room at a cell's right: more than usual where a last line would be short."""
    if any(para.align != "left" for para in paragraphs):
        return usual
    return width - sheet.ruler.narrowed(paragraphs, width - usual)


def _unled(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    if not paragraphs:
        return ()
    return (replace(paragraphs[0], before=0.0), *paragraphs[1:])
