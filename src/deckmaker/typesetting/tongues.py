"""What language words are likely in, told by their script where nobody has stated it.

Words in the script of the briefing are taken to be in its language. Others get the likeliest tag
of their script: screen readers choose a voice by it, programs a dictionary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby, pairwise

SCRIPTS = {
    "LATIN": ("Latn", "en-US"),
    "CYRILLIC": ("Cyrl", "ru-RU"),
    "GREEK": ("Grek", "el-GR"),
    "ARMENIAN": ("Armn", "hy-AM"),
    "GEORGIAN": ("Geor", "ka-GE"),
    "ARABIC": ("Arab", "ar-SA"),
    "HEBREW": ("Hebr", "he-IL"),
    "SYRIAC": ("Syrc", "syr-SY"),
    "THAANA": ("Thaa", "dv-MV"),
    "DEVANAGARI": ("Deva", "hi-IN"),
    "BENGALI": ("Beng", "bn-BD"),
    "GURMUKHI": ("Guru", "pa-IN"),
    "GUJARATI": ("Gujr", "gu-IN"),
    "ORIYA": ("Orya", "or-IN"),
    "TAMIL": ("Taml", "ta-IN"),
    "TELUGU": ("Telu", "te-IN"),
    "KANNADA": ("Knda", "kn-IN"),
    "MALAYALAM": ("Mlym", "ml-IN"),
    "SINHALA": ("Sinh", "si-LK"),
    "THAI": ("Thai", "th-TH"),
    "LAO": ("Laoo", "lo-LA"),
    "KHMER": ("Khmr", "km-KH"),
    "MYANMAR": ("Mymr", "my-MM"),
    "TIBETAN": ("Tibt", "bo-CN"),
    "ETHIOPIC": ("Ethi", "am-ET"),
    "HIRAGANA": ("Jpan", "ja-JP"),
    "KATAKANA": ("Jpan", "ja-JP"),
    "HANGUL": ("Hang", "ko-KR"),
    "BOPOMOFO": ("Hant", "zh-TW"),
    "CJK": ("Hans", "zh-CN"),
}
"""How the names of a script's letters begin (Unicode); its code in a theme; its likeliest tag."""
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_OWN = {
    "Jpan": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "Kore": frozenset({"HANGUL", "CJK"}),
    "Hans": frozenset({"CJK", "BOPOMOFO"}),
    "Hant": frozenset({"CJK", "BOPOMOFO"}),
    "Hani": frozenset({"CJK"}),
}
"""The scripts of locales that are written in several, or in one of another name."""

_JOINERS = "\u200c\u200d"
_KANA = frozenset({"HIRAGANA", "KATAKANA"})


@cache
def own_scripts(script: str) -> frozenset[str]:
    """Return the names of a locale's scripts; `script` is its code (ISO 15924)."""
    named = frozenset(name for name, (code, _) in SCRIPTS.items() if code == script)
    return _OWN.get(script, named)


def scripts_in(text: Iterable[str]) -> set[str]:
    """Return the names of the scripts that letters of `text` are of."""
    return {name for name in map(_script, set(text)) if name in SCRIPTS}


def tongue(text: str, scripts: Iterable[str]) -> str:
    """Return the likeliest tag of `text`, of which some letters are of each of `scripts`."""
    name = next(name for name in SCRIPTS if name in scripts)
    if name == "CYRILLIC" and not _UKRAINIAN.isdisjoint(text):
        return "uk-UA"
    return SCRIPTS[name][1]


def tongues(text: str, script: str) -> list[tuple[str, str]]:
    """Return `text` in pieces, each with its likeliest tag; it is empty for the locale's own words.

    `script` is the locale's. Spaces and signs between two words of one language are of it, those
    between two languages of the locale's, and those at the ends of the text go with its words.
    """
    if script == "Latn" and text.isascii():
        return [(text, "")]
    own = own_scripts(script)
    if not own or scripts_in(text) <= own:
        return [(text, "")]
    names: list[str | None] = []
    for character in text:
        if names and (character in _JOINERS or unicodedata.category(character).startswith("M")):
            names.append(names[-1])  # or it would be shaped without the letter that it belongs to
        else:
            names.append(_script(character) if character.isalpha() else None)
    if not _KANA.isdisjoint(names):  # then the characters beside them are Japanese too
        names = ["HIRAGANA" if name in _KANA | {"CJK"} else name for name in names]
    words = [name and ("" if name in own or name not in SCRIPTS else name) for name in names]
    known = [at for at, word in enumerate(words) if word is not None]
    words[: known[0]] = [words[known[0]]] * known[0]
    words[known[-1] :] = [words[known[-1]]] * (len(words) - known[-1])
    for before, after in pairwise(known):
        between = words[before] if words[before] == words[after] else ""
        words[before + 1 : after] = [between] * (after - before - 1)
    pieces: list[tuple[str, str]] = []
    start = 0
    for word, run in groupby(words):
        end = start + len(list(run))
        piece = text[start:end]
        pieces.append((piece, tongue(piece, {word}) if word else ""))
        start = end
    return pieces


@cache
def _script(character: str) -> str:
    """Return the first word of the Unicode name of a letter, empty for any other character."""
    if not character.isalpha():
        return ""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]
