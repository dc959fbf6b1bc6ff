"""A quotation that stands nowhere goes in; the passage most like it comes out, differences marked.

This serves the message alone: no verdict rests on likeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from deckmaker.evidence.differences import mark
from deckmaker.evidence.snapshot import Paragraph, Snapshot
from deckmaker.evidence.tokens import Token, tokenize
from deckmaker.snapshots import visible

LIKE_ENOUGH = 0.5
"""The share of the quotation's words that a passage must hold to be worth showing."""
_CANDIDATES = 3
"""So many paragraphs, those that share most words, are compared word by word."""
_LONGEST = 400
"""Tokens of a quotation beyond which no passage is looked for: the comparison is quadratic."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage of a source that is most like a quotation."""

    source: str
    paragraph: int
    marked: str
    """The passage: `[-…-]` marks what it alone has, `{+…+}` what the quotation alone has."""


def nearest(words: str, snapshots: Iterable[Snapshot]) -> Passage | None:
    """Return the passage most like `words`, None where nothing is like it."""
    text = visible(words)
    quoted = tokenize(text)
    wanted = Counter(token.folded.lower() for token in quoted if token.word)
    if not wanted or len(quoted) > _LONGEST:
        return None
    ranked = sorted(
        (
            (_shared(wanted, paragraph), snapshot.key, paragraph)
            for snapshot in snapshots
            for paragraph in snapshot.paragraphs
        ),
        key=lambda entry: -entry[0],
    )
    best: tuple[float, str, Paragraph, int, int] | None = None
    for share, key, paragraph in ranked[:_CANDIDATES]:
        if share < LIKE_ENOUGH:
            break
        start, end, score = _window(quoted, paragraph.tokens)
        if score >= LIKE_ENOUGH and (best is None or score > best[0]):
            best = score, key, paragraph, start, end
    if best is None:
        return None
    _, key, paragraph, start, end = best
    marked = mark(text, quoted, paragraph.text, paragraph.tokens[start:end])
    return Passage(key, paragraph.number, marked)


def _shared(wanted: Counter[str], paragraph: Paragraph) -> float:
    """Return the share of the `wanted` words that stand in `paragraph`."""
    words = {word.lower() for word in paragraph.words}
    return sum(n for word, n in wanted.items() if word in words) / wanted.total()


def _window(quoted: Sequence[Token], tokens: Sequence[Token]) -> tuple[int, int, float]:
    """Return start and end of the stretch of `tokens` most like `quoted`, and how like it is."""
    a, b = _lower(quoted), _lower(tokens)
    size = len(a) + len(a) // 2 + 2
    low = _densest(Counter(a), b, size)
    matcher = SequenceMatcher(None, a, b[low : low + size], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0, 0, 0.0
    first, last = blocks[0], blocks[-1]
    start = max(0, low + first.b - first.a)
    end = min(len(b), low + last.b + len(a) - last.a)
    return start, end, sum(block.size for block in blocks) / len(a)


def _densest(wanted: Counter[str], tokens: Sequence[str], size: int) -> int:
    """Return where the stretch of `size` tokens begins that holds most of `wanted`."""
    held: Counter[str] = Counter()
    overlap = most = start = 0
    for end, token in enumerate(tokens):
        held[token] += 1
        overlap += held[token] <= wanted[token]
        if end >= size:
            gone = tokens[end - size]
            overlap -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if overlap > most:
            most, start = overlap, max(0, end - size + 1)
    return start


def _lower(tokens: Sequence[Token]) -> list[str]:
    return [token.folded.lower() for token in tokens]
