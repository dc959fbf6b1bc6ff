"""Areas, before each other or stacked: a Chart and its frame become an Arrangement.

Before each other they are tints, through which the grid is seen, with a line on top; stacked, full
fills, the pale ones with an edge that is seen. A line chart over the same cells draws the lines
and bears the names at the right.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from deckmaker.charting import totals, values
from deckmaker.charting.palette import INK, PAPER, SLATE, fills, needs_outline
from deckmaker.deck.charts.arrangement import Arrangement, Canvas, Label, SeriesLook, value_axis
from deckmaker.deck.charts.lines import ended, named_at_ends, stroked
from deckmaker.deck.charts.rows import ground, named, narrowed, with_names
from deckmaker.deck.charts.strokes import Stroke
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.document import Chart

GLASS = 0.18
"""The opacity of areas below lines."""


def arrange_areas(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of an area chart, stacked or not."""
    stacked = chart.type == "stacked area" and len(chart.series) > 1
    axis = value_axis(chart, totals(chart) if stacked else values(chart), canvas)
    base = ground(chart, canvas, axis)
    looks, lines = _stacked(chart, canvas) if stacked else _glass(chart, canvas)
    if len(lines) <= 1:
        arranged = ended(chart, canvas, base, lines)
        return replace(arranged, series=looks, lines=arranged.series)
    direct = narrowed(chart, canvas, base)
    if direct:
        way = _named_beside if stacked else named_at_ends
        found = way(chart, canvas, direct, lines)
        if found:
            return replace(direct, series=looks, lines=found[0], led=found[1] and not stacked)
    keyed = ground(chart, canvas, axis, keyed=True)
    if not stacked and keyed.legend:  # a tint of glass tells nothing: the lines are the key
        lines = stroked(chart, canvas, keyed=True)
        keyed = replace(keyed, legend=replace(keyed.legend, of_lines=True))
    return with_names(chart, canvas, replace(keyed, series=looks, lines=lines))


def _glass(chart: Chart, canvas: Canvas) -> tuple[tuple[SeriesLook, ...], tuple[SeriesLook, ...]]:
    lines = stroked(chart, canvas)
    return tuple(SeriesLook(fill=line.stroke.tint, opacity=GLASS) for line in lines), lines


def _stacked(chart: Chart, canvas: Canvas) -> tuple[tuple[SeriesLook, ...], tuple[SeriesLook, ...]]:
    tints = fills(len(chart.series), canvas.brand)
    looks = tuple(SeriesLook(fill=tint) for tint in tints)
    edges = (SLATE if needs_outline(tint, canvas.brand) else PAPER for tint in tints)
    return looks, tuple(SeriesLook(stroke=Stroke(edge, HAIRLINE)) for edge in edges)


def _named_beside(
    chart: Chart, canvas: Canvas, base: Arrangement, lines: tuple[SeriesLook, ...]
) -> tuple[tuple[SeriesLook, ...], bool] | None:
    """Return the edges of bands with names beside the bands' ends."""
    at = len(chart.categories) - 1
    ends = [series.values[at] if 0 <= at < len(series.values) else None for series in chart.series]
    given = [end for end in ends if end is not None]
    if len(given) < len(ends) or min(given) < 0:
        return None
    edges = list(accumulate(given))
    middles = [edge - end / 2 for edge, end in zip(edges, given, strict=True)]
    ready = [replace(line, label=Label("r", tint=INK)) for line in lines]
    return named(canvas, base, ready, [(at, edge) for edge in edges], middles)
