"""The figures of a Chart, made ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckmaker.document import Chart, ChartType, Series

LARGEST = 1e300
"""A workbook's figures end at 1.8e308; the margin is for sums of them."""


def drawable(chart: Chart) -> Chart:
    """Return `chart` with a gap for every figure that no drawing holds: not finite, or too large.

    A point of a scatter chart that lacks its abscissa is left out.
    """
    return replace(chart, series=tuple(_drawable(one, chart.type) for one in chart.series))


def known(values: Iterable[float | None]) -> tuple[float, ...]:
    """Return the values that are given."""
    return tuple(value for value in values if value is not None)


def values(chart: Chart) -> tuple[float, ...]:
    """Return every value of `chart` that is given."""
    return known(value for series in chart.series for value in series.values)


def totals(chart: Chart) -> tuple[float, ...]:
    """Return how far the stack of each category reaches: down, then up, for each."""
    ends: list[float] = []
    for at in range(len(chart.categories)):
        values = known(one.values[at] for one in chart.series if at < len(one.values))
        ends += [sum(v for v in values if v < 0), sum(v for v in values if v > 0)]
    return tuple(ends)


def _drawable(series: Series, kind: ChartType) -> Series:
    values = tuple(value if _holds(value) else None for value in series.values)
    if kind != "scatter":
        return replace(series, values=values)
    points = [(x, y) for x, y in zip(series.xs, values, strict=False) if _holds(x)]
    return replace(series, xs=tuple(x for x, _ in points), values=tuple(y for _, y in points))


def _holds(value: float | None) -> bool:
    return value is not None and abs(value) <= LARGEST
