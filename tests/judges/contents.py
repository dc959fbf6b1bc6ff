"""What is drawn on a page, operator by operator: of which marked content, and which text.

An own reading of content streams: nothing that writes them is asked. Text is decoded through the
fonts' ToUnicode CMaps; `ActualText` replaces what it encloses, and glyphs in `ReversedChars` stand
the other way round than they are read (ISO 32000-1, 14.8.2.3.3 and 14.9.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import pikepdf

from judges.fontcodes import codes_of, texts_of

UNMAPPED = "\ufffd"
"""Stands for a code without a text."""
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_PAINTING = frozenset(
    {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI", "INLINE IMAGE"}
)

Kind = Literal["element", "artifact", "neither"]


@dataclass(eq=False)
class Sequence:
    """A sequence of marked content that is of an element or an artifact, or what is outside."""

    page: int
    """From 0."""
    kind: Kind
    tag: str = ""
    mcid: int | None = None
    properties: pikepdf.Object | None = None
    lines: list[tuple[float, str]] = field(default_factory=list)
    """Text by text object: the height of its baseline, and what it says."""
    painted: int = 0
    """How many operators paint something else."""
    nested: bool = False
    """Whether it opens inside another one."""

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(text for _, text in self.lines)


@dataclass
class Page:
    """A page as it is drawn."""

    number: int
    """From 0."""
    sequences: list[Sequence]
    codes: dict[str, set[int]]
    """The codes that are shown, by the resource name of their font."""
    silent: dict[str, set[int]]
    """Those that are shown outside any ActualText: they must have a text of their own."""
    faults: list[str] = field(default_factory=list)
    """What is wrong with the nesting of its marked content."""


@dataclass
class _Open:
    """A marked-content sequence under way."""

    sequence: Sequence | None
    """None where it is a part of the one that it stands in."""
    actual: bool = False
    reverses: bool = False


def read_page(page: pikepdf.Page, number: int) -> Page:
    """Return what is drawn on a page."""
    return _Reader(page, number).read()


class _Reader:
    """Reads one page."""

    def __init__(self, page: pikepdf.Page, number: int) -> None:
        self._source = page
        self._outside = Sequence(number, "neither")
        self._page = Page(number, [self._outside], {}, {})
        self._open: list[_Open] = []
        self._font = ""
        self._texts: dict[int, str] = {}
        self._fonts: dict[str, dict[int, str]] = {}
        self._height = 0.0
        self._leading = 0.0
        self._begun = False
        """Whether a text object has begun of which nothing was shown."""

    def read(self) -> Page:
        for instruction in pikepdf.parse_content_stream(self._source):
            self._take(str(instruction.operator), instruction.operands)
        if self._open:
            self._page.faults.append(f"{len(self._open)} sequences of marked content stay open")
        return self._page

    @property
    def _sequence(self) -> Sequence:
        """The sequence of an element or an artifact that is open."""
        for one in reversed(self._open):
            if one.sequence is not None:
                return one.sequence
        return self._outside

    def _take(self, operator: str, operands: Iterable[pikepdf.Object]) -> None:
        match operator, list(operands):
            case "BT", _:
                self._begun, self._height = True, 0.0
            case "Tm", values:
                self._height = float(values[5])
            case ("Td" | "TD") as moving, values:
                self._height += float(values[1])
                if moving == "TD":
                    self._leading = -float(values[1])
            case "TL", values:
                self._leading = float(values[0])
            case "T*", _:
                self._height -= self._leading
            case "Tf", values:
                self._select(str(values[0]))
            case "BMC" | "BDC", values:
                self._enter(str(values[0]), values[1] if len(values) > 1 else None)
            case "EMC", _:
                if self._open:
                    self._open.pop()
                else:
                    self._page.faults.append("EMC where nothing is open")
            case shows, values if shows in _SHOWING:
                self._show(values[-1])
            case paints, _ if paints in _PAINTING:
                self._sequence.painted += 1

    def _select(self, name: str) -> None:
        self._font = name
        if name not in self._fonts:
            font = self._source.resources.get("/Font", {}).get(name)
            self._fonts[name] = {} if font is None else texts_of(font)
        self._texts = self._fonts[name]

    def _enter(self, tag: str, properties: pikepdf.Object | None) -> None:
        if isinstance(properties, pikepdf.Name):
            named = self._source.resources.get("/Properties", {})
            properties = named.get(str(properties))
        said = properties if isinstance(properties, pikepdf.Dictionary) else None
        mcid = None if said is None else said.get("/MCID")
        sequence: Sequence | None = None
        if mcid is not None or tag == "/Artifact":
            kind: Kind = "artifact" if tag == "/Artifact" else "element"
            number = None if mcid is None else int(mcid)
            sequence = Sequence(self._page.number, kind, tag[1:], number, said)
            sequence.nested = any(one.sequence is not None for one in self._open)
            self._page.sequences.append(sequence)
            self._begun = True
        actual = None if said is None else said.get("/ActualText")
        hidden = self._hidden
        self._open.append(_Open(sequence, actual is not None, tag == "/ReversedChars"))
        if actual is not None and not hidden:
            self._say(str(actual))

    @property
    def _hidden(self) -> bool:
        """Whether an ActualText says what is shown."""
        return any(one.actual for one in self._open)

    def _show(self, shown: pikepdf.Object) -> None:
        strings = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
        codes = [
            code
            for one in strings
            if isinstance(one, pikepdf.String)
            for code in codes_of(bytes(one))
        ]
        self._page.codes.setdefault(self._font, set()).update(codes)
        if self._hidden:
            return
        self._page.silent.setdefault(self._font, set()).update(codes)
        if any(one.reverses for one in self._open):
            codes.reverse()
        self._say("".join(self._texts.get(code, UNMAPPED) for code in codes))

    def _say(self, text: str) -> None:
        lines = self._sequence.lines
        if self._begun or not lines:
            lines.append((self._height, ""))
            self._begun = False
        height, before = lines[-1]
        lines[-1] = (height, before + text)
