"""A text parted from its markup: its letters, what marks them, and where its citations stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckmaker.richtext import Citation, Span, parse

_BEHIND_QUOTE = re.compile(r"[.,;:!?…)\]。、，；：！？）؟،؛۔।]*")
_STOP = re.compile(r"(?:(?!\.\.)[,.;:!?]+(?!\w)|[。，、；：！？؟،؛۔।])+")
"""What a superior figure stands behind; not an omission, nor a decimal point."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text without its markup, and what the markup said of it."""

    text: str
    pieces: tuple[tuple[int, Span], ...]
    """Where each span ends, and the span that lends its marks."""
    cites: tuple[tuple[int, Citation], ...]
    """Where each citation stands."""


def part(text: str) -> Typed:
    """Part `text` from its markup."""
    pieces: list[tuple[int, Span]] = []
    cites: list[tuple[int, Citation]] = []
    parts: list[str] = []
    length = 0
    for span in parse(text):
        if span.cite is not None:
            cites.append((length, span.cite))
        else:
            parts.append(span.text)
            length += len(span.text)
            pieces.append((length, span))
    return Typed("".join(parts), tuple(pieces or [(0, Span(""))]), tuple(cites))


def bare(typed: Typed, words: str) -> Typed:
    """Return `typed` cut down to `words`, which stand in it, without all marks but languages."""
    start = typed.text.find(words)
    pieces: list[tuple[int, Span]] = []
    reached = 0
    for end, span in typed.pieces:
        if min(end - start, len(words)) > reached:
            reached = min(end - start, len(words))
            pieces.append((reached, Span("", lang=span.lang)))
    return Typed(words, tuple(pieces or [(0, Span(""))]), ())


def behind_stops(
    typed: Typed, quotations: list[tuple[int, int, str]]
) -> list[tuple[int, Citation]]:
    """Return the citations of a text, each behind the stop that directly follows it.

    One before the closing mark of a quotation stands behind that, outside.
    """
    placed: list[tuple[int, Citation]] = []
    following = following_to = len(typed.text) + 1
    left = list(quotations)
    for at, cite in reversed(typed.cites):
        while left and left[-1][0] >= at:
            left.pop()
        closing = left[-1][1] - 1 if left else -1
        stop = _STOP.match(typed.text, at)
        to = stop.end() if stop else at
        if to == closing:
            to = behind_quote(typed.text, closing + 1)
        if to <= following <= len(typed.text) and not typed.text[to:following].strip():
            to = following_to
        following, following_to = at, to
        placed.append((to, cite))
    return placed[::-1]


def behind_quote(text: str, end: int) -> int:
    """Return where the citation of a quotation that ends at `end` stands: behind its stops."""
    behind = _BEHIND_QUOTE.match(text, end)
    return behind.end() if behind else end
