"""Faces inside a PDF: text becomes codes of a composite font, used glyphs an embedded subset.

A composite (Type 0) font is written rather than reportlab's own subsets of 256 characters: one
font object a face, codes looked up a character at a time in one dictionary, an exact way back from
every code to its text (also where two characters share a glyph, and for characters beyond the
basic plane), and room for shaped glyphs, which have no character of their own.
"""

from __future__ import annotations

import hashlib
import struct

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from deckmaker.typesetting import Face
from deckmaker.typesetting.faces import INVISIBLE, STAND_INS

_EM = 1000
"""PDF counts glyph space in thousandths of an em."""
_NEEDLESS = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "OS/2", "STAT", "cmap", "gasp", "hdmx",
    "kern", "ltsh", "meta", "name", "post", "vhea", "vmtx",
)  # fmt: skip
"""Tables that a glyph program inside a PDF has no use for (ISO 32000-1, 9.9)."""
_CODES_A_BLOCK = 100
"""How many codes one block of a ToUnicode map may hold (Adobe Technical Note 5411)."""
_SERIF, _NONSYMBOLIC, _ITALIC = 1 << 1, 1 << 5, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, table 123)."""


class EmbeddedFont:
    """One face in one PDF: hands out codes while text is drawn, then writes itself."""

    def __init__(self, face: Face, name: str, *, serif: bool) -> None:
        """Embed `face` under the resource name `name`."""
        self.name = name
        self._measured = face
        self._serif = serif
        self._face = hb.Face(hb.Blob.from_file_path(str(face.path)))
        self._font = hb.Font(self._face)
        self._codes = _Codes(self)
        self._glyphs: list[int] = [0]
        """The glyph of each code; code 0 is the glyph for what the face lacks."""
        self._texts: list[str] = [""]
        self._advances: list[float] = [self._font.get_glyph_h_advance(0) / self._face.upem]

    def codes(self, text: str) -> str:
        """Return `text` as the hexadecimal codes of a PDF string."""
        return "".join(map(self._codes.__getitem__, text))

    def code(self, character: str) -> str:
        """Give `character` a code of its own: four digits, none for what never shows."""
        if character in INVISIBLE:
            return ""
        self._glyphs.append(self._glyph(character))
        self._texts.append(character)
        self._advances.append(self._measured.advance(character))
        return f"{len(self._glyphs) - 1:04X}"

    def _glyph(self, character: str) -> int:
        """Return the glyph for `character`, its stand-in's, or 0."""
        lining = self._measured.lining.get(character)
        if lining is not None:
            return lining
        shown: str | None = " " if character.isspace() else character
        if character in self._measured.advances:
            for candidate in (character, shown, STAND_INS.get(character)):
                glyph = self._font.get_nominal_glyph(ord(candidate)) if candidate else None
                if glyph:
                    return int(glyph)
        return 0

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Write the font's objects into `document` and return the reference to it."""
        name = pdfdoc.PDFName(self._subset_name())
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name)),
                "W": pdfdoc.PDFArray([0, _numbers([_EM * width for width in self._advances])]),
                "CIDToGIDMap": document.Reference(
                    _stream(struct.pack(f">{len(self._glyphs)}H", *self._glyphs))
                ),
            }
        )
        return document.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": name,
                    "Encoding": "/Identity-H",
                    "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                    "ToUnicode": document.Reference(_stream(self._to_unicode())),
                }
            )
        )

    def _descriptor(self, document: pdfdoc.PDFDocument, name: str) -> pdfdoc.PDFDictionary:
        em = _EM / self._face.upem
        head = self._face.reference_table("head").data
        box = struct.unpack(">4h", head[36:44])
        angle = struct.unpack(">l", self._face.reference_table("post").data[4:8])[0] / 65536
        program = self._program()
        stream = _stream(program)
        stream.dictionary["Length1"] = len(program)
        measured = self._measured
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": _NONSYMBOLIC | (_SERIF if self._serif else 0) | (_ITALIC if angle else 0),
                "FontBBox": _numbers([edge * em for edge in box]),
                "ItalicAngle": _number(angle),
                "Ascent": _number(_EM * measured.ascent),
                "Descent": _number(-_EM * measured.descent),
                "CapHeight": _number(_EM * measured.cap_height),
                "StemV": 80,
                "FontFile2": document.Reference(stream),
            }
        )

    def _program(self) -> bytes:
        """Return the face with the outlines of the used glyphs alone, their numbers kept."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(set(self._glyphs))
        wanted.drop_table_tag_set.update({_tag(table) for table in _NEEDLESS})
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        return bytes(hb.subset(self._face, wanted).blob.data)

    def _subset_name(self) -> str:
        """Return the PostScript name behind six capitals that stand for the characters used."""
        name = (
            self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self._measured.path.stem
        )
        digest = hashlib.sha256("".join(self._texts).encode("utf-8", "surrogatepass")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6]) + "+" + name

    def _to_unicode(self) -> bytes:
        pairs = [
            f"<{code:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
            for code, text in enumerate(self._texts)
            if text
        ]
        blocks = [pairs[i : i + _CODES_A_BLOCK] for i in range(0, len(pairs), _CODES_A_BLOCK)]
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin",
                "12 dict begin",
                "begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                "/CMapName /Adobe-Identity-UCS def",
                "/CMapType 2 def",
                "1 begincodespacerange",
                "<0000> <FFFF>",
                "endcodespacerange",
                *(
                    line
                    for block in blocks
                    for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
                ),
                "endcmap",
                "CMapName currentdict /CMap defineresource pop",
                "end",
                "end",
            ]
        ).encode("ascii")


class _Codes(dict[str, str]):
    """The code of each character met."""

    __slots__ = ("font",)

    def __init__(self, font: EmbeddedFont) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, character: str) -> str:
        code = self[character] = self.font.code(character)
        return code


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _number(value: float) -> int | float:
    """Return `value` to a tenth, as an integer where it is one: PDF knows no exponents."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _numbers(values: list[float]) -> pdfdoc.PDFArray:
    return pdfdoc.PDFArrayCompact([_number(value) for value in values])


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
