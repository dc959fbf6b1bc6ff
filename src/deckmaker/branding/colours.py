"""Arithmetic of colours: hex notation, mixing, and contrast as WCAG 2 defines it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEX = re.compile(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")

TEXT_CONTRAST = 4.5
"""The least contrast of text on its ground (WCAG 2.2, 1.4.3)."""
LARGE_CONTRAST = 3.0
"""The least contrast of large text (from 18 points, bold from 14) and of marks in charts
(WCAG 2.2, 1.4.3 and 1.4.11)."""


def parsed(text: str) -> str | None:
    """Return `#1B3` or `#11bb33` as `#11BB33`, None for anything else."""
    match = _HEX.fullmatch(text)
    if match is None:
        return None
    digits = match[1].upper()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def legible(colour: str, grounds: Sequence[str], ratio: float) -> bool:
    """Tell whether `colour` has a contrast of `ratio` or more on each of `grounds`."""
    return all(contrast(colour, ground) >= ratio for ground in grounds)


def legible_shade(colour: str, grounds: Sequence[str], ratio: float) -> str | None:
    """Return the shade of `colour`, darker or lighter, nearest to it that is legible."""
    for percent in range(101):
        for end in ("#000000", "#FFFFFF"):
            shade = mixed(colour, end, percent / 100)
            if legible(shade, grounds, ratio):
                return shade
    return None


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return the relative luminance of `colour` (WCAG 2.2)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
