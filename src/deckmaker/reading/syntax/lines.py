"""A line of YAML as its author typed it: dashes, key, value and quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = r"(?P<lead>\s*(?:-\s+)*)"
_KEY = r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{}][^#]*?)"
_LINE = re.compile(rf"{_ITEM}(?:{_KEY}(?P<colon>:\s+))?(?P<value>\S.*)?$")
NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/])")
INDICATORS = "@`%*&!|>[]{},"
CLIP = 80
"""Characters of a text that a message quotes."""

MEND_BLOCK = (
    "or write `>-` after the colon and the text on the next line, further in: "
    "there quotation marks and colons are mere text"
)
MEND_QUOTES = "put quotation marks around the whole text: {quoted}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the syntax: lines and columns from 0."""

    line: int
    column: int
    end_column: int | None
    message: str
    hints: tuple[str, ...] = ()
    repair: str | None = None
    """The line as it should stand, where that is plain."""


def parts(line: str) -> re.Match[str] | None:
    """Take a line apart: the `lead` of its dashes, its `key`, its `value`."""
    return _LINE.match(line.rstrip())


def line_above(lines: list[str], line: int) -> int | None:
    """Return the number of the nearest line above that says something."""
    for number in range(line - 1, -1, -1):
        stripped = lines[number].strip()
        if stripped and not stripped.startswith("#"):
            return number
    return None


def indent_of(text: str) -> int:
    """Return how many spaces stand before what `text` says."""
    return len(text) - len(text.lstrip())


def in_block(lines: list[str], line: int) -> bool:
    """Whether `line` belongs to a text that `>` or `|` opens."""
    indent = indent_of(lines[line])
    for number in range(line - 1, -1, -1):
        above = lines[number]
        if above.strip() and indent_of(above) < indent:
            return bool(re.search(r"(?:^|\s)[>|][-+0-9]*\s*$", above))
    return False


def closing_mark(value: str) -> int | None:
    """Return where the quotation mark that opens `value` is closed."""
    mark = value[0]
    pattern = r"(?s:\\.|[^\"\\])*" if mark == '"' else r"(?:''|[^'])*"
    match = re.compile(pattern).match(value, 1)
    end = match.end() if match else len(value)
    return end if end < len(value) else None


def quoted(value: str) -> str:
    """Return `value` as YAML wants it quoted, in the mark that it does not hold."""
    text = value
    if text[:1] in {'"', "'"} and text.count(text[0]) == 1:
        text = text[1:]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def requoted(match: re.Match[str] | None) -> str | None:
    """Return the line of `match` with its value in quotation marks."""
    if match is None or not match["value"]:
        return None
    return match.string[: match.start("value")] + quoted(match["value"])


def quote_hints(match: re.Match[str] | None) -> tuple[str, ...]:
    """Return how the value of a line is quoted, and how one does without."""
    value = match["value"] if match else None
    if not value:
        return (MEND_BLOCK,)
    return (MEND_QUOTES.format(quoted=clipped(quoted(value))), MEND_BLOCK)


def sign_name(sign: str) -> str:
    """Return `sign` as a message can show it, between backticks if it is none."""
    return "a backtick" if sign == "`" else f"`{sign}`"


def clipped(text: str) -> str:
    """Return `text` as a message can quote it."""
    if len(text) <= CLIP:
        return text
    return f"{text[: CLIP - 20].rstrip()} … {text[-16:].lstrip()}"
