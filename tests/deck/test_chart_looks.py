"""How the charts of a deck look: direct labels, the theme's colours, nothing outside the frame."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from deck.chart_decks import BRAND, made, place, tree
from deck.chart_gallery import AWKWARD, PLAIN, SIZES
from deckmaker.deck.charts.strokes import marks, strokes
from deckmaker.document import Chart, Series
from judges.opc import NS

CHARTS = {**PLAIN, **AWKWARD}
FULL = SIZES["full"]


def labels(chart: Chart, part: str) -> list[etree._Element]:
    """Return the labels of a chart, whole series and single points, that show `part`."""
    return [
        one.getparent() for one in tree(chart).iterfind(f".//c:{part}", NS) if one.get("val") == "1"
    ]


def corner(element: etree._Element | None) -> tuple[float, float] | None:
    """Return the fixed left top corner of a part of a chart, as shares of its frame."""
    if element is None:
        return None
    found = element.find("c:layout/c:manualLayout", NS)
    return float(found.find("c:x", NS).get("val")), float(found.find("c:y", NS).get("val"))


def has(chart: Chart, path: str) -> bool:
    return tree(chart).find(path, NS) is not None


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
    plot = place(root.find("c:chart/c:plotArea", NS))
    assert plot is not None
    x, y, width, height = plot
    assert min(x, y) >= -1e-4
    assert min(width, height) > 0
    assert max(x + width, y + height) <= 1 + 1e-4
    assert width * height > 0.08, "too little is left for the data"
    legend = corner(root.find("c:chart/c:legend", NS))
    if legend:
        assert legend[0] == 0, "flush with the line above"
        assert legend[1] < y


def test_values_stand_at_bars_and_gridlines_only_where_they_do_not_fit() -> None:
    for kind in ("bar", "column", "stacked column"):
        assert labels(PLAIN[kind], "showVal")
        assert not has(PLAIN[kind], ".//c:majorGridlines")
        assert tree(PLAIN[kind]).find(".//c:valAx/c:delete", NS).get("val") == "1"
    for name in ("bars, sixty", "columns, sixty", "stacked bars, sixty"):
        assert not labels(AWKWARD[name], "showVal")
        assert has(AWKWARD[name], ".//c:majorGridlines")


def test_a_stack_prints_all_its_figures_or_none() -> None:
    small = AWKWARD["stacked columns, small segments"]
    assert has(small, ".//c:majorGridlines")
    assert len(labels(small, "showVal")) == 1, "only the nought of a month without a stack"


def test_what_is_nought_or_not_known_is_marked() -> None:
    first = tree(AWKWARD["stacked bars, nothing"]).find(".//c:ser", NS)
    marks = {
        int(one.find("c:idx", NS).get("val")): one.find("c:numFmt", NS).get("formatCode")
        for one in first.iterfind(".//c:dLbl", NS)
        if one.find("c:numFmt", NS) is not None
    }
    assert sorted(marks) == [2, 3]
    assert "–" in marks[3]
    assert "–" not in marks[2]
    for name in ("columns, gaps", "stacked bars, nothing at all"):
        assert has(AWKWARD[name], ".//c:dLbl/c:numFmt")


@pytest.mark.parametrize("kind", [kind for kind in PLAIN if kind not in {"pie", "scatter"}])
def test_everything_stands_on_a_base_line(kind: str) -> None:
    drawn = tree(PLAIN[kind]).find(".//c:catAx/c:spPr/a:ln", NS)
    assert drawn.get("w") == "9525"
    assert drawn.find("a:solidFill", NS) is not None


@pytest.mark.parametrize("name", ["lines, decades", "areas, decades", "columns, decades"])
def test_of_many_years_every_fifth_is_named_on_an_axis_of_time(name: str) -> None:
    axis = tree(AWKWARD[name]).find(".//c:dateAx", NS)
    found = {
        part: axis.find(f"c:{part}", NS).get("val")
        for part in ("auto", "baseTimeUnit", "majorUnit", "majorTimeUnit", "majorTickMark")
    }
    assert found == {
        "auto": "0",
        "baseTimeUnit": "days",
        "majorUnit": "5",
        "majorTimeUnit": "days",
        "majorTickMark": "none" if name.startswith("columns") else "out",
    }
    assert axis.find("c:numFmt", NS).get("formatCode") == "0"
    assert axis.find(".//a:bodyPr", NS).get("rot") == "0"


def test_years_far_apart_and_months_keep_their_distance_on_an_axis_of_time() -> None:
    axis = tree(AWKWARD["lines, every fifth year"]).find(".//c:dateAx", NS)
    assert int(axis.find("c:majorUnit", NS).get("val")) % 25 == 0
    axis = tree(AWKWARD["lines, months"]).find(".//c:dateAx", NS)
    assert axis.find("c:baseTimeUnit", NS).get("val") == "months"
    assert int(axis.find("c:majorUnit", NS).get("val")) in {6, 12}


def test_names_that_are_no_dates_run_upward_where_they_do_not_fit() -> None:
    for name in ("lines, sixty", "columns, many names"):
        axis = tree(AWKWARD[name]).find(".//c:catAx", NS)
        assert axis.find(".//a:bodyPr", NS).get("rot") == "-5400000"


def test_an_axis_ends_at_the_next_sensible_step() -> None:
    axis = tree(AWKWARD["columns, six series"]).find(".//c:valAx", NS)
    assert axis.find("c:majorUnit", NS).get("val") == "20"


def test_both_axes_of_a_scatter_chart_leave_air_and_say_what_they_measure() -> None:
    root = tree(AWKWARD["scatter, titled"])
    across, up = root.iterfind(".//c:valAx", NS)
    assert across.findtext("c:title//a:t", "", NS) == "Fill in per cent"
    assert root.findtext("c:chart/c:title//a:t", "", NS) == "Cost, million"
    for axis, least, most in ((across, 16, 60), (up, 0.9, 4.2)):
        low, high = (axis.find(f"c:scaling/c:{end}", NS) for end in ("min", "max"))
        step = float(axis.find("c:majorUnit", NS).get("val"))
        assert low is None or float(low.get("val")) < least
        assert (float(high.get("val")) if high is not None else -(-most // step) * step) > most


def test_areas_are_tints_below_lines_over_the_same_cells() -> None:
    for name in ("area", "areas, three", "stacked area"):
        root = tree({**PLAIN, **AWKWARD}[name])
        fills, lines = root.find(".//c:areaChart", NS), root.find(".//c:lineChart", NS)
        formulas = [[one.text for one in part.iterfind(".//c:f", NS)] for part in (fills, lines)]
        assert formulas[0] == formulas[1]
        assert root.find("c:chart/c:legend", NS) is None
        assert (fills.find(".//a:alpha", NS) is None) == (name == "stacked area")
    assert len(labels(PLAIN["stacked area"], "showSerName")) == 3


def test_a_legend_of_areas_does_not_name_the_lines_on_top_of_them() -> None:
    names = tuple(f"A kind of energy with a very long name, number {at}" for at in range(3))
    series = tuple(Series(name, (1.0, 2.0)) for name in names)
    root = tree(Chart("stacked area", ("2023", "2024"), series))
    hidden = [
        int(one.find("c:idx", NS).get("val")) for one in root.iterfind(".//c:legendEntry", NS)
    ]
    assert hidden == [3, 4, 5]


def test_a_legend_of_areas_seen_through_names_the_lines_on_top_of_them() -> None:
    names = tuple(f"A kind of energy with a very long name, number {at}" for at in range(3))
    root = tree(Chart("area", ("2023", "2024"), tuple(Series(name, (1.0, 2.0)) for name in names)))
    hidden = [
        int(one.find("c:idx", NS).get("val")) for one in root.iterfind(".//c:legendEntry", NS)
    ]
    assert hidden == [0, 1, 2]
    lines = root.findall(".//c:lineChart/c:ser//c:spPr/a:ln/a:prstDash", NS)
    assert len({one.get("val") for one in lines}) == 3


def test_lines_are_named_at_their_ends_and_need_no_legend() -> None:
    line = PLAIN["line"]
    assert len(labels(line, "showSerName")) == len(line.series)
    assert not has(line, ".//c:legend")


def test_many_lines_are_named_at_their_ends_too() -> None:
    for name in ("lines, seven", "lines, twelve"):
        chart = AWKWARD[name]
        assert len(labels(chart, "showSerName")) == len(chart.series)
        assert not has(chart, ".//c:legend")


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
    together = tuple(Series(f"Line {at}", (1.0, 2.0 + at / 1000)) for at in range(12))
    chart = Chart("line", ("2023", "2024"), (*together, *together))
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


def test_the_unit_is_always_shown() -> None:
    for chart in CHARTS.values():
        root = tree(chart)
        shown = "".join(one.get("formatCode", "") for one in root.iterfind(".//c:numFmt", NS))
        shown += "".join(one.text for one in root.iterfind(".//a:t", NS))
        shown += "".join(one.name.lower() for one in chart.series)
        unit = chart.unit.replace('"', "″")
        assert all(part in shown for part in re.split(r"\s", unit)) or unit.capitalize() in shown


def test_a_currency_sign_stands_where_the_language_sets_it() -> None:
    def code(lang: str) -> str:
        parts = made(PLAIN["bar"], *FULL, lang)
        return etree.fromstring(parts.xml).find(".//c:dLbls/c:numFmt", NS).get("formatCode")

    assert code("en-GB") == '[$-809]"€"#,##0.0"\u00a0bn";[$-809]"−""€"#,##0.0"\u00a0bn"'
    assert code("de").startswith('[$-407]#,##0.0"\u00a0€ bn";')
    assert code("x-unknown").startswith('[$-409]"€"')


def test_per_cent_stands_as_the_language_sets_it() -> None:
    def codes(kind: str, lang: str) -> set[str]:
        parts = made(PLAIN[kind], *FULL, lang)
        root = etree.fromstring(parts.xml)
        return {one.get("formatCode") for one in root.iterfind(".//c:dLbls/c:numFmt", NS)}

    assert codes("pie", "en-GB") == {"[$-809]0%"}
    assert codes("pie", "de-DE") == {"[$-407]0\u00a0%"}
    assert codes("pie", "tr-TR") == {"[$-41F]%0"}
    assert codes("stacked column", "en-US") == {'[$-409]#,##0"%";[$-409]"−"#,##0"%"'}


def test_labels_of_a_pie_stand_off_its_slices() -> None:
    for one in tree(PLAIN["pie"]).iterfind(".//c:dLbl", NS):
        moves = {part: one.find(f"c:layout/c:manualLayout/c:{part}", NS) for part in "xy"}
        across, down = (float(moves[part].get("val")) for part in "xy")
        assert (across * FULL[0]) ** 2 + (down * FULL[1]) ** 2 > 36


def test_bars_of_a_category_have_a_seam_and_pale_ones_an_outline() -> None:
    root = tree(AWKWARD["columns, six series"])
    assert int(root.find(".//c:overlap", NS).get("val")) < 0
    outlined = [
        series.find("c:spPr/a:ln/a:solidFill", NS) is not None
        for series in root.iterfind(".//c:ser", NS)
    ]
    assert outlined == [False, True, False, False, True, False]

    assert not has(PLAIN["stacked bar"], ".//c:ser/c:spPr/a:ln/a:solidFill")


def test_the_many_parts_of_a_stack_are_parted_by_lines_and_stand_on_the_base_line() -> None:
    series = tuple(Series(f"Part {at}", (float(at), 2.0)) for at in range(1, 10))
    for kind in ("stacked bar", "stacked column"):
        root = tree(Chart(kind, ("2023", "2024"), series))
        edges = [
            one.find("c:spPr/a:ln/a:solidFill/a:schemeClr", NS)
            for one in root.iterfind(".//c:ser", NS)
        ]
        assert edges[0] is None
        assert {edge.get("val") for edge in edges[1:]} == {"bg1", "accent3"}


def test_lines_of_many_series_all_look_different() -> None:
    looks = {(one.tint, one.dash, one.marker) for one in strokes(20, BRAND)}
    assert len(looks) == 20
    assert len({(one.tint, one.marker) for one in marks(16, BRAND)}) == 16


def test_what_a_legend_tells_apart_differs_without_colours() -> None:
    assert len({(one.dash, one.marker) for one in strokes(20, BRAND, keyed=True)}) == 20
    assert len({one.marker for one in marks(8, BRAND)}) == 8
