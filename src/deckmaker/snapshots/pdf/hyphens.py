"""Lines become one text; a hyphen at the end of a line goes or stays, as the document shows.

A hyphen between two small letters may be the word's own (`non-committal`) or the typesetter's. Kept
wrongly or dropped wrongly, it would hide a true quotation. So the document itself is asked first:
how it writes the word elsewhere, then whether it hyphenates at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_ENDS_BROKEN = re.compile(r"(?:[^\W\d_]+[-‐‑])*(?P<left>[^\W\d_]+)(?P<hyphen>[-‐\u00ad])$")
_BEGINS = re.compile(r"(?P<right>[^\W\d_]+)(?P<more>(?:[-‐‑][^\W\d_]+)*)")
_HANGING_WORDS = "and or nor to und oder bzw bis et ou y o e ed och eller og en of i lub"
_HANGING = frozenset(_HANGING_WORDS.split())
"""Words before which a hyphen stands for the rest of a word: `pre- and post-war`."""
_PREFIXES = frozenset("non self anti quasi well".split())  # noqa: SIM905
"""What English parts from a word by a hyphen, and is no syllable of many words."""
_ADDRESS = re.compile(r"://\S*[/_=&?.-]$")
_HYPHENATES = 0.03
"""The share of lines that end in a hyphen, from which on most such hyphens are a typesetter's."""
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
)


class Joining:
    """How the lines of one document are joined."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: Counter[str] = Counter()
        broken = 0
        for line in lines:
            words = _WORD.findall(line.casefold())
            hyphen = _ENDS_BROKEN.search(line)
            broken += hyphen is not None
            # The first word may be the end of one, the last the beginning.
            self._words.update(words[1:-1] if hyphen else words[1:])
        self._hyphenates = broken > _HYPHENATES * len(lines)

    def joined(self, lines: Iterable[str]) -> str:
        """Return `lines` as one text."""
        text = ""
        for line in lines:
            text = self._continued(text, line) if text else line
        return text

    def _continued(self, text: str, line: str) -> str:
        broken = _ENDS_BROKEN.search(text)
        begins = _BEGINS.match(line)
        if broken and begins:
            if begins["right"] in _HANGING and not begins["more"] and broken["hyphen"] != "\u00ad":
                return f"{text} {line}"
            return text[: -1 if self._is_one_word(broken, begins) else None] + line
        if text.endswith(("-", "‐")) and text[-2:-1].isdigit() and line[:1].isdigit():
            return text + line
        if _ADDRESS.search(text):
            return text + line
        if text.endswith(("–", "—")) and not text[-2:-1].isspace():
            return text + line
        if _UNSPACED.match(text[-1:]) and _UNSPACED.match(line[:1]):
            return text + line
        return f"{text} {line}"

    def _is_one_word(self, broken: re.Match[str], begins: re.Match[str]) -> bool:
        """Whether the hyphen between two lines is the typesetter's alone."""
        if broken["hyphen"] == "\u00ad":
            return True
        left, right = broken["left"], begins["right"]
        small = left[-1].islower() and right[0].islower()
        left, right = left.casefold(), right.casefold()
        compound = broken[0][:-1].casefold() + "-" + (right + begins["more"]).casefold()
        whole = self._words[left + right]
        apart = max(self._words[f"{left}-{right}"], self._words[compound])
        if whole != apart:
            return whole > apart
        if not small or left in _PREFIXES:
            return False
        if self._words[left] and self._words[right]:
            return False  # long-term, well-known: each is a word of its own
        return self._hyphenates
