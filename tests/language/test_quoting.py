"""Where quotations stand in a text, in the marks of many languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.language.quoting import MARKS, quoted_spans


def inner(text: str) -> list[str]:
    return [words for _, _, words in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "we go" and "they stay."', ["we go", "they stay."]),
        ("He said “we go” and “they stay.”", ["we go", "they stay."]),
        ('("we go")', ["we go"]),
        ('a—"we go"—b', ["we go"]),
        ("\"We're, we're 7,000 miles away.\"", ["We're, we're 7,000 miles away."]),
        ("“a “b” c”", ["a “b” c"]),
        ('"a “b” c"', ["a “b” c"]),
        ("the '90s and don't", []),
        ("it’s ‘so’ there", []),
        ('a 6" pipe and 5" nails', []),
        ('“a 5" pipe”', ['a 5" pipe']),
        ('a "mark that is never closed', []),
        ('“ is never closed, and "we go"', ["we go"]),
        ('"7,000 miles"', ["7,000 miles"]),
        ('closed" before it opens', []),
        ('" spaced "', []),
        ("", []),
    ],
)
def test_quotations_as_english_sets_them(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Sie sagte: „Wir gehen“, und „Ich auch.“", ["Wir gehen", "Ich auch."]),
        ("„Er sagte ‚nein‘ dazu“ und ging", ["Er sagte ‚nein‘ dazu"]),
        ("„Nord“-Linie und „Süd“linie", ["Nord", "Süd"]),
        ("»Wir gehen«, sagte sie (»Ich auch.«)", ["Wir gehen", "Ich auch."]),
        ("«Er sagte ‹nein› dazu» – ‹ja›", ["Er sagte ‹nein› dazu", "ja"]),
        ("« Nous partons », dit-elle, «ce soir».", [" Nous partons ", "ce soir"]),
        ("«Я сказал „да“ ему»", ["Я сказал „да“ ему"]),
        ("„Idziemy”, powiedziała", ["Idziemy"]),
        ("„Powiedziała «nie» wtedy”", ["Powiedziała «nie» wtedy"]),
        ("„She said “no” to it”", ["She said “no” to it"]),
        ("”Vi går”, sade hon, ”nu.”", ["Vi går", "nu."]),
        ("»Vi går», sade hon, »nu.»", ["Vi går", "nu."]),
        ("彼女は「船は『出』ない」と言った。『白鯨』", ["船は『出』ない", "白鯨"]),
        ("他说“我们走”，然后走了", ["我们走"]),
        ('他说"我们走"，然后走了', ["我们走"]),
        ('"他说“走”吧"', ["他说“走”吧"]),
        ("그는 “가자”고 말했다", ["가자"]),
        ("قال ”نحن ذاهبون“، ثم", ["نحن ذاهبون"]),
        ("قال «نحن ذاهبون»، ثم", ["نحن ذاهبون"]),
        ('דובר צה"ל אמר: "אנחנו הולכים"', ["אנחנו הולכים"]),
        ("דובר צה״ל אמר: ״אנחנו הולכים״.", ["אנחנו הולכים"]),
        ("Home › Settings › Network", []),
    ],
)
def test_quotations_as_other_languages_set_them(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


@pytest.mark.parametrize("text", ['„we go", she said', '“we go" she said', '"we go“ she said'])
def test_marks_that_do_not_match_quote_all_the_same(text: str) -> None:
    assert inner(text) == ["we go"]


@given(st.text(alphabet=f"ab 5'-走א{MARKS}", max_size=30))
def test_quotations_are_in_order_apart_and_what_they_say(text: str) -> None:
    at = 0
    for start, end, words in quoted_spans(text):
        assert at <= start < end
        assert text[start + 1 : end - 1] == words
        assert {text[start], text[end - 1]} <= set(MARKS)
        at = end


@pytest.mark.parametrize("piece", ['“"', "„“ ", "»", "“ „ » ", '"a ', "「"])
def test_marks_without_end_cost_linear_time(piece: str) -> None:
    start = time.process_time()
    quoted_spans(piece * 20_000)
    quoted_spans(piece * 20_000 + "”»」")
    assert time.process_time() - start < 3
