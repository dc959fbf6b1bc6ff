"""Lines and areas over the categories, each named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.document import Chart
from deckmaker.memo.charts.palette import fills, pale, strokes
from deckmaker.memo.charts.scale import Scale, known, scale_of
from deckmaker.memo.charts.sheet import (
    GAP,
    Sheet,
    axis_width,
    gridlines,
    legend,
    spread,
)
from deckmaker.memo.drawing import Drawing, Rule, Shape, Step
from deckmaker.memo.slabs import Slab
from deckmaker.typesetting import Line

_HEIGHT = 150.0
_NAMES_MOST = 0.3
"""The share of the width that the names at the ends may take; beyond it there is a legend."""
_WEIGHT, _LIGHT = 2.0, 1.4
_DOT = 2.2
"""Radius of the dot at the end of a line, points."""
_TICK, _TICK_WEIGHT = 3.0, 0.5
_MOST_LINES, _MOST_LINES_THINNED = 6, 2
"""Of a category's name, where all are set and where only some are."""
_LEAST_NAME = 60.0
"""The width of a name that stands alone, points."""
_ARC = 0.5523
"""The handle of a Bézier quarter circle, in radii."""

_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Plot:
    """The rectangle of the lines and its scale."""

    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    count: int

    def x(self, index: int) -> float:
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + index * (self.right - self.left) / (self.count - 1)

    def y(self, value: float) -> float:
        return self.bottom - self.scale.share(value) * (self.bottom - self.top)


def lines(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return legend, where names do not fit at the ends, and plot."""
    stacked = chart.type == "stacked area" and len(chart.series) > 1
    filled = chart.type != "line"
    count = len(chart.series)
    levels = _stacked(chart) if stacked else [list(series.values) for series in chart.series]
    scale = scale_of([value for row in levels for value in row], from_zero=filled)
    ends = _ends(chart, sheet)
    room = max((line.width for end in ends for line in end), default=0.0) + 2 * GAP
    top = sheet.type.leading / 2
    left = sheet.left + axis_width(scale, sheet)
    plot = _Plot(left, sheet.right - room, top, top + _HEIGHT, scale, max(1, len(chart.categories)))
    styles = sheet.compositor.styles
    colors = fills(count, styles) if stacked else strokes(count, styles)
    marks: Drawing = ()
    if stacked:
        marks += _bands(levels, colors, plot)
    elif filled:
        for at in sorted(range(count), key=lambda at: -sum(known(levels[at]))):
            marks += _area(levels[at], pale(colors[at]), plot)
    marks += gridlines(scale, sheet, plot.left, plot.right, plot.top, plot.bottom)
    if not stacked:
        for at in reversed(range(count)):
            marks += _line(levels[at], colors[at], plot, _LIGHT if at else _WEIGHT)
    marks += _named(ends, levels, plot, sheet, stacked=stacked)
    below, depth = _categories(chart, plot, sheet)
    head = [] if ends else legend([series.name for series in chart.series], colors, sheet)
    return [*head, Slab(plot.bottom + depth, marks + below)]


def _stacked(chart: Chart) -> list[list[float | None]]:
    """Return the upper edge of each band; what is not known counts nothing."""
    edges: list[list[float | None]] = []
    sums = [0.0] * len(chart.categories)
    for series in chart.series:
        sums = [total + (value or 0.0) for total, value in zip(sums, series.values, strict=True)]
        edges.append(list(sums))
    return edges


def _ends(chart: Chart, sheet: Sheet) -> list[tuple[Line, ...]]:
    """Return each series' name and last figure as lines; none where they take too much room."""
    found = []
    for series in chart.series:
        given = known(series.values)
        figure = sheet.figures.text(given[-1]) if given else ""
        found.append(sheet.wrapped(series.name, _NAMES_MOST * sheet.width, figure=figure))
    deep = sum(len(end) for end in found) * sheet.type.leading
    return found if deep <= _HEIGHT else []


def _named(
    ends: Sequence[Sequence[Line]],
    levels: Sequence[Sequence[float | None]],
    plot: _Plot,
    sheet: Sheet,
    *,
    stacked: bool,
) -> Drawing:
    """Set the names beside the ends of their lines, or the middles of their bands, spread apart."""
    wanted: list[tuple[float, int]] = []
    for at in range(len(ends)):
        last = (known(levels[at]) or [0.0])[-1]
        under = (known(levels[at - 1]) or [0.0])[-1] if stacked and at else 0.0
        wanted.append((plot.y((last + under) / 2 if stacked else last), at))
    wanted.sort()
    leading = sheet.type.leading
    heights = [len(ends[at]) * leading for _, at in wanted]
    free = spread([y for y, _ in wanted], heights, 0.0, plot.bottom + leading / 2)
    marks: Drawing = ()
    for (_, at), height, middle in zip(wanted, heights, free, strict=True):
        marks += sheet.block(ends[at], plot.right + GAP, middle - height / 2)
    return marks


def _bands(edges: Sequence[Sequence[float | None]], colors: Sequence[str], plot: _Plot) -> Drawing:
    """Fill the bands between the edges, the lowest from zero."""
    marks: Drawing = ()
    lower: list[float] = [0.0] * plot.count
    for edge, color in zip(edges, colors, strict=True):
        upper = [value or 0.0 for value in edge]
        outline = [(plot.x(i), plot.y(v)) for i, v in enumerate(upper)]
        outline += [(plot.x(i), plot.y(v)) for i, v in reversed(list(enumerate(lower)))]
        marks += (Shape((*_path(outline), ("Z",)), fill=color),)
        lower = upper
    return marks


def _area(values: Sequence[float | None], color: str, plot: _Plot) -> Drawing:
    """Fill what lies between a line and zero, leaving its gaps open."""
    zero = plot.y(0.0)
    return tuple(
        Shape((*_path([(run[0][0], zero), *run, (run[-1][0], zero)]), ("Z",)), fill=color)
        for run in _stretches(values, plot)
        if len(run) > 1
    )


def _line(values: Sequence[float | None], color: str, plot: _Plot, weight: float) -> Drawing:
    """Draw one line with a dot at its end; it breaks at gaps, a lonely point shows as a dot."""
    runs = list(_stretches(values, plot))
    marks: Drawing = tuple(
        Shape(_path(run), stroke=color, width=weight) for run in runs if len(run) > 1
    )
    dots = [run[0] for run in runs if len(run) == 1] + [run[-1] for run in runs[-1:]]
    return (*marks, *(dot(x, y, _DOT, color) for x, y in dict.fromkeys(dots)))


def _stretches(values: Sequence[float | None], plot: _Plot) -> Iterator[list[_Point]]:
    """Yield the points of `values`, a list for each stretch without a gap."""
    run: list[_Point] = []
    for index, value in enumerate(values):
        if value is not None:
            run.append((plot.x(index), plot.y(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _categories(chart: Chart, plot: _Plot, sheet: Sheet) -> tuple[Drawing, float]:
    """Set the names below the plot; where they crowd, every second, third … of them.

    Returns the marks and their depth below the plot.
    """
    pitch = (plot.right - plot.left) / max(1, plot.count - 1)
    step = 1
    most = _MOST_LINES
    while step < plot.count and not _roomy(chart.categories[::step], step * pitch, most, sheet):
        step += 1
        most = _MOST_LINES_THINNED
    marks: Drawing = ()
    deepest = 0
    for index in range(0, plot.count if chart.categories else 0, step):
        x = plot.x(index)
        name = sheet.wrapped(chart.categories[index], max(step * pitch - GAP, _LEAST_NAME))
        half = max(line.width for line in name) / 2
        middle = min(max(x, sheet.left + half), sheet.right - half)
        color = sheet.color("foreground")
        marks += (Rule(x, plot.bottom, x, plot.bottom + _TICK, _TICK_WEIGHT, color),)
        marks += sheet.block(name, middle, plot.bottom + _TICK + 1, anchor="middle")
        deepest = max(deepest, len(name))
    return marks, _TICK + 1 + deepest * sheet.type.leading


def _roomy(names: Sequence[str], pitch: float, most: int, sheet: Sheet) -> bool:
    """Tell whether `names` stand side by side, `pitch` points apart, without breaking a word."""
    width = max(pitch - GAP, _LEAST_NAME if len(names) == 1 else 0.0)
    return all(
        max(map(sheet.text_width, name.split()), default=0.0) <= width
        and len(sheet.wrapped(name, width)) <= most
        for name in names
    )


def dot(x: float, y: float, radius: float, color: str) -> Shape:
    """Return a filled circle."""
    handle = _ARC * radius
    steps: tuple[Step, ...] = (
        ("M", x + radius, y),
        ("C", x + radius, y + handle, x + handle, y + radius, x, y + radius),
        ("C", x - handle, y + radius, x - radius, y + handle, x - radius, y),
        ("C", x - radius, y - handle, x - handle, y - radius, x, y - radius),
        ("C", x + handle, y - radius, x + radius, y - handle, x + radius, y),
        ("Z",),
    )
    return Shape(steps, fill=color)


def _path(points: Sequence[_Point]) -> tuple[Step, ...]:
    (x, y), *others = points
    return (("M", x, y), *(("L", px, py) for px, py in others))
