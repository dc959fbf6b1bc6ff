"""The content of a block, one immutable class for each of the fourteen kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deckmaker.diagnostics import Path
from deckmaker.richtext import Spans

Medium = Literal["deck", "memo"]


@dataclass(frozen=True, slots=True)
class Point:
    """One point at two lengths: the slide shows `short`, the memo both."""

    path: Path
    short: Spans
    full: Spans = ()
    lead: bool = True
    """Whether the memo prints `short` as a bold run-in lead before `full`."""
    pulled: Spans = ()
    """A quotation of at most 12 words out of `full`, whole, with its marks; may be empty."""
    only: Medium | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Someone's words, verbatim, with the quotation marks set around them."""

    path: Path
    text: Spans
    """With its opening and closing marks as the first and last characters, and its citation."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the authors are of their judgement, and why."""

    level: Spans
    """`Low confidence`, as it is shown."""
    reason: Spans


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a case is: the source's own word, our judgement on a scale, or not given."""

    kind: Literal["source", "ours", "not given"]
    label: Spans
    """Shown as it stands: `“remains unlikely”`, `Unlikely`, `Likelihood not given`."""
    low: float | None = None
    """Our judgement's range, per cent; None unless `kind` is `ours`."""
    high: float | None = None
    range_text: str = ""
    """`20–45%` as it is shown; empty unless `kind` is `ours`."""
    confidence: Spans = ()
    """`Low confidence`; empty where none is stated."""
    confidence_level: str = ""
    """`Low`: the same, under a head that says what is low."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The bottom line up front, with the points that carry it."""

    bluf: Spans
    points: tuple[Point, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class PointList:
    """A list of points."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs. `short` of each is its lead (what the slide shows), `full` the rest or nothing.

    A paragraph written without a lead has its first sentence as `short`, what follows
    as `full`, and `lead` False: the memo then sets them as one plain paragraph.
    """

    paragraphs: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline."""

    path: Path
    when: Spans
    vague: bool
    """True where the day is not stated: the node of the spine is hollow."""
    what: Point


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when, in order."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor thinks."""

    path: Path
    who: Spans
    role: Spans
    stance: Spans
    view: Point | None
    quote: Quotation | None
    """None: the slide says that the source does not quote this actor."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Who thinks what."""

    entries: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """One large quotation."""

    quote: Quotation
    who: Spans = ()
    role: Spans = ()
    context: Spans = ()
    long: bool = False
    """Forty words or more: the memo sets it as a block rather than inline."""


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure with its unit and its meaning."""

    path: Path
    numeral: str
    """As shown, quotation marks included where it is a spoken figure: `270`, `“7,000”`."""
    unit: Spans
    meaning: Spans
    spoken: bool = False
    """A figure out of someone's mouth: set in grey."""
    count: int | None = None
    """A whole number from 1 to 300 that is not spoken: drawn as a grid of units."""


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures, up to three of them beside each other."""

    entries: tuple[Stat, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    head: Spans
    numeric: bool = False
    """Every cell is a number: set flush right in lining figures."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    label: str = ""
    """`Table 1`, where it is numbered."""
    caption: Spans = ()


ChartType = Literal[
    "bar",
    "column",
    "stacked bar",
    "stacked column",
    "line",
    "area",
    "stacked area",
    "pie",
    "scatter",
]


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart; for a scatter chart `xs` holds its abscissae."""

    name: str
    values: tuple[float | None, ...]
    xs: tuple[float, ...] = ()
    named: bool = True
    """False where the author gave no name, and `name` repeats the unit or the block's title."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of one kind over shared categories."""

    type: ChartType
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    alt: str = ""
    """The text alternative: the author's, else one that states type, series and figures."""
    label: str = ""
    """`Figure 1`."""
    caption: Spans = ()
    decimals: int = 0
    """How many decimals the data hold: the figures are printed with as many."""
    x_title: str = ""
    """What a scatter chart's abscissae measure, where its author named their column."""
    own_alt: bool = False
    """Whether `alt` is the author's; else it tells the figures."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from a file inside the briefing's folder."""

    data: bytes = field(repr=False)
    format: Literal["png", "jpeg", "gif"]
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    alt: str
    label: str = ""
    caption: Spans = ()
    credit: Spans = ()
    bleed: bool = False
    """Fills the whole slide, to its edges."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One case of the outlook."""

    path: Path
    case: Spans
    likelihood: Likelihood
    driver: Spans = ()
    watch: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One term of a likelihood scale, with its range in per cent."""

    term: str
    low: float
    high: float
    range_text: str


@dataclass(frozen=True, slots=True)
class Scenarios:
    """What may come, and how likely it is."""

    entries: tuple[Scenario, ...]
    scale_name: str = ""
    scale: tuple[ScaleStep, ...] = ()
    """The key of the scale; empty where no judgement is ours."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked of the reader."""

    path: Path
    do: Spans
    who: Spans = ()
    by: Spans = ()
    why: Spans = ()


@dataclass(frozen=True, slots=True)
class Asks:
    """What is asked, numbered."""

    entries: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """One sentence that must not be missed."""

    text: Spans


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions (`short`), each with what can be said to it (`full`)."""

    points: tuple[Point, ...]


Content = (
    Summary
    | PointList
    | Prose
    | Timeline
    | Positions
    | QuoteBlock
    | Stats
    | Table
    | Chart
    | Image
    | Scenarios
    | Asks
    | Callout
    | Questions
)
"""The closed union of the fourteen kinds; match on it with `assert_never`."""
