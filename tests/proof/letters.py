"""Letters as they can be counted in any script, whatever a renderer has made of their order."""

from __future__ import annotations

import unicodedata
from collections import Counter

_MIRRORED = str.maketrans(")]}>»›≥）］｝」』】〉》〕", "([{<«‹≤（［｛「『【〈《〔")
"""Pairs of which either may be drawn for the other where text runs to the left."""
_PASSED_OVER = frozenset({"\ufe0e", "\ufe0f", "\u0307", "\u034f", "\u00ad", "\ufffd"})
"""Selectors that choose a form, the dot that small letters gain from İ, invisible marks."""
_ALIKE = str.maketrans(
    {"ı": "i", "ς": "σ", "”": "“", "„": "“", "’": "‘", "\u2010": "-", "\u2011": "-"}
)
"""Letters that case confounds, and marks that PDFium turns round in text that runs to the left."""


def folded(text: str) -> str:
    """Return `text` without spaces, controls, case, ligatures and the sides of brackets."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", whole).casefold())
    return "".join(
        letter
        for letter in plain.translate(_MIRRORED).translate(_ALIKE)
        if not letter.isspace()
        and letter not in _PASSED_OVER
        and unicodedata.category(letter) not in ("Cf", "Cc")
    )


def counted(text: str) -> Counter[str]:
    """Return how often each letter stands in `text`, less the marks that stand on letters.

    Renderers compose letters and marks or take them apart, and PDFium passes over marks that stand
    on the same spot.
    """
    apart = unicodedata.normalize("NFKD", folded(text))
    return Counter(letter for letter in folded(apart) if not is_mark(letter))


def is_mark(letter: str) -> bool:
    """Return whether `letter` stands over or under another and not on the line."""
    return unicodedata.category(letter[0]) in ("Mn", "Me")


def runs_left(text: str) -> bool:
    """Return whether `text` has letters that run from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def joins(text: str) -> bool:
    """Return whether `text` has letters of scripts that join them: Arabic and its like, Indic."""
    return runs_left(text) or any("\u0900" <= letter <= "\u0dff" for letter in text)


def heaped(text: str) -> bool:
    """Return whether some letter of `text` carries three marks or more."""
    marks = "".join("m" if is_mark(letter) else "." for letter in text)
    return "mmm" in marks
