"""A report for code scanning: SARIF 2.1.0, within the limits that GitHub sets.

The log names every rule of the rulebook with its page, and each diagnostic as a result. Nothing
in it depends on the clock or on the machine, and it is pure ASCII.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deckmaker._version import __version__
from deckmaker.diagnostics import Diagnostic, Severity, Span
from deckmaker.reports.places import here, place, uri
from deckmaker.reports.report import Report
from deckmaker.rulebook import RULES, Rule, page, section

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
RANKS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""GitHub's own words for how much a rule weighs."""
RESULTS = 25_000
"""GitHub refuses a run with more."""
LONGEST_DESCRIPTION = 1024
FINGERPRINT = "deckmaker/v1"
"""Not GitHub's `primaryLocationLineHash`: its upload works that out and warns of any other."""

Json = dict[str, Any]


def render(report: Report) -> str:
    """Return the report as a SARIF log."""
    found: list[tuple[Diagnostic, tuple[str, ...]]] = [(one, ()) for one in report.diagnostics]
    found += [(one, (reason,)) for one, reason in report.suppressed]
    invocation: Json = {"executionSuccessful": True}
    if len(found) > RESULTS:
        worst_first = list(Severity)
        found.sort(key=lambda one: worst_first.index(one[0].severity))
        left = f"{len(found) - RESULTS} of the milder results are left out"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": _text(left)}]
    results = _Results(report.file)
    run = {
        "tool": {"driver": _driver()},
        # One briefing's results must not replace another's in the same repository.
        "automationDetails": {"id": f"deckmaker/{uri(here(report.file))}/"},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [results.result(*one) for one in found[:RESULTS]],
        "properties": {"summary": report.line, "files": [here(file) for file in report.files]},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver() -> Json:
    return {
        "name": "deckmaker",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en",
        "rules": [_descriptor(rule) for rule in RULES.values()],
    }


def _descriptor(rule: Rule) -> Json:
    said = section(rule, "What it says") or rule.title
    about = page(rule)
    return {
        "id": rule.id,
        "shortDescription": _text(rule.title[:LONGEST_DESCRIPTION]),
        "fullDescription": _text(said[:LONGEST_DESCRIPTION]),
        "help": {**_text(about), "markdown": about},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.group, *(["excusable"] if rule.excusable else [])],
            "problem.severity": RANKS[rule.severity],
        },
    }


@dataclass(slots=True)
class _Results:
    """Diagnostics about `file` become results, in their order: alike ones are counted."""

    file: Path
    seen: Counter[str] = field(default_factory=Counter)
    places: dict[str, int] = field(
        default_factory=lambda: {rule: at for at, rule in enumerate(RULES)}
    )

    def result(self, diagnostic: Diagnostic, reasons: tuple[str, ...]) -> Json:
        """Return the result for `diagnostic`, excused for `reasons` where there are any."""
        index = self.places.get(diagnostic.rule)
        return {
            "ruleId": diagnostic.rule,
            **({} if index is None else {"ruleIndex": index}),
            "level": LEVELS[diagnostic.severity],
            "message": _text("\n".join((diagnostic.message, *diagnostic.hints))),
            "locations": [{"physicalLocation": self._location(diagnostic)}],
            "partialFingerprints": {FINGERPRINT: self._fingerprint(diagnostic)},
            # Empty says that it is not excused, where absence would leave it open.
            "suppressions": [{"kind": "inSource", "justification": one} for one in reasons],
        }

    def _location(self, diagnostic: Diagnostic) -> Json:
        span = diagnostic.span
        return {
            "artifactLocation": {"uri": uri(self._place(diagnostic))},
            **(_regions(span) if span else _TOP),
        }

    def _fingerprint(self, diagnostic: Diagnostic) -> str:
        """Return what stays when lines above come and go: rule, file and the line's own words."""
        span = diagnostic.span
        words = [diagnostic.rule, self._place(diagnostic)]
        if span is None:
            words.append(diagnostic.message)
        else:
            words.append(" ".join(span.text.split()))
            words.append(span.text[span.column - 1 : span.end_column - 1])
        digest = hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()[:32]
        self.seen[digest] += 1
        return f"{digest}:{self.seen[digest]}"

    def _place(self, diagnostic: Diagnostic) -> str:
        return place(diagnostic.span.file, self.file) if diagnostic.span else here(self.file)


_TOP: Json = {"region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}}
"""Where a problem without a place is shown: code scanning shows none without a region."""


def _regions(span: Span) -> Json:
    """Return the place with its letters, and its whole line."""
    beyond = max(len(span.text) + 1, span.column)
    end = max(min(span.end_column, beyond), span.column)
    region: Json = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.line,
        "endColumn": end,
        "snippet": {"text": span.text[span.column - 1 : end - 1]},
    }
    context = {"startLine": span.line, "endLine": span.line, "snippet": {"text": span.text}}
    return {"region": region, "contextRegion": context}


def _text(words: str) -> Json:
    """Return a message that is read as it stands.

    A number in braces would be taken for a placeholder, `[words](place)` for a link. Other braces
    stay single, as those who show SARIF expect, though the standard would double every one.
    """
    numbered = re.sub(r"\{+\d+\}+", lambda m: m[0].replace("{", "{{").replace("}", "}}"), words)
    return {"text": re.sub(r"\]\(", r"\\](", numbered)}
