"""A snapshot's bytes become numbered paragraphs whose tokens can be searched.

`snapshots` reads the file, in any of its formats. Which tokens stand inside quotation marks is
settled here too, for words given to a person must have been spoken or written by somebody.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from deckmaker.evidence.negation import denials
from deckmaker.evidence.speech import quotations
from deckmaker.evidence.tokens import Token, tokenize
from deckmaker.evidence.transcripts import turns
from deckmaker.snapshots import transcribe

PROSE = -1
"""Stands for no quotation in `Paragraph.speech`."""


@dataclass(frozen=True)
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
    quoted: tuple[tuple[int, int], ...] = field(repr=False)
    """Start and end of the words of each quotation, in `text`."""
    lang: str
    """The language of the source, as a tag."""

    @cached_property
    def negations(self) -> frozenset[int]:
        """Which tokens say “not”."""
        found = denials(self.text, self.lang)
        starts = [start for start, _ in found]
        return frozenset(
            n
            for n, token in enumerate(self.tokens)
            if (at := bisect_right(starts, token.start)) and token.start < found[at - 1][1]
        )


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
    lang: str
    """Its language, as a tag."""
    fault: str = ""
    """What keeps it from being read as text, such as `holds no text`; then it is empty."""

    def holding(self, folded: str) -> Sequence[int]:
        """Return the paragraphs that hold the token `folded`, counted from 0."""
        return self.index.get(folded, ())


def read_snapshot(key: str, data: bytes, lang: str, name: str = "") -> Snapshot:
    """Return the snapshot in `data`, which is in `lang` (a tag), of a file called `name`.

    What cannot be read has a `fault`. Where its name tells no other format, it is
    plain text in UTF-8.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    transcript = transcribe(name, data)
    paragraphs = tuple(_paragraphs(transcript.paragraphs, lang))
    index: dict[str, list[int]] = {}
    for position, paragraph in enumerate(paragraphs):
        for word in paragraph.words:
            index.setdefault(word, []).append(position)
    return Snapshot(key, sha256, paragraphs, index, lang, transcript.fault)


def _paragraphs(texts: Iterable[str], lang: str) -> Iterable[Paragraph]:
    texts = list(texts)
    spoken = turns(texts)
    for number, text in enumerate(texts, start=1):
        tokens = tokenize(text)
        ranges = [spoken[number - 1]] if number - 1 in spoken else quotations(text, lang)
        starts = [start for start, _ in ranges]
        speech = []
        for token in tokens:
            at = bisect_right(starts, token.start) - 1
            inside = at >= 0 and token.end <= ranges[at][1]
            speech.append(at if inside else PROSE)
        words = frozenset(token.folded for token in tokens)
        yield Paragraph(number, text, tokens, words, tuple(speech), tuple(ranges), lang)
