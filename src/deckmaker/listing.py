"""A briefing's sources become a list of their paragraphs, each with the citation to type.

The other parts of the briefing may have mistakes, or be missing: an author lists the sources in
order to write them.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deckmaker.assigning import assign
from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.evidence.tokens import OMISSION, QUOTE, folded
from deckmaker.language.briefing import VERSION, Briefing
from deckmaker.language.files import inside, nearest_file
from deckmaker.language.schema import validate
from deckmaker.reading.source import MAX_BYTES, SourceText, read_yaml
from deckmaker.snapshots import MOST_BYTES, transcribe

_LEAST_WIDTH = 30
"""Columns of text that are kept in the narrowest of terminals."""
_HASH_SHOWN = 12
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
"""What would steer a terminal."""
_OMITTED = re.compile(rf"[\[(] {OMISSION} [\])]")
"""An omission in brackets, among folded words."""
_STAND_IN = {
    "deckmaker": VERSION,
    "meta": {"title": "Left out", "date": "2000-01-01"},
    "sections": [{"section": "Left out", "title": "Left out", "callout": "Left out"}],
}


@dataclass(frozen=True, slots=True)
class ListedParagraph:
    """A paragraph, and how it is cited."""

    number: int
    citation: str
    """As it is typed: `@7` or `@boiler:2`."""
    text: str


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source with its paragraphs, or what keeps them from being listed."""

    key: str
    """Empty for the only source."""
    cite: str
    file: str
    """As it was named; empty where no file is."""
    sha256: str
    """Of the snapshot; empty where it is not at hand."""
    count: int
    """Of all its paragraphs, listed or not."""
    paragraphs: tuple[ListedParagraph, ...]
    fault: str = ""
    """What keeps it from being read, as a sentence."""
    hint: str = ""
    """The way out."""


def list_sources(
    path: Path, snapshots: Mapping[str, Path] | None = None, find: str = ""
) -> tuple[ListedSource, ...]:
    """Return the sources of the briefing at `path`, with the paragraphs that hold `find`.

    `snapshots` name files by source key, `""` for the only source; they take the place of the
    files that the briefing names. Raises BriefingError where the sources cannot be told, OSError
    where a file cannot be opened.
    """
    briefing = _with_sources_alone(path)
    given = assign(briefing, snapshots or {})
    return tuple(_listed(briefing, key, given.get(key), find) for key in briefing.sources)


def as_text(sources: tuple[ListedSource, ...], width: int = 80) -> str:
    """Return the list for a terminal with `width` columns."""
    if not sources:
        return "This briefing names no source. Write: source: { file: article.txt, cite: … }\n"
    return "\n".join("".join(f"{line}\n" for line in _shown(each, width)) for each in sources)


def as_json(sources: tuple[ListedSource, ...]) -> str:
    """Return the list as JSON, for programs."""
    listed = [
        {
            "key": source.key,
            "cite": source.cite,
            "file": source.file,
            "sha256": source.sha256,
            "count": source.count,
            "fault": source.fault,
            "paragraphs": [
                {"number": each.number, "citation": each.citation, "text": each.text}
                for each in source.paragraphs
            ],
        }
        for source in sources
    ]
    return json.dumps({"sources": listed}, ensure_ascii=False, indent=2) + "\n"


def _with_sources_alone(path: Path) -> Briefing:
    """Return the briefing at `path` with a stand-in for all but its sources."""
    with path.open("rb") as file:
        text = read_yaml(file.read(MAX_BYTES + 1), str(path))
    if text.data is None:
        raise BriefingError(map(text.locate, text.diagnostics))
    written = text.data if isinstance(text.data, dict) else {}
    sources = {key: written[key] for key in ("source", "sources") if key in written}
    try:
        read = validate(Briefing, {**_STAND_IN, **sources}, {"folder": path.parent})
    except BriefingError as error:
        raise BriefingError(_located(error, text)) from None
    return read.standing_in(text, path)


def _located(error: BriefingError, text: SourceText) -> Iterator[Diagnostic]:
    return map(text.locate, error.diagnostics)


def _listed(briefing: Briefing, key: str, given: Path | None, find: str) -> ListedSource:
    source = briefing.sources[key]
    name = str(given) if given else source.file or ""
    file = given
    if file is None and source.file:
        file = inside(source.file, {"folder": briefing.folder})
    if file is None or not file.is_file():
        fault, hint = _absence(briefing, key, name, file)
        return ListedSource(key, source.cite, name, "", 0, (), fault, hint)
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    transcript = transcribe(file.name, data)
    prefix = f"{key}:" if len(briefing.sources) > 1 else ""
    listed = tuple(
        ListedParagraph(number, f"@{prefix}{number}", text)
        for number, text in _holding(transcript.paragraphs, find)
    )
    count, digest = len(transcript.paragraphs), hashlib.sha256(data).hexdigest()
    if not transcript.fault:
        return ListedSource(key, source.cite, name, digest, count, listed)
    fault = f"its snapshot `{name}` {transcript.fault}"
    hint = "save the text of the source as plain text in UTF-8, and name that file"
    return ListedSource(key, source.cite, name, digest, 0, (), fault, hint)


def _absence(briefing: Briefing, key: str, name: str, file: Path | None) -> tuple[str, str]:
    """Return what to say of a source without a file that can be read, and the way out."""
    option = f"--source {key}=FILE" if key else "--source FILE"
    if file is None:
        hint = f"write `file: …` beside its `cite`, or: deckmaker sources … {option}"
        return "no file is named for it", hint
    if file.is_dir():
        return (
            f"its snapshot `{name}` is a folder",
            f"name a file in it: `file: {name}/article.txt`",
        )
    meant = nearest_file(file, {"folder": briefing.folder})
    fault = f"its snapshot `{name}` is not here"
    if meant:
        return fault, f"did you mean `file: {meant}`?"
    return fault, f"where it lies elsewhere: deckmaker sources {briefing.file} {option}"


def _holding(paragraphs: Iterable[str], words: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs that hold `words`, with their numbers from 1.

    Case, the kinds of quotation marks, dashes and spaces make no difference; quotation marks
    around the words are left out, and an omission (`…`) for any words in between.
    """
    sought = _OMITTED.sub(OMISSION, folded(words).casefold())
    parts = [part.strip(f" {QUOTE}") for part in sought.split(OMISSION)]
    for number, text in enumerate(paragraphs, start=1):
        if _in_turn(folded(text).casefold() if words else "", parts):
            yield number, text


def _in_turn(text: str, parts: list[str]) -> bool:
    """Whether `parts` stand in `text` one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _shown(source: ListedSource, width: int) -> Iterator[str]:
    """Yield the lines that show a source."""
    head = f"{source.key}: {source.cite}" if source.key else source.cite
    about = [source.file] if source.file else []
    if source.sha256:
        about.append(source.sha256[:_HASH_SHOWN])
    if not source.fault:
        about.append("1 paragraph" if source.count == 1 else f"{source.count} paragraphs")
    yield _plain(f"{head} ({', '.join(about)})" if about else head)
    if source.fault:
        yield _plain(f"  {source.fault}")
        yield _plain(f"  = help: {source.hint}")
    elif not source.paragraphs:
        yield "  none of its paragraphs holds these words"
    margin = max((len(each.citation) for each in source.paragraphs), default=0) + 2
    for each in source.paragraphs:
        lines = textwrap.wrap(_plain(each.text), max(width - margin - 2, _LEAST_WIDTH)) or [""]
        yield f"{each.citation:>{margin}}  {lines[0]}"
        yield from (" " * (margin + 2) + line for line in lines[1:])


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)
