"""Finished pages as lines: PDFium says where every glyph stands, and its colour whose it is.

All places are points from the top left corner of the page.
"""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from proof.holders import Color
from proof.letters import folded, is_mark

SAME_LINE = 0.6
"""Baselines nearer than this share of the size are one line: raised numerals, other fonts, letters
that PDFium places where the mark over them stands."""
_LONGEST_NAME = 120
HYPHENS = (0x0002, 0xFFFE)
"""What PDFium makes of a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A visible glyph: its advance from left to right, the ends of its ink, its baseline."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    color: Color
    font: str = ""
    """The family, without spaces: `Gelasio`, `NotoSerifCJKjp`."""

    @property
    def mark(self) -> bool:
        """Whether it stands over or under another."""
        return is_mark(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs on one baseline."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    baseline: float
    size: float
    top: float
    bottom: float
    """The ends of its ink, heaped marks left out."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its visible glyphs in the order in which they are drawn."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]

    def by_color(self) -> dict[Color, list[Glyph]]:
        """Return the glyphs of each colour."""
        found: dict[Color, list[Glyph]] = {}
        for glyph in self.glyphs:
            found.setdefault(glyph.color, []).append(glyph)
        return found


def read_pages(pdf: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_page(page) for page in document]


def poppler_text(pdf: bytes, page: int) -> str:
    """Return what Poppler reads on a page, counted from 1."""
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-raw", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that glyphs of one paragraph stand on, from the top.

    Marks do not make lines: they go with the nearest one.
    """
    standing = sorted((one for one in glyphs if not one.mark), key=lambda one: one.baseline)
    rows: list[list[Glyph]] = []
    for glyph in standing:
        if rows and glyph.baseline - rows[-1][0].baseline < SAME_LINE * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(row) for row in rows]


def _line(row: list[Glyph]) -> Line:
    largest = max(one.size for one in row)
    full = [one.baseline for one in row if one.size == largest]
    return Line(
        tuple(row),
        min(one.left for one in row),
        max(one.right for one in row),
        max(full),
        largest,
        min(one.top for one in row),
        max(one.bottom for one in row),
    )


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    glyphs = tuple(_glyphs(text.raw, text.count_chars(), height))
    text.close()
    page.close()
    return Page(width, height, glyphs)


def _glyphs(text: ctypes.c_void_p, count: int, height: float) -> Iterator[Glyph]:
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    advance = pdfium.FS_RECTF()
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    high = 0
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:  # half of a character beyond the first 65,536
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if code in HYPHENS:
            code = ord("-")
        shown = folded(chr(code)) if code else ""
        if not shown or pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(text, at, advance)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetFillColor(text, at, red, green, blue, alpha)
        pdfium.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, flags)
        yield Glyph(
            shown,
            x.value,  # ink may begin before its advance, and the box that PDFium gives holds both
            height - top.value,
            advance.right,
            height - bottom.value,
            height - y.value,
            pdfium.FPDFText_GetFontSize(text, at),
            (red.value, green.value, blue.value),
            name.value.decode("utf-8", "replace").partition("-")[0].rpartition("+")[2],
        )
