"""A statement's quotations are compared with the sources: Q01 to Q05."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Severity
from deckmaker.evidence.case import Case, Finding
from deckmaker.evidence.lock import fact
from deckmaker.evidence.quotations import Occurrence, cut_negation
from deckmaker.evidence.readings import NEGATIONS
from deckmaker.evidence.statements import Statement
from deckmaker.evidence.tokens import folded, tokenize
from deckmaker.language.likelihood import SCALES, scale_in
from deckmaker.locales import locale_for

if TYPE_CHECKING:
    from deckmaker.evidence.people import Person
from deckmaker.snapshots import visible


def compare_quotations(statement: Statement, case: Case) -> None:
    """Record where the quotations of `statement` stand, and what is wrong with them."""
    for words in statement.quotations:
        finding = _find(statement, words, case)
        case.findings.append(finding)
        at = finding.chosen
        if at is None:
            if case.witnesses.complete:
                likelihood = statement.unit.role == "likelihood"
                path = statement.unit.path
                case.diagnostics.append(case.explain.not_verbatim(path, words, likelihood))
            continue
        if dropped := _dropped(statement, words, at, case):
            case.findings[-1] = replace(finding, places=(), chosen=None)
            path = statement.unit.path
            case.diagnostics.append(case.explain.without_not(path, words, dropped, at))
            continue
        if at.verdict == "edited":
            case.diagnostics.append(case.explain.edited(statement.unit.path, words, at))
        lone = statement.unit.role not in ("likelihood", "title") and _is_one_word(words)
        if lone and not _is_likelihood(words, case.briefing.meta.lang):
            case.diagnostics.append(case.explain.one_word(statement.unit.path, words))
        if statement.unit.speaker:
            _given(statement, words, at, case)
        elif statement.unit.role != "likelihood":
            _given_in_passing(statement, words, at, case)


def _dropped(statement: Statement, words: str, at: Occurrence, case: Case) -> str:
    """Return the “not” that a quotation leaves out at an end of it, empty where it says so itself.

    Running text may have put it before the quotation: he would not “go to war.”
    """
    snapshot = case.witnesses.snapshots.get(at.source)
    if snapshot is None or at.start < 0 or statement.unit.role == "likelihood":
        return ""
    dropped = cut_negation(snapshot.paragraphs[at.paragraph - 1], at)
    if not dropped or statement.unit.role == "quotation":
        return dropped
    around = [token.folded for token in tokenize(visible(statement.free))]
    return "" if any(map(NEGATIONS.fullmatch, around)) else dropped


def _find(statement: Statement, words: str, case: Case) -> Finding:
    """Return where `words` stand, best where the text itself says that they do."""
    witnesses, unit = case.witnesses, statement.unit
    key, places = witnesses.quotation(words)
    candidates = places
    if unit.speaker:
        candidates = tuple(at for at in places if at.spoken) or places
        if len(candidates) > 1:
            theirs = [at for at in candidates if _is_theirs(unit.speaker, at, case) is not False]
            candidates = tuple(theirs) or candidates
    only = witnesses.order[0] if len(witnesses.order) == 1 else ""
    for cite in (*statement.cited, *statement.nearby):
        cited = (cite.source or only, cite.paragraph)
        for at in candidates:
            if (at.source, at.paragraph) == cited:
                return Finding("quotation", unit.path, words, key, places, at)
    return Finding("quotation", unit.path, words, key, places, next(iter(candidates), None))


def _given(statement: Statement, words: str, at: Occurrence, case: Case) -> None:
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
    match _is_theirs(unit.speaker, at, case):
        case True:
            case.facts.add(fact(*known))
        case None:
            pass  # the name is in another script than the source
        case False:
            voice = case.voice(at)
            other = _named(voice.mentions[0].keys, at, case) if voice and voice.certain else ""
            case.diagnostics.append(
                case.explain.anothers_words(unit.path, words, unit.speaker, at, other)
            )


def _is_theirs(speaker: str, at: Occurrence, case: Case) -> bool | None:
    """Tell whether the source gives the words at `at` to `speaker`, None where one cannot tell."""
    voice = case.voice(at)
    if voice is None:
        return None
    people = case.speakers(at.source).people
    person = people.find(speaker)
    if person is None or _script(speaker) != _script(_text_at(at, case)):
        return None
    if voice.certain:
        return voice.mentions[0].means(person)
    if voice.mentions:
        return any(mention.means(person) for mention in voice.mentions)
    return _is_near(person, at, case)


def _is_near(person: Person, at: Occurrence, case: Case) -> bool:
    """Tell whether the paragraph, or one of those above it, names `person`."""
    snapshot = case.witnesses.snapshots[at.source]
    texts = [_text_at(at, case), *case.above(snapshot, at.paragraph)]
    people = case.speakers(at.source).people
    return any(m.means(person) for text in texts for m in people.mentions(text))


def _given_in_passing(statement: Statement, words: str, at: Occurrence, case: Case) -> None:
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
    return name.casefold() in itself


def _text_at(at: Occurrence, case: Case) -> str:
    return case.witnesses.snapshots[at.source].paragraphs[at.paragraph - 1].text


def _script(text: str) -> int:
    """Return which part of Unicode the first letter of `text` belongs to, roughly a script."""
    first = next((ord(c) for c in text if c.isalpha()), 0)
    bounds = (0x250, 0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0x980, 0xE00, 0xE80, 0x3040)
    return sum(first >= bound for bound in bounds)


def _is_likelihood(words: str, lang: str) -> bool:
    """Tell whether `words` are a term of likelihood: the source's is quoted as a rule."""
    return any(scale_in(name, lang).step(words.strip(".,;:!?")) for name in SCALES)


def _is_one_word(words: str) -> bool:
    """Tell whether `words` are one, and no number, nor of a script without spaces."""
    said = [token.folded for token in tokenize(words) if token.word]
    return len(said) == 1 and not said[0][0].isdigit() and said[0][0] < "\u2e80"
