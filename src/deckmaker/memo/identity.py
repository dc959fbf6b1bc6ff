"""What a PDF says of itself: its properties, plainly and as XMP, and what its colours mean.

PDF/A wants both to say the same (ISO 19005-2, 6.6); PDF/UA-1 its mark and the title in XMP
(ISO 14289-1, clause 5 and 7.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_EXTENSION = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A knows no PDF/UA: it wants every foreign property explained (ISO 19005-2, 6.6.2.3)."""
_PROFILE = Path(__file__).parents[1] / "data" / "colour" / "srgb.icc"


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
    part: int = 2
    """Of PDF/A (ISO 19005): 3 for a file with others inside."""


def pdf_date(properties: Properties) -> str:
    """Return the date of the briefing as PDF writes dates."""
    return f"D:{properties.iso_date.replace('-', '')}000000Z"


def identify(canvas: Canvas, properties: Properties) -> None:
    """Write what the document on `canvas` says of itself."""
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setKeywords(properties.keywords)
    canvas.setCreator(properties.creator)
    canvas.setDateFormatter(lambda *_: pdf_date(properties))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document = canvas._doc
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    said = _xmp(properties, document.info.producer).encode()
    # As it is: programs find it without knowing PDF (ISO 19005-2, 6.6.2.1 forbids filters).
    catalog.Metadata = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), said
    )
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])


def _output_intent(document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    """Return what the colours of the document mean: those of sRGB."""
    profile = _PROFILE.read_bytes()
    stream = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 3}), profile, filters=[pdfdoc.PDFZCompress]
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(stream),
        }
    )


def _xmp(properties: Properties, producer: str) -> str:
    date = f"{properties.iso_date}T00:00:00Z"
    plain = {
        "dc:format": "application/pdf",
        "pdf:Producer": producer,
        "pdf:Keywords": properties.keywords,
        "xmp:CreatorTool": properties.creator,
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
        "xmp:MetadataDate": date,
        "pdfaid:part": str(properties.part),
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
    }
    said = "".join(f"<{name}>{escape(value)}</{name}>\n" for name, value in plain.items())
    said += _listed("dc:title", "Alt", properties.title, ' xml:lang="x-default"')
    said += _listed("dc:description", "Alt", properties.subject, ' xml:lang="x-default"')
    said += _listed("dc:creator", "Seq", properties.author)
    said += _listed("dc:language", "Bag", properties.lang)
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{spaces}>\n{said}</rdf:Description>\n{_EXTENSION}'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _listed(name: str, kind: str, value: str, attributes: str = "") -> str:
    item = f"<rdf:li{attributes}>{escape(value)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>\n"
