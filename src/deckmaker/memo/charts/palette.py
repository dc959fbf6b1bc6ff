"""Colours of a chart, out of a brand's roles, told apart by lightness as well as by hue.

The first series stands in the primary colour, the others in quieter tints, so that a chart reads
in grey and to any eye; the deck's charts are tinted by the same rule.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from itertools import cycle, islice

from deckmaker.brand import Role
from deckmaker.memo.styles import Styles

_DARKEST, _LIGHTEST = 0.0, 0.78
"""The lightest of many fills: how far it is mixed towards white."""


@dataclass(frozen=True, slots=True)
class _Tint:
    """A role's colour in HSL: saturation × `saturation`, lightness × `scale` + `lift`."""

    role: Role
    saturation: float = 1.0
    scale: float = 1.0
    lift: float = 0.0

    def of(self, styles: Styles) -> str:
        red, green, blue = _channels(styles.colors[self.role])
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        light = min(1.0, light * self.scale + self.lift)
        channels = colorsys.hls_to_rgb(hue, light, min(1.0, saturation * self.saturation))
        return "#" + "".join(f"{round(255 * channel):02X}" for channel in channels)


_FEW = (
    _Tint("primary"),
    _Tint("muted", scale=0.5, lift=0.5),
    _Tint("primary", saturation=0.35, scale=0.7, lift=0.3),
    _Tint("muted", scale=0.25, lift=0.75),
    _Tint("muted"),
    _Tint("primary", saturation=0.3, scale=0.25, lift=0.7),
)
_LINES = (
    _Tint("primary"),
    _Tint("muted", scale=0.75, lift=0.25),
    _Tint("foreground"),
    _Tint("emphasis"),
)
_PALE = 0.82


def fills(count: int, styles: Styles) -> list[str]:
    """Return `count` fills for areas that touch; more than six run from dark to light."""
    if count <= len(_FEW):
        return [tint.of(styles) for tint in _FEW[:count]]
    step = (_LIGHTEST - _DARKEST) / (count - 1)
    return [
        _Tint(
            "muted" if at % 2 else "primary",
            saturation=1.0 if at % 2 or not at else 0.4,
            scale=1 - (_DARKEST + at * step),
            lift=_DARKEST + at * step,
        ).of(styles)
        for at in range(count)
    ]


def strokes(count: int, styles: Styles) -> list[str]:
    """Return `count` colours for lines and points; they recur after the fourth."""
    return [tint.of(styles) for tint in islice(cycle(_LINES), count)]


def pale(color: str) -> str:
    """Return a pale tint of `color`, for the area below a line."""
    channels = (channel + (1 - channel) * _PALE for channel in _channels(color))
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in channels)


def text_on(ground: str, styles: Styles) -> Role:
    """Return the role, ink or paper, whose colour reads better on `ground`."""
    ink = contrast(styles.colors["foreground"], ground)
    paper = contrast(styles.colors["background"], ground)
    return "foreground" if ink >= paper else "background"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
