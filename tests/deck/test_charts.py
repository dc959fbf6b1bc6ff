"""The charts of a deck hold their data, keep to the theme, and pass what others judge them by."""

from __future__ import annotations

import io
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from deck.chart_gallery import AWKWARD, BRAND, PLAIN, SIZES, TYPESETTER, chart_deck
from deckmaker.deck.charts import chart_parts
from deckmaker.deck.charts.palette import (
    TEXT_CONTRAST,
    contrast,
    fills,
    marks,
    strokes,
    text_on,
)
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


def tree(chart: Chart, width: float = FULL[0], height: float = FULL[1]) -> etree._Element:
    return etree.fromstring(chart_parts(chart, BRAND, TYPESETTER, width, height, "en-US").xml)


def cells(chart: Chart) -> object:
    made = chart_parts(chart, BRAND, TYPESETTER, *FULL, "en-US")
    return load_workbook(io.BytesIO(made.workbook)).active


def labels(chart: Chart, part: str) -> list[etree._Element]:
    """Return the labels of a chart, whole series and single points, that show `part`."""
    return [
        one.getparent() for one in tree(chart).iterfind(f".//c:{part}", NS) if one.get("val") == "1"
    ]


def has(chart: Chart, path: str) -> bool:
    return tree(chart).find(path, NS) is not None


@pytest.mark.parametrize("name", CHARTS)
def test_python_pptx_reads_the_chart_back(name: str) -> None:
    chart, read = CHARTS[name], opened()[name]
    if not (chart.type == "line" and len(chart.series) > 1):  # one with dots is told as another
        assert read.chart_type is KINDS[chart.type] or chart.type == "line"
    plot = read.plots[0]
    if chart.type != "scatter":
        assert tuple(map(unescape, plot.categories)) == chart.categories
    assert [one.name for one in plot.series] == [one.name for one in chart.series]
    assert [tuple(one.values) for one in plot.series] == [one.values for one in chart.series]


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
        count = int(reference.find("*/c:ptCount", NS).get("val"))
        stored: list[object] = [None] * count
        for point in reference.iterfind("*/c:pt", NS):
            text = point.findtext("c:v", "", NS)
            stored[int(point.get("idx"))] = text
        as_number = reference.tag.endswith("numRef")
        there += [None] * (count - len(there))
        read = float if as_number else unescape
        assert [one if one is None else read(str(one)) for one in there] == [
            one if one is None else read(str(one)) for one in stored
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
    found = [unescape(sheet.cell(row, 1).value) for row in (2, 3, 4)]
    assert found == ['<b>&"x"</b>', "=1+1", "_x0041_"]
    assert sheet.cell(3, 1).data_type == "s"


@pytest.mark.parametrize("size", SIZES)
def test_openxml_audit_and_our_own_judge_find_nothing(size: str) -> None:
    # The deck around the charts is python-pptx's: its properties and master are not ours to judge.
    deck = deck_of(size)
    assert audit(deck) == []
    charts = [
        fault for fault in check_structure(deck) if not fault.startswith(("docProps", "ppt/slideM"))
    ]
    assert charts == []


def test_two_builds_are_equal_to_the_byte() -> None:
    for chart in CHARTS.values():
        first, second = (chart_parts(chart, BRAND, TYPESETTER, *FULL, "de") for _ in range(2))
        assert (first.xml, first.workbook) == (second.xml, second.workbook)


@pytest.mark.parametrize("name", CHARTS)
def test_colours_and_fonts_are_the_themes_and_type_is_not_small(name: str) -> None:
    for size in SIZES.values():
        root = tree(CHARTS[name], *size)
        assert root.find(".//a:srgbClr", NS) is None
        assert {one.get("typeface") for one in root.iterfind(".//a:latin", NS)} == {"+mn-lt"}
        assert min(int(one.get("sz")) for one in root.iterfind(".//*[@sz]")) >= 1200


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("size", SIZES)
def test_plot_and_legend_lie_within_the_frame_and_apart(name: str, size: str) -> None:
    root = tree(CHARTS[name], *SIZES[size])
    plot, legend = (
        _place(root.find(path, NS)) for path in ("c:chart/c:plotArea", "c:chart/c:legend")
    )
    assert plot is not None
    for box in filter(None, (plot, legend)):
        x, y, width, height = box
        assert min(x, y) >= -1e-4
        assert min(width, height) > 0
        assert max(x + width, y + height) <= 1 + 1e-4
    assert plot[2] * plot[3] > 0.08, "too little is left for the data"
    if legend:
        assert legend[0] >= plot[0] + plot[2] or legend[1] + legend[3] <= plot[1] + 1e-4


def _place(element: etree._Element | None) -> tuple[float, ...] | None:
    if element is None:
        return None
    found = element.find("c:layout/c:manualLayout", NS)
    assert found is not None
    return tuple(float(found.find(f"c:{side}", NS).get("val")) for side in "xywh")


def test_values_stand_at_bars_and_gridlines_only_where_they_do_not_fit() -> None:
    for kind in ("bar", "column", "stacked column"):
        assert labels(PLAIN[kind], "showVal")
        assert not has(PLAIN[kind], ".//c:majorGridlines")
        assert tree(PLAIN[kind]).find(".//c:valAx/c:delete", NS).get("val") == "1"
    for name in ("bars, sixty", "columns, sixty", "stacked bars, sixty"):
        assert not labels(AWKWARD[name], "showVal")
        assert has(AWKWARD[name], ".//c:majorGridlines")


def test_lines_are_named_at_their_ends_and_need_no_legend() -> None:
    line = PLAIN["line"]
    assert len(labels(line, "showSerName")) == len(line.series)
    assert not has(line, ".//c:legend")


def test_names_of_lines_that_end_together_are_moved_apart() -> None:
    chart = AWKWARD["lines, meeting ends"]
    ends = [series.values[-1] for series in chart.series]
    moves = [
        float(move.get("val"))
        for move in tree(chart).iterfind(".//c:dLbl/c:layout/c:manualLayout/c:y", NS)
    ]
    assert len(moves) >= 2
    highest, lowest = ends.index(max(ends)), ends.index(min(ends))
    by_series = [
        float(one.get("val")) if one is not None else 0.0
        for one in (
            series.find(".//c:dLbl/c:layout/c:manualLayout/c:y", NS)
            for series in tree(chart).iterfind(".//c:ser", NS)
        )
    ]
    assert by_series[highest] < 0 < by_series[lowest], "the upper name goes up, the lower down"


def test_a_legend_stands_in_where_names_of_lines_would_stray() -> None:
    together = tuple(Series(f"Line {at}", (1.0, 2.0 + at / 1000)) for at in range(9))
    chart = Chart("line", ("2023", "2024"), together)
    assert has(chart, ".//c:legend")
    assert not labels(chart, "showSerName")


def test_bars_run_down_in_the_order_of_the_data() -> None:
    assert tree(PLAIN["bar"]).find(".//c:catAx//c:orientation", NS).get("val") == "maxMin"


def test_a_gap_is_a_gap_and_a_single_point_of_a_line_a_dot() -> None:
    root = tree(AWKWARD["lines, gaps"])
    assert root.find(".//c:dispBlanksAs", NS).get("val") == "gap"
    dots = [int(one.get("val")) for one in root.iterfind(".//c:ser[2]/c:dPt/c:idx", NS)]
    assert dots == [1, 5]


def test_a_pie_of_many_slices_or_series_is_drawn_as_bars() -> None:
    many = Chart("pie", tuple(f"Slice {at}" for at in range(17)), (Series("A", (1.0,) * 17),))
    several = Chart("pie", ("A", "B"), (Series("2023", (1.0, 2.0)), Series("2024", (2.0, 1.0))))
    for chart in (many, several):
        assert has(chart, ".//c:barChart")
    assert has(AWKWARD["pie, twelve"], ".//c:pieChart")


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_nothing_is_still_a_chart(kind: ChartType) -> None:
    assert has(Chart(kind, (), ()), ".//c:plotArea")
    assert has(Chart(kind, (), (Series("A", ()),)), ".//c:ser")


def test_the_unit_is_always_shown() -> None:
    for chart in CHARTS.values():
        root = tree(chart)
        shown = "".join(one.get("formatCode", "") for one in root.iterfind(".//c:numFmt", NS))
        shown += root.findtext(".//c:title//a:t", "", NS)
        unit = chart.unit.replace('"', "″")
        assert all(part in shown for part in unit.split()), chart


def test_a_heading_says_nothing_twice() -> None:
    def heading(name: str, unit: str, *, named: bool = True) -> str:
        one = Series(name, (1.0, 2.0), named=named)
        return tree(Chart("bar", ("A", "B"), (one,), unit)).findtext(".//c:title//a:t", "", NS)

    assert heading("Aid", "thousand tonnes") == "Aid, thousand tonnes"
    assert heading("Night passengers", "passengers") == "Night passengers"
    assert heading("Fuel dominates what a night costs", "%", named=False) == ""
    assert heading("crossings", "crossings", named=False) == "crossings"


def test_a_currency_sign_stands_where_the_language_sets_it() -> None:
    def code(lang: str) -> str:
        parts = chart_parts(PLAIN["bar"], BRAND, TYPESETTER, *FULL, lang)
        return etree.fromstring(parts.xml).find(".//c:dLbls/c:numFmt", NS).get("formatCode")

    assert code("en-GB").startswith('"€"#,##0.0"\u00a0bn"')
    assert code("de-DE").startswith('#,##0.0"\u00a0€ bn"')


def test_figures_that_are_no_numbers_are_refused() -> None:
    for wrong in (float("nan"), float("inf"), -1.5e305):
        with pytest.raises(ValueError, match="cannot hold"):
            tree(Chart("bar", ("A",), (Series("S", (wrong,)),)))


def test_fills_differ_in_lightness_and_can_be_written_on() -> None:
    """Nobody needs to see hues, red and green least of all, to tell one from another."""
    few = fills(6)
    for one, other in combinations(few, 2):
        assert contrast(one, other, BRAND) > 1.3
    for tint in few:
        assert contrast(text_on(tint, BRAND), tint, BRAND) >= TEXT_CONTRAST
    many = [tint.luminance(BRAND) for tint in fills(12)]
    assert len({round(one, 3) for one in many}) == 12
    assert many[::2] == sorted(many[::2])


def test_lines_of_many_series_all_look_different() -> None:
    looks = {(one.tint, one.dash, one.marker) for one in strokes(20)}
    assert len(looks) == 20
    assert len({(one.tint, one.marker) for one in marks(16)}) == 16


def test_axis_ids_are_unsigned_and_corners_square() -> None:
    for chart in CHARTS.values():
        root = tree(chart)
        assert all(int(one.get("val")) > 0 for one in root.iterfind(".//c:axId", NS))
        assert root.find("c:roundedCorners", NS).get("val") == "0"


names = st.text(st.characters(codec="utf-8"), max_size=40)
numbers = st.one_of(
    st.none(),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: round(value, 3)),
    st.floats(-1e300, 1e300),
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
    x, y, width, height = _place(root.find("c:chart/c:plotArea", NS))
    assert x >= -1e-4
    assert y >= -1e-4
    assert width > 0
    assert height > 0
    assert x + width <= 1 + 1e-4
    assert y + height <= 1 + 1e-4
    for series, element in zip(chart.series, root.iterfind(".//c:ser", NS), strict=False):
        path = "c:yVal" if chart.type == "scatter" else "c:val"
        stored = {
            int(point.get("idx")): float(point.findtext("c:v", "", NS))
            for point in element.iterfind(f"{path}//c:pt", NS)
        }
        assert stored == {at: one for at, one in enumerate(series.values) if one is not None}


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
