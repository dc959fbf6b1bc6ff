"""Points whose full form hedges and whose short form, which the room sees alone, does not (H01)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic
from deckmaker.document.sentences import sentence_ends
from deckmaker.evidence.statements import Statement
from deckmaker.language.schema import short
from deckmaker.rules.draft import Draft


def lost_hedges(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the short forms that are surer than what they shorten."""
    before: Statement | None = None
    for one in draft.statements:
        leads = before is not None and before.unit.role == "short" and one.entry == before.entry
        theirs = "positions" in one.unit.path  # who thinks so stands beside it
        if leads and not theirs and before is not None and one.unit.role == "prose":
            yield from _compare(draft, before, one)
        before = one


def _compare(draft: Draft, brief: Statement, full: Statement) -> Iterator[Diagnostic]:
    words = draft.words
    ends = sentence_ends(full.free, draft.lang)
    first = full.free[: ends[0]] if ends else full.free
    lost = words.hedges.any_word.first(first)
    if lost is None or brief.quoted or brief.text.rstrip().endswith(("?", "？", "؟")):
        return
    kept = (words.hedges.any_word, words.hedges.any_attributing, words.attribution.any_said)
    if any(one.first(brief.free) for one in kept):
        return
    yield draft.at(
        brief,
        brief.text,
        "H01",
        f"the full form says `{short(lost[0])}`, the short form states it as a fact: "
        f"`{short(brief.text)}`",
        "keep the hedge in the short form too: it is all that the slide shows",
    )
