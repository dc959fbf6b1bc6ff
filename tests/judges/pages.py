"""What LibreOffice makes of a deck: its slides as pages, every letter with its place.

All places are points from the top left corner of the page.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from judges.validators import AbsentJudgeError

TWINS = {"Georgia": "Gelasio", "Calibri": "Carlito"}
"""The fonts that decks name, and those of the same metrics that may stand for them."""
_PATIENCE = 600


@dataclass(frozen=True, slots=True)
class Letter:
    """A glyph of a page: its advance from left to right, the ends of its ink, its line."""

    text: str
    """Folded by `folded`: one or more characters."""
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its visible letters in the order in which they are drawn."""

    width: float
    height: float
    letters: tuple[Letter, ...]


def folded(text: str) -> str:
    """Return `text` as it can be found on a page: no spaces, no case, no ligatures."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKC", plain)
        if not letter.isspace() and unicodedata.category(letter) not in ("Cf", "Cc")
    )


def to_pdf(deck: bytes) -> bytes:
    """Return the PDF that LibreOffice makes of a deck, in a profile of its own."""
    _require("soffice")
    _require_fonts()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "deck.pptx")
        source.write_bytes(deck)
        done = subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                str(source),
            ],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise ValueError(f"LibreOffice made no PDF: {done.stdout}{done.stderr}")
        return made.read_bytes()


def read_pages(pdf: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    letters = tuple(
        letter
        for at in range(text.count_chars())
        if (letter := _letter(text.raw, at, height)) is not None
    )
    text.close()
    page.close()
    return Page(width, height, letters)


def _letter(text: ctypes.c_void_p, at: int, height: float) -> Letter | None:
    code = pdfium.FPDFText_GetUnicode(text, at)
    shown = folded(chr(code)) if code else ""
    if not shown or pdfium.FPDFText_IsGenerated(text, at) == 1:
        return None
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    # A letter may lean out of its advance, and is meant to: lines are as wide as their advances.
    advance = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, advance)
    x, baseline = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, baseline)
    return Letter(
        shown,
        advance.left,
        height - top.value,
        advance.right,
        height - bottom.value,
        height - baseline.value,
        pdfium.FPDFText_GetFontSize(text, at),
    )


def _require(command: str) -> None:
    if not shutil.which(command):
        raise AbsentJudgeError(f"`{command}` is not installed")


def _require_fonts(names: Iterable[str] = TWINS) -> None:
    _require("fc-match")
    for name in names:
        done = subprocess.run(
            ["fc-match", "--format=%{family}", name], capture_output=True, text=True, check=True
        )
        if not {name, TWINS[name]} & set(done.stdout.split(",")):
            raise AbsentJudgeError(
                f"{done.stdout} stands for {name}: install {TWINS[name]}, whose letters are as wide"
            )
