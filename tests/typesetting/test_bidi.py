"""Text that runs both ways: levels, the order on the line, and marks that help readers."""

from __future__ import annotations

import subprocess
import sys
from unicodedata import bidirectional

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.typesetting.bidi import levels, marks, stretches

LETTERS = st.text("abc 12,.%-()«»/:אבגשלוםابتث٣٪", max_size=30)


def shown(text: str, found: bytes) -> str:
    """Return `text` as it stands from left to right, brackets not mirrored."""
    parts = []
    for start, end, level in stretches(found or bytes(len(text))):
        part = text[start:end]
        parts.append(part[::-1] if level % 2 else part)
    return "".join(parts)


@given(LETTERS, st.sampled_from(["ltr", "rtl"]))
def test_text_stands_in_the_order_of_unicodes_algorithm(text, page):
    text = text.strip()
    found = levels(text, page)
    if not found:
        assert {"R", "AL"}.isdisjoint(map(bidirectional, text))
        return
    base = "R" if _base(text, page) else "L"
    assert shown(text, found) == get_display(text, base_dir=base)


def _base(text: str, page: str) -> bool:
    strong = {"L", "R", "AL"}.intersection(map(bidirectional, text))
    leftwards = bool(strong - {"L"})
    return page == "rtl" if not strong or (leftwards and "L" in strong) else leftwards


@pytest.mark.parametrize(
    ("text", "page", "stands"),
    [
        ("abc", "rtl", "abc"),
        ("2024", "rtl", "2024"),
        ("שלום 12 abc", "rtl", "abc 12 םולש"),
        ("say שלום now", "ltr", "say םולש now"),
        ("שלום.", "ltr", ".םולש"),
        ("(abc) שלום", "rtl", "םולש )abc("),
    ],
)
def test_a_paragraph_runs_as_the_page_unless_it_is_all_in_the_other_direction(text, page, stands):
    assert shown(text, levels(text, page)) == stands


@given(LETTERS.map(str.strip).filter(bool))
def test_marks_change_nothing_of_what_stands_where(text):
    found = levels(text, "rtl")
    if not found:
        return
    laid = list(zip(text, found, strict=True))
    for mark in reversed(marks(text, found, "rtl")):
        laid.insert(mark.at + 1, (mark.text, mark.level))
    marked = "".join(letter for letter, _ in laid)
    stands = shown(marked, bytes(level for _, level in laid))
    assert stands.replace("\u200f", "").replace("\u200e", "") == shown(text, found)


def test_a_number_is_parted_from_the_signs_beside_it():
    found = levels("في 17 مارس", "rtl")
    assert [(mark.at, mark.text) for mark in marks("في 17 مارس", found, "rtl")] == [(4, "\u200f")]


def test_nothing_is_loaded_for_text_that_runs_to_the_right():
    code = (
        "import sys; from deckmaker.typesetting.bidi import levels; levels('abc 12', 'ltr'); "
        "sys.exit('bidi' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
