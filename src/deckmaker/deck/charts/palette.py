"""Colours of a chart: a brand and a number of series give tints that can be told apart.

The first series stands in the primary colour, the others in muted tints of theme colours whose
lightness differs, so that a chart reads in grey and to any eye. Every colour stays a theme
colour: a tint is a theme slot with the modifiers that PowerPoint's own picker uses.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import Literal

from deckmaker.brand import Brand, Role

Dash = Literal["solid", "sysDash", "dash", "lgDashDot", "sysDot"]
Marker = Literal["none", "circle", "square", "diamond", "triangle"]

SLOTS: dict[Role, str] = {
    "foreground": "tx1",
    "background": "bg1",
    "panel": "bg2",
    "primary": "accent1",
    "emphasis": "accent2",
    "muted": "accent3",
}
TEXT_CONTRAST = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""
GRID_CONTRAST = 1.35
"""A gridline is seen and not read."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A theme colour, modified: its HSL saturation × `saturation`, its lightness × `mod` + `off`.

    (ECMA-376 Part 1, 20.1.2.3.20 and following; all fractions.)
    """

    role: Role
    saturation: float = 1.0
    mod: float = 1.0
    off: float = 0.0

    @property
    def xml(self) -> str:
        """The colour element of DrawingML."""
        steps = "".join(
            f'<a:{name} val="{round(value * 100_000)}"/>'
            for name, value, idle in (
                ("satMod", self.saturation, 1.0),
                ("lumMod", self.mod, 1.0),
                ("lumOff", self.off, 0.0),
            )
            if value != idle
        )
        slot = SLOTS[self.role]
        return (
            f'<a:schemeClr val="{slot}">{steps}</a:schemeClr>'
            if steps
            else f'<a:schemeClr val="{slot}"/>'
        )

    def luminance(self, brand: Brand) -> float:
        """Return the relative luminance in `brand` (WCAG 2.2, "relative luminance"), 0 to 1."""
        code = brand.colors[self.role].lstrip("#")
        red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        light = min(1.0, light * self.mod + self.off)
        saturation = min(1.0, saturation * self.saturation)
        channels = colorsys.hls_to_rgb(hue, light, saturation)
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


INK = Tint("foreground")
PAPER = Tint("background")
_SLATE = Tint("muted")
_FEW = (
    Tint("primary"),
    Tint("muted", mod=0.45, off=0.55),
    Tint("primary", saturation=0.35, mod=0.75, off=0.25),
    Tint("muted", mod=0.25, off=0.75),
    Tint("muted"),
    Tint("primary", saturation=0.3, mod=0.6, off=0.4),
)
"""Fills of up to six series. In the built-in brand any two of them differ in contrast by a third
and more, and ink or paper can be read on each.
"""
_DARKEST, _LIGHTEST = 0.0, 0.78
_LINES = (
    Tint("primary"),
    Tint("muted", mod=0.75, off=0.25),
    INK,
    Tint("emphasis"),
)
_DASHES: tuple[Dash, ...] = ("solid", "sysDash", "lgDashDot", "dash", "sysDot")
_MARKERS: tuple[Marker, ...] = ("circle", "square", "diamond", "triangle")


def contrast(one: Tint, other: Tint, brand: Brand) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((one.luminance(brand), other.luminance(brand)))
    return (light + 0.05) / (dark + 0.05)


def fills(count: int) -> tuple[Tint, ...]:
    """Return `count` fills for areas that touch.

    More than six run from dark to light in even steps, two hues by turns: the order of the
    legend then is the order of lightness.
    """
    if count <= len(_FEW):
        return _FEW[:count]
    step = (_LIGHTEST - _DARKEST) / (count - 1)
    return tuple(
        Tint(
            "muted" if at % 2 else "primary",
            saturation=1.0 if at % 2 or not at else 0.4,
            mod=1 - (_DARKEST + at * step),
            off=_DARKEST + at * step,
        )
        for at in range(count)
    )


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn. Weight in points."""

    tint: Tint
    weight: float
    dash: Dash
    marker: Marker


NO_STROKE = Stroke(INK, 0.0, "solid", "none")


def strokes(count: int) -> tuple[Stroke, ...]:
    """Return `count` lines: the first the strongest, further ones told apart by dash and marker."""
    plain = len(_LINES)
    return tuple(
        Stroke(
            _LINES[at % plain],
            2.75 if at == 0 else 2.0,
            "solid" if at < plain - 2 else _DASHES[(at // plain + at) % len(_DASHES)],
            "none" if at < plain else _MARKERS[(at // plain + at) % len(_MARKERS)],
        )
        for at in range(count)
    )


def marks(count: int) -> tuple[Stroke, ...]:
    """Return `count` markers without a line, each series with a shape or a colour of its own."""
    return tuple(
        Stroke(_LINES[at % len(_LINES)], 0.0, "solid", _MARKERS[(at + at // 4) % len(_MARKERS)])
        for at in range(count)
    )


def text_on(ground: Tint, brand: Brand) -> Tint:
    """Return ink or paper, whichever reads better on `ground`."""
    return max((INK, PAPER), key=lambda tint: contrast(tint, ground, brand))


def readable(tint: Tint, brand: Brand) -> Tint:
    """Return `tint` where text in it can be read on the slide's background, else ink."""
    return tint if contrast(tint, PAPER, brand) >= TEXT_CONTRAST else INK


def quiet(brand: Brand) -> Tint:
    """Return the colour of the axis' text: muted where it can be read, else ink."""
    return readable(_SLATE, brand)


def grid(brand: Brand) -> Tint:
    """Return the colour of gridlines: the candidate that stands out just enough."""
    candidates = (
        Tint("panel", saturation=0.5, mod=0.85),
        Tint("background", mod=0.85),
        Tint("foreground", saturation=0.3, mod=0.2, off=0.8),
        Tint("foreground", saturation=0.3, mod=0.8),
    )
    return min(candidates, key=lambda tint: abs(contrast(tint, PAPER, brand) - GRID_CONTRAST))
