"""Quotations and callouts: one statement, large, with who said it."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.deck.blocks.points import quotation_paragraph
from deckmaker.deck.body import Body, Sheet, shape_name
from deckmaker.deck.geometry import BODY_IDX, TITLE_WIDTH
from deckmaker.deck.model import Frame, Paragraph, TextFrame
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Callout, QuoteBlock
from deckmaker.richtext import citations, plain

LARGE_WORDS = 45
"""A quotation of more words than this is set in the smaller of its two sizes."""
ATTRIBUTION_GAP = 20.0
CONTEXT_GAP = 10.0
PANEL_INSET = 36.0
OPTICAL_CENTRE = 0.38
"""How much of half the free height stands above: the optical centre is above the middle."""


def plan_quote(content: QuoteBlock, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a large quotation, its mark hung, its attribution never on another slide."""
    styles, ruler, box = sheet.styles, sheet.ruler, sheet.box
    long = len(plain(content.quote.text).split()) > LARGE_WORDS
    style = styles.long_quotation if long else styles.quotation
    quotation = quotation_paragraph(content.quote.text, style, sheet)
    attribution = _attribution(content, sheet)
    foot = ruler.height(attribution, TITLE_WIDTH) + ATTRIBUTION_GAP if attribution else 0.0
    pieces = ruler.split(quotation, TITLE_WIDTH, box.height - foot)
    cites = citations(content.quote.text + content.who + content.role + content.context)
    bodies = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        if len(pieces) == 1:
            piece = ruler.balanced(piece, TITLE_WIDTH - piece.hang)
        # The mark hangs out to the left of the measure; what goes on has none.
        out = 0.0 if number else piece.hang
        piece = replace(piece, hang=out)
        width = TITLE_WIDTH + out
        height = ruler.height((piece,), width)
        below = foot if last else 0.0
        y = box.y + (box.height - height - below) * OPTICAL_CENTRE / 2
        frames: list[Frame] = [
            TextFrame(
                shape_name(content.quote.path, "" if number == 0 else str(number + 1)),
                Box(box.x - out, y, width, height),
                (piece,),
                BODY_IDX,
            )
        ]
        if last and attribution:
            place = Box(box.x, y + height + ATTRIBUTION_GAP, TITLE_WIDTH,
                        foot - ATTRIBUTION_GAP)  # fmt: skip
            frames.append(
                TextFrame(shape_name(path, "attribution"), place, attribution, BODY_IDX + 1)
            )
        bodies.append(Body("Statement", tuple(frames), cites))
    return tuple(bodies)


def _attribution(content: QuoteBlock, sheet: Sheet) -> tuple[Paragraph, ...]:
    styles = sheet.styles
    paragraphs = []
    if content.who:
        paragraphs.append(paragraph(content.who, styles.name))
    if content.role:
        paragraphs.append(paragraph(content.role, replace(styles.text, role="muted"), before=1))
    if content.context:
        gap = CONTEXT_GAP if paragraphs else 0.0
        paragraphs.append(paragraph(content.context, styles.text, before=gap))
    return tuple(paragraphs)


def plan_callout(content: Callout, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return one sentence on a panel."""
    styles, ruler, box = sheet.styles, sheet.ruler, sheet.box
    width = box.width - 2 * PANEL_INSET
    para = paragraph(content.text, styles.statement)
    pieces = ruler.split(para, width, box.height - 2 * PANEL_INSET)
    bodies = []
    for number, piece in enumerate(pieces):
        if len(pieces) == 1:
            piece = ruler.balanced(piece, width)
        height = ruler.height((piece,), width) + 2 * PANEL_INSET
        free = box.height - height
        name = shape_name((*path, "text"), "" if number == 0 else str(number + 1))
        place = Box(box.x, box.y + free * OPTICAL_CENTRE / 2, box.width, height)
        frame = TextFrame(name, place, (piece,), anchor="middle", fill="panel", inset=PANEL_INSET)
        bodies.append(Body("Statement", (frame,), citations(content.text)))
    return tuple(bodies)
