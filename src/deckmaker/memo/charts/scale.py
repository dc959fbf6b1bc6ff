"""Values become positions: the ends and steps of an axis, and how figures are printed."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from deckmaker.document import Chart

_MINUS, _NO_BREAK_SPACE = "\u2212", "\u00a0"
_TIGHT_UNIT = 5
"""A unit of so many characters is printed with every figure, a longer one once, above."""
_LARGEST, _MOST_DECIMALS = 1e13, 8
"""Beyond these a figure is printed as a power of ten."""
_STEPS = 5
_TINY = 1e-280
"""Figures so small are drawn as nothing."""
_EVEN = 1e-9
"""Values that differ by less than this share of themselves stand on one level."""
_NEAR = 5 / 6
"""An axis that may leave zero out does so where the least value is more than this share of the
greatest: else small differences would look large."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis: its ends and its steps."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int
    """How many decimals the ticks need."""

    def share(self, value: float) -> float:
        """Return where `value` lies between low (0) and high (1)."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Figures:
    """How the figures of one chart are printed."""

    before: str
    after: str
    decimals: int

    def text(self, value: float, *, decimals: int | None = None) -> str:
        """Return `value` with its unit, by default with as many decimals as the data have."""
        places = self.decimals if decimals is None else decimals
        plain = abs(value) < _LARGEST and places <= _MOST_DECIMALS
        number = f"{abs(value):,.{places}f}" if plain else f"{abs(value):.1E}"
        return f"{_MINUS if value < 0 else ''}{self.before}{number}{self.after}"


def figures_of(chart: Chart) -> Figures:
    """Return how the figures of `chart` are printed: a short unit stands with each of them."""
    unit = chart.unit.strip()
    if not unit or not is_tight(unit):
        return Figures("", "", chart.decimals)
    if unicodedata.category(unit[0]) == "Sc":
        rest = unit[1:].strip()
        return Figures(unit[0], _NO_BREAK_SPACE + rest if rest else "", chart.decimals)
    return Figures("", _NO_BREAK_SPACE + unit, chart.decimals)


def is_tight(unit: str) -> bool:
    """Tell whether `unit` is short enough to stand with every figure."""
    return len(unit) <= _TIGHT_UNIT


def known(values: Iterable[float | None]) -> list[float]:
    """Return the values that are given and finite."""
    return [value for value in values if value is not None and math.isfinite(value)]


def scale_of(values: Iterable[float | None], *, from_zero: bool = True) -> Scale:
    """Return an axis that holds `values`, its ends at round steps."""
    given = known(values) or [0.0, 1.0]
    low, high = min(given), max(given)
    if from_zero or (low >= 0 and low <= high * _NEAR) or (high <= 0 and high >= low * _NEAR):
        low, high = min(low, 0.0), max(high, 0.0)
    reach = max(abs(low), abs(high))
    if reach < _TINY:
        low, high = 0.0, 1.0
    elif high - low < _EVEN * reach:
        low, high = low - reach, high + reach
    step = _step(high / _STEPS - low / _STEPS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(index * step for index in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, max(0, -math.floor(math.log10(step) + 1e-9)))


def _step(rough: float) -> float:
    """Return the least of 1, 2 and 5 times a power of ten that is not below `rough`."""
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
