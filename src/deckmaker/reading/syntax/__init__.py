"""The YAML parser's errors become plain words: the usual cause, its place and its mend.

The parser says where it gave up; authors need to hear what they typed. So the words come from
the lines around that place, and from the parser's own message only where these tell nothing.
"""

from __future__ import annotations

from typing import Any

import yaml

from deckmaker.reading.syntax.lines import Fault
from deckmaker.reading.syntax.scalars import (
    after_close,
    block_header,
    escape,
    indicator,
    unclosed_quote,
)
from deckmaker.reading.syntax.structure import (
    indentation,
    lost_line,
    second_colon,
    tab,
    unclosed_bracket,
)

__all__ = ["Fault", "explain"]


def explain(error: yaml.YAMLError, lines: list[str]) -> Fault:
    """Return what the author of `lines` did to cause `error`."""
    problem = str(getattr(error, "problem", None) or "")
    mark: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None)
    if mark is None:
        return Fault(0, 0, None, "this is not YAML text")
    last = len(lines) - 1
    line, column = min(mark.line, last), mark.column
    start = min(context.line, last) if context is not None else line
    for fault in (
        tab(lines, line),
        unclosed_quote(error, lines, start, line),
        escape(problem, lines, line, column),
        block_header(error, lines, line),
        second_colon(problem, lines, line, column),
        lost_line(problem, lines, start),
        after_close(lines, line, column),
        indicator(lines, start if "alias" in str(error) else line),
        unclosed_bracket(error, lines, start, context),
        indentation(lines, line, column),
    ):
        if fault is not None:
            return fault
    return Fault(
        line,
        column,
        None,
        "this cannot be read as YAML",
        ("look at the indentation and the quotation marks of this line and of the one before",),
    )
