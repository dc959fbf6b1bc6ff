"""A text goes in; the numbers in it come out, as values that compare across ways of writing.

Thousands separators fold (7,000, 7 000, 7’000), digits of every script count alike, and a
multiplier belongs to its number, so that 1.5 million is not 1.5 billion. Whether a comma or a
point stands before decimals, the language tells; a source may be in English besides. A digit that
follows a letter is part of a name (G7, H5N1) and no number; letters of scripts without capitals
make no such names. Sources often spell small numbers out: two to twenty and the tens count as
well, in their language and in English; "one" does not, being a pronoun more often.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from babel.numbers import get_decimal_symbol

from deckmaker.evidence.multipliers import AMBIGUOUS, EASTERN, Multipliers, multipliers
from deckmaker.locales import cldr, locale_for

_UNCASED = r"\u0590-\u109f\u1100-\u1c7f\u2e80-\ud7ff"
"""Letters of scripts without capitals, roughly."""
_CURRENCIES = (
    "AED|AUD|BRL|CAD|CHF|CNY|CZK|DKK|EGP|EUR|GBP|HKD|HUF|ILS|INR|JPY|KRW|MXN|NOK|NZD|PLN|RON|RUB|SAR|"
    "SEK|SGD|THB|TRY|TWD|UAH|USD|ZAR"
)
"""Codes (ISO 4217) that may stand before an amount without a space."""
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_JOINT = re.compile(
    r"(?:\s?(?:-{1,3}|[–—])\s?|,\s|\s(?:to|and|or|of|against|up\sto|bis|und|oder|von|auf|à|et|ou|sur|a|y|o"
    r"|e|de|do|di|su|i|z|tot|en|van|till|och|av|ve|до|и|или|из|і|з)\s)[$€£¥₽₹]?"
)
"""What joins two numbers that may share a multiplier: 1.5 to 2 million."""
_SPACES = r"\u0020\u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"""
    (?: (?<![^\W{_UNCASED}]) | (?<=(?<![A-Za-z])(?:{_CURRENCIES})) )    # not within a name
    (?<![\d^]) (?<!\d[.,:⁄/٫٬])    # nor within a longer number
    (?: (?P<eastern> (?: \d+(?:[.,]\d+)*\s?[{"".join(EASTERN)}]+ )+ (?:\d{{1,4}}(?!\d))? )
      | [０-９]{{1,3}} (?:，[０-９]{{3}})+ (?:．[０-９]+)?
      | \d{{1,3}} (?:[{_SPACES}'’٬]\d{{3}})+ (?!\d) (?:[.,٫]\d+)?
      | \d+ (?: [½¼¾] | (?:[.,:⁄/٫٬．]\d+)* ) )
    """,
    re.VERBOSE,
)
_EASTERN_PART = re.compile(rf"(\d+(?:[.,]\d+)*)\s?([{''.join(EASTERN)}]*)")
_DIGIT = re.compile(r"\d")
_OWN_COUNT = re.compile(r"\(\d+/\d+\)")
"""`(1/2)`: how a continued title counts its parts."""
_SUPERIOR = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SEPARATORS = {ord(c): None for c in " \u00a0\u2009\u202f'’٬，"} | {ord("．"): "."}
_TEN, _TENS = 10, 20
_CHAIN = 4
"""Numbers in a row that may share a multiplier: 3, 4 and 5 million."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_BETWEEN_TENS_AND_ONES = ("-", "\u2010", "\u2011", " ")
_LONGEST = 40
"""Characters of a number with signs such as 億 in it that are added up."""
_SWAPPED = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    text: str
    """As it is written, its multiplier included."""
    values: frozenset[str]
    """Its readings in canonical form; more than one where the writing is ambiguous (1.500)."""
    start: int
    end: int


def numbers(text: str, language: str = "en") -> Iterator[Number]:
    """Yield the numbers that stand in digits in `text`, which is in a language by its tag."""
    if not _DIGIT.search(text):
        return
    following = multipliers(locale_for(language).language)
    comma = _has_comma(language)
    for found in _NUMBER.finditer(_countable(text)):
        start, end = found.span()
        if found["eastern"]:
            readings = _eastern(_ascii(found[0]), comma=comma)
        else:
            readings = _readings(_ascii(found[0]), comma=comma)
            if (behind := following.behind(text, end)) is not None:
                word, power, end = behind
                scaled = {_scaled(reading, power) for reading in readings}
                readings = scaled | readings if word == AMBIGUOUS else scaled
            elif not _YEAR.fullmatch(found[0]) and (shared := _shared(text, end, following)):
                readings |= {_scaled(reading, shared) for reading in readings}
        yield Number(text[start:end], frozenset(readings), start, end)


def _shared(text: str, at: int, following: Multipliers) -> int:
    """Return the power of ten that a number which ends at `at` shares with the next; or 0."""
    for _ in range(_CHAIN):
        joint = _JOINT.match(text, at)
        behind = joint and _NUMBER.match(text, joint.end())
        if not behind:
            return 0
        at = behind.end()
        if (found := following.behind(text, at)) is not None:
            return found[1] if found[0] != AMBIGUOUS else 0
    return 0


def values(text: str, language: str = "en") -> frozenset[str]:
    """Return every value that a source with `text` vouches for, in a language or in English."""
    return frozenset(value.text for value in stated(text, language))


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a source vouches for."""

    text: str
    """In canonical form."""
    start: int
    end: int
    bare: bool = False
    """Without the multiplier that stands behind it."""


def stated(text: str, language: str = "en") -> Iterator[Value]:
    """Yield every value that `text`, which should be `visible`, vouches for, and where it stands.

    Those are its numbers with their multipliers and, for a briefing that names the multiplier
    elsewhere (the head of a column), without; the parts of what a plain space joins, for
    they may be two numbers; and the small numbers that it spells out.
    """
    countable = _countable(text)
    for tag in dict.fromkeys(("en", language)):
        comma = _has_comma(tag)
        for number in numbers(text, tag):
            for value in number.values:
                yield Value(value, number.start, number.end)
            plain = _NUMBER.match(countable, number.start)
            if plain is not None and not plain["eastern"]:
                for value in _readings(_ascii(plain[0]), comma=comma) - number.values:
                    yield Value(value, number.start, plain.end(), bare=True)
                at = number.start
                for part in _ascii(plain[0]).split(" ") if " " in plain[0] else ():
                    yield Value(_canonical(part), at, at + len(part))
                    at += len(part) + 1
        yield from spelled(text, tag)


@cache
def _has_comma(language: str) -> bool:
    """Tell whether the language sets a comma before decimals (CLDR)."""
    return bool(get_decimal_symbol(cldr(language)) == ",")


def spelled(text: str, language: str = "en") -> Iterator[Value]:
    """Yield the numbers that `text` spells out: `two`, `twenty-five`, `forty thousand`."""
    from deckmaker.vocabulary import vocabulary_for  # sources spell numbers out, not briefings

    words = vocabulary_for(language).numbers
    following = multipliers(locale_for(language).language)
    found = [
        (int(words.value(m[0]) or 0), m.start(), m.end()) for m in words.any_spelled.finditer(text)
    ]
    for value, start, end in _compounds(found, text):
        behind = following.behind(text, end)
        yield Value(str(value), start, end, bare=behind is not None)
        if behind is not None:
            yield Value(_scaled(str(value), behind[1]), start, behind[2])


def _compounds(found: Sequence[tuple[int, int, int]], text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers of `found`, (value, start, end), with tens and ones added: twenty-five."""
    at = 0
    while at < len(found):
        value, start, end = found[at]
        if value >= _TENS and at + 1 < len(found):
            ones, begins, ends = found[at + 1]
            if ones < _TEN and text[end:begins] in _BETWEEN_TENS_AND_ONES:
                value, end, at = value + ones, ends, at + 1
        yield value, start, end
        at += 1


def _countable(text: str) -> str:
    """Return `text` of the same length with what is no number of the author's blanked out."""
    text = _OWN_COUNT.sub(lambda m: " " * len(m[0]), text)
    return _SUPERIOR.sub(lambda m: "\u0020" * len(m[0]), text)


def _ascii(digits: str) -> str:
    if digits.isascii():
        return digits
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits)


def _readings(digits: str, *, comma: bool) -> set[str]:
    """Return the canonical values that `digits` may mean; `comma` says what decimals follow."""
    bare = digits.translate(_SEPARATORS)
    if "٫" in bare:
        return {_canonical(bare.replace("٫", "."))}
    if bare[-1] in _HALVES:
        return {_canonical(bare[:-1] + _HALVES[bare[-1]])}
    if comma:
        bare = bare.translate(_SWAPPED)
    if re.fullmatch(r"\d+", bare):
        return {_canonical(bare)}
    if re.fullmatch(r"(?:\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3})(\.\d+)?", bare):
        return {_canonical(bare.replace(",", ""))}
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}", bare):
        return {_canonical(bare.replace(".", "").replace(",", "."))}
    if re.fullmatch(r"\d{1,3}\.\d{3}", bare):
        whole = _canonical(bare.replace(".", ""))  # nobody writes 12 with three zeros behind it
        return {whole} if bare.endswith(".000") else {_canonical(bare), whole}
    if re.fullmatch(r"\d+[.,]\d+", bare):
        return {_canonical(bare.replace(",", "."))}
    return {bare}


def _eastern(digits: str, *, comma: bool) -> set[str]:
    """Return the value of `3千万` or `1億2000万`, whose parts add up."""
    if len(digits) > _LONGEST:
        return {digits}
    total, places = 0, 0
    for part, signs in _EASTERN_PART.findall(digits):
        value = min(_readings(part, comma=comma), key=len)
        scaled = _scaled(value, sum(EASTERN[sign] for sign in signs))
        whole, _, decimals = scaled.partition(".")
        if not (whole + decimals).isdigit():
            return {digits}
        raised = max(places, len(decimals))
        total = total * 10 ** (raised - places) + int(whole + decimals.ljust(raised, "0"))
        places = raised
    text = str(total).rjust(places + 1, "0")
    return {_canonical(f"{text[: len(text) - places]}.{text[len(text) - places :]}")}


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
