"""Titles of slides: no two of a deck are the same, whatever the author called things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.brand import Brand
from deckmaker.deck.plan import plan
from deckmaker.document import Document, Section
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH, wording_for
from documents import LARGE, SMALL, document, section, text


def entitled(number: int, title: str, label: str = "Part", kind: str = "callout") -> Section:
    """Return a section of one small block with a title."""
    made = section(number, SMALL[kind], title=title)
    (block,) = made.blocks
    return replace(made, label=text(label), blocks=(replace(block, title=text(title)),))


def slide_titles(made: Document, brand: Brand, typesetter: Typesetter) -> list[str]:
    """Return the titles of the deck, on one line each."""
    return [slide.title.replace("\n", " ") for slide in plan(made, brand, typesetter).slides]


def test_a_section_called_as_the_cover_is_told_apart_by_its_label(
    brand: Brand, typesetter: Typesetter
) -> None:
    made = document(entitled(1, "The ferry stays", "In short"), medium="deck")
    front = replace(made.front, title=text("The Ferry stays"))
    found = slide_titles(replace(made, front=front), brand, typesetter)
    assert found[:2] == ["The Ferry stays", "In short: The ferry stays"]


def test_agenda_and_sources_give_way_to_what_the_author_called_so(
    brand: Brand, typesetter: Typesetter
) -> None:
    names = (ENGLISH.agenda_title, ENGLISH.sources_title.upper(), ENGLISH.sources, "Four", "Five")
    made = document(*(entitled(n, name) for n, name in enumerate(names, 1)), medium="deck")
    found = slide_titles(made, brand, typesetter)
    assert found[1:-1] == [ENGLISH.agenda, *names]
    assert found[-1] == f"{ENGLISH.sources}: {ENGLISH.sources_title}"


@pytest.mark.parametrize("later", ["Points (1/2)", "Points (2/9)"])
def test_a_title_that_ends_like_a_part_number_is_told_from_the_parts(
    later: str, brand: Brand, typesetter: Typesetter
) -> None:
    first = entitled(1, "Points")
    first = replace(first, blocks=(replace(first.blocks[0], content=LARGE["points"]),))
    made = document(first, entitled(2, later, "Rest"), medium="deck")
    found = slide_titles(made, brand, typesetter)
    assert len(set(found)) == len(found)
    assert f"Rest: {later}" in found


def test_parts_that_the_author_numbered_keep_their_titles(
    brand: Brand, typesetter: Typesetter
) -> None:
    names = ["Points (1/2)", "Points (2/2)"]
    made = document(*(entitled(n, name) for n, name in enumerate(names, 1)), medium="deck")
    assert slide_titles(made, brand, typesetter)[1:-1] == names


def test_equal_titles_of_one_label_are_numbered(brand: Brand, typesetter: Typesetter) -> None:
    made = document(*(entitled(n, "Again") for n in range(1, 4)), medium="deck")
    found = slide_titles(made, brand, typesetter)
    assert found[1:-1] == ["Again", "Part: Again", "Part: Again – 2"]


def test_in_other_languages_part_numbers_are_known_too(
    brand: Brand, typesetter: Typesetter
) -> None:
    wording = wording_for("ja")
    later = wording.part_of.format(title="要点", part=1, parts=2)
    made = document(entitled(1, "要点"), entitled(2, later, "残り"), medium="deck")
    found = slide_titles(replace(made, wording=wording), brand, typesetter)
    assert f"残り{wording.colon}{later}" in found
