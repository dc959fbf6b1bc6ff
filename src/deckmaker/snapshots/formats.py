"""The name and the first bytes of a file tell its format, or why there is none to read it."""

from __future__ import annotations

import io
import re
from enum import StrEnum, auto
from pathlib import PurePath

from deckmaker.snapshots.transcript import UnreadableError

DOCUMENT = "word/document.xml"
"""The part that makes an archive a Word file."""

_HEAD = 4_096
_PDF_WITHIN = 1_024
"""Readers of PDF look for its mark so far into a file."""
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins a compound file: Word 97, and any Office file that is encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ARCHIVED_PAGE = re.compile(rb"(?:From: <?Saved by |MIME-Version: )", re.IGNORECASE)


class Format(StrEnum):
    """A format that snapshots may have."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    PDF = auto()
    DOCX = auto()


_ENDINGS = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
}


def format_of(name: str, data: bytes) -> Format:
    """Return the format of the file `name`, by its content where that says another.

    Raises UnreadableError for a file of a kind that is known and not read.
    """
    ending = PurePath(name).suffix.lower()
    meant = _ENDINGS.get(ending, Format.TEXT)
    head = data[:_HEAD]
    if data.startswith(b"%PDF-") or (meant is Format.PDF and b"%PDF-" in data[:_PDF_WITHIN]):
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return _archived(data)
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise UnreadableError("is protected by a password")
        raise UnreadableError("is an old Word file (.doc): save it as .docx")
    if head.startswith(rb"{\rtf"):
        raise UnreadableError("is an RTF file: save it as .docx")
    if _HTML.match(_narrow(head)):
        return Format.HTML
    if ending in (".mht", ".mhtml") or (meant is Format.HTML and _ARCHIVED_PAGE.match(head)):
        raise UnreadableError("is a web archive: save the page as HTML")
    if not data.strip():
        return Format.TEXT
    if meant is Format.PDF:
        raise UnreadableError("is damaged: it does not begin as a PDF does")
    if meant is Format.DOCX:
        raise UnreadableError("is damaged: it does not begin as a Word file does")
    return meant


def _archived(data: bytes) -> Format:
    """Return the format of a ZIP archive, of which Word files alone are read."""
    import zipfile  # a text needs none of it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception as error:  # zipfile lets many kinds of error through
        raise UnreadableError("is damaged: it is an archive that cannot be opened") from error
    if DOCUMENT in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return Format.DOCX
    if "content.xml" in names:
        raise UnreadableError("is an OpenDocument file: save it as .docx")
    raise UnreadableError("is an archive without a Word document in it")


def _narrow(head: bytes) -> bytes:
    """Return the beginning of a file as bytes of ASCII, where it is in UTF-16."""
    if head.startswith(_WIDE_BOMS):
        return head[: len(head) & ~1].decode("utf-16", "replace").encode("ascii", "replace")
    return head
