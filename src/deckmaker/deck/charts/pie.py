"""A pie: a Chart and its frame become an Arrangement.

Every slice bears its name and its share outside, in ink on the slide's ground. Slices run
clockwise from the top in the order given; where their labels would collide, the pie is turned
until the crowded ones lie at its sides, and there they are moved apart. A pie shows one series of
not too many slices; others are drawn as bars.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from deckmaker.deck.charts.arrangement import (
    DENSE,
    Arrangement,
    Axis,
    Canvas,
    Label,
    SeriesLook,
    heading,
    heading_height,
    spread,
)
from deckmaker.deck.charts.figures import BARE, NO_BREAK_SPACE, scale
from deckmaker.deck.charts.palette import fills
from deckmaker.deck.units import Box
from deckmaker.document import Chart

RIM = 6.0
"""Between the rim and a label, points."""
APART = 1.1
"""From one label to the next, in lines."""
TURNS = range(0, 360, 15)
"""The degrees by which a pie may be turned."""
MOST_SLICES = 16
"""More cannot be told apart."""
PERCENT = NO_BREAK_SPACE + "%"
_LABEL = Label("outEnd", percent=True, category=True)


@dataclass(frozen=True, slots=True)
class _Pie:
    """The circle: its middle and radius, points; `top` and `bottom` bound the labels' middles."""

    x: float
    y: float
    radius: float
    top: float
    bottom: float
    apart: float
    """The least distance of two labels."""


def is_pie(chart: Chart) -> bool:
    """Tell whether `chart` can be drawn as a pie."""
    slices = sum(map(bool, chart.series[0].values)) if chart.series else 0
    return len(chart.series) <= 1 and slices <= MOST_SLICES


def arrange_pie(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of a pie; slices of nothing bear no label."""
    weights = [abs(value or 0.0) for value in chart.series[0].values] if chart.series else []
    title = heading(chart, unit=False)
    top = heading_height(title, canvas)
    if sum(map(bool, weights)) * canvas.line * APART > canvas.height - top:
        canvas = canvas.at(DENSE)
    pie = _pie(chart, canvas, weights, top)
    start = min(TURNS, key=lambda turn: _effort(pie, weights, turn))
    special: dict[int, Label | None] = {at: None for at, one in enumerate(weights) if not one}
    for at, down in _moves(pie, weights, start).items():
        if down is None:
            special[at] = None
        elif abs(down) > 1:
            special[at] = Label("outEnd", percent=True, category=True, down=down)
    box = Box(pie.x - pie.radius, pie.y - pie.radius, 2 * pie.radius, 2 * pie.radius)
    return Arrangement(
        plot=box,
        size=canvas.size,
        figures=BARE,
        axis=Axis(scale(weights, from_zero=True), BARE, shown=False),
        series=(
            SeriesLook(
                slices=fills(len(weights)), label=_LABEL, special=tuple(sorted(special.items()))
            ),
        ),
        heading=title,
        start=start,
    )


def _pie(chart: Chart, canvas: Canvas, weights: list[float], top: float) -> _Pie:
    """Return the largest circle that leaves room for the labels around it."""
    whole = sum(weights)
    widest = canvas.widest(
        tuple(
            f"{name}: {round(100 * weight / whole)}{PERCENT}"
            for name, weight in zip(chart.categories, weights, strict=False)
            if weight
        )
    )
    height = canvas.height - top
    radius = min(canvas.width / 2 - widest - 2 * RIM, height / 2 - canvas.line - RIM)
    return _Pie(
        canvas.width / 2,
        top + height / 2,
        max(radius, canvas.height / 8),
        top + canvas.line / 2,
        canvas.height - canvas.line / 2,
        APART * canvas.line,
    )


def _effort(pie: _Pie, weights: list[float], turn: int) -> float:
    """Return how much the labels of a pie turned by `turn` degrees must be moved.

    A move weighs more near the top and the foot, where it brings a label over the pie.
    """
    heights, effort = _heights(pie, weights, turn), 0.0
    for at, down in _moves(pie, weights, turn).items():
        steep = abs(heights[at][0] - pie.y) / pie.radius
        effort += pie.radius if down is None else abs(down) * (0.2 + steep**2)
    return round(effort, 3)


def _moves(pie: _Pie, weights: list[float], turn: int) -> dict[int, float | None]:
    """Return how far down each slice's label is moved; None drops one that has no room at all."""
    heights = _heights(pie, weights, turn)
    moves: dict[int, float | None] = {}
    most = max(1, int((pie.bottom - pie.top) / pie.apart) + 1)
    for side in (True, False):
        members = [at for at, (_, right) in heights.items() if right is side]
        kept = sorted(sorted(members, key=lambda at: -weights[at])[:most])
        wanted = [heights[at][0] for at in kept]
        moves.update(dict.fromkeys(members))
        for at, now, was in zip(
            kept, spread(wanted, pie.apart, pie.top, pie.bottom), wanted, strict=True
        ):
            moves[at] = now - was
    return moves


def _heights(pie: _Pie, weights: list[float], turn: int) -> dict[int, tuple[float, bool]]:
    """Return where the middle of each label lies: its height, and whether at the right."""
    whole, begun = sum(weights), turn / 360
    heights = {}
    for at, weight in enumerate(weights):
        if weight:
            middle = 2 * math.pi * (begun + weight / whole / 2)
            reach = pie.radius + RIM + pie.apart / 2 * abs(math.cos(middle))
            heights[at] = (pie.y - reach * math.cos(middle), math.sin(middle) >= 0)
            begun += weight / whole
    return heights
