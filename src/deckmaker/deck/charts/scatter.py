"""Scatter charts: a Chart and its frame become an Arrangement.

Both axes are made alike: no need of zero, air around the points, what they measure at their ends.
"""

from __future__ import annotations

import math
from dataclasses import replace

from deckmaker.charting import aired_scale, values
from deckmaker.deck.charts.arrangement import AXIS_GAP, PAD, Arrangement, Axis, Canvas, SeriesLook
from deckmaker.deck.charts.categories import TICK
from deckmaker.deck.charts.rows import ground
from deckmaker.deck.charts.strokes import marks
from deckmaker.document import Chart
from deckmaker.document.numerals import is_sign, numerals


def arrange_scatter(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of a scatter chart."""
    xs = tuple(x for series in chart.series for x in series.xs)
    across = _axis(xs, "", canvas, title=chart.x_title)
    unit = chart.unit if is_sign(chart.unit) else ""
    keyed = len(chart.series) > 1
    base = ground(chart, canvas, _axis(values(chart), unit, canvas), keyed=keyed)
    right = canvas.widest(across.texts) / 2 + PAD
    below = canvas.line * (2 if across.title else 1) + AXIS_GAP + TICK
    plot = base.plot.at(
        width=canvas.width - base.plot.x - right,
        height=canvas.height - base.plot.y - below,
    )
    looks = tuple(SeriesLook(stroke=stroke) for stroke in marks(len(chart.series), canvas.brand))
    return replace(base, plot=plot, series=looks, across=across)


def _axis(given: tuple[float, ...], unit: str, canvas: Canvas, *, title: str = "") -> Axis:
    """Return an axis whose ends are fixed only where the application would leave no air."""
    made = aired_scale(given)
    least, most = min(given, default=0.0), max(given, default=0.0)
    tight_low = math.floor(least / made.step) * made.step
    tight_high = math.ceil(most / made.step) * made.step
    return Axis(
        made,
        numerals(unit, made.decimals, canvas.lang, (made.low, made.high)),
        low=made.low if made.low > 0 or tight_low != made.low else None,
        high=made.high if made.high < 0 or tight_high != made.high else None,
        title=title,
    )
