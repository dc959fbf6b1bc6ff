"""The slides that are no section: cover, agenda, sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckmaker.brand import Brand
from deckmaker.deck.body import Body, Sheet, drop
from deckmaker.deck.geometry import BODY_IDX, LINE, MARGIN, SLIDE_WIDTH, TITLE_WIDTH, span
from deckmaker.deck.layouts import Layout
from deckmaker.deck.model import Frame, Ink, Paragraph, PictureFrame, Slide, TextFrame
from deckmaker.deck.rows import Cell, Row, draw_rows, place_rows
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.document import Document, Front, Section, SourceEntry
from deckmaker.richtext import plain

LOGO_HEIGHT, LOGO_WIDTH_MOST = 40.0, 240.0
LOGO_TOP = 48.0
COVER_TOP, COVER_BOTTOM = 128.0, 440.0
COVER_LINES_MOST = 4
SUBTITLE_GAP, QUESTION_GAP, KIND_GAP = 16.0, 24.0, 18.0
AGENDA_LABEL_X = MARGIN + 40.0
AGENDA_TITLE_X = MARGIN + span(5) + 16
AGENDA_NUMBER_WIDTH = 40.0


def plan_cover(document: Document, brand: Brand, layout: Layout, sheet: Sheet) -> Slide:
    """Return the cover: kind and date small, the title large on a dark ground, the question."""
    front, styles, ruler = document.front, sheet.styles, sheet.ruler
    title = _cover_title(front, sheet)
    title_height = ruler.height((title,), TITLE_WIDTH)
    lines: list[tuple[str, Paragraph, float]] = []
    if plain(front.subtitle):
        lines.append(("meta.subtitle", paragraph(front.subtitle, styles.cover_text), SUBTITLE_GAP))
    if plain(front.question):
        question = paragraph(front.question, replace(styles.cover_text, italic=True))
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
    front, wording, style = document.front, document.wording, sheet.styles.cover_small
    lines = []
    for label, names in ((wording.from_, front.from_), (wording.to, front.to)):
        if names:
            lines.append(Paragraph((Ink(f"{label} {', '.join(names)}", style),)))
    return tuple(lines)


def _logo(brand: Brand, sheet: Sheet) -> list[Frame]:
    """Return the logo that suits a dark ground, or the organisation's name as a wordmark."""
    logo = brand.logo_on_dark or brand.logo
    if logo is not None:
        height = min(LOGO_HEIGHT, LOGO_WIDTH_MOST * logo.height / logo.width)
        box = Box(MARGIN, LOGO_TOP, height * logo.width / logo.height, height)
        return [PictureFrame("Logo", box, logo.data, logo.format, logo.alt)]
    if brand.organisation:
        para = paragraph(brand.organisation, replace(sheet.styles.cover_small, bold=True))
        height = sheet.ruler.height((para,), TITLE_WIDTH)
        box = Box(MARGIN, LOGO_TOP, TITLE_WIDTH, height)
        return [TextFrame("Wordmark", box, (para,))]
    return []


def plan_agenda(
    sections: Sequence[Section], first_slide: Callable[[str], str], sheet: Sheet
) -> tuple[Body, ...]:
    """Return the agenda: each section's number and label, linked, with its assertion beside it.

    `first_slide` gives the id of the slide on which a section (by its id) begins.
    """
    styles = sheet.styles
    rows = []
    for number, section in enumerate(sections, 1):
        target = first_slide(section.id)
        label = Ink(plain(section.label), styles.lead, slide=target)
        assertion = section.title or section.blocks[0].title
        rows.append(
            Row(
                (
                    Cell(
                        f"Agenda {number}",
                        MARGIN,
                        AGENDA_NUMBER_WIDTH,
                        (paragraph(str(number), replace(styles.lead, role="primary")),),
                    ),
                    Cell(
                        f"Agenda {number} label",
                        AGENDA_LABEL_X,
                        AGENDA_TITLE_X - AGENDA_LABEL_X - 24,
                        (Paragraph((label,)),),
                        main=True,
                    ),
                    Cell(
                        f"Agenda {number} title",
                        AGENDA_TITLE_X,
                        SLIDE_WIDTH - MARGIN - AGENDA_TITLE_X,
                        (paragraph(plain(assertion), styles.note),),
                        drop=drop(styles.lead, styles.note),
                    ),
                )
            )
        )
    return tuple(Body("Agenda", draw_rows(placed, sheet)) for placed in place_rows(rows, sheet))


def plan_sources(sources: Sequence[SourceEntry], sheet: Sheet) -> tuple[Body, ...]:
    """Return the sources: how each is named, what is known of it, what was verified."""
    styles = sheet.styles
    lettered = any(source.letter for source in sources)
    text_x = MARGIN + (AGENDA_NUMBER_WIDTH if lettered else 0.0)
    rows = []
    for source in sources:
        text = [paragraph(source.cite, styles.lead)]
        text += [paragraph(d, styles.note, before=3) for d in source.details if plain(d)]
        if source.url:
            text.append(Paragraph((Ink(source.url, styles.note, href=source.url),), before=3))
        if plain(source.verification):
            said = sheet.wording.verified.format(what=plain(source.verification))
            text.append(paragraph(f"{said}.", styles.note, before=8))
        name = f"source.{source.key}" if source.key else "source"
        cells = [Cell(name, text_x, TITLE_WIDTH, tuple(text), main=True)]
        if lettered:
            letter = paragraph(source.letter, replace(styles.lead, bold=True, role="primary"))
            cells.insert(0, Cell(f"{name} letter", MARGIN, AGENDA_NUMBER_WIDTH, (letter,)))
        rows.append(Row(tuple(cells)))
    return tuple(Body("Sources", draw_rows(placed, sheet)) for placed in place_rows(rows, sheet))
