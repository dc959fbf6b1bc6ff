"""Numbers as authors write them: `7,000`, `3.2`, `−4`, `12 %`, and the head of a stat."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?P<sign>[-+−–])?(?P<currency>[$€£¥])?\s?"
    r"(?P<digits>\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|\d+)(?P<fraction>\.\d+)?"
    r"\s?(?P<percent>%)?$"
)
_EASTERN = "百千万萬亿億兆만억조"
_UNSPACED = "\u0e01-\u0e4e\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Letters that may follow a figure without a space: Thai, Japanese, Chinese, Korean."""
_NOTHING = frozenset({"", "-", "–", "—", "…", "..", "n/a", "na"})
_RATIO = re.compile(r"(\d+ (?:in|of|out of) \d+)(?=\s|$)")
_HEAD = re.compile(
    r"(?P<numeral>(?:[~≈<>≤≥±+−–-]\s?)?(?:[A-Z]{0,3}[$€£¥₺₴₽₪₹฿₩]\s?|[%‰]\s?)?"
    r"(?:\d{1,3}(?:[ \u202f]\d{3})+(?!\d)|\d)[\d.,:/–٫٬-]*"
    rf"(?:[{_EASTERN}]+|\s?(?:%|٪|‰|°[CF]?))?[a-z]{{0,2}})(?=\s|$|[{_UNSPACED}])\s*(?P<unit>.*)$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a table or chart."""

    value: float
    decimals: int
    percent: bool
    plottable: bool = True
    """Whether a chart can show it: see `MOST_DIGITS`."""


MOST_DIGITS = 15
"""Of a longer figure the last digits would be invented: so many does a computer's number hold
(IEEE 754, double), and so many a workbook's cell. No power of ten beyond it is shown, either."""


def parse_number(text: str) -> Number | None:
    """Return the number that `text` is as a whole, None where it is none.

    A comma parts thousands, a point decimals; a comma in any other place makes no number.
    """
    match = _NUMBER.match(text.strip())
    if not match:
        return None
    digits = re.sub(r"[,\u202f\u00a0 ]", "", match["digits"]) + (match["fraction"] or "")
    value = float(digits) * (-1 if match["sign"] in {"-", "−", "–"} else 1)
    decimals = len(match["fraction"] or ".") - 1
    return Number(value, decimals, bool(match["percent"]), _plottable(digits))


def _plottable(digits: str) -> bool:
    """Whether `digits` have at most `MOST_DIGITS` that count, and no power of ten beyond it."""
    whole, _, fraction = digits.partition(".")
    whole, length = whole.lstrip("0"), len(fraction)
    counting = whole + fraction if whole else fraction.lstrip("0")
    if not fraction:
        counting = counting.rstrip("0")
    power = len(whole) - 1 if whole else -1 - (length - len(counting))
    return len(counting) <= MOST_DIGITS and (not counting or abs(power) <= MOST_DIGITS)


def is_gap(text: str) -> bool:
    """Whether `text` stands for a figure that is not known."""
    return text.strip().casefold() in _NOTHING


@dataclass(frozen=True, slots=True)
class Figure:
    """The head of a stat: `270 drones` is the numeral 270 and the unit drones."""

    numeral: str
    unit: str


def parse_figure(text: str) -> Figure | None:
    """Return the numeral that `text` begins with and the unit behind it."""
    text = " ".join(text.split())
    ratio = _RATIO.match(text)
    if ratio:
        return Figure(ratio[1], text[ratio.end() :].strip())
    match = _HEAD.match(text)
    return Figure(match["numeral"], match["unit"]) if match else None
