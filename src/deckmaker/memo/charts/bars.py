"""Bars that lie: one row a category, the figures at their ends. The only chart that flows.

Rows are slabs, so that a chart of any number of categories breaks over pages as a table does.
Columns whose names do not fit beneath them are drawn this way too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.document import Chart
from deckmaker.memo.charts.palette import fills, text_on
from deckmaker.memo.charts.scale import Scale, known, scale_of
from deckmaker.memo.charts.sheet import AXIS, GAP, GRID, Sheet, legend
from deckmaker.memo.drawing import Box, Drawing, Rule
from deckmaker.memo.slabs import FORBIDDEN, Slab

_NAMES_MOST = 0.4
"""The share of the width that the names of the categories may take."""
_THICK, _THIN = 12.0, 9.0
"""How thick a bar is that stands alone, and one beside others, points."""
_BETWEEN = 1.0
_LABEL = 4.0
"""Between the end of a bar and its figure."""
_SEGMENT_PAD = 4.0
"""Left of a segment's width beside its figure."""
_ROUNDING = 0.01
_MOST_LINES = 12
"""Of a category's name beside its bars."""
_PAD = 3.5
"""Above and below the bars of a row, points."""
_INSIDE = 150.0
"""The cost of a page break between two rows, in points of paper left blank."""
_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the names stand, and the bars run from and to."""

    names: float
    """The width of the names."""
    left: float
    right: float
    scale: Scale

    def x(self, value: float) -> float:
        """Return where a bar of `value` ends."""
        return self.left + self.scale.share(value) * (self.right - self.left)


def bars(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return legend and axis, where they are needed, and a row for each category."""
    stacked = chart.type.startswith("stacked") and len(chart.series) > 1
    colors = fills(len(chart.series), sheet.compositor.styles)
    plot = _stacked_plot(chart, sheet) if stacked else _plot(chart, sheet)
    head = legend([series.name for series in chart.series], colors, sheet)
    head += _axis(plot, sheet)
    found = [replace(slab, penalty=FORBIDDEN if index else 0.0) for index, slab in enumerate(head)]
    last = len(chart.categories) - 1
    for index in range(len(chart.categories)):
        kept = index in (1, last) or (index == 0 and bool(head))
        penalty = FORBIDDEN if kept else _INSIDE if index else 0.0
        first, *others = _row(index, chart, sheet, plot, colors, stacked=stacked)
        found.append(replace(first, penalty=penalty, repeat=tuple(head)))
        found.extend(others)
    return found


def _names_width(chart: Chart, sheet: Sheet) -> float:
    widest = max((sheet.text_width(name) for name in chart.categories), default=0.0)
    return min(widest, _NAMES_MOST * sheet.width) + _ROUNDING


def _plot(chart: Chart, sheet: Sheet) -> _Plot:
    """Leave room at both ends for the figures, and scale the bars to what remains."""
    values = known(value for series in chart.series for value in series.values)
    names = _names_width(chart, sheet)
    below, above = (
        max((sheet.text_width(sheet.figures.text(value)) + GAP for value in some), default=0.0)
        for some in ([v for v in values if v < 0], [v for v in values if v >= 0])
    )
    if any(value is None for series in chart.series for value in series.values):
        above = max(above, sheet.text_width(_UNKNOWN) + GAP)
    left, right = sheet.left + names + GAP + below, sheet.right - above
    return _Plot(names, left, right, _tight(values))


def _stacked_plot(chart: Chart, sheet: Sheet) -> _Plot:
    """Scale the stacks; where a figure does not fit its segment there is an axis to read from."""
    names = _names_width(chart, sheet)
    ends: list[float] = []
    for index in range(len(chart.categories)):
        values = known(series.values[index] for series in chart.series)
        ends += [sum(v for v in values if v < 0), sum(v for v in values if v > 0)]
    plot = _Plot(names, sheet.left + names + GAP, sheet.right, _tight(ends))
    for value in known(value for series in chart.series for value in series.values):
        width = abs(plot.x(value) - plot.x(0.0))
        if value and sheet.text_width(sheet.figures.text(value)) + _SEGMENT_PAD > width:
            scale = scale_of(ends)
            beyond = sheet.text_width(sheet.figures.text(scale.high, decimals=scale.decimals)) / 2
            return replace(plot, right=sheet.right - beyond, scale=scale)
    return plot


def _tight(values: Sequence[float]) -> Scale:
    """Return the scale that ends where the data do, and has no steps: no axis is drawn."""
    low, high = min([0.0, *values]), max([0.0, *values])
    return Scale(low, high, (), 0) if high > low else Scale(0.0, 1.0, (), 0)


def _axis(plot: _Plot, sheet: Sheet) -> list[Slab]:
    """Return the figures of the axis, above the rows; nothing where there is none."""
    middle = sheet.type.leading / 2
    words = tuple(
        sheet.word(
            sheet.figures.text(tick, decimals=plot.scale.decimals),
            plot.x(tick),
            middle,
            anchor="middle",
            role="muted",
        )
        for tick in plot.scale.ticks
    )
    return [Slab(sheet.type.leading, words)] if words else []


def _row(
    index: int,
    chart: Chart,
    sheet: Sheet,
    plot: _Plot,
    colors: Sequence[str],
    *,
    stacked: bool,
) -> list[Slab]:
    """Draw the bars of a category beside its name; a name of very many lines goes on below."""
    whole = sheet.wrapped(chart.categories[index], plot.names)
    name = whole[:_MOST_LINES]
    values = [series.values[index] for series in chart.series]
    thickness = _THICK if stacked or len(values) == 1 else _THIN
    deep = thickness if stacked else len(values) * (thickness + _BETWEEN) - _BETWEEN
    named = len(name) * sheet.type.leading
    height = max(deep, named) + 2 * _PAD
    top = (height - deep) / 2
    marks: Drawing = tuple(
        Rule(plot.x(tick), 0.0, plot.x(tick), height, GRID, sheet.color("rule"))
        for tick in plot.scale.ticks
    )
    marks += sheet.block(name, sheet.left, (height - named) / 2)
    if stacked:
        marks += _stack(values, colors, sheet, plot, top, thickness)
    else:
        for at, (value, color) in enumerate(zip(values, colors, strict=True)):
            marks += _bar(value, color, sheet, plot, top + at * (thickness + _BETWEEN), thickness)
    zero = plot.x(0.0)
    marks += (Rule(zero, 0.0, zero, height, AXIS, sheet.color("foreground")),)
    rest = (sheet.block((line,), sheet.left, 0.0) for line in whole[_MOST_LINES:])
    return [Slab(height, marks), *(Slab(sheet.type.leading, words) for words in rest)]


def _bar(
    value: float | None, color: str, sheet: Sheet, plot: _Plot, top: float, thickness: float
) -> Drawing:
    """Draw one bar with its figure at its end; a dash stands for a figure that is not known."""
    middle = top + thickness / 2
    zero = plot.x(0.0)
    if value is None:
        return (sheet.word(_UNKNOWN, zero + _LABEL, middle, role="muted"),)
    end = plot.x(value)
    text = sheet.figures.text(value)
    label = (
        sheet.word(text, end - _LABEL, middle, anchor="end")
        if value < 0
        else sheet.word(text, end + _LABEL, middle)
    )
    return (Box(min(zero, end), top, abs(end - zero), thickness, color), label)


def _stack(
    values: Sequence[float | None],
    colors: Sequence[str],
    sheet: Sheet,
    plot: _Plot,
    top: float,
    thickness: float,
) -> Drawing:
    """Draw the segments of one stack, each with its figure where it has the room."""
    marks: Drawing = ()
    below = above = 0.0
    for value, color in zip(values, colors, strict=True):
        if not value:
            continue
        start = below if value < 0 else above
        below, above = (below + value, above) if value < 0 else (below, above + value)
        left, right = sorted((plot.x(start), plot.x(start + value)))
        marks += (Box(left, top, right - left, thickness, color),)
        text = sheet.figures.text(value)
        if sheet.text_width(text) + _SEGMENT_PAD <= right - left:
            role = text_on(color, sheet.compositor.styles)
            middle = (left + right) / 2
            marks += (sheet.word(text, middle, top + thickness / 2, anchor="middle", role=role),)
    return marks
