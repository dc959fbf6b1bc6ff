"""The YAML parser's errors become plain words: the usual cause, its place and its mend.

The parser says where it gave up; authors need to hear what they typed. So the words come from
the lines around that place, and from the parser's own message only where these tell nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

_ITEM = r"(?P<lead>\s*(?:-\s+)*)"
_KEY = r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{}][^#]*?)"
_PAIR = re.compile(rf"{_ITEM}(?:{_KEY}(?P<colon>:\s+))?(?P<value>\S.*?)?\s*$")
_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/])")
_INDICATORS = "@`%*&!|>[]{},"
CLIP = 80
"""Characters of a text that a message quotes."""

_MEND_BLOCK = (
    "or write `>-` after the colon and the text on the next line, further in: "
    "there quotation marks and colons are mere text"
)
_MEND_QUOTES = "put quotation marks around the whole text: {quoted}"


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
        _tab(lines, line),
        _unclosed_quote(error, lines, start, line),
        _escape(problem, lines, line, column),
        _block_header(error, lines, line),
        _second_colon(problem, lines, line, column),
        _lost_line(problem, lines, start),
        _after_close(lines, line, column),
        _indicator(lines, start if "alias" in str(error) else line),
        _unclosed_bracket(error, lines, start, context),
        _indentation(lines, line, column),
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


def _tab(lines: list[str], line: int) -> Fault | None:
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


def _unclosed_quote(error: yaml.YAMLError, lines: list[str], start: int, line: int) -> Fault | None:
    """Find a text that opens with a quotation mark and never closes."""
    inside = "quoted scalar" in str(getattr(error, "context", ""))
    ends = "end of stream" in str(error) or "document indicator" in str(error)
    candidates = [start] if inside and ends else range(max(0, line - 8), line)
    for number in candidates:
        match = _PAIR.match(lines[number])
        value = (match["value"] or "") if match else ""
        if not match or value[:1] not in {'"', "'"} or _closing(value) is not None:
            continue
        column = match.start("value")
        rest = "\n".join([value, *lines[number + 1 : line + 1]])
        if not (inside and ends):
            end = _closing(rest)
            behind = rest[end + 1 :].partition("\n")[0].strip() if end is not None else ""
            if not behind or behind.startswith(("#", ":")) or _in_block(lines, number):
                continue
        return Fault(
            number,
            column,
            column + 1,
            f"the quotation mark {value[0]} opens a text here and is never closed",
            (_MEND_QUOTES.format(quoted=_clip(_quoted(value))), _MEND_BLOCK),
            repair=_requoted(match),
        )
    return None


def _escape(problem: str, lines: list[str], line: int, column: int) -> Fault | None:
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


def _block_header(error: yaml.YAMLError, lines: list[str], line: int) -> Fault | None:
    """Find text on the line of a `>` or `|`."""
    if "block scalar" not in str(getattr(error, "context", "")):
        return None
    match = _PAIR.match(lines[line])
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


def _second_colon(problem: str, lines: list[str], line: int, column: int) -> Fault | None:
    """Tell apart why a colon is not allowed where it stands."""
    if "mapping values" not in problem:
        return None
    text = lines[line]
    before = _previous(lines, line)
    first = re.search(r":(?=\s|$)", text)
    if before is not None and first is not None and first.start() >= column:
        above = lines[before]
        lost = _NO_SPACE.match(above)
        if lost and _indent(above) == _indent(text):
            return _missing_space(lines, before, lost)
        pair = _PAIR.match(above)
        if pair and pair["key"] and _indent(text) > len(pair["lead"]):
            wanted = len(pair["lead"])
            return Fault(
                line,
                _indent(text),
                column,
                f"this line stands further in than `{_clip(pair['key'])}:` on line {before + 1}, "
                "so it is read as more of that text",
                (f"let it begin at column {wanted + 1}, below `{_clip(pair['key'])}`",),
                repair=" " * wanted + text.lstrip(),
            )
    if column > 1024:
        return Fault(
            line,
            _indent(text),
            None,
            "the part before the colon is longer than the 1,024 characters that YAML allows",
            ("shorten it: it is what the slide shows",),
        )
    match = _PAIR.match(text)
    return Fault(
        line,
        column,
        column + 1,
        "a second colon followed by a space stands in this line, so YAML cannot tell where "
        "the text begins",
        _quote_hints(match),
        repair=_requoted(match),
    )


def _lost_line(problem: str, lines: list[str], start: int) -> Fault | None:
    """Find a line that is neither a key nor an item nor the rest of a text."""
    if "could not find expected ':'" not in problem:
        return None
    text = lines[start]
    lost = _NO_SPACE.match(text)
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
        _indent(text),
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
        (f"write `{match['key']}: {_clip(text[match.end() :].strip())}`",),
        repair=f"{text[: match.end()]} {text[match.end() :]}",
    )


def _after_close(lines: list[str], line: int, column: int) -> Fault | None:
    """Find text that goes on behind a closing quotation mark or bracket."""
    match = _PAIR.match(lines[line])
    value = (match["value"] or "") if match else ""
    if not match or column <= match.start("value") or not value:
        return None
    if value[0] in {'"', "'"}:
        end = _closing(value)
        if end is None:
            return None
        at = match.start("value") + end + 1
        message = (
            f"the text begins with a quotation mark, so it ends at the next one; "
            f"`{_clip(value[end + 1 :].strip())}` stands behind it"
        )
        return Fault(line, at, None, message, _quote_hints(match), repair=_requoted(match))
    if value[0] in "[{*":
        return _indicator(lines, line)
    return None


def _indicator(lines: list[str], line: int) -> Fault | None:
    """Find a text that begins with a sign which YAML keeps for itself."""
    match = _PAIR.match(lines[line])
    value = (match["value"] or "") if match else ""
    if not match or value[:1] not in set(_INDICATORS):
        return None
    if value[0] in "[{" and value[-1] in "]}":
        return None
    column = match.start("value")
    return Fault(
        line,
        column,
        column + 1,
        f"a text cannot begin with {_sign(value[0])}, which means something else in YAML",
        _quote_hints(match),
        repair=_requoted(match),
    )


def _unclosed_bracket(
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


def _indentation(lines: list[str], line: int, column: int) -> Fault | None:
    """Find a line that begins where none of the lines above it does."""
    text = lines[line]
    if column > _indent(text) or not text.strip():
        return None
    columns: list[int] = []
    for above in reversed(lines[:line]):
        if above.strip() and not above.lstrip().startswith("#"):
            indent = _indent(above)
            if not columns or indent < columns[-1]:
                columns.append(indent)
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
    wanted = " or ".join(str(c + 1) for c in sorted(columns))
    return Fault(
        line,
        column,
        None,
        f"this line begins at column {column + 1}, where no line above begins",
        (f"let it begin below the line it belongs with, at column {wanted}",),
    )


def _previous(lines: list[str], line: int) -> int | None:
    """Return the number of the nearest line above that says something."""
    for number in range(line - 1, -1, -1):
        stripped = lines[number].strip()
        if stripped and not stripped.startswith("#"):
            return number
    return None


def _indent(text: str) -> int:
    """Return how many spaces stand before what `text` says."""
    return len(text) - len(text.lstrip())


def _in_block(lines: list[str], line: int) -> bool:
    """Whether `line` belongs to a text that `>` or `|` opens."""
    indent = _indent(lines[line])
    for number in range(line - 1, -1, -1):
        above = lines[number]
        if above.strip() and _indent(above) < indent:
            return bool(re.search(r"(?:^|\s)[>|][-+0-9]*\s*$", above))
    return False


def _closing(value: str) -> int | None:
    """Return where the quotation mark that opens `value` is closed."""
    mark = value[0]
    pattern = r"(?s:\\.|[^\"\\])*" if mark == '"' else r"(?:''|[^'])*"
    match = re.compile(pattern).match(value, 1)
    end = match.end() if match else len(value)
    return end if end < len(value) else None


def _quoted(value: str) -> str:
    """Return `value` as YAML wants it quoted, in the mark that it does not hold."""
    text = value
    if text[:1] in {'"', "'"} and text.count(text[0]) == 1:
        text = text[1:]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _requoted(match: re.Match[str] | None) -> str | None:
    """Return the line of `match` with its value in quotation marks."""
    if match is None or not match["value"]:
        return None
    return match.string[: match.start("value")] + _quoted(match["value"])


def _quote_hints(match: re.Match[str] | None) -> tuple[str, ...]:
    value = match["value"] if match else None
    if not value:
        return (_MEND_BLOCK,)
    return (_MEND_QUOTES.format(quoted=_clip(_quoted(value))), _MEND_BLOCK)


def _sign(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"


def _clip(text: str) -> str:
    """Return `text` as a message can quote it."""
    if len(text) <= CLIP:
        return text
    return f"{text[: CLIP - 20].rstrip()} … {text[-16:].lstrip()}"
