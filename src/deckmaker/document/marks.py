"""Which quotation marks a language has: those of CLDR, but where its printers do otherwise.

* German of Switzerland and Liechtenstein has « » ‹ ›.
* French sets a no-break space inside its marks, Switzerland none; a quotation inside another has
  “ ” there. The space is as wide as that between words, as the Imprimerie nationale asks: the
  narrow one has next to no width in some fonts (a twentieth of an em in Gelasio).
* Italian newspapers and publishers are divided between « » and “ ”; ours are those of CLDR.
* Spanish has « » in Spain (the Academy's choice), “ ” in the Americas.
* Arabic has « » in print; they turn round by themselves. CLDR's ”…“ stand inside them.
* Hebrew has ” at both ends (CLDR), as its readers know it from the straight mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from deckmaker.locales import lineage

NARROW = "\u202f"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language, the spaces inside them included."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    single_opening: str = "‘"
    single_closing: str = "’"
    """What single marks become that stand in no quotation."""
    apostrophe: str = "’"


def _same(opening: str, closing: str, inner: str, single: str = "‘’") -> Marks:
    return Marks(opening, closing, inner[0], inner[1], single[0], single[1])


_ENGLISH = Marks("“", "”", "‘", "’")
_LOW = _same("„", "“", "‚‘", "‚‘")
_LOW_HIGH = _same("„", "”", "«»")
_ANGLED = _same("«", "»", "“”")
_EASTERN = _same("«", "»", "„“")
_SWISS = _same("«", "»", "‹›", "‹›")
_RIGHT = _same("”", "”", "’’", "’’")
_CORNERS = _same("「", "」", "『』", "『』")

_MARKS: dict[str, Marks] = {
    "ar": _same("«", "»", "”“"),
    "be": _EASTERN,
    "bg": _same("„", "“", "’’"),
    "ca": _ANGLED,
    "cs": _LOW,
    "da": _same("“", "”", "‘’"),
    "de": _LOW,
    "de-CH": _SWISS,
    "de-LI": _SWISS,
    "el": _ANGLED,
    "es": _ANGLED,
    "es-419": _ENGLISH,
    "et": _same("„", "“", "«»"),
    "eu": _ANGLED,
    "fa": _same("«", "»", "‹›"),
    "fi": _RIGHT,
    "fr": Marks(f"«{NO_BREAK}", f"{NO_BREAK}»", "“", "”"),
    "fr-CH": _SWISS,
    "gl": _ANGLED,
    "he": _RIGHT,
    "hr": _same("„", "“", "‚‘", "‚‘"),
    "hu": _same("„", "”", "»«"),
    "hy": _same("«", "»", "“”"),
    "is": _LOW,
    "it": _ANGLED,
    "it-CH": _SWISS,
    "ja": _CORNERS,
    "lt": _LOW,
    "nb": _same("«", "»", "‘’"),
    "nn": _same("«", "»", "‘’"),
    "no": _same("«", "»", "‘’"),
    "pl": _LOW_HIGH,
    "pt-PT": _ANGLED,
    "rm": _SWISS,
    "ro": _LOW_HIGH,
    "ru": _EASTERN,
    "sk": _LOW,
    "sl": _LOW,
    "sq": _same("«", "»", "“”"),
    "sr": _same("„", "“", "‚‘", "‚‘"),
    "sv": _RIGHT,
    "uk": _EASTERN,
    "zh-Hant": _CORNERS,
}
"""By tag, as in `locales.lineage`; what is not here has the marks of English."""


@cache
def marks_of(language: str) -> Marks:
    """Return the quotation marks of a BCP 47 tag's language."""
    return next((_MARKS[name] for name in lineage(language) if name in _MARKS), _ENGLISH)
