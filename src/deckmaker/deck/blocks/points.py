"""Summary, points, prose, questions and asks: rows of short text, with more beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from deckmaker.deck.body import Body, Sheet, drop, shape_name
from deckmaker.deck.geometry import (
    BESIDE_GAP,
    BODY_IDX,
    MARGIN,
    SECOND,
    SLIDE_WIDTH,
    TITLE_WIDTH,
    span,
)
from deckmaker.deck.model import Frame, Ink, Paragraph, ShapeFrame, Style, TextFrame
from deckmaker.deck.rows import (
    Cell,
    Row,
    cites_of,
    draw_rows,
    notes_of,
    place_pages,
    place_rows,
)
from deckmaker.deck.speech import note_of, sentences, spoken, stopped
from deckmaker.deck.splitting import split
from deckmaker.deck.text import muted, paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Ask, Asks, Confidence, Point, PointList, Prose, Questions, Summary
from deckmaker.richtext import Spans, citations, plain
from deckmaker.wording import Wording

SHORT_WIDTH = SECOND - BESIDE_GAP - MARGIN
"""Beside a quotation; alone, a point runs to the title's measure."""
FEW = 2
"""So few points are set a step of the scale larger: they have the slide to themselves."""
FEW_LINES = 5
"""If none of them is longer."""
ORDINAL_WIDTH = 40.0
OWNER_X = MARGIN + span(9) + 16
BLUF_GAP = 6.0
PANEL_INSET = 16.0
CONFIDENCE_GAP = 14.0
FOOT_GAP = 10.0
"""Between the confidence and the source rule."""
FOOT_MOST = 0.25
"""How much of the body a statement of confidence may take at its foot."""


def hung(spans: Spans, style: Style, ruler_width: float) -> Paragraph:
    """Return a quotation whose opening mark hangs out of its lines by `ruler_width` points."""
    return replace(paragraph(spans, style), hang=ruler_width)


def quotation_paragraph(spans: Spans, style: Style, sheet: Sheet) -> Paragraph:
    """Return a quotation with its opening mark hung in the margin of its lines."""
    mark = plain(spans)[:1]
    width = sheet.ruler.width(Paragraph((Ink(mark, style),))) if mark in "“„«‘「" else 0.0
    return hung(spans, style, width)


def point_rows(points: tuple[Point, ...], sheet: Sheet, style: Style) -> tuple[Row, ...]:
    """Return a row for each point, the quotations that it pulls at the right."""
    quoted = any(point.pulled for point in points)
    width = SHORT_WIDTH if quoted else TITLE_WIDTH
    rows = []
    for point in points:
        cells = [
            Cell(
                shape_name(point.path, "short"),
                MARGIN,
                width,
                (paragraph(point.short, style),),
                main=True,
            )
        ]
        if point.pulled:
            cells.append(quotation_cell(point.path, point.pulled, style, sheet))
        rows.append(
            Row(
                tuple(cells),
                citations(point.short + point.full + point.pulled),
                note_of(point, sheet.wording),
            )
        )
    return tuple(rows)


def quotation_cell(path: Path, pulled: Spans, beside: Style, sheet: Sheet) -> Cell:
    """Return a pulled quotation in the second column, its mark hung out to the left of it."""
    para = quotation_paragraph(pulled, sheet.styles.pulled, sheet)
    return Cell(
        shape_name(path, "quotation"),
        SECOND - para.hang,
        SLIDE_WIDTH - MARGIN - SECOND + para.hang,
        (para,),
        drop=drop(beside, sheet.styles.pulled),
    )


def _size(points: Sequence[Point], sheet: Sheet, usual: Style) -> Style:
    """Return the `usual` style of `points`, a larger one where a few short ones stand alone."""
    few = sheet.styles.few
    if len(points) > FEW:
        return usual
    lines = [sheet.ruler.count(paragraph(one.short, few), TITLE_WIDTH) for one in points]
    return few if max(lines) <= FEW_LINES else usual


def plan_points(content: PointList, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return rows parted by hairlines, without bullets."""
    rows = point_rows(content.points, sheet, _size(content.points, sheet, sheet.styles.row))
    return tuple(
        Body("Rows", draw_rows(placed, sheet, opened=True), cites_of(placed), notes_of(placed))
        for placed in place_rows(rows, sheet)
    )


def plan_prose(content: Prose, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the leads of the paragraphs; the prose goes to the notes."""
    points = tuple(replace(point, pulled=()) for point in content.paragraphs)
    rows = point_rows(points, sheet, _size(points, sheet, sheet.styles.lead))
    return tuple(
        Body("Rows", draw_rows(placed, sheet, opened=True), cites_of(placed), notes_of(placed))
        for placed in place_rows(rows, sheet)
    )


def plan_summary(content: Summary, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the bottom line large, the points beneath it, the confidence at the foot."""
    styles, ruler, box = sheet.styles, sheet.ruler, sheet.box
    rows = list(point_rows(content.points, sheet, styles.lead))
    foot: TextFrame | None = None
    if content.confidence:
        para = _confidence(content.confidence, sheet)
        height = ruler.height((para,), box.width)
        name = shape_name((*path, "confidence"))
        foot = TextFrame(name, box.at(y=box.bottom - FOOT_GAP - height, height=height), (para,))
        if height > box.height * FOOT_MOST:  # more than a foot: a row of its own
            rows.append(Row((Cell(name, box.x, box.width, (para,)),)))
            foot = None
    style = styles.bluf if content.points else styles.statement
    inner = box.width - 2 * PANEL_INSET
    around = 2 * PANEL_INSET + BLUF_GAP
    pieces = split(ruler, (paragraph(content.bluf, style),), inner, box.height - around)
    pages = place_pages(
        rows,
        sheet,
        above=[ruler.height(piece, inner) + around for piece in pieces],
        below=CONFIDENCE_GAP + foot.box.height + FOOT_GAP if foot else 0.0,
    )
    bodies = []
    for page in pages:
        frames = draw_rows(page.rows, sheet, first_idx=BODY_IDX + 1, closed=False)
        cites = cites_of(page.rows)
        if page.above is not None:
            frames = (*_bluf(pieces[page.above], path, sheet, page.above), *frames)
            cites = tuple(dict.fromkeys((*citations(content.bluf), *cites)))
        if page.below and foot:
            frames = (*frames, foot)
        bodies.append(Body("Summary", frames, cites, notes_of(page.rows)))
    return tuple(bodies)


def _confidence(confidence: Confidence, sheet: Sheet) -> Paragraph:
    note = sheet.styles.note
    wording = sheet.wording
    words = f"{plain(confidence.level)}{wording.stop}{wording.gap}"
    level = Ink(words, replace(note, bold=True))
    return Paragraph((level, *paragraph(confidence.reason, note).inks))


def _bluf(piece: tuple[Paragraph, ...], path: Path, sheet: Sheet, number: int) -> tuple[Frame, ...]:
    """Return the bottom line, or one piece of it, on its panel."""
    inner = sheet.box.width - 2 * PANEL_INSET
    width = sheet.ruler.narrowed(piece, inner)
    height = sheet.ruler.height(piece, width)
    name = shape_name((*path, "bluf"), str(number + 1) if number else "")
    panel = sheet.box.at(height=height + 2 * PANEL_INSET)
    text = Box(panel.x + PANEL_INSET, panel.y + PANEL_INSET, width, height)
    return (
        ShapeFrame("Panel", panel, fill="panel"),
        TextFrame(name, text, piece, BODY_IDX),
    )


def plan_questions(content: Questions, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return each question large, with what can be said to it small at its right."""
    styles = sheet.styles
    rows = []
    for point in content.points:
        question = paragraph(point.short, styles.question)
        cells = [
            Cell(
                shape_name(point.path, "question"),
                MARGIN,
                SHORT_WIDTH if point.full else TITLE_WIDTH,
                (question,),
                main=True,
                again=partial(muted, question) if point.full else None,
            )
        ]
        if point.full:
            cells.append(
                Cell(
                    shape_name(point.path, "answer"),
                    SECOND,
                    SLIDE_WIDTH - MARGIN - SECOND,
                    (paragraph(point.full, styles.text),),
                    drop=drop(styles.question, styles.text),
                )
            )
        rows.append(
            Row(tuple(cells), citations(point.short + point.full), note_of(point, sheet.wording))
        )
    return tuple(
        Body("Rows", draw_rows(placed, sheet, opened=True), cites_of(placed), notes_of(placed))
        for placed in place_rows(rows, sheet)
    )


def plan_asks(content: Asks, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return numbered imperatives, owner and date at the right."""
    rows = tuple(_ask_row(ask, number, sheet) for number, ask in enumerate(content.entries, 1))
    return tuple(
        Body("Rows", draw_rows(placed, sheet, opened=True), cites_of(placed), notes_of(placed))
        for placed in place_rows(rows, sheet)
    )


def _ask_row(ask: Ask, number: int, sheet: Sheet) -> Row:
    styles = sheet.styles
    text_x = MARGIN + ORDINAL_WIDTH
    do = [paragraph(ask.do, styles.lead)]
    if ask.why:
        do.append(paragraph(ask.why, styles.note, before=3))
    ordinal = paragraph(str(number), styles.ordinal)
    cells = [
        Cell(
            shape_name(ask.path, "number"),
            MARGIN,
            ORDINAL_WIDTH,
            (ordinal,),
            again=partial(muted, ordinal),
        ),
        Cell(
            shape_name(ask.path, "do"),
            text_x,
            OWNER_X - 24 - text_x,
            tuple(do),
            drop=drop(styles.ordinal, styles.lead),
            main=True,
        ),
    ]
    owner = []
    if ask.who:
        owner.append(paragraph(ask.who, replace(styles.text, bold=True)))
    if ask.by:
        owner.append(paragraph(ask.by, styles.note, before=2))
    if owner:
        cells.append(
            Cell(
                shape_name(ask.path, "owner"),
                OWNER_X,
                SLIDE_WIDTH - MARGIN - OWNER_X,
                tuple(owner),
                drop=drop(styles.ordinal, styles.text),
            )
        )
    cites = citations(ask.do + ask.who + ask.by + ask.why)
    return Row(tuple(cells), cites, _note(ask, sheet.wording))


def _note(ask: Ask, wording: Wording) -> tuple[Spans, ...]:
    if not ask.why:
        return ()
    told = (stopped(spoken(words, wording), wording) for words in (ask.do, ask.why))
    return (sentences(told, wording),)
