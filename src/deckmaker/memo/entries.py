"""Lists that have the rail: dates, actors, figures, and who is asked, what they say beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.brand import Type
from deckmaker.document import Asks, Positions, Stats, Timeline
from deckmaker.memo.drawing import Start, Words, ink_of
from deckmaker.memo.points import PARAGRAPH, leads, led, mostly, point, stacked
from deckmaker.memo.slabs import FORBIDDEN, Slab, beside, spaced
from deckmaker.memo.structure import Element
from deckmaker.memo.text import Compositor, joined
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Run

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
    listing = compositor.listing(len(content.entries))
    parts = []
    for entry in content.entries:
        label, body = listing.entry()
        type_ = replace(styles.side_head, bold=not entry.vague)
        rail = body.rail([(entry.when, type_)], styles.body, label)
        parts.append(beside(*rail, point(entry.what, body, bold=bold)))
    return stacked(parts, ENTRY)


def positions(content: Positions, compositor: Compositor) -> list[Slab]:
    """Set actor, role and stance in the rail, view and quotation beside them."""
    styles = compositor.styles
    bold = leads(entry.view for entry in content.entries if entry.view is not None)
    any_quoted = any(entry.quote is not None for entry in content.entries)
    listing = compositor.listing(len(content.entries))
    parts = []
    for entry in content.entries:
        label, body = listing.entry(sole=False)
        side: list[tuple[Spans, Type]] = [(entry.who, styles.side_head)]
        if entry.role:
            side.append((entry.role, styles.side_note))
        if entry.stance:
            side.append((entry.stance, styles.stance))
        texts = [point(entry.view, body, bold=bold)] if entry.view is not None else []
        if entry.quote is not None:
            runs = body.runs(entry.quote.text, styles.body, italic=True)
            hang = body.opening_mark(runs)
            texts.append(body.paragraph(runs, styles.body, hang=hang))
        elif any_quoted:
            wording = compositor.wording
            words = body.words(f"{wording.not_quoted}{wording.stop}", styles.note)
            texts.append(body.paragraph(words, styles.note))
        texts = texts or [[Slab(0.0)]]
        said = [
            *texts[0],
            *(s for text in texts[1:] for s in spaced(text, PARAGRAPH / 2, penalty=_SAYS)),
        ]
        parts.append(beside(*body.rail(side, styles.body, label), said))
    slabs = stacked(parts, _ACTOR)
    if not any(entry.stance for entry in content.entries):
        return slabs
    words = compositor.words(compositor.wording.stance_labels_ours, styles.note)
    remark = compositor.paragraph(words, styles.note, tag="Note")
    return [*slabs, *spaced(remark, _ACTOR, penalty=FORBIDDEN)]


def stats(content: Stats, compositor: Compositor) -> list[Slab]:
    """Set the figures in the rail, their meanings beside them; a spoken one is muted."""
    styles = compositor.styles
    listing = compositor.listing(len(content.entries))
    parts = []
    for stat in content.entries:
        label, body = listing.entry()
        figure = joined((Span(stat.numeral),), stat.unit, by="\u00a0")
        type_ = replace(styles.figure, role="muted") if stat.spoken else styles.figure
        meaning = compositor.runs(compositor.closed(stat.meaning), styles.body)
        text = body.paragraph(meaning, styles.body) if meaning else [Slab(0.0)]
        parts.append(beside(*body.rail([(figure, type_)], styles.body, label), text))
    return stacked(parts, PARAGRAPH)


def asks(content: Asks, compositor: Compositor) -> list[Slab]:
    """Set numbered paragraphs, who is asked and by when in the rail."""
    styles = compositor.styles
    bold = mostly(bool(ask.why) for ask in content.entries)
    listing = compositor.listing(len(content.entries), numbering="Decimal")
    parts = []
    for number, ask in enumerate(content.entries, start=1):
        label, body = listing.entry(sole=not (ask.who or ask.by))
        side: list[tuple[Spans, Type]] = []
        if ask.who:
            side.append((ask.who, styles.side_head))
        if ask.by:
            side.append((ask.by, styles.side_note))
        runs = [*_numbered(number, label, bold, body), *led(ask.do, ask.why, body, bold=bold)]
        text = body.paragraph(runs, styles.body)
        # Who is asked, and by when, stands first on paper, but is told behind what is asked.
        ahead = _starts(runs, text)
        parts.append(beside(*body.rail(side, styles.body), text, ahead=ahead) if side else text)
    return stacked(parts, ENTRY)


def _numbered(number: int, label: Element, bold: bool, compositor: Compositor) -> list[Run]:
    """Return the number of an ask, the label of its entry."""
    runs = compositor.runs((Span(f"{number}.\u00a0"),), compositor.styles.body, bold=bold)
    element = label if label.tag == "Lbl" else None
    return [replace(run, payload=replace(ink_of(run), element=element)) for run in runs]


def _starts(runs: Sequence[Run], slabs: Sequence[Slab]) -> list[Start]:
    """Return the places of a paragraph and of what its runs begin with."""
    lines = (mark.element for mark in slabs[0].drawing if isinstance(mark, Words))
    return [Start(element) for element in (ink_of(runs[0]).element, *lines) if element is not None]
