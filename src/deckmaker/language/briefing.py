"""The Briefing: what an author wrote, read from its file, checked and immutable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
)

from deckmaker.diagnostics import KEY, BriefingError, Diagnostic, Path, Span
from deckmaker.language.excuses import Excuse, Excuses, excuses_at
from deckmaker.language.meta import Meta, Source, each_keyed
from deckmaker.language.review import review
from deckmaker.language.schema import (
    Loc,
    Model,
    Text,
    found,
    problem,
    short,
    validate,
)
from deckmaker.language.section import Section
from deckmaker.language.tag import tag_of
from deckmaker.reading.source import MAX_BYTES, SourceText, read_yaml
from deckmaker.richtext import SOURCE_KEY

__all__ = ["Briefing", "Meta", "Section", "Source", "load"]

VERSION = "1"
"""The version of the language that this program reads."""


def _version(data: Any) -> Any:
    if data == VERSION:
        return data
    if isinstance(data, str) and data.isdigit():
        message = (
            f"this file is written in version {short(data)} of the language; this program reads 1"
        )
        raise problem("B003", message, "use a newer deckmaker, or write `deckmaker: 1`")
    raise problem("B003", f"the version of the language is wanted, but {found(data)}", "write 1")


def _keyed(sources: dict[str, Any]) -> dict[str, Any]:
    for key in sources:
        if key and not re.fullmatch(SOURCE_KEY, key):
            raise problem(
                "B003",
                f"`{short(key)}` cannot be the key of a source",
                "use letters, digits, `-` and `_`, a letter first: it is cited as `@key:18`",
                at=(key, KEY),
            )
    return sources


class Briefing(Model):
    """The whole of what an author wrote."""

    noun: ClassVar[str] = "a briefing"
    sample: ClassVar[str] = "deckmaker: 1"
    also: ClassVar[tuple[str, ...]] = ("source",)

    deckmaker: Annotated[
        Literal["1"],
        BeforeValidator(_version),
        Field(description="The version of the language.", examples=["1"]),
    ]
    meta: Annotated[
        Meta,
        Field(
            description="Title, readers, date and the like.",
            examples=["{ title: A meeting remains unlikely, date: 2026-11-23 }"],
        ),
    ]
    sources: Annotated[
        dict[str, Source],
        BeforeValidator(each_keyed),
        AfterValidator(_keyed),
        Field(description="What the briefing is drawn from, by key; cited as `@key:18`."),
    ] = Field(default_factory=dict)
    terms: Annotated[
        dict[Text, Text],
        Field(
            description="Abbreviations and what they stand for; expanded at first use.",
            examples=["{ EU: European Union }"],
        ),
    ] = Field(default_factory=dict)
    sections: Annotated[
        tuple[Section, ...], Field(min_length=1, description="The sections, in order.")
    ]
    ignore: Excuses = Field(default_factory=dict)
    _text: SourceText | None = PrivateAttr(default=None)
    _file: FilePath | None = PrivateAttr(default=None)
    _remarks: tuple[Diagnostic, ...] = PrivateAttr(default=())
    _raw: bytes = PrivateAttr(default=b"")
    _files: dict[str, bytes] = PrivateAttr(default_factory=dict)

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read the only source as a map of one, under an empty key."""
        if not isinstance(data, dict) or "source" not in data:
            return data
        if "sources" in data:
            raise problem(
                "B004",
                "`source` and `sources` stand side by side",
                "move the one into the other, under a key of its own",
                at=("source", KEY),
            )
        rest = {key: value for key, value in data.items() if key != "source"}
        return {**rest, "sources": {"": data["source"]}}

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead errors of the only source to the key `source`."""
        if isinstance(data, dict) and "sources" not in data and loc[:1] == ("sources",):
            return ("source", *loc[2:])
        return loc

    @property
    def folder(self) -> FilePath:
        """The folder that file names are relative to."""
        return self._file.parent if self._file else FilePath()

    @property
    def file(self) -> FilePath | None:
        """The file that the briefing was read from."""
        return self._file

    @property
    def raw(self) -> bytes:
        """The bytes that the briefing was read from."""
        return self._raw

    @property
    def files(self) -> Mapping[str, bytes]:
        """The data files and pictures that the briefing names, by their names."""
        return MappingProxyType(self._files)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What reading the file found that does not stop a build."""
        return (*(self._text.diagnostics if self._text else ()), *self._remarks)

    @property
    def excuses(self) -> tuple[Excuse, ...]:
        """Every excuse, the narrowest first."""
        found: list[Excuse] = []
        for number, section in enumerate(self.sections):
            path: Path = ("sections", number)
            for index, block in enumerate(section.blocks):
                found += excuses_at((*path, *section.block_path(index)), block.ignore)
            found += excuses_at(path, section.ignore)
        return (*found, *excuses_at((), self.ignore))

    def source_path(self, key: str) -> Path:
        """Return where source `key` stands."""
        return ("sources", key) if key else ("source",)

    def locate(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return `diagnostic` with its place in the file."""
        return self._text.locate(diagnostic) if self._text else diagnostic

    def find(self, path: Path, words: str) -> Span | None:
        """Return the place of `words` inside the text at `path`."""
        return self._text.find(path, words) if self._text else None

    @classmethod
    def read(cls, text: SourceText, file: FilePath) -> Self:
        """Return the briefing that `text` holds; raise BriefingError with all that is wrong."""
        diagnostics = list(text.diagnostics)
        briefing = None
        remarks: tuple[Diagnostic, ...] = ()
        files: dict[str, bytes] = {}
        if text.data is not None:
            context = {"folder": file.parent, "lang": tag_of(text.data), "files": files}
            try:
                briefing = validate(cls, text.data, context)
            except BriefingError as error:
                diagnostics += _fresh(error.diagnostics, text)
            remarks = tuple(_fresh(review(text), text))
            diagnostics += remarks
        located = [text.locate(diagnostic) for diagnostic in diagnostics]
        if briefing is None or any(d.severity == "error" for d in located):
            raise BriefingError(sorted(located, key=_place))
        briefing._remarks, briefing._files = remarks, files
        return briefing.standing_in(text, file)

    def standing_in(self, text: SourceText, file: FilePath) -> Self:
        """Return this briefing, which was read from `text` in `file` and finds its places there."""
        self._text, self._file = text, file
        return self


def _fresh(diagnostics: Iterable[Diagnostic], text: SourceText) -> Iterator[Diagnostic]:
    """Yield those of `diagnostics` that do not merely follow from a fault of the YAML."""
    for diagnostic in diagnostics:
        steps = range(len(diagnostic.path) + 1)
        located = text.locate(diagnostic)
        mended = located.span is not None and located.span.line in text.repaired
        if not mended and not any(diagnostic.path[:n] in text.broken for n in steps):
            yield located


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)


def load(path: FilePath) -> Briefing:
    """Return the briefing in the file `path`.

    Raises BriefingError with every problem of the file, each with its span; OSError where
    the file cannot be opened.
    """
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    briefing = Briefing.read(read_yaml(raw, str(path)), path)
    briefing._raw = raw
    return briefing
