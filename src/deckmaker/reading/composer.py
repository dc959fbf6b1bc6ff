"""YAML's events become plain data, the place of every key and value, and a list of problems.

Every scalar stays the text that was typed (`NO`, `3.10`); a key that stands twice, a reference,
a tag, a second document and endless nesting are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from deckmaker.diagnostics import Diagnostic, Path, Severity, Span
from deckmaker.reading.pitfalls import pitfall

MAX_VALUES = 500_000
MAX_REPORTED = 100
"""Problems that one pass names; who has more has one mistake a hundred times."""
MAX_DEPTH = 24
"""Maps and lists inside each other; the language needs nine."""

Data = Any
"""`dict[str, Data] | list[Data] | str`: what YAML holds while nothing is interpreted."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SWALLOWED = re.compile(r"\s#\w")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Node:
    """Where a value stands, and where what it holds does; it mirrors the data.

    Lines and columns from 0, the end exclusive.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    literal: bool = False
    """A text in a literal block (`|`): each of its lines is a line of the file."""
    keys: dict[str, Node] | None = None
    values: dict[str | int, Node] | None = None


def make_span(
    name: str, lines: list[str], line: int, column: int, end_column: int | None = None
) -> Span:
    """Return the span at a place counted from 0, kept inside its line; no end: to its end."""
    line = max(0, min(line, len(lines) - 1))
    text = lines[line]
    column = min(column, len(text))
    end = len(text.rstrip()) if end_column is None else min(end_column, len(text))
    return Span(name, line + 1, column + 1, max(end, column + 1) + 1, text)


class _GiveUpError(Exception):
    """Nothing more can be read."""


@dataclass(slots=True)
class _Open:
    """A map or list whose end is not read yet."""

    node: Node
    data: dict[str, Data] | list[Data]
    braces: bool = False
    """Written between `{` and `}`."""
    key: str | None = None
    skip: bool = False
    """Whether the value that comes next is dropped: its key stands there already."""


class Composer:
    """Reads one text, event by event.

    `lines` are those of the file, which a mended `text` may differ from.
    """

    def __init__(self, name: str, lines: list[str], text: str) -> None:
        self.name, self.lines, self.text = name, lines, text
        self.read = text.split("\n")
        self.diagnostics: list[Diagnostic] = []
        self.broken: set[Path] = set()
        self.aliases: set[str] = set()
        self.stack: list[_Open] = []
        self.result: tuple[Data, Node | None] = ("", None)
        self.count = 0
        self.text_end: tuple[int, int] | None = None
        self.swallowing = {n for n, line in enumerate(lines) if _SWALLOWED.search(line)}

    def compose(self) -> tuple[Data, Node | None]:
        """Return the data and its places; raise yaml.YAMLError where the syntax is at fault."""
        parser = _LOADER(self.text)
        try:
            for event in self._events(parser):
                self._take(event)
        except _GiveUpError:
            self.result = (None, None)
        finally:
            parser.dispose()
        return self.result

    def _events(self, parser: Any) -> Iterator[Any]:
        """Yield the events of the only document."""
        documents = 0
        while parser.check_event():
            event = parser.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._report(
                        "Y006",
                        "a second document begins here, but a briefing is one document",
                        event,
                        "leave out this line `---`, or put what follows into a file of its own",
                    )
                    return
            yield event

    def _take(self, event: Any) -> None:
        """Take one event into account."""
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
            self._value("", _node(event))
        elif isinstance(event, yaml.ScalarEvent):
            self._check(event)
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._check(event)
            is_map = isinstance(event, yaml.MappingStartEvent)
            if len(self.stack) >= MAX_DEPTH:
                self._report(
                    "Y007",
                    f"maps and lists stand inside each other more than {MAX_DEPTH} deep",
                    event,
                    "a text that begins with `[` or `{` wants quotation marks around it",
                )
                raise _GiveUpError
            node = _node(event)
            node.keys, node.values = ({} if is_map else None), {}
            braces = is_map and bool(event.flow_style)
            self.stack.append(_Open(node, {} if is_map else [], braces))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            done = self.stack.pop()
            end: Any = event.end_mark
            done.node.end_line, done.node.end_column = end.line, end.column
            self._value(done.data, done.node)

    def _scalar(self, event: Any) -> None:
        """Take a text: a key or a value."""
        value = event.value
        if event.style == '"' and _UNPRINTABLE.search(value):
            self._report(
                "Y001",
                "this text holds a control character, which no file can show",
                event,
                "leave out the backslash, or write it twice if a backslash is meant",
            )
            value = _UNPRINTABLE.sub(" ", value)
        if not event.style and event.end_mark.line in self.swallowing:
            self._warn_of_comment(event)
        self._look_for_pitfall(event)
        self._value(value, _node(event))

    def _look_for_pitfall(self, event: Any) -> None:
        """Report a text that is good YAML and hardly what was meant."""
        in_list = bool(self.stack) and isinstance(self.stack[-1].data, list)
        found = pitfall(event, self.text_end if in_list else None, self.lines)
        if found is not None:
            span = make_span(self.name, self.lines, found.line, found.start, found.end)
            self.broken.add(self._path())
            self._add("Y011", found.message, span, found.hint)
        self.text_end = (event.end_mark.line, event.end_mark.column)

    def _value(self, value: Data, node: Node) -> None:
        """Put a value, whole now, where it belongs."""
        self.count += 1
        if self.count > MAX_VALUES:
            message = f"{self.name} holds more than {MAX_VALUES:,} values"
            self.diagnostics.append(Diagnostic("Y007", message))
            raise _GiveUpError
        if not self.stack:
            self.result = (value, node)
            return
        top = self.stack[-1]
        values = top.node.values
        assert values is not None  # noqa: S101  # open nodes are maps and lists
        if isinstance(top.data, list):
            values[len(top.data)] = node
            top.data.append(value)
        elif top.key is None:
            self._key(top, value, node)
        else:
            if not top.skip:
                if top.braces and value == "":
                    self._check_colon(top, top.key, node)
                values[top.key] = node
                top.data[top.key] = value
            top.key, top.skip = None, False

    def _key(self, top: _Open, value: Data, node: Node) -> None:
        """Take the key of the value that comes next."""
        assert top.node.keys is not None  # noqa: S101
        if not isinstance(value, str):
            what = "map in braces" if isinstance(value, dict) else "list in brackets"
            span = make_span(self.name, self.lines, node.line, node.column, node.end_column)
            message = f"a {what} stands where the name of a key belongs"
            hint = "put quotation marks around a text that begins with `{` or `[`"
            self.broken.add(self._path())
            self._add("Y008", message, span, hint)
            top.key, top.skip = "", True
            return
        first = top.node.keys.get(value)
        if first is not None:
            span = make_span(self.name, self.lines, node.line, node.column, node.end_column)
            self._add(
                "Y003",
                f"`{_short(value)}` stands twice in the same map, "
                f"on lines {first.line + 1} and {node.line + 1}",
                span,
                "keep one of the two, or rename one; a new item of a list begins with `- `",
            )
        else:
            top.node.keys[value] = node
        top.key, top.skip = value, first is not None

    def _check_colon(self, top: _Open, key: str, value: Node) -> None:
        """Report a key between braces that has no colon: a comma has torn it off its text."""
        assert top.node.keys is not None  # noqa: S101
        node = top.node.keys[key]
        between = self.read[node.end_line : value.line + 1]
        between[-1] = between[-1][: value.column]
        between[0] = between[0][node.end_column :]
        around = self.stack[-2] if len(self.stack) > 1 else None
        is_key = around is not None and isinstance(around.data, dict) and around.key is None
        if is_key or any(":" in line.partition("#")[0] for line in between):
            return
        path = self._path()
        self.broken.add(path)
        before = next(reversed(top.data), None)
        if (*path[:-1], before) in self.broken:
            return  # of a text with several commas one piece is enough to name
        if before is None:
            message = f"`{_short(key)}` has no colon, but braces hold pairs of key and value"
            hint = "put quotation marks around a text that begins with `{`"
        else:
            message = f"a comma ends a value between braces, so `{_short(key)}` belongs to nothing"
            hint = f"put quotation marks around the whole text behind `{_short(before)}:`"
        end = node.end_column if node.end_line == node.line else None
        span = make_span(self.name, self.lines, node.line, node.column, end)
        self._add("Y010", message, span, hint, "or do without braces: one key to a line")

    def _check(self, event: Any) -> None:
        """Report an anchor or a tag."""
        if event.anchor is not None:
            self._report(
                "Y004",
                f"`&{_short(event.anchor)}` marks a value for reuse, which a briefing may not do",
                event,
                "a text that begins with `&` wants quotation marks around it",
            )
        if event.tag is not None:
            self._report(
                "Y005",
                f"`{_short(event.tag)}` is a YAML tag, which a briefing may not hold",
                event,
                "a text that begins with `!` wants quotation marks around it",
            )

    def _refuse_alias(self, event: Any) -> None:
        """Report a reference; of many to the same value, as a YAML bomb has them, the first."""
        if event.anchor in self.aliases:
            self.broken.add(self._path())
            return
        self.aliases.add(event.anchor)
        self._report(
            "Y004",
            f"`*{_short(event.anchor)}` refers to another value, which a briefing may not do",
            event,
            "repeat the value in full",
            "a text that begins with `*` wants quotation marks around it",
        )

    def _warn_of_comment(self, event: Any) -> None:
        """Warn where `#` cuts a text short: `Ranked #1` loses its last word."""
        line, column = event.end_mark.line, event.end_mark.column
        text = self.lines[line]
        match = re.match(r"\s+(?=#\w)", text[column:])
        if match:
            span = make_span(self.name, self.lines, line, column + match.end())
            self._add(
                "Y009",
                "the text ends before `#`: what follows is read as a comment",
                span,
                "put quotation marks around the text, or a space after `#` if a comment is meant",
                severity=Severity.WARNING,
            )

    def _path(self) -> Path:
        """Return the path of the value that is being read."""
        steps = (o.key if isinstance(o.data, dict) else len(o.data) for o in self.stack)
        return tuple(step for step in steps if step is not None)

    def _report(self, rule: str, message: str, event: Any, *hints: str) -> None:
        """Report an error at `event`; what else is wrong there is not worth a word."""
        start, end = event.start_mark, event.end_mark
        end_column = end.column if end.line == start.line else None
        span = make_span(self.name, self.lines, start.line, start.column, end_column)
        self.broken.add(self._path())
        self._add(rule, message, span, *hints)

    def _add(
        self,
        rule: str,
        message: str,
        span: Span,
        *hints: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        if len(self.diagnostics) < MAX_REPORTED:
            self.diagnostics.append(
                Diagnostic(rule, message, self._path(), hints, severity=severity, span=span)
            )


def _node(event: Any) -> Node:
    start: Any = event.start_mark
    end: Any = event.end_mark
    literal = getattr(event, "style", None) == "|"
    return Node(start.line, start.column, end.line, end.column, literal)


def _short(text: str) -> str:
    """Return `text` as a message can quote it."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
