"""Texts that are good YAML and yet not what was meant: a number cut at its comma, a glued list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Place = tuple[int, int]
"""Line and column, from 0."""


@dataclass(frozen=True, slots=True)
class Pitfall:
    """What looks like a slip, and where."""

    line: int
    start: int
    end: int
    """Columns, the end exclusive."""
    message: str
    hint: str


def pitfall(event: Any, before: Place | None, lines: Sequence[str]) -> Pitfall | None:
    """Return what looks wrong with a plain text.

    `before` is where the text before it in the same list ended; None where there is none.
    """
    if event.style:
        return None
    return _cut_number(event, before, lines) or _glued_item(event, lines)


def _cut_number(event: Any, before: Place | None, lines: Sequence[str]) -> Pitfall | None:
    """Find `3,000` in a list in brackets, where a comma ends a text."""
    line, column = event.start_mark.line, event.start_mark.column
    if before != (line, column - 1) or lines[line][column - 1] != ",":
        return None
    left = lines[line][: column - 1]
    number = left[len(left.rstrip("0123456789.,")) :] + "," + event.value.split(" ")[0]
    if not left[-1:].isdigit() or not event.value[:1].isdigit():
        return None
    return Pitfall(
        line,
        column - 1 - len(number.split(",")[0]),
        column + len(event.value.split(" ")[0]),
        f"the comma in `{number}` ends a text here: between brackets it parts two items",
        "put quotation marks around the text that the number belongs to, or write it without comma",
    )


def _glued_item(event: Any, lines: Sequence[str]) -> Pitfall | None:
    """Find a list under a text, which YAML reads as more of the same text."""
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        text = lines[number]
        indent = len(text) - len(text.lstrip())
        if text[indent : indent + 2] == "- ":
            return Pitfall(
                number,
                indent,
                indent + 1,
                "this line is read as more of the text above it, hyphen and all",
                "a point has no points under it: end the text above with a colon and write what "
                "follows as its full form, or make this a point of its own",
            )
    return None
