"""What both media show: the assembled Document, an immutable value with every decision made.

`assemble` (in `assembly`) makes it from a Briefing: order, numbers, labels, citations, typography and the
expansion of terms are settled here, so that a renderer only lays out and never decides.
All text is `Spans`, typeset already (curly quotes, dashes, no-break spaces).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deckmaker.diagnostics import Path
from deckmaker.richtext import Citation, Spans
from deckmaker.wording import Wording

Medium = Literal["deck", "memo"]


@dataclass(frozen=True, slots=True)
class Point:
    """One point at two lengths: the slide shows `short`, the memo `short` as a lead, then `full`."""

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
    """`20–45 %` as it is shown; empty unless `kind` is `ours`."""
    confidence: Spans = ()
    """`Low confidence`; empty where none is stated."""


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


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a section: a slide or more, a heading with what stands under it."""

    path: Path
    id: str
    """Stable and unique, from the place in the YAML: `s3b1`; names shapes and link targets."""
    title: Spans
    """The assertion. Never empty: a block without one carries the title of its section."""
    own_title: bool
    """False where `title` repeats the section's: the memo prints no second heading."""
    content: Content
    notes: tuple[Spans, ...] = ()
    """The author's notes for the presenter, paragraph by paragraph; never in the memo."""
    memo: tuple[Spans, ...] = ()
    """Extra paragraphs of the memo; never on a slide."""
    only: Medium | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section: the same in both media, in the same order."""

    path: Path
    id: str
    """`s3`, from the place in the YAML."""
    label: Spans
    """The signpost: kicker of the slide, label in the memo."""
    title: Spans
    """The section's assertion; empty where each block brings its own."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source as the list of sources prints it."""

    key: str
    """The key of the YAML; `""` for the only one."""
    letter: str
    """`A`, `B`, … where there are several, before the paragraph in a citation; else empty."""
    cite: Spans
    """How the source is named in full."""
    details: tuple[Spans, ...]
    """Author, publication date, kind, in words, one statement each."""
    url: str = ""
    sha256: str = ""
    """The snapshot's hash, hexadecimal; empty where there is no snapshot."""
    verification: Spans = ()
    """What was verified against the snapshot: `12 quotations, 4 figures`."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A protective marking: a TLP 2.0 label or free text, on every page and slide."""

    text: str
    tlp: bool
    color: str
    """Text colour, `#33FF00`; for a TLP label the standard's, which no brand overrides."""


@dataclass(frozen=True, slots=True)
class Front:
    """The head of the document: cover of the deck, header block of the memo."""

    title: Spans
    subtitle: Spans
    short: str
    """The running title of folios and footers."""
    question: Spans
    kind: str
    """`Briefing`, `Submission`, …"""
    purpose: Literal["info", "decision", "action"]
    purpose_label: str
    """`For information`, `For decision`, `For action`."""
    to: tuple[str, ...]
    from_: tuple[str, ...]
    cc: tuple[str, ...]
    date: str
    """As it is printed, `23 November 2026`."""
    iso_date: str
    """`2026-11-23`."""
    lang: str
    """BCP 47, `en-US`."""
    marking: Marking | None


@dataclass(frozen=True, slots=True)
class Document:
    """The whole briefing as one medium shows it."""

    medium: Medium
    front: Front
    sections: tuple[Section, ...]
    sources: tuple[SourceEntry, ...]
    wording: Wording
    scale_key: Scenarios | None = None

    def citation_text(self, cites: tuple[Citation, ...]) -> str:
        """Return what a source line says of `cites`: paragraphs, ranges closed up."""
        return cite_ranges(cites, self.sources)


def cite_ranges(cites: tuple[Citation, ...], sources: tuple[SourceEntry, ...]) -> str:
    """Return `¶¶ 7–8, 11` for one source, `A ¶ 3; B ¶¶ 2, 4` for several."""
    parts = []
    for source in sources:
        numbers = sorted({c.paragraph for c in cites if c.source == source.key})
        if not numbers:
            continue
        runs: list[list[int]] = []
        for n in numbers:
            if runs and n == runs[-1][-1] + 1:
                runs[-1].append(n)
            else:
                runs.append([n])
        text = ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)
        sign = "¶" if len(numbers) == 1 else "¶¶"
        prefix = f"{source.letter} " if source.letter else ""
        parts.append(f"{prefix}{sign}\u00a0{text}")
    return "; ".join(parts)
