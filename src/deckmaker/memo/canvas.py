"""Marks become a PDF: the only module that draws, on reportlab's canvas.

It decides nothing: what stands where, in which colour and on which page was settled before, and so
was what each mark is of.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import partial
from typing import assert_never
from urllib.parse import quote

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from deckmaker.enclosures import Enclosure
from deckmaker.memo.drawing import (
    Bookmark,
    Box,
    Figure,
    Mark,
    Picture,
    Rule,
    Shape,
    Start,
    Target,
    Words,
    ink_of,
)
from deckmaker.memo.enclosing import enclose
from deckmaker.memo.identity import Properties, identify
from deckmaker.memo.lettering import Lettering, Stroke
from deckmaker.memo.operators import color as _color
from deckmaker.memo.operators import number as _n
from deckmaker.memo.pages import Placed
from deckmaker.memo.structure import Element
from deckmaker.memo.surface import Surface
from deckmaker.memo.tagging import Margin, Tagging
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
_PRINTED = 4
"""The flag of an annotation that is no screen's alone (table 165)."""


class PdfCanvas:
    """A PDF under way: pages are drawn one after the other, then taken as bytes."""

    def __init__(
        self,
        size: tuple[float, float],
        setter: Typesetter,
        properties: Properties,
        enclosures: Sequence[Enclosure] = (),
    ) -> None:
        """Begin a PDF of pages of `size` (width, height) in the faces of `setter`."""
        self._width, self._height = size
        self._lettering = Lettering(setter)
        self._tagging = Tagging()
        self._canvas = Surface(
            io.BytesIO(),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=_PDF_VERSION,
            lang=properties.lang,
        )
        self._pictures: dict[bytes, ImageReader] = {}
        identify(self._canvas, properties)
        if enclosures:
            enclose(self._canvas, enclosures, properties)

    def page(
        self,
        placed: Iterable[Placed],
        *,
        header: Iterable[Placed] = (),
        footer: Iterable[Placed] = (),
    ) -> None:
        """Draw one page: each drawing's origin at (x, y) from the page's upper left corner.

        What of `header` and `footer` is of no element recurs on the pages, and is marked so.
        """
        self._canvas.key = self._tagging.begin_page()
        parts: tuple[tuple[Iterable[Placed], Margin | None], ...] = (
            (header, "Header"),
            (placed, None),
            (footer, "Footer"),
        )
        for part, margin in parts:
            self._tagging.margin = margin
            for x, y, drawing in part:
                for mark in drawing:
                    self._draw(mark, x, self._height - y)
            self._write(self._tagging.leave())
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the PDF. Nothing can be drawn any more."""
        self._canvas.embed(self._lettering.fonts)
        return self._canvas.file(self._tagging)

    def _write(self, operators: str) -> None:
        if operators:
            self._canvas.operators(operators)

    def _draw(self, mark: Mark, x: float, top: float, figure: Element | None = None) -> None:
        """Draw a mark, which may be a part of a `figure`: then that is what it is of."""
        match mark:
            case Words():
                self._words(mark, x + mark.x, top - mark.y, figure)
            case Rule():
                self._write(self._tagging.enter(figure))
                self._canvas.operators(
                    f"{_color(mark.color)} RG {_n(mark.width)} w "
                    f"{_n(x + mark.x1)} {_n(top - mark.y1)} m "
                    f"{_n(x + mark.x2)} {_n(top - mark.y2)} l S"
                )
            case Box():
                self._write(self._tagging.enter(figure))
                self._canvas.operators(
                    f"{_color(mark.color)} rg {_n(x + mark.x)} {_n(top - mark.y - mark.height)} "
                    f"{_n(mark.width)} {_n(mark.height)} re f"
                )
            case Shape():
                self._write(self._tagging.enter(figure))
                self._shape(mark, x, top)
            case Picture():
                self._picture(mark, x + mark.x, top - mark.y - mark.height, figure)
            case Figure():
                left, bottom = x + mark.x, top - mark.y - mark.height
                corner = (left + mark.width, bottom + mark.height)
                self._tagging.bounded(mark.element, (left, bottom, *corner))
                for each in mark.marks:
                    self._draw(each, x, top, mark.element)
            case Start():
                self._tagging.met(mark.element)
            case Target():
                self._canvas.bookmarkPage(mark.name, fit="XYZ", left=0, top=top - mark.y)
            case Bookmark():
                self._canvas.addOutlineEntry(mark.title, mark.name, mark.level)
            case _:
                assert_never(mark)

    def _words(self, words: Words, x: float, y: float, figure: Element | None) -> None:
        """Draw one line of text, with the marks, pictures and links in it."""
        element = figure or words.element
        tagging, opened = self._tagging, None
        if figure is None and element is not None and _is_parted(words):
            self._write(tagging.leave())
            opened = partial(tagging.opened, within=element)
        else:
            self._write(tagging.enter(element))
        lettered = self._lettering.line(words, x, y, opened)
        self._canvas.operators(lettered.operators)
        if lettered.strokes or lettered.emoji:
            # Their characters are read where they stand in the text.
            self._write(tagging.enter(figure))
        for stroke in lettered.strokes:
            self._stroke(stroke)
        for emoji in lettered.emoji:
            self._canvas.drawImage(
                self._reader(emoji.data),
                *(emoji.x, emoji.y, emoji.width, emoji.height),
                mask="auto",
            )
        for run, left, right in lettered.reach:
            self._link(run, left, right, y, live=element is not None)

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

    def _link(self, run: Run, left: float, right: float, y: float, *, live: bool) -> None:
        """Underline a run if it is to be, and lay the area of its link over it if that is `live`.

        Where a line stands once more, as in a table's header, its links do not.
        """
        ink, size = ink_of(run), run.font.size
        if ink.underline:
            offset, weight = (part * size for part in _UNDERLINE)
            self._write(self._tagging.enter(None))
            self._canvas.operators(
                f"{_color(ink.color)} RG {_n(weight)} w {_n(left)} {_n(y + offset)} m "
                f"{_n(right)} {_n(y + offset)} l S"
            )
        link = ink.element.enclosing("Link") if ink.link and ink.element is not None else None
        if link is None or not live:
            return
        low = y + ink.rise - _DESCENT * size
        leads: dict[str, object] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pdfdoc.PDFArray([left, low, right, low + (_DESCENT + _ASCENT) * size]),
            "Border": "[0 0 0]",
            "F": _PRINTED,
            "Contents": pdfdoc.PDFString(ink.hint or run.text),
        }
        if ink.link.startswith("#"):
            leads["Dest"] = self._canvas.destination(ink.link[1:])
        else:
            address = pdfdoc.PDFString(quote(ink.link, _URI))
            leads["A"] = pdfdoc.PDFDictionary({"S": "/URI", "URI": address})
        self._canvas.annotate(leads, partial(self._tagging.annotated, link))

    def _picture(self, picture: Picture, x: float, y: float, figure: Element | None) -> None:
        element = figure or picture.element
        self._write(self._tagging.enter(element))
        if element is not None:
            corner = (x + picture.width, y + picture.height)
            self._tagging.bounded(element, (x, y, *corner))
        reader = self._reader(picture.data)
        self._canvas.drawImage(reader, x, y, picture.width, picture.height, mask="auto")

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
        cap = "0" if shape.dash else "1"  # round ends would close the gaps
        if shape.stroke:
            operators.append(f"{_color(shape.stroke)} RG {_n(shape.width)} w 1 j {cap} J")
        if shape.dash:
            operators.append(f"[{' '.join(map(_n, shape.dash))}] 0 d")
        for operator, *numbers in shape.steps:
            xs, ys = numbers[::2], numbers[1::2]
            points = (f"{_n(x + px)} {_n(top - py)}" for px, py in zip(xs, ys, strict=True))
            operators.append(" ".join((*points, _PATH_OPERATORS[operator])))
        operators.append("B" if shape.fill and shape.stroke else "f" if shape.fill else "S")
        if shape.stroke:
            operators.append("0 j 0 J [] 0 d" if shape.dash else "0 j 0 J")
        self._canvas.operators(" ".join(operators))


def _is_parted(words: Words) -> bool:
    """Tell whether a line is told in parts: it runs both ways, or a run is an element by itself."""
    return bool(words.line.levels) or any(
        ink_of(run).element is not None for run in words.line.runs
    )
