"""A number in a text goes in; what it counts comes out: its unit, and the words that follow it.

Two texts agree about a number where their units are the same or a word that follows it is; where
one of them says nothing, they do not disagree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckmaker.vocabulary import Vocabulary

_GLUED = re.compile("^(?:[הוב](?=[\u05d0-\u05ea]{3})|[وفب]?ال(?=[\u0621-\u064a]{2}))")
"""An article that is written before its noun without a space."""
_WORDS = 3
"""How many words behind a number may say what it counts."""
_WORD = re.compile(r"[\s\u00a0\u202f-]*([^\W\d_][\w'’\u0300-\u036f\u0900-\u097f-]*)")
_UNSPACED = re.compile(r"\s?([\u0e01-\u0e4e\u3040-\u30ff\u3400-\u9fff]{1,4})")
_PEOPLE = "人名位口"
"""Signs that count people."""
_CLASSIFIERS = "个個只隻件条條张張座家所間间"
"""Signs that count things of every kind."""
_FUNCTION_SIGNS = "这這那該该此的了在是和与與、のはがをにでともからより"
_OF = re.compile(r"^\s(?:de\s|d['’]\s?|di\s|do\s|of\s)")
_SIGN_BEFORE = re.compile(r"((?:[A-Z]{1,3})?[$€£¥₺₴₽₪₹฿₩]|(?<![A-Za-z])[A-Z]{3})[\s\u00a0\u202f]?$")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, as far as the text beside it tells."""

    unit: str
    """The first spelling of its unit, or a currency's sign; empty where it has none we know."""
    words: tuple[str, ...]
    """The words that follow it, up to the first that only joins others."""

    @property
    def said(self) -> str:
        """The word to show to an author; empty where nothing is said."""
        return self.words[0] if self.words else self.unit

    def agrees(self, other: Counted) -> bool:
        """Tell whether two texts may count the same."""
        if not (self.unit or self.words) or not (other.unit or other.words):
            return True
        if self.unit and other.unit:
            return self.unit == other.unit
        return any(_alike(a, b) for a in self.words for b in other.words)


def counted(text: str, start: int, end: int, words: Vocabulary) -> Counted:
    """Return what the number at `start` to `end` of `text` counts."""
    behind = text[end : end + 80]
    if any(map(str.isalpha, text[start:end])):  # millones de euros
        behind = _OF.sub("", behind, count=1)
    unit = _unit(behind, words)
    sign = _SIGN_BEFORE.search(text[max(0, start - 5) : start])
    if not unit and sign:
        unit = _unit(sign[1], words) or sign[1]
    if joined := _UNSPACED.match(behind):
        people = joined[1][0] in _PEOPLE
        noun = joined[1].lstrip(_PEOPLE if people else _CLASSIFIERS)
        said = noun and noun[0] not in _FUNCTION_SIGNS
        return Counted(unit or ("人" if people else ""), (noun,) if said else ())
    found: list[str] = []
    at = 0
    while len(found) < _WORDS and (word := _WORD.match(behind, at)):
        if words.numbers.any_function_word.whole(word[1]):
            break
        if len(word[1]) > 1:  # the signs of a unit such as l/s say too little
            found.append(word[1])
        at = word.end()
    return Counted(unit, tuple(found))


def _unit(text: str, words: Vocabulary) -> str:
    """Return the first spelling of the unit that `text` begins with, or an empty text."""
    found = words.numbers.any_unit.at(text.lstrip(" \u00a0\u202f-"))
    return words.numbers.unit(found[0]).partition("|")[0] if found else ""


def following(text: str, end: int) -> str:
    """Return the word behind a number, folded, as the lock keeps it; empty where there is none."""
    word = _WORD.match(text, end) or _UNSPACED.match(text, end)
    return word[1].casefold() if word else ""


def _alike(a: str, b: str) -> bool:
    """Tell whether two words may be forms of one."""
    a, b = _GLUED.sub("", a.casefold()), _GLUED.sub("", b.casefold())
    if min(a[:1], b[:1]) >= "\u0e00":
        return a[0] == b[0]
    shorter = min(len(a), len(b))
    if shorter < 4:
        return a == b or (shorter == 3 and (a[:3] == b[:3]) and abs(len(a) - len(b)) <= 2)
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), shorter)
    return same >= max(3, shorter - 2)
