"""Embedded faces: what is drawn can be copied out as it was typed, and little else is carried."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

from deckmaker.document import Point, PointList
from deckmaker.lettering.machine import this_machine
from deckmaker.memo import render
from deckmaker.memo.fonts import EmbeddedFont
from deckmaker.richtext import Span
from deckmaker.typesetting import Font, Run
from documents import document, section
from memo.reading import opened, read
from scripted import LANGUAGES, WORDS, brand_for, typesetter_for


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


def composites(pdf) -> list[pikepdf.Dictionary]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Type0"
    ]


def shown_codes(pdf) -> set[int]:
    """Return the codes that any page shows."""
    found: set[int] = set()
    for page in pdf.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        found.update(
                            int.from_bytes(codes[at : at + 2], "big")
                            for at in range(0, len(codes), 2)
                        )
    return found


def languages(*langs: str):
    return pytest.mark.parametrize("lang", langs)


def memo_in(lang: str, more: str = "") -> bytes:
    contents = PointList((Point((), (Span(f"{WORDS[lang]} {more}"),)),))
    return render(document(section(1, contents, title="1"), lang=lang), brand_for(lang))


@languages(*LANGUAGES)
def test_every_face_is_embedded_and_every_code_shows_a_glyph(lang):
    with opened(memo_in(lang)) as pdf:
        assert len(composites(pdf)) >= 2
        for font in composites(pdf):
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert b"<0000>" not in font.ToUnicode.read_bytes().split(b"endcodespacerange")[1]
        assert 0 not in shown_codes(pdf)


@languages("zh-Hans", "ja", "ko")
def test_postscript_outlines_are_embedded_with_the_widths_that_they_have(lang):
    with opened(memo_in(lang)) as pdf:
        fonts = [
            font for font in composites(pdf) if font.DescendantFonts[0].Subtype == "/CIDFontType0"
        ]
        assert fonts
        for font in fonts:
            (descendant,) = font.DescendantFonts
            program = descendant.FontDescriptor.FontFile3
            assert program.Subtype == "/CIDFontType0C"
            cff = CFFFontSet()
            cff.decompile(io.BytesIO(program.read_bytes()), None)
            top = cff[0]
            _, widths = descendant.W
            mapped = re.findall(rb"<([0-9A-F]{4})> (\d+)", font.Encoding.read_bytes())
            assert mapped
            for _, glyph in mapped[1:]:
                name = f"cid{int(glyph):05d}"
                charstring = top.CharStrings[name]
                charstring.draw(NullPen())
                assert float(widths[int(glyph)]) == pytest.approx(charstring.width, abs=0.1)


def test_a_memo_in_chinese_is_small(brand):
    text = "".join(chr(0x4E00 + 7 * at) for at in range(800))
    data = memo_in("zh-Hans", text)
    assert len(data) < 500_000


def test_words_move_on_by_the_width_that_was_measured():
    for lang in LANGUAGES:
        setter = typesetter_for(lang)
        for word in WORDS[lang].split():
            for run in setter.covered(Run(word, Font("serif", 10))):
                shaper = setter.shaper(run.font)
                font = EmbeddedFont(setter.face(run.font), shaper, "F1", serif=True)
                for rtl in (False, True):
                    shown = font.shown(run.text, rtl=rtl, tracking=0.0)
                    _, width = shaper.glyphs(run.text, rtl=rtl)
                    assert shown.width == pytest.approx(width, abs=0.001)


def test_each_emoji_is_one_picture_however_often_it_stands(tmp_path):
    emoji = this_machine().family("Noto Color Emoji")
    brand = replace(brand_for("en"), fallbacks={"serif": (emoji,), "sans": (emoji,)})
    data = memo_of("one 😀 two 😀 three 👩‍🚀", brand)
    with opened(data) as pdf:
        pictures = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        assert len([each for each in pictures if "/SMask" in each]) == 2
    assert "one 😀 two 😀 three 👩‍🚀" in read(data).pages[0]


@pytest.mark.render
@languages(*LANGUAGES)
def test_poppler_and_qpdf_find_nothing_wrong(lang, tmp_path):
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo_in(lang))
    subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)
    listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    assert listed.stderr == ""
    for line in listed.stdout.splitlines()[2:]:
        assert " yes yes yes " in line
    drawn = subprocess.run(["pdftoppm", "-r", "20", path, tmp_path / "p"], capture_output=True)
    assert drawn.stderr == b""
