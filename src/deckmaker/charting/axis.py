"""Axes of values: figures become ends at round steps, the nearest that hold them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LEAST_STEPS, STEPS, MOST_STEPS = 3, 4, 6
"""How many steps an axis has: at least, by preference, at most."""
NEAR = 5 / 6
"""An axis that may leave zero out does so where the smaller end is more than this share of the
larger (the rule of Excel, which LibreOffice follows)."""
AIR = 0.05
"""How far points keep off the ends of a scatter chart's axes, as a share of what they span."""
_TINY = 1e-280
"""Figures so small are drawn as nothing."""
_EVEN = 1e-9
"""Figures that differ by less than this share of themselves stand on one level."""
_SLACK = 1e-9
"""What rounding may add to a whole number of steps."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of values: its ends, and the step between its figures."""

    low: float
    high: float
    step: float

    @property
    def decimals(self) -> int:
        """How many decimals the figures along the axis need."""
        return max(0, -math.floor(math.log10(self.step) + _SLACK))

    @property
    def ticks(self) -> tuple[float, ...]:
        """Where the steps lie, both ends included."""
        first, last = round(self.low / self.step), round(self.high / self.step)
        return tuple(index * self.step for index in range(first, last + 1))

    def share(self, value: float) -> float:
        """Return where `value` lies between low (0) and high (1)."""
        return (value - self.low) / (self.high - self.low)


def scale(values: Iterable[float], *, from_zero: bool = True) -> Scale:
    """Return the axis for `values`; it begins at zero unless all lie close together.

    With `from_zero` it always does, as it must where lengths are compared.
    """
    low, high = _ends(values)
    if high - low < _EVEN * max(abs(low), abs(high)):
        from_zero = True
    if low >= 0 and (from_zero or low <= high * NEAR):
        low = 0.0
    if high <= 0 and (from_zero or high >= low * NEAR):
        high = 0.0
    return _rounded(low, high)


def aired_scale(values: Iterable[float]) -> Scale:
    """Return the axis of a scatter chart: no need of zero, and air around the outermost points.

    Only zero itself may be an end that points touch.
    """
    low, high = _ends(values)
    span = high - low
    if span < _EVEN * max(abs(low), abs(high)):
        span = max(abs(low), abs(high))
    air = AIR * span
    below = low - air if low < 0 else max(0.0, low - air)
    above = high + air if high > 0 else min(0.0, high + air)
    return _rounded(below, above)


def _ends(values: Iterable[float]) -> tuple[float, float]:
    known = tuple(values) or (0.0, 1.0)
    low, high = min(known), max(known)
    return (low, high) if max(abs(low), abs(high)) >= _TINY else (0.0, 1.0)


def _rounded(low: float, high: float) -> Scale:
    """Return the shortest axis around both ends; of equals the one with the best steps."""
    found = [_around(low, high, step) for step in _steps(high - low)]
    counts = [round((one.high - one.low) / one.step) for one in found]
    fit = [
        (one, count)
        for one, count in zip(found, counts, strict=True)
        if LEAST_STEPS <= count <= MOST_STEPS
    ] or list(zip(found, counts, strict=True))[-1:]
    best, _ = min(fit, key=lambda pair: (round(_length(pair[0], high - low), 6), _odd(pair[1])))
    return best


def _length(axis: Scale, span: float) -> float:
    return (axis.high - axis.low) / span


def _odd(count: int) -> int:
    return abs(count - STEPS)


def _around(low: float, high: float, step: float) -> Scale:
    first = math.floor(low / step + _SLACK)
    last = math.ceil(high / step - _SLACK)
    return Scale(first * step, last * step, step)


def _steps(span: float) -> Iterator[float]:
    """Yield round steps for `span`, ascending: 1, 2, 5 times a power of ten; 25, 250 and so on."""
    magnitude = math.floor(math.log10(span / MOST_STEPS))
    for power in (magnitude, magnitude + 1):
        for factor in (1, 2, 2.5, 5):
            if factor != 2.5 or power > 0:
                yield factor * 10.0**power
