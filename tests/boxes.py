"""Boxes of text for LibreOffice to break: written as a deck, rendered, read back line by line."""

from __future__ import annotations

import ctypes
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Pt

from deckmaker.typesetting import Run, Typesetter

LEFT = 40.0
APART = 0.6
"""Lines stand at least so far apart, em; marks over and under letters stand nearer."""
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium reads a hyphen at the end of a line as."""


@dataclass(frozen=True)
class Box:
    runs: tuple[Run, ...]
    width: float
    lang: str = "en-US"
    cell: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        return max(run.font.size for run in self.runs)


class RenderedLine(NamedTuple):
    text: str
    """Letters from left to right, without spaces and marks."""
    left: float
    right: float
    """The edges of its ink, points from the edge of the box."""


def write_deck(boxes: Sequence[Box], setters: Sequence[Typesetter], path: Path) -> None:
    """Write each box on a slide of its own, in the families that its setter measures it in."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(1100), Pt(4000)
    for box, setter in zip(boxes, setters, strict=True):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        place = (Pt(LEFT), Pt(20), Pt(box.width), Pt(40))
        if box.cell:
            holder = slide.shapes.add_table(1, 1, *place).table.cell(0, 0)
            frame = holder.text_frame
        else:
            holder = frame = slide.shapes.add_textbox(*place).text_frame
            frame.word_wrap = True
        holder.margin_left = holder.margin_right = holder.margin_top = holder.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        properties = paragraph._p.get_or_add_pPr()
        properties.set("eaLnBrk", "1")
        properties.set("hangingPunct", "0")
        if setter.locale.rtl:
            properties.set("rtl", "1")
            properties.set("algn", "r")
        for run in box.runs:
            for part in setter.covered(run):
                _write_run(paragraph.add_run(), part, setter, box.lang)
    deck.save(path)


def _write_run(piece, part: Run, setter: Typesetter, lang: str) -> None:
    piece.text = part.text
    piece.font.size = Pt(part.font.size)
    piece.font.bold, piece.font.italic = part.font.bold, part.font.italic
    piece.font.color.rgb = RGBColor(0, 0, 0)
    properties = piece._r.get_or_add_rPr()
    properties.set("lang", lang)
    for script in ("latin", "ea", "cs"):
        etree.SubElement(properties, qn(f"a:{script}"), typeface=setter.family(part.font).name)
    if part.font.tracking:
        properties.set("spc", str(round(100 * part.font.tracking)))


def rendered(
    boxes: Sequence[Box], setters: Sequence[Typesetter], folder: Path
) -> list[list[RenderedLine]]:
    """Return the lines that LibreOffice makes of each box."""
    write_deck(boxes, setters, folder / "boxes.pptx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), str(folder / "boxes.pptx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    document = pdfium.PdfDocument(folder / "boxes.pdf")
    pages = [_lines(page, box.size) for page, box in zip(document, boxes, strict=True)]
    document.close()
    return pages


def _lines(page: pdfium.PdfPage, size: float) -> list[RenderedLine]:
    """Return the lines of a page, of letters that stand about as high."""
    text_page = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    letters = []
    for index in range(text_page.count_chars()):
        character = chr(pdfium_c.FPDFText_GetUnicode(text_page.raw, index)).translate(_HYPHENS)
        generated = pdfium_c.FPDFText_IsGenerated(text_page.raw, index)
        if generated or character.isspace() or unicodedata.category(character)[0] in "MC":
            continue
        pdfium_c.FPDFText_GetCharOrigin(text_page.raw, index, x, y)
        left, _, right, _ = text_page.get_charbox(index)
        letters.append((-y.value, x.value, index, left, right, character))
    lines: list[list[tuple[float, float, int, float, float, str]]] = []
    for letter in sorted(letters):
        if lines and letter[0] - lines[-1][-1][0] < APART * size:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [
        RenderedLine(
            "".join(letter[5] for letter in sorted(line, key=lambda letter: letter[1:3])),
            min(letter[3] for letter in line) - LEFT,
            max(letter[4] for letter in line) - LEFT,
        )
        for line in lines
    ]
