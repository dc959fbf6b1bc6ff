"""Where pages end: nothing lost, nothing stranded, nothing beyond the foot."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf, isinf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.memo.drawing import Box, Target, Words
from deckmaker.memo.pages import paginate
from deckmaker.memo.slabs import (
    FORBIDDEN,
    Ground,
    Slab,
    beside,
    height,
    held,
    on_ground,
    spaced,
    together,
)
from deckmaker.memo.story import story
from documents import SMALL, document, section
from memo.reading import words

PENALTIES = st.sampled_from([0.0, 0.0, 14.0, 120.0, inf])


def named(index: int, deep: float, before: float = 0.0, penalty: float = 0.0) -> Slab:
    return Slab(deep, (Target(str(index), 0.0),), before, penalty)


def names(pages) -> list[list[str]]:
    return [
        [mark.name for _, _, marks in page.placed for mark in marks if isinstance(mark, Target)]
        for page in pages
    ]


@st.composite
def stories(draw) -> list[Slab]:
    parts = draw(
        st.lists(st.tuples(st.floats(0, 400), st.floats(0, 40), PENALTIES), min_size=1, max_size=60)
    )
    return [named(at, *part) for at, part in enumerate(parts)]


@given(slabs=stories())
def test_every_slab_stands_on_one_page_in_order(compositor, slabs):
    pages = paginate(slabs, compositor.styles.grid)
    assert [name for page in names(pages) for name in page] == [str(at) for at in range(len(slabs))]


@given(slabs=stories())
def test_nothing_reaches_into_the_foot(compositor, slabs):
    grid = compositor.styles.grid
    for page in paginate(slabs, grid):
        for _, y, marks in page.placed:
            for mark in marks:
                if isinstance(mark, Target):
                    assert y + slabs[int(mark.name)].height <= grid.height - grid.bottom + 0.02


@given(slabs=stories())
def test_a_forbidden_break_is_made_only_where_every_other_is_forbidden_too(compositor, slabs):
    pages = names(paginate(slabs, compositor.styles.grid))
    for page, following in pairwise(pages):
        if isinf(slabs[int(following[0])].penalty):
            assert all(isinf(slabs[int(name)].penalty) for name in page[1:])


def test_a_page_is_filled_as_far_as_it_goes(compositor):
    grid = compositor.styles.grid
    slabs = [named(at, 10.0) for at in range(200)]
    first, second = names(paginate(slabs, grid))[:2]
    assert len(first) == int(grid.room(0) // 10)
    assert len(second) == int(grid.room(1) // 10)


def test_a_dear_break_leaves_paper_blank(compositor):
    grid = compositor.styles.grid
    full = int(grid.room(0) // 10)
    slabs = [named(at, 10.0, penalty=100.0 if at > full - 6 else 0.0) for at in range(full + 9)]
    assert len(names(paginate(slabs, grid))[0]) == full - 6


def test_white_above_falls_away_at_the_head_of_a_page(compositor):
    grid = compositor.styles.grid
    slabs = [named(0, grid.room(0)), named(1, 10.0, before=30.0)]
    _, second = paginate(slabs, grid)
    assert second.placed[0][1] == grid.top


def test_what_is_to_be_repeated_stands_above_the_slab_that_begins_a_page(compositor):
    grid = compositor.styles.grid
    header = named(99, 20.0)
    slabs = [named(0, 20.0), *(Slab(50.0, repeat=(header,)) for _ in range(40))]
    pages = names(paginate(slabs, grid))
    assert pages[0] == ["0"]
    assert all(page == ["99"] for page in pages[1:])
    assert len(pages) > 2


def test_what_is_too_deep_to_be_repeated_is_not(compositor):
    grid = compositor.styles.grid
    deep = (named(99, grid.room(1) / 2),)
    pages = names(paginate([Slab(300.0, repeat=deep) for _ in range(6)], grid))
    assert "99" not in [name for page in pages for name in page]


def test_a_panel_has_one_ground_on_each_page(compositor):
    grid = compositor.styles.grid
    ground = Ground(0.0, 100.0, "#EEEEEE", 10.0)
    slabs = on_ground([Slab(20.0, before=5.0) for _ in range(60)], ground)
    boxes = [
        [mark for _, _, marks in page.placed for mark in marks if isinstance(mark, Box)]
        for page in paginate(slabs, grid)
    ]
    assert [len(page) for page in boxes] == [1] * len(boxes)
    assert len(boxes) > 1


def test_an_empty_story_is_one_empty_page(compositor):
    (page,) = paginate([], compositor.styles.grid)
    assert page.placed == ()


@given(sizes=st.lists(st.floats(1, 50), min_size=1, max_size=12), depth=st.floats(0, 200))
def test_the_rail_never_hangs_below_what_stands_beside_it(sizes, depth):
    slabs = [named(at, size) for at, size in enumerate(sizes)]
    found = beside((), depth, slabs)
    assert height(found) >= depth - 1e-6
    reached = 0.0
    for slab in found:
        if reached < depth and slab is not found[0]:
            assert isinf(slab.penalty)
        reached += slab.height


@given(sizes=st.lists(st.floats(1, 50), min_size=1, max_size=12), depth=st.floats(0, 200))
def test_held_slabs_part_only_behind_the_depth(sizes, depth):
    found = held([named(at, size) for at, size in enumerate(sizes)], depth)
    reached = 0.0
    for slab in found:
        assert isinf(slab.penalty) == (reached < depth)
        reached += slab.height


def test_spacing_keeps_the_dearer_penalty():
    assert spaced([Slab(1.0, penalty=FORBIDDEN)], 5.0)[0].penalty == FORBIDDEN
    assert spaced([], 5.0) == []


@pytest.mark.parametrize(("count", "pages"), [(12, 1), (20, 2), (40, 3)])
def test_what_belongs_together_is_parted_only_where_no_page_holds_it(compositor, count, pages):
    slabs = [named(0, 300.0), *together([named(1 + at, 30.0) for at in range(count)])]
    found = names(paginate(slabs, compositor.styles.grid))
    assert len(found) == pages
    assert pages == 1 or found[0] == ["0"]


def test_a_line_is_stranded_only_after_all_that_belongs_together_is_parted(compositor):
    line = compositor.styles.body.leading
    paragraph = [named(0, line), named(1, line, penalty=FORBIDDEN), named(2, line), named(3, line)]
    slabs = together([replace(slab) for _ in range(40) for slab in paragraph])
    for page in names(paginate(slabs, compositor.styles.grid))[1:]:
        assert page[0] != "1"


@given(count=st.integers(1, 9), room=st.integers(0, 12))
def test_no_line_of_a_paragraph_stands_alone(compositor, count, room):
    body = compositor.styles.body
    grid = compositor.styles.grid
    sentence = compositor.words("\n".join(f"Line {at}" for at in range(count)), body)
    above = Slab(grid.room(0) - room * body.leading)
    pages = paginate([above, *compositor.paragraph(sentence, body)], grid)
    for page in pages:
        lines = sum(isinstance(mark, Words) for _, _, marks in page.placed for mark in marks)
        assert lines != 1 or count == 1


@pytest.mark.parametrize("kind", ["points", "text", "timeline", "positions", "table", "stats"])
@pytest.mark.parametrize("room", range(1, 12))
def test_a_heading_stands_above_two_lines_at_least(compositor, brand, kind, room):
    grid = compositor.styles.grid
    told = story(document(section(1, SMALL[kind], title="Heading")), brand, compositor)
    start = next(at for at, slab in enumerate(told) if "Heading" in words([slab]))
    first, *_ = paginate([Slab(grid.room(0) - 14.0 * room), *told[start - 1 :]], grid)
    lines = [
        round(y + mark.y, 1)
        for _, y, marks in first.placed
        for mark in marks
        if isinstance(mark, Words) and mark.x > grid.rail
    ]
    assert lines == [] or len(set(lines)) >= 3
