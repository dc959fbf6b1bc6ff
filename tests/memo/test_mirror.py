"""From right to left: every page reflected, letters and figures not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.brand import Brand
from deckmaker.locales import locale_for
from deckmaker.memo.charts import chart as drawn
from deckmaker.memo.drawing import Bookmark, Box, Mark, Picture, Rule, Shape, Target, Words
from deckmaker.memo.mirror import mirrored, turned
from deckmaker.memo.styles import styles_of
from deckmaker.memo.table import table
from deckmaker.memo.text import Compositor
from deckmaker.memo.writer import render
from deckmaker.typesetting import Line, Typesetter
from deckmaker.wording import ENGLISH
from documents import SMALL, chart, document, front, section
from documents import table as made
from memo.placing import words_of as words_on
from memo.reading import marks, read

WIDTH = 600.0


@pytest.fixture(scope="module")
def hebrew(brand: Brand) -> Compositor:
    locale = locale_for("he")
    setter = Typesetter(brand, locale)
    return Compositor(styles_of(brand, locale), setter, ENGLISH, frozenset(), "he")


def line(width: float) -> Line:
    return Line((), width, 0, 0)


MARKS = (
    Words(10.0, 20.0, line(30.0)),
    Rule(0.0, 5.0, 100.0, 6.0, 1.0, "#000000"),
    Box(5.0, 5.0, 20.0, 10.0, "#000000"),
    Shape((("M", 1.0, 2.0), ("L", 3.0, 4.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), ("Z",))),
    Picture(5.0, 6.0, 70.0, 80.0, b""),
    Target("here", 4.0),
    Bookmark("here", "Here", 0),
)


def test_every_mark_stands_as_far_from_the_other_edge():
    ((x, y, marks),) = mirrored([(50.0, 40.0, MARKS)], WIDTH)
    words, rule, box, shape, picture, target, bookmark = marks
    assert (x + words.x + words.line.width, y + words.y) == (WIDTH - 60.0, 60.0)
    assert (x + rule.x1, x + rule.x2, rule.y1, rule.y2) == (WIDTH - 50.0, WIDTH - 150.0, 5.0, 6.0)
    assert x + box.x + box.width == WIDTH - 55.0
    assert shape.steps[0] == ("M", -1.0, 2.0)
    assert shape.steps[2] == ("C", -1.0, 2.0, -3.0, 4.0, -5.0, 6.0)
    assert x + picture.x + picture.width == WIDTH - 55.0
    assert (target, bookmark) == MARKS[-2:]


def test_what_is_turned_twice_is_as_it_was():
    assert turned(turned(MARKS, 77.0), 77.0) == MARKS


def test_a_memo_from_right_to_left_has_its_rail_at_the_right(brand):
    contents = document(section(1, SMALL["points"], title="Heading", label="Signpost"))
    width = read(render(contents, brand)).size[0]
    there, here = (
        {
            word.text: word
            for word in words_on(render(replace(contents, front=front(lang=lang)), brand))
        }
        for lang in ("en", "he")
    )
    for text in ("Subject", "Purpose", "Heading", "SIGNPOST"):
        assert width - here.get(text, here.get(text.title())).right == pytest.approx(
            there[text].left, abs=1.0
        )


def words_of(slabs) -> list[Words]:
    return [mark for mark in marks(slabs) if isinstance(mark, Words)]


def test_units_stand_below_each_other_at_the_right_in_every_script(hebrew):
    found = words_of(table(made(9), hebrew))
    numbers = [mark for mark in found if mark.line.text.replace(",", "").isdigit()]
    marks = turned(tuple(numbers), WIDTH / 2)
    assert len({round(mark.x + mark.line.width, 3) for mark in marks}) == 1
    assert len({round(mark.line.width, 1) for mark in marks}) > 1


def on_page(slabs) -> list[Mark]:
    """Return the marks of `slabs` where they stand on a mirrored page, from its left edge."""
    return list(turned(tuple(marks(slabs)), WIDTH / 2))


def places(content, compositor, categories) -> list[float]:
    """Return where the middles of the categories' names stand on the page."""
    found = {
        mark.line.text: mark.x + mark.line.width / 2
        for mark in on_page(drawn(content, compositor))
        if isinstance(mark, Words)
    }
    return [found[name] for name in categories]


TOWNS = ("Aker", "Bo", "Cove", "Dune")


@pytest.mark.parametrize("kind", ["column", "stacked column"])
def test_columns_of_names_are_read_from_the_right(hebrew, kind):
    content = chart(kind, series=2 if kind != "column" else 1, categories=TOWNS)
    found = places(content, hebrew, TOWNS)
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("kind", ["column", "line", "area", "stacked area"])
def test_years_run_to_the_right_in_every_script(hebrew, kind):
    content = chart(kind)
    found = places(content, hebrew, content.categories)
    assert found == sorted(found)


def test_bars_grow_from_names_at_the_right(hebrew):
    content = chart("bar", categories=TOWNS)
    content = replace(content, series=(replace(content.series[0], values=(4.0, 8.0, 2.0, 6.0)),))
    marks = on_page(drawn(content, hebrew))
    bars = [mark for mark in marks if isinstance(mark, Box)]
    assert len({round(bar.x + bar.width, 3) for bar in bars}) == 1
    names = [mark for mark in marks if isinstance(mark, Words) and mark.line.text in TOWNS]
    assert min(name.x for name in names) > max(bar.x + bar.width for bar in bars)


def test_bars_below_nought_run_away_from_their_names(hebrew):
    content = chart("bar", categories=TOWNS)
    content = replace(
        content, series=(replace(content.series[0], values=(-4.0, -8.0, -2.0, -6.0)),)
    )
    marks = on_page(drawn(content, hebrew))
    bars = [mark for mark in marks if isinstance(mark, Box)]
    assert len({round(bar.x + bar.width, 3) for bar in bars}) == 1
    texts = [mark for mark in marks if isinstance(mark, Words)]
    grid = hebrew.styles.grid
    assert min(text.x for text in texts) >= WIDTH - grid.full - 0.01
