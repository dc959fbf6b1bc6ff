"""A text goes in; the numbers in it come out, as values that compare across ways of writing.

Thousands separators fold (7,000, 7 000, 7’000), digits of every script count alike, and a
multiplier belongs to its number, so that 1.5 million is not 1.5 billion. A digit that follows a
letter is part of a name (G7, H5N1) and no number. Sources often spell small numbers out: two to
twenty and the tens count as well, in English; "one" does not, being a pronoun more often.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from deckmaker.evidence.tokens import visible

_NUMBER = re.compile(
    r"""
    (?<!\w) (?<!\d[.,:⁄/])                        # not within a name or a longer number
    (?: \d{1,3} (?:[\u0020\u00a0\u2009\u202f'’]\d{3})+ (?!\d) (?:[.,]\d+)?
      | \d+ (?:[.,:⁄/]\d+)* )
    """,
    re.VERBOSE,
)
_MULTIPLIERS = {
    "hundred": 2, "thousand": 3, "million": 6, "m": 6, "mn": 6,
    "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
"""Powers of ten."""
_AMBIGUOUS = "m"
"""May stand for metres as well."""
_FOLLOWING = re.compile(r"[\s\u00a0-]?(" + "|".join(_MULTIPLIERS) + r")\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_OWN_COUNT = re.compile(r"\(\d+/\d+\)")
"""`(1/2)`: how a continued title counts its parts."""
_SUPERIOR = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SEPARATORS = {ord(c): None for c in " \u00a0\u2009\u202f'’"}

_SPELLED = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
    "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_SPELLED_WORD = re.compile(r"\b(?:" + "|".join(_SPELLED) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    text: str
    """As it is written, its multiplier included."""
    values: frozenset[str]
    """Its readings in canonical form; more than one where the writing is ambiguous (1.500)."""
    start: int
    end: int


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers that stand in `text` in digits."""
    if not _DIGIT.search(text):
        return
    for found in _NUMBER.finditer(_countable(text)):
        digits = _ascii(found[0])
        end = found.end()
        readings = _readings(digits)
        if (following := _FOLLOWING.match(text, end)) is not None:
            multiplier = following[1].lower()
            scaled = {_scaled(reading, _MULTIPLIERS[multiplier]) for reading in readings}
            readings = scaled | readings if multiplier == _AMBIGUOUS else scaled
            end = following.end()
        yield Number(text[found.start() : end], frozenset(readings), found.start(), end)


def values(text: str) -> frozenset[str]:
    """Return every value that a source with `text` vouches for.

    Those are its numbers with their multipliers and, for a briefing that names the multiplier
    elsewhere (the head of a column), without; the parts of what a plain space joins, for
    they may be two numbers; and the small numbers that it spells out.
    """
    shown = visible(text)
    found: set[str] = set()
    for number in numbers(shown):
        found |= number.values
        plain = _NUMBER.match(_countable(shown), number.start)
        if plain is not None:
            found |= _readings(_ascii(plain[0]))
            found.update(map(_canonical, _ascii(plain[0]).split(" ")) if " " in plain[0] else ())
    found.update(spelled(shown))
    return frozenset(found)


def spelled(text: str) -> Iterator[str]:
    """Yield the values of the numbers that `text` spells out in English."""
    for found in _SPELLED_WORD.finditer(text):
        value = _SPELLED[found[0].lower()]
        yield value
        if (following := _FOLLOWING.match(text, found.end())) is not None:
            yield _scaled(value, _MULTIPLIERS[following[1].lower()])


def _countable(text: str) -> str:
    """Return `text` of the same length with what is no number of the author's blanked out."""
    text = _OWN_COUNT.sub(lambda m: " " * len(m[0]), text)
    return _SUPERIOR.sub(lambda m: "\u0020" * len(m[0]), text)


def _ascii(digits: str) -> str:
    if digits.isascii():
        return digits
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits)


def _readings(digits: str) -> set[str]:
    """Return the canonical values that `digits` may mean."""
    bare = digits.translate(_SEPARATORS)
    if re.fullmatch(r"\d+", bare):
        return {_canonical(bare)}
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", bare):
        return {_canonical(bare.replace(",", ""))}
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}", bare):
        return {_canonical(bare.replace(".", "").replace(",", "."))}
    if re.fullmatch(r"\d{1,3}\.\d{3}", bare):
        return {_canonical(bare), _canonical(bare.replace(".", ""))}
    if re.fullmatch(r"\d+[.,]\d+", bare):
        return {_canonical(bare.replace(",", "."))}
    return {bare}


def _canonical(number: str) -> str:
    """Return `number` without the zeros that begin it or end its decimals."""
    whole, _, decimals = number.partition(".")
    decimals = decimals.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{decimals}" if decimals else "")


def _scaled(value: str, power: int) -> str:
    """Return `value` times ten to the `power`; what is no plain number stays as it is."""
    whole, _, decimals = value.partition(".")
    if not (whole + decimals).isdigit():
        return value
    return _canonical(f"{whole}{decimals[:power].ljust(power, '0')}.{decimals[power:]}")
