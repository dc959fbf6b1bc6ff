"""Diagnostics and excuses go in; what stands, and what is excused with its reason, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.language.excuses import Excuse

FROM_SOURCES = ("Q", "N", "C03", "T04")
"""How the ids of rules begin that cannot be judged without the sources at hand."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left of diagnostics once the excuses of a briefing are heard."""

    standing: tuple[Diagnostic, ...]
    excused: tuple[tuple[Diagnostic, str], ...]
    """Each with the author's reason."""


def settle(
    diagnostics: Iterable[Diagnostic],
    excuses: Sequence[Excuse],
    judged: Callable[[str], bool] = lambda _: False,
) -> Settled:
    """Return which of `diagnostics` stand; excuses that nothing needed are told of (X01).

    The narrowest excuse counts, so `excuses` come narrowest first. `judged` tells of a rule
    whether all that it is about was looked at: else an excuse may be for what was not.
    """
    if not excuses:
        return Settled(tuple(diagnostics), ())
    from deckmaker.rulebook import RULES  # a briefing without excuses needs no list

    standing: list[Diagnostic] = []
    excused: list[tuple[Diagnostic, str]] = []
    used: set[Excuse] = set()
    for diagnostic in diagnostics:
        rule = RULES.get(diagnostic.rule)
        may_be = rule is not None and rule.excuses(diagnostic.severity)
        excuse = next((one for one in excuses if may_be and one.covers(diagnostic)), None)
        if excuse is None:
            standing.append(diagnostic)
        else:
            used.add(excuse)
            excused.append((diagnostic, excuse.reason))
    for excuse in excuses:
        if excuse not in used and judged(excuse.rule):
            standing.append(_unneeded(excuse))
    return Settled(tuple(standing), tuple(excused))


def _unneeded(excuse: Excuse) -> Diagnostic:
    return Diagnostic(
        "X01",
        f"nothing needs this excuse of {excuse.rule}",
        excuse.place,
        ("leave the excuse out, lest it hide what comes later",),
        Severity.WARNING,
    )
