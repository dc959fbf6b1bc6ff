"""A text whose raised parts are marked becomes plain: with powers, without the marks of notes.

What is raised behind a unit or a symbol is part of it (`km2`), and so are letters (`5th`). Figures
behind a word or a full stop are the mark of a note and no word. Behind a number they are written as
a power (`10^6`), lest they become its last digits, unless they cannot be one (`40` and a raised 1).
"""

from __future__ import annotations

import re

RAISED, LEVEL = "\x02", "\x03"
"""Stand where raised text begins and where it ends."""

_PART = f"{RAISED}[^{RAISED}{LEVEL}]*{LEVEL}"
_RAISED = re.compile(rf"{_PART}(?:[\s,;]{{0,2}}{_PART}(?![^\W_]))*")
_MARKERS = re.compile(f"[{RAISED}{LEVEL}]")
_BEFORE, _BEHIND = 32, 8
"""How many characters around a raised text are looked at."""

_SIGNS = re.compile(r"[\[(]?[*†‡§¶]{1,3}[\])]?|\[(?:[a-z]|[ivxlc]{1,5})\]")
_FIGURES = re.compile(r"[\[(]?\d{1,3}(?:[\s,;–-]{1,3}\d{1,3})*+[,;]?[\])]?")
_NEGATIVE = re.compile(r"[−–-]\s?\d{1,3}")
_FRACTION = re.compile(r"\s?[/⁄]\s?\d")
_ISOTOPE = re.compile(r"[A-Z][a-z]?(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+$")
_NUMBER = re.compile(r"\d+$")

_UNITS = frozenset("m km cm mm dm nm µm μm ft yd м км см мм CO mc".split())  # noqa: SIM905
"""Words that a raised 2 or 3 belongs to, carbon dioxide and a famous formula among them."""
_UNITS_OF_NUMBERS = frozenset(("in", "mi"))
"""Units behind a number, words elsewhere."""
_MEASURED = re.compile(r"(?:\d[\s\u00ad-]?|/)$")
_SECONDS = re.compile(r"/\s?s$")
_LAST_OF_SYMBOLS = "\u0590"
"""From here on scripts have no letters that stand for a quantity."""
_MONEY = re.compile(r"[$€£¥₹₽₩₺₪₴฿]\s?[\d.,\s]*$")
_IN_A_NAME = re.compile(r"(?:[^\W\d_][-–]?|\d[:/-])$")
"""Before the digits of a name (`G20`), of a day or of a time."""
_GROUPED = re.compile(r"\d[.,'’\s]$")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_FIRST_UNSPACED = "\u0e00"
"""From here on there are scripts without spaces between words."""


def settled(text: str) -> str:
    """Return `text` with what is raised in it as it is to be read, and without its markers."""
    return _MARKERS.sub("", _RAISED.sub(_settle, text))


def _settle(raised: re.Match[str]) -> str:
    """Return what stands for raised text: itself, a power, or nothing where it marks a note."""
    inner = _MARKERS.sub("", raised[0])
    figures = inner.strip()
    start, end = raised.span()
    before = _MARKERS.sub("", raised.string[max(0, start - _BEFORE) : start])
    behind = _MARKERS.sub("", raised.string[end : end + _BEHIND])
    if not _SIGNS.fullmatch(figures):
        ends_in_digit = _NUMBER.search(before) is not None
        if _NEGATIVE.fullmatch(figures):
            return f"^{figures}" if ends_in_digit else inner
        if not _FIGURES.fullmatch(figures):
            return inner
        if _is_fraction(before, behind):
            return f" {figures}" if ends_in_digit else inner
        if ends_in_digit:
            if _may_be_power(figures, before):
                return f"^{figures}"
        elif _belongs(figures, before, behind):
            return inner
    parts_words = before[-1:].isalnum() and behind[:1].isalnum() and behind[0] < _FIRST_UNSPACED
    return " " if parts_words else ""


def _is_fraction(before: str, behind: str) -> bool:
    """Whether what is raised stands over a stroke: `3 1/2`."""
    return bool(_FRACTION.match(behind)) and (not before[-1:].strip() or before[-1].isdigit())


def _may_be_power(figures: str, before: str) -> bool:
    """Whether the number that stands before `figures` may be raised to them."""
    found = _NUMBER.search(before)
    if found is None or not figures.isdigit():
        return False
    base, prior = found[0], before[: found.start()]
    if base == "10" and not _MONEY.search(prior):
        return True
    if int(figures) == 1 or (int(figures) >= 100 and base != "2"):
        return False
    if _IN_A_NAME.search(prior) or _YEAR.fullmatch(base) or len(base) > 4:
        return False
    if _GROUPED.search(prior) and len(base) == 3:
        return False
    # Two raised digits behind an amount of money may be its smaller coin.
    return len(figures) > 1 or not _MONEY.search(prior)


def _belongs(figures: str, before: str, behind: str) -> bool:
    """Whether `figures` are part of the word before or behind them: `m2`, `14C`."""
    if not before[-1:].strip() or before[-1] in "([{-–—/":
        return bool(_ISOTOPE.match(behind))
    found = _WORD.search(before)
    if found is None or figures not in ("2", "3"):
        return False
    word, prior = found[0], before[: found.start()]
    if _MONEY.search(prior) and prior[-1:].strip() != "/":
        return False  # millions
    if word in _UNITS or _SECONDS.search(before):
        return True
    if word in _UNITS_OF_NUMBERS:
        return bool(_MEASURED.search(prior))
    return len(word) == 1 and word < _LAST_OF_SYMBOLS and not prior[-1:].isdigit()
