"""Horizontal bars, beside each other or stacked: a Chart and its frame become an Arrangement.

The values are printed at the bars and no axis is drawn wherever the figures fit; else an axis
with gridlines stands above the plot. Bars run down the frame in the order of the data.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from deckmaker.charting import values
from deckmaker.deck.charts.arrangement import (
    AXIS_GAP,
    DENSE,
    PAD,
    Arrangement,
    Axis,
    Canvas,
    SeriesLook,
)
from deckmaker.deck.charts.head import Head, head
from deckmaker.deck.charts.stacks import (
    Slots,
    bar_axis,
    beside,
    figure_texts,
    lowered,
    plain,
    share,
    stacked,
)
from deckmaker.deck.units import Box
from deckmaker.document import Chart
from deckmaker.document.numerals import Numerals, is_sign, numerals, printings

THICKEST = 40.0
"""Of one bar, points."""
NAMES_MOST = 0.4
"""The share of the frame's width that the names of the bars may take."""
TIGHT_LINE = 0.9
"""How thick a bar must be, in lines, for the figures of bars beside each other to part."""
LABEL_MOST = 0.35
"""The share of it that figures with the names of series may take."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What surrounds the bars, and the slots that they get; points."""

    head: Head
    top: float
    left: float
    slots: Slots


def arrange_bars(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of horizontal bars."""
    if _is_crowded(chart, canvas):
        canvas = canvas.at(DENSE)
    full = numerals(chart.unit, chart.decimals, canvas.lang, values(chart))
    stack = chart.type == "stacked bar"
    for printed in printings(full, chart.unit) if stack else (full,):
        arranged = _labelled(chart, canvas, printed)
        if arranged:
            return arranged
    keyed = len(chart.series) > 1
    above = canvas.line + AXIS_GAP
    ground = _ground(chart, canvas, unit=not is_sign(chart.unit), keyed=keyed, above=above)
    axis = bar_axis(chart, canvas, shown=True)
    right = canvas.widest(axis.texts) / 2 + PAD
    return _arrangement(canvas, ground, right, full, axis, plain(chart, canvas, full))


def _is_crowded(chart: Chart, canvas: Canvas) -> bool:
    """Tell whether figures do not fit their bars, or names the room of their category."""
    ground = _ground(chart, canvas, unit=False, keyed=False)
    deepest = max((canvas.lines(name, ground.left) for name in chart.categories), default=1)
    return ground.slots.thickness < canvas.line or deepest * canvas.line > ground.slots.band


def _labelled(chart: Chart, canvas: Canvas, printed: Numerals) -> Arrangement | None:
    """Return the bars with their figures `printed`, or None where they do not fit."""
    unit, axis = not printed.bears_unit, bar_axis(chart, canvas, shown=False)
    keyed = len(chart.series) > 1
    ground = _ground(chart, canvas, unit=unit, keyed=keyed)
    length = canvas.width - ground.left
    if chart.type == "stacked bar":
        looks = stacked(chart, canvas, printed, length - PAD, ground.slots.thickness)
        return _arrangement(canvas, ground, PAD, printed, axis, looks) if looks else None
    right = PAD + canvas.widest(figure_texts(chart, printed))
    axis = lowered(axis, values(canvas.reaching(chart)), right + PAD, length - right)
    if keyed:
        direct = _ground(chart, canvas, unit=unit, keyed=False)
        named = _named_room(chart, canvas, printed, length)
        if named <= LABEL_MOST * canvas.width and direct.slots.thickness >= canvas.line:
            looks = beside(chart, canvas, printed, named=True)
            return _arrangement(canvas, direct, max(right, named), printed, axis, looks)
    if ground.slots.thickness < canvas.line * TIGHT_LINE:
        return None
    looks = beside(chart, canvas, printed, named=False)
    return _arrangement(canvas, ground, right, printed, axis, looks)


def _ground(
    chart: Chart, canvas: Canvas, *, unit: bool, keyed: bool, above: float = 0.0
) -> _Ground:
    """Return what surrounds the bars: `above` is the room for the figures of an axis."""
    over = head(chart, canvas, unit=unit, keyed=keyed)
    top = over.bottom + above
    left = min(NAMES_MOST * canvas.width, canvas.widest(chart.categories) + AXIS_GAP)
    bars = 1 if chart.type == "stacked bar" else len(chart.series)
    slots = share(canvas.height - top, len(chart.categories), bars, THICKEST)
    return _Ground(over, top, left, slots)


def _arrangement(
    canvas: Canvas,
    ground: _Ground,
    right: float,
    printed: Numerals,
    axis: Axis,
    looks: tuple[SeriesLook, ...],
) -> Arrangement:
    slots = ground.slots
    plot = Box(ground.left, ground.top, canvas.width - ground.left - right, slots.length)
    return Arrangement(
        plot=plot,
        size=canvas.size,
        numerals=printed,
        axis=axis,
        series=looks,
        subtitle=ground.head.subtitle,
        legend=ground.head.legend,
        step=max(1, math.ceil(canvas.line / slots.band)),
        gap=slots.gap,
    )


def _named_room(chart: Chart, canvas: Canvas, printed: Numerals, length: float) -> float:
    """Return the room that figures with the names of series take at the right of the plot.

    They stand at the bars of the first category only, which may be short: `length` points are
    shared by the longest bar and what must stand beside the first. Infinite where a value lacks.
    """
    longest = max(map(abs, values(chart)), default=0.0)
    room = 0.0
    for series in chart.series:
        value = series.values[0] if series.values else None
        if value is None or value < 0:
            return math.inf
        label = (
            canvas.text_width(f"{series.name}{canvas.wording.colon}{printed.text(value)}") + 2 * PAD
        )
        part = value / longest if longest else 0.0
        if part:
            room = max(room, (label - (1 - part) * length) / part)
        elif label > length:
            return math.inf
    return room
