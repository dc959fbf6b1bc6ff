"""Tables and positions: native tables, hairlines for grid, the header over a rule and repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from deckmaker.capitals import capitals
from deckmaker.deck.blocks.points import quotation_paragraph
from deckmaker.deck.body import Body, Sheet, continued, drop, shape_name
from deckmaker.deck.columns import column_groups, column_needs, column_widths
from deckmaker.deck.geometry import MEASURE
from deckmaker.deck.limits import CAPTION, HEAD
from deckmaker.deck.model import Paragraph, Style, TableFrame, TextFrame
from deckmaker.deck.speech import headed, spoken
from deckmaker.deck.tables import (
    TableRow,
    head_lines,
    paginate,
    table_frame,
)
from deckmaker.deck.text import muted, paragraph, text_of
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Position, Positions, Table
from deckmaker.locales import locale_for
from deckmaker.richtext import Span, Spans, citations, plain

CELL_PADDING = 7.0
CELL_PADDING_MOST = 16.0
LEDGER_PADDING = 10.0
LEDGER_PADDING_MOST = 26.0
LEDGER_ROW = 70.0
CAPTION_GAP = 8.0
MANY_COLUMNS = 6
"""From here on a table is set in the small size."""
COLUMNS_LEAST = (0.0, MEASURE / 6, MEASURE / 4, MEASURE / 3, MEASURE / 2)
"""How wide columns are made at least, tried in turn until no head takes too many lines; points."""
NAME_LINES = 3
"""A first cell of more lines does not name its row."""
LEDGER_WIDTHS = (220.0, 262.0, MEASURE - 482.0)


def plan_table(content: Table, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a table over as many slides as it needs, its header on each.

    One that is too wide goes on with further columns behind all of its rows, the first repeated.
    """
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
    bodies: list[Body] = []
    for part in _parts(header, rows, sheet):
        bodies += _pages(content, path, part, sheet)
    return tuple(bodies)


@dataclass(frozen=True, slots=True)
class _Part:
    """Columns of a table that stand on one slide together."""

    columns: tuple[int, ...]
    header: TableRow
    rows: tuple[TableRow, ...]
    widths: tuple[float, ...]


def _parts(header: TableRow, rows: tuple[TableRow, ...], sheet: Sheet) -> list[_Part]:
    """Return the columns of a table by slides: as many as have room for their words and heads."""
    needs = column_needs((header, *rows), sheet)
    for least in COLUMNS_LEAST:
        parts = []
        for group in column_groups([max(need, least) for need in needs]):
            first, others = header, rows
            if len(group) < len(needs):
                first, others = _columns(header, group), tuple(_columns(row, group) for row in rows)
            widths = column_widths((first, *others), [needs[n] for n in group], sheet)
            parts.append(_Part(group, first, others, widths))
        if all(head_lines(part.header, part.widths, sheet) <= HEAD.lines for part in parts):
            break
    return parts


def _columns(row: TableRow, group: Sequence[int]) -> TableRow:
    return replace(row, cells=tuple(row.cells[n] for n in group))


def _pages(content: Table, path: Path, part: _Part, sheet: Sheet) -> list[Body]:
    """Return the slides of columns that stand together."""
    HEAD.check(head_lines(part.header, part.widths, sheet), (*path, "table"))
    caption = _caption(content, path, sheet)
    reserve = caption.box.height + CAPTION_GAP if caption else 0.0
    heads = [plain(content.columns[n].head) for n in part.columns]
    bodies = []
    for page in paginate(
        part.rows,
        part.header,
        part.widths,
        sheet,
        CELL_PADDING,
        reserve,
        CELL_PADDING_MOST,
        again=partial(_again, sheet),
    ):
        frame = table_frame(path, page, part.widths, sheet, heads)
        frames: tuple[TableFrame | TextFrame, ...] = (frame,)
        if caption:
            frames = (frame, replace(caption, box=caption.box.at(y=frame.box.bottom + CAPTION_GAP)))
        cites = tuple(dict.fromkeys((*page.cites, *citations(content.caption))))
        bodies.append(Body("Table", frames, cites, page.notes))
    return bodies


def _again(sheet: Sheet, row: TableRow, width: float) -> tuple[Paragraph, ...]:
    """Return what names a row beside its rest: its first cell, where that is a name."""
    (first, *_) = row.cells
    name = text_of(first[0]) if first else ""
    if not name:
        return ()
    again = (continued((Span(name),), first[0].inks[0].style, sheet), muted(first[0]))
    for para in again:
        lines = sheet.ruler.count(para, width)
        if lines <= NAME_LINES and sheet.ruler.longest_word(para) <= width:
            return (para,)
    return ()


def plan_positions(content: Positions, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the ledger of who thinks what: who and role, stance and view, their words."""
    wording, label = sheet.wording, sheet.styles.label
    words = (wording.who, wording.stance, wording.words)
    heads = [paragraph(capitals(w, locale_for(wording.lang)), label) for w in words]
    heads[-1] = replace(heads[-1], left=_mark_width(sheet))
    header = TableRow(tuple((head,) for head in heads))
    rows = tuple(_position_row(entry, sheet) for entry in content.entries)
    remarks = (wording.stance_labels_ours,) if any(e.stance for e in content.entries) else ()
    bodies = []
    for page in paginate(
        rows,
        header,
        LEDGER_WIDTHS,
        sheet,
        LEDGER_PADDING,
        0.0,
        LEDGER_PADDING_MOST,
        LEDGER_ROW,
        again=partial(_again, sheet),
    ):
        frame = table_frame(path, page, LEDGER_WIDTHS, sheet, words)
        bodies.append(Body("Ledger", (frame,), page.cites, page.notes, remarks))
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
        words = paragraph(wording.not_quoted, styles.text, before=lower)
        words = replace(muted(words), left=_mark_width(sheet))
    view = (entry.view.short + entry.view.full) if entry.view else ()
    quote = entry.quote.text if entry.quote else ()
    notes: tuple[Spans, ...] = ()
    if entry.view and entry.view.full:
        notes = (headed(plain(entry.who), spoken(entry.view.full, wording), wording),)
    cites = citations(entry.who + entry.role + entry.stance + view + quote)
    return TableRow((tuple(who), tuple(stance), (words,)), cites, notes)


def _mark_width(sheet: Sheet) -> float:
    """Return the room that a hung quotation mark takes: what has none begins behind it."""
    return sheet.ruler.width(paragraph("“", sheet.styles.words))


def _cell_text(spans: Spans, style: Style, numeric: bool) -> Paragraph:
    para = paragraph(spans, style)
    return replace(para, align="right") if numeric else para


def _caption(content: Table, path: Path, sheet: Sheet) -> TextFrame | None:
    if not content.caption:
        return None
    label = sheet.wording.caption.format(label=content.label) if content.label else ""
    words = paragraph(content.caption, sheet.styles.note)
    head = paragraph(label, replace(sheet.styles.note, bold=True))
    para = replace(words, inks=(*(head.inks if label else ()), *words.inks))
    CAPTION.check(sheet.ruler.count(para, MEASURE), (*path, "table", "caption"))
    height = sheet.ruler.height((para,), MEASURE)
    place = Box(sheet.box.x, 0, MEASURE, height)
    return TextFrame(shape_name((*path, "caption")), place, (para,))
