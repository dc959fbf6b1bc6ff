"""Dates as the reader's language prints them, and whether a text in it names a day."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel.dates import DateTimePattern, format_date, parse_pattern

from deckmaker.language.dates import Moment, When
from deckmaker.locales import cldr, locale_for
from deckmaker.wording import Dated, Wording, wording_for

_DECLINING = frozenset({"be", "bg", "cs", "el", "fi", "hr", "lt", "lv", "pl", "ru", "sk", "uk"})
"""Languages whose months have two forms, `LLLL` alone and `MMMM` in a date. Of others Babel must
not be asked for the first: it answers with the names of a language that it was asked about before.
"""
_BUDDHIST = {"th": 543}
"""How far the years of a country's own era are ahead of the common one (CLDR's first calendar)."""
_INFLECTED = frozenset({"cs", "pl", "ru", "sk", "uk"})
"""Languages in which the name of a weekday changes its end: środa, w środę."""
_PREFIXES = {"ar": "(?:[وبل]{1,2})?", "he": "(?:[ובהלמש]{1,2})?"}
"""What may be written in one word with the name of a day: ביום, on the day."""
_UNSPACED = frozenset({"ja", "km", "ko", "lo", "my", "th", "zh"})
"""Languages in which a name may run on into the next word."""


def print_day(day: date, language: str) -> str:
    """Return `day` as `23 November 2026` or the language's own long form."""
    locale = locale_for(language)
    if locale.language in _BUDDHIST:
        return f"{_formatted(day, 'd MMMM', language)} {_print_year(day.year, language)}"
    text = str(format_date(day, "long", locale=cldr(language)))
    first = wording_for(language).first_day
    return f"{first}{text[1:]}" if day.day == 1 and text.startswith("1 ") else text


def print_when(when: When, language: str, wording: Wording) -> str:
    """Return a date of a timeline in words."""
    start, end = when.start, when.end
    if not when.interval:
        return _print_moment(start, language, wording) if start else ""
    if start and end:
        if _is_plain_year(start) and _is_plain_year(end):
            years = (_era_year(year, language) for year in (start.year, end.year))
            return wording.years.format(start=next(years), end=next(years))
        return wording.between.format(
            start=_print_moment(start, language, wording),
            end=_print_moment(end, language, wording),
        )
    if start:
        return _print_moment(start, language, wording, wording.since)
    return _print_moment(end, language, wording, wording.until) if end else ""


def _is_plain_year(moment: Moment) -> bool:
    return not (moment.month or moment.approximate or moment.uncertain)


def _print_moment(
    moment: Moment, language: str, wording: Wording, phrase: Dated | None = None
) -> str:
    """Return a moment, within `phrase` where there is one: its month is then in the genitive."""
    aside = wording.roughly if moment.approximate and phrase else "{date}"
    phrase = phrase or (wording.about if moment.approximate else None)
    if moment.day:
        text, name = print_day(moment.first, language), "day"
    elif moment.month:
        text, name = _print_month(moment.first, language, bound=phrase is not None), "month"
    else:
        text, name = wording.year.format(year=_era_year(moment.year, language)), "year"
    text = aside.format(date=getattr(phrase, name).format(date=text) if phrase else text)
    return wording.uncertain.format(date=text) if moment.uncertain else text


def _print_month(day: date, language: str, *, bound: bool) -> str:
    locale = locale_for(language)
    if locale.language in _BUDDHIST:
        return f"{_formatted(day, 'MMMM', language)} {_print_year(day.year, language)}"
    pattern = _skeleton("yMMMM", language)
    if bound or locale.language not in _DECLINING:
        pattern = pattern.replace("LLLL", "MMMM")
    return _formatted(day, pattern, language)


def _print_year(year: int, language: str) -> str:
    return wording_for(language).year.format(year=_era_year(year, language))


def _era_year(year: int, language: str) -> int:
    return year + _BUDDHIST.get(locale_for(language).language, 0)


def _skeleton(name: str, language: str) -> str:
    """Return the pattern in which the language writes the parts of a date that `name` names."""
    pattern: DateTimePattern = cldr(language).datetime_skeletons[name]
    return str(pattern.pattern)


def _formatted(day: date, pattern: str, language: str) -> str:
    return str(parse_pattern(pattern).apply(day, cldr(language)))


def names_a_day(text: str, language: str) -> bool:
    """Whether `text` states a day: a weekday, or a number beside the name of a month."""
    return bool(_naming_a_day(language).search(text))


@cache
def _naming_a_day(language: str) -> re.Pattern[str]:
    locale = locale_for(language)
    names = (str(name) for name in cldr(language).days["format"]["wide"].values())
    if locale.language in _INFLECTED:
        days = [f"{re.escape(name[:-1])}\\w{{0,2}}" for name in names]
    else:
        days = list(map(re.escape, names))
    days = [re.sub("['’ʼ]", "['’ʼ]", day) for day in days]
    unspaced = locale.language in _UNSPACED
    open_, close = ("", "") if unspaced else (r"(?<!\w)", r"(?!\w)")
    open_ += _PREFIXES.get(locale.language, "")
    number = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)"
    return re.compile(
        f"{open_}(?:{'|'.join(days)}){close}"
        rf"|{number}\.?(?:\s|{before_month(language)})(?:{months(language)}){close}"
        rf"|{open_}(?:{months(language)})\s{number}|{number}\s?日|월\s?{number}\s?일",
        re.IGNORECASE,
    )


@cache
def months(language: str) -> str:
    """Return the names of the months, in full and shortened, as a regular expression."""
    table = cldr(language).months["format"]
    names = [str(name) for width in ("wide", "abbreviated") for name in table[width].values()]
    longest_first = sorted({name.strip(".") for name in names}, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


@cache
def before_month(language: str) -> str:
    r"""Return what stands between a day and its month, as a regular expression: ` de `, `. `."""
    found = re.search("d(.*?)M", _skeleton("MMMMd", language).replace("'", ""))
    between = found[1] if found and found[1].strip("月") else " "
    return "".join(r"[ \t\n\r]+" if sign.isspace() else re.escape(sign) for sign in between)
