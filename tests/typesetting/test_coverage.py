from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.brand import FontFamily
from deckmaker.branding import read_brand
from deckmaker.typesetting import Font, Run, Typesetter
from fontmaking import made

TEXTS = st.text("abc , é Жия 語👍e\u0301\u00a0\u2011", max_size=30)


@given(TEXTS, st.sampled_from(["serif", "sans"]))
def test_covered_runs_hold_the_text_in_a_voice_that_has_it(typesetter, text, voice):
    run = Run(text, Font(voice, 12, bold=True), "payload")
    parts = typesetter.covered(run)
    assert "".join(part.text for part in parts) == text
    for part in parts:
        assert part.payload == "payload"
        assert (part.font.size, part.font.bold) == (12, True)
        face = typesetter.face(part.font)
        shown = normalize("NFC", part.text)
        assert all(face.has(c) or c in "\u0301語👍" for c in shown)


def test_a_run_that_its_voice_covers_is_returned_as_it_is(typesetter):
    run = Run("plain text", Font("serif", 12))
    assert typesetter.covered(run) == (run,)


def places(typesetter, text, voice="serif"):
    parts = typesetter.covered(Run(text, Font(voice, 12)))
    return [(part.text, part.font.fallback > 0) for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("мир — да", [("мир — да", True)]),
        ("Say «мир», or (да).", [("Say ", False), ("«мир», ", True), ("or ", False),
                                 ("(да).", True)]),
        ("— мир", [("— мир", True)]),
        ("12,5 % мир", [("12,5 % ", False), ("мир", True)]),
        ("… ?", [("… ?", False)]),
    ],
)  # fmt: skip
def test_marks_and_spaces_go_with_the_word_that_they_belong_to(typesetter, text, expected):
    assert places(typesetter, text) == expected


def test_a_run_that_names_its_family_is_left_in_it(typesetter):
    run = Run("мир and peace", Font("serif", 12, fallback=1))
    assert typesetter.covered(run) == (run,)


def test_a_face_without_the_alphabet_is_asked_for_every_character(tmp_path):
    path = tmp_path / "few.ttf"
    made("Few", "ab").save(path)
    few = FontFamily("Few", path, path, path, path)
    brand = read_brand(None, tmp_path)[0]
    typesetter = Typesetter(replace(brand, serif=few))
    parts = typesetter.covered(Run("abcab", Font("serif", 12)))
    assert [part.text for part in parts] == ["ab", "c", "ab"]


def test_missing_names_each_character_that_no_face_has_once(typesetter):
    assert typesetter.missing("a語b語👍 Ж\u00a0\u202f\u2060\n", "serif") == ("語", "👍")
    assert typesetter.missing("“Plain” – text…", "sans") == ()
