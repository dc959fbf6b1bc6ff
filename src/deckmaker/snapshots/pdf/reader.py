"""The bytes of a PDF become its paragraphs, or a fault: PDFium opens it and tells its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckmaker.snapshots.pdf.flow import flow
from deckmaker.snapshots.pdf.furniture import without_furniture
from deckmaker.snapshots.pdf.letters import Piece, read_pieces
from deckmaker.snapshots.pdf.lines import lines_of
from deckmaker.snapshots.transcript import (
    MOST_CHARACTERS,
    MOST_PAGES,
    NO_TEXT,
    TOO_LONG,
    UnreadableError,
)

_MOST_OBJECTS = 200
"""Objects of a page that are looked through for a picture."""
_FOREIGN = 0.3
"""The share of letters without a meaning from which on a text is not to be read."""


def read(data: bytes) -> Iterator[str]:
    """Return the paragraphs of a PDF; raise UnreadableError where it cannot be read."""
    pages = [list(lines_of(page)) for page in without_furniture(_pieces(data))]
    return flow(pages)


def _pieces(data: bytes) -> list[list[Piece]]:
    """Return the pieces of every page."""
    import pypdfium2.raw as pdfium

    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableError("is protected by a password")
        raise UnreadableError("is damaged: it cannot be opened as a PDF")
    try:
        return _read_pages(document)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_pages(document: Any) -> list[list[Piece]]:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        raise UnreadableError(f"has more than {MOST_PAGES:,} pages")
    pages: list[list[Piece]] = []
    pictures = opened = characters = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            pages.append([])
            continue
        opened += 1
        try:
            pieces = _page_pieces(page, number)
            if not pieces:
                pictures += _has_picture(page)
        finally:
            pdfium.FPDF_ClosePage(page)
        characters += sum(len(piece.text) for piece in pieces)
        if characters > MOST_CHARACTERS:
            raise UnreadableError(TOO_LONG)
        pages.append(pieces)
    if not opened:
        raise UnreadableError("is damaged: none of its pages can be opened")
    if not any(pages):
        raise UnreadableError(
            "is a scan: its pages hold pictures and no text" if pictures else NO_TEXT
        )
    _refuse_codes(pages)
    return pages


def _page_pieces(page: Any, number: int) -> list[Piece]:
    import pypdfium2.raw as pdfium

    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        if pdfium.FPDFText_CountChars(text_page) > MOST_CHARACTERS:
            raise UnreadableError(TOO_LONG)
        return read_pieces(text_page, number)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _has_picture(page: Any) -> bool:
    """Whether a page shows a picture, on itself or in a form within it."""
    import pypdfium2.raw as pdfium

    kinds = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    objects = (pdfium.FPDFPage_GetObject(page, at) for at in range(count))
    return any(pdfium.FPDFPageObj_GetType(each) in kinds for each in objects)


def _refuse_codes(pages: Sequence[Sequence[Piece]]) -> None:
    """Raise UnreadableError where the letters of most words have no meaning but in their font."""
    text = "".join(piece.text for page in pages for piece in page)
    foreign = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if foreign > _FOREIGN * len(text):
        raise UnreadableError("is set in fonts that do not tell which letters they draw")
