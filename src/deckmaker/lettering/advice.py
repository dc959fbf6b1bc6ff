"""Characters that no font has become diagnostics: which, where, and the package that helps."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from deckmaker.diagnostics import Diagnostic, Path
from deckmaker.language.briefing import Briefing
from deckmaker.lettering.scripts import EMOJI, MATHEMATICS, SCRIPTS, SYMBOLS, script_named

NAMED_MOST = 5
"""So many characters are named; a text in another script has hundreds."""
LINES_MOST = 5
RULE = "G01"
_SIGNS = (SYMBOLS, MATHEMATICS, EMOJI, "Latn")
_PRIVATE, _UNASSIGNED = "Co", "Cn"
_BRAND_FILE = "or name a font that has it in the brand file, under `defaults.deckmaker.fallback`"

Places = Sequence[tuple[Path, str]]
"""Texts that lack characters: where each stands, and its first character that is lacking."""


def advise(
    briefing: Briefing, script: str, characters: Sequence[str], places: Places
) -> Diagnostic:
    """Return the error for the `characters` of one script that no font has, at their first place.

    Without places they are of deckmaker's own words, in the language of the briefing.
    """
    mend = _mend(script, characters)
    named = ", ".join(map(_named, characters[:NAMED_MOST]))
    if len(characters) > NAMED_MOST:
        named += f" and {len(characters) - NAMED_MOST} more"
    message = f"no font here has {_kind(script, characters)} {named}{_elsewhere(briefing, places)}"
    if not places:
        message += f", which deckmaker’s own words need in `{briefing.meta.lang}`"
        return Diagnostic(RULE, message, ("meta", "lang"), mend)
    path, first = places[0]
    return Diagnostic(RULE, message, path, mend, span=briefing.find(path, first))


def kinds(characters: Mapping[str, str]) -> dict[str, list[str]]:
    """Return `characters`, each given with its script, by script or by what keeps them from one."""
    found: dict[str, list[str]] = {}
    for character, script in characters.items():
        category = unicodedata.category(character)
        kind = category if category in (_PRIVATE, _UNASSIGNED) else script
        found.setdefault(kind, []).append(character)
    return found


def _kind(script: str, characters: Sequence[str]) -> str:
    many = len(characters) > 1
    if script == _PRIVATE:
        return "the private characters" if many else "the private character"
    if script == _UNASSIGNED:
        return "the unknown characters" if many else "the unknown character"
    if script in _SIGNS or script not in SCRIPTS:
        return "the characters" if many else "the character"
    noun = "characters" if script[:2] in ("Ha", "Jp", "Ko") else "letters"
    return f"the {script_named(script).name} {noun if many else noun[:-1]}"


def _named(character: str) -> str:
    """Return a character with its name; one without a look of its own by its number alone."""
    number = f"U+{ord(character):04X}"
    if unicodedata.category(character)[0] == "C":
        return number
    return f"`{character}` ({unicodedata.name(character, number).lower()})"


def _elsewhere(briefing: Briefing, places: Places) -> str:
    """Return where else they stand: `; also in lines 12 and 15`."""
    lines: list[int] = []
    for path, first in places[1:]:
        span = briefing.find(path, first)
        if span and span.line not in lines:
            lines.append(span.line)
        if len(lines) > LINES_MOST:
            break
    if not lines:
        return ""
    if len(places) - 1 > LINES_MOST:
        return f"; also in {len(places) - 1} more texts"
    listed = " and ".join(filter(None, (", ".join(map(str, lines[:-1])), str(lines[-1]))))
    return f"; also in line{'s' if len(lines) > 1 else ''} {listed}"


def _mend(script: str, characters: Iterable[str]) -> tuple[str, ...]:
    if script == _PRIVATE:
        return (
            "only the font that it was copied from knows what it shows: write a word instead, "
            "or take a character that Unicode has",
            _BRAND_FILE,
        )
    if script == _UNASSIGNED:
        return ("Unicode knows no such character: delete it, or copy the text anew",)
    known = script_named(script)
    install = (
        f"install a font that has {'it' if len(list(characters)) == 1 else 'them'}: on Debian and "
        f"Ubuntu the package {known.package}, elsewhere “{known.download}”, which is free"
    )
    if script in _SIGNS:
        return (
            "write it in words, or with a character that the fonts have",
            f"or {install}",
            _BRAND_FILE,
        )
    return (install, _BRAND_FILE)
