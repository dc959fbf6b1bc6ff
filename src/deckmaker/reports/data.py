"""A report for programs: one JSON object with everything that is known of each diagnostic.

Lines and columns count from 1, the end column is exclusive; they are null where a problem has no
place. A last step `<key>` of a path means the key itself. The object is pure ASCII, so that no
encoding spoils it and no letter of a briefing steers a terminal.
"""

from __future__ import annotations

import json
from pathlib import Path

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.reports.places import here, place
from deckmaker.reports.report import Report

VERSION = 1
"""Goes up when a field changes its meaning or goes; new ones may come at any time."""


def render(report: Report) -> str:
    """Return the report as JSON."""
    listed = [_entry(one, None, report.file) for one in report.diagnostics]
    listed += [_entry(one, reason, report.file) for one, reason in report.suppressed]
    whole = {
        "version": VERSION,
        "file": here(report.file),
        "diagnostics": listed,
        "summary": {
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
            "suppressed": len(report.suppressed),
            "text": report.line,
        },
        "files": [here(file) for file in report.files],
    }
    return json.dumps(whole, indent=2) + "\n"


def _entry(diagnostic: Diagnostic, reason: str | None, briefing: Path) -> dict[str, object]:
    span = diagnostic.span
    return {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hints": list(diagnostic.hints),
        "file": place(span.file if span else str(briefing), briefing),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_column": span.end_column if span else None,
        "path": list(diagnostic.path),
        "suppressed": reason,
    }
