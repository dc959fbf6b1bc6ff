"""Typewriter text becomes typeset text: quotation marks, dashes, ellipses, no-break spaces.

The result is a list of edits rather than a new text, so that marks of emphasis, quotations and
citations keep their places in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from deckmaker.locales import cldr
from deckmaker.richtext import ADDRESS

NO_BREAK = "\u00a0"
EM_DASH, EN_DASH, ELLIPSIS = "—", "–", "…"
PRIME, DOUBLE_PRIME = "′", "″"
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language; the apostrophe is the same in all."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str = "’"


MARKS: dict[str, Marks] = {"en": Marks("“", "”", "‘", "’")}
"""By language subtag; a language that is not here is set as English is."""


def marks_of(language: str) -> Marks:
    """Return the quotation marks of a BCP 47 tag's language."""
    return MARKS.get(language.partition("-")[0].casefold(), MARKS["en"])


class Edit(NamedTuple):
    """Replace the text from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_AFTER_MONTH = "|".join(rf"(?<=\b{month})" for month in _MONTHS.split("|"))
_UNITS = (
    "°[CF]?|[kcm]?m|km²|km2|m²|m³|[kM]?t|[km]?g|ha|l|km/h|mph|kn|nm|[kMGT]?Wh?|[kMGT]?Hz|"
    "[kMGT]?B|hundred|thousand|million|billion|trillion|bn|per cent|percent|"
    "a\\.m\\.|p\\.m\\.|am|pm"
)
_BEFORE_NUMBER = "No\\.|Nos\\.|Art\\.|Article|p\\.|pp\\.|Fig\\.|Figure|Table|§§?|¶¶?"
_TITLES = "Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Prof\\.|Gen\\.|Sen\\.|Rep\\.|St\\.|Lt\\.|Col\\.|Amb\\."

_PLACES = re.compile(
    rf"""
      (?P<address>{ADDRESS})
    | (?P<glue>
          (?<=\d)[ ]+(?=(?:{_UNITS})(?!\w))          # 40 km, 3 billion
        | (?<=\d)[ ]+(?=(?:{_MONTHS})\b)             # 23 November
        | (?:{_AFTER_MONTH})[ ]+(?=\d{{1,2}}(?!\d))    # November 23
      )
    | (?P<percent>(?<=\d)[ \u00a0\u202f]+(?=[%‰]))
    | (?P<lead>(?<![\w.])(?:{_BEFORE_NUMBER})[ ]+(?=\d)
        | (?<![\w.])(?:{_TITLES})[ ]+(?=[A-Z])
        | (?<![\w.])[A-Z]\.[ ]?(?=[A-Z]\.[ ]?[A-Z]|[A-Z][a-z]))   # J. R. Tolkien
    | (?P<space>[ \t\n\r]{{2,}}|[\t\n\r])
    | (?P<dash>(?<!-)-{{2,3}}(?!-))
    | (?P<dots>\.\.\.)
    | (?P<double>[\"“”])
    | (?P<single>')
    """,
    re.VERBOSE,
)
_INNER_END = re.compile(r"(?<=[^\s(])'(?!\w)")
INNER_REACH = 400
"""Letters within which an inner quotation is expected to close."""
_ELISION = re.compile(r"'(?:\d0s|\d\d(?!\d)|em|tis|twas|til|cause|cos|n|round|neath)\b", re.I)


def edits(text: str, quotations: Iterable[tuple[int, int, str]], language: str) -> list[Edit]:
    """Return what typesetting changes in `text`, whose quotations are known; in order.

    Web and mail addresses stay as they are.
    """
    marks = marks_of(language)
    opening = {start for start, _, _ in quotations}
    closing = {end - 1 for _, end, _ in quotations}
    found: list[Edit] = []
    for match in _PLACES.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "address":
                continue
            case "glue":
                new = NO_BREAK
            case "percent":
                new = _percent_gap(language)
            case "lead":
                new = match[0].rstrip(" ") + (NO_BREAK if match[0].endswith(" ") else "")
            case "space":
                new = " "
            case "dash":
                new = EM_DASH if end - start == 3 else EN_DASH
            case "dots":
                new = ELLIPSIS
            case "double":
                if match[0] != '"':
                    continue
                new = _double(text, start, start in opening, start in closing, marks)
            case _:
                new = _single(text, start, marks)
        found.append(Edit(start, end, new))
    return found


@cache
def _percent_gap(language: str) -> str:
    """Return what stands between a number and its per cent sign (CLDR); in English nothing."""
    suffix = cldr(language).percent_formats[None].suffix[0]
    return "" if suffix.startswith("%") else NO_BREAK


def nested(text: str, language: str) -> str:
    """Return typeset `text` as it stands inside another quotation: its own marks are inner."""
    marks = marks_of(language)
    text = text.replace(marks.opening, marks.inner_opening)
    return text.replace(marks.closing, marks.inner_closing)


def _double(text: str, at: int, opens: bool, closes: bool, marks: Marks) -> str:
    """Return what the straight double mark at `at` is."""
    if opens:
        return marks.opening
    if closes:
        return marks.closing
    if text[max(at - 1, 0) : at].isdigit():
        return DOUBLE_PRIME
    return marks.opening if _may_open(text, at) else marks.closing


def _single(text: str, at: int, marks: Marks) -> str:
    """Return what the straight single mark at `at` is: apostrophe, prime or inner mark."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if before.isdigit() and (after.isdigit() or text[at + 1 : at + 3] == " x"):
        return PRIME
    if not _may_open(text, at) or _ELISION.match(text, at):
        return marks.inner_closing if _closes_inner(text, at) else marks.apostrophe
    closing = _INNER_END.search(text, at + 1, at + INNER_REACH)
    return marks.inner_opening if closing else marks.apostrophe


def _closes_inner(text: str, at: int) -> bool:
    return not text[at + 1 : at + 2].isalnum() and not text[max(at - 1, 0) : at].isspace()


def _may_open(text: str, at: int) -> bool:
    """Whether a mark at `at` can open: space or an opening sign before it, none behind."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in '([{"“‘—–-/') and (
        bool(after) and not after.isspace()
    )
