"""Words of another language within the plain text of speaker notes: marked, and found again.

Notes are put together as text, sentence by sentence. What is in another language stands in them
between control characters, which no briefing can hold (Y001).
"""

from __future__ import annotations

import re
from itertools import groupby

from deckmaker.deck.model import Ink, Style
from deckmaker.richtext import Span

_OPEN, _SAID, _CLOSE = "\x02", "\x1f", "\x03"
_MARKED = re.compile(f"{_OPEN}(?P<lang>[^{_SAID}]*){_SAID}(?P<words>[^{_CLOSE}]*){_CLOSE}")


def said(span: Span) -> str:
    """Return the text of `span`, with its language where it has one of its own."""
    return f"{_OPEN}{span.lang}{_SAID}{span.text}{_CLOSE}" if span.lang else span.text


def as_read(words: str) -> str:
    """Return `words` as they are read, without marks."""
    return _MARKED.sub(r"\g<words>", words) if _OPEN in words else words


def inks_of(words: str, style: Style) -> tuple[Ink, ...]:
    """Return the inks of a paragraph of notes."""
    parts: list[tuple[str, str]] = []
    at = 0
    for match in _MARKED.finditer(words) if _OPEN in words else ():
        parts += ((words[at : match.start()], ""), (match["words"], match["lang"]))
        at = match.end()
    parts.append((words[at:], ""))
    runs = groupby((part for part in parts if part[0]), key=lambda part: part[1])
    found = tuple(Ink("".join(text for text, _ in run), style, lang=lang) for lang, run in runs)
    return found or (Ink("", style),)
