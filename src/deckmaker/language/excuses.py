"""What a briefing excuses under `ignore:`: rules that it breaks with reason, and where.

An excuse holds for what it stands in: the whole briefing, a section, a block. It never goes without
a reason, for that is what a reader of the file, and for what is not verified of the memo, is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from deckmaker.diagnostics import KEY, Diagnostic, Path
from deckmaker.language.schema import Text, found, nearest, problem, problems, short

FIELD = "ignore"
MOST_SHOWN = 3
"""Rules that a hint writes out."""
NO_REASONS = frozenset({"na", "no", "none", "noreason", "notapplicable", "tba", "tbd", "todo"})
"""What stands where a reason is still to be written, without its blanks and marks."""
LEAST_UNSPACED = 4
"""Letters of a reason in a script that puts no blanks between words."""

_IDS = re.compile(r"\b[A-Z]\d{2,3}\b")
_PARTS = re.compile(r"[\s,;/|+&]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def _read(data: Any) -> Any:
    """Return `data` if every key is a rule that can be excused, with a reason behind it."""
    from deckmaker.rulebook import RULES, section  # a briefing without excuses needs no list

    if not isinstance(data, dict):
        raise problem("B003", f"`{FIELD}` wants rules with reasons, but {found(data)}", _form(data))
    wrong = []
    for key, reason in data.items():
        rule = RULES.get(key)
        if rule is None:
            wrong.append(problem("B003", *_no_rule(key), at=(key, KEY)))
        elif not rule.excusable:
            why = section(rule, "Excuse") or "mend it instead"
            message = f"{key} cannot be excused: {why}"
            wrong.append(
                problem("B004", message, f"how to mend it: `deckmaker rule {key}`", at=(key, KEY))
            )
        elif not isinstance(reason, str) or not _says_something(reason):
            message = f"`{key}` wants a reason, but {found(reason)}"
            hint = f"say in a sentence why it is right here: `{key}: The source writes it so.`"
            wrong.append(problem("B003", message, hint, at=(key,)))
    if wrong:
        raise problems(wrong)
    return data


def _form(data: Any) -> str:
    """Say how rules are excused, with those that stand in `data` already."""
    from deckmaker.rulebook import RULES

    items = data if isinstance(data, list) else [data]
    heads = [head for one in items for head in (one if isinstance(one, dict) else [one])]
    named = [rule for head in heads for rule in _IDS.findall(str(head)) if rule in RULES]
    lines = [f"`{rule}: Why.`" for rule in dict.fromkeys(named)][:MOST_SHOWN] or ["`Q04: Why.`"]
    each = "a line for each rule" if len(lines) > 1 else "the rule"
    written = f"write below `{FIELD}:`, further in, {each}, a colon and why: {', '.join(lines)}"
    return f"leave out the dash or the brackets; {written}" if isinstance(data, list) else written


def _no_rule(key: str) -> tuple[str, str]:
    """Return what to say of a key that is the id of no rule, and how it is mended."""
    from deckmaker.rulebook import RULES

    named, bare = _PARTS.split(key.strip(" ,;")), key.strip()
    if bare in RULES:
        where = "before" if key[:1].isspace() else "behind"
        return f"a blank stands {where} `{bare}`, inside the quotation marks", f"write `{bare}:`"
    if len(named) > 1 and all(one in RULES for one in named):
        lines = " and ".join(f"`{one}: Why.`" for one in named[:MOST_SHOWN])
        return f"`{short(key)}` names {len(named)} rules", f"write a line for each rule: {lines}"
    beginning = bare.upper().removesuffix("*")
    first = next((rule for rule in RULES if beginning and rule.startswith(beginning)), "")
    if first and first != beginning:
        return (
            f"`{short(key)}` is no rule: an excuse names one whole rule, such as {first}",
            "beginnings are for `--ignore`; the rules: `deckmaker rule`",
        )
    close = nearest(key, RULES)
    hint = f"did you mean `{close}`?" if close else "the rules: `deckmaker rule`"
    return f"`{short(key)}` is no rule", hint


def _says_something(reason: str) -> bool:
    """Tell whether `reason` has two words at least, and is more than a note that it is missing."""
    words = {"".join(filter(str.isalnum, word)).casefold() for word in reason.split()}
    told = {word for word in words if any(map(str.isalpha, word))}
    if "".join(filter(str.isalpha, reason)).casefold() in NO_REASONS:
        return False
    return len(told) > 1 or len(_UNSPACED.findall(reason)) >= LEAST_UNSPACED


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
