"""The slides that are no section: cover, agenda, sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckmaker.brand import Brand
from deckmaker.deck.body import Body, Sheet, drop
from deckmaker.deck.geometry import (
    BESIDE_GAP,
    BODY_IDX,
    FIRST,
    LINE,
    MARGIN,
    MARK_MIDDLE,
    SECOND,
    SLIDE_WIDTH,
    TITLE_WIDTH,
)
from deckmaker.deck.layouts import Layout
from deckmaker.deck.model import Frame, Ink, Paragraph, PictureFrame, Slide, TextFrame
from deckmaker.deck.rows import Cell, Row, draw_rows, place_rows
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.document import Document, Front, Section, SourceEntry
from deckmaker.richtext import plain

LOGO_HEIGHT, LOGO_WIDTH_MOST = 34.0, 240.0
COVER_TOP, COVER_BOTTOM = 128.0, 440.0
COVER_LINES_MOST = 4
SUBTITLE_GAP, QUESTION_GAP, KIND_GAP = 16.0, 24.0, 18.0
LETTER_WIDTH = 32.0
SHORT_HASH = 12
"""Hexadecimal digits of a snapshot's hash: enough to tell two apart, and the memo has it whole."""
AGENDA_PADDING = 7.0
SOURCE_PADDING_MOST = 20.0


def plan_cover(document: Document, brand: Brand, layout: Layout, sheet: Sheet) -> Slide:
    """Return the cover: kind and date small, the title large on a dark ground, the question."""
    front, styles, ruler = document.front, sheet.styles, sheet.ruler
    title = _cover_title(front, sheet)
    title_height = ruler.height((title,), TITLE_WIDTH)
    lines: list[tuple[str, Paragraph, float]] = []
    if plain(front.subtitle):
        lines.append(("meta.subtitle", paragraph(front.subtitle, styles.cover_text), SUBTITLE_GAP))
    if plain(front.question):
        question = paragraph(front.question, styles.cover_question)
        lines.append(("meta.question", question, QUESTION_GAP))
    lines = [(name, ruler.balanced(para, TITLE_WIDTH), gap) for name, para, gap in lines]
    below = sum(gap + ruler.height((para,), TITLE_WIDTH) for _, para, gap in lines)
    kind_height = LINE * styles.cover_small.size
    whole = kind_height + KIND_GAP + title_height + below
    top = COVER_TOP + max(0.0, (COVER_BOTTOM - COVER_TOP - whole) / 2)
    frames: list[Frame] = []
    y = top + kind_height + KIND_GAP + title_height
    for number, (name, para, gap) in enumerate(lines):
        y += gap
        height = ruler.height((para,), TITLE_WIDTH)
        slot = BODY_IDX if number == 0 else None
        frames.append(TextFrame(name, Box(MARGIN, y, TITLE_WIDTH, height), (para,), slot))
        y += height
    people = _people(document, sheet)
    if people:
        slot_box = next(s.box for s in layout.slots if s.idx == BODY_IDX + 1)
        height = ruler.height(people, TITLE_WIDTH)
        place = slot_box.at(y=slot_box.bottom - height, height=height)
        frames.append(TextFrame("meta.to", place, people, BODY_IDX + 1, anchor="bottom"))
    frames += _logo(brand, sheet)
    return Slide(
        id="cover",
        layout="Cover",
        title="".join(ink.text for ink in title.inks),
        kicker=f"{front.kind} · {front.date}" if front.kind else front.date,
        frames=tuple(frames),
        title_box=Box(MARGIN, top + kind_height + KIND_GAP, TITLE_WIDTH, title_height),
        kicker_box=Box(MARGIN, top, TITLE_WIDTH, kind_height),
        path=("meta", "title"),
    )


def _cover_title(front: Front, sheet: Sheet) -> Paragraph:
    """Return the title balanced, a step of the scale smaller where it would fill the cover."""
    styles, ruler = sheet.styles, sheet.ruler
    para = paragraph(plain(front.title), styles.cover_title)
    if ruler.count(para, TITLE_WIDTH) > COVER_LINES_MOST - 1:
        smaller = replace(styles.cover_title, size=styles.quotation.size)
        para = paragraph(plain(front.title), smaller)
    return ruler.balanced(para, TITLE_WIDTH)


def _people(document: Document, sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return from whom to whom, a line each."""
    front, wording = document.front, document.wording
    label = replace(sheet.styles.cover_small, bold=True)
    lines = []
    for word, names in ((wording.from_, front.from_), (wording.to, front.to)):
        if names:
            inks = (Ink(f"{word}  ", label), Ink(", ".join(names), sheet.styles.cover_small))
            lines.append(Paragraph(inks, before=2))
    return tuple(lines)


def _logo(brand: Brand, sheet: Sheet) -> list[Frame]:
    """Return the logo that suits a dark ground, or the organisation's name as a wordmark."""
    logo = brand.logo_on_dark or brand.logo
    if logo is not None:
        height = min(LOGO_HEIGHT, LOGO_WIDTH_MOST * logo.height / logo.width)
        top = MARK_MIDDLE - height / 2
        box = Box(MARGIN, top, height * logo.width / logo.height, height)
        return [PictureFrame("Logo", box, logo.data, logo.format, logo.alt)]
    if brand.organisation:
        para = paragraph(brand.organisation, replace(sheet.styles.cover_small, bold=True))
        height = sheet.ruler.height((para,), TITLE_WIDTH)
        box = Box(MARGIN, MARK_MIDDLE - height / 2, TITLE_WIDTH, height)
        return [TextFrame("Wordmark", box, (para,))]
    return []


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
        label = paragraph(plain(section.label), replace(styles.lead, bold=True))
        assertion = paragraph(plain(section.title or section.blocks[0].title), styles.agenda)
        cells = (
            Cell(
                f"Agenda {number}",
                MARGIN,
                FIRST - BESIDE_GAP - MARGIN,
                (label,),
                main=True,
                jump=target,
            ),
            Cell(
                f"Agenda {number} title",
                FIRST,
                SLIDE_WIDTH - MARGIN - FIRST,
                (assertion,),
                drop=drop(styles.lead, styles.agenda),
                jump=target,
            ),
        )
        rows.append(Row(cells))
    return tuple(
        Body("Agenda", draw_rows(placed, sheet, opened=True))
        for placed in place_rows(rows, sheet, padding=AGENDA_PADDING)
    )


def plan_sources(sources: Sequence[SourceEntry], sheet: Sheet) -> tuple[Body, ...]:
    """Return the sources: how each is named at the left, what is known of it at the right."""
    rows = tuple(_source_row(source, sheet) for source in sources)
    return tuple(
        Body("Sources", draw_rows(placed, sheet, opened=True))
        for placed in place_rows(rows, sheet, padding_most=SOURCE_PADDING_MOST)
    )


def _source_row(source: SourceEntry, sheet: Sheet) -> Row:
    styles, wording = sheet.styles, sheet.wording
    known = [paragraph(detail, styles.note) for detail in source.details if plain(detail)]
    if source.url:
        known.append(Paragraph((Ink(source.url, styles.note, href=source.url),)))
    if source.sha256:
        known.append(paragraph(f"{wording.snapshot} {source.sha256[:SHORT_HASH]}…", styles.note))
    if plain(source.verification):
        said = wording.verified.format(what=plain(source.verification))
        known.append(paragraph(f"{said}.", replace(styles.note, role="foreground")))
    known = [replace(para, before=4.0 if n else 0.0) for n, para in enumerate(known)]
    name = f"sources.{source.key}" if source.key else "source"
    lettered = LETTER_WIDTH if source.letter else 0.0
    cite = paragraph(source.cite, styles.unit)
    x = MARGIN + lettered
    cells = [Cell(name, x, SECOND - BESIDE_GAP - x, (cite,), main=True)]
    if source.letter:
        letter = paragraph(source.letter, replace(styles.lead, bold=True, role="primary"))
        lower = drop(styles.unit, styles.lead)
        cells.insert(0, Cell(f"{name} letter", MARGIN, LETTER_WIDTH, (letter,), drop=lower))
    if known:
        width = SLIDE_WIDTH - MARGIN - SECOND
        lower = drop(styles.unit, styles.note)
        cells.append(Cell(f"{name} details", SECOND, width, tuple(known), drop=lower))
    return Row(tuple(cells))
