"""What holds for lines of any script, with the fonts of the machine."""

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.lettering.choice import choose
from deckmaker.lettering.machine import this_machine
from deckmaker.lettering.scripts import script_of
from deckmaker.locales import ENGLISH
from deckmaker.typesetting import Font, Run, Typesetter
from deckmaker.typesetting.breaking import graphemes
from deckmaker.typesetting.measure import SAFETY

WORDS = [
    word
    for words in (
        "bridge non-committal https://a.example/b-c/d?e=f мост міст, γέφυρα الجسر، ١٢٫٥",
        "הגשר תל־אביב",
        "पुल। क्ष्मा क्रिया สะพาน การประชุม ຂົວ ស្ពាន တံတား 桥，「年」。 橋（桥）",
        "コーヒー、ちょっと 다리를",
        "পুল பாலம் පාලම ශ්‍රී ხიდი կամուրջ ድልድይ། ཟམ་པ་ 👍🏽 👩‍👩‍👧 🇩🇪 1️⃣ ☎️ e\u0301te\u0301 x\u0302",
        "50% ¥100",
        "10\u00a0000 5\u202f% a\u2060b re\u00adply « » — – … \u200f ( ) “ ” 7.5",
    )
    for word in words.split(" ")
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", "", "  ", "/", "-"])), max_size=16
).map(lambda pairs: "".join(word + joint for word, joint in pairs))
FONTS = st.builds(
    Font, st.sampled_from(["serif", "sans"]), st.sampled_from([9, 10.5, 16, 28]), st.booleans()
)
RUNS = st.lists(st.builds(Run, TEXTS, FONTS, st.integers(0, 2)), max_size=3)
WIDTHS = st.floats(70, 700)
INDENTS = st.sampled_from([0.0, 12.0, -12.0])


@pytest.fixture(scope="module")
def setter(brand):
    own = Typesetter(brand)
    needed = {}
    for cluster in {c for word in WORDS for c in graphemes(word)}:
        if not own.covers(cluster):
            needed.setdefault(script_of(cluster, ENGLISH), set()).add(cluster)
    chosen = choose(needed, "Latn", this_machine())
    setter = Typesetter(
        replace(brand, fallbacks={v: brand.fallbacks[v] + chosen[v] for v in chosen})
    )
    missing = [c for clusters in needed.values() for c in clusters if not setter.covers(c)]
    if missing:
        pytest.skip(f"no font on this machine has {missing[0]}")
    return setter


def joined(runs):
    return "".join(run.text for run in runs)


@given(RUNS, WIDTHS, INDENTS)
def test_no_character_is_lost_or_moved(setter, runs, width, indent):
    text, end = joined(runs), 0
    for line in setter.lines(runs, width, indent=indent):
        assert text[end : line.start].strip(" ") == ""
        assert text[line.start : line.end] == line.text
        end = line.end
    assert text[end:].strip(" ") == ""


@given(RUNS, WIDTHS, INDENTS)
def test_no_line_is_wider_than_its_measure(setter, runs, width, indent):
    for number, line in enumerate(setter.lines(runs, width, indent=indent)):
        room = width - (0 if number else indent)
        alone = len(graphemes(line.text)) == 1
        assert line.width <= room + 1e-5 or alone
        asked = sum(setter.safe_width(run.text, run.font) for run in line.runs)
        assert asked <= room * (1 + SAFETY) / 2 + 1e-5 or alone


@given(RUNS, WIDTHS, INDENTS)
def test_lines_are_counted_without_making_them(setter, runs, width, indent):
    assert setter.line_count(runs, width, indent=indent) == len(
        setter.lines(runs, width, indent=indent)
    )


@given(RUNS, WIDTHS, st.floats(1, 300))
def test_a_wider_box_takes_no_more_lines(setter, runs, width, more):
    assert setter.line_count(runs, width + more) <= setter.line_count(runs, width)


@given(TEXTS, FONTS)
def test_each_run_of_a_line_is_covered_by_its_family(setter, text, font):
    for line in setter.lines([Run(text, font)], 200):
        for run in line.runs:
            face = setter.face(run.font)
            assert all(map(face.has, normalize("NFC", run.text)))


@given(TEXTS, FONTS)
def test_the_safe_width_is_at_least_the_drawn_one(setter, text, font):
    assert setter.safe_width(text, font) >= setter.width(text, font) - 1e-6


@given(RUNS, WIDTHS)
def test_titles_hold_all_of_their_text_too(setter, runs, width):
    lines = setter.balanced(runs, width)
    assert "".join(line.text for line in lines).replace(" ", "") == joined(runs).replace(" ", "")
