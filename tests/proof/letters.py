"""Letters as they can be counted in any script, whatever a renderer has made of their order."""

from __future__ import annotations

import unicodedata
from collections import Counter

_MIRRORED = str.maketrans(
    ")]}>»›≥）］｝」』】〉》〕", "([{<«‹≤（［｛「『【〈《〔"
)
"""Pairs of which either may be drawn for the other where text runs to the left."""
_PASSED_OVER = frozenset({"\ufe0e", "\ufe0f", "\u0307", "\u034f", "\u00ad", "\ufffd"})
"""Selectors that choose a form, the dot that small letters gain from İ, invisible marks."""
_DOTLESS = str.maketrans({"ı": "i", "ς": "σ"})


def folded(text: str) -> str:
    """Return `text` without spaces, controls, case, ligatures and the sides of brackets."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", whole).casefold())
    return "".join(
        letter
        for letter in plain.translate(_MIRRORED).translate(_DOTLESS)
        if not letter.isspace()
        and letter not in _PASSED_OVER
        and unicodedata.category(letter) not in ("Cf", "Cc")
    )


def counted(text: str) -> Counter[str]:
    """Return how often each letter stands in `text`, marks apart from what they stand on.

    Renderers compose letters and marks, or take them apart.
    """
    return Counter(folded(unicodedata.normalize("NFKD", folded(text))))


def is_mark(letter: str) -> bool:
    """Return whether `letter` stands over or under another and not on the line."""
    return unicodedata.category(letter[0]) in ("Mn", "Me")
