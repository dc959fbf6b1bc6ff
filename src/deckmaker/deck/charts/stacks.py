"""What bars and columns share: the thickness of a bar, its figure, the figures within a stack."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from deckmaker.charting import totals, values
from deckmaker.charting.palette import (
    INK,
    TEXT_CONTRAST,
    contrast,
    fills,
    needs_outline,
    text_on,
)
from deckmaker.deck.charts.arrangement import PAD, Axis, Canvas, Label, SeriesLook, value_axis
from deckmaker.document import Chart
from deckmaker.document.numerals import UNKNOWN, Numerals

LEAST_GAP, MOST_GAP = 20, 500
"""Between two categories, per cent of a bar's thickness: seen at all, allowed by the format."""
GAP = 50
APART = 1.4
"""The contrast below which two parts of a stack want a line between them."""
SEAM = 8
"""Between two bars of a category, per cent of a bar's thickness."""


@dataclass(frozen=True, slots=True)
class Slots:
    """How one direction of the plot is shared out among the categories, points."""

    length: float
    """Of the plot: the room, or less where bars would grow too thick."""
    band: float
    """For one category."""
    thickness: float
    """Of one bar."""
    gap: int
    """Between two categories, per cent of a bar's thickness."""


def share(room: float, categories: int, bars: int, thickest: float) -> Slots:
    """Return how `room` points hold `categories` of `bars` bars each, none above `thickest`."""
    band = room / max(1, categories)
    taken = bars + (bars - 1) * SEAM / 100
    gap = GAP if band / (taken + GAP / 100) > 2 * PAD else LEAST_GAP
    thickness = min(thickest, band / (taken + gap / 100))
    # A cut plot would leave one or two bars alone in a corner: they keep some air around them.
    band = min(band, thickness * (taken + 2 * GAP / 100))
    gap = round(min(MOST_GAP, max(LEAST_GAP, (band / thickness - taken) * 100)))
    return Slots(band * max(1, categories), band, thickness, gap)


def bar_axis(chart: Chart, canvas: Canvas, *, shown: bool) -> Axis:
    """Return the value axis of bars: it begins at zero, for their length means something."""
    whole = canvas.reaching(chart)
    reach = totals(whole) if chart.type.startswith("stacked") else values(whole)
    return value_axis(chart, reach, canvas, shown=shown)


def lowered(axis: Axis, lengths: tuple[float, ...], room: float, length: float) -> Axis:
    """Return `axis` with `room` of its `length` points below the lowest of bars that go down.

    There the figure of that bar stands, and behind it begin the names of the categories.
    """
    ends, least = axis.scale, min(lengths, default=0.0)
    missing = room / length * (ends.high - ends.low) - (least - ends.low)
    if least >= 0 or missing <= 0:
        return axis
    return replace(axis, low=ends.low - math.ceil(missing / ends.step) * ends.step)


def figure_texts(chart: Chart, printed: Numerals) -> tuple[str, ...]:
    """Return every value of `chart` as it is printed, each text once."""
    return tuple({printed.text(value) for value in values(chart)})


def beside(
    chart: Chart, canvas: Canvas, printed: Numerals, *, named: bool
) -> tuple[SeriesLook, ...]:
    """Return the looks of bars with their figures, the first of each series `named` if wanted."""
    label = Label("outEnd", value=True)
    first = ((0, Label("outEnd", value=True, name=True)),) if named else ()
    return tuple(
        replace(look, label=label, special=(*first, *look.special))
        for look in plain(chart, canvas, printed)
    )


def plain(chart: Chart, canvas: Canvas, printed: Numerals) -> tuple[SeriesLook, ...]:
    """Return looks without figures; a value that is not known is a dash all the same, a
    stack of nothing as `printed`."""
    looks = _filled(chart, canvas)
    if chart.type.startswith("stacked"):
        return _marked_nothing(chart, canvas, printed, looks)
    dash = Label("outEnd", unknown=True)
    return tuple(
        replace(
            look,
            special=tuple((at, dash) for at, value in enumerate(series.values) if value is None),
        )
        for look, series in zip(looks, chart.series, strict=True)
    )


def stacked(
    chart: Chart, canvas: Canvas, printed: Numerals, length: float, thickness: float
) -> tuple[SeriesLook, ...] | None:
    """Return the looks of stacked bars with their figures inside, or None if one does not fit.

    `length` is the plot's along the bars.
    """
    level = chart.type.endswith("bar")
    axis = bar_axis(chart, canvas, shown=False).scale
    per_unit = length / (axis.high - axis.low)
    for value in filter(None, values(chart)):
        width = canvas.text_width(printed.text(value)) + PAD
        along, across = (width, canvas.line) if level else (canvas.line, width)
        if across > thickness or along > abs(value) * per_unit:
            return None
    looks = []
    for look, series in zip(_filled(chart, canvas), chart.series, strict=True):
        ink = text_on(look.fill, canvas.brand)
        # On a middling ground neither ink nor paper stands out: bold type asks for less contrast.
        faint = contrast(ink, look.fill, canvas.brand) < TEXT_CONTRAST
        zeros = tuple((at, None) for at, value in enumerate(series.values) if value == 0)
        label = Label("ctr", value=True, tint=ink, bold=faint)
        looks.append(replace(look, label=label, special=zeros))
    return _marked_nothing(chart, canvas, printed, tuple(looks))


def _filled(chart: Chart, canvas: Canvas) -> tuple[SeriesLook, ...]:
    tints = fills(len(chart.series), canvas.brand)
    seamed = chart.type.startswith("stacked") and any(
        contrast(one, other, canvas.brand) < APART for one, other in pairwise(tints)
    )
    return tuple(
        SeriesLook(
            fill=tint,
            outlined=needs_outline(tint, canvas.brand),
            seamed=seamed and at > 0,  # the first stands on the base line, and leaves it whole
        )
        for at, tint in enumerate(tints)
    )


def _marked_nothing(
    chart: Chart, canvas: Canvas, printed: Numerals, looks: tuple[SeriesLook, ...]
) -> tuple[SeriesLook, ...]:
    """Return `looks` with a mark for every category that has no stack: nought, or not known."""
    level = chart.type.endswith("bar")
    marks: dict[int, tuple[int, Label]] = {}
    for at in range(len(chart.categories)):
        column = [series.values[at] if at < len(series.values) else None for series in chart.series]
        if any(column) or not column:
            continue
        bearer = next((n for n, value in enumerate(column) if value is not None), 0)
        unknown = column[bearer] is None
        label = Label("ctr", value=not unknown, unknown=unknown, tint=INK)
        wide = canvas.text_width(UNKNOWN if unknown else printed.text(0.0))
        if level:
            label = replace(label, right=wide / 2 + PAD)
        else:
            label = replace(label, down=-canvas.line / 2 - PAD / 2)
        marks[at] = (bearer, label)
    return tuple(
        replace(
            look,
            special=tuple(
                sorted(
                    {
                        **dict(look.special),
                        **{at: label for at, (bearer, label) in marks.items() if bearer == number},
                    }.items(),
                    key=lambda pair: pair[0],
                )
            ),
        )
        for number, look in enumerate(looks)
    )
