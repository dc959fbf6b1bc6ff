"""Lines, areas and scatter charts: a Chart and its frame become an Arrangement.

A line bears its name at its end; a legend stands instead only where the names would have to move
too far from their lines to be read as theirs, and for areas and points.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.deck.charts.arrangement import (
    AXIS_GAP,
    PAD,
    STROKE,
    SWATCH,
    Arrangement,
    Axis,
    Canvas,
    Label,
    SeriesLook,
    fits_beside,
    heading,
    heading_height,
    legend_above,
    legend_beside,
    spread,
    totals,
    values,
)
from deckmaker.deck.charts.categories import names_below
from deckmaker.deck.charts.figures import axis_figures, figures, is_sign, scale, tight_scale
from deckmaker.deck.charts.palette import fills, marks, readable, strokes
from deckmaker.deck.units import Box
from deckmaker.document import Chart, Series

NAMES_MOST = 0.3
"""The share of the frame's width that names at the ends of lines may take."""
MOVED_MOST = 1.5
"""How far a name may stand from the end of its line, in lines of text."""
GLASS = 0.3
"""The opacity of areas that lie before each other."""


def arrange_lines(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of a line chart."""
    base = _base(chart, canvas, _axis(chart, canvas))
    plain = tuple(SeriesLook(stroke=stroke) for stroke in strokes(len(chart.series)))
    if len(chart.series) <= 1:
        return _ended(chart, canvas, base, plain)
    room = max(
        (canvas.text_width(series.name, bold=at == 0) for at, series in enumerate(chart.series)),
        default=0.0,
    )
    if room <= NAMES_MOST * canvas.width:
        plot = base.plot.at(width=canvas.width - base.plot.x - room - 2 * PAD)
        narrowed = replace(base, plot=plot)
        looks = _named(chart, canvas, narrowed, plain)
        if looks:
            return _with_names(chart, canvas, replace(narrowed, series=looks))
    return _keyed(chart, canvas, replace(base, series=plain), beside=True)


def arrange_areas(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of an area chart, stacked or not."""
    base = _base(chart, canvas, _axis(chart, canvas))
    several = len(chart.series) > 1
    clear = GLASS if several and chart.type == "area" else 1.0
    looks = tuple(SeriesLook(fill=tint, opacity=clear) for tint in fills(len(chart.series)))
    arranged = replace(base, series=looks)
    if not several:
        return _with_names(chart, canvas, arranged)
    return _keyed(chart, canvas, arranged, beside=chart.type == "stacked area")


def arrange_scatter(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of a scatter chart."""
    xs = tuple(x for series in chart.series for x in series.xs)
    across = _tight_axis(xs, "", canvas)
    base = _base(chart, canvas, _tight_axis(values(chart), chart.unit, canvas))
    looks = tuple(SeriesLook(stroke=stroke) for stroke in marks(len(chart.series)))
    right = canvas.widest(across.texts) / 2
    plot = base.plot.at(
        width=canvas.width - base.plot.x - right,
        height=canvas.height - base.plot.y - canvas.line - AXIS_GAP,
    )
    arranged = replace(base, plot=plot, series=looks, across=across)
    if len(looks) <= 1:
        return arranged
    legend = legend_above(canvas, tuple(s.name for s in chart.series), plot.y - canvas.line / 2)
    moved = legend.box.height + PAD
    return replace(
        arranged, legend=legend, plot=plot.at(y=plot.y + moved, height=plot.height - moved)
    )


def _base(chart: Chart, canvas: Canvas, axis: Axis) -> Arrangement:
    """Return what all these charts share: the value axis at the left with its gridlines."""
    title = heading(chart, unit=not is_sign(chart.unit))
    top = heading_height(title, canvas) + canvas.line / 2 + PAD
    left = canvas.widest(axis.texts) + AXIS_GAP
    return Arrangement(
        plot=Box(left, top, canvas.width - left - PAD, canvas.height - top),
        size=canvas.size,
        figures=figures(chart.unit, chart.decimals, canvas.lang, values(chart)),
        axis=axis,
        series=(),
        heading=title,
    )


def _axis(chart: Chart, canvas: Canvas) -> Axis:
    """Return the value axis of lines or areas; areas begin at zero."""
    area = chart.type.endswith("area")
    known = values(chart)
    reach = totals(chart) if chart.type == "stacked area" else known
    scaled = scale((*reach, *known), from_zero=area)
    low = 0.0 if area and min(known, default=0.0) >= 0 else None
    return Axis(scaled, axis_figures(scaled, chart.unit, canvas.lang), low=low)


def _tight_axis(known: tuple[float, ...], unit: str, canvas: Canvas) -> Axis:
    """Return an axis of a scatter chart, which need not begin at zero."""
    scaled = tight_scale(known)
    low = scaled.low if scaled.low > 0 else None
    return Axis(scaled, axis_figures(scaled, unit, canvas.lang), low=low)


def _ended(
    chart: Chart, canvas: Canvas, base: Arrangement, looks: tuple[SeriesLook, ...]
) -> Arrangement:
    """Return a single line, with its last figure at its end."""
    if not chart.series:
        return _with_names(chart, canvas, base)
    series, look = chart.series[0], looks[0]
    last = _last(series)
    if last is None:
        return _with_names(chart, canvas, replace(base, series=looks))
    at, value = last
    room = canvas.text_width(base.figures.text(value), bold=True) + 2 * PAD
    tint = readable(look.stroke.tint, canvas.brand)
    label = Label("r", value=True, tint=tint, bold=True)
    ended = replace(look, special=((at, label),), dots=(*_isolated(series), at))
    plot = base.plot.at(width=canvas.width - base.plot.x - room)
    return _with_names(chart, canvas, replace(base, plot=plot, series=(ended,)))


def _named(
    chart: Chart, canvas: Canvas, base: Arrangement, looks: tuple[SeriesLook, ...]
) -> tuple[SeriesLook, ...] | None:
    """Return the lines with their names at their ends, or None where names would stray."""
    low, high = base.axis.scale.low, base.axis.scale.high
    plot = base.plot
    height = plot.height - canvas.line - AXIS_GAP
    ends = [end for series in chart.series if (end := _last(series))]
    wanted = [plot.y + height * (high - value) / (high - low) for _, value in ends]
    if len(ends) < len(looks) or len(ends) * canvas.line > height:
        return None
    free = spread(wanted, canvas.line, plot.y, plot.y + height)
    if max(abs(a - b) for a, b in zip(free, wanted, strict=True)) > MOVED_MOST * canvas.line:
        return None
    named = []
    for at, (look, (last, _)) in enumerate(zip(looks, ends, strict=True)):
        label = Label(
            "r",
            name=True,
            tint=readable(look.stroke.tint, canvas.brand),
            bold=at == 0,
            down=free[at] - wanted[at],
        )
        dots = (*_isolated(chart.series[at]), last)
        named.append(replace(look, special=((last, label),), dots=dots))
    return tuple(named)


def _keyed(chart: Chart, canvas: Canvas, base: Arrangement, *, beside: bool) -> Arrangement:
    """Return `base` with a legend: at the right where wanted and possible, else above."""
    names = tuple(series.name for series in chart.series)
    mark = STROKE if chart.type == "line" else SWATCH
    looks = tuple(
        replace(look, dots=_isolated(series))
        for look, series in zip(base.series, chart.series, strict=True)
    )
    base = replace(base, series=looks)
    plot = base.plot
    if beside and fits_beside(canvas, names, plot.height - canvas.line - AXIS_GAP):
        legend = legend_beside(canvas, names, plot, mark)
        arranged = _with_names(
            chart, canvas, replace(base, plot=plot.at(width=legend.box.x - 2 * PAD - plot.x))
        )
        return replace(arranged, legend=legend_beside(canvas, names, arranged.plot, mark))
    legend = legend_above(canvas, names, plot.y - canvas.line / 2, mark)
    moved = legend.box.height + PAD
    plot = plot.at(y=plot.y + moved, height=plot.height - moved)
    return _with_names(chart, canvas, replace(base, plot=plot, legend=legend))


def _with_names(chart: Chart, canvas: Canvas, base: Arrangement) -> Arrangement:
    """Return `base` with the categories' names below, within the frame on both sides."""
    last = canvas.text_width(chart.categories[-1]) / 2 if chart.categories else 0.0
    width = min(base.plot.width, canvas.width - base.plot.x - last - PAD)
    band = width / max(1, len(chart.categories) - 1)
    below = names_below(chart, canvas, band, base.plot.height)
    plot = base.plot.at(width=width, height=base.plot.height - below.height)
    return replace(base, plot=plot, skip=below.skip, turned=below.turned)


def _last(series: Series) -> tuple[int, float] | None:
    """Return the last value that is given, after its index."""
    known = [(at, value) for at, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def _isolated(series: Series) -> tuple[int, ...]:
    """Return the points without a neighbour, which a bare line would not show."""
    given = [False, *(value is not None for value in series.values), False]
    return tuple(
        at for at in range(len(series.values)) if given[at : at + 3] == [False, True, False]
    )
