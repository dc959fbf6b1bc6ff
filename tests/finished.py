"""What a finished deck, a finished memo and an assembled document say, in words."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pypdfium2
from pptx import Presentation

from deckmaker.document import Document, Point, Questions
from deckmaker.richtext import Span, Spans


def normal(words: str) -> str:
    """Return `words` with every kind of space as one plain space."""
    folded = unicodedata.normalize("NFKC", words).replace("\u00ad", "").replace("\ufffe", "-")
    return re.sub(r"\s+", " ", folded).strip()


def letters(words: str) -> str:
    """Return the letters and figures of `words`: what line breaks and hyphens cannot change."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words)).casefold()


def counted(words: str) -> Counter[str]:
    """Return how often each word stands in `words`; figures count apart from letters."""
    return Counter(re.findall(r"[^\W\d]+|\d+", normal(words).casefold()))


def slide_titles(deck: bytes) -> list[str]:
    """Return the titles of a deck's slides, without part numbers, each once, in order."""
    titles = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        assert slide.shapes.title is not None
        title = re.sub(r" \(\d+/\d+\)$", "", normal(slide.shapes.title.text_frame.text))
        if titles[-1:] != [title]:
            titles.append(title)
    return titles


def slide_kickers(deck: bytes) -> list[str]:
    """Return the section labels over a deck's slides, each run of equal ones once."""
    kickers: list[str] = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        for shape in slide.placeholders:
            if shape.name == "Kicker" and kickers[-1:] != [normal(shape.text_frame.text)]:
                kickers.append(normal(shape.text_frame.text))
    return kickers


def deck_text(deck: bytes) -> str:
    """Return all text of a deck's slides, charts' figures left out."""
    pieces = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                pieces.append(shape.text_frame.text)
            if shape.has_table:
                pieces += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(pieces)


def memo_text(memo: bytes) -> str:
    """Return all text of a memo's pages."""
    with pypdfium2.PdfDocument(memo) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def memo_outline(memo: bytes) -> list[tuple[int, str]]:
    """Return a memo's bookmarks as (level, title), in order."""
    with pypdfium2.PdfDocument(memo) as document:
        return [(mark.level, normal(mark.get_title() or "")) for mark in document.get_toc()]


def said(document: Document, *, short: bool) -> Iterator[str]:
    """Yield every text of a document's blocks; with `short` only what slides show of it."""
    for section in document.sections:
        for block in section.blocks:
            yield from _spans(block.title)
            whole = not short or isinstance(block.content, Questions)
            yield from _texts(block.content, whole=whole)
            if not short:
                for extra in block.memo:
                    yield from _spans(extra)


def _texts(value: object, *, whole: bool) -> Iterator[str]:
    if isinstance(value, tuple) and value and all(isinstance(item, Span) for item in value):
        yield from _spans(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, whole=whole)
    elif isinstance(value, Point):
        if whole and not value.lead and value.full:
            yield from _spans(value.full)
        else:
            yield from _spans(value.short)
            if whole:
                yield from _spans(value.full)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("path", "scale"):
                yield from _texts(getattr(value, field.name), whole=whole)


def _spans(spans: Spans) -> Iterator[str]:
    yield "".join(span.text for span in spans if span.cite is None)
