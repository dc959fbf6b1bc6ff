"""Quotations and callouts: one statement, large, with who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.deck.blocks.points import quotation_paragraph
from deckmaker.deck.body import Body, Sheet, continued, shape_name
from deckmaker.deck.geometry import BODY_IDX, TITLE_WIDTH
from deckmaker.deck.limits import NAME, ROLE
from deckmaker.deck.model import Frame, Paragraph, TextFrame
from deckmaker.deck.splitting import split
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Callout, QuoteBlock
from deckmaker.document.sentences import count_words
from deckmaker.richtext import citations, plain

LARGE_WORDS, LARGE_LINES = 45, 7
"""A quotation of more words, or of more lines, is set in the smaller of its two sizes."""
ATTRIBUTION_GAP = 20.0
CONTEXT_GAP = 10.0
CONTEXT_MOST = 0.4
"""How much of a slide the attribution may take with its context; else that goes on alone."""
PANEL_INSET = 36.0
OPTICAL_CENTRE = 0.38
"""How much of half the free height stands above: the optical centre is above the middle."""


def plan_quote(content: QuoteBlock, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a large quotation, its mark hung, its attribution beneath its last words.

    Where it takes several slides the earlier ones name who speaks.
    """
    ruler, box = sheet.ruler, sheet.box
    quotation = _quotation(content, sheet)
    attribution, apart = _attribution(content, path, sheet)
    foot = _foot(attribution, sheet)
    earlier = (continued(content.who, sheet.styles.role, sheet),) if content.who else ()
    room = box.height - _foot(earlier, sheet)
    pieces = split(
        ruler,
        (quotation,),
        TITLE_WIDTH,
        room,
        reserve=max(0.0, foot - _foot(earlier, sheet)),
    )
    if ruler.height((quotation,), TITLE_WIDTH) + foot <= box.height:
        pieces = ((ruler.balanced(quotation, TITLE_WIDTH - quotation.hang),),)
    cites = citations(content.quote.text + content.who + content.role + content.context)
    bodies = []
    for number, piece in enumerate(pieces):
        under = attribution if number == len(pieces) - 1 else earlier
        # The mark hangs out to the left of the measure; what goes on has none.
        out = 0.0 if number else quotation.hang
        hung = tuple(replace(para, left=0.0, hang=out) for para in piece)
        width = TITLE_WIDTH + out
        height = ruler.height(hung, width)
        y = box.y + (box.height - height - _foot(under, sheet)) * OPTICAL_CENTRE / 2
        name = shape_name(content.quote.path, "" if number == 0 else str(number + 1))
        frames: list[Frame] = [TextFrame(name, Box(box.x - out, y, width, height), hung, BODY_IDX)]
        if under:
            place = Box(box.x, y + height + ATTRIBUTION_GAP, TITLE_WIDTH,
                        _foot(under, sheet) - ATTRIBUTION_GAP)  # fmt: skip
            frames.append(TextFrame(shape_name(path, "attribution"), place, under, BODY_IDX + 1))
        bodies.append(Body("Statement", tuple(frames), cites))
    return (*bodies, *_context(apart, path, sheet))


def _quotation(content: QuoteBlock, sheet: Sheet) -> Paragraph:
    """Return the quotation in the larger of its two sizes, unless it is long."""
    styles = sheet.styles
    large = quotation_paragraph(content.quote.text, styles.quotation, sheet)
    words = count_words(plain(content.quote.text))
    if words > LARGE_WORDS or sheet.ruler.count(large, TITLE_WIDTH) > LARGE_LINES:
        return quotation_paragraph(content.quote.text, styles.long_quotation, sheet)
    return large


def _foot(attribution: Sequence[Paragraph], sheet: Sheet) -> float:
    if not attribution:
        return 0.0
    return ATTRIBUTION_GAP + sheet.ruler.height(attribution, TITLE_WIDTH)


def _attribution(
    content: QuoteBlock, path: Path, sheet: Sheet
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return who said it and where, and of that what is too long to stand with it."""
    styles, ruler = sheet.styles, sheet.ruler
    paragraphs = []
    if content.who:
        paragraphs.append(paragraph(content.who, styles.name))
        NAME.check(ruler.count(paragraphs[-1], TITLE_WIDTH), (*path, "quote", "who"))
    if content.role:
        paragraphs.append(paragraph(content.role, replace(styles.text, role="muted"), before=1))
        ROLE.check(ruler.count(paragraphs[-1], TITLE_WIDTH), (*path, "quote", "role"))
    if not content.context:
        return tuple(paragraphs), ()
    gap = CONTEXT_GAP if paragraphs else 0.0
    context = paragraph(content.context, styles.text, before=gap)
    whole = (*paragraphs, context)
    if ruler.height(whole, TITLE_WIDTH) <= sheet.box.height * CONTEXT_MOST:
        return whole, ()
    return tuple(paragraphs), (context,)


def _context(context: tuple[Paragraph, ...], path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return slides of their own for a context that is too long to stand with its quotation."""
    if not context:
        return ()
    ruler, box = sheet.ruler, sheet.box
    bodies = []
    for number, piece in enumerate(split(ruler, context, TITLE_WIDTH, box.height), 1):
        place = Box(box.x, box.y, TITLE_WIDTH, ruler.height(piece, TITLE_WIDTH))
        name = shape_name(path, f"context {number}")
        frame = TextFrame(name, place, piece, BODY_IDX + 1)
        bodies.append(Body("Statement", (frame,)))
    return tuple(bodies)


def plan_callout(content: Callout, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return one sentence on a panel."""
    styles, ruler, box = sheet.styles, sheet.ruler, sheet.box
    width = box.width - 2 * PANEL_INSET
    para = paragraph(content.text, styles.statement)
    pieces = split(ruler, (para,), width, box.height - 2 * PANEL_INSET)
    bodies = []
    for number, piece in enumerate(pieces):
        if len(pieces) == 1:
            piece = (ruler.balanced(para, width),)
        height = ruler.height(piece, width) + 2 * PANEL_INSET
        free = box.height - height
        name = shape_name((*path, "text"), "" if number == 0 else str(number + 1))
        place = Box(box.x, box.y + free * OPTICAL_CENTRE / 2, box.width, height)
        frame = TextFrame(name, place, piece, anchor="middle", fill="panel", inset=PANEL_INSET)
        bodies.append(Body("Statement", (frame,), citations(content.text)))
    return tuple(bodies)
