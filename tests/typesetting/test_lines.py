import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.typesetting import Font, Line, Run, text_height
from deckmaker.typesetting.measure import SAFETY

VOCABULARY = (
    "a the of Moscow non-committal reply, extensive “preparation” – 2019–2020 10\u00a0000 Kyiv’s "
    "https://example.org/a/long/path?with=query Donaudampfschifffahrtsgesellschaft мир e\u0301té "
    "日本語 and/or —"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
SPACES = st.sampled_from([" ", " ", " ", "  ", ""])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=30).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
FONTS = st.builds(
    Font,
    st.sampled_from(["serif", "sans"]),
    st.sampled_from([9, 10.5, 16, 28]),
    st.booleans(),
    st.booleans(),
)
RUNS = st.lists(st.builds(Run, TEXTS, FONTS, st.integers(0, 3)), max_size=4)
WIDTHS = st.floats(60, 700)
INDENTS = st.sampled_from([0.0, 12.0, -12.0])
MEASURES = st.sampled_from(["drawn", "safe"])
SANS = Font("sans", 12)


def joined(runs):
    return "".join(run.text for run in runs)


def breakers(typesetter):
    yield lambda runs, width, measure, indent: typesetter.lines(
        runs, width, measure=measure, indent=indent
    )
    yield lambda runs, width, measure, indent: typesetter.optimal(
        runs, width, measure=measure, indent=indent
    )
    yield lambda runs, width, measure, indent: typesetter.balanced(runs, width, measure=measure)


KERNED = 0.05
"""Em by which a drawn word may be wider than its parts, where a line might have ended within."""


def drawn(typesetter, line, measure):
    width = typesetter.width if measure == "drawn" else typesetter.safe_width
    return sum(width(run.text, run.font) for run in line.runs)


@given(RUNS, WIDTHS, INDENTS, MEASURES)
def test_no_line_is_wider_than_the_measure(typesetter, runs, width, indent, measure):
    for number, broken in enumerate(breakers(typesetter)):
        for index, line in enumerate(broken(runs, width, measure, indent)):
            room = width - (indent if index == 0 and number < 2 else 0)
            kerned = KERNED * max((run.font.size for run in line.runs), default=0)
            slack = kerned if measure == "drawn" else 1e-5
            assert line.width <= room + slack
            if measure == "safe":  # letters of a token that is cut are not kerned: safety has room
                slack += (SAFETY - 1) / 2 * room
            assert drawn(typesetter, line, measure) <= room + slack


@given(RUNS, WIDTHS, INDENTS, MEASURES)
def test_no_character_is_lost_or_moved(typesetter, runs, width, indent, measure):
    text = joined(runs)
    for broken in breakers(typesetter):
        end = 0
        for line in broken(runs, width, measure, indent):
            assert text[end : line.start].strip(" ") == ""
            assert text[line.start : line.end] in (line.text, line.text.removesuffix("\u00ad"))
            end = line.end
        assert text[end:].strip(" ") == ""


@given(RUNS, WIDTHS, MEASURES)
def test_every_piece_keeps_what_its_run_carried(typesetter, runs, width, measure):
    carried = [(c, r.font.size, r.payload) for r in runs for c in r.text if c not in " \u00ad"]
    for broken in breakers(typesetter):
        found = [
            (c, run.font.size, run.payload)
            for line in broken(runs, width, measure, 0.0)
            for run in line.runs
            for c in run.text
            if c not in " \u00ad"
        ]
        assert found == carried


@given(RUNS, WIDTHS, INDENTS, MEASURES)
def test_lines_are_counted_without_making_them(typesetter, runs, width, indent, measure):
    lines = typesetter.lines(runs, width, measure=measure, indent=indent)
    assert typesetter.line_count(runs, width, measure=measure, indent=indent) == len(lines)


@given(TEXTS, FONTS, WIDTHS, st.lists(st.integers(0, 200), max_size=6))
@example("non-committal reply", SANS, 60.0, [14])
def test_parting_a_run_between_words_changes_no_line(typesetter, text, font, width, cuts):
    text = text.replace("мир", "mir").replace("日本語", "")  # whose spaces go with their family
    borders = {at + 1 for at, letter in enumerate(text) if letter == " "}
    edges = sorted({0, len(text), *borders.intersection(cuts)})
    parts = [Run(text[a:b], font) for a, b in pairwise(edges)]
    whole = typesetter.lines([Run(text, font)], width, measure="drawn")
    parted = typesetter.lines(parts, width, measure="drawn")
    assert [line.text for line in parted] == [line.text for line in whole]
    for one, other in zip(parted, whole, strict=True):
        assert math.isclose(one.width, other.width, abs_tol=1e-6)


@given(RUNS, WIDTHS)
def test_safe_lines_are_never_fewer_than_drawn_ones_at_spaces(typesetter, runs, width):
    safe = typesetter.lines(runs, width)
    assert len(safe) >= math.ceil(
        sum(typesetter.width(run.text.replace(" ", ""), run.font) for run in runs) / width - 1e-6
    )


def test_first_fit_fills_each_line(typesetter):
    lines = typesetter.lines([Run("one two three four five six", SANS)], 60)
    assert [line.text for line in lines] == ["one two", "three four", "five six"]
    assert [(line.start, line.end) for line in lines] == [(0, 7), (8, 18), (19, 27)]


def test_trailing_spaces_take_no_room(typesetter):
    width = typesetter.width("one two", SANS)
    lines = typesetter.lines([Run("one two   three", SANS)], width, measure="drawn")
    assert [line.text for line in lines] == ["one two", "three"]
    assert lines[0].width == pytest.approx(width)


def test_an_empty_paragraph_is_one_empty_line(typesetter):
    assert typesetter.lines([], 100) == (Line((), 0.0, 0, 0),)
    assert typesetter.lines([Run("", SANS)], 100) == (Line((), 0.0, 0, 0),)
    assert typesetter.line_count([], 100) == 1


def test_a_line_feed_is_a_hard_break(typesetter):
    runs = [Run("one\ntw", SANS, 1), Run("o\n\nthree", SANS, 2)]
    lines = typesetter.lines(runs, 100)
    assert [line.text for line in lines] == ["one", "two", "", "three"]
    assert [line.start for line in lines] == [0, 4, 8, 9]
    assert typesetter.line_count(runs, 100) == 4


def test_the_first_line_of_all_is_indented_not_those_behind_hard_breaks(typesetter):
    lines = typesetter.lines([Run("one two\none two", SANS)], 45, indent=20)
    assert [line.text for line in lines] == ["one", "two", "one two"]


def test_an_indent_shortens_the_first_line_alone(typesetter):
    text = "one two three four five six seven eight"
    plain = typesetter.lines([Run(text, SANS)], 100)
    indented = typesetter.lines([Run(text, SANS)], 100, indent=40)
    assert indented[0].width <= 60
    assert len(indented[1].text) > len(indented[0].text)
    assert len(indented[0].text) < len(plain[0].text)


def test_a_token_wider_than_the_measure_starts_anew_and_is_cut(typesetter):
    lines = typesetter.lines([Run("see Donaudampfschifffahrtsgesellschaft now", SANS)], 80)
    assert lines[0].text == "see"
    assert "".join(line.text for line in lines[1:]).startswith("Donaudampfschifffahrtsgesellschaft")
    assert all(line.width <= 80 for line in lines)


def test_graphemes_are_never_cut(typesetter):
    lines = typesetter.lines([Run("e\u0301" * 40, SANS)], 30)
    assert len(lines) > 3
    assert all(line.text.startswith("e") and line.text.endswith("\u0301") for line in lines)


def test_a_long_address_counts_for_the_reading_with_more_lines(typesetter):
    address = "https://example.org/abcdefgh/ijklmnopqrs/tuvwxyzabcd/efghijklmn"
    lines = typesetter.lines([Run(address, SANS)], 90)
    assert len(lines) >= len(typesetter.lines([Run(address, SANS)], 90, measure="drawn"))


def test_pieces_that_the_voice_lacks_change_family(typesetter):
    lines = typesetter.lines([Run("Kyiv, Київ: peace", Font("serif", 12), "p")], 500)
    assert [(run.text, run.font.fallback > 0, run.payload) for run in lines[0].runs] == [
        ("Kyiv, ", False, "p"),
        ("Київ: ", True, "p"),
        ("peace", False, "p"),
    ]


def test_the_height_of_text_grows_with_lines_and_size():
    assert text_height(3, 20) == pytest.approx(72)
    assert text_height(2, 10, spacing=1.5) == pytest.approx(36)
