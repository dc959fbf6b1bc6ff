import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.evidence.tokens import folded, tokenize, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We stay,” she said", '"We stay," she said'),
        ("‘Wir bleiben’", "„Wir bleiben“"),
        ("work – neither", "work--neither"),
        ("1939–45", "1939-45"),
        ("a\u00a0long\u2009 way", "a long way"),
        ("don’t", "don't"),
        ("caf\u00e9", "cafe\u0301"),
        ("ﬁve", "five"),
        ("co\u00adoperate", "cooperate"),
        ("wait ... here", "wait… here"),
    ],
)
def test_writings_of_the_same_words_fold_alike(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we stay", "we stayed"),
        ("7,000", "7,00"),
        ("we stay.", "we stay!"),
        ("can", "can't"),
        ("resume", "résumé"),
        ("co-operate", "cooperate"),
        ("40¹ ships", "401 ships"),
    ],
)
def test_other_words_do_not(one, other):
    assert folded(one) != folded(other)


def test_a_word_keeps_its_combining_marks():
    assert [token.folded for token in tokenize("हिन्दी में")] == ["हिन्दी", "में"]


@given(st.text())
def test_every_letter_and_digit_lies_in_exactly_one_token(text):
    shown = visible(text)
    covered = [at for token in tokenize(shown) for at in range(token.start, token.end)]
    assert len(covered) == len(set(covered))
    missed = set(range(len(shown))) - set(covered)
    assert not any(shown[at].isalnum() for at in missed)
