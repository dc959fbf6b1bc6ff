"""The slides that are neither cover nor section: agenda and sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from deckmaker.deck.body import Body, Sheet, continued, drop
from deckmaker.deck.geometry import (
    BESIDE_GAP,
    FIRST,
    MARGIN,
    SECOND,
    SLIDE_WIDTH,
)
from deckmaker.deck.model import Jump
from deckmaker.deck.rows import Cell, Row, draw_rows, place_rows
from deckmaker.deck.text import muted, paragraph
from deckmaker.document import Section, SourceEntry
from deckmaker.document.sentences import is_closed
from deckmaker.richtext import Spans, plain

LETTER_WIDTH = 32.0
SHORT_HASH = 12
"""Hexadecimal digits of a snapshot's hash: enough to tell two apart, and the memo has it whole."""
AGENDA_PADDING = 7.0
SOURCE_PADDING_MOST = 20.0


def plan_agenda(
    sections: Sequence[Section], first_slide: Callable[[str], str], sheet: Sheet
) -> tuple[Body, ...]:
    """Return the agenda: each section's label, a link, with its assertion beside it.

    `first_slide` gives the id of the slide on which a section (by its id) begins.
    """
    styles = sheet.styles
    rows = []
    for number, section in enumerate(sections, 1):
        target = first_slide(section.id)
        leads = plain(section.title or section.blocks[0].title)
        label = paragraph(plain(section.label), replace(styles.lead, bold=True))
        assertion = paragraph(leads, styles.agenda)
        cells = (
            Cell(
                f"Agenda {number}",
                MARGIN,
                FIRST - BESIDE_GAP - MARGIN,
                (label,),
                main=True,
                jump=Jump(target, leads),
                again=partial(muted, label),
            ),
            Cell(
                f"Agenda {number} title",
                FIRST,
                SLIDE_WIDTH - MARGIN - FIRST,
                (assertion,),
                drop=drop(styles.lead, styles.agenda),
                jump=Jump(target, leads),
            ),
        )
        rows.append(Row(cells))
    return tuple(
        Body("Agenda", draw_rows(placed, sheet, opened=True))
        for placed in place_rows(rows, sheet, padding=AGENDA_PADDING)
    )


def plan_sources(
    sources: Sequence[SourceEntry], reservations: Sequence[Spans], sheet: Sheet
) -> tuple[Body, ...]:
    """Return the sources: how each is named at the left, what is known of it at the right.

    Below them, where what is known stands, `reservations` tell what no source has.
    """
    rows = (
        *(_source_row(source, sheet) for source in sources),
        *(_reservation_row(one, number, sheet) for number, one in enumerate(reservations, 1)),
    )
    return tuple(
        Body("Sources", draw_rows(placed, sheet, opened=True))
        for placed in place_rows(rows, sheet, padding_most=SOURCE_PADDING_MOST)
    )


def _reservation_row(told: Spans, number: int, sheet: Sheet) -> Row:
    text = plain(told)
    stop = "" if is_closed(text) else sheet.wording.stop
    said = paragraph(f"{text}{stop}", replace(sheet.styles.note, role="foreground"))
    again = partial(continued, told, sheet.styles.note, sheet)
    width = SLIDE_WIDTH - MARGIN - SECOND
    return Row((Cell(f"reservation {number}", SECOND, width, (said,), main=True, again=again),))


def _source_row(source: SourceEntry, sheet: Sheet) -> Row:
    styles, wording = sheet.styles, sheet.wording
    known = [paragraph(detail, styles.note) for detail in source.details if plain(detail)]
    if source.url:  # to be read; what one clicks is the name of the source
        known.append(paragraph(source.url, styles.note))
    if source.sha256:
        known.append(paragraph(f"{wording.snapshot} {source.sha256[:SHORT_HASH]}…", styles.note))
    if plain(source.verification):
        said = plain(source.verification)
        known.append(paragraph(f"{said}{wording.stop}", replace(styles.note, role="foreground")))
    known = [replace(para, before=4.0 if n else 0.0) for n, para in enumerate(known)]
    name = f"sources.{source.key}" if source.key else "source"
    lettered = LETTER_WIDTH if source.letter else 0.0
    x = MARGIN + lettered
    width = SECOND - BESIDE_GAP - x
    cite = paragraph(source.cite, styles.unit)
    jump = None
    if source.leads_to:
        # The box and not its text: LibreOffice sets the lines of a link within text elsewhere.
        jump = Jump(source.leads_to, source.leads_to, external=True)
        cite = paragraph(source.cite, replace(styles.unit, role="primary", underlined=True))
    again = partial(continued, source.cite, styles.unit, sheet)
    cells = [Cell(name, x, width, (cite,), main=True, jump=jump, again=again)]
    if source.letter:
        letter = paragraph(source.letter, replace(styles.lead, bold=True, role="primary"))
        lower = drop(styles.unit, styles.lead)
        cells.insert(0, Cell(f"{name} letter", MARGIN, LETTER_WIDTH, (letter,), drop=lower))
    if known:
        lower = drop(styles.unit, styles.note)
        beside = SLIDE_WIDTH - MARGIN - SECOND
        cells.append(Cell(f"{name} details", SECOND, beside, tuple(known), drop=lower))
    return Row(tuple(cells))
