"""Lettering: a briefing and its brand become the brand with a font for every character.

What the brand's own fonts lack is looked for on this machine. PowerPoint would put a font of its
own choice, whose widths nobody has measured, and a PDF would show boxes; so a character that no
font has is an error, which names the package that brings one, before anything is written.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from deckmaker.brand import Brand
from deckmaker.diagnostics import Diagnostic
from deckmaker.language.briefing import Briefing
from deckmaker.lettering.texts import own_characters, texts
from deckmaker.locales import Locale
from deckmaker.typesetting import Typesetter

if TYPE_CHECKING:
    from deckmaker.lettering.machine import Machine

__all__ = ["find_fonts"]

_UNSHOWN = frozenset(" \n\t")
_JOINING = frozenset("\u200d\ufe0f\u20e3")
"""What joins characters into one sign: zero width joiner, emoji style, keycap."""


def find_fonts(
    briefing: Briefing, brand: Brand, locale: Locale, machine: Machine | None = None
) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """Return `brand` with fallbacks for all that `briefing` prints, and what no font has (G01).

    The fonts of the `machine` (this one) are looked at only where the brand's own do not suffice.
    """
    characters = own_characters(locale)
    for _, text in texts(briefing):
        characters.update(text)
    own = Typesetter(brand)
    lacking = {c for c in characters - _UNSHOWN if not own.covers(c)}
    marks = {c for c in characters if c in _JOINING or unicodedata.combining(c)}
    if not lacking and not marks:
        return brand, ()

    from deckmaker.lettering.search import widened  # what most briefings never need

    return widened(briefing, brand, locale, lacking, marks, machine)
