"""A font file's tables say whether text can be measured with it and embedded from it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from mmap import mmap
from typing import Literal

Outlines = Literal["truetype", "cff", "bitmaps"]

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_CFF = b"OTTO"
_COLLECTION = b"ttcf"
_WEB = (b"wOFF", b"wOF2")
_RESTRICTED = 0x0002
"""OS/2 fsType, bit 1: the licence forbids embedding (OpenType, OS/2 table)."""
_USAGE = 0x000F
_WHOLE_ONLY = 0x0100
"""OS/2 fsType, bit 8: only the whole font may be embedded, not the glyphs that are used."""
_BITMAPS_ONLY = 0x0200
_ITALIC = 0x0001
"""OS/2 fsSelection, bit 0."""
_NORMAL_WIDTH = 5
"""OS/2 usWidthClass of what is neither condensed nor extended."""
_MOST_FACES = 256
_MOST_TABLES = 256
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS, _MACINTOSH = 3, 1
_AMERICAN = 0x0409


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a face says about itself."""

    family: str
    """As programs name it; empty where the font does not say."""
    weight: int
    """100 to 900; 400 is regular, 700 bold."""
    italic: bool
    condensed: bool
    """Whether it is narrower or wider than its family's usual faces."""
    outlines: Outlines


def inspected(data: bytes) -> FontFile | str:
    """Return what the TrueType font in `data` says about itself, or why it cannot be used."""
    if data[:4] == _CFF:
        return "has PostScript outlines (CFF), which cannot be embedded; a TrueType font is needed"
    if data[:4] == _COLLECTION:
        return "is a collection of fonts; a file for each face is needed"
    return inspected_face(data, 0)


def count_faces(data: bytes | mmap) -> int:
    """Return how many faces the file in `data` has: several where it is a collection."""
    if data[:4] != _COLLECTION or len(data) < 12:
        return 1
    return min(_MOST_FACES, int.from_bytes(data[8:12], "big"))


def inspected_face(data: bytes | mmap, index: int) -> FontFile | str:
    """Return what the face at `index` of `data` says about itself, or why it cannot be used.

    Faces of collections, with PostScript outlines (CFF) or with coloured bitmaps can.
    """
    if data[:4] in _WEB:
        return "is a web font; the TrueType font (.ttf) itself is needed"
    start = 0
    if data[:4] == _COLLECTION:
        if index >= count_faces(data):
            return f"has no face {index}; the first one is 0"
        start = int.from_bytes(data[12 + 4 * index : 16 + 4 * index], "big")
    elif index:
        return "is no collection, so its only face is 0"
    if data[start : start + 4] not in (*_TRUETYPE, _CFF):
        return "is not a TrueType font"
    try:
        return _described(data, _tables(data, start))
    except (struct.error, KeyError):
        return "is a damaged font, or lacks a table that every font has"


def _tables(data: bytes | mmap, start: int) -> dict[bytes, tuple[int, int]]:
    """Return where the tables of a face are: their offsets and lengths, by tag."""
    count = struct.unpack_from(">H", data, start + 4)[0]
    tables: dict[bytes, tuple[int, int]] = {}
    for number in range(min(count, _MOST_TABLES)):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, start + 12 + 16 * number)
        if offset + length > len(data):
            raise KeyError(tag)
        tables[tag] = (offset, length)
    return tables


def _described(data: bytes | mmap, tables: dict[bytes, tuple[int, int]]) -> FontFile | str:
    if b"fvar" in tables:
        return "is a variable font; a file for each of its faces is needed"
    outlines: Outlines = "truetype"
    if b"CFF " in tables:
        outlines = "cff"
    elif b"CBDT" in tables or b"sbix" in tables:
        outlines = "bitmaps"
    needed = (b"hmtx", b"cmap", b"head", b"hhea", *((b"glyf", b"loca") * (outlines == "truetype")))
    for tag in needed:
        if not tables[tag][1]:
            raise KeyError(tag)
    measures = tables[b"OS/2"][0]
    weight, width, usage = struct.unpack_from(">HHH", data, measures + 4)
    if usage & _USAGE == _RESTRICTED or usage & (_WHOLE_ONLY | _BITMAPS_ONLY):
        return "may not be embedded by its licence"
    (selection,) = struct.unpack_from(">H", data, measures + 62)
    return FontFile(
        family=_family(data, *tables[b"name"]) if b"name" in tables else "",
        weight=weight,
        italic=bool(selection & _ITALIC),
        condensed=width != _NORMAL_WIDTH,
        outlines=outlines,
    )


def _family(data: bytes | mmap, offset: int, length: int) -> str:
    """Return the English name of the family from the table `name`; that of all weights together."""
    table = data[offset : offset + length]
    _, count, strings = struct.unpack_from(">HHH", table, 0)
    found: dict[tuple[int, bool, bool], str] = {}
    for number in range(count):
        platform, _, language, kind, size, at = struct.unpack_from(">6H", table, 6 + 12 * number)
        if kind not in (_FAMILY, _TYPOGRAPHIC_FAMILY) or (platform == _MACINTOSH and language):
            continue
        raw = table[strings + at : strings + at + size]
        name = raw.decode("mac-roman" if platform == _MACINTOSH else "utf-16-be", "replace")
        rank = (kind, platform == _WINDOWS, language == _AMERICAN)
        found.setdefault(rank, name.strip("\0 "))
    return found[max(found)] if found else ""
