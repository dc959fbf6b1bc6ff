"""Each of the fourteen kinds of content set as slabs, as the language page says of the memo."""

from __future__ import annotations

from typing import assert_never

from deckmaker.document import (
    Asks,
    Block,
    Callout,
    Chart,
    Image,
    PointList,
    Positions,
    Prose,
    Questions,
    QuoteBlock,
    Scenarios,
    Stats,
    Summary,
    Table,
    Timeline,
)
from deckmaker.memo.charts import chart
from deckmaker.memo.entries import asks, positions, stats, timeline
from deckmaker.memo.outlook import scenarios
from deckmaker.memo.panel import bottom_line, panel
from deckmaker.memo.picture import image
from deckmaker.memo.points import PARAGRAPH, led, points, prose, stacked
from deckmaker.memo.slabs import Slab, attached, spaced
from deckmaker.memo.table import captioned_table
from deckmaker.memo.text import Compositor, joined
from deckmaker.richtext import Span

FIGURE = 12.0
"""Around tables, figures, panels and set-off quotations."""
_INDENT = 14.0
"""How far a block quotation is set in on both sides."""


def block(content_block: Block, compositor: Compositor, *, bluf: bool = True) -> list[Slab]:
    """Return a block's content as slabs, its extra memo paragraphs behind it.

    `bluf` is False where the summary's bottom line stands above already, under the header block.
    """
    content = content_block.content
    match content:
        case Summary():
            slabs = _summary(content, compositor, bluf=bluf)
        case PointList() | Questions():
            slabs = points(content.points, compositor)
        case Prose():
            slabs = stacked([prose(paragraph, compositor) for paragraph in content.paragraphs])
        case Timeline():
            slabs = timeline(content, compositor)
        case Positions():
            slabs = positions(content, compositor)
        case QuoteBlock():
            slabs = _quote(content, compositor)
        case Stats():
            slabs = stats(content, compositor)
        case Table():
            slabs = captioned_table(content, compositor)
        case Chart():
            slabs = chart(content, compositor)
        case Image():
            slabs = image(content, compositor)
        case Scenarios():
            slabs = scenarios(content, compositor)
        case Asks():
            slabs = asks(content, compositor)
        case Callout():
            slabs = panel(content.text, compositor)
        case _:
            assert_never(content)
    extra = [
        compositor.paragraph(compositor.runs(text, compositor.styles.body), compositor.styles.body)
        for text in content_block.memo
    ]
    apart = FIGURE if isinstance(content, Table | Chart | Image | Callout) else PARAGRAPH
    return [*slabs, *(s for part in extra for s in spaced(part, apart))]


def _summary(content: Summary, compositor: Compositor, *, bluf: bool) -> list[Slab]:
    slabs = points(content.points, compositor)
    if content.confidence is not None:
        level, reason = content.confidence.level, content.confidence.reason
        body = compositor.styles.body
        confidence = compositor.paragraph(led(level, reason, compositor), body)
        slabs = stacked([slabs, confidence])
    if not bluf:
        return slabs
    return [*bottom_line(content.bluf, compositor), *spaced(slabs, FIGURE)]


def _quote(content: QuoteBlock, compositor: Compositor) -> list[Slab]:
    """Set a quotation of forty words or more as a block, a shorter one within a sentence."""
    styles = compositor.styles
    source = joined(content.who, content.role, by=compositor.wording.aside)
    if not content.long:
        body = styles.body
        quoted = content.quote.text
        if source or content.context:
            quoted = compositor.closed(quoted)
        lead = (*source, Span(compositor.wording.colon)) if source else ()
        rest = (
            (Span(compositor.wording.gap), *compositor.closed(content.context))
            if content.context
            else ()
        )
        return compositor.paragraph(compositor.runs((*lead, *quoted, *rest), body), body)
    grid = styles.grid
    width = grid.measure - 2 * _INDENT
    block_quotation = compositor.inside("BlockQuote")
    runs = block_quotation.runs(content.quote.text, styles.body)
    slabs = block_quotation.paragraph(
        runs,
        styles.body,
        width=width,
        x=grid.column + _INDENT,
        hang=compositor.opening_mark(runs),
    )
    credit = joined(source, content.context, by=" · ")
    if credit:
        line = compositor.paragraph(
            compositor.runs(credit, styles.note),
            styles.note,
            width=width,
            x=grid.column + _INDENT,
            before=3.0,
        )
        slabs += attached(line)
    return slabs
