"""A font file's tables say whether text can be measured with it and embedded from it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_RESTRICTED = 0x0002
"""OS/2 fsType, bit 1: the licence forbids embedding (OpenType, OS/2 table)."""
_USAGE = 0x000F
_ITALIC = 0x0001
"""OS/2 fsSelection, bit 0."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a font says about itself."""

    weight: int
    """100 to 900; 400 is regular, 700 bold."""
    italic: bool


def inspected(data: bytes) -> FontFile | str:
    """Return what the font in `data` says about itself, or why it cannot be used."""
    kind = data[:4]
    if kind == b"OTTO":
        return "has PostScript outlines (CFF), which cannot be embedded; a TrueType font is needed"
    if kind in (b"wOFF", b"wOF2"):
        return "is a web font; the TrueType font (.ttf) itself is needed"
    if kind == b"ttcf":
        return "is a collection of fonts; a file for each face is needed"
    if kind not in _TRUETYPE:
        return "is not a TrueType font"
    try:
        return _described(_tables(data))
    except (struct.error, KeyError):
        return "is a damaged font, or lacks a table that every font has"


def _tables(data: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    tables: dict[bytes, bytes] = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if offset + length > len(data):
            raise KeyError(tag)
        tables[tag] = data[offset : offset + length]
    return tables


def _described(tables: dict[bytes, bytes]) -> FontFile | str:
    if b"fvar" in tables:
        return "is a variable font; a file for each of its faces is needed"
    for needed in (b"glyf", b"loca", b"hmtx", b"cmap", b"head", b"hhea"):
        if not tables[needed]:
            raise KeyError(needed)
    measures = tables[b"OS/2"]
    weight, _, usage = struct.unpack_from(">HHH", measures, 4)
    if usage & _USAGE == _RESTRICTED:
        return "may not be embedded by its licence"
    (selection,) = struct.unpack_from(">H", measures, 62)
    return FontFile(weight, bool(selection & _ITALIC))
