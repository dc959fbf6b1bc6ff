"""Where each word of a finished memo stands, as PDFium reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium


@dataclass(frozen=True)
class Word:
    """A word between white space; points from the page's lower left corner."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float


def words_of(data: bytes) -> list[Word]:
    """Return the words of the memo `data` in the order in which they were drawn."""
    with pdfium.PdfDocument(data) as document:
        return [word for number, page in enumerate(document, 1) for word in _words(number, page)]


def pictures_of(data: bytes) -> list[Word]:
    """Return where the pictures of the memo `data` stand, as words without text."""
    found = []
    with pdfium.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]):
                left, bottom, right, top = one.get_bounds()
                found.append(Word(number, "", left, right, bottom, top))
    return found


def _words(number: int, page: pdfium.PdfPage) -> Iterator[Word]:
    text = page.get_textpage()
    characters = text.get_text_range()
    word = ""
    boxes: list[tuple[float, float, float, float]] = []
    for at, character in enumerate(f"{characters} "):
        if not character.isspace():
            word += character
            boxes.append(text.get_charbox(at))
        elif word:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            yield Word(number, word, min(lefts), max(rights), min(bottoms), max(tops))
            word, boxes = "", []
    text.close()
