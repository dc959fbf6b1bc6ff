"""What a briefing claims: all its texts, with a path each."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.language.briefing import Briefing, load
from deckmaker.language.claims import TextUnit, text_units

GALLERY = Path(__file__).parents[1] / "gallery" / "gallery.yaml"


@pytest.fixture(scope="module")
def gallery() -> Briefing:
    return load(GALLERY)


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
                 "judgement", "figure", "date", "cell", "data", "category", "notes"):  # fmt: skip
        assert any(unit.role == role for unit in text_units(gallery)), role


def test_a_quotation_knows_its_speaker(gallery: Briefing) -> None:
    speakers = {unit.speaker for unit in text_units(gallery) if unit.role == "quotation"}
    assert {"Tomas Reyne", "Maud Asante"} <= speakers


def test_the_plain_text_is_free_of_markup() -> None:
    unit = TextUnit((), 'A **bold** "word" [here](https://example.org). @a:3 @4', "prose")
    assert unit.plain == 'A bold "word" here.  '
    assert [(cite.source, cite.paragraph) for cite in unit.cited] == [("a", 3), ("", 4)]
