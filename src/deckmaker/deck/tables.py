"""Rows of a native table: how high each is, on which slide it stands, and what parts them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.deck.body import Sheet, shape_name
from deckmaker.deck.fit import FIRST_PIECES, fewest
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.deck.model import Border, Cell, Paragraph, TableFrame
from deckmaker.deck.splitting import split
from deckmaker.deck.text import line_of, text_of
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.richtext import Citation, Spans
from deckmaker.wording import Wording

COLUMN_GAP = 24.0
HEADER_RULE = 1.25
CLOSING_GAP = 12.0
NAMES_MOST = 120
"""Letters up to which a text alternative names the rows of its table; of more, it counts them."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row still to be placed: its cells' paragraphs and what they cite and say."""

    cells: tuple[tuple[Paragraph, ...], ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[Spans, ...] = ()
    continues: bool = False
    """The rest of a row that was too tall: no hairline parts it from the one before."""
    text_height: float = 0.0
    """Points, once it has been measured."""


Again = Callable[[TableRow, float], tuple[Paragraph, ...]]
"""Makes the first cell beside the rest of a row, given the width of its text; points."""


@dataclass(frozen=True, slots=True)
class TablePage:
    """The rows of a table on one slide, the header first, with their heights in points."""

    rows: tuple[TableRow, ...]
    heights: tuple[float, ...]
    cites: tuple[Citation, ...]
    notes: tuple[Spans, ...]


def _insets(count: int, n: int) -> float:
    return COLUMN_GAP if n < count - 1 else 0.0


def _measured(row: TableRow, widths: Sequence[float], sheet: Sheet) -> TableRow:
    """Return `row` with the height of its text."""
    count = len(row.cells)
    height = max(
        (
            sheet.ruler.height(cell, widths[n] - _insets(count, n)) + _lead(cell)
            for n, cell in enumerate(row.cells)
            if cell
        ),
        default=0.0,
    )
    return replace(row, text_height=height)


def head_lines(header: TableRow, widths: Sequence[float], sheet: Sheet) -> int:
    """Return how many lines the header of a table takes."""
    line = max((line_of(para) for cell in header.cells for para in cell), default=0.0)
    return round(_measured(header, widths, sheet).text_height / line) if line else 0


def _lead(paragraphs: tuple[Paragraph, ...]) -> float:
    """Return the space above a cell's first paragraph: an inset, since `spcBef` is ignored."""
    return paragraphs[0].before if paragraphs else 0.0


def paginate(
    rows: Sequence[TableRow],
    header: TableRow,
    widths: Sequence[float],
    sheet: Sheet,
    padding: float,
    reserve: float,
    padding_most: float | None = None,
    least: float = 0.0,
    *,
    again: Again,
) -> list[TablePage]:
    """Return the rows of each slide, the header first on all of them.

    `padding` points stand above and below a row's text, up to `padding_most` where a slide has
    room; rows are `least` points high if that costs no further slide. `reserve` points are kept
    free beneath the table. `again` says what stands in the first cell beside the rest of a row that
    had to be split.
    """
    header = _measured(header, widths, sheet)
    head = header.text_height + padding
    capacity = sheet.box.height - head - reserve
    most = capacity - 2 * padding

    def packed(least: float) -> tuple[Sequence[TableRow], tuple[range, ...]]:
        return fewest(
            _ways(rows, widths, sheet, most, again),
            lambda row: max(row.text_height + 2 * padding, least),
            capacity,
        )

    pieces, runs = packed(least)
    if least and len(runs) > 1:  # rows close up before they go to a second slide
        least = 0.0
        pieces, runs = packed(least)
    heights = [max(row.text_height + 2 * padding, least) for row in pieces]
    pages = []
    for run in runs:
        extra = 0.0
        if padding_most is not None:
            spare = (capacity - sum(heights[n] for n in run)) / len(run)
            extra = max(0.0, min(spare, 2 * (padding_most - padding)))
        pages.append(
            TablePage(
                rows=(header, *(pieces[n] for n in run)),
                heights=(head, *(heights[n] + extra for n in run)),
                cites=tuple(dict.fromkeys(c for n in run for c in pieces[n].cites)),
                notes=tuple(note for n in run for note in pieces[n].notes),
            )
        )
    return pages


def _ways(
    rows: Sequence[TableRow],
    widths: Sequence[float],
    sheet: Sheet,
    most: float,
    again: Again,
) -> Iterator[tuple[TableRow, ...]]:
    """Yield ways to part the rows; one if none is too tall for a slide."""
    for share in FIRST_PIECES:
        pieces = [
            piece for row in rows for piece in _split(row, widths, sheet, most, share * most, again)
        ]
        yield tuple(pieces)
        if len(pieces) == len(rows):
            return


def _split(
    row: TableRow,
    widths: Sequence[float],
    sheet: Sheet,
    most: float,
    first: float,
    again: Again,
) -> tuple[TableRow, ...]:
    """Return `row` measured, in pieces of `most` points where it is taller, of `first` at first."""
    row = _measured(row, widths, sheet)
    if row.text_height <= most:
        return (row,)
    count = len(row.cells)
    columns = [
        split(
            sheet.ruler,
            cell,
            widths[n] - _insets(count, n),
            most - _lead(cell),
            first=first - _lead(cell),
        )
        for n, cell in enumerate(row.cells)
    ]
    head = again(row, widths[0] - _insets(count, 0)) if len(columns[0]) == 1 else ()
    pieces = []
    for number in range(max(map(len, columns))):
        cells = [pieces[number] if number < len(pieces) else () for pieces in columns]
        if number and not cells[0]:
            cells[0] = head
        notes = () if number else row.notes
        piece = TableRow(tuple(cells), row.cites, notes, continues=number > 0)
        pieces.append(_measured(piece, widths, sheet))
    return tuple(pieces)


def table_frame(
    path: Path,
    page: TablePage,
    widths: Sequence[float],
    sheet: Sheet,
    columns: Sequence[str],
) -> TableFrame:
    """Return the rows of one slide as a native table, the header over its rule.

    `columns` are their names.
    """
    under_header = Border("foreground", HEADER_RULE)
    hairline = Border("rule", HAIRLINE)

    def rule(number: int) -> Border | None:
        """Return what parts row `number` from the one above it."""
        if number <= 1:
            return under_header if number == 1 else None
        if number == len(page.rows):  # closed, unless the source rule does that
            return hairline if sum(page.heights) < sheet.box.height - CLOSING_GAP else None
        return None if page.rows[number].continues else hairline

    lines = []
    for number, (row, height) in enumerate(zip(page.rows, page.heights, strict=True)):
        spare = max(0.0, height - row.text_height)
        above = spare / 2 if number else 0.0
        lines.append(
            tuple(
                Cell(
                    _unled(cell),
                    rule(number),
                    rule(number + 1),
                    "top" if number else "bottom",
                    inset_top=above + _lead(cell),
                    inset_bottom=spare - above,
                    inset_right=_inset_right(cell, widths[n], _insets(len(widths), n), sheet),
                )
                for n, cell in enumerate(row.cells)
            )
        )
    box = Box(sheet.box.x, sheet.box.y, sum(widths), sum(page.heights))
    return TableFrame(
        shape_name(path),
        box,
        tuple(widths),
        page.heights,
        tuple(lines),
        header=True,
        alt=_alt(page, sheet.wording, columns),
    )


def _alt(page: TablePage, wording: Wording, columns: Sequence[str]) -> str:
    """Return what a table is, in words: its columns, and its rows by name or number."""
    named = list(dict.fromkeys(_name(row.cells[0]) for row in page.rows[1:]))
    short = all(named) and sum(map(len, named)) <= NAMES_MOST
    rows = wording.comma.join(named) if short else str(len(page.rows) - 1)
    return wording.table_of.format(columns=wording.comma.join(filter(None, columns)), rows=rows)


def _name(cell: tuple[Paragraph, ...]) -> str:
    return text_of(cell[0]) if cell else ""


def _inset_right(
    paragraphs: tuple[Paragraph, ...], width: float, usual: float, sheet: Sheet
) -> float:
    """Return the room at a cell's right: more than usual where a last line would be short."""
    if any(para.align != "left" for para in paragraphs):
        return usual
    return width - sheet.ruler.narrowed(paragraphs, width - usual)


def _unled(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return `paragraphs` without the space above the first, which became an inset."""
    if not paragraphs or not paragraphs[0].before:
        return paragraphs
    return (replace(paragraphs[0], before=0.0), *paragraphs[1:])
