"""What is decided about a chart before it is written: places, labels and looks as values.

The modules `bars`, `columns`, `lines`, `areas`, `scatter` and `pie` decide; `chartspace` only
spells the Arrangement as XML. All lengths are points, from the top left corner of the chart's
frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from deckmaker.brand import Brand
from deckmaker.charting import Calendar, Scale, scale
from deckmaker.charting.axis import NEAR
from deckmaker.charting.palette import INK, Tint
from deckmaker.deck.charts.strokes import NO_STROKE, Stroke
from deckmaker.deck.scripts import ChartType
from deckmaker.deck.text import words_of
from deckmaker.deck.units import Box
from deckmaker.document import Chart
from deckmaker.document.numerals import Numerals, is_sign, numerals
from deckmaker.typesetting import Font, Run, Typesetter
from deckmaker.wording import ENGLISH, Wording

Place = Literal["outEnd", "ctr", "l", "r", "t"]

DENSE = 12.0
"""The smallest type of a chart, for crowded categories."""
AXIS_GAP = 8.0
"""Between the plot and the text along its axes."""
PAD = 4.0
"""Around a figure at the end of a bar or within its segment."""
HEADROOM = 0.05
"""How far beyond the data applications carry an axis of values before they round it to a step."""
WHOLE, _ABOUT = 100.0, 1.005
"""Per cents, and how far above it rounded shares of a whole may add up."""
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
    unknown: bool = False
    """A dash in place of a value that is not known."""
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
    outlined: bool = False
    """With an outline, for a fill that the page would swallow."""
    seamed: bool = False
    """With a line of paper around it, which parts it from what it touches."""
    stroke: Stroke = NO_STROKE
    slices: tuple[SeriesLook, ...] = ()
    """The looks of a pie's slices, in place of `fill`."""
    dots: tuple[int, ...] = ()
    """The points of a line that bear a dot, by index."""
    label: Label | None = None
    """At every point …"""
    special: tuple[tuple[int, Label | None], ...] = ()
    """… but for these, by index, ascending."""

    @property
    def unknown(self) -> tuple[int, ...]:
        """The points that are marked as not known, by index."""
        return tuple(at for at, label in self.special if label and label.unknown)


@dataclass(frozen=True, slots=True)
class Legend:
    """The key to the series, in rows below the line above the chart."""

    box: Box
    cramped: bool = False
    """Whether the box holds less than its entries want, and must bound them."""
    of_lines: bool = False
    """Whether the lines on top of areas stand in it, and not the areas."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of values."""

    scale: Scale
    numerals: Numerals
    """How it prints its figures."""
    shown: bool = True
    """With its figures and, for the values, gridlines."""
    low: float | None = None
    high: float | None = None
    """The ends that are fixed; one that edited data may outgrow is left to the application."""
    title: str = ""
    """What it measures, set below its right end."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The figures at both its ends."""
        places = self.scale.decimals
        ends = (self.scale.low, self.scale.high)
        return tuple(self.numerals.text(end, decimals=places) for end in ends)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A chart, decided."""

    plot: Box
    """The area within the axes; the square around a pie."""
    size: float
    """The type's size."""
    numerals: Numerals
    """How the labels in the plot print their figures."""
    axis: Axis
    series: tuple[SeriesLook, ...]
    lines: tuple[SeriesLook, ...] = ()
    """The lines on top of areas, which bear their labels."""
    subtitle: str = ""
    """Set above all, from the left edge: what is measured, and its unit."""
    legend: Legend | None = None
    across: Axis | None = None
    """The other axis of a scatter chart."""
    step: int = 1
    """Every so manieth category is named."""
    calendar: Calendar | None = None
    """The categories as numbers of an axis of time."""
    turned: bool = False
    """Whether the categories' names run upward."""
    start: int = 0
    """Where a pie's first slice begins, degrees clockwise from the top."""
    gap: int = 50
    """Between the bars of two categories, per cent of a bar's thickness."""
    led: bool = False
    """Whether lines lead from points to labels that stand away from them."""
    from_right: bool = False
    """Whether its axes begin at the right."""
    names_high: bool = False
    """Whether the names of categories stand where the values are highest."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The frame that a chart fills, with the means to measure text in it."""

    width: float
    height: float
    size: float
    brand: Brand
    typesetter: Typesetter
    lang: str
    type: ChartType
    wording: Wording = ENGLISH
    whole: Chart | None = None
    """The chart of which one slide's is a part: its figures decide the axis."""

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.size * self.type.line

    def reaching(self, chart: Chart) -> Chart:
        """Return the chart whose figures the axis of `chart` has to hold."""
        return self.whole or chart

    def at(self, size: float) -> Canvas:
        """Return the same canvas with type of another size."""
        return replace(self, size=size)

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
        return self.widest(tuple({word for text in texts for word in words_of(text)}))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it is drawn, decided, with its frame."""

    chart: Chart
    arranged: Arrangement
    canvas: Canvas


def value_axis(
    chart: Chart,
    reach: tuple[float, ...],
    canvas: Canvas,
    *,
    from_zero: bool = True,
    shown: bool = True,
) -> Axis:
    """Return an axis of the values of `chart`, which `reach` so far.

    Only a sign stands with each of its figures. Zero is fixed where bars or areas stand on it; the
    other ends are left to the applications, and expected where they put them: a little beyond the
    data, and half of what these span below data that lie close together. Per cents alone end at
    the whole.
    """
    low, high = min(reach, default=0.0), max(reach, default=1.0)
    room = HEADROOM * (max(0.0, high) - min(0.0, low) if from_zero else high - low)
    below, above = low - room if low < 0 else low, high + room if high > 0 else high
    if not from_zero and low > high * NEAR:
        below = low - (high - low) / 2
    whole = chart.unit.startswith("%") and low >= 0 and high <= WHOLE * _ABOUT and above > WHOLE
    made = scale((min(below, WHOLE), WHOLE if whole else above), from_zero=from_zero)
    unit = chart.unit if is_sign(chart.unit) else ""
    axis = Axis(
        made,
        numerals(unit, made.decimals, canvas.lang, (made.low, made.high)),
        shown,
        low=0.0 if from_zero and low >= 0 else None,
        high=WHOLE if whole else 0.0 if from_zero and high <= 0 > low else None,
    )
    # An application sees the figures of one part alone.
    return replace(axis, low=made.low, high=made.high) if canvas.whole else axis
