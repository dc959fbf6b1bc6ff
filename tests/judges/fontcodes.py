"""What the codes of a PDF's composite fonts mean: the text that each stands for, and its glyph.

An own reading of CMaps (ISO 32000-1, 9.7.5 and 9.10.3), for codes of two bytes, which are all that
the memo uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

_BLOCK = re.compile(rb"begin(bfchar|bfrange|cidchar|cidrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]|(\d+)")
_RANGE = {b"bfchar": 2, b"cidchar": 2, b"bfrange": 3, b"cidrange": 3}


def codes_of(shown: bytes) -> list[int]:
    """Return the codes of a string that is shown: two bytes each, what is left over as one."""
    return [int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)]


def texts_of(font: pikepdf.Object) -> dict[int, str]:
    """Return the text that each code of `font` stands for; empty without a ToUnicode CMap."""
    stream = font.get("/ToUnicode")
    if stream is None:
        return {}
    return {
        code: _text(value)
        for code, value in _entries(stream.read_bytes())
        if isinstance(value, bytes)
    }


def glyphs_of(font: pikepdf.Object) -> dict[int, int]:
    """Return the CIDs that codes of `font` lead to; what is not in it leads to itself."""
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Stream):
        return {}
    found = _entries(encoding.read_bytes())
    return {code: value for code, value in found if isinstance(value, int)}


def widths_of(descendant: pikepdf.Object) -> tuple[dict[int, float], float]:
    """Return /W of a CIDFont by CID, and the width of all others (ISO 32000-1, 9.7.4.3)."""
    listed = list(descendant.get("/W", []))
    found: dict[int, float] = {}
    while listed:
        first, second = int(listed.pop(0)), listed.pop(0)
        if isinstance(second, pikepdf.Array):
            found |= {first + at: float(width) for at, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(listed.pop(0)))
    return found, float(descendant.get("/DW", 1000))


def _entries(cmap: bytes) -> Iterator[tuple[int, bytes | int]]:
    """Yield each code of a CMap with what it leads to: the bytes of a text or the number of a CID.

    Ranges whose texts stand in an array are none that the memo writes; they are not understood.
    """
    for kind, body in _BLOCK.findall(cmap):
        values: list[bytes | int] = []
        for match in _TOKEN.finditer(body):
            if match[1] is not None:
                values.append(bytes.fromhex(match[1].decode()))
            elif match[2] is not None:
                values.append(int(match[2]))
            else:
                raise ValueError("a CMap with arrays in a range")
        step = _RANGE[kind]
        for at in range(0, len(values) - step + 1, step):
            low, high, value = values[at], values[at + step - 2], values[at + step - 1]
            assert isinstance(low, bytes)
            assert isinstance(high, bytes)
            for offset, code in enumerate(range(_number(low), _number(high) + 1)):
                yield code, value + offset if isinstance(value, int) else _behind(value, offset)


def _number(code: bytes) -> int:
    return int.from_bytes(code, "big")


def _behind(text: bytes, offset: int) -> bytes:
    """Return the text of a code so many behind the first of its range."""
    return text[:-1] + bytes([text[-1] + offset]) if offset else text


def _text(utf16: bytes) -> str:
    return utf16.decode("utf-16-be", "surrogatepass")
