"""How the figures of a chart are printed: a unit and a number of decimals give a number format.

A number format is the code that Office shows a number by (ECMA-376 Part 1, 18.8.31). Office puts
in the separators of the reader's own locale; `text` spells them the English way, for measuring.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
TIGHT = 5
"""A unit of so many characters is printed with every figure, a longer one once, as a heading."""
PREFIXING = ("en", "ja", "zh", "ko", "th", "hi", "he")
"""Languages that set a currency sign before its figure."""
MOST_DECIMALS = 8
LARGEST = 1e13
"""Beyond these a figure is printed as a power of ten."""
_LEAST = 1e-300
_STEPS = 5
_AIR = 0.2
"""How far at least the first point of a scatter chart stands off its axis, in steps."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A way to print figures."""

    before: str
    after: str
    decimals: int
    powers: bool = False
    """As `1.2E+15`."""

    @property
    def code(self) -> str:
        """The number format, with a true minus sign for negative figures."""
        number = "0.0E+00" if self.powers else "#,##0" + self._decimals()
        shown = _quoted(self.before) + number + _quoted(self.after)
        return f"{shown};{_quoted(MINUS)}{shown}"

    def text(self, value: float) -> str:
        """Return `value` about as it is shown."""
        number = f"{abs(value):.1E}" if self.powers else f"{abs(value):,.{self.decimals}f}"
        return f"{MINUS if value < 0 else ''}{self.before}{number}{self.after}"

    @property
    def bears_unit(self) -> bool:
        """Whether the unit stands with each of them."""
        return bool(self.before or self.after)

    @property
    def bare(self) -> Figures:
        """The same figures without their unit."""
        return Figures("", "", self.decimals, self.powers)

    def _decimals(self) -> str:
        return "." + "0" * self.decimals if self.decimals else ""


BARE = Figures("", "", 0)


def is_tight(unit: str) -> bool:
    """Tell whether `unit` is short enough to stand with every figure."""
    return 0 < len(unit) <= TIGHT


def is_sign(unit: str) -> bool:
    """Tell whether `unit` is a mere sign, such as % or €."""
    return len(unit) == 1 and not unit.isalpha()


def figures(unit: str, decimals: int, lang: str, values: Iterable[float]) -> Figures:
    """Return how `values` are printed; a unit that is not tight is left out."""
    unit = unit.replace('"', "″")
    largest = max((abs(value) for value in values), default=0.0)
    powers = largest >= LARGEST or decimals > MOST_DECIMALS
    if not is_tight(unit):
        return Figures("", "", decimals, powers)
    if unicodedata.category(unit[0]) == "Sc" and lang.partition("-")[0].lower() in PREFIXING:
        rest = unit[1:].strip()
        return Figures(unit[0], NO_BREAK_SPACE + rest if rest else "", decimals, powers)
    return Figures("", unit if unit in "°′″" else NO_BREAK_SPACE + unit, decimals, powers)


@dataclass(frozen=True, slots=True)
class Scale:
    """About what the application makes of a value axis: its ends, and the step of its figures."""

    low: float
    high: float
    step: float

    @property
    def decimals(self) -> int:
        """How many decimals the figures along the axis need."""
        return max(0, -math.floor(math.log10(self.step)))


def scale(values: Iterable[float], *, from_zero: bool) -> Scale:
    """Return the scale of an axis for `values`, in about five steps.

    It begins at zero unless all values lie close together: the smaller end is more than five
    sixths of the larger (the rule of Excel, which LibreOffice follows).
    """
    known = tuple(values) or (0.0, 1.0)
    low, high = min(known), max(known)
    if low >= 0 and (from_zero or low <= high * 5 / 6):
        low = 0.0
    if high <= 0 and (from_zero or high >= low * 5 / 6):
        high = 0.0
    if low == high:
        high = low + (abs(low) or 1.0)
    step = _step(high / _STEPS - low / _STEPS)
    return Scale(math.floor(low / step) * step, math.ceil(high / step) * step, step)


def tight_scale(values: Iterable[float]) -> Scale:
    """Return the scale of an axis that has no need of zero, as in a scatter chart."""
    known = tuple(values) or (0.0, 1.0)
    around = scale(known, from_zero=False)
    step = _step((max(known) / _STEPS - min(known) / _STEPS) or around.step)
    low = math.floor(min(known) / step - _AIR) * step
    return Scale(low, math.ceil(max(known) / step) * step, step) if low > 0 else around


def axis_figures(scale: Scale, unit: str, lang: str) -> Figures:
    """Return how the figures along an axis are printed; only a sign stands with each of them."""
    ends = (scale.low, scale.high)
    return figures(unit if is_sign(unit) else "", scale.decimals, lang, ends)


def _step(rough: float) -> float:
    """Return the least of 1, 2 and 5 times a power of ten that is not below `rough`."""
    power: float = 10.0 ** math.floor(math.log10(max(rough, _LEAST)))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)


def _quoted(literal: str) -> str:
    """Return `literal` as a number format shows it; a format has no quotation mark to show."""
    return f'"{literal}"' if literal else ""
