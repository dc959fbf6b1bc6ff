"""A snapshot's bytes become numbered paragraphs whose tokens can be searched.

Paragraph n is the nth line that is not blank. Which tokens stand inside quotation marks is
settled here too, for words given to a person must have been spoken or written by somebody.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from deckmaker.evidence.tokens import Token, tokenize, visible
from deckmaker.language.quoting import speech

_SINGLE_OPEN = re.compile(r"(?<![\w'’])[‘'‚](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])[’'‘](?!\w)")

PROSE = -1
"""Stands for no quotation in `Paragraph.speech`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a snapshot."""

    number: int
    """From 1."""
    text: str
    tokens: tuple[Token, ...] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    """The folded tokens, to pass over paragraphs that cannot match."""
    speech: tuple[int, ...] = field(repr=False)
    """For each token the index of the quotation that it stands in, or `PROSE`."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The text of a source as it was when the briefing was drawn from it."""

    key: str
    """The source's key in the briefing; `""` for the only one."""
    sha256: str
    """Of the bytes, hexadecimal."""
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    index: Mapping[str, Sequence[int]] = field(repr=False)
    """For each folded token the paragraphs that hold it, counted from 0."""
    fault: str = ""
    """What keeps it from being read as text, such as `holds no text`; then it is empty."""

    def holding(self, folded: str) -> Sequence[int]:
        """Return the paragraphs that hold the token `folded`, counted from 0."""
        return self.index.get(folded, ())


def read_snapshot(key: str, data: bytes) -> Snapshot:
    """Return the snapshot in `data`, plain text in UTF-8; what is none has a `fault`."""
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        text = visible(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = f"is no plain text in UTF-8: line {line} holds other bytes"
        return Snapshot(key, sha256, (), {}, fault)
    lines = (line.strip() for line in text.splitlines())
    paragraphs = tuple(_paragraphs(filter(None, lines)))
    index: dict[str, list[int]] = {}
    for position, paragraph in enumerate(paragraphs):
        for word in paragraph.words:
            index.setdefault(word, []).append(position)
    return Snapshot(key, sha256, paragraphs, index, "" if paragraphs else "holds no text")


def _paragraphs(lines: Iterable[str]) -> Iterable[Paragraph]:
    for number, line in enumerate(lines, start=1):
        tokens = tokenize(line)
        ranges = quotations(line)
        starts = [start for start, _ in ranges]
        speech = []
        for token in tokens:
            at = bisect_right(starts, token.start) - 1
            inside = at >= 0 and token.end <= ranges[at][1]
            speech.append(at if inside else PROSE)
        words = frozenset(token.folded for token in tokens)
        yield Paragraph(number, line, tokens, words, tuple(speech))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the words inside each outermost quotation of `text`.

    Single marks count outside double ones only.
    """
    found = speech(text)
    return sorted([*found, *_single_quotations(text, found)])


def _single_quotations(text: str, taken: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield the quotations in single marks that stand outside `taken`.

    An apostrophe after a plural (`the states’ rights’`) is passed over where a better
    closing mark follows before the next quotation opens.
    """
    gaps = zip(
        [0, *(end + 1 for _, end in taken)], [*(s - 1 for s, _ in taken), len(text)], strict=True
    )
    for low, high in gaps:
        at = low
        while (opened := _SINGLE_OPEN.search(text, at, high)) is not None:
            following = _SINGLE_OPEN.search(text, opened.end(), high)
            limit = following.start() if following else high
            closers = [m.start() for m in _SINGLE_CLOSE.finditer(text, opened.end(), limit)]
            if not closers:
                at = opened.end()
                continue
            clear = [c for c in closers if text[c - 1] != "s"]
            end = clear[0] if clear else closers[0]
            yield opened.end(), end
            at = end + 1
