"""Small fonts for tests: every character a bar of the same width."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

EM = 1000


def made(
    family: str,
    characters: str,
    *,
    weight: int = 400,
    italic: bool = False,
    advance: int = 600,
    cff: bool = False,
    usage: int = 0,
) -> TTFont:
    """Return a font of `family` that has `characters`; `usage` is its OS/2 fsType."""
    names = [".notdef", *(f"u{ord(character):05X}" for character in sorted(set(characters)))]
    build = FontBuilder(EM, isTTF=not cff)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({int(name[1:], 16): name for name in names[1:]})
    if cff:
        build.setupCFF(family.replace(" ", ""), {}, {n: _charstring(advance) for n in names}, {})
    else:
        build.setupGlyf({name: _outline() for name in names})
    build.setupHorizontalMetrics(dict.fromkeys(names, (advance, 50)))
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": family, "styleName": "Regular"})
    build.setupOS2(
        usWeightClass=weight, fsSelection=1 if italic else 64, fsType=usage, sTypoAscender=800,
        sTypoDescender=-200, usWinAscent=900, usWinDescent=250,
    )  # fmt: skip
    build.setupPost()
    return build.font


def collection(path: Path, *fonts: TTFont) -> None:
    """Write `fonts` as one collection."""
    together = TTCollection()
    together.fonts = list(fonts)
    together.save(path)


def _draw(pen) -> None:
    pen.moveTo((50, 0))
    for point in ((50, 700), (150, 700), (150, 0)):
        pen.lineTo(point)
    pen.closePath()


def _outline():
    pen = TTGlyphPen(None)
    _draw(pen)
    return pen.glyph()


def _charstring(advance: int):
    pen = T2CharStringPen(advance, None)
    _draw(pen)
    return pen.getCharString()
