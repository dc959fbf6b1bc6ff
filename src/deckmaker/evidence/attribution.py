"""A quotation in a paragraph goes in; whose words they are, as far as the text shows it, comes out.

Three things tell: a word of saying beside a name, a phrase such as “according to”, and, where
neither stands in the sentence, who spoke before. Who stands behind a preposition, or in a case that
no subject has, was spoken to or of. This reads newspapers' habits and no grammar: it may be wrong,
so nothing that rests on it is ever an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.evidence.frames import HIDDEN, gap_between, hide
from deckmaker.evidence.frames import sentences as sentences_of
from deckmaker.evidence.people import Mention, People
from deckmaker.evidence.speech import nested
from deckmaker.evidence.standing import (
    BESIDE,
    OBLIQUE,
    has_noun_beside,
    is_apposed,
    unlike_subject,
)
from deckmaker.vocabulary import Vocabulary
from deckmaker.words import Words

_FAR = 60
"""Characters beyond which a word of saying belongs to another name."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a quotation is."""

    mentions: tuple[Mention, ...]
    """Who may be meant, likeliest first; empty where nobody is named."""
    certain: bool
    """The first of them stands beside a word of saying, or nobody else comes into question."""
    direct: bool = False
    """A word of saying in the same sentence tells it."""
    told: bool = True
    """Somebody is said to have said it; false for a term that stands in quotation marks."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Reads who speaks, with the people of a source and the words of its language."""

    people: People
    words: Vocabulary

    def voice(
        self, text: str, quotations: Sequence[tuple[int, int]], at: int, before: Sequence[str] = ()
    ) -> Voice:
        """Return whose words stand at `at` of `text`.

        `quotations` are (start, end) of the words inside each; `before` are the paragraphs above,
        the nearest first.
        """
        around = next(((a, b) for a, b in quotations if a <= at < b), None)
        if around is not None:
            within = nested(text, *around)
            if any(a <= at < b for a, b in within):
                return self._relayed(text, quotations, around, within, at, before)
        found = self._outer(text, quotations, at, before)
        if around is not None and not (found.mentions and found.certain and found.told):
            inside = self._interposed(text, around)
            return inside or found
        return found

    def _relayed(
        self,
        text: str,
        quotations: Sequence[tuple[int, int]],
        around: tuple[int, int],
        within: Sequence[tuple[int, int]],
        at: int,
        before: Sequence[str],
    ) -> Voice:
        """Return whose words somebody relays in their own: whoever they name, never themselves."""
        outer = self._outer(text, quotations, around[0], before)
        hidden = hide(text, within)
        found = self._told_in(hidden, around, at)
        if found is not None and found.mentions:
            return found
        above = hidden[: around[0]]
        themselves = outer.mentions[:1]
        named = [
            mention
            for stretch in (above, *before, hidden[around[1] :])
            for mention in reversed(self.people.mentions(stretch))
            if not any(mention.keys & other.keys for other in themselves)
        ]
        return Voice(tuple(named), certain=bool(named))

    def _interposed(self, text: str, around: tuple[int, int]) -> Voice | None:
        """Return who speaks where the narrator's clause stands inside the marks themselves.

        « On ne vide pas un lac, prévient Bastien Courtillot. Si… »: a word of saying with a name
        directly beside it.
        """
        start, end = around
        inside = text[start:end]
        for cue in self.words.attribution.any_said.finditer(inside):
            for mention in self.people.mentions(inside):
                place = (mention.start, mention.end)
                apposed = is_apposed(inside, cue.span(), place, self.people.language, self._joining)
                close = apposed or gap_between(inside, cue.span(), place) <= BESIDE
                if close and inside[: cue.start()].rstrip().endswith((",", "–", "—")):
                    return Voice((mention,), certain=True)
        return None

    def _outer(
        self, text: str, quotations: Sequence[tuple[int, int]], at: int, before: Sequence[str]
    ) -> Voice:
        """Return whose words stand at `at`, as what stands outside all quotations tells."""
        hidden = hide(text, quotations)
        sentences = list(sentences_of(text, hidden, self.words.attribution.honorifics))
        index = next(n for n, (start, end) in enumerate(sentences) if start <= at < end or end > at)
        found = self._told_in(hidden, sentences[index], at)
        if found is not None and found.mentions:
            return found
        spoken = found is not None
        for earlier in reversed(sentences[:index]):
            past = self._told_in(hidden, earlier, earlier[1])
            if past is not None and past.mentions:
                return Voice(past.mentions, certain=True, told=spoken or past.told)
            if named := self._named(hidden, earlier):
                return Voice(named, certain=True, told=spoken)
            spoken = spoken or past is not None
        if not spoken and index + 1 < len(sentences):
            later = self._told_in(hidden, sentences[index + 1], sentences[index + 1][0])
            if later is not None and later.mentions and self._is_bare(hidden, sentences[index]):
                return Voice(later.mentions, certain=False)
        named = self._named(hidden, (0, len(hidden)))
        if named and not spoken:
            return Voice(named, certain=False, told=False)
        for paragraph in before:
            if named := self._named(paragraph, (0, len(paragraph))):
                return Voice(tuple(reversed(named)), certain=False)
        return Voice(named, certain=False, told=spoken)

    @property
    def _joining(self) -> Words:
        return self.words.numbers.any_function_word

    def _told_in(self, hidden: str, sentence: tuple[int, int], at: int) -> Voice | None:
        """Return who speaks in a sentence; nobody where a pronoun does, None where nobody says.

        Of several words of saying the one nearest to the quotation at `at` counts.
        """
        start, end = sentence
        frame = hidden[start:end]
        mentions = [
            Mention(m.start + start, m.end + start, m.keys, m.bare)
            for m in self.people.mentions(frame)
        ]
        roles = [
            Mention(m.start + start, m.end + start, m.keys, m.bare)
            for m in self.people.by_role(frame)
        ]
        words = self.words.attribution
        best: tuple[float, Voice] | None = None
        pronouns = [(m.start() + start, m.end() + start) for m in words.any_pronoun.finditer(frame)]
        for kind, pattern in (
            ("said", words.any_said),
            ("before", words.any_according_before),
            ("behind", words.any_according_behind),
        ):
            for cue in pattern.finditer(frame):
                place = (cue.start() + start, cue.end() + start)
                voice, distance = self._nearest(hidden, kind, place, mentions, roles, pronouns)
                if voice is None:
                    continue
                distance += min(abs(place[0] - at), abs(place[1] - at)) / 4
                if best is None or distance < best[0]:
                    best = distance, voice
        if best is not None:
            return best[1]
        subjects = [m for m in mentions if self._weight(hidden, m) < OBLIQUE]
        if subjects:
            sole = len({m.keys for m in subjects}) == 1
            return Voice(tuple(dict.fromkeys((*subjects, *mentions))), certain=sole)
        return Voice((), certain=False) if pronouns else None

    def _nearest(
        self,
        hidden: str,
        kind: str,
        cue: tuple[int, int],
        mentions: Sequence[Mention],
        roles: Sequence[Mention],
        pronouns: Sequence[tuple[int, int]],
    ) -> tuple[Voice | None, float]:
        """Return who stands nearest to a word of saying, and how far."""
        ranked: list[tuple[float, Mention | None]] = []
        for mention in mentions:
            if (kind == "before" and mention.start < cue[1]) or (
                kind == "behind" and mention.end > cue[0]
            ):
                continue
            weight = self._weight(hidden, mention) if kind == "said" else 0.0
            if weight >= OBLIQUE:
                continue
            place = (mention.start, mention.end)
            gap = gap_between(hidden, cue, place)
            after = mention.start >= cue[1]
            if is_apposed(hidden, cue, place, self.people.language, self._joining):
                gap = min(gap, 1.0)  # as near as a name can be without being part of it
            ranked.append((gap + weight + (0.5 if after else 0.0), mention))
        if kind == "said":
            if has_noun_beside(hidden, cue, self.people.language):
                ranked = [one for one in ranked if one[0] < BESIDE]
            ranked += [
                (gap_between(hidden, cue, place) + (0.5 if place[0] >= cue[1] else 0.0), None)
                for place in pronouns
            ]
            ranked += [
                (gap, role)
                for role in roles
                if (gap := gap_between(hidden, cue, (role.start, role.end))) <= BESIDE
            ]
        ranked = [one for one in ranked if one[0] < _FAR]
        if not ranked:
            return (Voice((), certain=False) if kind == "said" else None), _FAR
        ranked.sort(key=lambda one: one[0])
        distance, first = ranked[0]
        if first is None:
            return Voice((), certain=False), distance
        others = [one for _, one in ranked[1:] if one is not None]
        return Voice((first, *others), certain=True, direct=True), distance

    def _named(self, hidden: str, stretch: tuple[int, int]) -> tuple[Mention, ...]:
        """Return whom a stretch of text names, those who can be its subject first."""
        start, end = stretch
        mentions = self.people.mentions(hidden[start:end])
        return tuple(sorted(mentions, key=lambda m: self._weight(hidden, m, start) > 0))

    def _weight(self, hidden: str, mention: Mention, shift: int = 0) -> float:
        """Return how much a mention is unlike the subject of its sentence, in characters."""
        start, end = mention.start + shift, mention.end + shift
        words = self.words.attribution
        return unlike_subject(hidden, start, end, self.people.language, words, bare=mention.bare)

    @staticmethod
    def _is_bare(hidden: str, sentence: tuple[int, int]) -> bool:
        """Tell whether a sentence is nothing but a quotation."""
        frame = hidden[slice(*sentence)]
        return not any(c.isalnum() for c in frame if c != HIDDEN)
