"""A quotation's words become readings: patterns of tokens, from verbatim to the edits it marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeGuard

from deckmaker.evidence.negation import CONCORD, denials
from deckmaker.evidence.tokens import FIRST_UNSPACED, OMISSION, QUOTE, tokenize
from deckmaker.locales import locale_for
from deckmaker.snapshots import visible

INTERPOLATED = 6
"""How many words an editor may put in brackets; more is no gloss but a text of its own."""
SIGNS_OF_A_WORD = 3
"""How many signs count as a word in scripts without spaces."""
TURNING = frozenset({"less", "free", "los", "lose", "losen", "frei", "loos", "loze", "lös", "löst"})
"""Endings that turn a word into its contrary: harmful, harmless."""

Verdict = Literal["exact", "edited"]

_PARENTHESISED = re.compile(r"\((?:…|\.{3}|\. \. \.)\)")
"""How an omission is marked in Spanish, Portuguese and elsewhere."""
_ROUND = str.maketrans("（）", "[]")
"""Japanese newspapers add words in round brackets."""
_BRACKETS = str.maketrans("〔〕［］", "[][]")
"""Brackets of Chinese and Japanese editors."""
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_WORD_AFTER = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A token that must stand as it is."""

    folded: str


@dataclass(frozen=True, slots=True)
class Interpolation:
    """Words that the editor added, or put in place of a few of the source's."""


@dataclass(frozen=True, slots=True)
class Recased:
    """`[T]he`: a word whose first letter changed its case."""

    folded: str


@dataclass(frozen=True, slots=True)
class Inflected:
    """`demand[ed]`: a word that begins alike and may end otherwise."""

    stem: str


Item = Verbatim | Interpolation | Recased | Inflected
Segment = tuple[Item, ...]
"""What stands between two omissions."""
_DRAWN_IN = frozenset(map(Verbatim, (".", ",", "。", "、", "،", "।", "۔", QUOTE)))
"""Marks that a house may draw inside the closing quotation mark, or nest before it."""


def is_verbatim(item: Item) -> TypeGuard[Verbatim]:
    """Tell whether `item` must stand as it is."""
    return isinstance(item, Verbatim)


@dataclass(frozen=True)
class Reading:
    """A way to read a quotation."""

    verdict: Verdict
    """What a source that bears it out makes of the quotation."""
    segments: Sequence[Segment]

    @cached_property
    def opening(self) -> tuple[str, str]:
        """The first word that stands as it is, in either case of its first letter."""
        word = self._verbatim[self._first]
        return word, word[:1].swapcase() + word[1:]

    @cached_property
    def fixed(self) -> list[str]:
        """The tokens after the first word that must stand as they are."""
        return self._verbatim[self._first + 1 :]

    @cached_property
    def _verbatim(self) -> list[str]:
        return [i.folded for segment in self.segments for i in segment if is_verbatim(i)]

    @cached_property
    def _first(self) -> int:
        return next(at for at, token in enumerate(self._verbatim) if token[0].isalnum())


def readings(words: str, lang: str) -> Iterator[Reading]:
    """Yield the ways to read `words`, strictest first: to the letter, then with its edits.

    `lang` is the language of the source, a tag: in it no bracket may say “not”.
    """
    text = _edited(words)
    letter: Segment = tuple(Verbatim(token.folded) for token in tokenize(text))
    yield from (Reading("exact", (segment,)) for segment in _trimmed(letter))
    text = text.translate(_ROUND)  # a source that has them itself was found to the letter
    if Verbatim(OMISSION) not in letter and "[" not in text:
        return
    twice = locale_for(lang).language in CONCORD and bool(denials(_BRACKETED.sub("", text), lang))
    if not all(_is_gloss(found[1], lang, twice) for found in _BRACKETED.finditer(text)):
        return
    segments = [segment for segment in _segments(text) if _has_word(segment)]
    if not segments:
        return
    *head, tail = segments
    yield from (Reading("edited", (*head, segment)) for segment in _trimmed(tail))


def _edited(words: str) -> str:
    """Return `words` with the marks of an editor as English has them: `[ ]` and `…`."""
    return _PARENTHESISED.sub("…", visible(words)).translate(_BRACKETS)


def _is_gloss(inside: str, lang: str, twice: bool) -> bool:
    """Tell whether what stands in brackets is short, and turns nothing into its contrary."""
    words = [token.folded for token in tokenize(inside) if token.word]
    size = sum(1 if word < FIRST_UNSPACED else 1 / SIGNS_OF_A_WORD for word in words)
    turning = inside.strip().casefold() in TURNING
    return size <= INTERPOLATED and not turning and (twice or not denials(inside, lang))


def _trimmed(segment: Segment) -> Iterator[Segment]:
    """Yield `segment`, then without the marks that a closing quotation mark draws in."""
    if not _has_word(segment):
        return
    yield segment
    end, start = len(segment), 0
    while segment[end - 1] in _DRAWN_IN:
        end -= 1
    if end < len(segment):
        yield segment[:end]
    while segment[start] == Verbatim(QUOTE):
        start += 1
    if start:
        yield segment[start:end]


def _has_word(segment: Segment) -> bool:
    return any(is_verbatim(item) and item.folded[0].isalnum() for item in segment)


def _segments(text: str) -> Iterator[Segment]:
    """Cut `text` at its omissions and read its brackets."""
    items: list[Item] = []
    at = 0
    for found in _BRACKETED.finditer(text, at):
        stem_start = found.start()
        while stem_start > at and text[stem_start - 1].isalnum():
            stem_start -= 1
        yield from _cut(items, text[at:stem_start])
        stem, inside = text[stem_start : found.start()], found[1].strip()
        after = _WORD_AFTER.match(text, found.end())
        at = found.end()
        if [token.folded for token in tokenize(inside)] == [OMISSION]:
            yield from _cut(items, stem)
            yield from _cut(items, inside)
        elif not stem and len(inside) == 1 and inside.lower() != inside.upper() and after:
            at = after.end()
            first, *rest = tokenize(inside + after[0])
            items.append(Recased(first.folded))
            items.extend(Verbatim(token.folded) for token in rest)
        elif stem and not after:
            items.append(Inflected(tokenize(stem)[0].folded))
        else:
            yield from _cut(items, stem)
            items.append(Interpolation())
    yield from _cut(items, text[at:])
    yield tuple(items)


def _cut(items: list[Item], text: str) -> Iterator[Segment]:
    """Add the tokens of `text` to `items`; at an omission yield what there is and start anew."""
    for token in tokenize(text):
        if token.folded == OMISSION:
            yield tuple(items)
            items.clear()
        else:
            items.append(Verbatim(token.folded))


def parts(words: str) -> list[str]:
    """Return what stands between the omissions of `words`, at least one text."""
    text = _edited(words)
    cuts = [token for token in tokenize(text) if token.folded == OMISSION]
    starts, ends = [0, *(c.end for c in cuts)], [*(c.start for c in cuts), len(text)]
    texts = (text[a:b].strip(" []") for a, b in zip(starts, ends, strict=True))
    return [part for part in texts if part] or [text]
