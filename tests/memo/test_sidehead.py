"""Heads of pages: the section's label stands there again, and all first lines are level."""

from __future__ import annotations

import pytest

from deckmaker.document import Point, Prose
from deckmaker.memo.drawing import Words
from deckmaker.memo.pages import paginate
from deckmaker.memo.sidehead import side_head
from deckmaker.memo.story import story
from deckmaker.richtext import Span
from documents import LARGE, PATH, SMALL, document, gallery, prose, section, text


def pages_of(made, compositor, brand):
    return paginate(story(made, brand, compositor), compositor.styles.grid)


def lines(page) -> list[tuple[float, float, str]]:
    """Return every line of a page: its place from the text's left edge, its baseline, its words."""
    return [
        (mark.x, y + mark.y, mark.line.text)
        for _, y, marks in (*page.head, *page.placed)
        for mark in marks
        if isinstance(mark, Words)
    ]


def said(drawing) -> list[str]:
    return [mark.line.text for mark in drawing]


@pytest.mark.parametrize("contents", [SMALL, LARGE], ids=["small", "large"])
def test_the_first_lines_of_all_pages_but_the_first_are_level(compositor, brand, contents):
    grid = compositor.styles.grid
    for page in pages_of(gallery(contents), compositor, brand)[1:]:
        found = [y for _, y, words in lines(page) if not words.partition(",")[0].isupper()]
        assert min(found) == pytest.approx(grid.first_line)


def test_a_page_that_begins_inside_a_section_bears_its_label(compositor, brand):
    long = Prose(tuple(Point(PATH, text(prose(9)), lead=False) for _ in range(12)))
    made = document(section(1, long, title="Heading", label="Signpost"), sources=())
    grid = compositor.styles.grid
    first, *others = pages_of(made, compositor, brand)
    assert "SIGNPOST, continued" not in [words for _, _, words in lines(first)]
    assert others
    for page in others:
        (place,) = [(x, y) for x, y, words in lines(page) if words == "SIGNPOST, continued"]
        assert place == (0.0, grid.first_line)


@pytest.mark.parametrize("kind", ["timeline", "positions", "asks"])
def test_it_stands_above_what_has_the_rail_for_itself(compositor, brand, kind):
    made = document(section(1, LARGE[kind], title="Heading", label="Signpost"), sources=())
    grid = compositor.styles.grid
    for page in pages_of(made, compositor, brand)[1:]:
        rail = [(y, words) for x, y, words in lines(page) if x == 0]
        (own,) = [y for y, words in rail if words == "SIGNPOST, continued"]
        assert grid.first_line - 24 < own < grid.first_line - 15
        assert all(y >= grid.first_line - 1 for y, _ in rail if y != own)


def test_a_page_that_begins_with_a_section_has_no_side_head(compositor, brand):
    parts = [section(at, SMALL["positions"], title="Heading", label="Two") for at in range(1, 9)]
    first_line = compositor.styles.grid.first_line
    begun = 0
    for page in pages_of(document(*parts, sources=()), compositor, brand):
        rail = [words for x, y, words in lines(page) if x == 0 and y <= first_line + 1]
        begun += "TWO" in rail
        assert "TWO" not in rail or "TWO, continued" not in rail
    assert begun


def test_a_long_label_has_the_word_on_a_line_of_its_own(compositor):
    head = side_head(text("What we do not know"), compositor)
    assert said(head.beside)[-1] == "continued"
    assert "".join(said(head.beside)[:-1]).replace(" ", "") == "WHATWEDONOTKNOW,"
    assert said(head.above) == ["WHAT WE DO NOT KNOW, continued"]


def test_a_question_is_followed_by_no_comma(compositor):
    head = side_head(text("Who thinks what?"), compositor)
    assert said(head.above) == ["WHO THINKS WHAT? continued"]


def test_a_label_too_long_for_the_head_of_a_page_is_cut_short(compositor):
    head = side_head((Span("abcd " * 400),), compositor)
    (line,) = head.above
    assert line.line.text.endswith("…continued") or "… continued" in line.line.text
    assert line.line.width <= compositor.styles.grid.full / 2
    assert len(head.beside) <= 4


def test_without_a_label_there_is_none(compositor):
    assert side_head((), compositor) is None
