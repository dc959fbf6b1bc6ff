"""The charts of a deck hold their data, in the file and behind it, and pass their judges."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from deck.chart_decks import chart_deck, made, place, tree
from deck.chart_gallery import AWKWARD, PLAIN, SIZES
from deckmaker.charting import calendar_of, drawable
from deckmaker.deck.charts.pie import is_pie
from deckmaker.document import Chart, ChartType, Series
from judges.opc import NS
from judges.rendering import check_rendering
from judges.structure import check_structure
from judges.validators import audit, sdk

CHARTS = {**PLAIN, **AWKWARD}
FULL = SIZES["full"]
KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked bar": XL_CHART_TYPE.BAR_STACKED,
    "stacked column": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "area": XL_CHART_TYPE.AREA,
    "stacked area": XL_CHART_TYPE.AREA_STACKED,
    "pie": XL_CHART_TYPE.PIE,
    "scatter": XL_CHART_TYPE.XY_SCATTER,
}


def count(chart: Chart) -> range:
    return range(len(chart.series))


def stored(chart: Chart, number: int) -> tuple[float | None, ...]:
    """Return what a series holds: where a bar or a stack is not known, the nought of a dash."""
    drawn = drawable(chart)
    kind = "bar" if chart.type == "pie" and not is_pie(drawn) else chart.type
    if kind not in {"bar", "column", "stacked bar", "stacked column"}:
        return drawn.series[number].values
    stack = kind.startswith("stacked")
    empty = [
        set(column) == {None} for column in zip(*(one.values for one in drawn.series), strict=True)
    ]
    return tuple(
        0.0 if value is None and (not stack or (empty[at] and number == 0)) else value
        for at, value in enumerate(drawn.series[number].values)
    )


def axis_numbers(chart: Chart) -> tuple[int, ...]:
    calendar = calendar_of(chart.categories)
    assert calendar is not None
    return calendar.days if calendar.unit == "month" else calendar.numbers


@cache
def deck_of(size: str) -> bytes:
    return chart_deck(CHARTS, *SIZES[size])


@cache
def opened() -> dict:
    """Return python-pptx's charts of the full deck by their slides' titles."""
    slides = Presentation(io.BytesIO(deck_of("full"))).slides
    return {
        slide.shapes.title.text: next(shape.chart for shape in slide.shapes if shape.has_chart)
        for slide in slides
    }


def cells(chart: Chart) -> object:
    parts = made(chart, *FULL)
    return load_workbook(io.BytesIO(parts.workbook)).active


@pytest.mark.parametrize("name", CHARTS)
def test_python_pptx_reads_the_chart_back(name: str) -> None:
    chart, read = CHARTS[name], opened()[name]
    if not (chart.type == "line" and len(chart.series) > 1):  # one with dots is told as another
        assert read.chart_type is KINDS[chart.type] or chart.type == "line"
    plot = read.plots[0]
    dated = tree(chart).find(".//c:dateAx", NS) is not None
    if chart.type != "scatter" and not dated:
        assert tuple(map(unescape, plot.categories)) == chart.categories
    elif dated:
        assert [int(one) for one in plot.categories] == list(axis_numbers(chart))
    assert [one.name for one in plot.series] == [one.name for one in chart.series]
    assert [tuple(one.values) for one in plot.series] == [stored(chart, at) for at in count(chart)]


def cell_number(cell: object) -> float | None:
    """Return a cell as a chart counts it: a date by its days, a dash as nought."""
    if isinstance(cell, datetime):
        return float((cell - datetime(1899, 12, 30)).days)
    return None if cell is None else 0.0 if cell == "–" else float(cell)


@pytest.mark.parametrize("name", CHARTS)
def test_the_workbook_holds_what_the_chart_points_to(name: str) -> None:
    """Every reference of the chart leads to the very cells that it has in store."""
    sheet, root = cells(CHARTS[name]), tree(CHARTS[name])
    references = [*root.iter(f"{{{NS['c']}}}strRef"), *root.iter(f"{{{NS['c']}}}numRef")]
    assert references
    for reference in references:
        title, _, area = reference.findtext("c:f", "", NS).partition("!")
        assert title == sheet.title
        column, first, _, last = range_boundaries(area.replace("$", ""))
        there = [sheet.cell(row, column).value for row in range(first, last + 1)]
        length = int(reference.find("*/c:ptCount", NS).get("val"))
        kept: list[object] = [None] * length
        for point in reference.iterfind("*/c:pt", NS):
            text = point.findtext("c:v", "", NS)
            kept[int(point.get("idx"))] = text
        as_number = reference.tag.endswith("numRef")
        there += [None] * (length - len(there))
        read = float if as_number else unescape
        assert [cell_number(one) if as_number else one for one in there] == [
            one if one is None else read(str(one)) for one in kept
        ]


def test_a_scatter_chart_has_its_abscissae_once_where_they_are_shared() -> None:
    one = Series("A", (1.0, 2.0), (5.0, 6.0))
    sheet = cells(Chart("scatter", (), (one, Series("B", (3.0, 4.0), (5.0, 6.0)))))
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        [None, "A", "B"],
        [5, 1, 3],
        [6, 2, 4],
    ]
    sheet = cells(Chart("scatter", (), (one, Series("B", (3.0, 4.0), (7.0, 8.0)))))
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        [None, "A", None, "B"],
        [5, 1, 7, 3],
        [6, 2, 8, 4],
    ]


def test_words_that_look_like_formulas_or_escapes_stay_words() -> None:
    sheet = cells(AWKWARD["markup"])
    found = [sheet.cell(row, 1).value for row in (2, 3, 4)]
    assert found == ['<b>&"x"</b>', "=1+1", "_x0041_"]
    assert sheet.cell(3, 1).data_type == "s"


@pytest.mark.parametrize("size", SIZES)
def test_openxml_audit_and_our_own_judge_find_nothing(size: str) -> None:
    # The deck around the charts is python-pptx's: its properties, its master and that it has no
    # notes are not ours to judge.
    deck = deck_of(size)
    assert audit(deck) == []
    charts = [
        fault
        for fault in check_structure(deck)
        if not fault.startswith(("docProps", "ppt/slideM")) and "the notes" not in fault
    ]
    assert charts == []


def test_two_builds_are_equal_to_the_byte() -> None:
    for chart in CHARTS.values():
        first, second = (made(chart, *FULL, "de") for _ in range(2))
        assert (first.xml, first.workbook) == (second.xml, second.workbook)


def test_openxml_audit_finds_nothing_in_the_workbooks() -> None:
    for chart in CHARTS.values():
        parts = made(chart, *FULL)
        # It wants a theme, which no cell here names; neither Excel nor the SDK asks for one.
        faults = [one for one in audit(parts.workbook, ".xlsx") if "relationships/theme" not in one]
        assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_nothing_is_still_a_chart(kind: ChartType) -> None:
    assert tree(Chart(kind, (), ())).find(".//c:plotArea", NS) is not None
    assert tree(Chart(kind, (), (Series("A", ()),))).find(".//c:ser", NS) is not None


def test_figures_that_no_workbook_holds_are_not_known() -> None:
    for wrong in (float("nan"), float("inf"), -1.5e305):
        chart = Chart("bar", ("A", "B"), (Series("S", (wrong, 1.0)),))
        assert cells(chart)["B2"].value == "–"
        assert cells(replace(chart, type="line"))["B2"].value is None


def test_years_in_the_workbook_are_the_plain_numbers_that_one_would_type() -> None:
    sheet = cells(AWKWARD["lines, decades"])
    assert [sheet.cell(row, 1).value for row in (2, 42)] == [1985, 2025]
    assert sheet.cell(2, 1).number_format == "General"
    sheet = cells(AWKWARD["lines, months"])
    assert sheet.cell(2, 1).value == datetime(2021, 1, 1)
    assert sheet.cell(2, 1).number_format == r"yyyy\-mm"


def test_a_mark_for_what_is_not_known_gives_way_to_a_figure() -> None:
    """The dash is the format of a nought: a figure typed in its place is printed."""
    root = tree(AWKWARD["columns, gaps"])
    label = root.find(".//c:dLbl", NS)
    assert label.find("c:idx", NS).get("val") == "1"
    assert label.find("c:numFmt", NS).get("formatCode") == '[=0]"–";[$-409]#,##0'


def test_axis_ids_are_unsigned_and_corners_square() -> None:
    for chart in CHARTS.values():
        root = tree(chart)
        assert all(int(one.get("val")) > 0 for one in root.iterfind(".//c:axId", NS))
        assert root.find("c:roundedCorners", NS).get("val") == "0"


names = st.text(st.characters(codec="utf-8"), max_size=40)
numbers = st.one_of(
    st.none(),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: round(value, 3)),
    st.floats(),
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind: ChartType = draw(st.sampled_from(list(KINDS)))
    points = draw(st.integers(1, 30))
    values = st.lists(numbers, min_size=points, max_size=points).map(tuple)
    xs = st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=points, max_size=points).map(
        tuple
    )
    series = draw(
        st.lists(
            st.builds(Series, names, values, xs if kind == "scatter" else st.just(())),
            min_size=1,
            max_size=12,
        )
    )
    categories = draw(st.lists(names, min_size=points, max_size=points))
    unit, decimals = (
        draw(st.sampled_from(["", "%", "€ bn", 'in"', "tonnes"])),
        draw(st.integers(0, 9)),
    )
    return Chart(
        kind, () if kind == "scatter" else tuple(categories), tuple(series), unit, decimals=decimals
    )


@given(charts(), st.sampled_from(sorted(SIZES)))
def test_any_chart_has_a_plot_in_its_frame_and_its_figures_in_store(
    chart: Chart, size: str
) -> None:
    root = tree(chart, *SIZES[size])
    x, y, width, height = place(root.find("c:chart/c:plotArea", NS))
    assert x >= -1e-4
    assert y >= -1e-4
    assert width > 0
    assert height > 0
    assert x + width <= 1 + 1e-4
    assert y + height <= 1 + 1e-4
    for number, element in zip(count(chart), root.iterfind(".//c:ser", NS), strict=False):
        path = "c:yVal" if chart.type == "scatter" else "c:val"
        found = {
            int(point.get("idx")): float(point.findtext("c:v", "", NS))
            for point in element.iterfind(f"{path}//c:pt", NS)
        }
        assert found == {at: one for at, one in enumerate(stored(chart, number)) if one is not None}


@pytest.mark.render
@pytest.mark.parametrize("size", SIZES)
def test_the_sdk_finds_nothing_in_any_type_at_any_size(size: str, tmp_path) -> None:
    path = tmp_path / "charts.pptx"
    path.write_bytes(deck_of(size))
    assert sdk(path) == []


@pytest.mark.render
@pytest.mark.parametrize("size", SIZES)
def test_every_text_of_a_chart_is_drawn_within_its_frame(size: str) -> None:
    assert check_rendering(deck_of(size)) == []


@pytest.mark.render
def test_the_sdk_finds_nothing_in_a_workbook(tmp_path) -> None:
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(made(AWKWARD["markup"], *FULL).workbook)
    assert sdk(path) == []
