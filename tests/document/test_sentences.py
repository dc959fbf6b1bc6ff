"""Sentences are cut where they end, quotations pulled whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import Witness, content, shown

from deckmaker.document.sentences import cut, first_sentence
from deckmaker.richtext import Span, parse, plain


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("One? Two.", "One?"),
        ("Only one", "Only one"),
        ("The U.S. Army left. Two.", "The U.S. Army left."),
        ("Mr. Reyne and J. Smith met. Two.", "Mr. Reyne and J. Smith met."),
        ("It cost 3.2 million. Two.", "It cost 3.2 million."),
        ("See e.g. No. 5 there. Two.", "See e.g. No. 5 there."),
        ("He said “go.” Then he left.", "He said “go.”"),
        ("(One.) Two.", "(One.)"),
        ("one. two", "one. two"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    head, tail = first_sentence((Span(text),))
    assert plain(head) == first
    assert plain(head) + (" " if tail else "") + plain(tail) == text


def test_a_sentence_does_not_end_inside_a_quotation() -> None:
    block = "text: 'She said \"We go. We stay.\" Then she left.'"
    paragraph = content(block).paragraphs[0]
    assert shown(paragraph.short) == "She said «“We go. We stay.”»"
    assert shown(paragraph.full) == "Then she left."


def test_citations_stay_with_the_sentence_that_they_follow() -> None:
    paragraph = content("text: 'One. @3 Two. @4'").paragraphs[0]
    assert (shown(paragraph.short), shown(paragraph.full)) == ("One.[3]", "Two.[4]")


@given(st.text(max_size=40), st.integers(0, 45))
def test_a_cut_loses_nothing_but_the_space_between(text: str, at: int) -> None:
    spans = parse(text)
    head, tail = cut(spans, at)
    shown_ = plain(spans)
    assert plain(head) == shown_[:at]
    assert plain(tail) == shown_[at:].lstrip()


@pytest.mark.parametrize(
    ("full", "pulled"),
    [
        ('He "would never go," he said.', "«“would never go”»"),
        ('He said "I would never go."', "«“I would never go”»"),
        ('He said "I would never go!"', "«“I would never go!”»"),
        ('He said "would I ever go?"', "«“would I ever go?”»"),
        ('He said "I would never go ..."', "«“I would never go …”»"),
        ('He said "we live in the U.S."', "«“we live in the U.S.”»"),
        ('He said "he never said “no”."', "«“he never said “no””»"),
        ('He said "I would **never go.**"', "«“I would never go”»"),
        ('He said "I go. I stay; so."', "«“I go. I stay; so”»"),
        ("Er sagte: „Ich gehe nie.“ Nie.", "«„Ich gehe nie“»"),
        ('A "word" and "two words" and "here are three".', "«“here are three”»"),
        ('"one two three" and "four five six"', "«“one two three”»"),
        ('He said "' + "w " * 12 + 'w".', ""),
        ('He said "' + "w " * 11 + 'w".', "«“" + "w " * 11 + "w”»"),
        ("Nobody is quoted.", ""),
    ],
)
def test_a_short_quotation_is_pulled_whole(full: str, pulled: str) -> None:
    point = content(f"points:\n  - Short: '{full}'").points[0]
    assert shown(point.pulled) == pulled


def test_a_pulled_quotation_brings_its_citation() -> None:
    witness = Witness({"would never go": 4, "and never did": 4})
    text = 'He "would never go" and "and never did".'
    point = content(f"points:\n  - Short: '{text}'", evidence=witness).points[0]
    assert shown(point.full).endswith("«“and never did”».[4]")
    assert shown(point.pulled) == "«“would never go”»[4]"
