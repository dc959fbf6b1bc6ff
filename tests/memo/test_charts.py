"""Charts: every type draws its names and figures inside its sheet, gaps and all."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import Chart, ChartType, Series
from deckmaker.memo import render
from deckmaker.memo.charts import chart
from deckmaker.memo.drawing import Box, Rule, Shape, Words
from documents import chart as made
from documents import document, section
from memo.reading import flat, marks, overlapping, read, words

TYPES = get_args(ChartType)
LONG = (
    "Ministry of Harbours, Piers and Inland Waters",
    "Office of the High Commissioner for Ferries",
    "Treasury",
    "Directorate of Roads",
)
VALUES = st.one_of(
    st.none(), st.floats(-1e6, 1e6), st.floats(), st.sampled_from([0.0, 1e-9, 3.0, 9e29])
)


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
        for mark in flat(slab.drawing):
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
        if value is None or kind == "pie":
            continue
        assert f"{value:.0f}%" in said
    assert "%" in said


def test_a_gap_breaks_a_line(compositor):
    values = (1.0, 2.0, None, 3.0, 4.0, None, 5.0)
    content = Chart("line", tuple("abcdefg"), (Series("One", values),))
    strokes = [
        mark
        for mark in marks(chart(content, compositor))
        if isinstance(mark, Shape) and mark.stroke
    ]
    assert [len(stroke.steps) for stroke in strokes] == [2, 2]


def test_negative_bars_run_to_the_left_of_zero(compositor):
    content = Chart("bar", ("down", "up"), (Series("One", (-5.0, 10.0)),))
    down, up = (mark for mark in marks(chart(content, compositor)) if isinstance(mark, Box))
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


def test_the_only_series_is_named_above_and_its_last_figure_stands_at_its_end(compositor):
    for kind in ("line", "area", "stacked area"):
        said = words(chart(made(kind, unit="passengers"), compositor))
        assert said.startswith("Passengers\n")
        assert said.count("Passengers") == 1


def test_of_many_years_every_fifth_or_tenth_is_named_below_its_point(compositor):
    for kind in ("line", "area", "stacked area", "column", "stacked column"):
        content = replace(made(kind, 41), categories=tuple(str(1985 + at) for at in range(41)))
        slabs = chart(content, compositor)
        drawn = [mark for mark in marks(slabs) if isinstance(mark, Words)]
        years = {m.line.text: m for m in drawn if m.line.text.isdigit() and len(m.line.text) == 4}
        assert "1985" in years
        assert {int(year) % 5 for year in years} == {0}
        assert len(years) in {5, 9}
        if kind == "line":
            ticks = [m.x1 for m in marks(slabs) if isinstance(m, Rule)]
            for mark in years.values():
                middle = mark.x + mark.line.width / 2
                assert min(abs(tick - middle) for tick in ticks) < 0.01


def test_a_scatter_chart_says_what_its_abscissae_are(compositor):
    said = words(chart(made("scatter", x_title="Fill in per cent"), compositor))
    assert "Fill in per cent" in said


def test_a_stack_prints_all_its_figures_or_has_an_axis(compositor):
    large, small = (3.0, 4.0), (3.0, 0.02)
    for kind in ("stacked bar", "stacked column"):
        one, other = (
            words(chart(Chart(kind, ("a", "b"), _two(large, second), decimals=2), compositor))
            for second in (large, small)
        )
        assert one.split().count("4.00") == 2
        assert "4.00" not in other.split()
        assert "0" in other.split()


def test_a_category_of_nothing_is_marked(compositor):
    for kind in ("stacked bar", "stacked column"):
        rows = _two((3.0, 0.0, None), (4.0, None, None))
        said = words(chart(Chart(kind, ("a", "b", "c"), rows), compositor)).split()
        assert said.count("0") == 1
        assert said.count("–") == 1


def _two(*rows: tuple[float | None, ...]) -> tuple[Series, ...]:
    return tuple(Series(f"S{at}", row) for at, row in enumerate(rows))


def test_a_pie_shows_names_and_shares_as_the_deck_does(compositor):
    content = Chart("pie", ("Night", "Day"), (Series("", (31000.0, 97100.0), named=False),))
    said = " ".join(words(chart(content, compositor)).split())
    assert "Night 24%" in said
    assert "Day 76%" in said


def test_a_pie_of_nothing_is_drawn_as_bars(compositor):
    content = Chart("pie", ("Night", "Day"), (Series("", (0.0, None), named=False),))
    assert {"0", "–"} < set(words(chart(content, compositor)).split())


def test_figures_follow_the_language_of_the_memo(compositor):
    content = Chart("bar", ("a", "b"), (Series("S", (1234.5, 41.0)),), "%", decimals=1)
    german = replace(compositor, lang="de-DE")
    assert "1.234,5\u00a0%" in words(chart(content, german))
    assert "1,234.5%" in words(chart(content, compositor))


def test_pale_fills_have_an_outline(compositor):
    slabs = chart(made("column", 4, 6), compositor)
    outlined = {m.fill for m in marks(slabs) if isinstance(m, Shape) and m.stroke}
    assert len(outlined) == 2


def test_the_caption_stays_with_the_chart(compositor):
    *_, drawing, caption = chart(made("line"), compositor)
    assert caption.penalty == float("inf")
    assert "Figure 1" in words([caption])
    assert replace(drawing, drawing=()).height > 100


def test_lines_that_a_legend_names_differ_by_more_than_colour(compositor):
    names = [
        f"Series {at} with a name that is much too long for the end of a line" for at in range(12)
    ]
    series = tuple(Series(name, (float(at), 12.0 - at)) for at, name in enumerate(names))
    drawn = marks(chart(Chart("line", ("a", "b"), series), compositor))
    looks = [(m.stroke, m.dash) for m in drawn if isinstance(m, Shape) and m.stroke]
    assert len(looks) == 24  # a sample in the legend for each, and the line itself
    assert len(set(looks)) == 12
    assert len({dash for _, dash in looks}) > 3


def test_lines_whose_colours_recur_differ_by_their_dashes(compositor):
    series = tuple(Series(f"S{at}", (float(at), 12.0 - at)) for at in range(9))
    drawn = marks(chart(Chart("line", ("a", "b"), series), compositor))
    looks = [(m.stroke, m.dash) for m in drawn if isinstance(m, Shape) and m.stroke]
    assert len(set(looks)) == len(looks) == 9
