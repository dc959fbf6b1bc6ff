"""Categories that run on evenly: years, months; and which of them are named where not all can be.

Every so manieth is named, beginning with the first, in steps that a reader counts in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise
from typing import Literal

YEARS = range(1000, 3000)
FIRST_YEAR_IN_DAYS = 1901
"""A workbook's days begin in 1900, in which it sees a 29 February."""
_DAY_ZERO = date(1899, 12, 30)
_MONTHS_IN_YEAR = 12
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})$")
_ROUND = (1, 2, 5)
_MONTH_STEPS = (1, 2, 3, 6)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Years, or months counted from the year 0, each `pitch` after the one before."""

    unit: Literal["year", "month"]
    numbers: tuple[int, ...]
    pitch: int

    @property
    def days(self) -> tuple[int, ...]:
        """The first days of the months as a workbook counts days (ECMA-376 Part 1, 18.17.4.1)."""
        firsts = (divmod(number, _MONTHS_IN_YEAR) for number in self.numbers)
        return tuple((date(year, month + 1, 1) - _DAY_ZERO).days for year, month in firsts)


def calendar_of(categories: Sequence[str]) -> Calendar | None:
    """Return the even run of years (`2024`) or months (`2024-05`) that the categories are."""
    if len(categories) < 2:
        return None
    years = [int(name) for name in categories if name.isascii() and name.isdigit()]
    if len(years) == len(categories) and all(year in YEARS for year in years):
        return _even("year", years)
    months = [month for name in categories if (month := _month(name)) is not None]
    return _even("month", months) if len(months) == len(categories) else None


def named_steps(calendar: Calendar | None) -> Iterator[int]:
    """Yield, ascending, every how manieth category may be named."""
    if calendar is None:
        yield from count(1)
    elif calendar.unit == "month" and calendar.pitch == 1:
        yield from _MONTH_STEPS
        for years in _round_numbers():
            yield _MONTHS_IN_YEAR * years
    else:
        yield from _round_numbers()


def _round_numbers() -> Iterator[int]:
    for power in count():
        yield from (factor * 10**power for factor in _ROUND)


def _even(unit: Literal["year", "month"], numbers: Sequence[int]) -> Calendar | None:
    pitches = {after - before for before, after in pairwise(numbers)}
    pitch = pitches.pop()
    return Calendar(unit, tuple(numbers), pitch) if not pitches and pitch > 0 else None


def _month(name: str) -> int | None:
    match = _MONTH.match(name)
    if not match or not 1 <= int(match["month"]) <= _MONTHS_IN_YEAR:
        return None
    year = int(match["year"])
    if year not in YEARS or year < FIRST_YEAR_IN_DAYS:
        return None
    return year * _MONTHS_IN_YEAR + int(match["month"]) - 1
