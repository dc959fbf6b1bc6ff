"""Faults of texts: quotation marks, backslashes, and signs that YAML keeps for itself."""

from __future__ import annotations

import re

import yaml

from deckmaker.reading.syntax.lines import (
    INDICATORS,
    MEND_BLOCK,
    MEND_QUOTES,
    Fault,
    clipped,
    closing_mark,
    in_block,
    parts,
    quote_hints,
    quoted,
    requoted,
    sign_name,
)

_MARKED = re.compile(r"\[[^\]]*\][({]")
"""Words with a link or a language."""
_LED = re.compile(rf"({_MARKED.pattern}[^:{{}}()]*[)}}][^:]*):\s+(\S.*)")
"""A short form that begins with such words, and a full one behind it."""


def unclosed_quote(error: yaml.YAMLError, lines: list[str], start: int, line: int) -> Fault | None:
    """Find a text that opens with a quotation mark and never closes."""
    inside = "quoted scalar" in str(getattr(error, "context", ""))
    ends = "end of stream" in str(error) or "document indicator" in str(error)
    candidates = [start] if inside and ends else range(max(0, line - 8), line)
    for number in candidates:
        match = parts(lines[number])
        value = (match["value"] or "") if match else ""
        if not match or value[:1] not in {'"', "'"} or closing_mark(value) is not None:
            continue
        column = match.start("value")
        rest = "\n".join([value, *lines[number + 1 : line + 1]])
        if not (inside and ends):
            end = closing_mark(rest)
            behind = rest[end + 1 :].partition("\n")[0].strip() if end is not None else ""
            if not behind or behind.startswith(("#", ":")) or in_block(lines, number):
                continue
        return Fault(
            number,
            column,
            column + 1,
            f"the quotation mark {value[0]} opens a text here and is never closed",
            (MEND_QUOTES.format(quoted=clipped(quoted(value))), MEND_BLOCK),
            repair=requoted(match),
        )
    return None


def escape(problem: str, lines: list[str], line: int, column: int) -> Fault | None:
    """Find a backslash that means something else between double quotation marks."""
    if "escape" not in problem and "hexdecimal" not in problem:
        return None
    at = lines[line].rfind("\\", 0, column + 1)
    at = at if at >= 0 else column
    return Fault(
        line,
        at,
        at + 2,
        "between double quotation marks a backslash begins a code, and this is none",
        ("use single quotation marks instead, or write the backslash twice",),
    )


def block_header(error: yaml.YAMLError, lines: list[str], line: int) -> Fault | None:
    """Find text on the line of a `>` or `|`."""
    if "block scalar" not in str(getattr(error, "context", "")):
        return None
    match = parts(lines[line])
    if not match or (match["value"] or "")[:1] not in {"|", ">"}:
        return None
    sign = match["value"][0]
    column = match.start("value")
    return Fault(
        line,
        column,
        None,
        f"after `{sign}` the text begins on the next line, but something stands on this one",
        (f"leave `{sign}` alone on its line and begin the text below it, further in",),
    )


def after_close(lines: list[str], line: int, column: int) -> Fault | None:
    """Find text that goes on behind a closing quotation mark or bracket."""
    match = parts(lines[line])
    value = (match["value"] or "") if match else ""
    if not match or column <= match.start("value") or not value:
        return None
    if value[0] in {'"', "'"}:
        end = closing_mark(value)
        if end is None:
            return None
        at = match.start("value") + end + 1
        message = (
            f"the text begins with a quotation mark, so it ends at the next one; "
            f"`{clipped(value[end + 1 :].strip())}` stands behind it"
        )
        return Fault(line, at, None, message, quote_hints(match), repair=requoted(match))
    if value[0] in "[{*":
        return indicator(lines, line)
    return None


def indicator(lines: list[str], line: int) -> Fault | None:
    """Find a text that begins with a sign which YAML keeps for itself."""
    match = parts(lines[line])
    value = (match["value"] or "") if match else ""
    if not match or value[:1] not in set(INDICATORS):
        return None
    if value[0] in "[{" and value[-1] in "]}" and not _MARKED.match(value):
        return None
    column = match.start("value")
    led = _LED.match(value)
    mended = f"{quoted(led[1])}: {led[2]}" if led else ""
    hints = (f"put quotation marks around what stands before the colon: {clipped(mended)}",)
    return Fault(
        line,
        column,
        column + 1,
        f"a text cannot begin with {sign_name(value[0])}, which means something else in YAML",
        hints if led else quote_hints(match),
        repair=match.string[:column] + mended if led else requoted(match),
    )
