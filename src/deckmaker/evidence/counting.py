"""A statement's numbers are compared with the sources: N01 to N03."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.evidence.case import Case, Finding
from deckmaker.evidence.counted import counted, following
from deckmaker.evidence.lock import fact
from deckmaker.evidence.numbers import Number
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.statements import Statement
from deckmaker.evidence.tokens import folded

_COUNTING = frozenset({"title", "short", "prose", "figure"})
"""Roles of text in which what follows a number says what it counts."""


_SCALED = frozenset({"cell", "label", "figure"})
"""Roles of text whose numbers may have their multiplier elsewhere."""


def compare_numbers(
    statement: Statement, own: set[str], is_voiced: Callable[[], bool], case: Case
) -> None:
    """Record where the numbers of `statement` stand, and what is wrong with them.

    `own` are values that the briefing's data vouch for; `is_voiced` tells whether somebody is
    named, or quoted, as saying what the statement says.
    """
    path = statement.unit.path
    for number in statement.numbers:
        if number.values <= own:
            continue
        key, places = case.witnesses.number(number, scaled=statement.unit.role in _SCALED)
        chosen = places[0] if places else None
        case.findings.append(Finding("number", path, number.text, key, places, chosen))
        if chosen is None:
            if case.witnesses.can_refute(statement.all_cited):
                case.diagnostics.append(case.explain.unknown_number(path, number.text))
            elif case.witnesses.is_partial:
                what = f"the number {number.text}"
                case.diagnostics.append(case.explain.unanswered(path, number.text, what))
            continue
        if statement.unit.role in _COUNTING:
            _compare_counted(statement, number, key, chosen, case)
        if all(at.spoken for at in places):
            known = ("voiced", key, folded(statement.text))
            absent = chosen.source not in case.witnesses.snapshots
            if (absent and case.witnesses.vouched(*known)) or is_voiced():
                case.facts.add(fact(*known))
            else:
                case.diagnostics.append(case.explain.spoken_figure(path, number.text, chosen))


def _compare_counted(
    statement: Statement, number: Number, key: str, at: Occurrence, case: Case
) -> None:
    """Record a number that counts something else than in the source: N02."""
    said = following(statement.free, number.end)
    known = ("counted", key, said)
    if at.source not in case.witnesses.snapshots:
        if not said or case.witnesses.vouched(*known):
            case.facts.add(fact(*known))
        else:
            case.diagnostics.append(
                case.explain.counts_anew(statement.unit.path, number.text, said)
            )
        return
    lang = case.briefing.meta.lang
    from deckmaker.vocabulary import vocabulary_for  # wanted only with a source at hand

    here = counted(statement.free, number.start, number.end, vocabulary_for(lang))
    there = case.counted_in_sources(number)
    if there is None or any(here.agrees(one) for one in there):
        case.facts.add(fact(*known))
    else:
        others = tuple(dict.fromkeys(one.said for one in there if one.said))
        case.diagnostics.append(
            case.explain.counts_other(statement.unit.path, number.text, here.said, others, at)
        )
