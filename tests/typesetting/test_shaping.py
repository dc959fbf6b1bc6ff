"""Words as HarfBuzz shapes them: what each glyph is read back as, and how far the word reaches."""

from __future__ import annotations

import math
from pathlib import Path
from unicodedata import bidirectional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.lettering.machine import this_machine
from deckmaker.typesetting import Font, Run
from deckmaker.typesetting.faces import INVISIBLE
from deckmaker.typesetting.runs import SOFT_HYPHEN
from deckmaker.typesetting.shaping import BREAK_ALLOWED, HYPHEN, Shaper
from scripted import LANGUAGES, LEFTWARDS, typesetter_for, words

SERIF = Font("serif", 10)


def shaper(lang: str, text: str, font: Font = SERIF) -> Shaper:
    """Return what shapes `text`, the first family that has all of it."""
    setter = typesetter_for(lang)
    (run, *_) = setter.covered(Run(text, font))
    return setter.shaper(run.font)


def _leftwards(word: str) -> bool:
    return not {"R", "AL"}.isdisjoint(map(bidirectional, word))


def read_back(one: Shaper, word: str, *, rtl: bool) -> str:
    """Return what a reader makes of the glyphs of `word`, from its beginning."""
    texts = [glyph.text or "" for glyph in one.glyphs(word, rtl=rtl)[0]]
    return "".join(text[::-1] for text in reversed(texts)) if rtl else "".join(texts)


@given(data=st.data(), lang=st.sampled_from(LANGUAGES))
@settings(deadline=None)  # the fonts of a language are found when it first comes
def test_the_glyphs_of_a_word_spell_it(data, lang):
    word = data.draw(words(lang))
    rtl = _leftwards(word)
    if not rtl or {"EN", "AN", "L"}.isdisjoint(map(bidirectional, word)):
        assert read_back(shaper(lang, word), word, rtl=rtl) == word


@given(data=st.data(), lang=st.sampled_from(LANGUAGES))
@settings(deadline=None)  # the fonts of a language are found when it first comes
def test_a_word_is_as_wide_as_it_is_drawn(data, lang):
    word = data.draw(words(lang))
    one = shaper(lang, word)
    _, width = one.glyphs(word, rtl=_leftwards(word))
    assert math.isclose(one.width(word), width, abs_tol=1e-9)


@given(data=st.data(), lang=st.sampled_from(LANGUAGES))
@settings(deadline=None)  # the fonts of a language are found when it first comes
def test_glyphs_that_bear_text_follow_each_other(data, lang):
    word = data.draw(words(lang))
    for rtl in (False, True):
        glyphs, width = shaper(lang, word).glyphs(word, rtl=rtl)
        places = [glyph.x for glyph in glyphs if glyph.text is not None]
        assert places == sorted(places)
        assert all(-0.5 <= glyph.x <= width + 0.5 for glyph in glyphs)


@pytest.mark.parametrize("lang", ["ar", "he", "th", "hi"])
def test_marks_that_stand_over_letters_bear_no_text(lang):
    word = {"ar": "مُحَمَّدٌ", "he": "שָׁלוֹם", "th": "ที่นี่", "hi": "में"}[lang]
    glyphs, _ = shaper(lang, word).glyphs(word, rtl=lang in LEFTWARDS)
    assert [glyph for glyph in glyphs if glyph.text is None]


def test_letters_that_are_tracked_make_no_ligature():
    one = shaper("en", "office")
    joined, apart = (one.glyphs("office", rtl=False, apart=apart)[0] for apart in (False, True))
    assert "ffi" in [glyph.text for glyph in joined]
    assert [glyph.text for glyph in apart] == list("office")
    assert one.width("office", 0.1) == pytest.approx(
        one.glyphs("office", rtl=False, apart=True)[1] + 0.6
    )


@pytest.mark.parametrize(("lang", "word"), [("ar", "سلام"), ("he", "שלום"), ("hi", "हिन्दी")])
def test_letters_that_join_are_never_tracked(lang, word):
    one = shaper(lang, word)
    assert one.width(word, 0.1) == one.width(word)


def test_pairs_are_kerned():
    one = shaper("en", "AVATAR", Font("sans", 10))
    assert one.width("AVATAR") < sum(one.width(letter) for letter in "AVATAR")


def test_figures_line_up():
    one = shaper("en", "0")
    tops = [one.font.get_glyph_extents(one.letters(c)[0][0]).y_bearing for c in "0123456789"]
    assert max(tops) - min(tops) < 0.05 * one.units_per_em


def test_a_soft_hyphen_shows_at_the_end_alone():
    one = shaper("de", "Donaudampf")
    assert read_back(one, f"Donau{SOFT_HYPHEN}dampf", rtl=False) == "Donaudampf"
    assert read_back(one, f"Donau{SOFT_HYPHEN}", rtl=False) == "Donau-"
    assert one.width(f"Donau{SOFT_HYPHEN}") == one.width("Donau-")


def test_a_hyphen_that_was_typed_may_say_so():
    one = shaper("en", "re-")
    assert read_back(one, f"re{HYPHEN}{BREAK_ALLOWED}", rtl=False) == f"re{HYPHEN}{BREAK_ALLOWED}"
    assert one.width(f"re{HYPHEN}{BREAK_ALLOWED}") == one.width("re-")


@given(st.sampled_from(sorted(INVISIBLE - set("\n\v\f\r\u2028\u2029"))), words("en"))
@settings(deadline=None)
def test_what_never_shows_takes_no_room(invisible, word):
    one = shaper("en", word)
    assert one.width(f"{word}{invisible}{word}") == pytest.approx(2 * one.width(word), abs=0.1)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u2007", "\u2011"])
def test_characters_that_others_stand_in_for_are_read_back_as_typed(space):
    assert read_back(shaper("en", "a"), f"1{space}2", rtl=False) == f"1{space}2"


def test_what_no_glyph_shows_is_a_space_that_bears_it():
    one = typesetter_for("en").shaper(SERIF)
    glyphs, width = one.glyphs("語", rtl=False)
    assert [(glyph.number, glyph.text) for glyph in glyphs] == [(one.space, "語")]
    assert width == one.advance(one.space)


def test_pictures_are_one_em_wide():
    one = Shaper(_emoji())
    assert one.pictures
    assert one.width("😀👩‍🚀") == 2
    assert [g.text for g in one.glyphs("😀👩‍🚀", rtl=False)[0]] == ["😀", "👩‍🚀"]


def _emoji() -> Path:
    family = this_machine().family("Noto Color Emoji")
    assert family is not None
    return family.regular
