"""Tables: nothing lost, header repeated, no row alone, columns as wide as their cells want."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import Column, Table
from deckmaker.locales import locale_for
from deckmaker.memo.columns import Extent, allot
from deckmaker.memo.drawing import Rule, Words
from deckmaker.memo.pages import paginate
from deckmaker.memo.slabs import Slab, height
from deckmaker.memo.styles import styles_of
from deckmaker.memo.table import captioned_table, table
from deckmaker.memo.text import Compositor
from deckmaker.richtext import Span
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH
from documents import table as made
from documents import text
from memo.reading import words

CELLS = st.text(st.sampled_from("abcdefghij  éΩж,-"), max_size=60).map(lambda cell: (Span(cell),))


@st.composite
def tables(draw) -> Table:
    count = draw(st.integers(1, 7))
    columns = tuple(
        Column((Span(f"Head {at}"),), numeric=draw(st.booleans())) for at in range(count)
    )
    rows = draw(st.lists(st.tuples(*[CELLS] * count), max_size=40))
    return Table(columns, tuple(rows))


def letters(value: str) -> Counter[str]:
    return Counter("".join(value.split()))


@given(content=tables())
@settings(max_examples=40)
def test_no_letter_of_a_table_is_lost(compositor, content):
    found = letters(words(table(content, compositor)))
    typed = [span.text for column in content.columns for span in column.head]
    typed += [span.text for row in content.rows for cell in row for span in cell]
    assert found == letters("".join(typed))


@given(content=tables())
@settings(max_examples=40)
def test_a_table_stays_between_the_margins(compositor, content):
    grid = compositor.styles.grid
    for slab in table(content, compositor):
        for mark in slab.drawing:
            if isinstance(mark, Words):
                assert mark.x >= -0.01
                assert mark.x + mark.line.width <= grid.full + 0.01
                assert mark.y <= slab.height


def wide(rows: int) -> Table:
    """Return a table too wide to stand in blocks side by side."""
    item, _, cost = made(rows).columns
    return replace(made(rows), columns=(item, Column(text("Paid by whom, in the end")), cost))


@pytest.mark.parametrize("rows", [1, 2, 3, *range(28, 36), 90])
def test_header_above_every_part_and_no_row_alone(compositor, rows):
    pages = paginate(
        [Slab(400.0), *captioned_table(wide(rows), compositor)], compositor.styles.grid
    )
    parts = []
    for page in pages:
        said = [
            mark.line.text
            for _, _, marks in page.placed
            for mark in marks
            if isinstance(mark, Words)
        ]
        items = [line for line in said if line.startswith("Item ")]
        if items:
            assert said.count("Item") == 1
            assert ("Table 1, continued" in said) == bool(parts)
            parts.append(len(items))
    assert sum(parts) == rows
    assert rows == 1 or min(parts) >= min(rows, 4)


def test_a_row_taller_than_a_page_is_cut_between_lines(compositor):
    content = Table(
        (Column(text("Head")), Column(text("Other"))),
        ((text("Short"), text("row")), (text(("word " * 4000).strip()), text("beside"))),
    )
    grid = compositor.styles.grid
    pages = paginate(table(content, compositor), grid)
    assert len(pages) > 3
    for page in pages:
        for _, y, marks in page.placed:
            for mark in marks:
                if isinstance(mark, Words):
                    assert y + mark.y <= grid.height - grid.bottom
    said = [
        mark.line.text
        for page in pages
        for _, _, marks in page.placed
        for mark in marks
        if isinstance(mark, Words)
    ]
    assert sum(line.count("word") for line in said) == 4000
    assert said.count("Head") == len(pages)


def test_numbers_stand_flush_right_below_their_head(compositor):
    slabs = table(made(), compositor)
    edges = {
        round(mark.x + mark.line.width, 2)
        for slab in slabs
        for mark in slab.drawing
        if isinstance(mark, Words)
        and (mark.line.text.replace(",", "").isdigit() or mark.line.text.startswith("Cost"))
        and len(mark.line.text) > 3
    }
    assert len(edges) == 1


def edges(slabs) -> tuple[float, float]:
    rules = [mark for slab in slabs for mark in slab.drawing if isinstance(mark, Rule)]
    assert {(rule.x1, rule.x2) for rule in rules} == {(rules[0].x1, rules[0].x2)}
    return rules[0].x1, rules[0].x2


@given(content=tables())
@settings(max_examples=40)
def test_a_table_is_as_wide_as_the_measure_or_as_rail_and_measure(compositor, content):
    grid = compositor.styles.grid
    left, right = edges(table(content, compositor))
    assert left in (0.0, grid.column)
    assert right == pytest.approx(grid.full)


def test_a_table_whose_words_do_not_fit_the_measure_spreads_over_the_rail(compositor):
    columns = tuple(Column(text(f"Heading number {at}")) for at in range(7))
    rows = (tuple(text("incomprehensibilities") for _ in range(7)),) * 2
    assert edges(table(made(), compositor))[0] == compositor.styles.grid.column
    assert edges(table(Table(columns, rows), compositor))[0] == 0.0


def test_a_table_spreads_over_the_rail_where_that_spares_most_breaks(compositor):
    columns = tuple(Column(text(f"Heading {at}")) for at in range(4))
    short, long = text("a few words"), text("no more words than these")
    assert edges(table(Table(columns, ((long,) * 4,) * 4), compositor))[0] == 0.0
    spared = (((short,) * 4),) * 9 + ((long,) * 4,)
    assert edges(table(Table(columns, spared), compositor))[0] > 0.0


def test_a_table_without_caption_shows_no_number(compositor):
    content = replace(wide(60), caption=())
    assert "Table 1" not in words(captioned_table(content, compositor))


def test_a_caption_stays_with_its_table(compositor):
    grid = compositor.styles.grid
    for room in range(4, 60, 4):
        slabs = [Slab(grid.room(0) - room), *captioned_table(made(2), compositor)]
        first, *_ = paginate(slabs, grid)
        assert "Table 1" not in words([Slab(0.0, marks) for _, _, marks in first.placed])


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "桥" * 900), ("th", "สะพานใหม่" * 12)], ids=["zh", "th"]
)
def test_cells_written_without_spaces_take_lines_and_not_the_rail(brand, lang, words):
    locale = locale_for(lang)
    setter = Typesetter(brand, locale)
    compositor = Compositor(styles_of(brand, locale), setter, ENGLISH, frozenset(), lang)
    columns = (Column(text("Head")), Column(text("Other")))
    row = (text("Short"), text(words))
    slabs = table(Table(columns, (row,) * 3), compositor)
    short = next(m for m in slabs[0].drawing if isinstance(m, Words) and m.line.text == "Other")
    assert edges(slabs)[0] == compositor.styles.grid.column
    assert short.x - compositor.styles.grid.column < compositor.styles.grid.measure / 3


EXTENTS = st.lists(
    st.builds(
        lambda word, cells: Extent(word, tuple(max(word, cell) for cell in cells)),
        st.floats(0, 60),
        st.lists(st.floats(0, 900), min_size=3, max_size=3),
    ),
    min_size=1,
    max_size=9,
)


@given(extents=EXTENTS, width=st.floats(60, 600))
def test_columns_share_the_width_of_the_table(extents, width):
    widths = allot(extents, width, stretch=[True] * len(extents))
    assert sum(widths) == pytest.approx(width, rel=0.01)
    assert all(each >= 0 for each in widths)


def test_what_columns_need_not_take_goes_to_text_first_and_then_to_all():
    text, number = Extent(20.0, (20.0,)), Extent(30.0, (30.0,))
    assert allot([text, number], 100.0, stretch=[True, False]) == [70.0, 30.0]
    assert allot([text, number], 340.0, stretch=[True, False]) == [210.0, 130.0]


@given(extents=EXTENTS, width=st.floats(60, 600))
def test_no_word_is_broken_where_all_have_the_room(extents, width):
    if sum(extent.word for extent in extents) < width:
        widths = allot(extents, width, stretch=[True] * len(extents))
        for extent, each in zip(extents, widths, strict=True):
            assert each >= extent.word - 1e-6


def test_lines_are_counted_by_the_pieces_that_fill_them():
    wide = ((45.0, 48.0),) * 4
    extent = Extent(45.0, (189.0,) * 3, (wide,) * 3)
    name = Extent(40.0, (95.0,) * 3, (((40.0, 43.0), (52.0, 52.0)),) * 3)
    widths = allot([name, extent], 200.0, stretch=[True, True])
    assert widths[1] >= 93.0


def test_a_short_column_is_not_broken_beside_a_long_one():
    short, long = Extent(30.0, (60.0,) * 9), Extent(50.0, (400.0,) * 9)
    assert allot([long, short], 300.0, stretch=[True, True])[1] >= 60.0


def test_a_table_of_empty_cells_is_drawn(compositor):
    content = replace(made(3), rows=((((),) * 3),) * 3)
    assert len(table(content, compositor)) == 4


def narrow(rows: int) -> Table:
    columns = (Column(text("Year")), Column(text("By night"), numeric=True))
    cells = tuple((text(str(1900 + at)), text(str(40_000 + at))) for at in range(rows))
    return Table(columns, cells, "Table 1", text("Passengers by night"))


def test_a_long_narrow_table_stands_in_blocks_read_one_after_the_other(compositor):
    slabs = captioned_table(narrow(40), compositor)
    grid = compositor.styles.grid
    lines = [mark for slab in slabs for mark in slab.drawing if isinstance(mark, Words)]
    years = [line.line.text for line in lines if line.line.text.startswith("19")]
    assert years == [str(1900 + at) for at in range(40)]
    assert len({line.x for line in lines if line.line.text.startswith("19")}) == 3
    assert [line.line.text for line in lines].count("Year") == 3
    rules = [mark for slab in slabs for mark in slab.drawing if isinstance(mark, Rule)]
    assert min(rule.x1 for rule in rules) == grid.column
    assert max(rule.x2 for rule in rules) == pytest.approx(grid.full)
    assert height(slabs) < grid.room(1) / 2


@pytest.mark.parametrize("rows", [16, 17, 78, 79, 400])
def test_blocks_side_by_side_are_read_page_by_page(compositor, rows):
    slabs = [Slab(300.0), *captioned_table(narrow(rows), compositor)]
    found: list[str] = []
    for page in paginate(slabs, compositor.styles.grid):
        lines = words([Slab(0.0, marks) for _, _, marks in page.placed]).split("\n")
        assert ("Table 1, continued" in lines) == bool(found)
        found += [line for line in lines if line.isdigit() and len(line) == 4]
    assert found == [str(1900 + at) for at in range(rows)]


@pytest.mark.parametrize("rows", [4, 15])
def test_a_short_table_is_not_folded(compositor, rows):
    assert len(captioned_table(narrow(rows), compositor)) == rows + 2


def test_a_table_with_cells_of_several_lines_is_not_folded(compositor):
    content = narrow(40)
    broken = (text("one\ntwo"), *content.rows[0][1:])
    content = replace(content, rows=(broken, *content.rows[1:]))
    assert len(captioned_table(content, compositor)) == 42


@pytest.mark.parametrize("above", [250.0, 400.0, 520.0])
def test_blocks_side_by_side_fill_the_page_they_begin_on(compositor, above):
    grid = compositor.styles.grid
    slabs = [Slab(above), *captioned_table(narrow(78), compositor)]
    first, *others = paginate(slabs, grid)
    lines = [
        (y + mark.y, mark.line.text)
        for _, y, marks in first.placed
        for mark in marks
        if isinstance(mark, Words)
    ]
    blank = grid.height - grid.bottom - max((y for y, _ in lines), default=grid.first_top + above)
    assert blank < 210
    assert len(others) == 1
    again = words([Slab(0.0, marks) for _, _, marks in others[0].placed]).split("\n")
    assert again.count("Year") == 3
    assert ("Table 1, continued" in again) == bool(lines)
