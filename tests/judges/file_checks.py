"""Does the file say rightly what it is? Properties, fonts, colours, and what it must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pikepdf
from lxml import etree

from judges.fontcodes import texts_of
from judges.tagged import Tagged

_NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_PROPERTIES = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
"""Where XMP says what the information dictionary says (ISO 19005-2, table 1)."""
_SPECIES = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
_FORBIDDEN = (
    "/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/XFA", "/Launch",
    "/GoToR", "/GoToE", "/Movie", "/Sound", "/RichMedia", "/ImportData", "/SubmitForm",
    "/FFilter",
)  # fmt: skip
_ENCLOSING = ("/EmbeddedFiles", "/EF")
"""What a file has that names others inside it as its own."""
_ACTIONS = ("/URI", "/GoTo")
_MEANINGLESS = re.compile("[\x00\ufeff\ufffe\uffff\ufffd\ue000-\uf8ff]")
_STREAM = re.compile(rb"(\d+) \d+ obj\s*<<(?:(?!endobj).)*?>>\s*stream(\r?\n|\r)", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)(?: (\d+) R)?")


def unmarked_file(memo: Tagged) -> Iterator[str]:
    """The catalog says that the file is tagged and that its title is to be shown."""
    root = memo.pdf.Root
    marks = root.get("/MarkInfo", pikepdf.Dictionary())
    if marks.get("/Marked") is not True or marks.get("/Suspects", False) is not False:
        yield "MarkInfo does not say that the file is tagged"
    shown = root.get("/ViewerPreferences", pikepdf.Dictionary())
    if shown.get("/DisplayDocTitle") is not True:
        yield "DisplayDocTitle is not set"
    if not str(memo.pdf.docinfo.get("/Title", "")).strip():
        yield "the file has no title"


def unmarked_pages(memo: Tagged) -> Iterator[str]:
    """Pages are tabbed through in the order of the structure, and lead to it."""
    keys = []
    for number, page in enumerate(memo.pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number} is tabbed through in the order {page.get('/Tabs')}"
        if "/StructParents" not in page:
            yield f"page {number} has no StructParents"
        else:
            keys.append(int(page.StructParents))
    if len(set(keys)) < len(keys):
        yield "two pages share their StructParents"


def wrong_properties(memo: Tagged) -> Iterator[str]:
    """XMP says word for word what the information dictionary says."""
    xmp = _xmp(memo)
    info = {key: str(value) for key, value in memo.pdf.docinfo.items()}
    for key in info:
        if key not in _PROPERTIES and key != "/Trapped":
            yield f"the information dictionary holds {key}"
    for key, name in _PROPERTIES.items():
        plain, said = info.get(key, ""), _said(xmp, name)
        if key.endswith("Date"):
            if _pdf_date(plain) is None or _pdf_date(plain) != _xmp_date(said):
                yield f"{key} is {plain}, and {name} is {said}"
        elif plain != said:
            yield f"{key} is “{plain}”, and {name} is “{said}”"


def wrong_species(memo: Tagged) -> Iterator[str]:
    """XMP says that the file is PDF/A-2a, or 3a where others are inside, and PDF/UA-1."""
    xmp = _xmp(memo)
    holding = {"pdfaid:part": "3"} if "/AF" in memo.pdf.Root else {}
    for name, wanted in (_SPECIES | holding).items():
        if _said(xmp, name) != wanted:
            yield f"{name} is “{_said(xmp, name)}”"


def wrong_colours(memo: Tagged) -> Iterator[str]:
    """An output intent says by its profile what the colours mean."""
    intents = list(memo.pdf.Root.get("/OutputIntents", []))
    if [one.get("/S") for one in intents] != ["/GTS_PDFA1"]:
        yield "there is not one output intent of PDF/A"
    for one in intents:
        profile = one.get("/DestOutputProfile")
        data = profile.read_bytes() if isinstance(profile, pikepdf.Stream) else b""
        if data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
            yield "the output intent has no ICC profile"
        elif data[16:20] != b"RGB " or int(profile.get("/N", 0)) != 3:
            yield "the profile of the output intent is not of three colours"


def wrong_fonts(memo: Tagged) -> Iterator[str]:
    """Every font is embedded, and every code that is shown reads as some text."""
    seen: dict[tuple[int, int], set[int]] = {}
    fonts: dict[tuple[int, int], pikepdf.Object] = {}
    for page, source in zip(memo.pages, memo.pdf.pages, strict=True):
        for name, font in source.resources.get("/Font", {}).items():
            fonts[font.objgen] = font
            seen.setdefault(font.objgen, set()).update(page.silent.get(name, ()))
        for name in page.codes:
            if name not in source.resources.get("/Font", {}):
                yield f"page {page.number + 1} shows text in {name}, which is no font"
    for key, font in fonts.items():
        named = f"the font {str(font.get('/BaseFont', ''))[1:]}"
        descendants = font.get("/DescendantFonts", [font])
        described = descendants[0].get("/FontDescriptor", pikepdf.Dictionary())
        if not ({"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys())):
            yield f"{named} is not embedded"
        if "/ToUnicode" not in font:
            yield f"{named} has no ToUnicode"
            continue
        texts = texts_of(font)
        for code, text in texts.items():
            if not text or _MEANINGLESS.search(text):
                yield f"{named}: code {code} reads as {text!r}"
        if silent := sorted(seen[key] - set(texts)):
            yield f"{named}: code {silent[0]} reads as nothing"


def forbidden_contents(memo: Tagged) -> Iterator[str]:
    """Nothing runs, nothing is hidden, nothing is fetched from elsewhere."""
    if memo.pdf.is_encrypted:
        yield "the file is encrypted"
    allowed = _ENCLOSING if "/AF" in memo.pdf.Root else ()
    for one in memo.pdf.objects:
        for fault in _forbidden(one, allowed):
            yield f"object {one.objgen[0]} {fault}"


def _forbidden(one: pikepdf.Object, allowed: tuple[str, ...]) -> Iterator[str]:
    """Yield what an object holds and must not, itself and in what it encloses."""
    if isinstance(one, pikepdf.Array):
        for inner in one:
            if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
                yield from _forbidden(inner, allowed)
    if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        return
    for key, inner in one.items():
        if key in _FORBIDDEN and key not in allowed:
            yield f"has {key[1:]}"
        if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
            yield from _forbidden(inner, allowed)
    inside = "/EF" in one and "/EF" in allowed
    specified = one.get("/Type") == "/Filespec" and not inside
    if specified or (isinstance(one, pikepdf.Stream) and "/F" in one):
        yield "refers to another file"
    action = one.get("/A")
    acts = isinstance(action, pikepdf.Dictionary) and "/S" in action and "/O" not in action
    if acts and action.S not in _ACTIONS:
        yield f"has the action {action.S}"


def wrong_streams(memo: Tagged) -> Iterator[str]:
    """Every stream is as long as it says, by the bytes of the file."""
    at = 0
    while match := _STREAM.search(memo.data, at):
        length = _LENGTH.search(match[0])
        if length is None:
            yield f"the stream {int(match[1])} says not how long it is"
            at = match.end()
            continue
        count = int(length[1])
        if length[2] is not None:
            count = int(memo.pdf.get_object(count, int(length[2])))
        behind = memo.data[match.end() + count :][:11]
        if not re.match(rb"\r?\nendstream|\rendstream", behind):
            yield f"the stream {int(match[1])} is not {count} bytes long"
            at = match.end()
        else:
            at = match.end() + count
    for warning in memo.pdf.get_warnings():
        yield f"qpdf warns: {warning}"


def _xmp(memo: Tagged) -> etree._Element:
    stream = memo.pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return etree.Element("none")
    return etree.fromstring(stream.read_bytes())


def _said(xmp: etree._Element, name: str) -> str:
    """Return a property's value, whether it is an attribute, a text or a list."""
    prefix, _, local = name.partition(":")
    for one in xmp.iterfind(".//rdf:Description", _NS):
        if (value := one.get(f"{{{_NS[prefix]}}}{local}")) is not None:
            return value
    found = xmp.find(f".//{name}", _NS)
    if found is None:
        return ""
    items = found.findall(".//rdf:li", _NS)
    return ", ".join(item.text or "" for item in items) if items else found.text or ""


def _pdf_date(text: str) -> datetime | None:
    match = re.fullmatch(r"D:(\d{14})(Z|[+-]\d\d'\d\d'?)(?:00'00'?)?", text)
    zone = "" if match is None else match[2].replace("'", "").replace("Z", "+0000")
    return None if match is None else datetime.strptime(match[1] + zone, "%Y%m%d%H%M%S%z")


def _xmp_date(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


CHECKS = (
    unmarked_file,
    unmarked_pages,
    wrong_properties,
    wrong_species,
    wrong_colours,
    wrong_fonts,
    forbidden_contents,
    wrong_streams,
)
