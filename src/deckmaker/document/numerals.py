"""How the figures of a chart are printed in a language: unit, decimals and separators.

Separators, and the places of the per cent sign and of currencies, are the language's (CLDR, through
Babel). Any finite figure can be printed, of whatever size: beyond what a reader takes in at a
glance it becomes a power of ten.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from deckmaker.document.typography import MINUS, NO_BREAK
from deckmaker.locales import cldr

TIGHT = 5
"""A unit of so many characters is printed with every figure, a longer one once."""
LARGEST, MOST_DECIMALS = 1e13, 8
"""Beyond these a figure is printed as a power of ten."""
UNKNOWN = "–"
"""What stands for a figure that is not known."""
_CLOSE = frozenset("°′″")
"""Units that no space parts from their figure."""
_DIGITS = re.compile(r"[#0,.]+")
_ROUNDS_UP = 0.005
"""The least share that whole per cents do not lose."""
_APOSTROPHE = ("'", "’")
"""As some versions of CLDR type it in Switzerland, and as it is printed."""
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Numerals:
    """A way to print figures."""

    before: str
    after: str
    """What stands around each, spaces included: a currency, a unit."""
    decimals: int
    point: str = "."
    group: str = ","
    powers: bool = False
    """As `1.2 × 10¹⁵`."""
    higher: int = 3
    """How many digits stand in a group above the thousands: two in Hindi, `12,34,567`."""

    def text(self, value: float, *, decimals: int | None = None) -> str:
        """Return a finite `value` with its unit, by default with the decimals of the data."""
        sign = MINUS if value < 0 else ""
        return f"{sign}{self.before}{self._number(abs(value), decimals)}{self.after}"

    @property
    def bears_unit(self) -> bool:
        """Whether the unit stands with each of them."""
        return bool(self.before or self.after)

    @property
    def bare(self) -> Numerals:
        """The same figures without their unit."""
        return replace(self, before="", after="")

    def _number(self, value: float, decimals: int | None) -> str:
        places = self.decimals if decimals is None else decimals
        if self.powers or places > MOST_DECIMALS:
            if not value:
                return "0"
            mantissa, _, exponent = f"{value:.1E}".partition("E")
            return (
                f"{mantissa.replace('.', self.point)} × 10{str(int(exponent)).translate(_RAISED)}"
            )
        whole, _, fraction = f"{value:.{places}f}".partition(".")
        whole = self.group.join(_groups(whole, self.higher))
        return f"{whole}{self.point}{fraction}" if fraction else whole


def _groups(whole: str, higher: int) -> list[str]:
    """Return the digits of a whole number in groups: of three, then of `higher`."""
    head, groups = whole[:-3], [whole[-3:]]
    while head:
        head, groups = head[:-higher], [head[-higher:], *groups]
    return groups


def is_tight(unit: str) -> bool:
    """Tell whether `unit` is short enough to stand with every figure."""
    return 0 < len(unit) <= TIGHT


def is_sign(unit: str) -> bool:
    """Tell whether `unit` is a mere sign, such as % or €."""
    return len(unit) == 1 and not unit.isalpha()


def numerals(
    unit: str, decimals: int, language: str, values: Iterable[float | None] = ()
) -> Numerals:
    """Return how `values` are printed; a unit that is not tight is left out."""
    locale = cldr(language)
    unit = unit.strip()
    largest = max((abs(one) for one in values if one is not None), default=0.0)
    before, after = _around(unit, locale) if is_tight(unit) else ("", "")
    return Numerals(
        before,
        after,
        decimals,
        get_decimal_symbol(locale),
        get_group_symbol(locale).replace(*_APOSTROPHE),
        largest >= LARGEST or decimals > MOST_DECIMALS,
        locale.decimal_formats[None].grouping[1],
    )


def printings(full: Numerals, unit: str) -> tuple[Numerals, ...]:
    """Return the ways to print figures within a drawing, the fullest first.

    A unit may be said once above them all; a mere sign would be no heading.
    """
    return (full,) if is_sign(unit) or not full.bears_unit else (full, full.bare)


def share_numerals(weights: Iterable[float | None], language: str) -> Numerals:
    """Return how shares of a whole are printed, in per cent: no share becomes nothing."""
    known = [abs(weight) for weight in weights if weight]
    largest = max(known, default=1.0)
    least = min(known, default=1.0) / largest / sum(one / largest for one in known or [1.0])
    return numerals("%", 0 if least >= _ROUNDS_UP else 1, language)


def _around(unit: str, locale: Locale) -> tuple[str, str]:
    """Return what stands before and after a figure in `unit`."""
    if unit in {"%", "‰"}:
        pattern = locale.percent_formats[None].pattern.replace("%", unit)
        before, after = _DIGITS.split(pattern, maxsplit=1)
        return before, after
    if unit in _CLOSE:
        return "", unit
    if unicodedata.category(unit[0]) == "Sc":
        pattern = locale.currency_formats["standard"].pattern.partition(";")[0]
        before, _ = _DIGITS.split(pattern, maxsplit=1)
        if "¤" in before:
            rest = unit[1:].strip()
            sign = before.strip("\u200e\u200f").replace("¤", unit[0])
            return sign, NO_BREAK + rest if rest else ""
    return "", NO_BREAK + unit
