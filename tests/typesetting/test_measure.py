import math

import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.typesetting import Font

FONTS = st.builds(
    Font,
    st.sampled_from(["serif", "sans"]),
    st.sampled_from([8.5, 10, 10.5, 11, 14, 16, 18, 22, 28, 80]),
    st.booleans(),
    st.booleans(),
)
TEXTS = st.text("abcdefgijklmnortuvwyzAVWTYéöß0123456789 ,.;:’“”–—-()Жя\u00a0", max_size=60)
CYRILLIC = str.maketrans("", "", "Жя")
"""What the serif voice takes from another face, with the spaces around it."""


def shaped_width(face, text, size):
    """The width that HarfBuzz gives the whole text at once."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(p.x_advance for p in buffer.glyph_positions or ()) * size / face.units_per_em


@given(text=TEXTS, font=FONTS)
def test_drawn_width_is_that_of_the_words_as_they_are_shaped(typesetter, text, font):
    shaper = typesetter.shaper(font)
    text = "".join(filter(typesetter.face(font).has, text))
    expected = math.fsum(shaper.width(word) for word in text.split(" "))
    expected += text.count(" ") * shaper.width(" ")
    assert math.isclose(typesetter.width(text, font), expected * font.size, abs_tol=1e-6)


@given(text=TEXTS, font=FONTS)
def test_safe_width_bounds_every_way_of_setting_a_text(typesetter, text, font):
    face = typesetter.face(font)
    text = "".join(filter(face.has, text))
    advances = [face.advance(c) * font.size for c in text]
    safe = typesetter.safe_width(text, font)
    assert safe >= 1.009 * sum(advances)
    assert safe >= sum(math.floor(a * 8 + 0.5) / 8 for a in advances)
    assert safe >= shaped_width(face, text, font.size)


@given(before=TEXTS, after=TEXTS, font=FONTS)
def test_safe_widths_add_up_at_spaces(typesetter, before, after, font):
    before, after = (text.translate(CYRILLIC) for text in (before, after))
    parts = sum(typesetter.safe_width(text, font) for text in (before, " ", after))
    assert math.isclose(typesetter.safe_width(f"{before} {after}", font), parts, abs_tol=1e-6)


def test_tracking_follows_every_character(typesetter):
    plain, tracked = Font("sans", 9), Font("sans", 9, tracking=0.8)
    for width in (typesetter.width, typesetter.safe_width):
        assert math.isclose(width("WHO THINKS", tracked) - width("WHO THINKS", plain), 8.0)


def test_safe_width_wastes_little_on_english(typesetter):
    text = "Moscow sets conditions, Trump defers to the leaders, Kyiv rules out ceding land"
    for font in (Font("serif", 28), Font("sans", 16), Font("sans", 18, bold=True)):
        assert typesetter.safe_width(text, font) < 1.03 * typesetter.width(text, font)


def test_a_narrow_space_that_only_the_twin_has_is_given_more_room(typesetter):
    font = Font("serif", 20)
    assert typesetter.safe_width("5\u202f%", font) > typesetter.width("5%", font) + 0.24 * 20
