"""Faults of structure: tabs, colons, dashes, brackets and indentation."""

from __future__ import annotations

import re
from typing import Any

import yaml

from deckmaker.reading.syntax.lines import (
    NO_SPACE,
    Fault,
    clipped,
    indent_of,
    line_above,
    parts,
    quote_hints,
    requoted,
)


def tab(lines: list[str], line: int) -> Fault | None:
    """Find a tab among the spaces that indent a line."""
    text = lines[line]
    indent = text[: len(text) - len(text.lstrip())]
    if "\t" not in indent:
        return None
    column = indent.index("\t")
    return Fault(
        line,
        column,
        column + 1,
        "a tab stands here, but YAML is indented with spaces alone",
        ("replace the tab by spaces; most editors can do so for the whole file",),
        repair=indent.replace("\t", "  ") + text.lstrip(),
    )


def second_colon(problem: str, lines: list[str], line: int, column: int) -> Fault | None:
    """Tell apart why a colon is not allowed where it stands."""
    if "mapping values" not in problem:
        return None
    text = lines[line]
    before = line_above(lines, line)
    first = re.search(r":(?=\s|$)", text)
    if before is not None and first is not None and first.start() >= column:
        above = lines[before]
        lost = NO_SPACE.match(above)
        if lost and indent_of(above) == indent_of(text):
            return _missing_space(lines, before, lost)
        pair = parts(above)
        if pair and pair["key"] and indent_of(text) > len(pair["lead"]):
            wanted = len(pair["lead"])
            return Fault(
                line,
                indent_of(text),
                column,
                f"this line stands further in than `{clipped(pair['key'])}:` on line {before + 1}, "
                "so it is read as more of that text",
                (f"let it begin at column {wanted + 1}, below `{clipped(pair['key'])}`",),
                repair=" " * wanted + text.lstrip(),
            )
    if column > 1024:
        return Fault(
            line,
            indent_of(text),
            None,
            "the part before the colon is longer than the 1,024 characters that YAML allows",
            ("shorten it: it is what the slide shows",),
        )
    match = parts(text)
    return Fault(
        line,
        column,
        column + 1,
        "a second colon followed by a space stands in this line, so YAML cannot tell where "
        "the text begins",
        quote_hints(match),
        repair=requoted(match),
    )


def lost_line(problem: str, lines: list[str], start: int) -> Fault | None:
    """Find a line that is neither a key nor an item nor the rest of a text."""
    if "could not find expected ':'" not in problem:
        return None
    text = lines[start]
    lost = NO_SPACE.match(text)
    if lost:
        return _missing_space(lines, start, lost)
    dash = re.match(r"\s*-(?=[^\s-])", text)
    if dash:
        return Fault(
            start,
            dash.end() - 1,
            dash.end(),
            "a space is missing after the dash",
            ("an item of a list begins with `- `",),
            repair=f"{dash[0]} {text[dash.end() :]}",
        )
    return Fault(
        start,
        indent_of(text),
        None,
        "this line is neither a key with a colon, nor an item that begins with `- `",
        ("if it continues the text above, let it begin further in than the line it belongs to",),
    )


def _missing_space(lines: list[str], line: int, match: re.Match[str]) -> Fault:
    text = lines[line]
    return Fault(
        line,
        match.end() - 1,
        match.end(),
        f"a space is missing after the colon of `{match['key']}:`",
        (f"write `{match['key']}: {clipped(text[match.end() :].strip())}`",),
        repair=f"{text[: match.end()]} {text[match.end() :]}",
    )


def unclosed_bracket(
    error: yaml.YAMLError, lines: list[str], start: int, context: Any
) -> Fault | None:
    """Find a `[` or `{` that is never closed, or that holds a comma or colon too many."""
    if "flow" not in str(getattr(error, "context", "")):
        return None
    sign = lines[start][context.column : context.column + 1]
    if sign not in {"[", "{"}:
        return None
    close = "]" if sign == "[" else "}"
    if close in lines[start][context.column :]:
        message = f"what stands between `{sign}` and `{close}` cannot be read"
        hint = "commas and colons divide what stands there: put quotation marks around a text"
    else:
        message = f"`{sign}` opens here and is never closed"
        hint = f"close it with `{close}`; a text that begins with `{sign}` wants quotation marks"
    return Fault(start, context.column, None, message, (hint, "or write one item to a line"))


def indentation(lines: list[str], line: int, column: int) -> Fault | None:
    """Find a line that begins where none of the lines above it does."""
    text = lines[line]
    if column > indent_of(text) or not text.strip():
        return None
    columns = _columns(lines[:line])
    if not columns or column in columns:
        item = text.lstrip().startswith("- ")
        message = "an item of a list stands here" if item else "a key stands here"
        other = "keys, not items" if item else "items that begin with `- `"
        return Fault(
            line,
            column,
            None,
            f"{message}, but the lines it stands among are {other}",
            ("look at the indentation of this line and of the lines above",),
        )
    nearest = sorted(columns, key=lambda one: abs(one - column))[:2]
    wanted = " or ".join(str(one + 1) for one in sorted(nearest))
    return Fault(
        line,
        column,
        None,
        f"this line begins at column {column + 1}, where no line above begins",
        (f"let it begin below the line it belongs with, at column {wanted}",),
    )


def _columns(lines: list[str]) -> set[int]:
    """Return where the line below `lines` can begin: with a dash, or with what follows one."""
    columns: set[int] = set()
    least = None
    for above in reversed(lines):
        indent = indent_of(above)
        if above.strip() and above[indent] != "#" and (least is None or indent < least):
            least = indent
            match = parts(above)
            columns |= {indent, len(match["lead"]) if match else indent}
    return columns
