"""Points over two value axes; each series has a form as well as a colour."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from deckmaker.document import Chart, Series
from deckmaker.memo.charts.lines import dot
from deckmaker.memo.charts.palette import strokes
from deckmaker.memo.charts.scale import Figures, Scale, scale_of
from deckmaker.memo.charts.sheet import AXIS, GAP, Sheet, axis_width, gridlines
from deckmaker.memo.drawing import Drawing, Rule, Shape, Step, Words
from deckmaker.memo.slabs import Slab
from deckmaker.memo.styles import baseline

_HEIGHT = 180.0
_SIZE = 2.7
"""Radius of a mark, points."""
_TICK = 3.0
_BARE = Figures("", "", 0)
_ENTRY_GAP = 14.0


def scatter(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return legend and plot."""
    ys = scale_of([y for series in chart.series for y in series.values], from_zero=False)
    xs = scale_of([x for series in chart.series for x in series.xs], from_zero=False)
    left = sheet.left + axis_width(ys, sheet)
    last = sheet.text_width(_BARE.text(xs.high, decimals=xs.decimals)) / 2
    right, top = sheet.right - last, sheet.type.leading / 2
    bottom = top + _HEIGHT
    marks = gridlines(ys, sheet, left, right, top, bottom)
    marks += _abscissa(xs, sheet, left, right, bottom)
    colors = strokes(len(chart.series), sheet.compositor.styles)
    for at, (series, color) in enumerate(zip(chart.series, colors, strict=True)):
        for x, y in _points(series):
            place = left + xs.share(x) * (right - left), bottom - ys.share(y) * (bottom - top)
            marks += (_mark(at, *place, color),)
    return [*_legend(chart.series, colors, sheet), Slab(bottom + GAP + sheet.type.leading, marks)]


def _points(series: Series) -> list[tuple[float, float]]:
    pairs = zip(series.xs, series.values, strict=False)
    return [(x, y) for x, y in pairs if y is not None and isfinite(x) and isfinite(y)]


def _abscissa(scale: Scale, sheet: Sheet, left: float, right: float, bottom: float) -> Drawing:
    marks: list[Rule | Words] = [Rule(left, bottom, right, bottom, AXIS, sheet.color("foreground"))]
    for tick in scale.ticks:
        x = left + scale.share(tick) * (right - left)
        marks.append(Rule(x, bottom, x, bottom + _TICK, AXIS / 2, sheet.color("foreground")))
        text = _BARE.text(tick, decimals=scale.decimals)
        y = bottom + GAP + sheet.type.leading / 2
        marks.append(sheet.word(text, x, y, anchor="middle", role="muted"))
    return tuple(marks)


def _mark(at: int, x: float, y: float, color: str) -> Shape:
    """Return the mark of the series `at`: circle, square, triangle, diamond by turns."""
    r = _SIZE
    corners: Sequence[tuple[float, float]]
    match at % 4:
        case 0:
            return dot(x, y, r, color)
        case 1:
            corners = ((-r, -r), (r, -r), (r, r), (-r, r))
        case 2:
            corners = ((0, -1.25 * r), (1.2 * r, r), (-1.2 * r, r))
        case _:
            corners = ((0, -1.35 * r), (1.35 * r, 0), (0, 1.35 * r), (-1.35 * r, 0))
    (dx, dy), *others = corners
    steps: tuple[Step, ...] = (
        ("M", x + dx, y + dy),
        *(("L", x + ox, y + oy) for ox, oy in others),
        ("Z",),
    )
    return Shape(steps, fill=color)


def _legend(series: Sequence[Series], colors: Sequence[str], sheet: Sheet) -> list[Slab]:
    """Return the marks with the names of their series; nothing for a single one."""
    if len(series) < 2:
        return []
    leading, drop = sheet.type.leading, baseline(sheet.type)
    rows: list[Drawing] = [()]
    x = sheet.left
    for at, (each, color) in enumerate(zip(series, colors, strict=True)):
        lines = sheet.wrapped(each.name, sheet.width - 4 * _SIZE)
        width = 4 * _SIZE + max(line.width for line in lines)
        if x > sheet.left and x + width > sheet.right:
            rows.append(())
            x = sheet.left
        rows[-1] += (_mark(at, x + _SIZE, drop - sheet.middle, color),)
        for index, line in enumerate(lines):
            if index:
                rows.append(())
            rows[-1] += (Words(x + 4 * _SIZE, drop, line),)
        x += width + _ENTRY_GAP
    return [Slab(leading + (GAP if row is rows[-1] else 0.0), row) for row in rows]
