"""What is decided about a chart before it is written: places, labels and looks as values.

The modules `bars`, `lines` and `pie` decide; `chartspace` only spells the Arrangement as XML.
All lengths are points, from the top left corner of the chart's frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckmaker.brand import Brand
from deckmaker.deck.charts.figures import Figures, Scale
from deckmaker.deck.charts.palette import INK, NO_STROKE, Stroke, Tint
from deckmaker.deck.geometry import LINE
from deckmaker.deck.units import Box
from deckmaker.document import Chart
from deckmaker.typesetting import Font, Run, Typesetter

Place = Literal["outEnd", "ctr", "r", "t"]

DENSE = 12.0
"""The smallest type of a chart, for crowded categories."""
AXIS_GAP = 8.0
"""Between the plot and the text along its axes."""
PAD = 4.0
"""Around a figure at the end of a bar or within its segment."""
SLACK = 1.06
"""Text of a chart is set by the application: room for its rounding of widths."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed at one point of a chart, and where."""

    place: Place
    value: bool = False
    percent: bool = False
    name: bool = False
    """The name of the series."""
    category: bool = False
    tint: Tint = INK
    bold: bool = False
    right: float = 0.0
    down: float = 0.0
    """How far it is moved from its place."""


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How one series is drawn and labelled."""

    fill: Tint = INK
    opacity: float = 1.0
    stroke: Stroke = NO_STROKE
    slices: tuple[Tint, ...] = ()
    """The fills of a pie's slices, in place of `fill`."""
    dots: tuple[int, ...] = ()
    """The points of a line that bear a dot, by index."""
    label: Label | None = None
    """At every point …"""
    special: tuple[tuple[int, Label | None], ...] = ()
    """… but for these, by index."""


@dataclass(frozen=True, slots=True)
class Legend:
    """The key to the series, at the top or at the right of the chart."""

    side: Literal["t", "r"]
    box: Box


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of values."""

    scale: Scale
    figures: Figures
    """How it prints its figures."""
    shown: bool = True
    """With its figures and, for the values, gridlines."""
    low: float | None = None
    high: float | None = None
    """The ends that are fixed; one that edited data may outgrow is left to the application."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The figures at both its ends."""
        return (self.figures.text(self.scale.low), self.figures.text(self.scale.high))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A chart, decided."""

    plot: Box
    """The area within the axes; the square around a pie."""
    size: float
    """The type's size."""
    figures: Figures
    """How the labels in the plot print theirs."""
    axis: Axis
    series: tuple[SeriesLook, ...]
    heading: str = ""
    """Set small above the plot: what is measured, and its unit."""
    legend: Legend | None = None
    across: Axis | None = None
    """The other axis of a scatter chart."""
    skip: int = 1
    """Every so manieth category is named."""
    turned: bool = False
    """Whether the categories' names run upward."""
    start: int = 0
    """Where a pie's first slice begins, degrees clockwise from the top."""
    gap: int = 50
    """Between the bars of two categories, per cent of a bar's thickness."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The frame that a chart fills, with the means to measure text in it."""

    width: float
    height: float
    size: float
    brand: Brand
    typesetter: Typesetter
    lang: str

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.size * LINE

    def at(self, size: float) -> Canvas:
        """Return the same canvas with type of another size."""
        return Canvas(self.width, self.height, size, self.brand, self.typesetter, self.lang)

    def text_width(self, text: str, *, bold: bool = False) -> float:
        """Return the room that `text` takes on one line."""
        return self.typesetter.safe_width(text, Font("sans", self.size, bold=bold)) * SLACK

    def widest(self, texts: tuple[str, ...]) -> float:
        """Return the room of the widest of `texts`, 0 if there are none."""
        return max(map(self.text_width, texts), default=0.0)

    def lines(self, text: str, width: float) -> int:
        """Return how many lines `text` takes in `width`."""
        run = Run(text, Font("sans", self.size))
        return self.typesetter.line_count([run], width / SLACK) if text else 1

    def longest_word(self, texts: tuple[str, ...]) -> float:
        """Return the room of the longest word in `texts`."""
        return self.widest(tuple({word for text in texts for word in text.split()}))


def heading(chart: Chart, *, unit: bool) -> str:
    """Return what stands above the plot: the name of the only series and, if wanted, the unit."""
    parts = [one.name for one in chart.series if one.named] if len(chart.series) == 1 else []
    if unit and not any(chart.unit.casefold() in part.casefold() for part in parts):
        parts.append(chart.unit)
    return ", ".join(part for part in parts if part)


def heading_height(title: str, canvas: Canvas) -> float:
    """Return the room of the line above the plot."""
    return canvas.line + PAD if title else 0.0


def values(chart: Chart) -> tuple[float, ...]:
    """Return every value of `chart` that is given."""
    return tuple(v for series in chart.series for v in series.values if v is not None)


def totals(chart: Chart) -> tuple[float, ...]:
    """Return the sum of each category's sizes, whatever their sign."""
    return tuple(
        sum(abs(series.values[at] or 0.0) for series in chart.series if at < len(series.values))
        for at in range(len(chart.categories))
    )


SWATCH, STROKE = 24.0, 40.0
"""What the mark of a legend's entry takes with the gaps around it: a square, a piece of a line."""


def legend_above(
    canvas: Canvas, names: tuple[str, ...], top: float, mark: float = SWATCH
) -> Legend:
    """Return a legend in rows from the left, below `top`, as high as its entries need."""
    entry = min(canvas.widest(names) + mark + AXIS_GAP, canvas.width)
    columns = max(1, min(len(names), int(canvas.width / entry)))
    rows = -(-len(names) // columns)
    height = rows * (canvas.line + 4) + 4
    return Legend("t", Box(0, top, columns * entry, min(height, canvas.height / 3)))


def legend_beside(
    canvas: Canvas, names: tuple[str, ...], plot: Box, mark: float = SWATCH
) -> Legend:
    """Return a legend in one column at the right of `plot`, or of the frame if that is full."""
    width = canvas.widest(names) + mark
    height = min(plot.height, len(names) * (canvas.line + 6))
    y = plot.y + (plot.height - height) / 2
    x = min(plot.right + AXIS_GAP, canvas.width - width)
    return Legend("r", Box(x, y, width, height))


def fits_beside(canvas: Canvas, names: tuple[str, ...], height: float) -> bool:
    """Tell whether a legend in one column leaves the plot two thirds of the width."""
    narrow = canvas.widest(names) + STROKE <= canvas.width / 3
    return narrow and len(names) * (canvas.line + 4) <= height


def spread(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """Return `places` moved apart to at least `gap`, as little as can be, within low … high.

    Neighbours that collide are pooled around their mean, and pools that collide joined.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    pools: list[tuple[float, list[int]]] = []
    for at in order:
        pools.append((places[at], [at]))
        while len(pools) > 1:
            (above, upper), (below, lower) = pools[-2], pools[-1]
            if below - above >= gap * (len(upper) + len(lower)) / 2:
                break
            members = upper + lower
            pools[-2:] = [(sum(places[one] for one in members) / len(members), members)]
        centre, members = pools[-1]
        half = gap * (len(members) - 1) / 2
        pools[-1] = (min(max(centre, low + half), max(high - half, low + half)), members)
    moved = list(places)
    for centre, members in pools:
        for rank, at in enumerate(members):
            moved[at] = centre + gap * (rank - (len(members) - 1) / 2)
    return moved
