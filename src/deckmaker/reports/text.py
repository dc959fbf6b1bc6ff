"""A report for people: each diagnostic with line and mend, what is excused, then how many."""

from __future__ import annotations

from deckmaker.caret import caret_report, printable
from deckmaker.diagnostics import Diagnostic
from deckmaker.reports.report import Report


def render(report: Report) -> str:
    """Return the report as plain text, an empty line behind each diagnostic."""
    blocks = [f"{caret_report(diagnostic)}\n\n" for diagnostic in report.diagnostics]
    excused = [f"{excused_line(*one)}\n" for one in report.suppressed]
    parting = ["\n"] if excused else []
    return "".join([*blocks, *excused, *parting]) + (f"{report.line}\n" if report.line else "")


def excused_line(diagnostic: Diagnostic, reason: str) -> str:
    """Return what is excused in one line: the rule, the message, the author's reason, the place."""
    span = diagnostic.span
    place = f" --> {span.file}:{span.line}" if span else ""
    return printable(f"excused[{diagnostic.rule}]: {diagnostic.message} ({reason}){place}")
