"""The rules that want no source: a briefing goes in, what a good editor would say of it comes out.

Those that compare it with its sources stand in `evidence`, those of its language in `language`.
What is said of finished slides and files stands in `finished`, excuses are heard in `excusing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckmaker.diagnostics import Diagnostic
from deckmaker.evidence.statements import Statement
from deckmaker.language.briefing import Briefing
from deckmaker.rules.brevity import lengths, topics
from deckmaker.rules.chronology import relative_days, timelines
from deckmaker.rules.citing import unbacked, weasels
from deckmaker.rules.confiding import told_notes
from deckmaker.rules.draft import Draft
from deckmaker.rules.excusing import FROM_SOURCES, Settled, settle
from deckmaker.rules.hedging import lost_hedges
from deckmaker.rules.likelihoods import mixed_with_confidence, off_scale, ranged
from deckmaker.rules.purpose import unasked
from deckmaker.rules.spelling_out import abbreviations, addresses

__all__ = ["FROM_SOURCES", "Settled", "judge", "settle"]

_JUDGES: tuple[Callable[[Draft], Iterator[Diagnostic]], ...] = (
    unbacked,
    weasels,
    off_scale,
    mixed_with_confidence,
    ranged,
    lost_hedges,
    timelines,
    relative_days,
    topics,
    lengths,
    unasked,
    abbreviations,
    addresses,
    told_notes,
)


def judge(briefing: Briefing, statements: tuple[Statement, ...]) -> Iterator[Diagnostic]:
    """Yield what the rules find in `briefing`, one rule after the other.

    `statements` are its texts, as they were read to be compared with its sources.
    """
    draft = Draft(briefing, statements)
    for one in _JUDGES:
        yield from one(draft)
