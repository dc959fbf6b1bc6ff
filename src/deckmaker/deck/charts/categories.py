"""Names under a plot: how the categories of an upright chart are written so that they fit."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.charting import Calendar, calendar_of, named_steps
from deckmaker.deck.charts.arrangement import AXIS_GAP, Canvas
from deckmaker.document import Chart

LEVEL_MOST, TURNED_MOST = 0.33, 0.5
"""The shares of the height that names may take, level and running upward."""
CLOSE, APART = 1.3, 1.8
"""From one date to the next, in their widths: at least where all are named, and where some are."""
TICK = 4.0
"""The length of a tick, points; LibreOffice draws all of this length."""


@dataclass(frozen=True, slots=True)
class Names:
    """How the names of categories are set: the room below the plot, points."""

    height: float
    step: int = 1
    calendar: Calendar | None = None
    turned: bool = False


def names_below(chart: Chart, canvas: Canvas, band: float, height: float) -> Names:
    """Return how the categories' names fit, each in the middle of its `band` points.

    `height` is what plot and names have between them.

    Level, in several lines if need be, where every word fits its band. Else years and months stand
    level with some left out, on an axis of time: of the axes that can leave names out it is the
    only one that LibreOffice draws. Anything else runs upward.
    """
    names = chart.categories
    calendar = calendar_of(names)
    room = band - AXIS_GAP / 2
    below = AXIS_GAP + (TICK if ticked(chart) else 0.0)
    if canvas.longest_word(names) <= (band / CLOSE if calendar else room):
        lines = max((canvas.lines(name, room) for name in names), default=1)
        if lines == 1 or lines * canvas.line <= LEVEL_MOST * height:
            return Names(lines * canvas.line + below)
    # Columns stand a unit of time apart, lines as far as their dates are.
    if calendar and (calendar.pitch == 1 or not chart.type.endswith("column")):
        need = canvas.widest(names) * APART
        step = next(one for one in named_steps(calendar) if one * band >= need)
        return Names(canvas.line + below, step=min(step, len(names)), calendar=calendar)
    upward = min(canvas.widest(names) + below, TURNED_MOST * height)
    return Names(upward, step=max(1, -int(-canvas.line // band)), turned=True)


def ticked(chart: Chart) -> bool:
    """Tell whether the names of `chart` stand below points, which a tick shows, not below bars."""
    return not chart.type.endswith(("bar", "column"))
