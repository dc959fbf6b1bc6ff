"""Embedded faces: what is drawn can be copied out as it was typed, and little else is carried."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from deckmaker.document import Point, PointList
from deckmaker.memo import render
from deckmaker.richtext import Span
from documents import document, section
from memo.reading import opened, read


def descendants(pdf) -> list[pikepdf.Dictionary]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/CIDFontType2"
    ]


def glyphs(font: pikepdf.Dictionary) -> list[int]:
    """Return the glyph of each code of a font."""
    codes = font.CIDToGIDMap.read_bytes()
    return [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]


def codes_of(pdf, name: str) -> dict[str, int]:
    """Return the code of each character of the font whose name holds `name`."""
    (font,) = (
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary)
        and each.get("/Subtype") == "/Type0"
        and name in str(each.BaseFont)
    )
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes().decode())
    return {bytes.fromhex(text).decode("utf-16-be"): int(code, 16) for code, text in pairs}


def memo_of(words: str, brand) -> bytes:
    contents = PointList((Point((), (Span(words),)),))
    return render(document(section(1, contents, title="Title")), brand)


@pytest.mark.parametrize(
    "words",
    [
        "Fußgänger–Übergänge, “quoted” … € 12\u00a0%",
        "Привет, Ελλάδα, Žluťoučký",
        "½ ² × −4",
    ],
)
def test_text_is_copied_out_as_typed(brand, words):
    found = "".join(read(memo_of(words, brand)).pages[0].split())
    assert "".join(words.split()) in found


def test_a_no_break_space_is_copied_as_one(brand):
    data = memo_of("12\u00a0miles", brand)
    with opened(data) as pdf:
        maps = b"".join(
            each.ToUnicode.read_bytes()
            for each in pdf.objects
            if hasattr(each, "get") and each.get("/Subtype") == "/Type0"
        )
    assert b"<00A0>" in maps
    assert b"<0020>" in maps


def test_characters_beyond_the_basic_plane_have_surrogates_in_their_map(brand):
    with opened(memo_of("a 😀 b", brand)) as pdf:
        maps = b"".join(
            each.ToUnicode.read_bytes()
            for each in pdf.objects
            if hasattr(each, "get") and each.get("/Subtype") == "/Type0"
        )
    assert b"<D83DDE00>" in maps


def test_what_never_shows_is_not_drawn(brand):
    found = read(memo_of("soft\u00adhyphen zero\u200bwidth", brand)).pages[0]
    assert "softhyphen" in found
    assert "zerowidth" in found


def test_only_used_glyphs_are_carried(brand):
    with opened(memo_of("a few words", brand)) as pdf:
        programs = [
            len(each.FontFile2.read_bytes())
            for each in pdf.objects
            if hasattr(each, "get") and each.get("/Type") == "/FontDescriptor"
        ]
    assert programs
    assert max(programs) < 40_000


def test_figures_are_lining_ones_and_copied_out_as_typed(brand):
    data = memo_of("0123456789", brand)
    assert "0123456789" in read(data).pages[0]
    with opened(data) as pdf:
        serif = next(each for each in descendants(pdf) if "Gelasio-Regular" in str(each.BaseFont))
        program = TTFont(io.BytesIO(serif.FontDescriptor.FontFile2.read_bytes()))
        outlines = [program["glyf"][program.getGlyphName(glyph)] for glyph in glyphs(serif)]
        codes = codes_of(pdf, "Gelasio-Regular")
    tall = {outlines[codes[figure]].yMax for figure in "0123456789"}
    assert max(tall) - min(tall) < 0.1 * program["head"].unitsPerEm


def test_widths_are_those_of_the_embedded_outlines(brand):
    with opened(memo_of("Words, 0123456789", brand)) as pdf:
        for font in descendants(pdf):
            program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
            em = program["head"].unitsPerEm
            _, widths = font.W
            for width, glyph in zip(widths, glyphs(font), strict=True):
                advance, _ = program["hmtx"][program.getGlyphName(glyph)]
                assert float(width) == pytest.approx(1000 * advance / em, abs=0.1)
