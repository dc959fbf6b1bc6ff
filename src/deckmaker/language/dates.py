"""Dates as authors write them: ISO days, and the level of EDTF that timelines need.

EDTF is the Extended Date/Time Format of ISO 8601-2: `2024`, `2024-05`, `2024-05-17`, each with
`~` (approximately), `?` (uncertain) or `%` (both) behind it, and intervals `2022/2024`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from deckmaker.language.schema import OPAQUE, found, problem, short

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day, perhaps approximate or uncertain."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class When:
    """A moment or an interval; an open end is None."""

    start: Moment | None
    end: Moment | None = None
    interval: bool = False

    @property
    def day(self) -> bool:
        """Whether it states one day, for certain."""
        start = self.start
        return bool(
            not self.interval and start and start.day and not (start.approximate or start.uncertain)
        )


def parse_edtf(text: str) -> When | None:
    """Return what `text` means, None where it is no such date; raise ValueError for 30 February."""
    left, slash, right = text.partition("/")
    start = _moment(left) if left not in {"", ".."} else None
    if not slash:
        return When(start) if start else None
    end = _moment(right) if right not in {"", ".."} else None
    given = [(left, start), (right, end)]
    if any(part not in {"", ".."} and moment is None for part, moment in given):
        return None
    if start is None and end is None:
        return None
    if start and end and end.first < start.first:
        raise ValueError("the interval ends before it begins")
    return When(start, end, interval=True)


def _moment(text: str) -> Moment | None:
    match = _PART.match(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    assert year is not None  # noqa: S101  # the pattern wants it
    mark = match[4] or ""
    moment = Moment(year, month, day, mark in ("~", "%") and mark != "", mark in ("?", "%"))
    _ = moment.first
    return moment


def _read_edtf(data: Any) -> When:
    if isinstance(data, When):
        return data
    try:
        when = parse_edtf(data.replace(" ", "")) if isinstance(data, str) else None
    except ValueError as error:
        raise problem("B003", f"`{short(str(data))}` is no date: {_plain(error)}") from None
    if when is None:
        raise problem(
            "B003",
            f"a date is wanted, but {found(data)}",
            "write `2024`, `2024-05`, `2024-05-17`, `2024-05~` (about) or `2022/2024` (from, to)",
            "words such as `Monday` belong under `when`",
        )
    return when


def _read_day(data: Any) -> date:
    if isinstance(data, date):
        return data
    if isinstance(data, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", data):
        try:
            return date.fromisoformat(data)
        except ValueError as error:
            raise problem("B003", f"`{data}` is no date: {_plain(error)}") from None
    raise problem(
        "B003",
        f"a date is wanted as year-month-day, but {found(data)}",
        _as_iso(data),
    )


def _as_iso(data: Any) -> str:
    """Return how to write what was meant, where a day can be made out."""
    parts = re.fullmatch(r"(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})", str(data).strip())
    if parts:
        first, middle, last = map(int, parts.groups())
        year, month, day = (first, middle, last) if len(parts[1]) == 4 else (last, middle, first)
        if month > 12 >= day:  # month first, as in America
            month, day = day, month
        try:
            return f"write it as `{date(year, month, day).isoformat()}`"
        except ValueError:
            pass
    return "write it as year, month and day: `2026-11-23`"


def real_day(text: str) -> str:
    """Return `text`; raise a problem where it looks like a day and the calendar has no such one."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        _read_day(text.strip())
    return text


def _plain(error: ValueError) -> str:
    """Put the calendar's complaint in plain words."""
    text = str(error)
    if "month" in text and "day" not in text:
        return "the month goes from 01 to 12"
    if "day" in text:
        return "the month has no such day"
    if "year" in text:
        return "the year goes from 0001 to 9999"
    return text


Edtf = Annotated[When, OPAQUE, BeforeValidator(_read_edtf)]
"""A date of a timeline."""
Day = Annotated[date, OPAQUE, BeforeValidator(_read_day)]
"""A day, ISO."""
