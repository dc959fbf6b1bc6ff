"""The marks a page is made of: a closed vocabulary of placed text, lines, shapes and pictures.

Everything is in points, x rightwards and y *downwards* from the origin of what the marks stand in
(a slab, a figure, a page). Composing makes marks, the canvas draws them; neither knows the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deckmaker.typesetting import Line


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of text is shown; the payload of the runs that are set into lines."""

    color: str
    """`#16202A`."""
    rise: float = 0.0
    """Points above the baseline, for superior figures."""
    link: str = ""
    """A URL, or `#` and the name of a target in this document; empty for none."""
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text, its baseline starting at (x, y). Every run carries an `Ink`."""

    x: float
    y: float
    line: Line


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, (x, y) its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    color: str


Step = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""A step of a path: move, line, Bézier curve or close, as SVG names them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled, stroked or both."""

    steps: tuple[Step, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture scaled into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A place that links lead to."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline beside the pages; `name` is that of a target."""

    name: str
    title: str
    level: Literal[0, 1]


Mark = Words | Rule | Box | Shape | Picture | Target | Bookmark
Drawing = tuple[Mark, ...]
