"""What bars and columns share: the thickness of a bar, and the figures within a stack."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deckmaker.deck.charts.arrangement import PAD, Axis, Canvas, Label, SeriesLook, totals, values
from deckmaker.deck.charts.figures import Figures, axis_figures, scale
from deckmaker.deck.charts.palette import TEXT_CONTRAST, Tint, contrast, fills, text_on
from deckmaker.document import Chart

LEAST_GAP, MOST_GAP = 20, 500
"""Between two categories, per cent of a bar's thickness: seen at all, allowed by the format."""
GAP = 50
HEADROOM = 1.2
"""How much longer than the data the application may make the value axis."""
WHOLE = 100.0
HIDDEN_MOST = 0.4
"""Where more of a stack's figures than this do not fit their segments, an axis is drawn."""


@dataclass(frozen=True, slots=True)
class Slots:
    """How one direction of the plot is shared out among the categories, points."""

    length: float
    """Of the plot: the room, or less where bars would grow too thick."""
    band: float
    """For one category."""
    thickness: float
    """Of one bar."""
    gap: int
    """Between two categories, per cent of a bar's thickness."""


def share(room: float, categories: int, bars: int, thickest: float) -> Slots:
    """Return how `room` points hold `categories` of `bars` bars each, none above `thickest`."""
    band = room / max(1, categories)
    gap = GAP if band / (bars + GAP / 100) > 2 * PAD else LEAST_GAP
    thickness = min(thickest, band / (bars + gap / 100))
    # A cut plot would leave one or two bars alone in a corner: they keep some air around them.
    band = min(band, thickness * (bars + 2 * GAP / 100))
    gap = round(min(MOST_GAP, max(LEAST_GAP, (band / thickness - bars) * 100)))
    return Slots(band * max(1, categories), band, thickness, gap)


def bar_axis(chart: Chart, canvas: Canvas, *, shown: bool) -> Axis:
    """Return the value axis of bars: it begins at zero, for their length means something."""
    known = values(chart)
    stacked = chart.type.startswith("stacked")
    reach = totals(chart) if stacked else known
    low = 0.0 if min(known, default=0.0) >= 0 else None
    high = 0.0 if max(known, default=1.0) < 0 else None
    if stacked and low is not None and chart.unit.startswith("%"):
        # Shares of a whole fill the plot; the application would leave a fifth of it empty.
        high = WHOLE if abs(max(reach, default=0.0) - WHOLE) < WHOLE / 100 else None
    scaled = scale((*reach, *known), from_zero=True)
    return Axis(scaled, axis_figures(scaled, chart.unit, canvas.lang), shown, low, high)


def lowered(axis: Axis, known: tuple[float, ...], room: float, length: float) -> Axis:
    """Return `axis` with `room` of its `length` points below the lowest of bars that go down.

    There the figure of that bar stands, and behind it begin the names of the categories.
    """
    ends, least = axis.scale, min(known, default=0.0)
    missing = room / length * (ends.high - ends.low) - (least - ends.low)
    if least >= 0 or missing <= 0:
        return axis
    return replace(axis, low=ends.low - math.ceil(missing / ends.step) * ends.step)


def figure_texts(chart: Chart, printed: Figures) -> tuple[str, ...]:
    """Return every value of `chart` as it is printed, each text once."""
    return tuple({printed.text(value) for value in values(chart)})


def beside(chart: Chart, *, named: bool) -> tuple[SeriesLook, ...]:
    """Return the looks of bars with their figures, the first of each series `named` if wanted."""
    label = Label("outEnd", value=True)
    first = ((0, Label("outEnd", value=True, name=True)),) if named else ()
    return tuple(
        SeriesLook(fill=tint, label=label, special=first) for tint in fills(len(chart.series))
    )


def stacked(
    chart: Chart, canvas: Canvas, printed: Figures, length: float, thickness: float, *, level: bool
) -> tuple[SeriesLook, ...] | None:
    """Return the looks of stacked bars with their figures inside, or None if too few fit.

    `length` is the plot's along the bars, `level` whether they run across the frame.
    """
    per_unit = length / (max(totals(chart), default=0.0) * HEADROOM or 1.0)
    looks, hidden, shown = [], 0, 0
    for series, tint in zip(chart.series, fills(len(chart.series)), strict=True):
        special: list[tuple[int, Label | None]] = []
        for at, value in enumerate(series.values):
            if value is None:
                continue
            width = canvas.text_width(printed.text(value)) + PAD
            along, across = (width, canvas.line) if level else (canvas.line, width)
            shown += 1
            if across > thickness or along > abs(value) * per_unit:
                special.append((at, None))
                hidden += value != 0
        ink = text_on(tint, canvas.brand)
        # On a middling ground neither ink nor paper stands out: bold type asks for less contrast.
        faint = contrast(ink, tint, canvas.brand) < TEXT_CONTRAST
        label = Label("ctr", value=True, tint=ink, bold=faint)
        looks.append(SeriesLook(fill=tint, label=label, special=tuple(special)))
    return tuple(looks) if hidden <= shown * HIDDEN_MOST else None


def plain(tints: tuple[Tint, ...]) -> tuple[SeriesLook, ...]:
    """Return looks without figures, one for each of `tints`."""
    return tuple(SeriesLook(fill=tint) for tint in tints)
