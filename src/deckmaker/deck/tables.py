"""Rows of a native table: how wide its columns are, how high its rows, and on which slide each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.deck.body import Sheet, shape_name
from deckmaker.deck.fit import FIRST_PIECES, Atom, fewest, partition
from deckmaker.deck.geometry import HAIRLINE, MEASURE
from deckmaker.deck.model import Border, Cell, Paragraph, TableFrame
from deckmaker.deck.splitting import split
from deckmaker.deck.text import line_of
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.richtext import Citation

COLUMN_GAP = 24.0
NARROWEST = 40.0
"""No column is made narrower than this for the sake of others, points."""
FIRST_MOST = 1 / 3
"""How much of the measure the first column may take where a wide table repeats it."""
HEADER_RULE = 1.25
CLOSING_GAP = 12.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row still to be placed: its cells' paragraphs and what they cite and say."""

    cells: tuple[tuple[Paragraph, ...], ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
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
    notes: tuple[str, ...]


def column_groups(needs: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """Return which columns stand together on a slide: all of them, if their words have room.

    Else the first one heads each group, and the others are shared out evenly. `needs` holds the
    width of each column's longest word, points.
    """
    if sum(needs) <= MEASURE:
        return (tuple(range(len(needs))),)
    head = min(needs[0], MEASURE * FIRST_MOST)
    room = MEASURE - head
    runs = partition([Atom(min(need, room)) for need in needs[1:]], room)
    return tuple((0, *(n + 1 for n in run)) for run in runs) or ((0,),)


def column_needs(rows: Sequence[TableRow], sheet: Sheet) -> list[float]:
    """Return the width of each column's longest word with the gap behind it, points."""
    return [
        COLUMN_GAP
        + max((sheet.ruler.longest_word(para) for row in rows for para in row.cells[n]), default=0)
        for n in range(len(rows[0].cells))
    ]


def column_widths(
    rows: Sequence[TableRow], needs: Sequence[float], sheet: Sheet
) -> tuple[float, ...]:
    """Return the widths of the columns, points: what they hold decides, up to the measure.

    Every column gets its longest word; what is left is shared in proportion to what each would
    take on one line, so that long prose gets the room and short labels do not wrap.
    """
    ruler = sheet.ruler
    count = len(rows[0].cells)
    wishes = []
    for n in range(count):
        paragraphs = [para for row in rows for para in row.cells[n]]
        wishes.append(max((ruler.width(p) for p in paragraphs), default=0.0) + COLUMN_GAP)
    if sum(wishes) <= MEASURE:
        # What is left goes to columns of words: figures stay near what they belong to. A table of
        # figures behind one column of names has none to widen, and is spread evenly.
        wordy = [n for n in range(count) if not _numeric(rows, n)]
        if len(wordy) < 2:
            wordy = list(range(count))
        spare = (MEASURE - sum(wishes)) / len(wordy)
        return tuple(wish + (spare if n in wordy else 0.0) for n, wish in enumerate(wishes))
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


def _numeric(rows: Sequence[TableRow], n: int) -> bool:
    return all(para.align == "right" for row in rows for para in row.cells[n])


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
    path: Path, page: TablePage, widths: Sequence[float], sheet: Sheet, alt: str
) -> TableFrame:
    """Return the rows of one slide as a native table, the header over its rule."""
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
        shape_name(path), box, tuple(widths), page.heights, tuple(lines), header=True, alt=alt
    )


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
