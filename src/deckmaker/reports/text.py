"""A report for people: every diagnostic with its line and its mend, then how many there are."""

from __future__ import annotations

from deckmaker.caret import caret_report
from deckmaker.reports.report import Report


def render(report: Report) -> str:
    """Return the report as plain text, an empty line behind each diagnostic."""
    blocks = [f"{caret_report(diagnostic)}\n\n" for diagnostic in report.diagnostics]
    return "".join(blocks) + (f"{report.line}\n" if report.line else "")
