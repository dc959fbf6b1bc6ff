"""A report for GitHub Actions: workflow commands that mark the lines of a pull request.

Of each kind only the first ten of a step are shown there, so the worst come first, and the notice
with the summary and the files comes before all other notices.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.caret import printable
from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.reports.places import here, place
from deckmaker.reports.report import Report

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return one command a line: errors, warnings, the summary, infos, and what is excused."""
    by_weight = {
        severity: [
            _command(kind, one, one.rule, report.file)
            for one in report.diagnostics
            if one.severity is severity
        ]
        for severity, kind in KINDS.items()
    }
    files = (here(file) for file in report.files)
    summary = f"::notice title=deckmaker::{_data((report.line, *files))}"
    excused = [
        _command("notice", one, f"{one.rule} (excused)", report.file, f"excused: {reason}")
        for one, reason in report.suppressed
    ]
    problems = by_weight[Severity.ERROR] + by_weight[Severity.WARNING]
    notices = by_weight[Severity.INFO] + excused
    return "".join(f"{line}\n" for line in [*problems, summary, *notices])


def _command(kind: str, diagnostic: Diagnostic, title: str, briefing: Path, *more: str) -> str:
    span = diagnostic.span
    properties = {"file": place(span.file if span else str(briefing), briefing)}
    if span:
        properties |= {
            "line": str(span.line),
            "col": str(span.column),
            "endColumn": str(span.end_column),
        }
    properties["title"] = title
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {said}::{_data((diagnostic.message, *diagnostic.hints, *more))}"


def _data(lines: tuple[str, ...]) -> str:
    """Return lines as the message of a command; what would steer a terminal is taken out."""
    return "%0A".join(printable(line).replace("%", "%25") for line in lines if line)


def _property(value: str) -> str:
    """Return a value that ends where it should: neither `,` nor `:` nor an end of line in it."""
    for letter, written in {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}.items():
        value = value.replace(letter, written)
    return value
