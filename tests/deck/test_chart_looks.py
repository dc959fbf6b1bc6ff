"""How the charts of a deck look: direct labels, the theme's colours, nothing outside the frame."""

from __future__ import annotations

from itertools import combinations

import pytest
from lxml import etree

from deck.chart_decks import BRAND, TYPESETTER, place, tree
from deck.chart_gallery import AWKWARD, PLAIN, SIZES
from deckmaker.deck.charts import chart_parts
from deckmaker.deck.charts.palette import (
    TEXT_CONTRAST,
    contrast,
    fills,
    marks,
    strokes,
    text_on,
)
from deckmaker.document import Chart, Series
from judges.opc import NS

CHARTS = {**PLAIN, **AWKWARD}
FULL = SIZES["full"]


def labels(chart: Chart, part: str) -> list[etree._Element]:
    """Return the labels of a chart, whole series and single points, that show `part`."""
    return [
        one.getparent() for one in tree(chart).iterfind(f".//c:{part}", NS) if one.get("val") == "1"
    ]


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
    plot, legend = (
        place(root.find(path, NS)) for path in ("c:chart/c:plotArea", "c:chart/c:legend")
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
