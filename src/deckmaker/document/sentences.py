"""Spans are cut and measured by sense: at the end of a sentence, around a quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from deckmaker.richtext import Span, Spans

PULLED_MAX = 12
"""Words of a quotation that may stand beside its point (the language page)."""
PULLED_MIN = 3
"""A word or two in quotation marks are a term that the text keeps at arm's length."""

_CLOSING = "\"'”’“‘»«›‹)]*」』｣）］】〉》״"
"""What may stand behind the stop of a sentence: marks of quotation, brackets, emphasis."""
_TERMINAL = tuple(".!?…:;,。．！？：；，、।॥؟؛،۔–—")
"""After one of these a sentence or a lead needs no full stop."""
_END = re.compile(r"[.!?…][\"”“»«›’)\]]*(?=\s+[\"“„«»‹‘(\[]?[^\Wa-z])")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Amb|St|No|Nos|Art|Fig|p|pp|vs|cf|etc|approx"
    r"|e\.g|i\.e|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|(?:\b[A-Za-z]\.)*\b[A-Z])\.$"
)


_STOP = re.compile(r"(?<![.…])[.,;](?=[\"”“»«›‹’‘」』\s]*$)")
"""The stop of a quotation, before its closing marks."""
_LONGEST = 16
"""Letters that a shortened form can have."""


def is_closed(text: str) -> bool:
    """Tell whether `text` ends with a mark of its own; marks of quotation are looked past."""
    bare = text.rstrip(_CLOSING)
    return not bare or bare.endswith(_TERMINAL)


def first_sentence(spans: Spans) -> tuple[Spans, Spans]:
    """Return the first sentence of `spans` with its citations, and what follows it.

    A sentence never ends inside a quotation: cut in two it would be misquoted.
    """
    text = "".join(span.text for span in spans if span.cite is None)
    inside = _quoted_ranges(spans)
    for match in _END.finditer(text):
        end = match.end()
        # The shortened form keeps its point: U.S., Mr., e.g.
        before = text[max(match.start() - _LONGEST, 0) : match.start() + 1]
        shortened = match[0][0] == "." and _SHORTENED.search(before)
        if not shortened and not any(a < end < b for a, b in inside):
            return cut(spans, end)
    return spans, ()


def cut(spans: Spans, at: int) -> tuple[Spans, Spans]:
    """Cut `spans` behind `at` letters of text; citations there stay with what they follow."""
    head: list[Span] = []
    tail: list[Span] = []
    reached = 0
    for span in spans:
        if span.cite is not None:
            (tail if tail else head).append(span)
            continue
        keep = min(max(at - reached, 0), len(span.text))
        reached += len(span.text)
        if keep:
            head.append(replace(span, text=span.text[:keep]))
        rest = span.text[keep:] if tail else span.text[keep:].lstrip()
        if rest:
            tail.append(replace(span, text=rest))
    return tuple(head), tuple(tail)


def pulled(spans: Spans) -> Spans:
    """Return the first quotation of at most twelve words in `spans`, whole; or nothing.

    A comma or full stop before the closing mark belongs to the sentence around it and stays
    there; the stop of a shortened form, ! and ? belong to the words. The citation that covers
    the quotation comes with it.
    """
    found: list[Span] = []
    for at, span in enumerate((*spans, Span(""))):
        if span.quoted:
            found.append(span)
            continue
        words = len("".join(one.text for one in found if one.cite is None).split())
        if PULLED_MIN <= words <= PULLED_MAX:
            # Of quotations from one paragraph only the last bears the citation of all.
            cite = next((one for one in spans[at:] if one.cite is not None), None)
            return (*_without_stop(found), *((cite,) if cite else ()))
        found = []
    return ()


def _without_stop(quotation: list[Span]) -> list[Span]:
    """Return `quotation` without a comma or full stop before its closing marks."""
    text = "".join(span.text for span in quotation if span.cite is None)
    stop = _STOP.search(text)
    if stop is None or (stop[0] == "." and _SHORTENED.search(text[: stop.end()])):
        return quotation
    kept: list[Span] = []
    reached = 0
    for span in quotation:
        at = stop.start() - reached
        if span.cite is None:
            reached += len(span.text)
            if 0 <= at < len(span.text):
                span = replace(span, text=span.text[:at] + span.text[at + 1 :])
        if span.text:
            kept.append(span)
    return kept


def _quoted_ranges(spans: Spans) -> list[tuple[int, int]]:
    """Return where quotations stand in the text of `spans`."""
    ranges: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        if span.cite is not None:
            continue
        end = at + len(span.text)
        if span.quoted:
            if ranges and ranges[-1][1] == at:
                ranges[-1] = (ranges[-1][0], end)
            else:
                ranges.append((at, end))
        at = end
    return ranges
