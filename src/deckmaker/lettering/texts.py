"""What is printed: the texts of a briefing with their places, and the words of our own."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Path
from deckmaker.language.briefing import Briefing
from deckmaker.language.claims import text_units
from deckmaker.locales import Locale, cldr
from deckmaker.wording import wording_for


def texts(briefing: Briefing) -> Iterator[tuple[Path, str]]:
    """Yield every text of a briefing that is printed, with its place."""
    meta = briefing.meta
    for name, value in (("short", meta.short), ("kind", meta.kind), ("marking", meta.marking)):
        if value:
            yield ("meta", name), value
    for name, values in (("to", meta.to), ("from", meta.from_), ("cc", meta.cc)):
        for value in values:
            yield ("meta", name), value
    for key, source in briefing.sources.items():
        for name, value in (("cite", source.cite), ("author", source.author)):
            if value:
                yield (*briefing.source_path(key), name), value
    for key, value in briefing.terms.items():
        yield ("terms", key), key + value
    for unit in text_units(briefing):
        if unit.role != "notes":  # never set by us: PowerPoint shows notes in what font it has
            yield unit.path, unit.text


def own_characters(locale: Locale) -> set[str]:
    """Return the characters of what deckmaker itself prints: fixed words, dates, figures."""
    characters = set(str(wording_for(locale.tag)))
    if not locale.cased:  # the names of months in Latin, Cyrillic and Greek bring nothing new
        for width in cldr(locale.tag).months["format"].values():
            characters.update("".join(width.values()))
    return characters
