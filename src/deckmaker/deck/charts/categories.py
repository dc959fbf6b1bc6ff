"""Names under a plot: how the categories of an upright chart are written so that they fit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckmaker.deck.charts.arrangement import AXIS_GAP, Canvas
from deckmaker.document import Chart

LEVEL_MOST, TURNED_MOST = 0.33, 0.5
"""The shares of the height that names may take, level and running upward."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Names:
    """How the names of categories are set: the room below the plot, points."""

    height: float
    skip: int = 1
    turned: bool = False


def names_below(chart: Chart, canvas: Canvas, band: float, height: float) -> Names:
    """Return how the categories' names fit, each in the middle of its `band` points.

    `height` is what plot and names have between them.

    Level, in several lines if need be, where every word fits its band; else level with some left
    out, where they are a sequence of dates or figures or stand under a line; else upward.
    """
    names = chart.categories
    room = band - AXIS_GAP / 2
    if canvas.longest_word(names) <= room:
        lines = max((canvas.lines(name, room) for name in names), default=1)
        if lines == 1 or lines * canvas.line <= LEVEL_MOST * height:
            return Names(lines * canvas.line + AXIS_GAP)
    ordered = not chart.type.endswith(("bar", "column")) or _is_sequence(names)
    if ordered or band < canvas.line:
        need = canvas.widest(names) + AXIS_GAP
        return Names(canvas.line + AXIS_GAP, skip=max(1, -int(-need // band)))
    upward = min(canvas.widest(names) + AXIS_GAP, TURNED_MOST * height)
    return Names(upward, turned=True)


def _is_sequence(names: tuple[str, ...]) -> bool:
    """Tell whether `names` are dates, years or numbers, of which some may be left out."""
    return all(_DIGIT.search(name) for name in names)
