"""A quotation and a snapshot go in; where the words stand, and how far verbatim, comes out.

There is no fuzzy verdict: of two sentences that differ by a "not" 97 % is alike. What may differ
is what style guides let an editor do:

* silently, and still *exact*: the case of the first letter, a full stop or comma before the
  closing mark;
* visibly, and then *edited*: an omission `…` within one paragraph, in order; an interpolation in
  `[ ]`, added or in place of up to `REPLACED` words that hold no negation; `[T]he` for a
  letter's case and `demand[ed]` for an ending.

An omission leads neither into nor out of the source's own quotation marks, for that would join
what two people said, or what one said and another wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from deckmaker.evidence.snapshot import PROSE, Paragraph, Snapshot
from deckmaker.evidence.tokens import OMISSION, QUOTE, joined_by_hyphen, tokenize, visible

Verdict = Literal["exact", "edited"]

REPLACED = 3
"""How many words of the source an interpolation may stand for."""
_NEGATIONS = re.compile(
    r"(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|\w+n[\"']t"
    r"|nicht|kein\w*|nie|niemals|ohne|pas|jamais|sans|ne|non|mai|senza|nunca|sin|nie|bez|не|ни|нет)",
    re.IGNORECASE,
)
_CLOSING = frozenset((".", ",", "。", "、"))
_SENTENCE_END = frozenset((".", "!", "?", "。"))
_BRACKETED = re.compile(r"(?P<before>\w*)\[(?P<inside>[^\[\]]*)\](?P<after>\w*)")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A paragraph in which a quotation stands."""

    source: str
    """The source's key."""
    paragraph: int
    verdict: Verdict
    spoken: bool
    """The words stand inside the source's own quotation marks."""


@dataclass(frozen=True, slots=True)
class _Literal:
    """A token that must stand as it is."""

    folded: str


@dataclass(frozen=True, slots=True)
class _Interpolation:
    """Words that the editor added, or put in place of a few of the source's."""


@dataclass(frozen=True, slots=True)
class _Recased:
    """`[T]he`: a word whose first letter changed its case."""

    folded: str


@dataclass(frozen=True, slots=True)
class _Inflected:
    """`demand[ed]`: a word that begins alike and may end otherwise."""

    stem: str


_Item = _Literal | _Interpolation | _Recased | _Inflected
_Segment = tuple[_Item, ...]
"""What stands between two omissions."""


def occurrences(words: str, snapshots: Iterable[Snapshot]) -> list[Occurrence]:
    """Return every paragraph in which `words` stand: sources in order, then paragraphs."""
    readings = list(_readings(words))
    found = []
    for snapshot in snapshots:
        for paragraph in snapshot.paragraphs:
            if (hit := _first_hit(readings, paragraph)) is not None:
                verdict, spoken = hit
                found.append(Occurrence(snapshot.key, paragraph.number, verdict, spoken))
    return found


def parts(words: str) -> list[str]:
    """Return what stands between the omissions of `words`, at least one text."""
    text = visible(words)
    cuts = [token for token in tokenize(text) if token.folded == OMISSION]
    starts, ends = [0, *(c.end for c in cuts)], [*(c.start for c in cuts), len(text)]
    texts = (text[a:b].strip(" []") for a, b in zip(starts, ends, strict=True))
    return [part for part in texts if part] or [text]


def _first_hit(
    readings: Sequence[tuple[Verdict, Sequence[_Segment]]], paragraph: Paragraph
) -> tuple[Verdict, bool] | None:
    """Return verdict and `spoken` of the strictest reading that `paragraph` bears out."""
    for verdict, segments in readings:
        needed = (i for s in segments for i in s[1:] if isinstance(i, _Literal))
        if not all(item.folded in paragraph.words for item in needed):
            continue
        hits = list(_hits(segments, paragraph))
        if hits:
            spoken = any(
                paragraph.speech[start] == paragraph.speech[end - 1] != PROSE for start, end in hits
            )
            return verdict, spoken
    return None


def _readings(words: str) -> Iterator[tuple[Verdict, Sequence[_Segment]]]:
    """Yield the ways to read `words`, strictest first: to the letter, then with its edits."""
    text = visible(words)
    letter: _Segment = tuple(_Literal(token.folded) for token in tokenize(text))
    yield from (("exact", (reading,)) for reading in _trimmed(letter))
    if OMISSION not in (i.folded for i in letter if isinstance(i, _Literal)) and "[" not in text:
        return
    segments = [segment for segment in _segments(text) if segment]
    if not any(_has_word(segment) for segment in segments):
        return
    *head, tail = segments
    yield from (("edited", (*head, reading)) for reading in _trimmed(tail))


def _trimmed(segment: _Segment) -> Iterator[_Segment]:
    """Yield `segment`, then without the marks that a closing quotation mark draws in."""
    if not _has_word(segment):
        return
    yield segment
    end, start = len(segment), 0
    while segment[end - 1] == _Literal(QUOTE) or (
        isinstance(item := segment[end - 1], _Literal)
        and item.folded in _CLOSING
        and not (end > 1 and segment[end - 2] == item)
    ):
        end -= 1
    if end < len(segment):
        yield segment[:end]
    while segment[start] == _Literal(QUOTE):
        start += 1
    if start:
        yield segment[start:end]


def _has_word(segment: _Segment) -> bool:
    return any(isinstance(i, _Literal) and i.folded[0].isalnum() for i in segment)


def _segments(text: str) -> Iterator[_Segment]:
    """Cut `text` at its omissions and read its brackets."""
    items: list[_Item] = []
    at = 0
    for found in _BRACKETED.finditer(text):
        yield from _cut(items, text[at : found.start()])
        at = found.end()
        before, inside, after = found["before"], found["inside"].strip(), found["after"]
        if not before and not after and [t.folded for t in tokenize(inside)] == [OMISSION]:
            yield from _cut(items, inside)
        elif len(inside) == 1 and after and not before:
            items.append(_Recased(_only_word(inside + after)))
        elif before and not after:
            items.append(_Inflected(_only_word(before)))
        else:
            items.extend(_Literal(t.folded) for t in tokenize(before))
            items.append(_Interpolation())
            items.extend(_Literal(t.folded) for t in tokenize(after))
    yield from _cut(items, text[at:])
    yield tuple(items)


def _cut(items: list[_Item], text: str) -> Iterator[_Segment]:
    """Add the tokens of `text` to `items`; at an omission yield what there is and start anew."""
    for token in tokenize(text):
        if token.folded == OMISSION:
            yield tuple(items)
            items.clear()
        else:
            items.append(_Literal(token.folded))


def _only_word(text: str) -> str:
    tokens = tokenize(text)
    return tokens[0].folded if tokens else ""


def _hits(segments: Sequence[_Segment], paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield (start, end) in tokens for every place where `segments` follow each other."""
    first, *rest = segments
    for start in range(len(paragraph.tokens)):
        ends = _ends(first, paragraph, start, opening=True)
        for segment in rest:
            ends = _after_omission(segment, paragraph, ends)
        if ends:
            yield start, min(ends)


def _after_omission(segment: _Segment, paragraph: Paragraph, ends: set[int]) -> set[int]:
    """Return where `segment` may end when it begins somewhere after one of `ends`."""
    if not ends:
        return set()
    reached: set[int] = set()
    voices: set[int] = set()
    for start in range(min(ends), len(paragraph.tokens)):
        if start in ends:
            voices.add(paragraph.speech[start - 1])
        if paragraph.speech[start] in voices:
            reached |= _ends(segment, paragraph, start)
    return reached


def _ends(
    segment: _Segment, paragraph: Paragraph, start: int, *, opening: bool = False
) -> set[int]:
    """Return where `segment` may end, in tokens, when it begins at `start`."""
    tokens = paragraph.tokens
    at = {start}
    recase = opening
    for item in segment:
        reached: set[int] = set()
        for position in at:
            if isinstance(item, _Interpolation):
                reached.update(_replaced(paragraph, position))
            elif position < len(tokens) and _fits(item, tokens[position].folded, recase):
                reached.add(position + 1)
        if not reached:
            return reached
        at = reached
        recase = recase and isinstance(item, _Literal) and not item.folded[0].isalnum()
    if not _border(paragraph, start):
        return set()
    return {end for end in at if _border(paragraph, end)}


def _fits(item: _Item, folded: str, recase: bool) -> bool:
    match item:
        case _Literal(wanted):
            return folded == wanted or (recase and _same_but_first_case(folded, wanted))
        case _Recased(wanted):
            return _same_but_first_case(folded, wanted)
        case _Inflected(stem):
            return folded.startswith(stem) and len(folded) - len(stem) < len(stem)
        case _Interpolation():
            return False


def _same_but_first_case(a: str, b: str) -> bool:
    return a[1:] == b[1:] and a[:1].lower() == b[:1].lower()


def _replaced(paragraph: Paragraph, start: int) -> Iterator[int]:
    """Yield where an interpolation at `start` may end: after none, one, … `REPLACED` words."""
    yield start
    count = 0
    voice = paragraph.speech[start - 1] if start else None
    for end, token in enumerate(paragraph.tokens[start:], start=start + 1):
        if token.folded in _SENTENCE_END or _NEGATIONS.fullmatch(token.folded):
            return
        if voice is not None and paragraph.speech[end - 1] != voice:
            return
        count += token.word
        if count > REPLACED:
            return
        yield end


def _border(paragraph: Paragraph, index: int) -> bool:
    return not joined_by_hyphen(paragraph.text, paragraph.tokens, index)
