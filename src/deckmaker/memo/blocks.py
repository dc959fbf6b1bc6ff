"""Each of the fourteen kinds of content set as slabs, as the language page says of the memo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from deckmaker.brand import Type
from deckmaker.document import (
    Asks,
    Block,
    Callout,
    Chart,
    Image,
    Point,
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
from deckmaker.memo.outlook import scenarios
from deckmaker.memo.panel import bottom_line, panel
from deckmaker.memo.picture import image
from deckmaker.memo.slabs import FORBIDDEN, Slab, attached, beside, spaced
from deckmaker.memo.table import captioned_table
from deckmaker.memo.text import Compositor, closed, joined
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Run

PARAGRAPH = 7.0
"""Between two paragraphs, points."""
ENTRY = 9.0
"""Between two entries with something in the rail."""
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
            slabs = _stack([_point(p, compositor) for p in content.points], PARAGRAPH)
        case Prose():
            slabs = _stack([_prose(p, compositor) for p in content.paragraphs], PARAGRAPH)
        case Timeline():
            slabs = _timeline(content, compositor)
        case Positions():
            slabs = _positions(content, compositor)
        case QuoteBlock():
            slabs = _quote(content, compositor)
        case Stats():
            slabs = _stats(content, compositor)
        case Table():
            slabs = captioned_table(content, compositor)
        case Chart():
            slabs = chart(content, compositor)
        case Image():
            slabs = image(content, compositor)
        case Scenarios():
            slabs = scenarios(content, compositor)
        case Asks():
            slabs = _asks(content, compositor)
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


def _stack(parts: Sequence[list[Slab]], between: float) -> list[Slab]:
    """Stack `parts`, `between` points apart."""
    first, *others = [part for part in parts if part] or [[]]
    return [*first, *(slab for part in others for slab in spaced(part, between))]


def _paragraph(runs: Sequence[Run], compositor: Compositor) -> list[Slab]:
    return compositor.paragraph(runs, compositor.styles.body)


def _led(lead: Spans, rest: Spans, compositor: Compositor) -> list[Run]:
    """Return a paragraph's runs: `lead` in bold, closed like a sentence, before `rest`."""
    body = compositor.styles.body
    if not rest:
        return compositor.runs(closed(lead), body)
    bold = compositor.runs(closed(lead), body, bold=True)
    return [*bold, *compositor.runs((Span(" "), *rest), body)]


def _point_runs(point: Point, compositor: Compositor) -> list[Run]:
    if point.lead or not point.full:
        return _led(point.short, closed(point.full), compositor)
    return compositor.runs(closed(point.full), compositor.styles.body)


def _point(point: Point, compositor: Compositor) -> list[Slab]:
    """Set a point: a paragraph with its short form run in as a bold lead."""
    return _paragraph(_point_runs(point, compositor), compositor)


def _prose(paragraph: Point, compositor: Compositor) -> list[Slab]:
    """Set a paragraph of prose; without a lead its two parts are one text."""
    if paragraph.lead and paragraph.full:
        return _point(paragraph, compositor)
    whole = joined(paragraph.short, paragraph.full)
    return _paragraph(compositor.runs(whole, compositor.styles.body), compositor)


def _summary(content: Summary, compositor: Compositor, *, bluf: bool) -> list[Slab]:
    parts = [_point(point, compositor) for point in content.points]
    if content.confidence is not None:
        confidence = content.confidence
        parts.append(
            _paragraph(_led(confidence.level, closed(confidence.reason), compositor), compositor)
        )
    slabs = _stack(parts, PARAGRAPH)
    if not bluf:
        return slabs
    return [*bottom_line(content.bluf, compositor), *spaced(slabs, FIGURE)]


def _timeline(content: Timeline, compositor: Compositor) -> list[Slab]:
    """Set the dates in the rail, the entries beside them."""
    styles = compositor.styles
    parts = []
    for entry in content.entries:
        type_ = replace(styles.side_head, bold=not entry.vague)
        rail = compositor.rail([(entry.when, type_)], styles.body)
        parts.append(beside(*rail, _point(entry.what, compositor)))
    return _stack(parts, ENTRY)


def _positions(content: Positions, compositor: Compositor) -> list[Slab]:
    """Set actor, role and stance in the rail, view and quotation beside them."""
    styles = compositor.styles
    any_quoted = any(entry.quote is not None for entry in content.entries)
    parts = []
    for entry in content.entries:
        side: list[tuple[Spans, Type]] = [(entry.who, styles.side_head)]
        if entry.role:
            side.append((entry.role, styles.side_note))
        if entry.stance:
            side.append((entry.stance, styles.stance))
        texts = [_point(entry.view, compositor)] if entry.view is not None else []
        if entry.quote is not None:
            runs = compositor.runs(entry.quote.text, styles.body, italic=True)
            hang = compositor.opening_mark(runs)
            texts.append(compositor.paragraph(runs, styles.body, hang=hang))
        elif any_quoted:
            words = compositor.words(f"{compositor.wording.not_quoted}.", styles.note)
            texts.append(compositor.paragraph(words, styles.note))
        texts = texts or [[Slab(0.0)]]
        parts.append(beside(*compositor.rail(side, styles.body), _stack(texts, PARAGRAPH / 2)))
    slabs = _stack(parts, FIGURE)
    if not any(entry.stance for entry in content.entries):
        return slabs
    return [*slabs, *_note(compositor.wording.stance_labels_ours, compositor)]


def _quote(content: QuoteBlock, compositor: Compositor) -> list[Slab]:
    """Set a quotation of forty words or more as a block, a shorter one within a sentence."""
    styles = compositor.styles
    source = joined(content.who, content.role, by=", ")
    if not content.long:
        body = styles.body
        runs = compositor.runs(content.quote.text, body)
        if source:
            runs = [*compositor.runs((*source, Span(": ")), body), *runs]
        if content.context:
            runs += compositor.runs((Span(" "), *closed(content.context)), body)
        return _paragraph(runs, compositor)
    grid = styles.grid
    width = grid.measure - 2 * _INDENT
    runs = compositor.runs(content.quote.text, styles.body)
    slabs = compositor.paragraph(
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


def _stats(content: Stats, compositor: Compositor) -> list[Slab]:
    """Set a sentence for each figure, the figure itself leading it in lining numerals."""
    styles = compositor.styles
    parts = []
    for stat in content.entries:
        figure = joined((Span(stat.numeral),), stat.unit, by="\u00a0")
        runs = compositor.runs(figure, styles.figure, role="muted" if stat.spoken else None)
        if stat.meaning:
            runs += compositor.runs((Span(": "), *closed(stat.meaning)), styles.body)
        parts.append(_paragraph(runs, compositor))
    return _stack(parts, PARAGRAPH)


def _asks(content: Asks, compositor: Compositor) -> list[Slab]:
    """Set numbered paragraphs, who is asked and by when in the rail."""
    styles = compositor.styles
    parts = []
    for number, ask in enumerate(content.entries, start=1):
        side: list[tuple[Spans, Type]] = []
        if ask.who:
            side.append((ask.who, styles.side_head))
        if ask.by:
            side.append((ask.by, styles.side_note))
        lead = (Span(f"{number}.\u00a0"), *ask.do)
        text = _paragraph(
            [
                *compositor.runs(closed(lead), styles.body, bold=bool(ask.why)),
                *compositor.runs((Span(" "), *closed(ask.why)) if ask.why else (), styles.body),
            ],
            compositor,
        )
        parts.append(beside(*compositor.rail(side, styles.body), text) if side else text)
    return _stack(parts, ENTRY)


def _note(text: str, compositor: Compositor) -> list[Slab]:
    """Set a remark on the block above it, in the smallest type."""
    styles = compositor.styles
    slabs = compositor.paragraph(compositor.words(text, styles.note), styles.note)
    return spaced(slabs, FIGURE, penalty=FORBIDDEN)
