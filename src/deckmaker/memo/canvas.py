"""Marks become a PDF: the only module that draws, on reportlab's canvas.

It decides nothing: what stands where, in which colour and on which page was settled before.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from deckmaker.memo.drawing import (
    Bookmark,
    Box,
    Drawing,
    Mark,
    Picture,
    Rule,
    Shape,
    Target,
    Words,
)
from deckmaker.memo.fonts import EmbeddedFont
from deckmaker.memo.lettering import Lettering, Stroke, ink_of
from deckmaker.memo.operators import color as _color
from deckmaker.memo.operators import number as _n
from deckmaker.typesetting import Run, Typesetter

_PDF_VERSION = (1, 7)
_URI = "%/:?#[]@!$&'()*+,;=~-._"
"""What may stand in a URI as it is (RFC 3986); the rest is percent-encoded."""
_PATH_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_UNDERLINE = (-0.12, 0.05)
"""Where an underline lies and how thick it is, em."""
_ASCENT, _DESCENT = 0.75, 0.25
"""How far the area of a link reaches above and below its baseline, em."""
_OUTLINE = (-4, -4, 4, 4)
"""A box that holds the outline of any mark, em."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the PDF says of itself."""

    title: str
    author: str
    subject: str
    keywords: str
    creator: str
    lang: str
    """BCP 47."""
    iso_date: str
    """The date of the briefing, the only one that the file names: `2026-11-23`."""


class PdfCanvas:
    """A PDF under way: pages are drawn one after the other, then taken as bytes."""

    def __init__(
        self, size: tuple[float, float], setter: Typesetter, properties: Properties
    ) -> None:
        """Begin a PDF of pages of `size` (width, height) in the faces of `setter`."""
        self._width, self._height = size
        self._lettering = Lettering(setter)
        self._canvas = _Canvas(
            io.BytesIO(),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=_PDF_VERSION,
            lang=properties.lang,
        )
        self._pictures: dict[bytes, ImageReader] = {}
        self._describe(properties)

    def page(self, placed: Iterable[tuple[float, float, Drawing]]) -> None:
        """Draw one page: each drawing's origin at (x, y) from the page's upper left corner."""
        for x, y, drawing in placed:
            top = self._height - y
            for mark in drawing:
                self._draw(mark, x, top)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the PDF. Nothing can be drawn any more."""
        self._canvas.embed(self._lettering.fonts)
        return bytes(self._canvas.getpdfdata())

    def _describe(self, properties: Properties) -> None:
        year, month, day = properties.iso_date.split("-")
        drawing = self._canvas
        drawing.setTitle(properties.title)
        drawing.setAuthor(properties.author)
        drawing.setSubject(properties.subject)
        drawing.setKeywords(properties.keywords)
        drawing.setCreator(properties.creator)
        drawing.setDateFormatter(lambda *_: f"D:{year}{month}{day}000000Z")
        drawing.setViewerPreference("DisplayDocTitle", "true")

    def _draw(self, mark: Mark, x: float, top: float) -> None:
        match mark:
            case Words():
                self._words(mark, x + mark.x, top - mark.y)
            case Rule():
                self._canvas.operators(
                    f"{_color(mark.color)} RG {_n(mark.width)} w "
                    f"{_n(x + mark.x1)} {_n(top - mark.y1)} m "
                    f"{_n(x + mark.x2)} {_n(top - mark.y2)} l S"
                )
            case Box():
                self._canvas.operators(
                    f"{_color(mark.color)} rg {_n(x + mark.x)} {_n(top - mark.y - mark.height)} "
                    f"{_n(mark.width)} {_n(mark.height)} re f"
                )
            case Shape():
                self._shape(mark, x, top)
            case Picture():
                self._canvas.drawImage(
                    self._reader(mark.data),
                    x + mark.x,
                    top - mark.y - mark.height,
                    mark.width,
                    mark.height,
                    mask="auto",
                )
            case Target():
                self._canvas.bookmarkPage(mark.name, fit="XYZ", left=0, top=top - mark.y)
            case Bookmark():
                self._canvas.addOutlineEntry(mark.title, mark.name, mark.level)
            case _:
                assert_never(mark)

    def _words(self, words: Words, x: float, y: float) -> None:
        """Draw one line of text, with the marks, pictures and links in it."""
        lettered = self._lettering.line(words.line, x, y)
        self._canvas.operators(lettered.operators)
        for stroke in lettered.strokes:
            self._stroke(stroke)
        for emoji in lettered.emoji:
            self._canvas.drawImage(
                self._reader(emoji.data),
                *(emoji.x, emoji.y, emoji.width, emoji.height),
                mask="auto",
            )
        for run, left, right in lettered.reach:
            self._link(run, left, right, y)

    def _stroke(self, stroke: Stroke) -> None:
        """Draw the outline of a mark, which is written into the file when it is first met."""
        name = f"{stroke.font.name}G{stroke.glyph}"
        if not self._canvas.hasForm(name):
            self._canvas.beginForm(name, *_OUTLINE)
            self._canvas.operators(f"{stroke.font.outline(stroke.glyph)} f")
            self._canvas.endForm()
        size = _n(stroke.size)
        self._canvas.operators(
            f"q {_color(stroke.color)} rg {size} 0 0 {size} {_n(stroke.x)} {_n(stroke.y)} cm"
        )
        self._canvas.doForm(name)
        self._canvas.operators("Q")

    def _link(self, run: Run, left: float, right: float, y: float) -> None:
        """Lay the area of a link over a run, and underline it if it is to be."""
        ink, size = ink_of(run), run.font.size
        if ink.link:
            low = y + ink.rise - _DESCENT * size
            area = (left, low, right, low + (_DESCENT + _ASCENT) * size)
            if ink.link.startswith("#"):
                self._canvas.linkAbsolute(run.text, ink.link[1:], area)
            else:
                words = pdfdoc.PDFString(run.text)
                self._canvas.linkURL(quote(ink.link, _URI), area, Contents=words)
        if ink.underline:
            offset, weight = (part * size for part in _UNDERLINE)
            self._canvas.operators(
                f"{_color(ink.color)} RG {_n(weight)} w {_n(left)} {_n(y + offset)} m "
                f"{_n(right)} {_n(y + offset)} l S"
            )

    def _reader(self, data: bytes) -> ImageReader:
        """Return what reads a picture; each is written into the file once."""
        reader = self._pictures.get(data)
        if reader is None:
            reader = self._pictures[data] = ImageReader(io.BytesIO(data))
        return reader

    def _shape(self, shape: Shape, x: float, top: float) -> None:
        operators: list[str] = []
        if shape.fill:
            operators.append(f"{_color(shape.fill)} rg")
        if shape.stroke:
            operators.append(f"{_color(shape.stroke)} RG {_n(shape.width)} w 1 j 1 J")
        for operator, *numbers in shape.steps:
            xs, ys = numbers[::2], numbers[1::2]
            points = (f"{_n(x + px)} {_n(top - py)}" for px, py in zip(xs, ys, strict=True))
            operators.append(" ".join((*points, _PATH_OPERATORS[operator])))
        operators.append("B" if shape.fill and shape.stroke else "f" if shape.fill else "S")
        if shape.stroke:
            operators.append("0 j 0 J")
        self._canvas.operators(" ".join(operators))


class _Canvas(canvas.Canvas):  # type: ignore[misc]
    """reportlab's canvas without a default font, and with composite fonts of our own."""

    def _make_preamble(self) -> None:
        """Set nothing at the head of a page: reportlab's own selects Helvetica, not embedded."""
        self._preamble = ""

    def operators(self, code: str) -> None:
        """Append content stream operators."""
        self._code.append(code)

    def embed(self, fonts: Iterable[EmbeddedFont]) -> None:
        """Write `fonts` and name them in the resources that all pages share."""
        shared = self._doc.idToObject[pdfdoc.BasicFonts]
        for font in fonts:
            shared[font.name] = font.add_to(self._doc)


rl_config.useA85 = 0
"""Streams stay binary: a fifth smaller than in reportlab's default, base-85 text."""
