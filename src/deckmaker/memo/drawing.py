"""The marks a page is made of: a closed vocabulary of placed text, lines, shapes and pictures.

Everything is in points, x rightwards and y *downwards* from the origin of what the marks stand in
(a slab, a figure, a page). Composing makes marks, the canvas draws them; neither knows the other.

Text and figures name the element of the memo's structure that they are of; what names none is
decoration, which no screen reader tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from deckmaker.memo.structure import Element
from deckmaker.typesetting import Line, Run


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
    element: Element | None = None
    """What the run is within its line, such as a link; None where it is nothing of its own."""
    hint: str = ""
    """Where a link leads, in words."""


def ink_of(run: Run) -> Ink:
    """Return how `run` is shown."""
    if not isinstance(run.payload, Ink):
        raise TypeError(f"a run without ink: {run.text!r}")
    return run.payload


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text, its baseline starting at (x, y). Every run carries an `Ink`."""

    x: float
    y: float
    line: Line
    element: Element | None = None
    """What it is a line of; None for what is decoration or said elsewhere."""
    spaced: bool = False
    """Whether a space parts it from the next line of its element."""


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
    dash: tuple[float, ...] = ()
    """The lengths of dashes and gaps by turns, points; a stroke without any is unbroken."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture scaled into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)
    element: Element | None = None
    """The figure that it is, with its text alternative."""


@dataclass(frozen=True, slots=True)
class Start:
    """The place of an element among others, before anything of it is seen, if anything ever is."""

    element: Element


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


@dataclass(frozen=True, slots=True)
class Figure:
    """Marks that are told as one: a drawing, or what of it stands on one slab."""

    x: float
    y: float
    width: float
    height: float
    marks: Drawing
    element: Element
    """With its text alternative."""


Mark = Words | Rule | Box | Shape | Picture | Figure | Start | Target | Bookmark
Drawing = tuple[Mark, ...]


def silent(drawing: Drawing) -> Drawing:
    """Return `drawing` as decoration: what is told already and stands here once more."""
    return tuple(_silent(mark) for mark in drawing)


def _silent(mark: Mark) -> Mark:
    if isinstance(mark, Words | Picture) and mark.element is not None:
        return replace(mark, element=None)
    return mark
