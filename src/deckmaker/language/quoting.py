"""A text goes in; where its quotations stand comes out, in the quotation marks of any language.

The same mark opens in one language and closes in another: “so” but „so“, «so» but »so«, ”så”.
What it is here its neighbours tell, and what stands open. Single marks are apostrophes more often
than not, and no quotation unless they stand inside one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_CLOSES = {
    '"': '"',
    "＂": "＂",
    "״": "״",
    "”": '“„‟”"',
    "“": '„”"',
    "»": "«»",
    "«": "»",
    "›": "‹›",
    "‹": "›",
    "」": "「",
    "』": "『",
    "｣": "｢",
    "﹂": "﹁",
    "﹄": "﹃",
    "〟": "〝",
    "〞": "〝",
}
"""Which opening marks each mark closes."""
_OPENERS = frozenset("“„‟«‹「『｢﹁﹃〝")
"""Marks that open wherever they do not close."""
_DOUBTFUL = frozenset('"＂״”»›')
"""Marks that open only where a quotation can begin."""
_SELF = frozenset('"＂״')
"""Marks that look alike at both ends."""
_LOOSE = frozenset("“„‟”")
"""Marks that authors close with a straight one: „so"."""

MARKS = "".join(dict.fromkeys([*_CLOSES, *sorted(_OPENERS)]))
"""Every mark that may stand at an end of a quotation."""

_MARK = re.compile(f"[{re.escape(MARKS)}]")
_BEFORE = frozenset("([{¿¡/–—-‘‚'") | frozenset(MARKS)
"""What may stand before an opening mark, besides space."""
_NEVER_BEHIND = frozenset(".,;:!?)]}。、，；：！？،؛؟।")
"""What no quotation begins with."""


@dataclass(slots=True)
class _Open:
    """A mark that may open a quotation."""

    mark: str
    at: int
    loose: int | None = None
    """Where a straight mark stands that closes it if nothing better does."""


def quoted_spans(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, inner text) of each quotation in `text`, marks inside the range.

    Of nested quotations the outermost counts. A straight mark after a digit with no open
    quotation is a prime, and a mark that is never closed opens nothing.
    """
    pairs, _ = _paired(text)
    return [(start, end, text[start + 1 : end - 1]) for start, end in _outermost(pairs)]


def speech(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the words inside each outermost quotation of a source's paragraph.

    A quotation that is opened and never closed runs to the end: so speech of several paragraphs
    is set.
    """
    pairs, left = _paired(text)
    ends = [(start, end) for start, end in _outermost(pairs)]
    unclosed = min((at for at in left if all(end <= at for _, end in ends)), default=None)
    found = [(start + 1, end - 1) for start, end in ends]
    return found if unclosed is None else [*found, (unclosed + 1, len(text))]


def _paired(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return where quotations begin and end, and where marks stand that open and never close."""
    opened: list[_Open] = []
    count: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in _SELF and in_hebrew_word(text, at):
            continue
        if any(count[one] for one in _CLOSES.get(mark, "")) and _closes(mark, text, at, opened):
            while True:
                last = opened.pop()
                count[last.mark] -= 1
                if last.mark in _CLOSES[mark]:
                    break
            pairs.append((last.at, at + 1))
        elif mark in _OPENERS or (mark in _DOUBTFUL and _opens(mark, text, at)):
            opened.append(_Open(mark, at))
            count[mark] += 1
        elif mark == '"' and opened and opened[-1].mark in _LOOSE and opened[-1].loose is None:
            opened[-1].loose = at
    pairs += [(one.at, one.loose + 1) for one in opened if one.loose is not None]
    return pairs, [one.at for one in opened if one.loose is None]


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _closes(mark: str, text: str, at: int, opened: list[_Open]) -> bool:
    """Whether `mark`, of which a partner is open, closes it rather than opens another."""
    if mark in {"“", "«", "‹"}:
        return not may_open(text, at)
    if mark in {"»", "›"} and opened[-1].mark == mark:
        return not may_open(text, at)
    return True


def _opens(mark: str, text: str, at: int) -> bool:
    """Whether a doubtful `mark` opens: straight ones may stand behind any sign."""
    if mark not in _SELF:
        return may_open(text, at)
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return not in_word(before) and bool(after) and not after.isspace()


def may_open(text: str, at: int) -> bool:
    """Whether a quotation can begin at `at`: nothing, space or a dash before it, a word behind."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    begins = not before or before.isspace() or before in _BEFORE or _unspaced(before)
    return begins and bool(after) and not after.isspace() and after not in _NEVER_BEHIND


def in_word(character: str) -> bool:
    """Whether `character` belongs to a word of a script that puts spaces between words."""
    return character.isalnum() and not _unspaced(character)


def _unspaced(character: str) -> bool:
    """Whether `character` is a letter of a script in which a quotation may follow without space."""
    return bool(character) and unicodedata.category(character) == "Lo"


_HEBREW_BEFORE = re.compile("(?:^|[^\u05d0-\u05ea])[ושהבכלמ]{1,3}$")
_HEBREW_BEHIND = re.compile("[\u05d0-\u05ea]{3}")


def in_hebrew_word(text: str, at: int) -> bool:
    """Whether the mark at `at` is the gershayim of an abbreviation, צה״ל, and no quotation's.

    A quotation may follow a prefix directly, ב"הארץ"; then more than an ending stands behind it.
    """
    around = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if not all("\u05d0" <= one <= "\u05ea" for one in around):
        return False
    prefixed = _HEBREW_BEFORE.search(text[max(at - 4, 0) : at])
    return not (prefixed and _HEBREW_BEHIND.match(text, at + 1))
