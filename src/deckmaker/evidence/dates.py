"""A text goes in; the dates written in it come out: 14 April 2026, 14. April, 4月14日, 2026-04-14.

Month names are CLDR's, in the languages asked for and in English. What is no day of any calendar is
no date; a figure alone is a number and no date, and a weekday says too little to be one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

from deckmaker.locales import cldr, locale_for

_ALSO = {"ar": ("ar_SY", "ar_DZ", "ar_MA")}
"""Regions whose months have other names than the language's."""
_THAI_YEAR = 543
"""How far the Buddhist era is ahead (CLDR)."""
_LATEST = 2400
"""A later year is one of the Buddhist era."""
_CAPITAL = frozenset({"en", "de"})
"""Languages that write months with a capital: `may` is none."""
_MONTH_FIRST = frozenset({"en", "hu", "lt", "lv", "fil", "sw"})
"""Languages that may write the month before the day; elsewhere im Mai 12 Schiffe are twelve."""
_INFLECTED = frozenset({"pl", "cs", "sk", "ru", "uk"})
"""Languages whose days of the week have cases."""
_LAST_VOWEL = re.compile("[aeiouyęаяеёиоуыіьй]$")
_APOSTROPHE = re.compile("['’ʼ]")
_FLEETING = re.compile("[eoоіэё]([kк])$")
"""What some names lose in other cases: wtorek, wtorku; pátek, pátku; вівторок, вівторка."""
_GERMANIC = "(?:s|en|ens|(?:vor|nach)?mittags?|abends?|nachts?|früh|morgens?|ochtend|avond|kväll)?"
_TAILS = {
    **dict.fromkeys(("en", "fr", "es", "it", "pt"), "s?"),
    **dict.fromkeys(("de", "nl", "sv", "da", "nb", "no"), _GERMANIC),
}
"""What may follow the name of a day, as in Montagabend; Montage is assembly."""
_ORDINAL = r"(?:\.|st|nd|rd|th|er|º|°|-го|-е)?"
_OF = r"(?:\s+de|\s+d['’]|\s+di|\s+of)?"
_JOINT = (
    r"\s*(?:–|—|-|/|to|and|or|bis|und|oder|ou|o|или|або|чи|lub|albo|nebo|of|eller|veya"
    r"|à|et|au|y|al?|e|i|и|та|ve|en|till|och|do)\s*"
)
_SPACE = r"[\s\u00a0\u202f]"
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})"
    r"|(?P<y2>\d{4})[./](?P<m2>\d{1,2})[./](?P<d2>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y3>\d{4}))(?![\d/-])"
)
_EASTERN = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日号號일])?"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written; a part that is left out is None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    doubtful: bool = False
    """One of two readings of the same figures: 4/5/2026."""

    @property
    def key(self) -> str:
        """`2026-04-14`, `--04-14` without a year, `2026-04` without a day, `2026`."""
        year = f"{self.year:04}" if self.year else "-"
        if self.month is None:
            return year
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def bears_out(self, other: Written, published: date | None = None) -> bool:
        """Tell whether a source that writes this supports a briefing that writes `other`.

        A day without its year is near the day on which the source was `published`, if that is
        known: no more than a year apart.
        """
        if published and other.year and not self.year and abs(other.year - published.year) > 1:
            return False
        return (
            other.month in (None, self.month)
            and other.day in (None, self.day)
            and (None in (self.year, other.year) or self.year == other.year)
            and not (other.month is None and self.year is None)
        )


def dates(text: str, *tags: str) -> Iterator[Written]:
    """Yield the dates in `text`, which is in one of the languages `tags` or in English."""
    if not any(map(str.isdigit, text)):
        return
    plain = _ascii(text)
    taken, spans = bytearray(len(text)), set[tuple[int, int]]()
    found = [*_numeric(plain), *_eastern(plain)]
    for language in dict.fromkeys((*(locale_for(tag).language for tag in tags), "en")):
        found += _named(plain, language)
    for one in sorted(dict.fromkeys(found), key=lambda w: (-_parts(w), w.start - w.end, w.start)):
        at = (one.start, one.end)
        if at in spans or not any(taken[slice(*at)]):
            taken[slice(*at)] = b"\1" * (at[1] - at[0])
            spans.add(at)
            yield one


def months(text: str, *tags: str) -> Iterator[Written]:
    """Yield the months that `text` names without a day, a year beside them or not."""
    for language in dict.fromkeys((*(locale_for(tag).language for tag in tags), "en")):
        names = _months(language)
        for found in _pattern(language)[1].finditer(_ascii(text)):
            if language in _CAPITAL and found["month"][0].islower():
                continue
            year = _year(found["year"])
            yield Written(year, names[_folded(found["month"])], None, found.start(), found.end())


@cache
def weekdays(tag: str) -> dict[str, int]:
    """Return the names of the days of the week in a language, Monday being 0."""
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in get_day_names("wide", context, cldr(tag)).items():
            names[_folded(name)] = number
    return names


@cache
def naming_weekday(number: int, tag: str) -> re.Pattern[str]:
    """Return a pattern of a day of the week, Monday being 0, in a language and its cases."""
    locale = locale_for(tag)
    names = {name for name, day in weekdays(tag).items() if day == number}
    inflected = locale.language in _INFLECTED
    if inflected:
        names = {_LAST_VOWEL.sub("", name) for name in names}
        names |= {_FLEETING.sub(r"\1", name) for name in names}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    listed = _APOSTROPHE.sub("['’ʼ]", "|".join(map(re.escape, longest_first)))
    if not locale.cased:
        return re.compile(listed)
    tail = r"\w{0,2}" if inflected else _TAILS.get(locale.language, r"\w{0,3}")
    return re.compile(rf"(?<!\w)(?:{listed}){tail}(?!\w)", re.IGNORECASE)


def day_of(text: str | None, tag: str) -> date | None:
    """Return the day that `text` states whole, in figures or written out."""
    for one in dates(text or "", tag):
        if one.year and one.month and one.day:
            return date(one.year, one.month, one.day)
    return None


def _parts(one: Written) -> int:
    return (one.year is not None) + (one.day is not None)


def _ascii(text: str) -> str:
    """Return `text`, as long as it is, with the digits of every script as ASCII has them."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text
    )


def _numeric(text: str) -> Iterator[Written]:
    for found in _NUMERIC.finditer(text):
        year = found["y1"] or found["y2"] or found["y3"]
        if found["a"]:  # day first, or month first as in America: whichever the calendar has
            readings = [(found["a"], found["b"]), (found["b"], found["a"])]
        else:
            readings = [(found["d1"] or found["d2"], found["m1"] or found["m2"])]
        both = [
            one
            for day, month in dict.fromkeys(readings)
            for one in _written(year, int(month), day, found.start(), found.end())
        ]
        yield from (replace(one, doubtful=len(both) > 1) for one in both)


def _eastern(text: str) -> Iterator[Written]:
    for found in _EASTERN.finditer(text):
        if found["day"] or found["year"]:
            month = int(found["month"])
            yield from _written(found["year"], month, found["day"], found.start(), found.end())


def _named(text: str, language: str) -> Iterator[Written]:
    """Yield the dates whose month has a name of `language`."""
    names = _months(language)
    for found in _pattern(language)[0].finditer(text):
        if language in _CAPITAL and (found["m1"] or found["m2"])[0].islower():
            continue
        month = names[_folded(found["m1"] or found["m2"])]
        year, start, end = found["y1"] or found["y2"], found.start(), found.end()
        for day in filter(None, (found["from1"], found["d1"], found["d2"], found["to2"])):
            yield from _written(year, month, day, start, end)


def _written(
    year: str | None, month: int, day: str | None, start: int, end: int
) -> Iterator[Written]:
    """Yield the date, unless no calendar has it; 29 February is one where no year is told."""
    number = _year(year)
    try:
        date(number or 2024, month, int(day) if day else 1)
    except ValueError:
        return
    yield Written(number, month, int(day) if day else None, start, end)


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    year = int(digits)
    return year - _THAI_YEAR if year > _LATEST else year


@cache
def _months(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for tag in (cldr(language), *_ALSO.get(language, ())):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, tag).items():
                    if not name.isdigit():
                        names.setdefault(_folded(name), number)
    if language == "en":
        names["sept"] = 9
    return {name: number for name, number in names.items() if len(name) > 1 or not name.isascii()}


def _folded(name: str) -> str:
    return " ".join(name.casefold().rstrip(".").split())


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a day with a month's name, and of a month's name with or without year."""
    names = sorted(_months(language), key=len, reverse=True)
    if not any(name.isalpha() for name in names):
        return re.compile("(?P<m1>(?!))(?P<m2>)"), re.compile("(?P<month>(?!))(?P<year>)")
    listed = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    ends = r"(?:\.(?=\s?\d)|(?![^\W\d_]))"
    day_first = (
        rf"(?<![\d.,])(?:(?P<from1>\d{{1,2}}){_ORDINAL}{_JOINT})?(?P<d1>\d{{1,2}}){_ORDINAL}{_OF}"
        rf"{_SPACE}*(?:ב|به|في\s)?(?P<m1>{listed}){ends}{_behind('y1')}"
    )
    month_first = (
        rf"(?<![^\W\d_])(?P<m2>{listed}){ends}{_SPACE}+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?![\d.,]?\d)(?:\s*(?:–|-|to|and|or)\s*(?P<to2>\d{{1,2}})(?!\d))?{_behind('y2')}"
    )
    if language not in _MONTH_FIRST:  # then with its year alone: mayo 5, 2024
        month_first = month_first.removesuffix("?")
    lone = rf"(?<![^\W\d_])(?:ב|ل|ب|و)?(?P<month>{listed})(?![^\W\d_]){_behind('year')}"
    return (
        re.compile(f"{day_first}|{month_first}", re.IGNORECASE),
        re.compile(lone, re.IGNORECASE),
    )


def _behind(name: str) -> str:
    """Return the pattern of a year that may follow a month."""
    words = rf"(?:de{_SPACE}+|del{_SPACE}+|of{_SPACE}+)?"
    return rf"(?:,?{_SPACE}+{words}(?P<{name}>\d{{4}})(?!\d))?"
