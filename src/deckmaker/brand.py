"""The Brand: colours by role, type by use, pages and logo, as one immutable value.

Reading a `brand.yml` file into it is `branding`'s work. Renderers take every colour, type size and
page measure from here and write no literal of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Role = Literal[
    "foreground",  # ink: text
    "background",  # paper
    "muted",  # slate: secondary text, source lines, folios
    "primary",  # verdigris: the accent of numerals, charts, links
    "emphasis",  # oxide: stance, likelihood
    "panel",  # vellum: the ground of panels
    "rule",  # hairlines; decoration only, never text
    "cover",  # night: the ground of the cover
]
Voice = Literal["serif", "sans"]

SYNTHETIC_BOLD = 1.04
"""By how much wider programs may set a face that they embolden themselves."""


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family as Office names it, with the files its text is measured and embedded with."""

    name: str
    """What the deck's theme names: `Georgia`."""
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    """Font files of the family itself, of its metric-compatible twin, or of a wider relative."""
    indices: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Which face of each file is meant, in their order, where they are collections (.ttc)."""

    slacks: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    """By how much Office's own faces may be wider than the files, in their order: 1.05."""

    def face(self, *, bold: bool, italic: bool) -> tuple[Path, int]:
        """Return the file of a face, and its place in it."""
        files = (self.regular, self.bold, self.italic, self.bold_italic)
        which = bold + 2 * italic
        return files[which], self.indices[which]

    def slack(self, *, bold: bool, italic: bool) -> float:
        """Return by how much Office's own face may be wider than the file."""
        return self.slacks[bold + 2 * italic]


@dataclass(frozen=True, slots=True)
class Type:
    """A text style: voice, size, leading, colour and shape."""

    voice: Voice
    size: float
    """Points."""
    leading: float
    """Points from baseline to baseline."""
    role: Role = "foreground"
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    tracking: float = 0.0
    """Points added after each character."""


@dataclass(frozen=True, slots=True)
class DeckScale:
    """The type scale of the deck, points largest first; nothing else is ever used."""

    numeral: float = 80
    cover: float = 44
    quotation: float = 32
    title: float = 28
    large: float = 22
    lead: float = 20
    body: float = 18
    text: float = 16
    small: float = 14
    source: float = 11
    folio: float = 10


@dataclass(frozen=True, slots=True)
class MemoScale:
    """The type scale of the memo: (size, leading) in points."""

    title: tuple[float, float] = (22, 27)
    heading: tuple[float, float] = (15, 19)
    bluf: tuple[float, float] = (12.5, 17.5)
    body: tuple[float, float] = (10.5, 15)
    table: tuple[float, float] = (9.5, 12.5)
    label: tuple[float, float] = (9, 12)
    notes: tuple[float, float] = (8.5, 11.5)
    marking: tuple[float, float] = (12, 14)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: a PNG or JPEG file, with its text alternative."""

    data: bytes = field(repr=False)
    format: Literal["png", "jpeg"]
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Brand:
    """How a house looks."""

    name: str
    colors: dict[Role, str]
    """`#16202A` by role; every role is present."""
    accents: tuple[str, str, str, str, str, str]
    """Theme accents 1–6: primary, secondary, tertiary, info, success, warning."""
    serif: FontFamily
    sans: FontFamily
    link: str = "#13504C"
    deck: DeckScale = DeckScale()
    memo: MemoScale = MemoScale()
    page: Literal["a4", "letter"] = "a4"
    logo: Logo | None = None
    logo_on_dark: Logo | None = None
    organisation: str = ""
    """The name that stands as a wordmark where there is no logo; may be empty."""
    fallbacks: Mapping[Voice, tuple[FontFamily, ...]] = field(default_factory=dict)
    """Families for the characters that a voice itself lacks, by voice, the preferred first."""

    def chain(self, voice: Voice) -> tuple[FontFamily, ...]:
        """Return the families that text of `voice` is set in: the first that has a character.

        Its own, its fallbacks, then the other voice's in the same order.
        """
        serif = (self.serif, *self.fallbacks.get("serif", ()))
        sans = (self.sans, *self.fallbacks.get("sans", ()))
        return (*serif, *sans) if voice == "serif" else (*sans, *serif)
