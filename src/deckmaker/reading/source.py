"""YAML text becomes plain data with a span for every path, and a list of its problems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

import yaml

from deckmaker.diagnostics import KEY, Diagnostic, Path, Span
from deckmaker.reading.composer import Composer, Data, Node, make_span
from deckmaker.reading.encoding import decode, split_lines
from deckmaker.reading.syntax import explain

MAX_BYTES = 5_000_000
"""More than any briefing: a long book has one million."""
MAX_FAULTS = 20
"""How many faults of syntax one pass looks past."""


@dataclass(frozen=True)
class SourceText:
    """A YAML file as read: its data, and where each part of it stands."""

    name: str
    """The file as messages name it."""
    text: str = field(repr=False)
    data: Data = field(repr=False)
    """None where the syntax is too broken to tell."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Every problem of the YAML itself, each with its span."""
    broken: frozenset[Path] = frozenset()
    """What has a problem already: whatever else is wrong there follows from it."""
    repaired: frozenset[int] = frozenset()
    """Lines, from 1, that were read as they should have been typed."""
    root: Node | None = field(repr=False, default=None)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return split_lines(self.text)

    def span(self, path: Path) -> Span | None:
        """Return the place of the value at `path`, or of the nearest that encloses it.

        A last step `KEY` means the key itself, a number under a literal text one of its
        lines, from 0. Of what covers several lines the span is the first.
        """
        node, literal_line = self._node(path)
        if node is None:
            return None
        if literal_line is not None:
            line = node.line + 1 + literal_line
            text = self.lines[min(line, len(self.lines) - 1)]
            indent = len(text) - len(text.lstrip())
            return self._span(Node(line, indent, line, len(text.rstrip())))
        return self._span(node)

    def find(self, path: Path, words: str, nth: int = 0) -> Span | None:
        """Return the place of `words` inside the text at `path`, else of that text.

        Any white space in `words` stands for any in the file; where the words run over
        several lines, the span is that of the first. Where they stand several times there,
        the `nth` is meant, from 0.
        """
        node, _ = self._node(path)
        if node is None or not words.strip():
            return self.span(path)
        chunk = "\n".join(self.lines[node.line : node.end_line + 1])
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        found = pattern.finditer(chunk, node.column)
        match = next(islice(found, nth, None), None)
        if match is None:
            return self.span(path)
        before = chunk[: match.start()]
        line = node.line + before.count("\n")
        column = match.start() - (before.rfind("\n") + 1)
        first = match[0].partition("\n")[0].rstrip()
        return self._span(Node(line, column, line, column + len(first)))

    def locate(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return `diagnostic` with a span, looked up from its path where it has none."""
        if diagnostic.span is not None:
            return diagnostic
        return replace(diagnostic, span=self.span(diagnostic.path))

    def _node(self, path: Path) -> tuple[Node | None, int | None]:
        """Return the node nearest to `path`, and the line of a literal text if it names one."""
        node, key = self.root, None
        for step in path:
            if node is None:
                break
            if step == KEY and key is not None:
                return key, None
            inner = (node.values or {}).get(step)
            if inner is None:
                if node.literal and isinstance(step, int):
                    return node, step
                break
            key = (node.keys or {}).get(str(step))
            node = inner
        empty = node is not None and (node.line, node.column) == (node.end_line, node.end_column)
        return (key if empty and key is not None else node), None

    def _span(self, node: Node) -> Span:
        return make_span(
            self.name,
            self.lines,
            node.line,
            node.column,
            node.end_column if node.end_line == node.line else None,
        )


def read_yaml(raw: bytes, name: str) -> SourceText:
    """Return what the YAML file `name` with the content `raw` holds, and what is wrong with it.

    Past a fault of syntax whose mend is plain it reads on with the mend in memory, so that
    one pass finds as many problems as it can.
    """
    if len(raw) > MAX_BYTES:
        size = Diagnostic(
            "Y007",
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB",
            hints=("keep data in CSV files and pictures in image files beside the briefing",),
        )
        return SourceText(name, "", None, (size,))
    text, found = decode(raw, name)
    if text is None:
        return SourceText(name, "", None, tuple(found))
    original = split_lines(text)
    lines, repaired = list(original), set[int]()
    while True:
        composer = Composer(name, original, "\n".join(lines))
        try:
            data, root = composer.compose()
        except yaml.YAMLError as error:
            data, root = None, None
            fault = explain(error, lines)
            if not repaired or _apart(lines, max(repaired) - 1, fault.line):
                span = make_span(name, original, fault.line, fault.column, fault.end_column)
                found.append(Diagnostic("Y002", fault.message, hints=fault.hints, span=span))
                if fault.repair is not None and len(repaired) < MAX_FAULTS:
                    lines[fault.line] = fault.repair
                    repaired.add(fault.line + 1)
                    continue
        break
    found += composer.diagnostics
    broken, mended = frozenset(composer.broken), frozenset(repaired)
    return SourceText(name, text, data, tuple(found), broken, mended, root)


def _apart(lines: list[str], mended: int, line: int) -> bool:
    """Whether a fault in `line` is the author's own and not the doing of a mend above it.

    The text of a mended line may have gone on below it, further in; lines from 0.
    """
    further_in = len(lines[line]) - len(lines[line].lstrip())
    own = len(lines[mended]) - len(lines[mended].lstrip())
    return line > mended and (line > mended + 1 or further_in <= own)
