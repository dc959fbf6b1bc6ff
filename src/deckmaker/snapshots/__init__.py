"""Snapshots: the bytes of a source in any of five formats become numbered paragraphs.

`transcribe` tells the format, reads it and never raises: what cannot be read has a fault. One
module reads each format, and loads the library that it needs only when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.snapshots import plaintext
from deckmaker.snapshots.formats import Format, format_of
from deckmaker.snapshots.transcript import (
    MOST_BYTES,
    TOO_LARGE,
    Transcript,
    UnreadableError,
    visible,
    written,
)

__all__ = ["MOST_BYTES", "Transcript", "transcribe", "visible"]


def transcribe(name: str, data: bytes) -> Transcript:
    """Return the paragraphs of the file `name`, which holds `data`; or a fault."""
    if len(data) > MOST_BYTES:
        return Transcript((), TOO_LARGE)
    try:
        return written(_paragraphs(format_of(name, data), data))
    except UnreadableError as fault:
        return Transcript((), str(fault))
    except RecursionError:
        return Transcript((), "is damaged: its parts are nested too deeply")
    except MemoryError:
        return Transcript((), "is too large to be read")


def _paragraphs(form: Format, data: bytes) -> Iterable[str]:
    match form:
        case Format.TEXT:
            return plaintext.paragraphs(data)
        case Format.MARKDOWN:
            from deckmaker.snapshots import markdown

            return markdown.paragraphs(data)
        case Format.HTML:
            from deckmaker.snapshots import html

            return html.page_paragraphs(data)
        case Format.PDF:
            from deckmaker.snapshots import pdf

            return pdf.paragraphs(data)
        case Format.DOCX:
            from deckmaker.snapshots import docx

            return docx.paragraphs(data)
