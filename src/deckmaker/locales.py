"""A BCP 47 tag becomes a Locale: script, direction, and what type can do in that script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale as Cldr
from babel import UnknownLocaleError
from babel.core import get_global

Direction = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"})
_SLANTED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts with italics, with capitals, and whose letters may be spaced."""
_IDEOGRAPHIC = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore"})
_LEADING = {
    "Arab": 1.15,
    "Deva": 1.15,
    "Thai": 1.15,
    "Hans": 1.1,
    "Hant": 1.1,
    "Jpan": 1.1,
    "Kore": 1.1,
}
"""Scripts whose letters reach higher or deeper than Latin's, or fill their line more evenly."""


@dataclass(frozen=True, slots=True)
class Locale:
    """What the language of a briefing means for its type."""

    tag: str
    """BCP 47, as the author wrote it: `de-AT`."""
    language: str
    """The language subtag in small letters: `de`."""
    script: str
    """ISO 15924: `Latn`, `Arab`, `Hans`; the likeliest one where the tag names none (CLDR)."""
    direction: Direction = "ltr"
    leading: float = 1.0
    """By how much lines stand further apart than in Latin script."""
    cased: bool = True
    """Whether the script has capitals and small letters, italics, and letters to be spaced."""
    ideographic: bool = False
    """Whether it is written without spaces on a square: Chinese, Japanese; Korean too is set so."""

    @property
    def rtl(self) -> bool:
        """Whether text runs from right to left."""
        return self.direction == "rtl"


@cache
def locale_for(tag: str) -> Locale:
    """Return what a BCP 47 tag means; a tag that CLDR does not know is read as English's script."""
    parts = tag.replace("_", "-").split("-")
    language = parts[0].casefold()
    script = next((p.title() for p in parts[1:] if len(p) == 4 and p.isalpha()), "")
    if not script:
        script = _likely_script(language, parts[1:])
    return Locale(
        tag=tag,
        language=language,
        script=script,
        direction="rtl" if script in _RIGHT_TO_LEFT else "ltr",
        leading=_LEADING.get(script, 1.0),
        cased=script in _SLANTED,
        ideographic=script in _IDEOGRAPHIC,
    )


def _likely_script(language: str, rest: list[str]) -> str:
    """Return the script that a language is most likely written in, in a region (CLDR)."""
    likely = get_global("likely_subtags")
    region = next((p.upper() for p in rest if len(p) == 2 or p.isdigit()), "")
    full = likely.get(f"{language}_{region}") or likely.get(language) or "en_Latn_US"
    return str(full.split("_")[1])


def cldr(tag: str) -> Cldr:
    """Return the CLDR locale nearest to a BCP 47 tag; English where none is known."""
    parts = tag.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Cldr.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Cldr("en")


ENGLISH = Locale("en", "en", "Latn")


@cache
def lineage(tag: str) -> tuple[str, ...]:
    """Return the names under which something may be kept for a tag, the most particular first.

    `es-MX` is kept as `es-MX`, as `es-419` for all of Latin America (CLDR), or as `es`; `zh-TW`
    as `zh-TW`, `zh-Hant` or `zh`.
    """
    locale = locale_for(tag)
    parts = tag.replace("_", "-").split("-")[1:]
    region = next((p.upper() for p in parts if len(p) == 2 or p.isdigit()), "")
    names = [f"{locale.language}-{locale.script}", locale.language]
    if region:
        parent = get_global("parent_exceptions").get(f"{locale.language}_{region}", "")
        if "_" in parent:
            names.insert(0, parent.replace("_", "-"))
        names.insert(0, f"{locale.language}-{region}")
    return tuple(dict.fromkeys(names))
