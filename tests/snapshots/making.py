"""Small files made on the fly: Word files of given XML, PDFs of given objects or by reportlab."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

SMALL = (420, 330)
"""Points: a page that a few paragraphs fill."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, *, head: str = "") -> bytes:
    """Return a Word file with the XML `body`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", head + docx_body(body))
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


def docx_body(body: str) -> str:
    """Return the part of a Word file that holds its text."""
    return f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'


def words(text: str) -> str:
    """Return a paragraph of a Word file."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def raw_pdf(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of `objects`, of which the first is its catalogue."""
    made, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return made + b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def set_pdf(
    paragraphs: Sequence[str],
    *,
    columns: int = 1,
    head: str = "",
    indent: float = 0,
    justify: bool = True,
) -> bytes:
    """Return `paragraphs` as reportlab sets them, on small pages."""
    made = io.BytesIO()
    width, height = SMALL
    inner = (width - 80 - 20 * (columns - 1)) / columns
    frames = [
        Frame(40 + at * (inner + 20), 50, inner, height - 110, 0, 0, 0, 0) for at in range(columns)
    ]

    def decorate(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont("Times-Roman", 8)
        if head:
            canvas.drawString(40, height - 40, head)
        canvas.drawCentredString(width / 2, 30, f"– {canvas.getPageNumber()} –")

    style = ParagraphStyle(
        "body",
        fontName="Times-Roman",
        fontSize=10,
        leading=12.5,
        firstLineIndent=indent,
        alignment=TA_JUSTIFY if justify else 0,
    )
    story = []
    for text in paragraphs:
        story += [Paragraph(text, style), Spacer(1, 0 if indent else 5)]
    document = BaseDocTemplate(made, pagesize=SMALL)
    document.addPageTemplates(PageTemplate("page", frames, onPage=decorate))
    document.build(story)
    return made.getvalue()
