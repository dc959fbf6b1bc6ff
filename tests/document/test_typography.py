"""Typewriter text becomes typeset text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.document.typography import edits
from deckmaker.language.quoting import quoted_spans


def typeset(text: str, language: str = "en-US") -> str:
    out, at = [], 0
    for edit in edits(text, quoted_spans(text), language):
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('He said "go."', "He said “go.”"),
        ('"Go," he said, "now."', "“Go,” he said, “now.”"),
        ('("go")', "(“go”)"),
        ('x—"go"—y', "x—“go”—y"),
        ("don't", "don’t"),
        ("Russia's and the leaders' view", "Russia’s and the leaders’ view"),
        ("the '90s", "the ’90s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'tis so, get 'em", "’tis so, get ’em"),
        ("\"a 'b' c\"", "“a ‘b’ c”"),
        ("She said 'no'.", "She said ‘no’."),
        ("\"'No,' he said\"", "“‘No,’ he said”"),
        ('a 6" pipe', "a 6″ pipe"),
        ("6'2 tall", "6′2 tall"),
        ("“kept” as ‘typed’", "“kept” as ‘typed’"),
        ("1990--2000", "1990–2000"),
        ("a -- b", "a – b"),
        ("a---b", "a—b"),
        ("a----b", "a----b"),
        ("well-known", "well-known"),
        ("wait...", "wait…"),
        ("40 km and 3.2 billion", "40\u00a0km and 3.2\u00a0billion"),
        ("12 % of 5 million", "12% of 5\u00a0million"),
        ("12\u00a0%, 3\u202f‰ and 4%", "12%, 3‰ and 4%"),
        ("on 23 November or November 23", "on 23\u00a0November or November\u00a023"),
        ("November 2026", "November 2026"),
        ("J. R. R. Tolkien", "J.\u00a0R.\u00a0R.\u00a0Tolkien"),
        ("Mr. Reyne, Dr Asante, No. 5", "Mr.\u00a0Reyne, Dr\u00a0Asante, No.\u00a05"),
        ("the U.S. Army", "the U.S. Army"),
        ("270 drones", "270 drones"),
        ("two\n  lines", "two lines"),
    ],
)
def test_typesetting(typed: str, set_: str) -> None:
    assert typeset(typed) == set_


@pytest.mark.parametrize(
    ("language", "set_"),
    [("de", "12\u00a0% von 4%"), ("it", "12% von 4%"), ("tr", "12\u00a0% von 4%")],
)
def test_the_gap_before_a_per_cent_sign_is_the_languages(language: str, set_: str) -> None:
    assert typeset("12 % von 4%", language) == set_


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/it's--a...b?q='x'&y=\"z",
        "www.example.org/a--b",
        "o'neil--x@example.org",
        "http://example.org/12km",
    ],
)
def test_addresses_stay_as_they_are(address: str) -> None:
    assert address.partition("'")[2] in typeset(f"see {address} now")
    assert typeset("https://x.y/a--b...") == "https://x.y/a--b..."


@given(st.text(alphabet="ab1 \"'-.“”\n%km", max_size=40))
def test_typesetting_changes_no_word_and_sets_twice_as_once(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(c for c in words if c.isalnum())

    once = typeset(text)
    assert letters(once) == letters(text)
    assert '"' not in once or "@" in once


@given(st.text(max_size=40))
def test_edits_are_in_order_and_apart(text: str) -> None:
    at = 0
    for edit in edits(text, quoted_spans(text), "en"):
        assert at <= edit.start < edit.end <= len(text)
        at = edit.end
