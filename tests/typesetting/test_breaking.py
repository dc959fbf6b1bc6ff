import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import LineBreaker

from deckmaker.typesetting.breaking import boxes, graphemes

MIXED = st.text(
    st.one_of(
        st.sampled_from(
            "abcdeXYZ12390 -–—/.,;:!?…()[]«»“”‘’'\"%&=_#@\u00a0\u202f\u2060\u200b\u2011"
        ),
        st.sampled_from("日本語、。「」カタ한국어ไทยмирשלום"),
        st.sampled_from(" "),
        st.characters(exclude_characters="\n\r\v\f\x85\u2028\u2029", exclude_categories=["Cs"]),
    ),
    max_size=60,
)


def places(pieces):
    """The offsets between pieces."""
    found, at = set(), 0
    for piece in pieces[:-1]:
        at += len(piece)
        found.add(at)
    return found


@given(MIXED)
def test_boxes_hold_the_whole_text(text):
    for reading in ("narrow", "wide"):
        assert "".join(boxes(text, reading)) == text
        assert all(boxes(text, reading)) or not text


@given(MIXED)
def test_every_place_of_the_narrow_reading_is_in_the_wide_one(text):
    assert places(boxes(text, "narrow")) <= places(boxes(text, "wide"))


@given(st.text("abcXYZ019éßĀ '’‘“”\".,;:()!?…-–", max_size=40))
def test_words_are_recognised_without_asking_icu_where_icu_would_say_the_same(text):
    assert places(boxes(text, "wide")) <= places(list(LineBreaker(text, "en")))


@given(MIXED)
def test_no_line_ends_at_a_no_break_space_or_word_joiner(text):
    for reading in ("narrow", "wide"):
        for place in places(boxes(text, reading)):
            if text[place - 1] != " ":
                assert text[place - 1] not in "\u00a0\u202f\u2060\u2011"
            assert text[place] not in " \u2060"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one ", "two"]),
        ("one  two ", ["one  ", "two "]),
        (" lead", [" ", "lead"]),
        ("  ", ["  "]),
        ("non-committal reply", ["non-", "committal ", "reply"]),
        ("2019–2020", ["2019–", "2020"]),
        ("leaders—and", ["leaders—", "and"]),
        ("minus -5 °C", ["minus ", "-5 ", "°C"]),
        ("10\u00a0000 men", ["10\u00a0000 ", "men"]),
        ("Mot ! dit", ["Mot ! ", "dit"]),
        ("https://a.org/b?c", ["https://a.org/b?c"]),
        ("“quoted” (so)", ["“quoted” ", "(so)"]),
        ("日本語", ["日", "本", "語"]),
        ("言う。次", ["言", "う。", "次"]),
        ("한국어 말", ["한국어 ", "말"]),
    ],
)
def test_narrow_reading(text, expected):
    assert list(boxes(text, "narrow")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.org/b/c", ["https://", "a.org/", "b/", "c"]),
        ("leaders—and", ["leaders—", "and"]),
        ("and/or", ["and/", "or"]),
        ("24/7", ["24/7"]),
        ("한국어", ["한", "국", "어"]),
    ],
)
def test_wide_reading(text, expected):
    assert list(boxes(text, "wide")) == expected


def test_graphemes_keep_marks_with_their_letters():
    assert graphemes("ab") == ["a", "b"]
    assert graphemes("e\u0301a👩\u200d👩\u200d👧") == ["e\u0301", "a", "👩\u200d👩\u200d👧"]
