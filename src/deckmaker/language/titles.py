"""Titles: one for every slide and heading, with words in it, and no two that sound the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.language.blocks import COMMON_KEYS, KINDS
from deckmaker.language.hearing import heard, is_silent
from deckmaker.language.schema import nearest, short
from deckmaker.language.walk import blocks_of, sections
from deckmaker.reading.source import SourceText
from deckmaker.richtext import parse, plain

_WHOLE: Path = ("meta", "title")
_OWN = ("give each slide a title of its own: say what this one adds",)


def titles(text: SourceText) -> Iterator[Diagnostic]:
    """Yield what is wrong with the titles of a briefing: A06, B002, D03."""
    data = text.data
    meta = data.get("meta")
    first: dict[str, Path] = {}
    if isinstance(meta, dict) and isinstance(meta.get("title"), str) and meta["title"]:
        yield from _silent(meta["title"], _WHOLE, "title")
        first[heard(meta["title"])] = _WHOLE
    for path, section in sections(data):
        signpost = section.get("section")
        if isinstance(signpost, str) and signpost:
            yield from _silent(signpost, (*path, "section"), "signpost")
        blocks = list(blocks_of(path, section))
        titled: list[Path] = []
        if _titled(section):
            titled.append((*path, "title"))
        for place, block in blocks:
            if _titled(block):
                titled.append((*place, "title"))
            elif len(blocks) > 1:
                yield Diagnostic(
                    "B002",
                    "one of several blocks wants the key `title`",
                    (*place, "title"),
                    ("write `title:` with what the block says, as a sentence",),
                )
            elif not _titled(section):
                yield Diagnostic(
                    "B002",
                    "a section wants the key `title`",
                    (*path, "title"),
                    ("write `title:` with what the section says, as a sentence",),
                )
        for title in dict.fromkeys(titled):
            value = _at(data, title)
            if isinstance(value, str) and value:
                yield from _silent(value, title, "title")
                yield from _doubled(value, title, data, first, text)


def _titled(data: dict[str, Any]) -> bool:
    if data.get("title") not in (None, ""):
        return True
    # A misspelt title is reported as such.
    strangers = (key for key in data if key not in KINDS and key not in COMMON_KEYS)
    return any(nearest(key, ("title",)) for key in strangers)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else data[step]
    return data


def _silent(value: str, path: Path, what: str) -> Iterator[Diagnostic]:
    """Report a title of which nothing is read out: slide or heading would be empty."""
    if is_silent(value):
        hint = (
            "write two or three words that name the section"
            if what == "signpost"
            else "say in a sentence what stands below; a citation may follow the words"
        )
        message = f"the {what} `{short(value)}` has no words: nothing would be read out for it"
        yield Diagnostic("A06", message, path, (hint,))


def _doubled(
    value: str,
    path: Path,
    data: Any,
    first: dict[str, Path],
    text: SourceText,
) -> Iterator[Diagnostic]:
    """Report a title that sounds like another; one like the briefing's own is told apart by us."""
    said = heard(value)
    if said and said not in first:
        first[said] = path
    elif said:
        severity = Severity.WARNING if first[said] == _WHOLE else Severity.ERROR
        message = _clash(value, first[said], data, text)
        yield Diagnostic("D03", message, path, _OWN, severity)


def _clash(value: str, other: Path, data: Any, text: SourceText) -> str:
    span = text.span(other)
    line = f" on line {span.line}" if span else ""
    same = plain(parse(value)).strip() == plain(parse(_at(data, other))).strip()
    verb = f"stands{line} already" if same else f"is read out like the one{line}"
    if other == _WHOLE:
        verb = f"is that of the whole briefing{line}, which the cover bears"
    return f"the title `{short(value)}` {verb}"
