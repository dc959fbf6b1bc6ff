"""Files travel inside a PDF: each becomes a stream that the document names as belonging to it."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from deckmaker.enclosures import Enclosure
from deckmaker.memo.identity import Properties, pdf_date
from deckmaker.memo.operators import string_bytes, text_string


def enclose(canvas: Canvas, enclosures: Iterable[Enclosure], properties: Properties) -> None:
    """Put `enclosures` into the document on `canvas` (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""
    document = canvas._doc
    inside = {
        enclosure.name: document.Reference(_specification(document, enclosure, properties))
        for enclosure in enclosures
    }
    # A name tree is sorted by the bytes of its strings (ISO 32000-1, 7.9.6).
    keys = sorted((string_bytes(name), text_string(name), name) for name in inside)
    names = [part for _, key, name in keys for part in (key, inside[name])]
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
    name = text_string(enclosure.name)
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
