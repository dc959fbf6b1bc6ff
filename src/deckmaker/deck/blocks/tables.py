"""Tables and positions: native tables, hairlines for grid, the header over a rule and repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from deckmaker.deck.blocks.points import quotation_paragraph
from deckmaker.deck.body import Body, Sheet, drop, shape_name, spoken
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import HAIRLINE, MEASURE
from deckmaker.deck.model import Border, Cell, Paragraph, Style, TableFrame, TextFrame
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Position, Positions, Table
from deckmaker.richtext import Citation, Spans, citations, plain

CELL_PADDING = 7.0
CELL_PADDING_MOST = 11.0
LEDGER_PADDING = 10.0
LEDGER_PADDING_MOST = 18.0
LEDGER_ROW = 70.0
COLUMN_GAP = 16.0
NARROWEST = 40.0
"""No column is made narrower than this for the sake of others, points."""
HEADER_RULE = 1.25
CAPTION_GAP = 8.0
MANY_COLUMNS = 6
"""From here on a table is set in the small size."""
LEDGER_WIDTHS = (220.0, 262.0, MEASURE - 482.0)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row still to be placed: its cells' paragraphs and what they cite and say."""

    cells: tuple[tuple[Paragraph, ...], ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    continues: bool = False


def plan_table(content: Table, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a table over as many slides as it needs, its header on each."""
    styles = sheet.styles
    small = len(content.columns) >= MANY_COLUMNS
    body = styles.table_small if small else styles.table
    head = styles.table_small_head if small else styles.table_head
    header = TableRow(tuple((_cell_text(c.head, head, c.numeric),) for c in content.columns))
    rows = tuple(
        TableRow(
            tuple(
                (_cell_text(cell, body, column.numeric),)
                for cell, column in zip(row, content.columns, strict=True)
            ),
            tuple(c for cell in row for c in citations(cell)),
        )
        for row in content.rows
    )
    widths = column_widths((header, *rows), sheet)
    caption = _caption(content, path, sheet)
    reserve = caption.box.height + CAPTION_GAP if caption else 0.0
    bodies = []
    for placed in _paginate(rows, header, widths, sheet, CELL_PADDING, reserve, CELL_PADDING_MOST):
        cells, heights, cites, notes = placed
        frame = _frame(path, cells, heights, widths, sheet, _table_alt(content))
        frames: tuple[TableFrame | TextFrame, ...] = (frame,)
        if caption:
            frames = (frame, replace(caption, box=caption.box.at(y=frame.box.bottom + CAPTION_GAP)))
        bodies.append(Body("Table", frames, cites, notes))
    return tuple(bodies)


def plan_positions(content: Positions, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the ledger of who thinks what: who and role, stance and view, their words."""
    wording, label = sheet.wording, sheet.styles.label
    header = TableRow(
        tuple(
            (paragraph(words.upper(), label),)
            for words in (wording.who, wording.stance, wording.words)
        )
    )
    rows = tuple(_position_row(entry, sheet) for entry in content.entries)
    bodies = []
    for cells, heights, cites, notes in _paginate(
        rows, header, LEDGER_WIDTHS, sheet, LEDGER_PADDING, 0.0, LEDGER_PADDING_MOST, LEDGER_ROW
    ):
        alt = ", ".join(plain(entry.who) for entry in content.entries)
        frame = _frame(path, cells, heights, LEDGER_WIDTHS, sheet, alt)
        remarks = (wording.stance_labels_ours,) if any(e.stance for e in content.entries) else ()
        bodies.append(Body("Ledger", (frame,), cites, notes, remarks))
    return tuple(bodies)


def _position_row(entry: Position, sheet: Sheet) -> TableRow:
    styles, wording = sheet.styles, sheet.wording
    lower = drop(styles.name, styles.text)
    who = [paragraph(entry.who, styles.name)]
    if entry.role:
        who.append(paragraph(entry.role, styles.role, before=1))
    stance = []
    if entry.stance:
        stance.append(paragraph(entry.stance, styles.stance, before=lower))
    if entry.view:
        stance.append(paragraph(entry.view.short, styles.text, before=0 if stance else lower))
    if entry.quote:
        words = replace(quotation_paragraph(entry.quote.text, styles.words, sheet), before=lower)
    else:
        words = paragraph(wording.not_quoted, replace(styles.text, role="muted"), before=lower)
    view = (entry.view.short + entry.view.full) if entry.view else ()
    quote = entry.quote.text if entry.quote else ()
    notes: tuple[str, ...] = ()
    if entry.view and entry.view.full:
        notes = (f"{plain(entry.who)}: {spoken(entry.view.full)}",)
    cites = citations(entry.who + entry.role + entry.stance + view + quote)
    return TableRow((tuple(who), tuple(stance), (words,)), cites, notes)


def _cell_text(spans: Spans, style: Style, numeric: bool) -> Paragraph:
    para = paragraph(spans, style)
    return replace(para, align="right") if numeric else para


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


_Placed = tuple[tuple[TableRow, ...], tuple[float, ...], tuple[Citation, ...], tuple[str, ...]]


def _paginate(
    rows: Sequence[TableRow],
    header: TableRow,
    widths: Sequence[float],
    sheet: Sheet,
    padding: float,
    reserve: float,
    padding_most: float | None = None,
    least: float = 0.0,
) -> list[_Placed]:
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


def _frame(
    path: Path,
    rows: tuple[TableRow, ...],
    heights: tuple[float, ...],
    widths: Sequence[float],
    sheet: Sheet,
    alt: str,
) -> TableFrame:
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
                    inset_right=_insets(count, n),
                )
                for n, cell in enumerate(row.cells)
            )
        )
    box = Box(sheet.box.x, sheet.box.y, sum(widths), sum(heights))
    name = shape_name(path)
    return TableFrame(name, box, tuple(widths), heights, tuple(lines), header=True, alt=alt)


def _unled(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    if not paragraphs:
        return ()
    return (replace(paragraphs[0], before=0.0), *paragraphs[1:])


def _caption(content: Table, path: Path, sheet: Sheet) -> TextFrame | None:
    if not content.caption:
        return None
    label = f"{content.label}. " if content.label else ""
    words = paragraph(content.caption, sheet.styles.note)
    head = paragraph(label, replace(sheet.styles.note, bold=True))
    para = replace(words, inks=(*(head.inks if label else ()), *words.inks))
    height = sheet.ruler.height((para,), MEASURE)
    place = Box(sheet.box.x, 0, MEASURE, height)
    return TextFrame(shape_name((*path, "caption")), place, (para,))


def _table_alt(content: Table) -> str:
    heads = ", ".join(plain(column.head) for column in content.columns if plain(column.head))
    return heads or content.label
