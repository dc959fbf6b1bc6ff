"""A report becomes a text: for people, for programs, or for a service that shows it in place.

Nothing here prints; `render` returns the whole of what is to be printed. Each format is a module
of its own and loaded only when it is asked for.
"""

from __future__ import annotations

from typing import Literal, get_args

from deckmaker.reports.report import Report

Format = Literal["text", "json", "sarif", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Format", "Report", "render"]


def render(report: Report, format: Format) -> str:
    """Return `report` in `format`, with an end of line behind the last."""
    match format:
        case "text":
            from deckmaker.reports import text

            return text.render(report)
        case "json":
            from deckmaker.reports import data

            return data.render(report)
        case "sarif":
            from deckmaker.reports import sarif

            return sarif.render(report)
        case "github":
            from deckmaker.reports import github

            return github.render(report)
