"""Pies: every slice named beside it, with its share of the whole.

A pie shows one series; several are drawn as bars, as is a pie of too many slices or of none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.charting import spread
from deckmaker.charting.palette import Tint, fills, needs_outline
from deckmaker.document import Chart
from deckmaker.document.numerals import UNKNOWN, share_numerals
from deckmaker.memo.charts.bars import bars
from deckmaker.memo.charts.sheet import GAP, Sheet, above
from deckmaker.memo.drawing import Drawing, Shape, Step
from deckmaker.memo.slabs import Slab, attached
from deckmaker.typesetting import Line

_RADIUS = 64.0
_RIM, _ELBOW = 1.5, 8.0
"""Where a leader begins, and how far out it turns, beyond the rim, points."""
_TALLEST = 380.0
"""Where the names of one side need more than this, the shares are drawn as bars."""
_APART = 3.0
"""Between two names."""
_LEADER, _LEADER_GAP = 0.5, 4.0
"""The weight of a leader, and the white between it and its name."""
_SEAM = 1.0
"""The line of paper between two slices."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """A slice: where it lies, from twelve o'clock clockwise in turns, and its name."""

    start: float
    end: float
    tint: Tint
    name: tuple[Line, ...]

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def pie(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return the pie with its names on both sides."""
    if len(chart.series) > 1 or not any(chart.series[0].values):
        return bars(chart, sheet)
    slices = _slices(chart, sheet)
    sides = [s for s in slices if s.middle <= 0.5], [s for s in slices if s.middle > 0.5]
    leading = sheet.type.leading
    needed = [sum(len(s.name) * leading + _APART for s in side) for side in sides]
    if max(needed) > _TALLEST:
        return bars(chart, sheet)
    height = max(2 * (_RADIUS + _ELBOW), *needed)
    centre = (sheet.left + sheet.width / 2, height / 2)
    marks: Drawing = tuple(_wedge(s, centre, sheet) for s in slices)
    for side, sign in zip(sides, (1, -1), strict=True):
        marks += _names(side, sign, centre, height, sheet)
    said = above(chart, sheet, unit=False)
    drawn = [Slab(height, sheet.plot(marks, chart))]
    return [*said, *attached(drawn)] if said else drawn


def _slices(chart: Chart, sheet: Sheet) -> list[_Slice]:
    values = chart.series[0].values
    largest = max((abs(value) for value in values if value), default=1.0)
    weights = [abs(value or 0.0) / largest for value in values]
    whole, printed = sum(weights) or 1.0, share_numerals(weights, sheet.compositor.lang)
    width = sheet.width / 2 - _RADIUS - _ELBOW - 2 * GAP
    found = []
    start = 0.0
    tints = fills(len(weights), sheet.compositor.styles)
    for value, weight, tint, name in zip(values, weights, tints, chart.categories, strict=True):
        figure = UNKNOWN if value is None else printed.text(100 * weight / whole)
        end = start + weight / whole
        found.append(_Slice(start, end, tint, sheet.wrapped(name, width, figure=figure)))
        start = end
    return found


def _point(turn: float, radius: float, centre: tuple[float, float]) -> tuple[float, float]:
    angle = 2 * math.pi * turn
    return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)


def _wedge(slice_: _Slice, centre: tuple[float, float], sheet: Sheet) -> Shape:
    """Draw a slice, its arc as Bézier curves of a quarter turn at most."""
    steps: list[Step] = [("M", *centre), ("L", *_point(slice_.start, _RADIUS, centre))]
    parts = max(1, math.ceil((slice_.end - slice_.start) * 4))
    for part in range(parts):
        a = slice_.start + (slice_.end - slice_.start) * part / parts
        b = slice_.start + (slice_.end - slice_.start) * (part + 1) / parts
        sweep = 2 * math.pi * (b - a)
        handle = 4 / 3 * math.tan(sweep / 4) * _RADIUS
        (ax, ay), (bx, by) = _point(a, _RADIUS, centre), _point(b, _RADIUS, centre)
        alpha, beta = 2 * math.pi * a, 2 * math.pi * b
        steps.append(
            (
                "C",
                ax + handle * math.cos(alpha),
                ay + handle * math.sin(alpha),
                bx - handle * math.cos(beta),
                by - handle * math.sin(beta),
                bx,
                by,
            )
        )
    wedge = Shape((*steps, ("Z",)), fill=sheet.tint(slice_.tint))
    if slice_.end - slice_.start == 1:  # the only one
        return wedge
    if needs_outline(slice_.tint, sheet.compositor.styles):
        return replace(wedge, stroke=sheet.color("muted"), width=_LEADER)
    return replace(wedge, stroke=sheet.color("background"), width=_SEAM)


def _names(
    side: Sequence[_Slice], sign: int, centre: tuple[float, float], height: float, sheet: Sheet
) -> Drawing:
    """Set the names of one side, spread apart, a leader from each to its slice."""
    ordered = sorted(side, key=lambda s: _point(s.middle, _RADIUS, centre)[1])
    leading = sheet.type.leading
    heights = [len(s.name) * leading + _APART for s in ordered]
    wanted = [_point(s.middle, _RADIUS + _ELBOW, centre)[1] for s in ordered]
    edge = centre[0] + sign * (_RADIUS + _ELBOW)
    marks: Drawing = ()
    for slice_, deep, middle in zip(
        ordered, heights, spread(wanted, heights, 0.0, height), strict=True
    ):
        rim = _point(slice_.middle, _RADIUS + _RIM, centre)
        elbow = _point(slice_.middle, _RADIUS + _ELBOW / 2, centre)
        steps: tuple[Step, ...] = (("M", *rim), ("L", *elbow), ("L", edge + sign * GAP, middle))
        if slice_.end > slice_.start:
            marks += (Shape(steps, stroke=sheet.color("muted"), width=_LEADER),)
        x = edge + sign * (GAP + _LEADER_GAP)
        top = middle - (deep - _APART) / 2
        marks += sheet.block(slice_.name, x, top, anchor="start" if sign > 0 else "end")
    return marks
