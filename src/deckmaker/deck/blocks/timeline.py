"""Timeline: a vertical register with a spine, filled nodes for stated days, hollow for vague."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from deckmaker.deck.blocks.points import quotation_cell, quotation_paragraph
from deckmaker.deck.body import Body, Sheet, continued, drop, shape_name
from deckmaker.deck.geometry import BESIDE_GAP, MARGIN, SECOND, SLIDE_WIDTH, TITLE_WIDTH
from deckmaker.deck.model import Frame, Paragraph, RuleFrame, ShapeFrame
from deckmaker.deck.rows import Cell, PlacedRow, Row, cites_of, draw_rows, notes_of, place_rows
from deckmaker.deck.speech import note_of
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Entry, Timeline
from deckmaker.richtext import citations, plain

DATE_RIGHT = 246.0
SPINE_X = 262.0
EVENT_X = 282.0
QUOTE_LINES = 2
"""A quotation that needs more lines beside its event is left to the notes, whole."""
QUOTES_BESIDE = 2
"""So many quotations earn a column of their own; a single one stands below its event."""
NODE = 9.0
NODE_LINE = 1.5
SPINE_WEIGHT = 1.0
X_HEIGHT_MIDDLE = 0.25
"""Where the middle of a line's small letters lies above its baseline, em."""
PADDING = 7.0
PADDING_MOST = 17.0
"""A register reads as one column: its rows spread less than a list's."""


def plan_timeline(content: Timeline, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the entries of a timeline, date right-aligned to the spine, event beside it."""
    quoted = {entry.path for entry in content.entries if _quotation_fits(entry, sheet)}
    beside = len(quoted) >= QUOTES_BESIDE
    rows = tuple(
        _row(entry, sheet, quoted=entry.path in quoted, beside=beside) for entry in content.entries
    )
    entries_by_name = {shape_name(entry.path, "event"): entry for entry in content.entries}
    mixed = len({entry.vague for entry in content.entries}) > 1
    remarks = (sheet.wording.hollow_nodes,) if mixed else ()
    bodies = []
    for placed in place_rows(rows, sheet, padding=PADDING, padding_most=PADDING_MOST):
        frames = (*_spine(placed, sheet, entries_by_name), *draw_rows(placed, sheet, rules=False))
        entries = [entries_by_name[name] for name in map(_event, placed) if name in entries_by_name]
        told = _told(entries, sheet, mixed=mixed)
        bodies.append(Body("Timeline", frames, cites_of(placed), notes_of(placed), remarks, told))
    return tuple(bodies)


def _event(placed: PlacedRow) -> str:
    """Return the name of the cell that holds an entry's event."""
    return next((cell.name for cell in placed.row.cells if cell.main), "")


def _told(entries: Sequence[Entry], sheet: Sheet, *, mixed: bool) -> tuple[str, ...]:
    """Return what the spine and its nodes show, in words: from when to when, and what is vague."""
    if not entries:
        return ()
    wording = sheet.wording
    ends = tuple(dict.fromkeys((plain(entries[0].when), plain(entries[-1].when))))
    reach = wording.between.format(start=ends[0], end=ends[-1]) if len(ends) > 1 else ends[0]
    told = [f"{wording.timeline}{wording.aside}{reach}"]
    vague = wording.semicolon.join(plain(entry.when) for entry in entries if entry.vague)
    if mixed and vague:
        open_circles = wording.hollow_nodes.removesuffix(wording.stop)
        told.append(wording.expanded.format(name=open_circles, term=vague))
    return tuple(told)


def _quotation_fits(entry: Entry, sheet: Sheet) -> bool:
    if not entry.what.pulled:
        return False
    para = quotation_paragraph(entry.what.pulled, sheet.styles.pulled, sheet)
    return sheet.ruler.count(para, SLIDE_WIDTH - MARGIN - SECOND + para.hang) <= QUOTE_LINES


def _row(entry: Entry, sheet: Sheet, *, quoted: bool, beside: bool) -> Row:
    styles = sheet.styles
    right = SECOND - BESIDE_GAP if beside else MARGIN + TITLE_WIDTH
    date = replace(paragraph(entry.when, styles.date), align="right")
    event = [paragraph(entry.what.short, styles.event)]
    if quoted and not beside:
        event.append(replace(paragraph(entry.what.pulled, styles.pulled), before=2))
    cells = [
        Cell(
            shape_name(entry.path, "date"),
            MARGIN,
            DATE_RIGHT - MARGIN,
            (date,),
            drop=drop(styles.event, styles.date),
            again=partial(_again, entry, sheet),
        ),
        Cell(shape_name(entry.path, "event"), EVENT_X, right - EVENT_X, tuple(event), main=True),
    ]
    if quoted and beside:
        cells.append(quotation_cell(entry.path, entry.what.pulled, styles.event, sheet))
    cites = citations(entry.when + entry.what.short + entry.what.full + entry.what.pulled)
    return Row(tuple(cells), cites, note_of(entry.what, sheet.wording))


def _again(entry: Entry, sheet: Sheet) -> Paragraph:
    return replace(continued(entry.when, sheet.styles.date, sheet), align="right")


def _spine(
    placed: tuple[PlacedRow, ...], sheet: Sheet, entries: Mapping[str, Entry]
) -> list[Frame]:
    """Return the spine and its nodes: drawn for the eye, the dates say the same in words."""
    rows = [item for item in placed if not item.row.continues]
    style = sheet.styles.event
    middle = style.baseline - X_HEIGHT_MIDDLE * style.size
    centres = [item.text_y + middle for item in rows]
    first, last = placed[0], placed[-1]
    # The rest of an entry has no node: the spine runs on beside it.
    start = first.text_y if first.row.continues else centres[0]
    end = last.text_y + last.height / 2 if last.row.continues else centres[-1]
    frames: list[Frame] = []
    if end > start:
        frames.append(RuleFrame("Spine", SPINE_X, start, 0, end - start, "rule", SPINE_WEIGHT))
    for number, (item, centre) in enumerate(zip(rows, centres, strict=True), 1):
        entry = entries.get(_event(item))
        hollow = entry is not None and entry.vague
        frames.append(
            ShapeFrame(
                f"Node {number}",
                Box(SPINE_X - NODE / 2, centre - NODE / 2, NODE, NODE),
                "ellipse",
                fill="background" if hollow else "primary",
                line="primary",
                weight=NODE_LINE,
            )
        )
    return frames
