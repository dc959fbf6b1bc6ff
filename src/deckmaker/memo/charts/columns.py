"""Columns, beside each other or stacked, the names of the categories beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.document import Chart
from deckmaker.memo.charts.bars import bars
from deckmaker.memo.charts.palette import fills, text_on
from deckmaker.memo.charts.scale import Scale, known, scale_of
from deckmaker.memo.charts.sheet import AXIS, GAP, Sheet, axis_width, gridlines, legend
from deckmaker.memo.drawing import Box, Drawing, Rule
from deckmaker.memo.slabs import Slab
from deckmaker.typesetting import Line

_HEIGHT = 150.0
"""Of the plot, points."""
_SHARE = 0.68
"""How much of its slot a column, or a group of columns, takes."""
_WIDEST = 44.0
_MOST_LINES = 3
"""Of a category's name beneath its column."""
_NAME_PAD = 4.0
_LABEL = 3.0
"""Between a column and its figure."""
_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class _Plot:
    """The rectangle of the columns and its scale."""

    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    count: int

    @property
    def slot(self) -> float:
        return (self.right - self.left) / self.count

    def y(self, value: float) -> float:
        return self.bottom - self.scale.share(value) * (self.bottom - self.top)


def columns(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return legend and plot; lying bars where the names do not fit beneath columns."""
    stacked = chart.type.startswith("stacked") and len(chart.series) > 1
    scale = scale_of(_reach(chart, stacked=stacked))
    count = max(1, len(chart.categories))
    direct = _direct(chart, sheet, scale, count, stacked=stacked)
    left = sheet.left + (0.0 if direct else axis_width(scale, sheet))
    room = sheet.type.leading + _LABEL
    if direct:
        low, high = min([0.0, *_reach(chart, stacked=stacked)]), scale.high
        high = max([0.0, *_reach(chart, stacked=stacked)]) or (1.0 if low == 0 else 0.0)
        scale = Scale(low, high, (), scale.decimals)
    negative = scale.low < 0
    top = room if direct else sheet.type.leading / 2
    bottom = top + _HEIGHT
    plot = _Plot(left, sheet.right, top, bottom, scale, count)
    names = [sheet.wrapped(name, plot.slot - _NAME_PAD) for name in chart.categories]
    if not _fit(chart, names, plot, sheet):
        return bars(chart, sheet)
    below = bottom + (room if direct and negative and not stacked else 0.0) + GAP
    deepest = max(map(len, names), default=0)
    colors = fills(len(chart.series), sheet.compositor.styles)
    marks: Drawing = () if direct else gridlines(scale, sheet, left, sheet.right, top, bottom)
    for index, name in enumerate(names):
        middle = left + (index + 0.5) * plot.slot
        values = [series.values[index] for series in chart.series]
        draw = _stack if stacked else _group
        marks += draw(values, colors, sheet, plot, middle, direct)
        marks += sheet.block(name, middle, below, anchor="middle")
    zero = plot.y(0.0)
    marks += (Rule(left, zero, sheet.right, zero, AXIS, sheet.color("foreground")),)
    head = legend([series.name for series in chart.series], colors, sheet)
    return [*head, Slab(below + deepest * sheet.type.leading, marks)]


def _reach(chart: Chart, *, stacked: bool) -> list[float]:
    """Return the values that the columns reach."""
    if not stacked:
        return known(value for series in chart.series for value in series.values)
    ends: list[float] = []
    for index in range(len(chart.categories)):
        values = known(series.values[index] for series in chart.series)
        ends += [sum(v for v in values if v < 0), sum(v for v in values if v > 0)]
    return ends


def _direct(chart: Chart, sheet: Sheet, scale: Scale, count: int, *, stacked: bool) -> bool:
    """Tell whether every figure fits at its column, so that no axis is needed."""
    slot = sheet.width / count
    width = min(_WIDEST, _SHARE * slot)
    values = known(value for series in chart.series for value in series.values)
    widest = max((sheet.text_width(sheet.figures.text(value)) for value in values), default=0.0)
    if not stacked:
        own = slot if len(chart.series) == 1 else _SHARE * slot / len(chart.series)
        return widest + _LABEL <= own
    heights = [abs(v) / (scale.high - scale.low) * _HEIGHT for v in values if v]
    return widest + _LABEL <= width and min(heights, default=_HEIGHT) >= sheet.type.size + 1


def _fit(chart: Chart, names: Sequence[Sequence[Line]], plot: _Plot, sheet: Sheet) -> bool:
    """Tell whether every name stands beneath its column without a word being broken."""
    return all(
        len(lines) <= _MOST_LINES
        and all(sheet.text_width(word) <= plot.slot - _NAME_PAD for word in name.split())
        for name, lines in zip(chart.categories, names, strict=True)
    )


def _group(
    values: Sequence[float | None],
    colors: Sequence[str],
    sheet: Sheet,
    plot: _Plot,
    middle: float,
    direct: bool,
) -> Drawing:
    """Draw the columns of one category beside each other."""
    width = _SHARE * plot.slot / len(values)
    if len(values) == 1:
        width = min(width, _WIDEST)
    marks: Drawing = ()
    zero, half = plot.y(0.0), sheet.type.leading / 2
    for at, (value, color) in enumerate(zip(values, colors, strict=True)):
        left = middle + (at - len(values) / 2) * width
        if value is None:
            word = sheet.word(
                _UNKNOWN, left + width / 2, zero - half, anchor="middle", role="muted"
            )
            marks += (word,)
            continue
        end = plot.y(value)
        inset = 0.5 if len(values) > 1 else 0.0
        marks += (Box(left + inset, min(zero, end), width - 2 * inset, abs(end - zero), color),)
        if direct:
            y = end + _LABEL + half if value < 0 else end - _LABEL - half + 1
            text = sheet.figures.text(value)
            marks += (sheet.word(text, left + width / 2, y, anchor="middle"),)
    return marks


def _stack(
    values: Sequence[float | None],
    colors: Sequence[str],
    sheet: Sheet,
    plot: _Plot,
    middle: float,
    direct: bool,
) -> Drawing:
    """Draw the segments of one category on each other."""
    width = min(_WIDEST, _SHARE * plot.slot)
    marks: Drawing = ()
    below = above = 0.0
    for value, color in zip(values, colors, strict=True):
        if not value:
            continue
        start = below if value < 0 else above
        below, above = (below + value, above) if value < 0 else (below, above + value)
        top, bottom = sorted((plot.y(start), plot.y(start + value)))
        marks += (Box(middle - width / 2, top, width, bottom - top, color),)
        if direct:
            role = text_on(color, sheet.compositor.styles)
            text = sheet.figures.text(value)
            marks += (sheet.word(text, middle, (top + bottom) / 2, anchor="middle", role=role),)
    return marks
