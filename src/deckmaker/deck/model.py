"""The Deck: what the planner decides and the writer writes, as immutable values.

A Deck is slides, a slide is frames with their boxes, a frame is text, a table, a chart, a picture
or a drawing. Everything is placed and measured: the writer only spells it as XML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from deckmaker.brand import Role, Voice
from deckmaker.deck.geometry import BASELINE, LINE
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Marking
from deckmaker.richtext import Spans

if TYPE_CHECKING:  # charts are a third of the deck's code, which few decks need
    from deckmaker.deck.charts.arrangement import Drawing

LayoutName = Literal[
    "Cover",
    "Agenda",
    "Summary",
    "Rows",
    "Timeline",
    "Ledger",
    "Columns",
    "Statement",
    "Table",
    "Chart",
    "Picture",
    "Full picture",
    "Sources",
]
Align = Literal["left", "right", "center"]
Anchor = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks: sizes in points out of the brand's scale."""

    voice: Voice
    size: float
    role: Role = "foreground"
    bold: bool = False
    italic: bool = False
    tracking: float = 0.0
    leading: float = LINE
    """Em from baseline to baseline; more than `LINE` where the locale's script wants it."""
    underlined: bool = False

    @property
    def line(self) -> float:
        """The height of a line, points."""
        return self.leading * self.size

    @property
    def baseline(self) -> float:
        """How far the first baseline lies below the top of its box, points.

        What a leading is more than `LINE` stands above the letters, on the first line too.
        """
        return (BASELINE + self.leading - LINE) * self.size


@dataclass(frozen=True, slots=True)
class Ink:
    """A run of text in one style; `\\n` is a line break within the paragraph."""

    text: str
    style: Style
    href: str | None = None
    """The address of an external link."""
    lang: str = ""
    """The language (BCP 47), where its author stated one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `left` moves it to the right, `hang` all lines but the first; points."""

    inks: tuple[Ink, ...]
    align: Align = "left"
    before: float = 0.0
    """Space above, points; PowerPoint ignores it at the top of a box."""
    left: float = 0.0
    hang: float = 0.0
    bullet: bool = False
    """A small square in the primary colour, hanging in `hang`."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a click on a whole box leads."""

    target: str
    """A `Slide.id`, or an address."""
    words: str
    """What is told of it to who is about to follow."""
    external: bool = False
    """Whether the target is an address."""


@dataclass(frozen=True, slots=True)
class TextFrame:
    """Text in a box, without insets: in a placeholder of the layout, or in a box of its own."""

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    placeholder: int | None = None
    """The `idx` of the layout's body placeholder that this text fills."""
    anchor: Anchor = "top"
    fill: Role | None = None
    inset: float = 0.0
    """Points on all four sides."""
    jump: Jump | None = None
    """Where a click anywhere on the box leads: a link that does not change how its text looks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    above: Border | None = None
    below: Border | None = None
    anchor: Anchor = "top"
    inset_top: float = 0.0
    inset_bottom: float = 0.0
    inset_left: float = 0.0
    inset_right: float = 0.0


@dataclass(frozen=True, slots=True)
class Border:
    """A rule along a cell's edge; weight in points."""

    role: Role
    weight: float


@dataclass(frozen=True, slots=True)
class TableFrame:
    """A native table; the first row is its header where `header` is set."""

    name: str
    box: Box
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """A native chart, decided: what is drawn of it on this slide."""

    name: str
    box: Box
    alt: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """A picture; `crop` cuts (left, top, right, bottom) off, as fractions of its size."""

    name: str
    box: Box
    data: bytes = field(repr=False)
    format: Literal["png", "jpeg", "gif"]
    alt: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    keyline: float = 0.0
    """The weight of a hairline around it, points: a pale picture must not melt into the page."""


@dataclass(frozen=True, slots=True)
class RuleFrame:
    """A straight line from (x, y), drawn for the eye only."""

    name: str
    x: float
    y: float
    width: float
    height: float
    role: Role
    weight: float


@dataclass(frozen=True, slots=True)
class ShapeFrame:
    """A rectangle or ellipse without text; one without `alt` is decoration."""

    name: str
    box: Box
    shape: Literal["rect", "ellipse"] = "rect"
    fill: Role | None = None
    line: Role | None = None
    weight: float = 0.0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class GridFrame:
    """A field of equal squares, one for each unit counted, as a single drawing.

    The squares fill columns of `tall`, from the left unless `from_right`; `side` and `gap` in
    points.
    """

    name: str
    box: Box
    count: int
    tall: int
    side: float
    gap: float
    role: Role
    alt: str
    from_right: bool = False


Frame = TextFrame | TableFrame | ChartFrame | PictureFrame | RuleFrame | ShapeFrame | GridFrame


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its furniture as text, its body as frames in reading order."""

    id: str
    """Unique and stable: `cover`, `agenda`, `s3b1`, `s3b1-2`, `sources`."""
    layout: LayoutName
    title: str
    """One line after another, parted by `\\n` where the planner broke it."""
    kicker: str
    frames: tuple[Frame, ...]
    source: str = ""
    notes: tuple[Spans, ...] = ()
    """Of the presenter, a paragraph each, marked with nothing but the language of words."""
    path: Path = ()
    title_box: Box | None = None
    """Set where the title does not stand in the layout's own box, being longer."""
    title_style: Style | None = None
    """Set where the title is not in the layout's own style: a step of the scale smaller."""
    kicker_box: Box | None = None
    """Likewise for the kicker."""
    title_inks: tuple[Ink, ...] = ()
    """The title again, set where some of its words are in another language."""


@dataclass(frozen=True, slots=True)
class SlideSection:
    """A PowerPoint section: a name and the ids of its slides."""

    name: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Properties:
    """The document's properties."""

    title: str
    subject: str
    author: str
    keywords: str
    category: str
    iso_date: str
    lang: str


@dataclass(frozen=True, slots=True)
class Deck:
    """The planned presentation."""

    properties: Properties
    slides: tuple[Slide, ...]
    sections: tuple[SlideSection, ...]
    footer: str
    date: str
    marking: Marking | None = None
    marking_width: float = 0.0
    """Points: the chip's text with its insets; 0 where there is no marking."""
