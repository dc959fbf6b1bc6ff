"""Dates as the reader's language prints them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from babel.dates import format_date, format_skeleton

from deckmaker.language.dates import Moment, When
from deckmaker.locales import cldr
from deckmaker.wording import Wording


def print_day(day: date, language: str) -> str:
    """Return `day` as `23 November 2026` or the language's own long form."""
    return format_date(day, "long", locale=cldr(language))


def print_when(when: When, language: str, wording: Wording) -> str:
    """Return a date of a timeline in words."""
    start = _print_moment(when.start, language, wording) if when.start else ""
    if not when.interval:
        return start
    end = _print_moment(when.end, language, wording) if when.end else ""
    if start and end:
        plain_years = when.start and when.end and start.isdigit() and end.isdigit()
        return f"{start}–{end}" if plain_years else wording.between.format(start=start, end=end)
    return wording.since.format(date=start) if start else wording.until.format(date=end)


def _print_moment(moment: Moment, language: str, wording: Wording) -> str:
    if moment.day:
        text = print_day(moment.first, language)
    elif moment.month:
        text = format_skeleton("yMMMM", moment.first, locale=cldr(language))
    else:
        text = str(moment.year)
    if moment.approximate:
        text = wording.about.format(date=text)
    return wording.uncertain.format(date=text) if moment.uncertain else text


def names_a_day(text: str, language: str) -> bool:
    """Whether `text` states a day: a weekday, or a number beside the name of a month."""
    locale = cldr(language)
    words = [word.strip(".,;:()’'").casefold() for word in text.split()]
    days = {name.casefold() for name in locale.days["format"]["wide"].values()}
    if any(word in days for word in words):
        return True
    months = {
        name.strip(".").casefold()
        for width in ("wide", "abbreviated")
        for name in locale.months["format"][width].values()
    }
    numbers = {str(number) for number in range(1, 32)}
    return any(
        (a in numbers and b in months) or (a in months and b in numbers) for a, b in pairwise(words)
    )
