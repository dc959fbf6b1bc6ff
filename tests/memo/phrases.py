"""Spans of a Document as they are read: one text, with what the memo's typography adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from deckmaker.document import Block, Document, Section
from deckmaker.richtext import Span, Spans

STOP = "\ue000"
"""A full stop, unless some mark closes the text before it already."""


def words(spans: Spans) -> str:
    """Return the text of `spans`; citations stand close behind it, commas between them."""
    text = ""
    behind = False
    for at, span in enumerate(spans):
        following = spans[at + 1] if at + 1 < len(spans) else None
        if span.cite is not None:
            text += f", {span.text}" if behind else span.text
            behind = True
            continue
        between = following is not None and following.cite is not None
        if between and behind and span.text.rstrip(" ") in ("", ","):
            continue
        said = span.text.rstrip(" ") if between else span.text
        behind = behind and not said
        text += said
    return text


def closed(spans: Spans) -> Spans:
    """Return `spans` with a stop behind the last of their words, before citations."""
    for at in range(len(spans) - 1, -1, -1):
        if spans[at].cite is None and spans[at].text.strip():
            return (*spans[:at], Span(spans[at].text.rstrip() + STOP), *spans[at + 1 :])
    return spans


def joined(parts: Iterable[Spans], by: str) -> Spans:
    """Return those of `parts` that say something, `by` between them."""
    found: Spans = ()
    for part in parts:
        if part:
            found = (*found, Span(by), *part) if found else part
    return found


def spans_of(value: object) -> Iterator[Span]:
    """Yield every span of a value, however deep it lies."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_of(one)
    elif isinstance(value, Document | Section | Block) or hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in ("path", "notes", "pulled", "wording"):
                yield from spans_of(getattr(value, name))


def pattern(text: str, stop: str) -> re.Pattern[str]:
    """Return what matches a text as it is read back: stops behind letters must stand there."""
    parts = " ".join(text.split()).split(STOP)
    found = re.escape(parts[0].rstrip(" "))
    for before, behind in pairwise(parts):
        open_end = before.rstrip(" ")[-1:].isalnum()
        found += re.escape(stop) if open_end else f"(?:{re.escape(stop)})?"
        found += re.escape(behind)
    return re.compile(found)
