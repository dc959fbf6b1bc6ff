from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.typesetting import Font, Run
from deckmaker.typesetting.fitting import TOLERANCE, Row, even, first_fit
from deckmaker.typesetting.judging import evenness, raggedness

TITLE = Font("serif", 28)
BODY = Font("sans", 10.5)
VOCABULARY = "a of the in Moscow Kyiv leaders, land conditions preparation Trump defers rules; out"
WORDS = VOCABULARY.split()
PROSE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


def texts(lines):
    return [line.text for line in lines]


@given(PROSE, st.integers(150, 900))
def test_balanced_makes_no_more_lines_than_first_fit(typesetter, text, width):
    run = [Run(text, TITLE)]
    assert len(typesetter.balanced(run, width)) == len(typesetter.lines(run, width))


@given(PROSE, st.integers(80, 400))
def test_optimal_makes_no_more_lines_than_first_fit(typesetter, text, width):
    run = [Run(text, BODY)]
    first = typesetter.lines(run, width, measure="drawn")
    best = typesetter.optimal(run, width)
    assert len(best) <= len(first)


@given(PROSE, st.integers(150, 400))
def test_optimal_is_no_more_ragged_than_first_fit(typesetter, text, width):
    run = [Run(text, BODY)]

    def ragged(lines):
        return sum((width - line.width) ** 2 for line in lines[:-1])

    def lonely(lines):
        return len(lines) > 1 and (" " not in lines[-1].text or lines[-1].width < width / 4)

    first = typesetter.lines(run, width, measure="drawn")
    best = typesetter.optimal(run, width)
    assert ragged(best) <= ragged(first) + 1e-6 or lonely(first)


@given(
    st.lists(st.tuples(st.integers(1, 40), st.sampled_from(WORDS)), min_size=1, max_size=9),
    st.integers(40, 90),
    st.sampled_from([evenness, raggedness]),
    st.sampled_from([0.0, 15.0, -15.0]),
)
def test_no_other_lines_of_that_number_cost_less(boxes, width, judge, indent):
    ends = [sum(size + 2 for size, _ in boxes[: n + 1]) for n in range(len(boxes))]
    row = Row([word + " " for _, word in boxes], ends, [2.0] * len(boxes), 42.0)
    latest = first_fit(row, width, indent)
    cost = judge(row, len(latest))

    def total(breaks):
        spent, first = 0.0, 0
        for line, behind in enumerate(breaks):
            measure = width - (0 if line else indent)
            ink = row.ink(first, behind)
            if ink > measure + TOLERANCE and behind > first + 1:
                return float("inf")
            spent += cost(ink, measure, line, first, behind)
            first = behind
        return spent

    cheapest = min(
        total([*inner, len(boxes)]) for inner in combinations(range(1, len(boxes)), len(latest) - 1)
    )
    assert total(even(row, width, indent, latest, cost)) == pytest.approx(cheapest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moscow sets conditions, Trump defers to the leaders, Kyiv rules out ceding land",
            ["Moscow sets conditions, Trump defers", "to the leaders, Kyiv rules out ceding land"],
        ),
        (
            "What happened at the White House on Monday, and what it did not settle at all",
            ["What happened at the White House on Monday,", "and what it did not settle at all"],
        ),
    ],
)
def test_titles_break_where_the_sense_allows(typesetter, text, expected):
    assert texts(typesetter.balanced([Run(text, TITLE)], 752)) == expected


def test_no_title_line_ends_on_an_article(typesetter):
    text = "Envoys prepare for the long road towards the first of many difficult meetings ahead"
    first, _ = texts(typesetter.balanced([Run(text, TITLE)], 752))
    assert first.split()[-1] not in {"the", "of", "for", "towards"}


def test_a_title_that_fits_stays_on_one_line(typesetter):
    assert texts(typesetter.balanced([Run("The story so far", TITLE)], 752)) == ["The story so far"]


def test_no_single_word_stands_on_the_last_line_of_running_text(typesetter):
    text = "The reply from Moscow was cautious and the talks need time to be prepared properly."
    run = [Run(text, BODY)]
    width = typesetter.width(text[: text.rindex(" ")], BODY) / 2 + 12
    assert " " not in texts(typesetter.lines(run, width, measure="drawn"))[-1]
    assert " " in texts(typesetter.optimal(run, width))[-1]
