"""What a briefing excuses under `ignore:`: rules that it breaks with reason, and where.

An excuse holds for what it stands in: the whole briefing, a section, a block. It never goes without
a reason, for that is what a reader of the file, and for what is not verified of the memo, is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from deckmaker.diagnostics import KEY, Diagnostic, Path
from deckmaker.language.schema import Text, found, nearest, problem, problems, short

FIELD = "ignore"


def _read(data: Any) -> Any:
    """Return `data` if every key is a rule that can be excused, with a reason behind it."""
    from deckmaker.rulebook import RULES, section  # a briefing without excuses needs no list

    if not isinstance(data, dict):
        sample = data if isinstance(data, str) and data in RULES else "Q04"
        hint = f"write below `{FIELD}:`, further in, the rule, a colon and why: `{sample}: Why.`"
        raise problem("B003", f"`{FIELD}` wants rules with reasons, but {found(data)}", hint)
    wrong = []
    for key, reason in data.items():
        rule = RULES.get(key)
        if rule is None:
            close = nearest(key, RULES)
            hint = f"did you mean `{close}`?" if close else "the rules: `deckmaker rule`"
            wrong.append(problem("B003", f"`{short(key)}` is no rule", hint, at=(key, KEY)))
        elif not rule.excusable:
            why = section(rule, "Excuse") or "mend it instead"
            message = f"{key} cannot be excused: {why}"
            wrong.append(
                problem("B004", message, f"how to mend it: `deckmaker rule {key}`", at=(key, KEY))
            )
        elif not isinstance(reason, str) or not any(map(str.isalpha, reason)):
            message = f"`{key}` wants a reason, but {found(reason)}"
            hint = f"say in a sentence why it is right here: `{key}: The source writes it so.`"
            wrong.append(problem("B003", message, hint, at=(key,)))
    if wrong:
        raise problems(wrong)
    return data


Excuses = Annotated[
    dict[str, Text],
    BeforeValidator(_read),
    Field(
        description="Rules that are broken here with reason: `Q04: The bracket is the journal's.`",
        examples=["{ Q04: The bracket is the journal's. }"],
    ),
]
"""Reasons by rule."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """A rule that need not be kept in a part of a briefing."""

    rule: str
    reason: str
    scope: Path
    """What it holds for: every place that begins so."""

    @property
    def place(self) -> Path:
        """Where it stands itself."""
        return (*self.scope, FIELD, self.rule, KEY)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether `diagnostic` is what this excuses."""
        return diagnostic.rule == self.rule and diagnostic.path[: len(self.scope)] == self.scope


def excuses_at(scope: Path, reasons: Mapping[str, str]) -> tuple[Excuse, ...]:
    """Return the excuses that stand in the part of a briefing at `scope`."""
    return tuple(Excuse(rule, reason, scope) for rule, reason in reasons.items())
