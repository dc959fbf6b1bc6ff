"""What lines, areas and scatter charts share: the ground with its axes, names at the right end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.charting import spread, values
from deckmaker.deck.charts.arrangement import (
    AXIS_GAP,
    PAD,
    Arrangement,
    Axis,
    Canvas,
    Label,
    SeriesLook,
)
from deckmaker.deck.charts.categories import names_below
from deckmaker.deck.charts.head import head
from deckmaker.deck.units import Box
from deckmaker.document import Chart, Series
from deckmaker.document.numerals import is_sign, numerals

NAMES_MOST = 0.3
"""The share of the frame's width that names at the right may take."""
MOVED_MOST = 6.0
"""How far a name may stand from the end of its line, in lines of text."""
NEAR = 0.75
"""Within so many lines of text a name is read as its line's without being led to it."""
LEADER = 14.0
"""The room of the lines that lead to names, points."""


def ground(chart: Chart, canvas: Canvas, axis: Axis, *, keyed: bool = False) -> Arrangement:
    """Return the value axis at the left with its gridlines, below the head; names lack yet."""
    over = head(chart, canvas, unit=not is_sign(chart.unit), keyed=keyed)
    top = over.bottom + canvas.line / 2 + PAD
    left = canvas.widest(axis.texts) + AXIS_GAP
    printed = numerals(chart.unit, chart.decimals, canvas.lang, values(chart))
    return Arrangement(
        plot=Box(left, top, canvas.width - left - PAD, canvas.height - top),
        size=canvas.size,
        numerals=printed if is_sign(chart.unit) else printed.bare,
        axis=axis,
        series=(),
        subtitle=over.subtitle,
        legend=over.legend,
    )


def with_names(chart: Chart, canvas: Canvas, base: Arrangement) -> Arrangement:
    """Return `base` with the categories' names below, within the frame on both sides."""
    last = canvas.text_width(chart.categories[-1]) / 2 if chart.categories else 0.0
    width = min(base.plot.width, canvas.width - base.plot.x - last - PAD)
    band = width / max(1, len(chart.categories) - 1)
    below = names_below(chart, canvas, band, base.plot.height)
    plot = base.plot.at(width=width, height=base.plot.height - below.height)
    return replace(base, plot=plot, step=below.step, calendar=below.calendar, turned=below.turned)


def narrowed(chart: Chart, canvas: Canvas, base: Arrangement) -> Arrangement | None:
    """Return `base` with room for the names of the series at the right, None if there is none."""
    room = max(canvas.text_width(series.name, bold=True) for series in chart.series)
    if room > NAMES_MOST * canvas.width:
        return None
    width = canvas.width - base.plot.x - room - 2 * PAD - LEADER
    return with_names(chart, canvas, replace(base, plot=base.plot.at(width=width)))


def named(
    canvas: Canvas,
    base: Arrangement,
    looks: Sequence[SeriesLook],
    points: Sequence[tuple[int, float]],
    wanted: Sequence[float],
) -> tuple[tuple[SeriesLook, ...], bool] | None:
    """Return `looks` with the names of their series at the right, and whether lines lead there.

    `points` holds for each the index and the value at which its label hangs, `wanted` the value at
    whose height it would stand. None where they would have to move too far to be read as its own.
    """
    plot, ends = base.plot, base.axis.scale
    if len(looks) * canvas.line > plot.height + canvas.line:
        return None

    def y(value: float) -> float:
        return plot.y + plot.height * (1 - ends.share(value))

    there = [y(value) for value in wanted]
    free = spread(
        there, [canvas.line] * len(there), plot.y - canvas.line / 2, plot.bottom + canvas.line / 2
    )
    strays = [abs(now - was) / canvas.line for now, was in zip(free, there, strict=True)]
    if max(strays) > MOVED_MOST:
        return None
    led = max(strays) > NEAR
    found = []
    for look, (index, value), now in zip(looks, points, free, strict=True):
        label = Label(
            "r",
            name=True,
            tint=look.label.tint if look.label else look.stroke.tint,
            bold=bool(look.label and look.label.bold),
            right=LEADER if led else 0.0,
            down=now - y(value),
        )
        found.append(replace(look, label=None, special=((index, label),)))
    return tuple(found), led


def last(series: Series) -> tuple[int, float] | None:
    """Return the last value that is given, after its index."""
    given = [(at, value) for at, value in enumerate(series.values) if value is not None]
    return given[-1] if given else None


def isolated(series: Series) -> tuple[int, ...]:
    """Return the points without a neighbour, which a bare line would not show."""
    given = [False, *(value is not None for value in series.values), False]
    return tuple(
        at for at in range(len(series.values)) if given[at : at + 3] == [False, True, False]
    )
