"""Lines: a Chart and its frame become an Arrangement.

A line bears its name at its end, or its last figure where it is the only one. A legend stands
instead only where there is no room for the names.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.charting import values
from deckmaker.charting.palette import readable
from deckmaker.deck.charts.arrangement import (
    PAD,
    Arrangement,
    Canvas,
    Label,
    SeriesLook,
    value_axis,
)
from deckmaker.deck.charts.rows import (
    NAMES_MOST,
    ground,
    isolated,
    last,
    named,
    narrowed,
    with_names,
)
from deckmaker.deck.charts.strokes import strokes
from deckmaker.document import Chart


def arrange_lines(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of a line chart."""
    axis = value_axis(chart, values(chart), canvas, from_zero=False)
    base = ground(chart, canvas, axis)
    looks = stroked(chart, canvas)
    if len(looks) <= 1:
        return ended(chart, canvas, base, looks)
    direct = narrowed(chart, canvas, base)
    made = named_at_ends(chart, canvas, direct, looks) if direct else None
    if direct and made:
        return replace(direct, series=made[0], led=made[1])
    keyed = ground(chart, canvas, axis, keyed=True)
    return with_names(chart, canvas, replace(keyed, series=stroked(chart, canvas, keyed=True)))


def stroked(chart: Chart, canvas: Canvas, *, keyed: bool = False) -> tuple[SeriesLook, ...]:
    """Return the lines of `chart`, without labels; a lonely point is a dot.

    Where they are `keyed` by a legend they are told apart without colour, too.
    """
    lines = strokes(len(chart.series), canvas.brand, keyed=keyed)
    return tuple(
        SeriesLook(stroke=stroke, dots=isolated(series))
        for stroke, series in zip(lines, chart.series, strict=True)
    )


def ended(
    chart: Chart, canvas: Canvas, base: Arrangement, looks: tuple[SeriesLook, ...]
) -> Arrangement:
    """Return a single line, with its last figure at its end where there is room for it."""
    end = last(chart.series[0]) if chart.series else None
    if end is None:
        return with_names(chart, canvas, replace(base, series=looks))
    (look,), (at, value) = looks, end
    room = canvas.text_width(base.numerals.text(value), bold=True) + 3 * PAD
    if room > base.plot.width * NAMES_MOST:  # the axis has figures, too
        return with_names(chart, canvas, replace(base, series=looks))
    tint = readable(look.stroke.tint, canvas.brand)
    label = Label("r", value=True, tint=tint, bold=True)
    line = replace(look, special=((at, label),), dots=(*look.dots, at))
    plot = base.plot.at(width=canvas.width - base.plot.x - room)
    return with_names(chart, canvas, replace(base, plot=plot, series=(line,)))


def named_at_ends(
    chart: Chart, canvas: Canvas, base: Arrangement, looks: tuple[SeriesLook, ...]
) -> tuple[tuple[SeriesLook, ...], bool] | None:
    """Return the lines with their names at their ends, and whether they are led there."""
    ends = [end for series in chart.series if (end := last(series))]
    if len(ends) < len(looks):
        return None
    ready = [
        replace(
            look,
            label=Label("r", tint=readable(look.stroke.tint, canvas.brand), bold=at == 0),
            dots=(*look.dots, end[0]),
        )
        for at, (look, end) in enumerate(zip(looks, ends, strict=True))
    ]
    return named(canvas, base, ready, ends, [value for _, value in ends])
