"""A pie: a Chart and its frame become an Arrangement.

Every slice bears its name and its share outside, in ink on the slide's ground. Slices run
clockwise from the top in the order given; where their labels would collide, the pie is turned
until the crowded ones lie at its sides, and there they are moved apart. A pie shows one series of
not too many slices, but of some; others are drawn as bars.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.charting import known, scale, spread
from deckmaker.charting.palette import fills, needs_outline
from deckmaker.deck.charts.arrangement import (
    DENSE,
    Arrangement,
    Axis,
    Canvas,
    Label,
    SeriesLook,
)
from deckmaker.deck.charts.head import head
from deckmaker.deck.units import Box
from deckmaker.document import Chart
from deckmaker.document.numerals import numerals, share_numerals

RIM = 10.0
"""Between the rim and a label, points."""
TOUCH = 3.0
"""What of that the application leaves by itself."""
APART = 1.1
"""From one label to the next, in lines."""
TURNS = range(0, 360, 15)
"""The degrees by which a pie may be turned."""
MOST_SLICES = 16
"""More cannot be told apart."""


Weights = Sequence[float | None]
"""How large the slices are beside the largest; None for one that is not known."""


@dataclass(frozen=True, slots=True)
class _Pie:
    """The circle: its middle and radius, points; `top` and `bottom` bound the labels' middles."""

    x: float
    y: float
    radius: float
    top: float
    bottom: float
    apart: float


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a label lies: the direction of its slice in radians, clockwise from the top."""

    direction: float
    y: float
    """Its middle."""

    @property
    def right(self) -> bool:
        """Whether it lies at the right."""
        return math.sin(self.direction) >= 0


def is_pie(chart: Chart) -> bool:
    """Tell whether `chart` can be drawn as a pie."""
    slices = sum(map(bool, chart.series[0].values)) if len(chart.series) == 1 else 0
    return 0 < slices <= MOST_SLICES


def arrange_pie(chart: Chart, canvas: Canvas) -> Arrangement:
    """Return the arrangement of a pie; a slice that is not known bears no label."""
    given = chart.series[0].values
    largest = max(abs(value or 0.0) for value in given)
    weights = [None if value is None else abs(value) / largest for value in given]
    over = head(chart, canvas, unit=False)
    if len(known(weights)) * canvas.line * APART > canvas.height - over.bottom:
        canvas = canvas.at(DENSE)
    pie = _pie(chart, canvas, weights, over.bottom)
    start = min(TURNS, key=lambda turn: _effort(pie, weights, turn))
    spots, moves = _spots(pie, weights, start), _moves(pie, weights, start)
    special: list[tuple[int, Label | None]] = []
    for at in range(len(weights)):
        down = moves.get(at)
        if down is None:
            special.append((at, None))
            continue
        out = (RIM - TOUCH) * math.sin(spots[at].direction)
        down -= (RIM - TOUCH) * math.cos(spots[at].direction)
        special.append((at, Label("outEnd", percent=True, category=True, right=out, down=down)))
    tints = fills(len(weights), canvas.brand)
    slices = tuple(
        SeriesLook(fill=tint, outlined=needs_outline(tint, canvas.brand)) for tint in tints
    )
    whole = Label("outEnd", percent=True, category=True)
    look = SeriesLook(slices=slices, label=whole, special=tuple(special))
    return Arrangement(
        plot=Box(pie.x - pie.radius, pie.y - pie.radius, 2 * pie.radius, 2 * pie.radius),
        size=canvas.size,
        numerals=share_numerals(given, canvas.lang),
        axis=Axis(scale(known(given)), numerals("", 0, canvas.lang), shown=False),
        series=(look,),
        subtitle=over.subtitle,
        start=start,
    )


def _pie(chart: Chart, canvas: Canvas, weights: Weights, top: float) -> _Pie:
    """Return the largest circle that leaves room for the labels around it."""
    whole, printed = sum(known(weights)), share_numerals(weights, canvas.lang)
    widest = canvas.widest(
        tuple(
            f"{name}{canvas.wording.colon}{printed.text(100 * weight / whole)}"
            for name, weight in zip(chart.categories, weights, strict=False)
            if weight is not None
        )
    )
    height = canvas.height - top
    radius = min(canvas.width / 2 - widest - RIM - TOUCH, height / 2 - canvas.line - RIM)
    return _Pie(
        canvas.width / 2,
        top + height / 2,
        max(radius, canvas.height / 8),
        top + canvas.line / 2,
        canvas.height - canvas.line / 2,
        APART * canvas.line,
    )


def _effort(pie: _Pie, weights: Weights, turn: int) -> float:
    """Return how much the labels of a pie turned by `turn` degrees must be moved.

    A move weighs more near the top and the foot, where it brings a label over the pie.
    """
    spots, effort = _spots(pie, weights, turn), 0.0
    for at, down in _moves(pie, weights, turn).items():
        steep = abs(spots[at].y - pie.y) / pie.radius
        effort += pie.radius if down is None else abs(down) * (0.2 + steep**2)
    return round(effort, 3)


def _moves(pie: _Pie, weights: Weights, turn: int) -> dict[int, float | None]:
    """Return how far down each slice's label is moved; None drops one that has no room at all."""
    spots = _spots(pie, weights, turn)
    moves: dict[int, float | None] = {}
    most = max(1, int((pie.bottom - pie.top) / pie.apart) + 1)
    half = pie.apart / 2
    for side in (True, False):
        members = [at for at, spot in spots.items() if spot.right is side]
        kept = sorted(sorted(members, key=lambda at: -(weights[at] or 0.0))[:most])
        wanted = [spots[at].y for at in kept]
        moves.update(dict.fromkeys(members))
        free = spread(wanted, [pie.apart] * len(kept), pie.top - half, pie.bottom + half)
        for at, now, was in zip(kept, free, wanted, strict=True):
            moves[at] = now - was
    return moves


def _spots(pie: _Pie, weights: Weights, turn: int) -> dict[int, _Spot]:
    """Return where the middle of each slice's label lies."""
    whole, begun = sum(known(weights)), turn / 360
    spots = {}
    for at, weight in enumerate(weights):
        if weight is not None:
            direction = 2 * math.pi * (begun + weight / whole / 2)
            reach = pie.radius + RIM + pie.apart / 2 * abs(math.cos(direction))
            spots[at] = _Spot(direction, pie.y - reach * math.cos(direction))
            begun += weight / whole
    return spots
