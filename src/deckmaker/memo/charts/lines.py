"""Lines and areas over the categories, each named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from deckmaker.charting import Scale, known, scale, spread
from deckmaker.charting.palette import Tint, fills, line_tints
from deckmaker.document import Chart, Series
from deckmaker.document.numerals import is_sign
from deckmaker.memo.charts.names import names_along
from deckmaker.memo.charts.sheet import GAP, Sheet, above, axis_width, gridlines, legend
from deckmaker.memo.drawing import Drawing, Rule, Shape, Step
from deckmaker.memo.slabs import Slab, attached
from deckmaker.typesetting import Line

_HEIGHT = 150.0
_NAMES_MOST = 0.3
"""The share of the width that the names at the ends may take; beyond it there is a legend."""
_WEIGHT, _LIGHT = 2.0, 1.4
_DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (4.5, 1.5),
    (9.0, 2.0, 1.5, 2.0),
    (6.0, 4.0),
    (1.5, 1.5),
)
"""Points. There are not as many as colours, so that both together hardly recur."""
_DOT = 2.2
"""Radius of the dot at the end of a line, points."""
_TICK, _TICK_WEIGHT = 3.0, 0.5
_ARC = 0.5523
"""The handle of a Bézier quarter circle, in radii."""
_GLASS = 0.18
"""How much of its colour an area below a line has; the rest is paper."""

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
    """Return subtitle, legend, where names do not fit at the ends, and plot."""
    stacked = chart.type == "stacked area" and len(chart.series) > 1
    filled = chart.type != "line"
    count = len(chart.series)
    levels = _stacked(chart) if stacked else [list(series.values) for series in chart.series]
    made = scale([value for row in levels for value in known(row)], from_zero=filled)
    ends = _ends(chart, sheet)
    room = max((line.width for end in ends for line in end), default=0.0) + 2 * GAP
    top = sheet.type.leading / 2
    left = sheet.left + axis_width(made, sheet)
    plot = _Plot(left, sheet.right - room, top, top + _HEIGHT, made, max(1, len(chart.categories)))
    styles = sheet.compositor.styles
    tints = fills(count, styles) if stacked else line_tints(count, styles)
    marks: Drawing = ()
    if stacked:
        marks += _bands(levels, tints, plot, sheet)
    elif filled:
        for at in sorted(range(count), key=lambda at: -sum(known(levels[at]))):
            marks += _area(levels[at], _pale(tints[at], sheet), plot)
    marks += gridlines(made, sheet, plot.left, plot.right, plot.top, plot.bottom)
    # Dashes tell lines apart that are not named at their ends, or whose colours recur.
    turn = len(set(tints)) if ends else 1
    dashes = [_DASHES[at // turn % len(_DASHES)] for at in range(count)]
    if not stacked:
        for at in reversed(range(count)):
            weight = _LIGHT if at else _WEIGHT
            marks += _line(levels[at], sheet.tint(tints[at]), plot, weight, dashes[at])
    marks += _named(ends, levels, plot, sheet, stacked=stacked)
    below, depth = _categories(chart, plot, sheet)
    said = above(chart, sheet, unit=not is_sign(sheet.unit))
    keys = (
        []
        if ends
        else legend([one.name for one in chart.series], tints, sheet, () if stacked else dashes)
    )
    drawn = [*keys, Slab(plot.bottom + depth, sheet.plot(marks + below, chart))]
    return [*said, *attached(drawn)] if said else drawn


def _stacked(chart: Chart) -> list[list[float | None]]:
    """Return the upper edge of each band; what is not known counts nothing."""
    columns = zip(*(series.values for series in chart.series), strict=True)
    sums = [list(accumulate(value or 0.0 for value in column)) for column in columns]
    return [[column[at] for column in sums] for at in range(len(chart.series))]


def _ends(chart: Chart, sheet: Sheet) -> list[tuple[Line, ...]]:
    """Return each series' name and last figure as lines; none where they take too much room."""
    found = [_end(series, chart, sheet) for series in chart.series]
    deep = sum(len(end) for end in found) * sheet.type.leading
    return found if deep <= _HEIGHT + sheet.type.leading else []


def _end(series: Series, chart: Chart, sheet: Sheet) -> tuple[Line, ...]:
    """Return what stands at the end of a line; the only one is named above the plot."""
    given = known(series.values)
    figure = sheet.along.text(given[-1]) if given else ""
    name = series.name if len(chart.series) > 1 else ""
    return sheet.wrapped(name, _NAMES_MOST * sheet.width, figure=figure)


def _named(
    ends: Sequence[Sequence[Line]],
    levels: Sequence[Sequence[float | None]],
    plot: _Plot,
    sheet: Sheet,
    *,
    stacked: bool,
) -> Drawing:
    """Set the names beside the ends of their lines, or the middles of their bands, spread apart."""
    wanted = []
    for at in range(len(ends)):
        last = (known(levels[at]) or (0.0,))[-1]
        under = (known(levels[at - 1]) or (0.0,))[-1] if stacked and at else 0.0
        wanted.append(plot.y((last + under) / 2 if stacked else last))
    leading = sheet.type.leading
    heights = [len(end) * leading for end in ends]
    free = spread(wanted, heights, 0.0, plot.bottom + leading / 2)
    marks: Drawing = ()
    for end, height, middle in zip(ends, heights, free, strict=True):
        marks += sheet.block(end, plot.right + GAP, middle - height / 2)
    return marks


def _bands(
    edges: Sequence[Sequence[float | None]], tints: Sequence[Tint], plot: _Plot, sheet: Sheet
) -> Drawing:
    """Fill the bands between the edges, the lowest from zero."""
    marks: Drawing = ()
    lower: list[float] = [0.0] * plot.count
    for edge, tint in zip(edges, tints, strict=True):
        upper = [value or 0.0 for value in edge]
        outline = [(plot.x(i), plot.y(v)) for i, v in enumerate(upper)]
        outline += [(plot.x(i), plot.y(v)) for i, v in reversed(list(enumerate(lower)))]
        marks += (Shape((*_path(outline), ("Z",)), fill=sheet.tint(tint)),)
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


def _pale(tint: Tint, sheet: Sheet) -> str:
    """Return the colour that an area has below a line in `tint`."""
    channels = tint.channels(sheet.compositor.styles)
    return "#" + "".join(f"{round(255 * (1 + (one - 1) * _GLASS)):02X}" for one in channels)


def _line(
    values: Sequence[float | None],
    color: str,
    plot: _Plot,
    weight: float,
    dash: tuple[float, ...],
) -> Drawing:
    """Draw one line with a dot at its end; it breaks at gaps, a lonely point shows as a dot."""
    runs = list(_stretches(values, plot))
    marks: Drawing = tuple(
        Shape(_path(run), stroke=color, width=weight, dash=dash) for run in runs if len(run) > 1
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
    """Set the names below the plot, each with a tick; return them and their depth."""
    pitch = (plot.right - plot.left) / max(1, plot.count - 1)
    margin = min(plot.left - sheet.left, sheet.right - plot.right)
    names = names_along(chart.categories, pitch, margin, sheet)
    marks: Drawing = ()
    for index, name in names.lines:
        x = plot.x(index)
        half = max(line.width for line in name) / 2
        middle = min(max(x, sheet.left + half), sheet.right - half)
        color = sheet.color("foreground")
        marks += (Rule(x, plot.bottom, x, plot.bottom + _TICK, _TICK_WEIGHT, color),)
        marks += sheet.block(name, middle, plot.bottom + _TICK + 1, anchor="middle")
    return marks, _TICK + 1 + names.deepest * sheet.type.leading


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
