"""Lists that have the rail: dates, actors, figures, and who is asked, what they say beside them."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.brand import Type
from deckmaker.document import Asks, Positions, Stats, Timeline
from deckmaker.memo.points import PARAGRAPH, leads, led, mostly, point, stacked
from deckmaker.memo.slabs import FORBIDDEN, Slab, beside, spaced
from deckmaker.memo.text import Compositor, joined
from deckmaker.richtext import Span, Spans

ENTRY = 9.0
"""Between two entries with something in the rail, points."""
_ACTOR = 12.0
"""Between two actors."""
_SAYS = 60.0
"""The cost of a page break between an actor's view and words, in points of paper left blank."""


def timeline(content: Timeline, compositor: Compositor) -> list[Slab]:
    """Set the dates in the rail, the entries beside them."""
    styles = compositor.styles
    bold = leads(entry.what for entry in content.entries)
    parts = []
    for entry in content.entries:
        type_ = replace(styles.side_head, bold=not entry.vague)
        rail = compositor.rail([(entry.when, type_)], styles.body)
        parts.append(beside(*rail, point(entry.what, compositor, bold=bold)))
    return stacked(parts, ENTRY)


def positions(content: Positions, compositor: Compositor) -> list[Slab]:
    """Set actor, role and stance in the rail, view and quotation beside them."""
    styles = compositor.styles
    bold = leads(entry.view for entry in content.entries if entry.view is not None)
    any_quoted = any(entry.quote is not None for entry in content.entries)
    parts = []
    for entry in content.entries:
        side: list[tuple[Spans, Type]] = [(entry.who, styles.side_head)]
        if entry.role:
            side.append((entry.role, styles.side_note))
        if entry.stance:
            side.append((entry.stance, styles.stance))
        texts = [point(entry.view, compositor, bold=bold)] if entry.view is not None else []
        if entry.quote is not None:
            runs = compositor.runs(entry.quote.text, styles.body, italic=True)
            hang = compositor.opening_mark(runs)
            texts.append(compositor.paragraph(runs, styles.body, hang=hang))
        elif any_quoted:
            wording = compositor.wording
            words = compositor.words(f"{wording.not_quoted}{wording.stop}", styles.note)
            texts.append(compositor.paragraph(words, styles.note))
        texts = texts or [[Slab(0.0)]]
        said = [
            *texts[0],
            *(s for text in texts[1:] for s in spaced(text, PARAGRAPH / 2, penalty=_SAYS)),
        ]
        parts.append(beside(*compositor.rail(side, styles.body), said))
    slabs = stacked(parts, _ACTOR)
    if not any(entry.stance for entry in content.entries):
        return slabs
    words = compositor.words(compositor.wording.stance_labels_ours, styles.note)
    return [
        *slabs,
        *spaced(compositor.paragraph(words, styles.note), _ACTOR, penalty=FORBIDDEN),
    ]


def stats(content: Stats, compositor: Compositor) -> list[Slab]:
    """Set the figures in the rail, their meanings beside them; a spoken one is muted."""
    styles = compositor.styles
    parts = []
    for stat in content.entries:
        figure = joined((Span(stat.numeral),), stat.unit, by="\u00a0")
        type_ = replace(styles.figure, role="muted") if stat.spoken else styles.figure
        meaning = compositor.runs(compositor.closed(stat.meaning), styles.body)
        text = compositor.paragraph(meaning, styles.body) if meaning else [Slab(0.0)]
        parts.append(beside(*compositor.rail([(figure, type_)], styles.body), text))
    return stacked(parts, PARAGRAPH)


def asks(content: Asks, compositor: Compositor) -> list[Slab]:
    """Set numbered paragraphs, who is asked and by when in the rail."""
    styles = compositor.styles
    bold = mostly(bool(ask.why) for ask in content.entries)
    parts = []
    for number, ask in enumerate(content.entries, start=1):
        side: list[tuple[Spans, Type]] = []
        if ask.who:
            side.append((ask.who, styles.side_head))
        if ask.by:
            side.append((ask.by, styles.side_note))
        lead = (Span(f"{number}.\u00a0"), *ask.do)
        text = compositor.paragraph(led(lead, ask.why, compositor, bold=bold), styles.body)
        parts.append(beside(*compositor.rail(side, styles.body), text) if side else text)
    return stacked(parts, ENTRY)
