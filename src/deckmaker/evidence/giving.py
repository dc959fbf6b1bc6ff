"""A quotation's speaker is compared with whose words the source says they are: Q02 and Q03.

Words outside quotation marks are nobody's but the source's: that is certain, and an error. Who says
what rests on reading the source (`attribution`), so that it is a warning at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.diagnostics import Severity
from deckmaker.evidence.case import Case
from deckmaker.evidence.lock import fact
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.statements import Statement
from deckmaker.evidence.tokens import folded
from deckmaker.locales import locale_for

if TYPE_CHECKING:
    from deckmaker.evidence.people import Person


def compare_speaker(statement: Statement, words: str, at: Occurrence, case: Case) -> None:
    """Record what is wrong with words that are given to somebody: Q02 or Q03."""
    unit = statement.unit
    if _is_source(unit.speaker, at, case):
        return
    if not at.spoken:
        case.diagnostics.append(case.explain.nobodys_words(unit.path, words, unit.speaker, at))
        return
    known = ("speaker", folded(words), unit.speaker.casefold())
    if at.source not in case.witnesses.snapshots:
        if case.witnesses.vouched(*known):
            case.facts.add(fact(*known))
        else:
            case.diagnostics.append(case.explain.new_speaker(unit.path, words, unit.speaker))
        return
    match is_theirs(unit.speaker, at, case):
        case True | None:  # None: the name is a role, or in another script than the source
            case.facts.add(fact(*known))
        case False:
            voice = case.voice(at)
            other = _named(voice.mentions[0].keys, at, case) if voice and voice.certain else ""
            case.diagnostics.append(
                case.explain.anothers_words(unit.path, words, unit.speaker, at, other)
            )


def is_theirs(speaker: str, at: Occurrence, case: Case) -> bool | None:
    """Tell whether the source gives the words at `at` to `speaker`, None where one cannot tell."""
    voice = case.voice(at)
    if voice is None:
        return None
    people = case.speakers(at.source).people
    person = people.find(speaker)
    if person is None or _script(speaker) != _script(_text_at(at, case)):
        return None
    if person.surname.islower() and _tells_of(speaker, at, case):
        return None  # “chief engineer”: what somebody is, whom the source may name otherwise
    if voice.certain:
        return voice.mentions[0].means(person)
    if voice.mentions:
        return any(mention.means(person) for mention in voice.mentions)
    return _is_near(person, at, case)


def _tells_of(role: str, at: Occurrence, case: Case) -> bool:
    """Tell whether the paragraph, or one of those above it, has the words of a role."""
    snapshot = case.witnesses.snapshots[at.source]
    texts = [_text_at(at, case), *case.above(snapshot, at.paragraph)]
    return any(role.casefold() in text.casefold() for text in texts)


def _is_near(person: Person, at: Occurrence, case: Case) -> bool:
    """Tell whether the paragraph, or one of those above it, names `person`."""
    snapshot = case.witnesses.snapshots[at.source]
    texts = [_text_at(at, case), *case.above(snapshot, at.paragraph)]
    people = case.speakers(at.source).people
    return any(m.means(person) for text in texts for m in people.mentions(text))


def compare_running_text(statement: Statement, words: str, at: Occurrence, case: Case) -> None:
    """Record where running text gives words to one and the source to another: Q02, Q03.

    That rests on reading both, so it is a warning at most, and only where both are plain.
    """
    witnesses = case.witnesses
    if at.source not in witnesses.snapshots:
        return
    tag = witnesses.tongues[at.source]
    if locale_for(tag).language != locale_for(case.briefing.meta.lang).language:
        return
    place = next((start for start, _, inner in statement.quoted if inner.strip() == words), None)
    if place is None or statement.text.rstrip().endswith(("?", "？", "؟")):
        return
    inside = [(start + 1, end - 1) for start, end, _ in statement.quoted]
    speakers = case.speakers(at.source)
    said = speakers.voice(statement.text, inside, place + 1)
    if not (said.certain and said.direct):
        return
    claimed = _named(said.mentions[0].keys, at, case)
    if _is_source(claimed, at, case):
        return
    if not at.spoken:
        case.diagnostics.append(
            case.explain.nobodys_words(
                statement.unit.path, words, claimed, at, severity=Severity.WARNING
            )
        )
        return
    voice = case.voice(at)
    if voice is None or not (voice.certain and voice.told):
        return
    people = speakers.people.people
    if not any(said.mentions[0].means(one) and voice.mentions[0].means(one) for one in people):
        other = _named(voice.mentions[0].keys, at, case)
        case.diagnostics.append(
            case.explain.anothers_words(statement.unit.path, words, claimed, at, other)
        )


def _named(keys: frozenset[str], at: Occurrence, case: Case) -> str:
    """Return the name to show of somebody who is known by `keys`."""
    people = case.speakers(at.source).people.people
    best = max(people, key=lambda one: (one.surname in keys, len(one.keys & keys)), default=None)
    return best.name if best and best.keys & keys else " ".join(sorted(keys))


def _is_source(name: str, at: Occurrence, case: Case) -> bool:
    """Tell whether `name` is that of the source itself or of its author."""
    source = case.briefing.sources[at.source]
    itself = {one.casefold() for one in (source.cite, source.author) if one}
    of_author = f" {name.casefold()} " in f" {(source.author or '').casefold()} "
    return name.casefold() in itself or of_author


def _text_at(at: Occurrence, case: Case) -> str:
    return case.witnesses.snapshots[at.source].paragraphs[at.paragraph - 1].text


def _script(text: str) -> int:
    """Return which part of Unicode the first letter of `text` belongs to, roughly a script."""
    first = next((ord(c) for c in text if c.isalpha()), 0)
    bounds = (0x250, 0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0x980, 0xE00, 0xE80, 0x3040)
    return sum(first >= bound for bound in bounds)
