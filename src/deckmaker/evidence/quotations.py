"""A quotation and a snapshot go in; where the words stand, and how far verbatim, comes out.

There is no fuzzy verdict: of two sentences that differ by a "not" 97 % is alike. What may differ
is what style guides let an editor do:

* silently, and still *exact*: the case of the first letter, a full stop or comma before the
  closing mark;
* visibly, and then *edited*: an omission `…` within one paragraph, in order; an interpolation in
  `[ ]`, added or in place of up to `REPLACED` words that hold no negation; `[T]he` for a
  letter's case and `demand[ed]` for an ending.

An omission leads neither into nor out of the source's own quotation marks, for that would join
what two people said, or what one said and another wrote. Nor does it leave out a "not" of a
sentence of which it keeps a part; what it leaves out whole may say anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from deckmaker.evidence.readings import (
    SIGNS_OF_A_WORD,
    TURNING,
    Inflected,
    Interpolation,
    Item,
    Reading,
    Recased,
    Segment,
    Verbatim,
    Verdict,
    is_verbatim,
    readings,
)
from deckmaker.evidence.snapshot import PROSE, Paragraph, Snapshot
from deckmaker.evidence.tokens import FIRST_UNSPACED, Token, joined_by_hyphen

REPLACED = 3
"""How many words of the source an interpolation may stand for."""
_SENTENCE_END = frozenset((".", "!", "?", "。", "।", "؟", "۔"))
_ABBREVIATED = frozenset(("mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "st", "sen", "mme"))
"""Words whose point ends no sentence."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A paragraph in which a quotation stands."""

    source: str
    """The source's key."""
    paragraph: int
    verdict: Verdict
    spoken: bool
    """The words stand inside the source's own quotation marks."""
    start: int = field(default=-1, compare=False)
    """Where they begin in the text of the paragraph; below 0 where only the lock tells of them."""
    end: int = field(default=-1, compare=False)


def occurrences(words: str, snapshots: Iterable[Snapshot]) -> list[Occurrence]:
    """Return every paragraph in which `words` stand: sources in order, then paragraphs."""
    found = []
    for snapshot in snapshots:
        ways = list(readings(words, snapshot.lang))
        for position in sorted(_candidates(snapshot, ways)):
            paragraph = snapshot.paragraphs[position]
            if (hit := _first_hit(ways, paragraph)) is not None:
                verdict, spoken, start, end = hit
                found.append(
                    Occurrence(snapshot.key, paragraph.number, verdict, spoken, start, end)
                )
    return found


def _candidates(snapshot: Snapshot, ways: Iterable[Reading]) -> set[int]:
    """Return the paragraphs that hold the rarest token of a reading."""
    found: set[int] = set()
    for reading in ways:
        if fixed := reading.fixed:
            rarest: Sequence[int] = min((snapshot.holding(token) for token in fixed), key=len)
            found.update(rarest)
        else:
            found.update(*(snapshot.holding(token) for token in reading.opening))
    return found


def _first_hit(
    ways: Iterable[Reading], paragraph: Paragraph
) -> tuple[Verdict, bool, int, int] | None:
    """Return what the strictest reading that `paragraph` bears out finds there.

    That is its verdict, whether the words are spoken, and where they begin and end in the text;
    of several places one that is spoken.
    """
    tokens = paragraph.tokens
    for reading in ways:
        if not paragraph.words.issuperset(reading.fixed):
            continue
        hits = sorted(_hits(reading.segments, paragraph))
        if hits:
            unspoken, start, end = hits[0]
            return reading.verdict, not unspoken, tokens[start].start, tokens[end - 1].end
    return None


def _hits(segments: Sequence[Segment], paragraph: Paragraph) -> Iterator[tuple[bool, int, int]]:
    """Yield where `segments` follow each other: whether in prose, the first token, the end.

    Once for each voice in which they begin.
    """
    first, *rest = segments
    by_voice: dict[int, dict[int, int]] = {}
    for start in _openings(first, paragraph):
        voice = paragraph.speech[start]
        for end in _ends(first, paragraph, start, opening=True):
            by_voice.setdefault(voice, {}).setdefault(end, start)
    for voice, reached in by_voice.items():
        for segment in rest:
            reached = _after_omission(segment, paragraph, reached)
        within = {e: s for e, s in reached.items() if paragraph.speech[e - 1] == voice}
        if reached:
            spoken = voice != PROSE and bool(within)
            places = (within if spoken else reached).items()
            end, start = min(places, key=lambda place: (_is_cut(paragraph, *place), place))
            yield not spoken, start, end


def _openings(segment: Segment, paragraph: Paragraph) -> Iterable[int]:
    """Return the tokens at which `segment` may begin: most are passed over by their first word."""
    tokens, item = paragraph.tokens, segment[0]
    if not is_verbatim(item):
        return range(len(tokens))
    word = item.folded
    forms = {word, word[:1].lower() + word[1:], word[:1].upper() + word[1:]}
    return [n for n, token in enumerate(tokens) if token.folded in forms]


def _is_cut(paragraph: Paragraph, end: int, start: int) -> bool:
    """Tell whether a “not” stands beside the tokens from `start` to before `end`."""
    return any(
        n in paragraph.negations and paragraph.speech[n] == paragraph.speech[start]
        for n in (start - 1, end)
    )


def _after_omission(
    segment: Segment, paragraph: Paragraph, ends: Mapping[int, int]
) -> dict[int, int]:
    """Return where `segment` may end when it begins somewhere after one of `ends`.

    Each end is given with the token that the whole quotation begins with. Left out is no “not” of
    a sentence that is quoted before the omission or behind it.
    """
    tokens, speech, reached = paragraph.tokens, paragraph.speech, dict[int, int]()
    fresh: dict[int, int] = {}  # by voice: what began last and may go on within its sentence
    past: dict[int, int] = {}  # by voice: what began last and came to the end of its sentence
    denied = False  # whether the sentence at hand has said “not” so far
    first = min(ends, default=len(tokens))
    for start in range(first, len(tokens)):
        if start > first and ends_sentence(tokens, start - 1):
            past |= {voice: max(at, past.get(voice, at)) for voice, at in fresh.items()}
            fresh, denied = {}, False
        elif start > first and start - 1 in paragraph.negations:
            fresh, denied = {}, True
        if start in ends:
            voice = speech[start - 1]
            within = past if ends_sentence(tokens, start - 1) else fresh
            within[voice] = max(ends[start], within.get(voice, ends[start]))
        voice = speech[start]
        begun = [fresh[voice]] if voice in fresh else []
        if voice in past and not denied:
            begun.append(past[voice])
        if begun:
            for end in _ends(segment, paragraph, start):
                reached.setdefault(end, max(begun))
    return reached


def ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence ends with a token, which may be the point of an abbreviation."""
    if tokens[at].folded not in _SENTENCE_END:
        return False
    before = tokens[at - 1].folded if at and tokens[at - 1].end == tokens[at].start else ""
    initial = (
        len(before) == 1 and before.isupper() and not (at > 1 and tokens[at - 2].folded == ".")
    )
    abbreviated = before.casefold() in _ABBREVIATED or initial
    return tokens[at].folded != "." or not abbreviated


def _ends(segment: Segment, paragraph: Paragraph, start: int, *, opening: bool = False) -> set[int]:
    """Return where `segment` may end, in tokens, when it begins at `start`."""
    tokens = paragraph.tokens
    at = {start}
    recase = opening
    for item in segment:
        reached: set[int] = set()
        for position in at:
            if isinstance(item, Interpolation):
                reached.update(_replaced(paragraph, position))
            elif position < len(tokens) and _fits(item, paragraph, position, recase):
                reached.add(position + 1)
        if not reached:
            return reached
        at = reached
        recase = recase and not (is_verbatim(item) and item.folded[0].isalnum())
    if not _border(paragraph, start):
        return set()
    return {end for end in at if _border(paragraph, end)}


def _fits(item: Item, paragraph: Paragraph, at: int, recase: bool) -> bool:
    """Tell whether the token at `at` is what `item` stands for."""
    folded = paragraph.tokens[at].folded
    match item:
        case Verbatim(wanted):
            return folded == wanted or (recase and _same_but_first_case(folded, wanted))
        case Recased(wanted):
            return _same_but_first_case(folded, wanted)
        case Inflected(stem):
            ending = len(folded) - len(stem)
            turned = folded[len(stem) :] in TURNING or at in paragraph.negations
            return folded.startswith(stem) and ending < len(stem) and not turned
        case Interpolation():
            return False


def _same_but_first_case(a: str, b: str) -> bool:
    return a[1:] == b[1:] and a[:1].lower() == b[:1].lower()


def _replaced(paragraph: Paragraph, start: int) -> Iterator[int]:
    """Yield where an interpolation at `start` may end: after none, one, … `REPLACED` words."""
    yield start
    count = 0.0
    voice = paragraph.speech[start - 1] if start else None
    for end, token in enumerate(paragraph.tokens[start:], start=start + 1):
        if token.folded in _SENTENCE_END or end - 1 in paragraph.negations:
            return
        if voice is not None and paragraph.speech[end - 1] != voice:
            return
        count += token.word if token.folded < FIRST_UNSPACED else token.word / SIGNS_OF_A_WORD
        if count > REPLACED:
            return
        yield end


def _border(paragraph: Paragraph, index: int) -> bool:
    return not joined_by_hyphen(paragraph.text, paragraph.tokens, index)
