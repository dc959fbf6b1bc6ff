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
    Ink,
    Mark,
    Picture,
    Rule,
    Shape,
    Target,
    Words,
)
from deckmaker.memo.fonts import EmbeddedFont
from deckmaker.typesetting import Font, Run, Typesetter

_PDF_VERSION = (1, 7)
_URI = "%/:?#[]@!$&'()*+,;=~-._"
"""What may stand in a URI as it is (RFC 3986); the rest is percent-encoded."""
_PATH_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_UNDERLINE = (-0.12, 0.05)
"""Where an underline lies and how thick it is, em."""
_ASCENT, _DESCENT = 0.75, 0.25
"""How far the area of a link reaches above and below its baseline, em."""


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
        self._setter = setter
        self._canvas = _Canvas(
            io.BytesIO(),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=_PDF_VERSION,
            lang=properties.lang,
        )
        self._fonts: dict[tuple[str, bool, bool], EmbeddedFont] = {}
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
        self._canvas.embed(self._fonts.values())
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
                reader = self._pictures.get(mark.data)
                if reader is None:
                    reader = self._pictures[mark.data] = ImageReader(io.BytesIO(mark.data))
                self._canvas.drawImage(
                    reader,
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
        """Draw one line of text: the runs follow each other by their own advances."""
        operators = [f"BT 1 0 0 1 {_n(x)} {_n(y)} Tm"]
        font: Font | None = None
        color = ""
        rise = tracking = 0.0
        linked = False
        for run in words.line.runs:
            ink = _ink(run)
            linked = linked or bool(ink.link)
            embedded = self._font(run.font)
            if run.font != font:
                font = run.font
                operators.append(f"/{embedded.name} {_n(font.size)} Tf")
                if font.tracking != tracking:
                    tracking = font.tracking
                    operators.append(f"{_n(tracking)} Tc")
            if ink.color != color:
                color = ink.color
                operators.append(f"{_color(color)} rg")
            if ink.rise != rise:
                rise = ink.rise
                operators.append(f"{_n(rise)} Ts")
            operators.append(f"<{embedded.codes(run.text)}> Tj")
        if rise:
            operators.append("0 Ts")
        if tracking:
            operators.append("0 Tc")
        operators.append("ET")
        self._canvas.operators(" ".join(operators))
        if linked:
            self._links(words, x, y)

    def _links(self, words: Words, x: float, y: float) -> None:
        """Lay the areas of links over the runs of a line that bear them, and underline some."""
        for run in words.line.runs:
            ink, size = _ink(run), run.font.size
            width = self._setter.width(run.text, run.font)
            if ink.link:
                low = y + ink.rise - _DESCENT * size
                area = (x, low, x + width, low + (_DESCENT + _ASCENT) * size)
                if ink.link.startswith("#"):
                    self._canvas.linkAbsolute(run.text, ink.link[1:], area)
                else:
                    words_ = pdfdoc.PDFString(run.text)
                    self._canvas.linkURL(quote(ink.link, _URI), area, Contents=words_)
            if ink.underline:
                offset, weight = (part * size for part in _UNDERLINE)
                self._canvas.operators(
                    f"{_color(ink.color)} RG {_n(weight)} w {_n(x)} {_n(y + offset)} m "
                    f"{_n(x + width)} {_n(y + offset)} l S"
                )
            x += width

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

    def _font(self, font: Font) -> EmbeddedFont:
        key = (font.voice, font.bold, font.italic)
        embedded = self._fonts.get(key)
        if embedded is None:
            embedded = self._fonts[key] = EmbeddedFont(
                self._setter.face(font), f"F{len(self._fonts) + 1}", serif=font.voice == "serif"
            )
        return embedded


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


def _ink(run: Run) -> Ink:
    """Return how `run` is shown."""
    if not isinstance(run.payload, Ink):
        raise TypeError(f"a run without ink: {run.text!r}")
    return run.payload


def _n(value: float) -> str:
    """Write a number of a content stream: hundredths of a point, never an exponent."""
    text = f"{value:.2f}"
    return text[:-3] if text.endswith(".00") else text


_COLORS: dict[str, str] = {}


def _color(value: str) -> str:
    """Return `#16202A` as the three operands of `rg` and `RG`."""
    known = _COLORS.get(value)
    if known is None:
        parts = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
        known = _COLORS[value] = " ".join(f"{part:.4g}" for part in parts)
    return known


rl_config.useA85 = 0
"""Streams stay binary: a fifth smaller than in reportlab's default, base-85 text."""
