"""Does the text of a memo stay where it belongs, and is it told? Every glyph, and every word.

The briefing says what must be there (`compose.Said`), the pages what is (`pages`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from deckmaker.brand import Brand
from deckmaker.document import Document
from judges.tags import check_tags
from judges.validators import pdf_standard
from memo.telling import differences
from proof.letters import folded, is_mark
from proof.pages import Glyph, Page
from proof.slides import TOLERANCE, Violation

MARGIN_SIDE = 56.7
"""What no glyph enters at the sides of a page, points: 20 mm."""
MARGIN_TOP, MARGIN_FOOT = 36.0, 36.0
"""What no glyph enters at its head and foot, points; running heads and feet stand inside."""
OVERLAP = 1.5
"""Points by which the ink of two lines may overlap: an accent and a descender that meet."""
_HYPHENS = re.compile("[-\u2010\u2011\u00ad/]")
_SPACELESS = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7ff]")
_WORD = re.compile(r"[^\W_]+")
_BESIDE = 60
"""Letters that the cells beside a narrow one put between two of its own."""
_PIECE = 6
"""Letters of a word that are looked for at once: scripts without spaces have words of a line."""
_UNBROKEN = 40
"""Letters from which a word of a script with spaces is no word: narrow columns cut it anywhere, so
its letters are counted only."""
_SHOWN = 50


def judge_memo(said: Sequence[str], pages: Sequence[Page]) -> list[Violation]:
    """Return what is wrong with a memo that must hold every text of `said`."""
    found = []
    for number, page in enumerate(pages, 1):
        place = f"page {number}"
        found += _outside(place, page)
        found += _overlaps(place, page)
    return [*found, *_lost(said, pages)]


def judge_tags(memo: bytes) -> list[Violation]:
    """Return what is wrong with what a memo tells those who cannot see it."""
    found = [Violation("tags", "the memo", fault) for fault in check_tags(memo)]
    for profile in ("ua1", "2a"):
        found += [
            Violation("standard", "the memo", f"{profile}: {complaint}")
            for complaint in pdf_standard(memo, profile)
        ]
    return found


def judge_told(memo: bytes, document: Document, brand: Brand) -> list[Violation]:
    """Return where a memo begins to tell something else than its Document."""
    found = differences(memo, document, brand)
    return [Violation("told", "the memo", " / ".join(found))] if found else []


def _outside(place: str, page: Page) -> Iterator[Violation]:
    out = [
        one
        for one in page.glyphs
        if one.left < MARGIN_SIDE - TOLERANCE
        or one.right > page.width - MARGIN_SIDE + TOLERANCE + one.size / 2  # hanging punctuation
        or one.top < MARGIN_TOP - TOLERANCE
        or one.bottom > page.height - MARGIN_FOOT + TOLERANCE
    ]
    if out:
        text = "".join(one.text for one in out)[:_SHOWN]
        yield Violation("margin", place, f"“{text}” leaves the margins")


def _overlaps(place: str, page: Page) -> Iterator[Violation]:
    """Yield glyphs that stand over glyphs of another line."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in page.glyphs:
        if not glyph.mark and glyph.size > 2:
            cells.setdefault((int(glyph.left // 30), int(glyph.baseline // 30)), []).append(glyph)
    for (column, row), here in cells.items():
        near = [
            glyph
            for x in (column, column + 1)
            for y in (row - 1, row, row + 1)
            for glyph in cells.get((x, y), ())
        ]
        for one in here:
            for other in near:
                if abs(one.baseline - other.baseline) < 0.5 * max(one.size, other.size):
                    continue
                wide = min(one.right, other.right) - max(one.left, other.left)
                high = min(one.bottom, other.bottom) - max(one.top, other.top)
                if min(wide, high) > OVERLAP:
                    detail = f"“{one.text}” and “{other.text}” overlap by {min(wide, high):.1f} pt"
                    yield Violation("overlap", f"{place}, {one.left:.0f}, {one.top:.0f}", detail)
                    return


def _lost(said: Sequence[str], pages: Sequence[Page]) -> Iterator[Violation]:
    """Yield the words that no page has.

    A word may be parted by a hyphen, a line, a page; it may stand in the order in which its glyphs
    are drawn. So what is not found letter by letter counts as found where some stretch of the memo
    has just its letters.
    """
    text = letters_of("".join(one.text for page in pages for one in page.glyphs))
    missing = []
    for word in dict.fromkeys(word for one in said for word in words(one)):
        if not (word in text or word[::-1] in text or _parted(word, text) or _strewn(word, text)):
            missing.append(word)
    short = counted_letters(said) - Counter(text)
    if short:
        letters = "".join(sorted(short.elements()))[:_SHOWN]
        yield Violation("lost", "the memo", f"letters: “{letters}”")
    stretches = _Stretches(text)
    lost = [word for word in missing if not stretches.have(word)]
    if lost:
        yield Violation("lost", "the memo", f"{len(lost)} words: “{' '.join(lost)[:_SHOWN]}”")


def counted_letters(said: Iterable[str]) -> Counter[str]:
    """Return how often each letter must be there at least."""
    return Counter(letters_of("".join(said)))


def words(text: str) -> Iterator[str]:
    """Yield the words of a text as they can be looked for, long ones in pieces."""
    for match in _WORD.finditer(unicodedata.normalize("NFKC", text)):
        word = letters_of(match.group())
        if len(word) < _UNBROKEN or _SPACELESS.search(word):
            for at in range(0, len(word), _PIECE):
                yield word[at : at + _PIECE]


def letters_of(text: str) -> str:
    """Return the letters and digits of a text alone, without marks."""
    plain = unicodedata.normalize("NFKD", folded(_HYPHENS.sub("", text)))
    return "".join(one for one in plain if one.isalnum() and not is_mark(one))


def _parted(word: str, text: str) -> bool:
    """Return whether a word stands in two parts, as it does around the foot of a page."""
    return any(word[:at] in text and word[at:] in text for at in range(1, len(word)))


def _strewn(word: str, text: str) -> bool:
    """Return whether the letters of a word without spaces follow each other, others between.

    In a narrow cell it stands over several lines, each followed by those of the cells beside it.
    """
    if not _SPACELESS.search(word):
        return False
    return re.search(f".{{0,{_BESIDE}}}?".join(map(re.escape, word)), text) is not None


class _Stretches:
    """Which heaps of letters stand somewhere side by side."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_length: dict[int, set[str]] = {}

    def have(self, word: str) -> bool:
        """Return whether some stretch of the text has just the letters of `word`."""
        length = len(word)
        if length not in self._by_length:
            self._by_length[length] = {
                "".join(sorted(self._text[at : at + length]))
                for at in range(len(self._text) - length + 1)
            }
        return "".join(sorted(word)) in self._by_length[length]
