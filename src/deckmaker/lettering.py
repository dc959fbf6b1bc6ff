"""Which characters of a briefing no font of the brand has: named before anything is set.

PowerPoint would put a font of its own choice, whose widths nobody has measured, and a PDF would
show boxes. So a character without a glyph is the author's to replace, or the brand's to provide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from deckmaker.brand import Brand
from deckmaker.diagnostics import Diagnostic, Path
from deckmaker.language.briefing import Briefing
from deckmaker.language.claims import text_units
from deckmaker.typesetting import Typesetter

NAMED_MOST = 8
"""So many characters of one text are named; a text in another script has hundreds."""


def missing_letters(briefing: Briefing, brand: Brand) -> tuple[Diagnostic, ...]:
    """Return an error for each text with characters that neither voice of `brand` can show."""
    typesetter = Typesetter(brand)
    known: dict[str, bool] = {}
    found = []
    for path, text in _texts(briefing):
        for character in set(text) - known.keys():
            known[character] = not typesetter.missing(character, "sans")
        lacking = [c for c in dict.fromkeys(text) if not known[c] and not c.isspace()]
        if lacking:
            found.append(_diagnostic(briefing, path, lacking))
    return tuple(found)


def _diagnostic(briefing: Briefing, path: Path, lacking: list[str]) -> Diagnostic:
    named = ", ".join(f"`{c}` ({_name(c)})" for c in lacking[:NAMED_MOST])
    more = f" and {len(lacking) - NAMED_MOST} more" if len(lacking) > NAMED_MOST else ""
    return Diagnostic(
        "G01",
        f"the brand's fonts have no {named}{more}",
        path,
        (
            "write it in words, or with a character that the fonts have",
            "or name fonts that have it in the brand file, under `typography`",
        ),
        span=briefing.find(path, lacking[0]),
    )


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _texts(briefing: Briefing) -> Iterator[tuple[Path, str]]:
    """Yield every text that is printed, with its place."""
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
