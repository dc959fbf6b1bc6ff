"""What the presenter says: spans of the Document become the paragraphs of the speaker notes.

A note is spans without marks other than the language of words; citations stand in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from deckmaker.deck.model import Ink, Style
from deckmaker.document import Point
from deckmaker.document.sentences import is_closed
from deckmaker.richtext import Span, Spans, plain
from deckmaker.wording import Wording

_NO_BREAK = "\u00a0"
_BRACKETED = re.compile(r"( \[[^\[\]]*\])+$")


def spoken(spans: Spans, wording: Wording) -> Spans:
    """Return `spans` as they are spoken, citations in brackets: `… said so [¶ 8, 11].`"""
    told: list[Span] = []
    for cited, group in groupby(spans, key=lambda span: span.cite is not None):
        if cited:
            if told:
                told[-1] = Span(told[-1].text.rstrip(), lang=told[-1].lang)
            told.append(Span(_bracketed([span.text for span in group], wording)))
        else:
            told += (Span(span.text, lang=span.lang) for span in group)
    return _stripped(told)


def note_of(point: Point, wording: Wording) -> tuple[Spans, ...]:
    """Return what the notes say of a point: its short form, then its full one."""
    if not point.full:
        return ()
    short = stopped(spoken(point.short, wording), wording)
    return (sentences((short, spoken(point.full, wording)), wording),)


def stopped(spans: Spans, wording: Wording) -> Spans:
    """Return `spans` with a full stop, where they do not end with a mark of their own.

    A citation in brackets and closing quotation marks are looked past.
    """
    closed = is_closed(_BRACKETED.sub("", plain(spans)))
    return spans if closed else (*spans, Span(wording.stop))


def sentences(parts: Iterable[Spans], wording: Wording) -> Spans:
    """Return `parts` as sentences of one paragraph."""
    told: Spans = ()
    for part in parts:
        told = (*told, Span(wording.gap), *part) if told and part else told or part
    return told


def headed(head: str, spans: Spans, wording: Wording) -> Spans:
    """Return `spans` behind what they are about."""
    return (Span(f"{head}{wording.colon}"), *spans)


def inks_of(spans: Spans, style: Style) -> tuple[Ink, ...]:
    """Return the inks of a paragraph of notes, one for each stretch of a language."""
    runs = groupby((span for span in spans if span.text), key=lambda span: span.lang)
    found = tuple(Ink("".join(span.text for span in run), style, lang=lang) for lang, run in runs)
    return found or (Ink("", style),)


def _bracketed(cites: list[str], wording: Wording) -> str:
    template = wording.paragraph if len(cites) == 1 else wording.paragraphs
    return f" [{template.format(n=wording.comma.join(cites)).replace(_NO_BREAK, ' ')}]"


def _stripped(spans: list[Span]) -> Spans:
    """Return `spans` without white space at either end."""
    if spans:
        spans[0] = Span(spans[0].text.lstrip(), lang=spans[0].lang)
        spans[-1] = Span(spans[-1].text.rstrip(), lang=spans[-1].lang)
    return tuple(span for span in spans if span.text)
