"""A quotation in a paragraph goes in; whose words they are, as far as the text shows it, comes out.

Three things tell: a word of saying beside a name, a phrase such as “according to”, and, where
neither stands in the sentence, who spoke before. Who stands behind a preposition, or in a case that
no subject has, was spoken to or of. This reads newspapers' habits and no grammar: it may be wrong,
so nothing that rests on it is ever an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.evidence.people import ARTICLES, Mention, People
from deckmaker.evidence.speech import nested
from deckmaker.language.quoting import MARKS
from deckmaker.vocabulary import Vocabulary, Words

_HIDDEN = "\ue000"
"""Stands for each character of a quotation, so that its words say nothing of who speaks."""
_STOPS = frozenset(".!?…。！？؟۔।॥")
_CLOSING = frozenset(MARKS + "'’)]\u00a0\u202f")
_SUBJECT = {"ja": "はがもで", "ko": "은는이가", "hi": "ने"}
"""What marks the one who speaks, behind a name."""
_OBJECT = {
    "ja": "にへをの",
    "ko": ("에게", "한테", "께", "을", "를", "의", "과", "와"),
    "hi": ("से", "को"),
    "th": (),
}
"""What marks the one who is spoken to or of."""
_PREPOSITIONS = {
    "en": "to of with for against from about by on at after behind beside like than between over "
    "before including",
    "de": "zu zum zur mit von vom für gegen über bei beim nach an neben gegenüber vor durch",
    "fr": "à de avec pour contre par chez sur devant au du des d'",
    "es": "a de con para contra por ante sobre del al",
    "it": "a di con per contro da su del della al alla dal dalla dell' all' dall'",
    "pt": "a de com para contra por do da dos das ao à pela pelo sobre",
    "nl": "tegen van met voor aan bij over door naar",
    "sv": "till med från av för mot om hos över",
    "pl": "do z od o dla przez przeciw wobec u",
    "cs": "s k od o pro proti u z ze vůči",
    "ru": "с к от о об для у против на перед",
    "uk": "з із до від про для у проти на перед",
    "ar": "مع من إلى عن على ضد لدى",
    "he": "עם של את אל על נגד מול לעבר כלפי אצל",
    "zh": "对 向 跟 与 被 给 對 與 給",
    "th": "กับ ต่อ ของ แก่ ถึง",
}
"""Words behind which nobody is named who speaks."""
_CASED = frozenset({"pl", "cs", "ru", "uk", "tr"})
"""Languages in which a case ending tells that a name is no subject."""
_RELATIVE = {
    "en": "who|whom|whose|which",
    "de": "der|die|das|den|dem|deren|dessen|denen",
    "fr": "qui|que|qu['’]?|dont",
    "es": "que|quien|quienes|cuyo|cuya",
    "it": "che|cui",
    "pt": "que|quem|cujo|cuja",
    "nl": "die|dat|wie|wiens",
    "sv": "som|vars",
    "pl": r"któr\w+",
    "cs": r"kter\w+|jenž|jemuž",
    "ru": r"котор\w+",
    "uk": r"як(?:ий|а|ого|ому|им|ою|у|і|их)|котр\w+",
}
"""What begins a relative clause, as a regular expression."""
_OBLIQUE = 30.0
"""How much one weighs who is spoken to or of: no subject."""
_BESIDE = 5
"""Characters within which a name belongs to a word of saying that has a noun beside it as well."""
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
        hidden = _hide(text, within)
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
                apposed = _is_apposed(
                    inside, cue.span(), mention, self.people.language, self._joining
                )
                close = apposed or _gap(inside, cue.span(), place) <= _BESIDE
                if close and inside[: cue.start()].rstrip().endswith((",", "–", "—")):
                    return Voice((mention,), certain=True)
        return None

    def _outer(
        self, text: str, quotations: Sequence[tuple[int, int]], at: int, before: Sequence[str]
    ) -> Voice:
        """Return whose words stand at `at`, as what stands outside all quotations tells."""
        hidden = _hide(text, quotations)
        sentences = list(_sentences(text, hidden, self.words.attribution.honorifics))
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
        subjects = [m for m in mentions if self._weight(hidden, m) < _OBLIQUE]
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
            if weight >= _OBLIQUE:
                continue
            gap = _gap(hidden, cue, (mention.start, mention.end))
            after = mention.start >= cue[1]
            if _is_apposed(hidden, cue, mention, self.people.language, self._joining):
                gap = 0.0
            ranked.append((gap + weight + (0.5 if after else 0.0), mention))
        if kind == "said":
            if _has_noun_beside(hidden, cue, self.people.language):
                ranked = [one for one in ranked if one[0] < _BESIDE]
            ranked += [
                (_gap(hidden, cue, place) + (0.5 if place[0] >= cue[1] else 0.0), None)
                for place in pronouns
            ]
            ranked += [
                (gap, role)
                for role in roles
                if (gap := _gap(hidden, cue, (role.start, role.end))) <= _BESIDE
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
        language = self.people.language
        start, end = mention.start + shift, mention.end + shift
        behind = hidden[end : end + 12].lstrip()
        if title := self.words.attribution.any_honorific.at(behind):
            behind = behind[title.end() :].lstrip()
        if behind.startswith(tuple(_SUBJECT.get(language, ()))):
            return -20.0
        if behind.startswith(tuple(_OBJECT.get(language, ()))):
            return _OBLIQUE
        if language in _CASED and not mention.bare:
            return _OBLIQUE
        if _in_relative_clause(hidden, start, language):
            return _OBLIQUE
        before = hidden[max(0, start - 40) : start].rstrip()
        for one in self.words.attribution.honorifics:
            bare = one.removeprefix("=").casefold()
            if before.casefold().removesuffix(".").endswith(f" {bare}"):
                before = before[: -len(bare) - 1].rstrip()
                break
        return _OBLIQUE if _behind_preposition(before, language) else 0.0

    @staticmethod
    def _is_bare(hidden: str, sentence: tuple[int, int]) -> bool:
        """Tell whether a sentence is nothing but a quotation."""
        frame = hidden[slice(*sentence)]
        return not any(c.isalnum() for c in frame if c != _HIDDEN)


def _has_noun_beside(hidden: str, cue: tuple[int, int], language: str) -> bool:
    """Tell whether an article and a noun stand beside a word of saying: “the report says”."""
    articles = ARTICLES.get(language)
    if not articles:
        return False
    article = rf"(?<!\w)(?:{articles.replace(' ', '|')})\s+"
    before, behind = hidden[max(0, cue[0] - 50) : cue[0]], hidden[cue[1] : cue[1] + 50]
    noun = r"[^\W\d_]+"
    if re.search(rf"{article}(?:{noun}\s+){{1,2}}$", before, re.IGNORECASE):
        return True
    # Behind the word of saying a noun is its subject where the quotation stands before it.
    quoted = before.rstrip().rstrip("".join(_CLOSING) + ",").endswith(_HIDDEN)
    return quoted and re.match(rf"\s+{article}{noun}", behind, re.IGNORECASE) is not None


def _is_apposed(
    hidden: str, cue: tuple[int, int], mention: Mention, language: str, joining: Words
) -> bool:
    """Tell whether no more than what somebody is stands between a word of saying and the name.

    “warned the harbour engineer, Colm Staveley”; “Petra Voss, the librarian, said”.
    """
    articles = ARTICLES.get(language)
    if not articles:
        return False
    article = rf"(?:(?:{articles.replace(' ', '|')})\s+)?"
    noun = r"[^\W\d_][\w’'-]*"
    if mention.start >= cue[1]:
        between = hidden[cue[1] : mention.start]
        title = r"(?:[^\W\d_]{1,6}\.?\s+)?"
        named = rf"\s+{article}(?P<noun>(?:{noun}\s+){{0,4}}(?:{noun},\s+)?){title}"
        found = re.fullmatch(named, between)
        return found is not None and not joining.first(found["noun"])
    between = hidden[mention.end : cue[0]]
    return bool(re.fullmatch(rf",\s+{article}(?:{noun}\s+){{0,4}}{noun},\s+", between))


def _in_relative_clause(hidden: str, at: int, language: str) -> bool:
    """Tell whether a name stands in a clause such as “, whom Voss called,”: it is no subject."""
    relative = _RELATIVE.get(language)
    if relative is None:
        return False
    comma = hidden.rfind(",", max(0, at - 80), at)
    if comma < 0 or any(stop in hidden[comma:at] for stop in ".!?:"):
        return False
    clause = hidden[comma + 1 : at].split()
    return bool(clause) and re.match(rf"(?:{relative})(?!\w)", clause[0], re.IGNORECASE) is not None


def _behind_preposition(before: str, language: str) -> bool:
    """Tell whether the text before a name ends with a preposition."""
    known = _PREPOSITIONS.get(language, "").split()
    if language in ("zh", "th"):
        return before.endswith(tuple(known))
    words = before.casefold().replace("’", "'").split()
    return bool(words) and words[-1] in known


def _gap(hidden: str, a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return how many characters stand between two stretches; a quotation counts as one."""
    low, high = min(a[1], b[1]), max(a[0], b[0])
    return float(len(re.sub(f"{_HIDDEN}+", _HIDDEN, hidden[low:high]))) if low < high else 0.0


def _hide(text: str, quotations: Sequence[tuple[int, int]]) -> str:
    for start, end in quotations:
        text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text


def _sentences(text: str, hidden: str, titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; one that a quotation closes ends with its mark."""
    start = 0
    for space in re.finditer(r"(?<=[^\s])(?:\s+|(?<=[。！？”」』]))(?=\S)", hidden):
        at = space.start()
        end = at
        while end > start and text[end - 1] in _CLOSING:
            end -= 1
        stop = text[end - 1] if end > start else ""
        if stop not in _STOPS or (space.start() == space.end() and stop not in "。！？"):
            continue
        following = text[space.end() : space.end() + 2].lstrip("".join(_CLOSING) + "«„“‚¿¡—–- ")
        if following[:1].islower():
            continue
        word = re.split(r"[\s(]", text[start : end - 1])[-1]
        if stop == "." and (len(word) <= 2 or word.casefold() in titles):
            continue
        yield start, space.end()
        start = space.end()
    yield start, len(text)
