"""Upright columns, beside each other or stacked: a Chart and its frame become an Arrangement.

The values are printed over (or, stacked, in) the columns and no axis is drawn wherever the
figures fit; else an axis with gridlines stands at the left.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.charting import values
from deckmaker.deck.charts.arrangement import (
    AXIS_GAP,
    PAD,
    Arrangement,
    Axis,
    Canvas,
    SeriesLook,
)
from deckmaker.deck.charts.categories import Names, names_below
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

THICKEST = 96.0
"""Of one column, points."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What surrounds the columns, and the slots that they get; points."""

    head: Head
    top: float
    left: float
    slots: Slots
    names: Names

    def plot(self, canvas: Canvas) -> Box:
        """Return the area of the columns."""
        height = canvas.height - self.top - self.names.height
        return Box(self.left, self.top, self.slots.length, height)


def arrange_columns(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of upright columns."""
    full = numerals(chart.unit, chart.decimals, canvas.lang, values(chart))
    for printed in printings(full, chart.unit):
        arranged = _labelled(chart, canvas, printed)
        if arranged:
            return arranged
    axis = bar_axis(chart, canvas, shown=True)
    left = canvas.widest(axis.texts) + AXIS_GAP
    unit = not is_sign(chart.unit)
    ground = _ground(chart, canvas, unit=unit, above=canvas.line / 2 + PAD, left=left)
    return _arrangement(canvas, ground, full, axis, plain(chart, canvas, full))


def _labelled(chart: Chart, canvas: Canvas, printed: Numerals) -> Arrangement | None:
    """Return the columns with their figures `printed`, or None where they do not fit."""
    unit, axis = not printed.bears_unit, bar_axis(chart, canvas, shown=False)
    if chart.type == "stacked column":
        ground = _ground(chart, canvas, unit=unit)
        height, thickness = ground.plot(canvas).height, ground.slots.thickness
        looks = stacked(chart, canvas, printed, height, thickness)
        return _arrangement(canvas, ground, printed, axis, looks) if looks else None
    ground = _ground(chart, canvas, unit=unit, above=canvas.line)
    room = ground.slots.band - PAD if len(chart.series) == 1 else ground.slots.thickness
    if canvas.widest(figure_texts(chart, printed)) > room:
        return None
    lengths = values(canvas.reaching(chart))
    axis = lowered(axis, lengths, canvas.line + PAD, ground.plot(canvas).height)
    return _arrangement(canvas, ground, printed, axis, beside(chart, canvas, printed, named=False))


def _ground(
    chart: Chart, canvas: Canvas, *, unit: bool, above: float = 0.0, left: float = 0.0
) -> _Ground:
    """Return what surrounds the columns.

    `above` is the room for the figures at the top, `left` that for the figures of an axis.
    """
    over = head(chart, canvas, unit=unit, keyed=len(chart.series) > 1)
    top = over.bottom + above
    columns = 1 if chart.type == "stacked column" else len(chart.series)
    slots = share(canvas.width - left, len(chart.categories), columns, THICKEST)
    below = names_below(chart, canvas, slots.band, canvas.height - top)
    if below.calendar:  # dates are wider than their columns
        beyond = max(0.0, canvas.widest(chart.categories) - slots.band) / 2
        room = canvas.width - left - 2 * beyond
        left, slots = left + beyond, share(room, len(chart.categories), columns, THICKEST)
    return _Ground(over, top, left, slots, below)


def _arrangement(
    canvas: Canvas,
    ground: _Ground,
    printed: Numerals,
    axis: Axis,
    looks: tuple[SeriesLook, ...],
) -> Arrangement:
    return Arrangement(
        plot=ground.plot(canvas),
        size=canvas.size,
        numerals=printed,
        axis=axis,
        series=looks,
        subtitle=ground.head.subtitle,
        legend=ground.head.legend,
        step=ground.names.step,
        calendar=ground.names.calendar,
        turned=ground.names.turned,
        gap=ground.slots.gap,
    )
