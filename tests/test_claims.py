"""What a briefing claims: its quotations, and all its texts with a path each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.briefing import Briefing, load
from deckmaker.claims import TextUnit, quoted_spans, text_units

GALLERY = Path(__file__).parent / "gallery" / "gallery.yaml"


@pytest.fixture(scope="module")
def gallery() -> Briefing:
    return load(GALLERY)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "we go" and "they stay."', ["we go", "they stay."]),
        ("He said “we go” and “they stay.”", ["we go", "they stay."]),
        ('("we go")', ["we go"]),
        ('a—"we go"—b', ["we go"]),
        ("\"We're, we're 7,000 miles away.\"", ["We're, we're 7,000 miles away."]),
        ("“a “b” c”", ["a “b” c"]),
        ('"a “b” c"', ["a “b” c"]),
        ("the '90s and don't", []),
        ('a 6" pipe and 5" nails', []),
        ('a "mark that is never closed', []),
        ('"7,000 miles"', ["7,000 miles"]),
        ('closed" before it opens', []),
        ('" spaced "', []),
        ("", []),
    ],
)
def test_quoted_spans(text: str, inner: list[str]) -> None:
    assert [words for _, _, words in quoted_spans(text)] == inner


@given(st.text(alphabet="ab \"“”5'-", max_size=30))
def test_quoted_spans_are_in_order_apart_and_what_they_say(text: str) -> None:
    at = 0
    for start, end, inner in quoted_spans(text):
        assert at <= start < end
        assert text[start + 1 : end - 1] == inner
        assert text[start] in '"“'
        assert text[end - 1] in '"”'
        at = end


def test_every_text_has_a_path_of_its_own_and_a_place(gallery: Briefing) -> None:
    units = list(text_units(gallery))
    assert len({unit.path for unit in units}) == len(units)
    lines = GALLERY.read_text("utf-8").split("\n")
    for unit in units:
        if unit.role == "data" or "|" in unit.text:
            continue
        span = gallery.find(unit.path, unit.text)
        assert span is not None
        shown = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert shown.split()[0].strip("\"'") in unit.text


def test_no_text_of_the_file_is_left_out(gallery: Briefing) -> None:
    """Every word of the sections that the file holds stands in some text unit."""
    told = " ".join(unit.text for unit in text_units(gallery))
    for name in ("Remember", "A trial that nobody counts is a cut.", "Do not answer these"):
        assert name in told
    for role in ("title", "label", "name", "short", "prose", "quotation", "likelihood",
                 "judgement", "figure", "date", "cell", "data", "notes"):  # fmt: skip
        assert any(unit.role == role for unit in text_units(gallery)), role


def test_a_quotation_knows_its_speaker(gallery: Briefing) -> None:
    speakers = {unit.speaker for unit in text_units(gallery) if unit.role == "quotation"}
    assert {"Tomas Reyne", "Maud Asante"} <= speakers


def test_the_plain_text_is_free_of_markup() -> None:
    unit = TextUnit((), 'A **bold** "word" [here](https://example.org). @a:3 @4', "prose")
    assert unit.plain == 'A bold "word" here.  '
    assert [(cite.source, cite.paragraph) for cite in unit.cited] == [("a", 3), ("", 4)]
