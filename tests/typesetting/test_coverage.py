from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.typesetting import Font, Run

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


def test_what_the_voice_lacks_is_set_in_the_next_family_that_has_it(typesetter):
    parts = typesetter.covered(Run("мир — да", Font("serif", 12)))
    assert [(part.text, part.font.fallback > 0) for part in parts] == [
        ("мир ", True),
        ("— ", False),
        ("да", True),
    ]


def test_missing_names_each_character_that_no_face_has_once(typesetter):
    assert typesetter.missing("a語b語👍 Ж\u00a0\u202f\u2060\n", "serif") == ("語", "👍")
    assert typesetter.missing("“Plain” – text…", "sans") == ()
