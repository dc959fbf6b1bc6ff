"""What typesetting looks for in a text of a language: one regular expression, its groups named.

What no line may part, each language says in its wording; the names of its months, the gap before
its per cent sign and within its long numbers are CLDR's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from babel.numbers import get_group_symbol

from deckmaker.document.calendar import before_month, months
from deckmaker.document.marks import NARROW, NO_BREAK
from deckmaker.language.quoting import MARKS
from deckmaker.locales import cldr, lineage, locale_for
from deckmaker.richtext import ADDRESS
from deckmaker.wording import wording_for

GAP = "[ \\t\\n\\r]+"
_UNITS = (
    "°[CF]?|[kcm]?m|km²|km2|m²|m³|[kM]?t|[km]?g|ha|l|km/h|mph|kn|nm|[kMGT]?Wh?|[kMGT]?Hz|[kMGT]?B"
)
"""Signs of units, the same everywhere."""
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆČĎĘĚĞĢĪİĶĹĻŁŃŅŇŐŘŚŞŠŤŪŮŰŹŻŽΑ-ΩА-ЯЁІЇЄҐ"
_WIDE = (
    "\\u3001-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff"
    "\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65"
)
"""Letters and marks of Chinese and Japanese, between which no space stands."""
_UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""Languages that write their words without spaces between them."""
French = Literal["France", "Canada", "Switzerland"]


@cache
def places(language: str) -> re.Pattern[str]:
    """Return what may have to change in a text of a language.

    Its groups bear the name of the change, perhaps with a figure behind it. What can stand in few
    places is asked for first: a text is searched letter by letter.
    """
    tongue = locale_for(language).language
    words = wording_for(language).shortened
    end = "" if tongue in _UNSPACED else "(?!\\w)"
    day = "(?:(?<=\\b\\d)|(?<=\\b\\d\\d))"
    behind_digit = [
        f"(?P<glue1>{GAP}(?=(?:{_UNITS})(?!\\w)|(?:{_words(words.behind_number)}){end})"
        f"|{day}{before_month(language)}(?=(?:{months(language)}){end}))",
        "(?P<percent>[ \\u00a0\\u202f]+(?=[%‰]))",
    ]
    if group(language).isspace():
        behind_digit.append("(?P<group>(?<!\\d{4}) (?=\\d{3}(?!\\d)))")
    # J. R. R. Tolkien, В. В. Иванов
    initial = f"[{_CAPITAL}]\\. ?"
    phrases = "".join(f"|{_words([word])}" for word in words.others if " " in word)
    at_begin = (
        f"(?P<glue2>(?:{_words(words.before_number)}|§§?|¶¶?){GAP}(?=\\d)"
        f"|{initial}(?={initial}[{_CAPITAL}]|[{_CAPITAL}][^\\W\\d_A-ZА-Я]){phrases})",
        f"(?P<title>(?:{_words(words.titles)}){GAP}(?=\\w))",
    )
    found = [
        f"(?P<address>{ADDRESS})",
        *_french(language),
        f"(?<=\\d)(?:{'|'.join(behind_digit)})",
        f"(?<![\\w.])(?:{'|'.join(at_begin)})",
    ]
    if tongue == "en":
        after = "|".join(f"(?<=\\b{month})" for month in months(language).split("|"))
        found.append(f"(?P<glue3>(?={GAP}\\d{{1,2}}(?!\\d))(?:{after}){GAP})")
    if words.clinging:
        found.append(f"(?P<glue4>(?<!\\w)(?i:{_words(words.clinging)}){GAP}(?=\\w))")
    if tongue in {"ja", "zh"}:
        found.append(f"(?P<fold>(?<=[{_WIDE}]){GAP}(?=[{_WIDE}]))")
    found += [
        "(?P<space>[ \\t\\n\\r]{2,}|[\\t\\n\\r])",
        "(?P<dash>(?<!-)-{2,3}(?!-))",
        "(?P<dots>\\.\\.\\.)",
        '(?P<double>")',
        "(?P<single>')",
    ]
    return re.compile("|".join(found))


@cache
def signs(language: str) -> re.Pattern[str]:
    """Return what typesetting or markup could turn into something else; most labels have none."""
    words = wording_for(language).shortened
    bare = [word for word in (*words.titles, *words.before_number, *words.clinging) if _bare(word)]
    more = ";!?" if french(language) else ""
    wide = f"|[{_WIDE}] [{_WIDE}]" if locale_for(language).language in {"ja", "zh"} else ""
    return re.compile(
        f"[{re.escape(MARKS)}'*@\\[\\\\\\d.\\t\\n\\r{more}-]| {{2}}{wide}"
        + ("|:(?=\\s|$)" if more else "")
        + (f"|(?<!\\w)(?i:{_words(bare)}) " if bare else "")
    )


def _bare(word: str) -> bool:
    return "." not in word


def _words(words: Sequence[str]) -> str:
    """Return `words` as an alternative, the longest first."""
    longest_first = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace("\\ ", GAP) for word in longest_first) or "(?!)"


def french(language: str) -> French | None:
    """Return after whose custom French sets its marks; None of another language."""
    if locale_for(language).language != "fr":
        return None
    names = lineage(language)
    return "Canada" if "fr-CA" in names else "Switzerland" if "fr-CH" in names else "France"


def _french(language: str) -> list[str]:
    """Return where French wants a space within its marks and before its high signs."""
    custom = french(language)
    if custom is None:
        return []
    any_gap = "[ \\u00a0\\u202f]"
    gap = f"{any_gap}*" if custom == "France" else f"{any_gap}+"
    found = [
        f"(?P<colon>(?<=[^\\s:;!?]){any_gap}{'+' if custom == 'Switzerland' else '*'}:(?=\\s|$))",
        f"(?P<high>(?<=[^\\s:;!?…(\\[«“‘]){gap}[;!?]+(?=[\\s»”’)\\]\"']|$))",
    ]
    if custom != "Switzerland":
        found += [
            f"(?P<opening>(?<!\\w)«{any_gap}*(?=\\S))",
            f"(?P<closing>(?<=\\S){any_gap}*»(?!\\w))",
        ]
    return found


def high(found: str, language: str) -> str:
    """Return a high sign of French with the space before it: `colon` has the wider one."""
    sign = found.lstrip(f" {NO_BREAK}{NARROW}")
    wide = sign == ":" and french(language) != "Switzerland"
    return f"{NO_BREAK if wide else NARROW}{sign}"


@cache
def group(language: str) -> str:
    """Return what parts the thousands of a number (CLDR); of spaces the one that all fonts have."""
    return str(get_group_symbol(cldr(language))).replace(NARROW, NO_BREAK)


@cache
def percent_gap(language: str) -> str:
    """Return what stands between a number and its per cent sign (CLDR); in English nothing."""
    suffix = str(cldr(language).percent_formats[None].suffix[0])
    return "" if suffix.startswith("%") else suffix.partition("%")[0] or NO_BREAK
