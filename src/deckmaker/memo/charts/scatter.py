"""Points over two value axes; each series has a form as well as a colour."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.charting import Scale, aired_scale, values
from deckmaker.charting.palette import line_tints
from deckmaker.document import Chart, Series
from deckmaker.document.numerals import Numerals, is_sign, numerals
from deckmaker.memo.charts.lines import dot
from deckmaker.memo.charts.sheet import AXIS, GAP, Sheet, above, axis_width, gridlines
from deckmaker.memo.drawing import Drawing, Rule, Shape, Step, Words
from deckmaker.memo.slabs import Slab, attached
from deckmaker.memo.styles import baseline

_HEIGHT = 180.0
_SIZE = 2.7
"""Radius of a mark, points."""
_TICK = 3.0
_ENTRY_GAP = 14.0


def scatter(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return subtitle, legend and plot; what the abscissae are stands below its right end."""
    ys = aired_scale(values(chart))
    xs = aired_scale([x for series in chart.series for x in series.xs])
    along = numerals("", xs.decimals, sheet.compositor.lang, (xs.low, xs.high))
    left = sheet.left + axis_width(ys, sheet)
    right, top = sheet.right - sheet.text_width(along.text(xs.high)) / 2, sheet.type.leading / 2
    bottom = top + _HEIGHT
    marks = gridlines(ys, sheet, left, right, top, bottom)
    marks += _abscissa(xs, along, sheet, left, right, bottom)
    depth = bottom + GAP + sheet.type.leading
    if chart.x_title:
        title = sheet.wrapped(chart.x_title, sheet.right - left)
        marks += sheet.block(title, sheet.right, depth, anchor="end")
        depth += len(title) * sheet.type.leading
    tints = line_tints(len(chart.series), sheet.compositor.styles)
    colors = [sheet.tint(tint) for tint in tints]
    for at, (series, color) in enumerate(zip(chart.series, colors, strict=True)):
        for x, y in _points(series):
            place = left + xs.share(x) * (right - left), bottom - ys.share(y) * (bottom - top)
            marks += (_mark(at, *place, color),)
    said = above(chart, sheet, unit=not is_sign(sheet.unit))
    drawn = [*_legend(chart.series, colors, sheet), Slab(depth, sheet.plot(marks, chart))]
    return [*said, *attached(drawn)] if said else drawn


def _points(series: Series) -> list[tuple[float, float]]:
    return [(x, y) for x, y in zip(series.xs, series.values, strict=False) if y is not None]


def _abscissa(
    scale: Scale, along: Numerals, sheet: Sheet, left: float, right: float, bottom: float
) -> Drawing:
    marks: list[Rule | Words] = [Rule(left, bottom, right, bottom, AXIS, sheet.color("foreground"))]
    for tick in scale.ticks:
        x = left + scale.share(tick) * (right - left)
        marks.append(Rule(x, bottom, x, bottom + _TICK, AXIS / 2, sheet.color("foreground")))
        y = bottom + GAP + sheet.type.leading / 2
        marks.append(sheet.word(along.text(tick), x, y, anchor="middle", role="muted"))
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
