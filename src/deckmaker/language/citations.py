"""The citations of a briefing, seen on its plain data: those that lead nowhere, and near misses.

A near miss is printed as it stands, so nobody could follow it: `@16,17`, `@ 16`, `@p16`, `@16a`.
Mail addresses, handles and prices (`@anna`, `me@a.org`, `5 boxes @ 16 crowns`) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.language.meta import keys_of_one
from deckmaker.language.schema import listing, nearest
from deckmaker.language.walk import strings
from deckmaker.reading.source import SourceText
from deckmaker.richtext import SOURCE_KEY, Citation, parse

ESCAPE = "if it is mere text, write a backslash before the `@`"
MOST_SHOWN = 6
"""Citations that a hint writes out."""

_BEFORE = r"(?<![\w.@/+\\-])"
"""What a citation does not stand behind: a word, as in a mail address, or a backslash."""
_KEY = f"(?:{SOURCE_KEY}:)?"
_NUMBER = "[1-9][0-9]{0,5}"
_BEHIND = r"(?![\w@]|[-–./:]\d)"
_RANGE = re.compile(rf"(?<![\w.@/+-])@({_KEY})(\d{{1,6}})[-–](\d{{1,6}})(?![\w@])")
_AND = r"\s*[,;&]\s*|\s+(?:and|or|und|oder|et|ou|y|e|en|og|och)\s+"
_SEVERAL = re.compile(
    rf"""{_BEFORE}@(?P<key>{_KEY})(?P<first>{_NUMBER})(?:
        (?P<close>(?:[,;&/]{_NUMBER})+)(?![\w@]|\s*[%,;&:./-]\s*\d|\s*%)
      # A word behind a number that stands apart says what it counts: `@16, 17 people`.
      | (?P<apart>(?:(?:{_AND}){_NUMBER})+)(?![\w@]|\s*[%,;&:./-]\s*\d|\s*%|\s+[^\W_])
    )""",
    re.VERBOSE,
)
_GLUED = re.compile(rf"{_BEFORE}(?:@{_KEY}[0-9]{{1,6}}){{2,}}(?![\w@])")
_ODD = re.compile(
    rf"""{_BEFORE}(?:
        @(?P<key>{_KEY})(?P<number>{_NUMBER})(?:[A-Za-z]|ff)
      | @:\s?(?P<colon>{_NUMBER})
      | @(?:(?:paragraph|para|par|page|pp?)\.?\s?|[\#§¶]\s?)(?P<counted>{_NUMBER})
      | @(?P<foreign>\d{{1,6}})
      | ＠(?P<wide>\d{{1,6}})
      # Behind a blank it may be a price, unless the text or the sentence ends here.
      | @\s(?P<blank>{_NUMBER})(?=\s*(?:$|[.,;:)\]](?!\d)|@))
    ){_BEHIND}""",
    re.VERBOSE | re.MULTILINE,
)
_STUCK = re.compile(rf"(?<=[^\W\d_]\.)@({_KEY}{_NUMBER}){_BEHIND}")
"""Behind a full stop without a blank, where a mail address may go on."""


def citations(text: SourceText) -> Iterator[Diagnostic]:
    """Yield the citations in `text` that name no source or no one paragraph, and near misses."""
    keys = _keys(text.data)
    for path, value in strings(text.data.get("sections"), ("sections",)):
        if "@" in value or "＠" in value:
            if keys is not None:
                yield from _homeless(text, path, value, keys)
            yield from _ranges(text, path, value)
            yield from _missed(text, path, value, keys or [])


def _keys(data: dict[str, Any]) -> list[str] | None:
    """Return the keys of the sources; None where they cannot be told, which is said elsewhere."""
    sources = data.get("sources") or {}
    if "source" in data:
        return [""]
    return None if not isinstance(sources, dict) or keys_of_one(sources) else list(sources)


def _homeless(text: SourceText, path: Path, value: str, keys: list[str]) -> Iterator[Diagnostic]:
    """Every citation wants a source that the briefing names."""
    for cite in dict.fromkeys(span.cite for span in parse(value) if span.cite):
        if cite.source not in keys and (cite.source or len(keys) != 1):
            typed = f"@{cite.source}:{cite.paragraph}" if cite.source else f"@{cite.paragraph}"
            message, *hints = _without_source(typed, cite, keys)
            span = text.find(path, typed)
            yield Diagnostic("C02", message, path, tuple(hints), span=span)


def _without_source(typed: str, cite: Citation, keys: list[str]) -> tuple[str, ...]:
    """Return message and mends for a citation of a source that is not named."""
    if not keys:
        message = f"`{typed}` cites a source, but the briefing names none"
        return message, "add `source:` at the top level", ESCAPE
    if not cite.source:
        which = listing(f"@{one}:{cite.paragraph}" for one in keys)
        return f"`{typed}` does not say which of {len(keys)} sources it cites", f"write {which}"
    close = nearest(cite.source, keys)
    if keys == [""]:
        hint = f"there is one source, so write `@{cite.paragraph}`"
    elif close:
        hint = f"did you mean `@{close}:{cite.paragraph}`?"
    else:
        hint = f"the sources are {listing(keys, 'and')}"
    return f"`{typed}` cites a source that is not named", hint, ESCAPE


def _ranges(text: SourceText, path: Path, value: str) -> Iterator[Diagnostic]:
    for match in _RANGE.finditer(value):
        first, last = int(match[2]), int(match[3])
        each = _written(match[1], range(first, min(last, first + MOST_SHOWN - 1) + 1))
        yield Diagnostic(
            "C02",
            f"`{match[0]}` is no citation: each names one paragraph",
            path,
            (f"write `{each}`",) if each else (),
            span=text.find(path, match[0]),
        )


def _missed(text: SourceText, path: Path, value: str, keys: list[str]) -> Iterator[Diagnostic]:
    """What is typed almost as a citation is, and read as text."""
    for match in _SEVERAL.finditer(value):
        rest = match["close"] or match["apart"]
        numbers = [int(number) for number in re.findall("[0-9]+", match["first"] + rest)]
        what = "a number" if len(numbers) == 2 else "numbers"
        message = f"`{rest.strip()}` is read as {what}: each citation names one paragraph"
        if rest.startswith("/"):
            message = _like(match[0])
        mend = f"write `{_written(match['key'], numbers[:MOST_SHOWN])}`"
        yield _warning(text, path, message, mend, match[0])
    for match in _GLUED.finditer(value):
        apart = match[0].replace("@", " @").strip()
        yield _warning(text, path, _like(match[0]), f"write `{apart}`", match[0])
    for match in _ODD.finditer(value):
        digits = match[match.lastgroup or 0]
        if match["foreign"] and digits.isascii():
            continue  # a citation
        only = f"{keys[0]}:" if len(keys) == 1 and keys[0] and not match["number"] else ""
        mend = f"write `@{match['key'] or only}{int(digits)}`"
        yield _warning(text, path, _like(match[0]), mend, match[0])
    for match in _STUCK.finditer(value):
        mend = f"put a blank before it: `. @{match[1]}`"
        yield _warning(text, path, _like(f".@{match[1]}"), mend, match[0])
    for match in _behind_keys(keys, value):
        mend = f"write `@{match['of']}:{match['at']}`"
        yield _warning(text, path, _like(match[0]), mend, match[0])


def _behind_keys(keys: list[str], value: str) -> Iterator[re.Match[str]]:
    """Yield where a number stands behind the key of a source without its colon."""
    named = "|".join(map(re.escape, sorted(filter(None, keys), key=len, reverse=True)))
    if named:
        pattern = rf"{_BEFORE}@(?P<of>{named})(?::?\s|[-.#]?)(?P<at>{_NUMBER}){_BEHIND}"
        yield from re.finditer(pattern, value)


def _warning(text: SourceText, path: Path, message: str, mend: str, words: str) -> Diagnostic:
    span = text.find(path, words)
    return Diagnostic("C02", message, path, (mend, ESCAPE), Severity.WARNING, span)


def _like(typed: str) -> str:
    return f"`{typed}` looks like a citation and is read as text"


def _written(key: str, numbers: list[int] | range) -> str:
    return " ".join(f"@{key}{number}" for number in numbers)
