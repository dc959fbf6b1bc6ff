"""The memo as a whole: the head of the first page, labels in the rail, the list of sources."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckmaker.memo.drawing import Words
from deckmaker.memo.slabs import FORBIDDEN, Slab
from deckmaker.memo.story import story
from documents import SMALL, SOURCES, document, section
from memo.reading import words


def placed(slabs) -> dict[str, tuple[float, float]]:
    """Return where each line stands: from the left margin, and below the first slab's top."""
    found: dict[str, tuple[float, float]] = {}
    y = 0.0
    for slab in slabs:
        y += slab.before
        for mark in slab.drawing:
            if isinstance(mark, Words):
                found.setdefault(mark.line.text, (mark.x, y + mark.y))
        y += slab.height
    return found


def told(compositor, brand, *sections, **changes) -> list[Slab]:
    return story(document(*sections, **changes), brand, compositor)


def test_every_row_of_the_header_block_has_its_label_level_in_the_rail(compositor, brand):
    found = placed(told(compositor, brand, section(1, SMALL["points"], title="One")))
    for label, value in (
        ("To", "Town council"),
        ("From", "Harbour office"),
        ("Cc", "County roads"),
        ("Date", "23 November 2026"),
        ("Purpose", "For decision"),
        ("Question", "Shall the town give up its night ferry?"),
    ):
        assert found[label] == (0.0, pytest.approx(found[value][1]))
    title = next(at for words, at in found.items() if words.startswith("The night ferry"))
    assert found["Subject"] == (0.0, pytest.approx(title[1]))


def test_without_a_question_there_is_no_row_for_it(compositor, brand):
    slabs = told(compositor, brand, section(1, SMALL["points"], title="One"), question=())
    assert "Question" not in placed(slabs)


def test_a_deep_label_pushes_no_paragraph_down(compositor, brand):
    short, deep = (
        placed(told(compositor, brand, section(1, SMALL["points"], title="One", label=label)))
        for label in ("Short", "A label that takes three lines of the rail")
    )
    paragraph = "A plain point, the same on slide and paper.6"
    assert short[paragraph][1] == pytest.approx(deep[paragraph][1])


def test_a_deep_label_keeps_clear_of_dates_in_the_rail(compositor, brand):
    label = "A label that takes three lines of the rail"
    slabs = told(compositor, brand, section(1, SMALL["timeline"], title="One", label=label))
    rail = sorted(y for x, y in placed(slabs).values() if x == 0)
    assert all(after - before > 11.0 for before, after in pairwise(rail))


def test_the_list_of_sources_says_what_superior_figures_mean(compositor, brand):
    cited = section(1, SMALL["points"], title="One")
    meaning = "Superior figures give the paragraph of the source."
    assert meaning in words(told(compositor, brand, cited))
    several = tuple(replace(SOURCES[0], key=key, letter=key.upper()) for key in "ab")
    found = words(told(compositor, brand, cited, sources=several))
    assert "A18 stands for paragraph 18 of source A." in found
    assert meaning not in found


def test_what_superior_figures_mean_stays_with_the_first_source(compositor, brand):
    slabs = told(compositor, brand, section(1, SMALL["points"], title="One"))
    at = next(at for at, slab in enumerate(slabs) if "Superior figures" in words([slab]))
    assert all(slab.penalty == FORBIDDEN for slab in slabs[at : at + 2])


def test_without_citations_nothing_is_said_of_superior_figures(compositor, brand):
    slabs = told(compositor, brand, section(1, SMALL["callout"], title="One"))
    assert "Superior figures" not in words(slabs)
    assert "SOURCES" in words(slabs)
