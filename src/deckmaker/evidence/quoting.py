"""A statement's quotations are compared with the sources: Q01, Q04 and Q05.

Whose words they are, `giving` compares.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from deckmaker.evidence.case import Case, Finding
from deckmaker.evidence.giving import compare_running_text, compare_speaker, is_theirs
from deckmaker.evidence.negation import denies
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.statements import Statement
from deckmaker.evidence.surroundings import cut_negation, negation_above, words_above
from deckmaker.evidence.tokens import folded, tokenize
from deckmaker.language.likelihood import SCALES, scale_in

if TYPE_CHECKING:
    from deckmaker.evidence.snapshot import Paragraph

_CLAUSE = 300
"""Characters on each side of a quotation that may belong to its clause."""
_CLAUSE_END = re.compile(r"[:;]\s|(?<=\w{4})[.!?]\s|[。！？]")
"""Where one ends; a point behind three letters may be that of an abbreviation."""
_PARTED = re.compile(r"[,;:|]\s|\s[–—-]\s")


def compare_quotations(statement: Statement, case: Case) -> None:
    """Record where the quotations of `statement` stand, and what is wrong with them."""
    for words in statement.quotations:
        finding = _find(statement, words, case)
        at = finding.chosen
        if at is None and _is_title(statement, words, case):
            continue
        case.findings.append(finding)
        if at is None:
            likelihood, path = statement.unit.role == "likelihood", statement.unit.path
            if case.witnesses.can_refute(statement.all_cited):
                case.diagnostics.append(
                    case.explain.not_verbatim(
                        path,
                        words,
                        likelihood,
                        unclosed=words == statement.unclosed,
                        doubtful=words in statement.in_single_marks,
                    )
                )
            elif case.witnesses.is_partial:
                case.diagnostics.append(case.explain.unanswered(path, words, f"“{words}”"))
            continue
        if dropped := _dropped(statement, words, at, case):
            case.findings[-1] = replace(finding, places=(), chosen=None)
            path = statement.unit.path
            case.diagnostics.append(case.explain.without_not(path, words, dropped, at))
            continue
        _warn_of_negation(statement, words, at, case)
        if at.verdict == "edited":
            case.diagnostics.append(case.explain.edited(statement.unit.path, words, at))
        lone = statement.unit.role not in ("likelihood", "title") and _is_one_word(words)
        if lone and not _is_likelihood(words, case.briefing.meta.lang):
            case.diagnostics.append(case.explain.one_word(statement.unit.path, words))
        if statement.unit.speaker:
            compare_speaker(statement, words, at, case)
        elif statement.unit.role != "likelihood":
            compare_running_text(statement, words, at, case)


def _is_title(statement: Statement, words: str, case: Case) -> bool:
    """Tell whether running text calls a source by its title: `cite`, or a part of it."""
    if statement.unit.role == "quotation":
        return False
    titles = {
        folded(part)
        for source in case.briefing.sources.values()
        for part in (source.cite, *_PARTED.split(source.cite))
        if part
    }
    return folded(words).rstrip(" .,") in titles


def _dropped(statement: Statement, words: str, at: Occurrence, case: Case) -> str:
    """Return the “not” that a quotation leaves out at an end of it, empty where it says so itself.

    Running text may have put it before the quotation: he would not “go to war.” A likelihood
    leaves out as well what makes another term of it: “very unlikely” is not “unlikely”.
    """
    paragraph = _paragraph(at, case)
    if paragraph is None:
        return ""
    if statement.unit.role == "likelihood":  # “unlikely without a truce” is unlikely
        dropped = cut_negation(paragraph, at, behind=False)
        return dropped or _strengthened(words, paragraph, at, case)
    dropped = cut_negation(paragraph, at)
    return "" if _says_not_itself(statement, words, case) else dropped


def _strengthened(words: str, paragraph: Paragraph, at: Occurrence, case: Case) -> str:
    """Return what stands before a term of likelihood and makes another term of it."""
    lang = case.witnesses.tongues[at.source]
    scales = [scale_in(name, lang) for name in SCALES]
    for count in (1, 2):
        above = words_above(paragraph, at, count)
        whole = [scale.step(f"{above} {words}") for scale in scales]
        if any(
            one is not None and one != scale.step(words)
            for one, scale in zip(whole, scales, strict=True)
        ):
            return above
    return ""


def _warn_of_negation(statement: Statement, words: str, at: Occurrence, case: Case) -> None:
    """Record a “not” that the source says earlier in the sentence: Q04."""
    paragraph = _paragraph(at, case)
    if paragraph is None or _says_not_itself(statement, words, case):
        return
    if above := negation_above(paragraph, at):
        case.diagnostics.append(case.explain.below_not(statement.unit.path, words, above, at))


def _says_not_itself(statement: Statement, words: str, case: Case) -> bool:
    """Tell whether running text says “not” in the clause that holds the quotation."""
    if statement.unit.role == "quotation":
        return False
    place = next(((a, b) for a, b, inner in statement.quoted if inner.strip() == words), None)
    if place is None:
        return False
    before, behind = statement.free[: place[0]][-_CLAUSE:], statement.free[place[1] :][:_CLAUSE]
    clause = f"{_CLAUSE_END.split(before)[-1]} {_CLAUSE_END.split(behind)[0]}"
    return denies(clause, (case.briefing.meta.lang,))


def _paragraph(at: Occurrence, case: Case) -> Paragraph | None:
    """Return the paragraph at `at`; None where its source is not at hand."""
    snapshot = case.witnesses.snapshots.get(at.source)
    return None if snapshot is None or at.start < 0 else snapshot.paragraphs[at.paragraph - 1]


def _find(statement: Statement, words: str, case: Case) -> Finding:
    """Return where `words` stand, best where the text itself says that they do."""
    witnesses, unit = case.witnesses, statement.unit
    key, places = witnesses.quotation(words)
    candidates = places
    if unit.speaker:
        candidates = tuple(at for at in places if at.spoken) or places
        if len(candidates) > 1:
            theirs = [at for at in candidates if is_theirs(unit.speaker, at, case) is not False]
            candidates = tuple(theirs) or candidates
    only = witnesses.order[0] if len(witnesses.order) == 1 else ""
    for cite in statement.all_cited:
        cited = (cite.source or only, cite.paragraph)
        for at in candidates:
            if (at.source, at.paragraph) == cited:
                return Finding("quotation", unit.path, words, key, places, at)
    return Finding("quotation", unit.path, words, key, places, next(iter(candidates), None))


def _is_likelihood(words: str, lang: str) -> bool:
    """Tell whether `words` are a term of likelihood: the source's is quoted as a rule."""
    return any(scale_in(name, lang).step(words.strip(".,;:!?")) for name in SCALES)


def _is_one_word(words: str) -> bool:
    """Tell whether `words` are one, and no number, nor of a script without spaces."""
    said = [token.folded for token in tokenize(words) if token.word]
    return len(said) == 1 and not said[0][0].isdigit() and said[0][0] < "\u2e80"
