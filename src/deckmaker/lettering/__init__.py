"""Lettering: a briefing and its brand become the brand with a font for every character.

What the brand's own fonts lack is looked for on this machine. PowerPoint would put a font of its
own choice, whose widths nobody has measured, and a PDF would show boxes; so a character that no
font has is an error, which names the package that brings one, before anything is written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from deckmaker.brand import Brand
from deckmaker.diagnostics import Diagnostic, Path
from deckmaker.language.briefing import Briefing
from deckmaker.lettering.advice import advise, kinds
from deckmaker.lettering.choice import VOICES, choose
from deckmaker.lettering.machine import Machine, this_machine
from deckmaker.lettering.scripts import home_script, script_of, scripts_in
from deckmaker.lettering.texts import own_characters, texts
from deckmaker.locales import Locale
from deckmaker.typesetting import Typesetter
from deckmaker.typesetting.breaking import graphemes

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

    evidence = scripts_in(characters)
    needed: dict[str, set[str]] = {}
    for cluster in _clusters(briefing, characters, lacking, marks):
        if not own.covers(cluster) and not _nameless(cluster):
            needed.setdefault(script_of(cluster, locale, evidence), set()).add(cluster)
    if needed:
        chosen = choose(needed, home_script(locale), machine or this_machine())
        fallbacks = {voice: (*brand.fallbacks.get(voice, ()), *chosen[voice]) for voice in VOICES}
        brand = replace(brand, fallbacks=fallbacks)
    widened = Typesetter(brand)
    still = {c: script_of(c, locale, evidence) for c in lacking if not widened.covers(c)}
    return brand, tuple(_missing(briefing, still))


def _clusters(
    briefing: Briefing, characters: set[str], lacking: set[str], marks: set[str]
) -> set[str]:
    """Return what has to be covered: characters, and with `marks` on them what they make up."""
    clusters = lacking.copy()
    if any(unicodedata.category(c)[0] == "M" for c in characters) or marks:
        wanted = lacking | marks
        for _, text in texts(briefing):
            if not text.isascii() and not wanted.isdisjoint(text):
                clusters.update(c for c in graphemes(text) if not wanted.isdisjoint(c))
    return clusters


def _nameless(cluster: str) -> bool:
    """Tell whether Unicode gives `cluster` no meaning: private or unassigned."""
    return unicodedata.category(cluster[0]) in ("Co", "Cn")


def _missing(briefing: Briefing, still: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield an error for each script of the characters `still` without a font."""
    if not still:
        return
    groups = kinds(still)
    group_of = {character: name for name, group in groups.items() for character in group}
    found: dict[str, dict[str, None]] = {name: {} for name in groups}
    places: dict[str, list[tuple[Path, str]]] = {name: [] for name in groups}
    for path, text in texts(briefing):
        if still.keys().isdisjoint(text):
            continue
        seen = set()
        for character in filter(still.__contains__, text):
            name = group_of[character]
            found[name].setdefault(character)
            if name not in seen:
                places[name].append((path, character))
                seen.add(name)
    for name, group in groups.items():
        yield advise(briefing, name, [*found[name]] or sorted(group), places[name])
