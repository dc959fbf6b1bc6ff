"""Points at two lengths: short and full form become one paragraph, alike within a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckmaker.document import Point
from deckmaker.memo.slabs import Slab, height, spaced
from deckmaker.memo.text import Compositor, joined
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Run

PARAGRAPH = 7.0
"""Between two paragraphs, points."""
_SHORT, _ALONE = 32.0, 120.0
"""The height up to which the last part of a list is short, and the cost of a break above it."""
_MOSTLY = 1 / 2
"""Short forms are bold where at least this share of them has a full form behind."""


def stacked(parts: Sequence[list[Slab]], between: float = PARAGRAPH) -> list[Slab]:
    """Stack `parts`, `between` points apart; a short last one is best not left alone on a page."""
    found: list[Slab] = []
    told = [part for part in parts if part]
    for index, part in enumerate(told):
        alone = index == len(told) - 1 and height(part) <= _SHORT
        found += spaced(part, between, penalty=_ALONE if alone else 0.0) if index else part
    return found


def points(entries: Sequence[Point], compositor: Compositor) -> list[Slab]:
    """Set a list of points, a paragraph for each."""
    bold = leads(entries)
    listing = compositor.listing(len(entries))
    return stacked([point(entry, listing.entry()[1], bold=bold) for entry in entries])


def leads(entries: Iterable[Point]) -> bool:
    """Tell whether the short forms of a list are bold leads: all of them are, or none.

    They lead where most have something behind them; else the few bold words would look random.
    """
    return mostly(bool(entry.full) for entry in entries if entry.lead or not entry.full)


def mostly(followed: Iterable[bool]) -> bool:
    """Tell whether most entries of a list, one at least, have something behind their lead."""
    found = list(followed)
    return any(found) and sum(found) >= _MOSTLY * len(found)


def point(entry: Point, compositor: Compositor, *, bold: bool = True) -> list[Slab]:
    """Set a point: a paragraph with its short form run in as a lead, `bold` or plain."""
    body = compositor.styles.body
    if entry.lead or not entry.full:
        return compositor.paragraph(led(entry.short, entry.full, compositor, bold=bold), body)
    return compositor.paragraph(compositor.runs(compositor.closed(entry.full), body), body)


def led(lead: Spans, rest: Spans, compositor: Compositor, *, bold: bool = True) -> list[Run]:
    """Return a paragraph's runs: `lead`, closed like a sentence, before `rest`."""
    body = compositor.styles.body
    runs = compositor.runs(compositor.closed(lead), body, bold=bold)
    return (
        [*runs, *compositor.runs((Span(compositor.wording.gap), *compositor.closed(rest)), body)]
        if rest
        else runs
    )


def prose(entry: Point, compositor: Compositor) -> list[Slab]:
    """Set a paragraph of prose; without a lead its two parts are one text."""
    if entry.lead and entry.full:
        return point(entry, compositor)
    body = compositor.styles.body
    return compositor.paragraph(
        compositor.runs(joined(entry.short, entry.full, by=compositor.wording.gap), body), body
    )
