"""Charts: every type draws its names and figures inside its sheet, gaps and all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import Chart, ChartType, Series
from deckmaker.memo import render
from deckmaker.memo.charts import chart
from deckmaker.memo.charts.palette import contrast, fills
from deckmaker.memo.charts.scale import scale_of
from deckmaker.memo.charts.sheet import spread
from deckmaker.memo.drawing import Box, Rule, Shape, Words
from documents import chart as made
from documents import document, section
from memo.reading import overlapping, read, words

TYPES = get_args(ChartType)
LONG = (
    "Ministry of Harbours, Piers and Inland Waters",
    "Office of the High Commissioner for Ferries",
    "Treasury",
    "Directorate of Roads",
)
VALUES = st.one_of(st.none(), st.floats(-1e6, 1e6), st.sampled_from([0.0, 1e-9, 3.0]))


def edges(mark) -> tuple[float, float]:
    match mark:
        case Words():
            return mark.x, mark.x + mark.line.width
        case Box():
            return mark.x, mark.x + mark.width
        case Rule():
            return min(mark.x1, mark.x2), max(mark.x1, mark.x2)
        case Shape():
            xs = [number for step in mark.steps for number in step[1::2]]
            return min(xs), max(xs)
    raise AssertionError(mark)


def inside(slabs, compositor) -> None:
    grid = compositor.styles.grid
    for slab in slabs:
        for mark in slab.drawing:
            left, right = edges(mark)
            assert left >= grid.column - 3.0
            assert right <= grid.full + 3.0
            if isinstance(mark, Words):
                assert -1.0 <= mark.y <= slab.height


@st.composite
def charts(draw) -> Chart:
    kind = draw(st.sampled_from(TYPES))
    count = draw(st.integers(1, 14))
    names = st.text(st.sampled_from("abcdefg hij"), min_size=1, max_size=40)
    categories = tuple(draw(names) for _ in range(count))
    rows = tuple(
        Series(
            draw(names),
            tuple(draw(VALUES) for _ in range(count)),
            tuple(float(at) for at in range(count)) if kind == "scatter" else (),
        )
        for _ in range(draw(st.integers(1, 5)))
    )
    return Chart(kind, categories, rows, unit=draw(st.sampled_from(["", "%", "thousand kr"])))


@given(content=charts())
@settings(max_examples=120, deadline=None)
def test_any_chart_is_drawn_within_the_measure(compositor, content):
    slabs = chart(content, compositor)
    inside(slabs, compositor)
    assert sum(slab.height for slab in slabs) > 0


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("shape", [(4, 1), (6, 3), (30, 4), (1, 1), (2, 6)])
def test_every_series_is_named_where_there_are_several(compositor, kind, shape):
    count, series = shape
    content = made(kind, count, series)
    slabs = chart(content, compositor)
    inside(slabs, compositor)
    said = words(slabs)
    if series > 1:
        for each in content.series:
            assert each.name in said


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "scatter"])
def test_names_of_few_categories_are_all_printed(compositor, kind):
    said = " ".join(words(chart(made(kind, 4, categories=LONG), compositor)).split())
    for name in LONG:
        for word in name.split():
            assert word in said


@pytest.mark.parametrize("kind", ["bar", "column", "pie"])
def test_figures_stand_at_the_drawing(compositor, kind):
    content = made(kind, unit="%")
    said = words(chart(content, compositor))
    for value in content.series[0].values:
        if value is not None:
            assert f"{value:.0f}\u00a0%" in said


def test_a_gap_breaks_a_line(compositor):
    values = (1.0, 2.0, None, 3.0, 4.0, None, 5.0)
    content = Chart("line", tuple("abcdefg"), (Series("One", values),))
    strokes = [
        mark
        for slab in chart(content, compositor)
        for mark in slab.drawing
        if isinstance(mark, Shape) and mark.stroke
    ]
    assert [len(stroke.steps) for stroke in strokes] == [2, 2]


def test_negative_bars_run_to_the_left_of_zero(compositor):
    content = Chart("bar", ("down", "up"), (Series("One", (-5.0, 10.0)),))
    down, up = (
        mark
        for slab in chart(content, compositor)
        for mark in slab.drawing
        if isinstance(mark, Box)
    )
    assert down.x + down.width == pytest.approx(up.x)
    assert up.width == pytest.approx(2 * down.width)


def test_columns_lie_down_where_names_do_not_fit_beneath(compositor):
    content = made("column", 12, categories=LONG * 3)
    said = chart(content, compositor)
    assert len(said) > 12


def test_a_chart_without_a_single_figure_is_drawn(compositor):
    for kind in TYPES:
        chart(Chart(kind, (), ()), compositor)
        chart(Chart(kind, ("a", "b"), (Series("One", (None, None), (1.0, 2.0)),)), compositor)
        chart(Chart(kind, ("a",), (Series("One", (float("nan"),), (float("inf"),)),)), compositor)


def test_no_lettering_of_charts_collides(brand):
    sections = [
        section(
            at,
            made(kind),
            made(kind, 6, 3, unit="€ m"),
            made(kind, 4, categories=LONG, unit="%"),
            made(kind, 12),
            title=kind,
        )
        for at, kind in enumerate(TYPES, start=1)
    ]
    for page in read(render(document(*sections), brand)).boxes:
        assert list(overlapping(page)) == []


@given(values=st.lists(st.one_of(st.none(), st.floats(-1e12, 1e12)), max_size=20))
def test_an_axis_holds_all_values_in_a_few_round_steps(values):
    scale = scale_of(values)
    assert 2 <= len(scale.ticks) <= 13
    for value in values:
        if value is not None:
            assert -1e-6 <= scale.share(value) <= 1 + 1e-6


@given(
    middles=st.lists(st.floats(0, 100), min_size=1, max_size=8),
)
def test_labels_that_are_spread_do_not_overlap(middles):
    free = spread(sorted(middles), [12.0] * len(middles), 0.0, 100.0)
    for one, other in pairwise(free):
        assert other - one >= 12.0 - 1e-6


def test_neighbouring_fills_differ_in_lightness(compositor):
    for count in range(2, 7):
        colors = fills(count, compositor.styles)
        for one, other in pairwise(colors):
            assert contrast(one, other) > 1.35


def test_the_caption_stays_with_the_chart(compositor):
    *_, drawing, caption = chart(made("line"), compositor)
    assert caption.penalty == float("inf")
    assert "Figure 1" in words([caption])
    assert replace(drawing, drawing=()).height > 100
