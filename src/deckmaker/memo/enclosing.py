"""Files travel inside a PDF: each becomes a stream that the document names as belonging to it."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from deckmaker.enclosures import Enclosure
from deckmaker.memo.identity import Properties, pdf_date


def enclose(canvas: Canvas, enclosures: Iterable[Enclosure], properties: Properties) -> None:
    """Put `enclosures` into the document on `canvas` (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""
    document = canvas._doc
    inside = {
        enclosure.name: document.Reference(_specification(document, enclosure, properties))
        for enclosure in enclosures
    }
    names = [part for name in sorted(inside) for part in (pdfdoc.PDFString(name), inside[name])]
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = pdfdoc.PDFArray(list(inside.values()))
    files = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
    catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": files})


def _specification(
    document: pdfdoc.PDFDocument, enclosure: Enclosure, properties: Properties
) -> pdfdoc.PDFDictionary:
    date = pdfdoc.PDFString(pdf_date(properties))
    entries = {
        "Type": "/EmbeddedFile",
        "Subtype": "/" + enclosure.media_type.replace("/", "#2F"),
        "Params": pdfdoc.PDFDictionary({"Size": len(enclosure.data), "ModDate": date}),
    }
    stream = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(entries), enclosure.data, filters=[pdfdoc.PDFZCompress]
    )
    inside = document.Reference(stream)
    name = pdfdoc.PDFString(enclosure.name)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pdfdoc.PDFDictionary({"F": inside, "UF": inside}),
            "AFRelationship": f"/{enclosure.relationship}",
            "Desc": name,
        }
    )
