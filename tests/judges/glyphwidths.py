"""Are the glyphs of a PDF as wide as the file says? An own look into its fonts, by fontTools.

Of PostScript fonts with several dictionaries (as Noto's Chinese have them) the one that FDSelect
names for a glyph says how its width is written: a validator that takes another misreads it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont

from judges.contents import read_page
from judges.fontcodes import glyphs_of, widths_of

_TOLERANCE = 1.0
"""Thousandths of an em by which /W may differ from the font."""
_EM = 1000


def agree(data: bytes) -> bool:
    """Tell whether every glyph that a PDF shows is as wide in its font as in /W."""
    return not list(differences(data))


def differences(data: bytes) -> Iterator[str]:
    """Yield what the widths of a PDF's fonts differ in, of all codes that its pages show."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown: dict[tuple[int, int], set[int]] = {}
        fonts: dict[tuple[int, int], pikepdf.Object] = {}
        for number, page in enumerate(pdf.pages):
            for name, codes in read_page(page, number).codes.items():
                font = page.resources.Font[name]
                fonts[font.objgen] = font
                shown.setdefault(font.objgen, set()).update(codes)
        for key, font in fonts.items():
            yield from _differences(font, shown[key])


def _differences(font: pikepdf.Object, codes: set[int]) -> Iterator[str]:
    descendant = font.DescendantFonts[0]
    described = descendant.FontDescriptor
    listed, other = widths_of(descendant)
    to_cid = glyphs_of(font)
    cids = {to_cid.get(code, code) for code in codes}
    if "/FontFile3" in described:
        actual = postscript_widths(described.FontFile3.read_bytes(), cids)
    else:
        actual = _truetype_widths(descendant, cids)
    for cid in sorted(cids):
        stated = listed.get(cid, other)
        if abs(stated - actual[cid]) > _TOLERANCE:
            yield f"{font.BaseFont}: CID {cid} is {actual[cid]:.1f} wide, by /W {stated:.1f}"


def postscript_widths(program: bytes, cids: set[int]) -> dict[int, float]:
    """Return the widths of glyphs of a bare CFF font, by the dictionaries that FDSelect names."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    top = fonts[0]
    scale = _EM * (top.FontMatrix[0] if hasattr(top, "FontMatrix") else 0.001)
    names = top.charset
    by_cid = {int(name[3:]) if name.startswith("cid") else 0: name for name in names}
    found = {}
    for cid in cids:
        outline, _ = top.CharStrings.getItemAndSelector(by_cid[cid])
        private = outline.private
        reader = T2WidthExtractor(
            getattr(private, "Subrs", []),
            outline.globalSubrs,
            getattr(private, "nominalWidthX", 0),
            getattr(private, "defaultWidthX", 0),
            private,
        )
        reader.execute(outline)
        found[cid] = reader.width * scale
    return found


def _truetype_widths(descendant: pikepdf.Object, cids: set[int]) -> dict[int, float]:
    font = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    advances, order = font["hmtx"], font.getGlyphOrder()
    em = int.from_bytes(font.reader["head"][18:20], "big")
    glyphs = descendant.get("/CIDToGIDMap")
    places = glyphs.read_bytes() if isinstance(glyphs, pikepdf.Stream) else None
    found = {}
    for cid in cids:
        glyph = cid if places is None else int.from_bytes(places[2 * cid : 2 * cid + 2], "big")
        found[cid] = advances[order[glyph]][0] / em * _EM
    return found
