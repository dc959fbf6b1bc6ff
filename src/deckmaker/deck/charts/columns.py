"""Upright columns, beside each other or stacked: a Chart and its frame become an Arrangement.

The values are printed over (or, stacked, in) the columns and no axis is drawn wherever the
figures fit; else an axis with gridlines stands at the left.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.deck.charts.arrangement import (
    AXIS_GAP,
    PAD,
    Arrangement,
    Axis,
    Canvas,
    Legend,
    SeriesLook,
    fits_beside,
    heading,
    heading_height,
    legend_above,
    legend_beside,
    values,
)
from deckmaker.deck.charts.categories import Names, names_below
from deckmaker.deck.charts.figures import Figures, figures, is_sign
from deckmaker.deck.charts.palette import fills
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

THICKEST = 96.0
"""Of one column, points."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What surrounds the columns, and the slots that they get; points."""

    heading: str
    legend: Legend | None
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
    full = figures(chart.unit, chart.decimals, canvas.lang, values(chart))
    for printed in (full, full.bare):
        arranged = _labelled(chart, canvas, printed)
        if arranged:
            return arranged
    axis = bar_axis(chart, canvas, shown=True)
    left = canvas.widest(axis.texts) + AXIS_GAP
    unit = not is_sign(chart.unit)
    ground = _ground(chart, canvas, unit=unit, above=canvas.line / 2, left=left)
    return _arrangement(canvas, ground, full, axis, plain(fills(len(chart.series))))


def _labelled(chart: Chart, canvas: Canvas, printed: Figures) -> Arrangement | None:
    """Return the columns with their figures `printed`, or None where they do not fit."""
    unit, axis = not printed.bears_unit, bar_axis(chart, canvas, shown=False)
    if chart.type == "stacked column":
        ground = _ground(chart, canvas, unit=unit)
        height, thickness = ground.plot(canvas).height, ground.slots.thickness
        looks = stacked(chart, canvas, printed, height, thickness, level=False)
        return _arrangement(canvas, ground, printed, axis, looks) if looks else None
    ground = _ground(chart, canvas, unit=unit, above=canvas.line)
    room = ground.slots.band - PAD if len(chart.series) == 1 else ground.slots.thickness
    if canvas.widest(figure_texts(chart, printed)) > room:
        return None
    axis = lowered(axis, values(chart), canvas.line + PAD, ground.plot(canvas).height)
    return _arrangement(canvas, ground, printed, axis, beside(chart, named=False))


def _ground(
    chart: Chart, canvas: Canvas, *, unit: bool, above: float = 0.0, left: float = 0.0
) -> _Ground:
    """Return what surrounds the columns.

    `above` is the room for the figures at the top, `left` that for the figures of an axis.
    """
    title = heading(chart, unit=unit)
    top = heading_height(title, canvas)
    keys = tuple(series.name for series in chart.series)
    stack = chart.type == "stacked column"
    # A legend at the right of stacks names them in the order in which they lie.
    beside_them = stack and len(keys) > 1 and fits_beside(canvas, keys, canvas.height / 2)
    legend, room = None, canvas.width - left
    if beside_them:
        legend = legend_beside(canvas, keys, Box(0, 0, canvas.width, canvas.height))
        room -= legend.box.width + AXIS_GAP
    elif len(keys) > 1:
        legend = legend_above(canvas, keys, top)
        top = legend.box.bottom + PAD
    columns = 1 if stack else len(keys)
    slots = share(room, len(chart.categories), columns, THICKEST)
    below = names_below(chart, canvas, slots.band, canvas.height - top - above)
    ground = _Ground(title, legend, top + above, left, slots, below)
    if not beside_them:
        return ground
    legend = legend_beside(canvas, keys, ground.plot(canvas))
    return _Ground(title, legend, top + above, left, slots, below)


def _arrangement(
    canvas: Canvas,
    ground: _Ground,
    printed: Figures,
    axis: Axis,
    looks: tuple[SeriesLook, ...],
) -> Arrangement:
    return Arrangement(
        plot=ground.plot(canvas),
        size=canvas.size,
        figures=printed,
        axis=axis,
        series=looks,
        heading=ground.heading,
        legend=ground.legend,
        skip=ground.names.skip,
        turned=ground.names.turned,
        gap=ground.slots.gap,
    )
