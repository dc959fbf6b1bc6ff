"""Characters that a brand lacks become families of the machine, and errors for what none has."""

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
from deckmaker.lettering.texts import texts
from deckmaker.locales import Locale
from deckmaker.typesetting import Typesetter
from deckmaker.typesetting.breaking import graphemes


def widened(
    briefing: Briefing,
    brand: Brand,
    locale: Locale,
    lacking: set[str],
    marks: set[str],
    machine: Machine | None,
) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """Return `brand` with families for what is `lacking`, and an error for each script of the rest.

    `marks` are the characters that make one sign with those before them: such a sign wants one
    family for all of it.
    """
    own = Typesetter(brand)
    clusters = _clusters(briefing, lacking, marks)
    evidence = scripts_in({character for cluster in clusters for character in cluster})
    needed: dict[str, set[str]] = {}
    for cluster in clusters:
        if not own.covers(cluster) and not _is_nameless(cluster):
            needed.setdefault(script_of(cluster, locale, evidence), set()).add(cluster)
    if needed:
        chosen = choose(needed, home_script(locale), machine or this_machine())
        fallbacks = {voice: (*brand.fallbacks.get(voice, ()), *chosen[voice]) for voice in VOICES}
        brand = replace(brand, fallbacks=fallbacks)
    setter = Typesetter(brand)
    still = {c: script_of(c, locale, evidence) for c in lacking if not setter.covers(c)}
    return brand, tuple(_missing(briefing, still))


def _clusters(briefing: Briefing, lacking: set[str], marks: set[str]) -> set[str]:
    """Return what has to be covered: characters, and where they bear marks what they make up."""
    clusters = lacking.copy()
    if marks or any(unicodedata.category(character)[0] == "M" for character in lacking):
        wanted = lacking | marks
        for _, text in texts(briefing):
            if not text.isascii() and not wanted.isdisjoint(text):
                clusters.update(c for c in graphemes(text) if not wanted.isdisjoint(c))
    return clusters


def _is_nameless(cluster: str) -> bool:
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
