"""Colours of a chart: a brand and a number of series give tints that can be told apart.

Up to three series stand in a family of the primary and the muted colour; from four on each has a
hue of its own out of the whole theme. Lightness differs always, so that a chart reads in grey and
to any eye. Every colour is a slot of the theme with the modifiers that PowerPoint's own picker
uses; how much it is modified is worked out from the brand.
"""

from __future__ import annotations

import colorsys
import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, Protocol

from deckmaker.brand import Role

Slot = Role | Literal["info", "success", "warning"]
_ACCENTS: dict[Slot, int] = {"info": 3, "success": 4, "warning": 5}
"""Where a brand's accents hold what is no role."""

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
"""The least contrast of text with its ground, and of a mark (WCAG 2.2, 1.4.3 and 1.4.11)."""
_FAMILY: tuple[tuple[Slot, float, float], ...] = (
    ("primary", 9.2, 1.0),
    ("muted", 3.1, 1.0),
    ("primary", 5.3, 0.4),
)
_HUES: tuple[tuple[Slot, float, float], ...] = (
    ("primary", 9.2, 1.0),
    ("muted", 1.8, 1.0),
    ("warning", 3.6, 1.0),
    ("info", 5.8, 1.0),
    ("success", 2.6, 1.0),
    ("foreground", 14.5, 1.0),
)
"""Fills, each with the contrast to the page that it is to have and its saturation."""
_APART = 1.38
"""The least contrast of two fills."""
_DARKEST, _LIGHTEST = 13.0, 1.6
"""The contrasts with the page between which many fills run."""
_LINES: tuple[Slot, ...] = ("primary", "muted", "warning", "info", "foreground", "success")
_SOFT = 3.7
"""The contrast of the muted line, which is not to compete with the first."""
_NATIVE = 1.05
"""A slot that is so near to the contrast wanted is left as it is."""
_NEAR = 1.02
"""Whole per cents miss the contrast that is wanted by so much."""
_STEPS = 100
"""Modifiers are whole per cents."""
_FLARE = 0.05
"""What WCAG adds to every luminance."""
_MIDDLE = 0.23
"""The luminance, flare included, from which black contrasts more than white."""


class Palette(Protocol):
    """Whatever knows the colours of a brand."""

    @property
    def colors(self) -> dict[Role, str]: ...  # noqa: D102
    @property
    def accents(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Tint:
    """A theme colour, modified: its HSL saturation × `saturation`, its lightness × `mod` + `off`.

    (ECMA-376 Part 1, 20.1.2.3.20 and following; all fractions.)
    """

    slot: Slot
    saturation: float = 1.0
    mod: float = 1.0
    off: float = 0.0

    def channels(self, brand: Palette) -> tuple[float, float, float]:
        """Return red, green and blue in `brand`, 0 to 1."""
        hue, light, saturation = colorsys.rgb_to_hls(*_channels(_code(self.slot, brand)))
        light = min(1.0, light * self.mod + self.off)
        return colorsys.hls_to_rgb(hue, light, min(1.0, saturation * self.saturation))

    def code(self, brand: Palette) -> str:
        """Return the colour in `brand`, such as `#16202A`."""
        return "#" + "".join(f"{round(255 * one):02X}" for one in self.channels(brand))

    def luminance(self, brand: Palette) -> float:
        """Return the relative luminance in `brand` (WCAG 2.2, "relative luminance"), 0 to 1."""
        return _luminance(self.channels(brand))


INK, PAPER, SLATE = Tint("foreground"), Tint("background"), Tint("muted")


def contrast(one: Tint, other: Tint, brand: Palette) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((one.luminance(brand), other.luminance(brand)))
    return (light + _FLARE) / (dark + _FLARE)


def fills(count: int, brand: Palette) -> tuple[Tint, ...]:
    """Return `count` fills for areas that touch or stand side by side.

    More than there are hues run from dark to light in even steps, two hues by turns: the order of
    the legend then is the order of lightness.
    """
    if count <= len(_HUES):
        return _assigned(_FAMILY if count <= len(_FAMILY) else _HUES, brand)[:count]
    return tuple(
        _toned("muted" if at % 2 else "primary", wanted, brand, 1.0 if at % 2 else 0.5)
        for at, wanted in enumerate(_descent(count, brand))
    )


def _descent(count: int, brand: Palette) -> list[float]:
    """Return contrasts with the page in even steps, but for those that nothing can be read on."""
    light, dark = _unreadable(brand)
    upper = math.log(_DARKEST / dark)
    whole = upper + max(0.0, math.log(light / _LIGHTEST))
    ways = (whole * at / (count - 1) for at in range(count))
    return [
        _DARKEST * math.exp(-way) if way <= upper else light * math.exp(upper - way) for way in ways
    ]


def _unreadable(brand: Palette) -> tuple[float, float]:
    """Return between which contrasts with the page neither ink nor paper can be read on a fill."""
    light = contrast(INK, PAPER, brand) / (TEXT_CONTRAST * _NEAR)
    dark = TEXT_CONTRAST * _NEAR
    return (light, dark) if light < dark else (dark, dark)


def _readable_on(wanted: float, brand: Palette) -> float:
    """Return the contrast with the page nearest to `wanted` whose fill can be written on."""
    light, dark = _unreadable(brand)
    if not light < wanted < dark:
        return wanted
    return light if wanted / light < dark / wanted else dark


def line_tints(count: int, brand: Palette) -> tuple[Tint, ...]:
    """Return `count` colours for lines and points; they recur when all have been used."""
    found = []
    for slot in _LINES:
        native = contrast(Tint(slot), PAPER, brand)
        wanted = _SOFT if slot == "muted" else max(native, MARK_CONTRAST)
        found.append(_toned(slot, wanted, brand))
    return tuple(found[at % len(found)] for at in range(count))


def needs_outline(tint: Tint, brand: Palette) -> bool:
    """Tell whether an area in `tint` does not stand out from the page by itself."""
    return contrast(tint, PAPER, brand) < MARK_CONTRAST


def text_on(ground: Tint, brand: Palette) -> Tint:
    """Return ink or paper, whichever reads better on `ground`."""
    return max((INK, PAPER), key=lambda tint: contrast(tint, ground, brand))


def readable(tint: Tint, brand: Palette) -> Tint:
    """Return `tint` where text in it can be read on the page, else ink."""
    return tint if contrast(tint, PAPER, brand) >= TEXT_CONTRAST else INK


def _assigned(wishes: Sequence[tuple[Slot, float, float]], brand: Palette) -> tuple[Tint, ...]:
    """Return a tint for each wish; the first keeps its own contrast, the others make room for it.

    The contrasts wished for are a ladder. The first stands on the rung that is nearest to what it
    is; whoever wished for that one takes the rung left free. Where the first stands too near to
    another then, all others are spread anew.
    """
    first, *others = wishes
    native = contrast(Tint(first[0]), PAPER, brand)
    rungs = [contrast for _, contrast, _ in wishes]
    taken = min(rungs, key=lambda rung: abs(math.log(rung / native)))
    wanted = [first[1] if rung == taken else rung for rung in rungs[1:]]
    if _narrowest([native, *wanted]) < _APART:
        free = _spread(native, min(rungs), max(rungs), len(wanted))
        wanted = [free[sorted(wanted).index(rung)] for rung in wanted]
    legible = [_readable_on(rung, brand) for rung in wanted]
    if _narrowest([native, *legible]) >= min(_APART, _narrowest([native, *wanted])):
        wanted = legible
    return (
        Tint(first[0]),
        *(
            _toned(slot, rung, brand, saturation)
            for (slot, _, saturation), rung in zip(others, wanted, strict=True)
        ),
    )


def _spread(native: float, low: float, high: float, count: int) -> list[float]:
    """Return `count` contrasts between two, ascending, as far from `native` and apart as can be."""

    def shared(end: float, steps: int) -> list[float]:
        return [native * (end / native) ** (step / steps) for step in range(1, steps + 1)]

    ways = [shared(low, below) + shared(high, count - below) for below in range(count + 1)]
    return sorted(max(ways, key=lambda way: _narrowest([native, *way])))


def _narrowest(contrasts: Sequence[float]) -> float:
    """Return the least contrast of any two that have these contrasts with the page."""
    return min((above / below for below, above in pairwise(sorted(contrasts))), default=math.inf)


def _toned(slot: Slot, wanted: float, brand: Palette, saturation: float = 1.0) -> Tint:
    """Return the shade or tint of a slot whose contrast with the page is nearest to `wanted`."""
    native = Tint(slot, saturation)
    has = contrast(native, PAPER, brand)
    if max(has / wanted, wanted / has) <= _NATIVE:
        return native
    page = PAPER.luminance(brand) + _FLARE
    target = (page / wanted if page > _MIDDLE else page * wanted) - _FLARE
    at = bisect_left(range(2 * _STEPS), target, key=lambda at: _rung(native, at).luminance(brand))
    return _rung(native, at)


def _rung(native: Tint, at: int) -> Tint:
    """Return a tint of `native` on a ladder that runs from black (0) over itself to white."""
    if at <= _STEPS:
        return replace(native, mod=at / _STEPS)
    return replace(native, mod=(2 * _STEPS - at) / _STEPS, off=(at - _STEPS) / _STEPS)


def _code(slot: Slot, brand: Palette) -> str:
    if slot in _ACCENTS:
        return brand.accents[_ACCENTS[slot]]
    return brand.colors[slot]  # type: ignore[index]


def _channels(code: str) -> tuple[float, float, float]:
    code = code.lstrip("#")
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(channels: Sequence[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
