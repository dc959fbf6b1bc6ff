"""Read finished memos back, with PDFium and qpdf: neither wrote them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2 as pdfium

from deckmaker.memo.drawing import Drawing, Figure, Mark, Words
from deckmaker.memo.slabs import Slab

FRAME = (40.0, 62.0, 16.0, 70.0)
"""What of a page is head, margins and foot: left, top, right, bottom, points."""


CharBox = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True)
class Memo:
    """A memo as PDFium reads it."""

    pages: tuple[str, ...]
    """The whole text of each page."""
    bodies: tuple[str, ...]
    """The text of each page between head and foot."""
    boxes: tuple[tuple[CharBox, ...], ...]
    """Every character's box, page by page."""
    size: tuple[float, float]

    @property
    def squeezed(self) -> str:
        """The text of all bodies without white space, in small letters."""
        return squeeze("".join(self.bodies))


def read(data: bytes) -> Memo:
    """Return the memo `data`."""
    pages, bodies, boxes = [], [], []
    with pdfium.PdfDocument(data) as document:
        size = document[0].get_size()
        left, top, right, bottom = FRAME
        for index, page in enumerate(document):
            text = page.get_textpage()
            pages.append(text.get_text_bounded())
            head = 0.0 if index == 0 else top
            bodies.append(
                text.get_text_bounded(
                    left=left, bottom=bottom, right=size[0] - right, top=size[1] - head
                )
            )
            boxes.append(tuple(text.get_charbox(at) for at in range(text.count_chars())))
            text.close()
    return Memo(tuple(pages), tuple(bodies), tuple(boxes), size)


def squeeze(text: str) -> str:
    """Return `text` without white space and in small letters, to be searched in."""
    return "".join(text.split()).casefold()


def opened(data: bytes) -> pikepdf.Pdf:
    """Return `data` as qpdf reads it."""
    return pikepdf.open(io.BytesIO(data))


def outline(pdf: pikepdf.Pdf) -> list[tuple[str, list[str]]]:
    """Return the outline: titles of the first level with those beneath."""
    with pdf.open_outline() as tree:
        return [(item.title, [child.title for child in item.children]) for item in tree.root]


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield every link annotation."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Link":
                yield annotation


def marks(slabs: Iterable[Slab]) -> list[Mark]:
    """Return the marks of `slabs` in the order in which they are drawn, those of figures too."""
    return [mark for slab in slabs for mark in flat(slab.drawing)]


def flat(drawing: Drawing) -> Iterator[Mark]:
    """Yield the marks of a drawing, those of figures in their stead."""
    for mark in drawing:
        if isinstance(mark, Figure):
            yield from flat(mark.marks)
        else:
            yield mark


def words(slabs: Iterable[Slab]) -> str:
    """Return the text of `slabs` in the order in which it is drawn, a line each; no hyphens."""
    return "\n".join(
        mark.line.text.removesuffix("\u00ad") for mark in marks(slabs) if isinstance(mark, Words)
    )


def overlapping(boxes: Iterable[CharBox]) -> Iterator[tuple[CharBox, CharBox]]:
    """Yield pairs of characters that stand over each other by more than a touch.

    The letters of a ligature share one box.
    """
    solid = [b for b in dict.fromkeys(boxes) if b[2] - b[0] > 1 and b[3] - b[1] > 1]
    for index, one in enumerate(solid):
        for other in solid[index + 1 :]:
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            if wide > 1.5 and high > 1.5:
                yield one, other
