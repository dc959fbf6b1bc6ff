"""A Word file becomes paragraphs: its body, notes and text boxes, as if every change were accepted.

mammoth makes HTML of it, which the reader of HTML takes apart. Before that the file is looked
over, for mammoth takes what it is given. Pictures are never read, nor is anything outside.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from deckmaker.snapshots.html import fragment_paragraphs
from deckmaker.snapshots.transcript import (
    MOST_CHARACTERS,
    MOST_UNPACKED,
    TOO_LONG,
    UnreadableError,
)

_MOST_PARTS = 10_000
_MOST_ELEMENTS = 500_000
_DEEPEST = 150
_READ = (".xml", ".rels")
_FOLLOWED = frozenset(
    ("officeDocument", "styles", "numbering", "footnotes", "endnotes", "comments")
)
"""Kinds of relationships that mammoth follows to another part, whatever its name."""
_CHUNK = 1 << 16


def paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file; raise UnreadableError where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_over(archive)
        page = _html(data)
    except (UnreadableError, RecursionError, MemoryError):
        raise
    except expat.ExpatError as error:
        raise UnreadableError("is damaged: its XML is broken") from error
    except Exception as error:  # mammoth and zipfile let many kinds of error through
        raise UnreadableError("is damaged: it cannot be read as a Word file") from error
    return fragment_paragraphs(page)


def _html(data: bytes) -> str:
    import mammoth

    made: Any = mammoth.convert_to_html(
        io.BytesIO(data),
        convert_image=_leave_out,
        include_embedded_style_map=False,  # it could hide paragraphs
        external_file_access=False,
        id_prefix="",
    )
    html: str = made.value
    return html


def _leave_out(_image: object) -> list[object]:
    return []


def _look_over(archive: zipfile.ZipFile) -> None:
    """Raise UnreadableError for what would cost too much to read, or is no Word file's way."""
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise UnreadableError(f"is damaged: it holds more than {_MOST_PARTS:,} parts")
    read = [part for part in parts if part.filename.lower().endswith(_READ)]
    if any(part.flag_bits & 1 for part in read):
        raise UnreadableError("is protected by a password")
    # No more of a part is ever unpacked than its entry says.
    if sum(part.file_size for part in read) > MOST_UNPACKED:
        raise UnreadableError(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
    limits = _Limits()
    for part in read:
        limits.of_relationships = part.filename.lower().endswith(".rels")
        with archive.open(part) as stream:
            limits.look_over(iter(lambda: stream.read(_CHUNK), b""))


class _Limits:
    """Counts the elements and characters of all parts, and refuses what is too much."""

    def __init__(self) -> None:
        self._elements = 0
        self._characters = 0
        self._depth = 0
        self.of_relationships = False
        """Whether the part that is looked over tells where others are."""

    def look_over(self, chunks: Iterator[bytes]) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read
        parser.StartDoctypeDeclHandler = self._declare
        self._depth = 0
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)

    def _start(self, _name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS:
            raise UnreadableError(f"holds more than {_MOST_ELEMENTS:,} elements of XML")
        if self._depth > _DEEPEST:
            raise UnreadableError("is damaged: its parts are nested too deeply")
        if self.of_relationships:
            self._follow(attributes)

    @staticmethod
    def _follow(attributes: dict[str, str]) -> None:
        """Refuse what leads to a part that is not looked over."""
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if kind in _FOLLOWED and not target.lower().endswith(_READ):
            raise UnreadableError(
                f"is damaged: its {kind} is a part that is not called .xml, as in no Word file"
            )

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _read(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise UnreadableError(TOO_LONG)

    def _declare(self, *_: object) -> None:
        # Entities are declared here; no program that writes Word files does so.
        raise UnreadableError("is damaged: its XML declares a document type, as no Word file does")
