"""How Office is told to print figures: Numerals become a number format.

(ECMA-376 Part 1, 18.8.31.) The format names the language of the document. LibreOffice prints that
language's separators; PowerPoint those of its reader's system, whatever a format says.
"""

from __future__ import annotations

from functools import cache
from locale import windows_locale

from babel.core import get_global

from deckmaker.document.numerals import UNKNOWN, Numerals
from deckmaker.document.typography import MINUS
from deckmaker.locales import cldr

_NUMBERS = {name: number for number, name in sorted(windows_locale.items(), reverse=True)}
"""The numbers of locales in Windows ([MS-LCID]), the lowest where a locale has several."""
YEAR, MONTH = "0", r"yyyy\-mm"
"""Formats of categories on an axis of time."""
TIME = "yyyy"
"""The format by which LibreOffice knows that the numbers of an axis count days."""
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))
DASH = f'"{UNKNOWN}"'


RIGHT_TO_LEFT = "\u200f"
"""A mark that keeps a figure's sign with it behind an Arabic name."""


def number_format(printed: Numerals, lang: str, mark: str = "") -> str:
    """Return the format of figures as `printed`, with a true minus sign for negative ones.

    `mark` is an invisible sign to end them with.
    """
    number = "0.0E+00" if printed.powers else "#,##0" + _decimals(printed)
    language, shown = _named(lang), _quoted(printed.before) + number + _quoted(printed.after, mark)
    nothing = f";{_quoted(printed.before)}0{_quoted(printed.after)}" if printed.powers else ""
    return f"{language}{shown};{language}{_quoted(MINUS)}{shown}{nothing}"


def share_format(printed: Numerals, lang: str, mark: str = "") -> str:
    """Return the format of shares of a whole, which Office multiplies by a hundred."""
    before, after = _unmarked(printed.before), _unmarked(printed.after)
    return f"{_named(lang)}{before}0{_decimals(printed)}{after}{_quoted('', mark)}"


def unknown_format(printed: Numerals, lang: str) -> str:
    """Return the format of a figure that is not known: a dash until there is one."""
    return f"[=0]{DASH};{number_format(printed, lang).partition(';')[0]}"


def _decimals(printed: Numerals) -> str:
    return "." + "0" * printed.decimals if printed.decimals else ""


@cache
def _named(lang: str) -> str:
    """Return the language's place in a format; nothing where Windows has no number for it."""
    locale = cldr(lang)
    likely = get_global("likely_subtags").get(locale.language, "").rpartition("_")[2]
    number = _NUMBERS.get(f"{locale.language}_{locale.territory or likely}")
    return f"[$-{number:X}]" if number else ""


def _quoted(literal: str, mark: str = "") -> str:
    """Return `literal` as a format shows it; a format has no quotation mark to show."""
    shown = _unmarked(literal).replace(chr(34), "″") + mark
    return f'"{shown}"' if shown else ""


def _unmarked(literal: str) -> str:
    """Return `literal` without marks of direction (CLDR has some around per cents).

    Behind the name of a slice they would part the sign from its figure.
    """
    return literal.translate(_MARKS)
