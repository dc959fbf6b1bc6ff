"""A list of words becomes one expression that finds them in a text of their language.

What a whole word is depends on the script: spaces part the words of most; Hebrew and Arabic write
prefixes onto a word and Korean particles behind it; Chinese, Japanese and Thai part nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Entries = tuple[str, ...]
"""A `*` at the end stands for any ending of letters, `|` parts forms of one meaning, and what
begins with `=` is found only with the same capitals: `=may` is no month."""

Use = Literal["noun", "verb", "clinging", "numeral", "exact"]
"""How entries stand in a text. Nouns take every prefix and particle, verbs few prefixes, numerals
no particles; what clings may be written onto the word or number before (`씨`, `氏`, `元`); what is
exact is found only with the same capitals."""


_REMEMBERED = 2_000
"""Texts whose entries are remembered: the paragraph around a quotation is asked many times."""


@dataclass(frozen=True, slots=True)
class Words:
    """Finds any of its entries, the longest first, in whatever capitals, spaces and apostrophes.

    Prefixes written onto a word (Hebrew `ש`, Arabic `و`) belong to the match, Korean particles do
    not. Text and entries are to be composed (NFC).
    """

    entries: Entries
    use: Use = "noun"

    @property
    def pattern(self) -> re.Pattern[str]:
        """The one expression for all entries."""
        return _compiled(self.entries, self.use)

    def first(self, text: str) -> re.Match[str] | None:
        """Return the first entry in `text`."""
        possible = self._possible(text)
        return possible.search(text) if possible else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every entry in `text`."""
        possible = self._possible(text)
        return possible.finditer(text) if possible else iter(())

    def at(self, text: str, position: int = 0) -> re.Match[str] | None:
        """Return the entry that begins at a position of `text`."""
        possible = self._possible(text)
        return possible.match(text, position) if possible else None

    def whole(self, text: str) -> re.Match[str] | None:
        """Return the entry that `text` consists of."""
        possible = self._possible(text)
        return possible.fullmatch(text.strip()) if possible else None

    def _possible(self, text: str) -> re.Pattern[str] | None:
        """Return the expression for the entries that can stand in `text`, None where none can.

        That for all of a hundred entries takes milliseconds to compile, and most texts hold none
        of them: so only the entries are compiled of which a part stands in the text as it is.
        """
        possible = _possible(self.entries, text)
        return _compiled(possible, self.use) if possible else None


@lru_cache(maxsize=_REMEMBERED)
def _possible(entries: Entries, text: str) -> Entries:
    """Return the entries of which a part stands in `text`."""
    small = _small(text)
    return tuple(
        entry
        for entry, parts in _parts_of(entries)
        if not parts or any(part in small for part in parts)
    )


_LETTERS = {
    "LATIN": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff",
    "CYRILLIC": "\u0300-\u036f\u0400-\u052f",
    "HEBREW": "\u0591-\u05bd\u05bf-\u05ea",
    "ARABIC": "\u0620-\u065f\u066e-\u06d3",
    "DEVANAGARI": "\u0900-\u0963\u0971-\u097f\u200c\u200d",
    "HANGUL": "\u1100-\u11ff\uac00-\ud7a3",
    "CJK": "\u3400-\u4dbf\u4e00-\u9fff",
}
"""Letters and marks of the scripts that part their words, and ideographs."""
_POINTS = {"HEBREW": "[\u0591-\u05bd\u05bf-\u05c7]*", "ARABIC": "[\u0640\u064b-\u0652]*"}
"""Vowel signs and stretched lines, which may or may not be written."""
_PREFIXES = {
    ("HEBREW", True): "ו?(?:כש|ש|ה)?",
    ("HEBREW", False): "ו?(?:כש|ש)?[בלמכ]?ה?",
    ("ARABIC", True): "[وف]?",
    ("ARABIC", False): "(?:[وف]?(?:[بكل]?(?:ال)?|لل))?",
}
"""What may be written onto a verb (True) or a noun."""
_PARTICLES = (
    "은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|도|만|와|과|로|으로|로서|으로서|부터|까지|이나|이며"
    "|이고|이라고|라고|이라며|라며|이라는|라는|처럼|보다|마다|조차|마저|뿐|밖에|들|이다|였다|이었다|입니다|씩|쯤|대로"
)
_THAI_BEFORE, _THAI_BEHIND = "(?<![เ-ไ])", "(?![ะ-ฺๅ็-๎])"
"""No entry begins or ends within a syllable."""
_LOOSE = {
    " ": r"\s+",
    "'": "['’‘ʼ`´׳]",
    '"': '["”“״]',
    "-": "[-‐‑־–]",
    "ё": "[ёе]",
    "â": "[âa]",
    "ß": "(?:ß|ss)",
    "ا": "[اأإآ]",
    "أ": "[اأإ]",
    "إ": "[اأإ]",
    "ँ": "[ँं]",
    "\u093c": "\u093c?",
}
"""Signs that are written in more than one way."""

_Tree = dict[str, "_Tree"]
"""Atoms of an expression, each with what may follow it; an empty one ends an entry."""


@cache
def _parts_of(entries: Entries) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each entry with parts of which one must stand in any text that it is found in.

    A part is the longest stretch of a form that is written in one way alone. Scripts with vowel
    signs have no such part.
    """
    found = []
    for entry in entries:
        parts = []
        for form in entry.split("|"):
            word = form.removeprefix("=").removesuffix("*")
            fixed = "".join(" " if one in _LOOSE or one.lower() in _LOOSE else one for one in word)
            parts.append(max(_small(fixed).split(), key=len, default=""))
        vague = any(not part or _script(part[0]) in _POINTS for part in parts)
        found.append((entry, () if vague else tuple(parts)))
    return tuple(found)


def _small(text: str) -> str:
    """Return `text` in small letters, the two kinds of Turkish i as one."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i")


@cache
def _compiled(entries: Entries, use: Use) -> re.Pattern[str]:
    """Return the expression for `entries`: a tree for each kind of surroundings, to stay fast."""
    trees: dict[tuple[int, str, str], _Tree] = {}
    for form in (form for entry in entries for form in entry.split("|")):
        word = form.removeprefix("=").removesuffix("*")
        late, behind = _behind(word, use, form.endswith("*"))
        branch = trees.setdefault((late, _before(word, use), behind), {})
        for atom in (*_atoms(word, form.startswith("=")), ""):
            branch = branch.setdefault(atom, {})
    ways = [f"{key[1]}{_alternatives(trees[key])}{key[2]}" for key in sorted(trees)]
    cased = use != "exact" and any(one.lower() != one.upper() for one in entries)
    return re.compile("|".join(ways) or "(?!)", re.IGNORECASE if cased else re.NOFLAG)


def _alternatives(tree: _Tree) -> str:
    """Return the expression for a tree; what is longer is tried first."""
    ways = [atom + _alternatives(rest) for atom, rest in tree.items() if atom]
    ways += [""] if "" in tree else []
    return f"(?:{'|'.join(ways)})" if len(ways) > 1 else "".join(ways)


def _atoms(word: str, exact: bool) -> Iterator[str]:
    """Yield the expression for every sign of a word."""
    for sign in word:
        atom = _LOOSE.get(sign) or re.escape(sign)
        yield (f"(?-i:{atom})" if exact else atom) + _POINTS.get(_script(sign), "")


def _before(word: str, use: Use) -> str:
    """Return what may not, or may, stand before an entry."""
    script = _script(word[0])
    if script == "THAI":
        return _THAI_BEFORE if "ก" <= word[0] <= "ฮ" else ""
    if script == "DIGIT":
        return r"(?<!\d)"
    if script not in _LETTERS or script == "CJK" or (script == "HANGUL" and use == "clinging"):
        return ""
    prefixes = _PREFIXES.get((script, use == "verb"), "")
    return f"(?-i:(?<![{_LETTERS[script]}])){prefixes}"


def _behind(word: str, use: Use, open_ended: bool) -> tuple[int, str]:
    """Return what ends an entry, and how late entries that end so are tried."""
    script = _script(word[-1])
    letters = _LETTERS.get(script, "")
    if open_ended:
        return 2, f"(?-i:[{letters}]*)"
    if script == "THAI":
        return 1, _THAI_BEHIND
    if script == "DIGIT":
        return 1, r"(?!\d)"
    if script == "HANGUL" and use != "numeral":
        return 1, f"(?=(?:{_PARTICLES}){{0,2}}(?![{letters}]))"
    if script == "CJK" and len(word) == 1 and use != "clinging":
        return 1, f"(?<![{letters}]{word})"
    proclitic = script in _POINTS and len(word.split()[-1]) == 1
    if script == "CJK" or not letters or proclitic:
        return 0, ""
    return 1, rf"(?-i:(?![{letters}\d]))"


@cache
def _script(sign: str) -> str:
    """Return the script of a sign, as far as its name tells: `LATIN`, `CJK`, `DIGIT`."""
    return unicodedata.name(sign, "").partition(" ")[0]
