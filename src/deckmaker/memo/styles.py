"""The memo's look, derived from the Brand: type by use, colours by role, the grid of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckmaker.brand import Brand, Role, Type, Voice
from deckmaker.locales import ENGLISH, Locale

MM = 72 / 25.4
"""Points in a millimetre."""

_PAGES = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}
_RAIL, _GUTTER, _MEASURE = 38 * MM, 6 * MM, 122 * MM
_FIRST_LINE, _FIRST_TOP, _BOTTOM = 36 * MM, 17 * MM, 24 * MM
_HEAD, _FOOT = 17 * MM, 15 * MM
_TRACKING = 0.08
"""Letterspace of tracked capitals, em."""
_SUPERIOR_SIZE, _SUPERIOR_RISE = 0.64, 0.34
"""Size and rise of superior figures, em of the text they stand in."""
_MARKING_GROUND = "#000000"
"""A marking's chip is black whatever the brand (TLP 2.0, FIRST)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The page: a rail at the left and the measure beside it. Points."""

    width: float
    height: float
    left: float
    """Where rail and head begin."""
    top: float
    """Where the text begins, from the page's upper edge, unless its first line asks otherwise."""
    first_line: float
    """The baseline that the first lines of all pages but the first share."""
    first_top: float
    """Where the text begins on the first page, which has its own head."""
    bottom: float
    """The depth of the foot's margin."""
    head: float
    """The upper edge of the marking in the head, from the page's."""
    foot: float
    """The baseline of the running foot, from the page's lower edge."""
    rail: float
    gutter: float
    measure: float

    @property
    def column(self) -> float:
        """Where the measure begins, from the left margin."""
        return self.rail + self.gutter

    @property
    def full(self) -> float:
        """The width of rail and measure together."""
        return self.column + self.measure

    def room(self, page: int) -> float:
        """Return the height of the text area of `page`, the first being 0."""
        return self.height - self.bottom - (self.top if page else self.first_top)


@dataclass(frozen=True, slots=True)
class Styles:
    """Every type the memo is set in, by use, and its grid and colours."""

    grid: Grid
    colors: dict[Role, str]
    accents: tuple[str, ...]
    link: str
    title: Type
    subtitle: Type
    kind: Type
    wordmark: Type
    heading: Type
    subheading: Type
    label: Type
    side_label: Type
    """A section's label where it is repeated at the head of a page."""
    side_word: Type
    """The word that says so."""
    body: Type
    bluf: Type
    field: Type
    """The values of the header block."""
    field_label: Type
    purpose: Type
    """What the memo is for."""
    side_head: Type
    side_note: Type
    stance: Type
    figure: Type
    """The numeral that leads the sentence of a stat."""
    cell: Type
    cell_head: Type
    caption: Type
    chart: Type
    """All lettering of charts."""
    note: Type
    foot: Type
    marking: Type
    marking_ground: str = _MARKING_GROUND
    slanted: bool = True
    """Whether there are italics; where there are none, what they emphasise is bold."""


def styles_of(brand: Brand, locale: Locale = ENGLISH) -> Styles:
    """Return the styles of `brand`, as the script of `locale` can be set.

    Its leading widens every type's. What has neither capitals, italics nor letters to be spaced
    keeps voice, weight and colour for emphasis.
    """
    scale = brand.memo

    def style(voice: Voice, measure: tuple[float, float], role: Role = "foreground") -> Type:
        size, leading = measure
        return Type(voice, size, leading * locale.leading, role=role)

    body = style("serif", scale.body)
    small = style("sans", scale.table)
    note = style("sans", scale.notes, "muted")
    label = style("sans", scale.label, "muted")
    tracked = replace(label, bold=True)
    if locale.cased:
        tracked = replace(tracked, capitals=True, tracking=_TRACKING * label.size)
    return Styles(
        grid=_grid(brand, body),
        colors=brand.colors,
        accents=brand.accents,
        link=brand.link,
        title=style("serif", scale.title),
        subtitle=style("sans", scale.body, "muted"),
        kind=replace(tracked, role="primary"),
        wordmark=replace(style("sans", scale.heading), bold=True),
        heading=style("serif", scale.heading),
        subheading=replace(style("serif", scale.bluf), bold=True),
        label=tracked,
        side_label=replace(tracked, bold=False),
        side_word=label,
        body=body,
        bluf=style("serif", scale.bluf),
        field=style("sans", scale.body),
        field_label=replace(style("sans", scale.body), role="muted"),
        purpose=replace(style("sans", scale.body, "primary"), bold=True),
        side_head=replace(small, bold=True),
        side_note=note,
        stance=replace(small, bold=True, role="emphasis"),
        figure=replace(body, voice="sans", bold=True, role="primary"),
        cell=small,
        cell_head=replace(style("sans", scale.notes), bold=True),
        caption=style("sans", scale.table),
        chart=style("sans", scale.notes),
        note=note,
        foot=note,
        marking=replace(style("sans", scale.marking), bold=True),
        slanted=locale.cased,
    )


def superior(type_: Type) -> tuple[Type, float]:
    """Return the type of superior figures within `type_`, and their rise in points.

    They are set in the sans, whose figures line up.
    """
    size = round(_SUPERIOR_SIZE * type_.size, 2)
    figures = replace(type_, voice="sans", size=size, role="primary", bold=False, italic=False)
    return figures, _SUPERIOR_RISE * type_.size


def baseline(type_: Type) -> float:
    """Return how far the baseline lies below the top of a line of `type_`, points.

    The leading is shared above and below letters that reach about 0.76 em up and 0.24 em down.
    """
    return 0.5 * (type_.leading - type_.size) + 0.76 * type_.size


def _grid(brand: Brand, body: Type) -> Grid:
    width, height = _PAGES[brand.page]
    return Grid(
        width=width,
        height=height,
        left=(width - _RAIL - _GUTTER - _MEASURE) / 2,
        top=_FIRST_LINE - baseline(body),
        first_line=_FIRST_LINE,
        first_top=_FIRST_TOP,
        bottom=_BOTTOM,
        head=_HEAD,
        foot=_FOOT,
        rail=_RAIL,
        gutter=_GUTTER,
        measure=_MEASURE,
    )
