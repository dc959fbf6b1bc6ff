import pytest
from fontTools.ttLib import TTFont

from deckmaker.typesetting import Font
from deckmaker.typesetting.faces import INVISIBLE, STAND_INS, Face

FONTS = [
    Font(voice, 12, bold, italic)
    for voice in ("serif", "sans")
    for bold in (False, True)
    for italic in (False, True)
]


@pytest.mark.parametrize("font", FONTS, ids=str)
def test_advances_and_heights_are_the_fonts_own(typesetter, font):
    face = typesetter.face(font)
    tables = TTFont(face.path)
    em = tables["head"].unitsPerEm
    metrics = tables["hmtx"].metrics
    cmap = {chr(code): name for code, name in tables.getBestCmap().items()}
    assert face.units_per_em == em
    for character in cmap.keys() - INVISIBLE:
        assert face.advance(character) == metrics[cmap[character]][0] / em
    assert all(map(face.has, cmap))
    beyond = set(map(chr, range(0x20, 0x3000))) - cmap.keys() - INVISIBLE - STAND_INS.keys()
    assert not any(map(face.has, beyond))
    assert face.ascent == tables["hhea"].ascent / em
    assert face.descent == -tables["hhea"].descent / em
    assert 0 < face.x_height < face.cap_height < face.ascent


def test_a_face_is_read_once(typesetter):
    assert typesetter.face(Font("serif", 12)) is typesetter.face(Font("serif", 28, tracking=1))
    assert typesetter.face(Font("serif", 12)) is not typesetter.face(Font("serif", 12, bold=True))


@pytest.mark.parametrize("character", [*"\u00a0\u2010\u2011\u202f\t"], ids=ascii)
@pytest.mark.parametrize("voice", ["serif", "sans"])
def test_spaces_and_hyphens_that_a_face_lacks_have_a_stand_in(typesetter, voice, character):
    face = typesetter.face(Font(voice, 12))
    assert face.has(character)
    assert 0 < face.advance(character) < 0.6


def test_control_characters_take_no_room(typesetter):
    assert typesetter.width("\u2060\u200b\u00ad\ufe0f", Font("sans", 20)) == 0


def test_a_missing_character_is_one_em_wide(typesetter):
    assert not typesetter.face(Font("sans", 10)).has("語")
    assert typesetter.face(Font("sans", 10)).advance("語") == 1


def test_what_is_no_font_is_refused(tmp_path):
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"\x00\x01\x00\x00" + bytes(400))
    with pytest.raises(ValueError, match=r"broken\.ttf is not a font"):
        Face(path)


def test_lining_figures_have_their_own_glyphs_and_widths(brand):
    plain, lining = (Face(brand.serif.regular, lining=each) for each in (False, True))
    assert set(lining.lining) == set("0123456789")
    assert plain.lining == {}
    assert lining.advance("0") != plain.advance("0")
    assert lining.advance("a") == plain.advance("a")


def test_a_face_whose_figures_line_keeps_them(brand):
    assert Face(brand.sans.regular, lining=True).lining == {}
