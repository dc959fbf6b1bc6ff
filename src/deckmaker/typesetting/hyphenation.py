"""Where a word may be parted at the end of a line, by the patterns of its language.

The patterns (F. M. Liang's method) are those of LibreOffice's dictionaries, which the package
pyphen carries; they are read here, since pyphen's own reader takes a third of a second for German.
A language without patterns, Turkish among them, is set without hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from deckmaker.locales import Locale, lineage, locale_for

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_DICTIONARIES = "pyphen.dictionaries"
_REGIONS = {"en": "en_US", "nb": "nb_NO", "no": "nb_NO", "nn": "nn_NO", "pt": "pt_PT"}
"""The dictionary of a language that has several, where a tag names no region."""
_SECOND_LEVEL = b"NEXTLEVEL"
"""Parts whole compounds, which are left out, from patterns, which part compounds well enough."""
_LEAST = 3
"""So many letters stay on the line, and go to the next one, at least."""
_SHORTEST = 7
"""Words of fewer letters are not parted."""
_WORD = re.compile(
    r"(?P<before>[(\[“„«‹\"'‘¿¡]*(?:[^\W\d_]{1,5}['’])?)(?P<letters>[^\W\d_]+)(?:['’]s)?[)\]”“»›\"'’.,;:!?…]*"
)
_VOWELS = frozenset("aeiouyæœøıаеиоуыэюяєіљњαεηιουω")


class Hyphenator:
    """Parts the words of one language."""

    def __init__(self, name: str) -> None:
        """Read the dictionary `name`, such as `de_DE`."""
        data = (_folder() / f"hyph_{name}.dic").read_bytes()
        head, _, body = data.partition(b"\n")
        encoding = _encoding(head.decode("ascii").strip())
        patterns = b"\n".join(body.rpartition(_SECOND_LEVEL)[2].split())
        letters = patterns.translate(None, b"0123456789").decode(encoding).split("\n")
        self._patterns = dict(zip(letters, patterns.decode(encoding).split("\n"), strict=True))
        self._longest = max(map(len, self._patterns))
        self._known: dict[str, tuple[int, ...]] = {}

    def places(self, word: str) -> tuple[int, ...]:
        """Return the offsets at which `word` may be parted; marks may stand around its letters.

        Addresses, numbers, compounds with a hyphen and words in capitals are never parted.
        """
        if len(word) < _SHORTEST:
            return ()
        found = self._known.get(word)
        if found is None:
            match = _WORD.fullmatch(word)
            letters = match["letters"] if match else ""
            if len(letters) < _SHORTEST or letters.isupper():
                found = ()
            else:
                start = match.start("letters") if match else 0
                found = tuple(start + place for place in self._within(letters))
            self._known[word] = found
        return found

    def _within(self, letters: str) -> list[int]:
        small = letters.lower()
        if len(small) != len(letters):
            return []
        dotted = f".{small}."
        weights = [0] * (len(dotted) + 1)
        for start in range(len(dotted)):
            for end in range(start + 1, min(start + self._longest, len(dotted)) + 1):
                pattern = self._patterns.get(dotted[start:end])
                if pattern is not None and "/" not in pattern:
                    _weigh(weights, start, pattern)
        odd = [at - 1 for at, weight in enumerate(weights) if weight % 2]
        return [
            place
            for place in _with_vowels(small, [at for at in odd if 0 < at < len(small)])
            if _LEAST <= place <= len(small) - _LEAST
        ]


def hyphenator_for(locale: Locale) -> Hyphenator | None:
    """Return what parts the words of `locale`; None where no patterns are known or wanted.

    Scripts without capitals are set without hyphens, whatever patterns there are.
    """
    if not locale.cased:
        return None
    name = _dictionary(locale.tag)
    return _hyphenator(name) if name else None


@cache
def _hyphenator(name: str) -> Hyphenator:
    return Hyphenator(name)


@cache
def _dictionary(tag: str) -> str:
    """Return the name of the dictionary nearest to a BCP 47 tag, empty where there is none."""
    known = {
        entry.name.removeprefix("hyph_").removesuffix(".dic")
        for entry in _folder().iterdir()
        if entry.name.endswith(".dic")
    }
    language = locale_for(tag).language
    names = [name.replace("-", "_") for name in lineage(tag)]
    names.append(_REGIONS.get(language, ""))
    names += sorted(name for name in known if name.partition("_")[0] == language)
    return next((name for name in names if name in known), "")


def _folder() -> Traversable:
    """Return the folder of the dictionaries; what finds it is loaded where one is needed."""
    folder: Traversable = import_module("importlib.resources").files(_DICTIONARIES)
    return folder


def _encoding(name: str) -> str:
    return "cp1251" if name.lower() == "microsoft-cp1251" else name


def _weigh(weights: list[int], at: int, pattern: str) -> None:
    """Raise the weights from `at` on to those that stand between the letters of `pattern`."""
    for sign in pattern:
        if sign in "0123456789":
            weights[at] = max(weights[at], int(sign))
        else:
            at += 1


def _with_vowels(word: str, places: list[int]) -> list[int]:
    """Return `places` less those that part a syllable without a vowel from what stands before it.

    Some dictionaries part single consonants off.
    """
    return [
        place
        for place, end in pairwise([*places, len(word)])
        if _has_vowel(word[place:end]) and _has_vowel(word[:place])
    ]


def _has_vowel(syllable: str) -> bool:
    return not _VOWELS.isdisjoint(unicodedata.normalize("NFD", syllable))
