"""A face and the codes that text was drawn with become the objects of a composite font.

TrueType outlines are embedded as CIDFontType2, PostScript ones (CFF) as CIDFontType0, both cut down
by HarfBuzz to the glyphs in use, which are numbered anew. A code means a glyph *and* the text that
it is read back as, so several codes may show one glyph: the map from codes to glyphs is
`CIDToGIDMap` for the former and a CMap for the latter (ISO 32000-1, 9.7.4 and 9.7.5).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from deckmaker.typesetting import Face
from deckmaker.typesetting.shaping import Shaper

_EM = 1000
"""PDF counts glyph space in thousandths of an em."""
_NEEDLESS = (
    "BASE", "DSIG", "EBDT", "EBLC", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "OS/2", "STAT", "VORG",
    "cmap", "gasp", "hdmx", "kern", "ltsh", "meta", "name", "post", "vhea", "vmtx",
)  # fmt: skip
"""Tables that a glyph program inside a PDF has no use for (ISO 32000-1, 9.9)."""
_CODES_A_BLOCK = 100
"""How many codes one block of a CMap may hold (Adobe Technical Note 5411)."""
_NOTHING = "\u200b"
"""What a glyph is read back as that is read as one with another: `ActualText` has the whole. PDF/UA
wants it mapped all the same (ISO 14289-1, 7.21.7)."""
_SERIF, _NONSYMBOLIC, _ITALIC = 1 << 1, 1 << 5, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, table 123)."""
_STEM = 80
"""Thickness of stems where a face does not say; only readers without the face would use it."""


@dataclass(slots=True)
class Codes:
    """What the codes of a font stand for, by code. Code 0 stands for nothing."""

    glyphs: list[int] = field(default_factory=lambda: [0])
    texts: list[str] = field(default_factory=lambda: [""])
    """What each is read back as."""
    advances: list[float] = field(default_factory=lambda: [0.0])
    """Em."""


def composite_font(
    document: pdfdoc.PDFDocument, face: Face, shaper: Shaper, codes: Codes, *, serif: bool
) -> pdfdoc.PDFObjectReference:
    """Write the objects of a font into `document` and return the reference to it."""
    postscript = "CFF " in shaper.face.table_tags
    program, numbers = _program(shaper.face, codes.glyphs)
    glyphs = [numbers[glyph] for glyph in codes.glyphs]
    name = pdfdoc.PDFName(_subset_name(face, shaper, codes.texts))
    file, flavour = ("FontFile3", "CIDFontType0C") if postscript else ("FontFile2", "")
    stream = _stream(program)
    if postscript:
        stream.dictionary["Subtype"] = f"/{flavour}"
    else:
        stream.dictionary["Length1"] = len(program)
    descriptor = _descriptor(face, shaper, name, serif=serif)
    descriptor[file] = document.Reference(stream)
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if postscript else "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": _system(),
        "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
    }
    advances = [_EM * advance for advance in codes.advances]
    if postscript:
        by_glyph = dict(zip(glyphs, advances, strict=True))
        descendant["W"] = pdfdoc.PDFArray(
            [0, _numbers([by_glyph.get(g, 0.0) for g in range(max(glyphs) + 1)])]
        )
        encoding: object = document.Reference(_cmap_stream(glyphs))
    else:
        descendant["W"] = pdfdoc.PDFArray([0, _numbers(advances)])
        descendant["CIDToGIDMap"] = document.Reference(
            _stream(struct.pack(f">{len(glyphs)}H", *glyphs))
        )
        encoding = "/Identity-H"
    return document.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": encoding,
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(pdfdoc.PDFDictionary(descendant))]
                ),
                "ToUnicode": document.Reference(_stream(_to_unicode(codes.texts))),
            }
        )
    )


def _program(face: hb.Face, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """Return `face` cut down to `glyphs`, and the number that each of them has in it.

    Of a PostScript face it is the table CFF alone, whose characters are numbered as its glyphs.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(set(glyphs))
    wanted.drop_table_tag_set.update({_tag(table) for table in _NEEDLESS})
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    plan = hb.SubsetPlan(face, wanted)
    cut = plan.execute()
    numbers = dict(plan.old_to_new_glyph_mapping)
    table = "CFF " if "CFF " in face.table_tags else ""
    return bytes((cut.reference_table(table) if table else cut.blob).data), numbers


def _descriptor(
    face: Face, shaper: Shaper, name: pdfdoc.PDFName, *, serif: bool
) -> dict[str, object]:
    em = _EM / face.units_per_em
    box = struct.unpack(">4h", shaper.face.reference_table("head").data[36:44])
    post = shaper.face.reference_table("post").data
    angle = struct.unpack(">l", post[4:8])[0] / 65536 if len(post) >= 8 else 0.0
    return {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": _NONSYMBOLIC | (_SERIF if serif else 0) | (_ITALIC if angle else 0),
        "FontBBox": _numbers([edge * em for edge in box]),
        "ItalicAngle": _number(angle),
        "Ascent": _number(_EM * face.ascent),
        "Descent": _number(-_EM * face.descent),
        "CapHeight": _number(_EM * face.cap_height),
        "StemV": _STEM,
    }


def _subset_name(face: Face, shaper: Shaper, texts: Sequence[str]) -> str:
    """Return the PostScript name behind six capitals that stand for the characters used."""
    name = shaper.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.path.stem
    digest = hashlib.sha256("".join(texts).encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6]) + "+" + name


def _system() -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(
        {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
    )


def _to_unicode(texts: Sequence[str]) -> bytes:
    pairs = [
        f"<{code:04X}> <{(text or _NOTHING).encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, text in enumerate(texts)
        if code
    ]
    return _cmap("Adobe-Identity-UCS", "(UCS)", 2, _blocks("bfchar", pairs))


def _cmap_stream(glyphs: Sequence[int]) -> pdfdoc.PDFStream:
    """Return the CMap that leads from codes to glyphs."""
    pairs = [f"<{code:04X}> {glyph}" for code, glyph in enumerate(glyphs)]
    stream = _stream(_cmap("Adobe-Identity-H", "(Identity)", 1, _blocks("cidchar", pairs)))
    stream.dictionary["Type"] = "/CMap"
    stream.dictionary["CMapName"] = "/Adobe-Identity-H"
    stream.dictionary["CIDSystemInfo"] = _system()
    stream.dictionary["WMode"] = 0
    return stream


def _blocks(kind: str, pairs: Sequence[str]) -> Iterable[str]:
    for at in range(0, len(pairs), _CODES_A_BLOCK):
        block = pairs[at : at + _CODES_A_BLOCK]
        yield from (f"{len(block)} begin{kind}", *block, f"end{kind}")


def _cmap(name: str, ordering: str, kind: int, body: Iterable[str]) -> bytes:
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry (Adobe) /Ordering {ordering} /Supplement 0 >> def",
            f"/CMapName /{name} def",
            f"/CMapType {kind} def",
            "/WMode 0 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode("ascii")


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _number(value: float) -> int | float:
    """Return `value` to a tenth, as an integer where it is one: PDF knows no exponents."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _numbers(values: Iterable[float]) -> pdfdoc.PDFArray:
    return pdfdoc.PDFArrayCompact([_number(value) for value in values])


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
