"""How the lines and points of a chart are drawn: told apart by colour, then by dash and form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckmaker.brand import Brand
from deckmaker.charting.palette import INK, PAPER, SLATE, Tint, contrast, line_tints, readable

Dash = Literal["solid", "sysDash", "dash", "lgDashDot", "sysDot"]
Marker = Literal["none", "circle", "square", "diamond", "triangle", "x", "plus", "star", "dash"]

GRID_CONTRAST = 1.35
"""A gridline is seen and not read."""
FIRST, OTHERS = 2.75, 2.0
"""The weights of the first line and of the others, points."""
_DASHES: tuple[Dash, ...] = ("solid", "sysDash", "lgDashDot", "dash", "sysDot")
_MARKERS: tuple[Marker, ...] = (
    "circle",
    "square",
    "diamond",
    "triangle",
    "x",
    "plus",
    "star",
    "dash",
)
"""No outlines of them: LibreOffice draws none."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn. Weight in points."""

    tint: Tint
    weight: float
    dash: Dash = "solid"
    marker: Marker = "none"


NO_STROKE = Stroke(INK, 0.0)


def strokes(count: int, brand: Brand, *, keyed: bool = False) -> tuple[Stroke, ...]:
    """Return `count` lines: the first the strongest, dashed where the colours recur.

    Where they are `keyed` by a legend, each has a dash of its own, or markers: to find a line by
    its swatch one need not see colours.
    """
    tints = line_tints(count, brand)
    turn = 1 if keyed else len(set(tints))
    return tuple(
        Stroke(
            tint,
            FIRST if at == 0 else OTHERS,
            _DASHES[at // turn % len(_DASHES)],
            _marker(at // len(_DASHES)) if keyed else "none",
        )
        for at, tint in enumerate(tints)
    )


def _marker(turn: int) -> Marker:
    """Return the marker of lines whose dashes recur for the `turn`th time; the first have none."""
    return _MARKERS[(turn - 1) % len(_MARKERS)] if turn else "none"


def marks(count: int, brand: Brand) -> tuple[Stroke, ...]:
    """Return `count` markers without a line, each series with a form of its own.

    Of more than there are forms, those of one form have different colours.
    """
    return tuple(
        Stroke(tint, 0.0, marker=_MARKERS[at % len(_MARKERS)])
        for at, tint in enumerate(line_tints(count, brand))
    )


def quiet(brand: Brand) -> Tint:
    """Return the colour of the axis' text: muted where it can be read, else ink."""
    return readable(SLATE, brand)


def grid(brand: Brand) -> Tint:
    """Return the colour of gridlines: the candidate that stands out just enough."""
    candidates = (
        Tint("panel", saturation=0.5, mod=0.85),
        Tint("background", mod=0.85),
        Tint("foreground", saturation=0.3, mod=0.2, off=0.8),
        Tint("foreground", saturation=0.3, mod=0.8),
    )
    return min(candidates, key=lambda tint: abs(contrast(tint, PAPER, brand) - GRID_CONTRAST))
