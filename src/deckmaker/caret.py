"""A diagnostic becomes the text that shows it: place, line, caret and mend.

In the manner of rustc and ruff. Plain text: whoever prints it may colour it, but decides nothing.
"""

from __future__ import annotations

import unicodedata

from deckmaker.diagnostics import Diagnostic, Span

WIDTH = 100
"""Columns of a source line that are shown; of a longer one those around the caret."""


def caret_report(diagnostic: Diagnostic) -> str:
    """Return the lines that show `diagnostic`, without an end of line behind the last.

    error[B001]: unknown key `titel` in `meta`
      --> briefing.yaml:4:3
       |
     4 |   titel: A title
       |   ^^^^^
       = help: did you mean `title`?
    """
    head = f"{diagnostic.severity}[{diagnostic.rule}]: {printable(diagnostic.message)}"
    hints = [f"= help: {printable(hint)}" for hint in diagnostic.hints]
    span = diagnostic.span
    if span is None:
        return "\n".join([head, *(f"  {hint}" for hint in hints)])
    number = str(span.line)
    gutter = " " * len(number)
    line, before, carets = _window(span)
    return "\n".join(
        [
            head,
            f"{gutter}--> {printable(span.file)}:{span.line}:{span.column}",
            f"{gutter} |",
            f"{number} | {line}".rstrip(),
            f"{gutter} | {' ' * before}{'^' * carets}",
            *(f"{gutter} {hint}" for hint in hints),
        ]
    )


def _window(span: Span) -> tuple[str, int, int]:
    """Return the part of the line that is shown, and columns before and under the caret."""
    text = printable(span.text)
    start = min(span.column - 1, len(text))
    end = min(max(span.end_column - 1, start + 1), len(text) + 1)
    if _columns(text) <= WIDTH:
        return text, _columns(text[:start]), max(_columns(text[start:end]), 1)
    left = max(0, start - WIDTH // 3)
    shown = text[left : left + WIDTH]
    ahead = "… " if left else ""
    behind = " …" if left + WIDTH < len(text) else ""
    before = _columns(ahead + text[left:start])
    carets = _columns(text[start : min(end, left + WIDTH)])
    return f"{ahead}{shown}{behind}", before, max(carets, 1)


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(_column(character) for character in text)


def _column(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def printable(text: str) -> str:
    """Return `text` without what would move a terminal's cursor or turn its direction."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "·" for c in text)
