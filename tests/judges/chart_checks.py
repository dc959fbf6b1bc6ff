"""Checks of charts for those who see no colours or little contrast, on the finished parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from lxml import etree

from judges.appearance import LARGE, LARGE_BOLD, Page, pages
from judges.colours import Colour, Theme, contrast, luminance
from judges.contrast_checks import LARGE_TEXT, MARK, TEXT
from judges.opc import NS, Package, tag

APART = 1.35
"""The contrast from which two fills or lines are told apart in grey."""
SEEN = 1.4
"""The contrast of fills that touch, else a line has to part them."""
_INSIDE = frozenset({"ctr", "inEnd", "inBase"})
_SHOWN = ("c:showVal", "c:showCatName", "c:showSerName", "c:showPercent")
_PLOTS = ("barChart", "lineChart", "areaChart", "pieChart", "scatterChart")
_TITLES = tuple(map(tag, ("c:title", "c:legend", "c:catAx", "c:valAx", "c:dateAx")))


@dataclass(frozen=True)
class Chart:
    """A chart of a slide, with the theme and the ground of that slide."""

    slide: str
    tree: etree._Element
    theme: Theme
    ground: Colour

    @cached_property
    def plots(self) -> list[etree._Element]:
        """Its plots: one, or areas with lines over them."""
        area = self.tree.find("c:chart/c:plotArea", NS)
        return [one for one in area if etree.QName(one).localname in _PLOTS]

    @cached_property
    def series(self) -> list[etree._Element]:
        """The series of its first plot."""
        return self.plots[0].findall("c:ser", NS)

    @property
    def stacked(self) -> bool:
        """Whether its series touch each other."""
        return self.plots[0].find("c:grouping[@val='stacked']", NS) is not None

    def fill(self, holder: etree._Element) -> Colour | None:
        """Return the colour of a series or slice."""
        return self.theme.colour(holder.find("c:spPr", NS), self.ground)

    def line(self, holder: etree._Element | None) -> Colour | None:
        """Return the colour of the outline or the line of a series, slice or marker."""
        own = None if holder is None else holder.find("c:spPr/a:ln", NS)
        return self.theme.colour(own, self.ground)


def chart_text(package: Package) -> Iterator[str]:
    """Every text of a chart stands out: beside its marks from the page, on them from the mark."""
    for chart in charts(package):
        for holder, ground in _texts(chart):
            properties = next(holder.iter(tag("a:defRPr")), None)
            colour = chart.theme.colour(properties, ground)
            if properties is None or colour is None:
                yield f"{chart.slide}: a text of its chart has no colour"
                continue
            size = int(properties.get("sz", "1000"))
            large = size >= LARGE or (properties.get("b") == "1" and size >= LARGE_BOLD)
            ratio, least = contrast(colour, ground), LARGE_TEXT if large else TEXT
            if ratio < least:
                what = etree.QName(holder.getparent()).localname
                yield f"{chart.slide}: {what} of its chart has a contrast of {ratio:.2f}"


def chart_marks(package: Package) -> Iterator[str]:
    """Every mark of a chart stands out from the page, by its fill or by a line."""
    for chart in charts(package):
        for name, colours in _marks(chart):
            ratio = max((contrast(one, chart.ground) for one in colours), default=1.0)
            if ratio < MARK:
                yield f"{chart.slide}: {name} has a contrast of {ratio:.2f}, not {MARK:g}"


def neighbours(package: Package) -> Iterator[str]:
    """What touches differs in lightness, or a line parts it."""
    for chart in charts(package):
        for pair in pairwise(_touching(chart)):
            fills = [chart.fill(part) or chart.ground for part, _ in pair]
            lines = [line for _, edge in pair if (line := chart.line(edge))]
            parted = any(all(contrast(line, fill) >= SEEN for fill in fills) for line in lines)
            if not parted and contrast(*fills) < SEEN:
                yield f"{chart.slide}: parts of its chart that touch cannot be told apart"


def told_apart(package: Package) -> Iterator[str]:
    """Series are named where they stand; what a legend names differs by more than its hue."""
    for chart in charts(package):
        if len(chart.series) < 2:
            continue
        if chart.tree.find("c:chart/c:legend", NS) is None:
            named = [one for plot in chart.plots for one in plot.findall("c:ser", NS)]
            labels = [
                one for one in named if one.find(".//c:showSerName[@val='1']", NS) is not None
            ]
            if len(labels) < len(chart.series):
                yield f"{chart.slide}: nothing names the series of its chart"
        elif any(_alike(*pair) for pair in combinations(list(_swatches(chart)), 2)) and not _ladder(
            [fill for fill in map(chart.fill, chart.series) if fill], len(chart.series)
        ):
            yield f"{chart.slide}: a legend tells series of its chart apart by colour alone"


def chart_languages(package: Package) -> Iterator[str]:
    """Every text of a chart says what language it is in."""
    for chart in charts(package):
        for one in chart.tree.iter(tag("a:rPr"), tag("a:defRPr"), tag("a:endParaRPr")):
            if not one.get("lang"):
                yield f"{chart.slide}: a text of its chart has no language"


def charts(package: Package) -> Iterator[Chart]:
    """Yield the charts of all slides."""
    for page in pages(package):
        for shape in page.shapes:
            link = shape.find(".//c:chart", NS)
            part = None if link is None else package.target(page.name, link.get(f"{{{NS['r']}}}id"))
            if part in package.trees:
                yield _chart(page, shape, package.trees[part])


def _chart(page: Page, shape: etree._Element, tree: etree._Element) -> Chart:
    return Chart(page.name, tree, page.theme, page.beneath(shape))


def _touching(chart: Chart) -> list[tuple[etree._Element, etree._Element]]:
    """Return parts of which each touches the next, with what bears their outlines."""
    if _kind(chart) == "pieChart":
        slices = chart.series[0].findall("c:dPt", NS)
        return [(one, one) for one in (*slices, *slices[:1])] if len(slices) > 1 else []
    if not chart.stacked:
        return []
    return list(zip(chart.series, chart.plots[-1].findall("c:ser", NS), strict=True))


def _kind(chart: Chart) -> str:
    return str(etree.QName(chart.plots[0]).localname)


def _texts(chart: Chart) -> Iterator[tuple[etree._Element, Colour]]:
    """Yield what holds the properties of a text, with the ground that the text stands on."""
    for one in chart.tree.iter(*_TITLES):
        hidden = one.find("c:delete[@val='1']", NS) is not None
        for holder in () if hidden else one.findall("c:txPr", NS) + one.findall("c:tx/c:rich", NS):
            yield holder, chart.ground
    for plot in chart.plots:
        for series in plot.findall("c:ser", NS):
            fill = chart.fill(series) if plot.tag == tag("c:barChart") else None
            for one in series.iter(tag("c:dLbls"), tag("c:dLbl")):
                if any(one.find(f"{name}[@val='1']", NS) is not None for name in _SHOWN):
                    place = one.find("c:dLblPos", NS)
                    inside = place is not None and place.get("val") in _INSIDE
                    ground = fill if inside and fill and not _moved(one) else chart.ground
                    yield from ((holder, ground) for holder in one.findall("c:txPr", NS))


def _moved(label: etree._Element) -> bool:
    """Tell whether a label was moved from its place, beside a stack of nothing."""
    return label.find("c:layout/c:manualLayout", NS) is not None


def _marks(chart: Chart) -> Iterator[tuple[str, list[Colour]]]:
    """Yield each mark of a chart with the colours that it shows."""
    for number, series in enumerate(chart.series, 1):
        name = f"series {number} of its chart"
        match _kind(chart):
            case "pieChart":
                for one in series.findall("c:dPt", NS):
                    yield f"a slice of {name}", _shown(chart.fill(one), chart.line(one))
            case "lineChart":
                yield name, _shown(chart.line(series))
            case "scatterChart":
                marker = series.find("c:marker", NS)
                yield name, _shown(chart.fill(marker), chart.line(marker))
            case _:
                over = chart.plots[-1].findall("c:ser", NS)  # the series itself, or a line on it
                yield name, _shown(chart.fill(series), chart.line(over[number - 1]))


def _shown(*colours: Colour | None) -> list[Colour]:
    return [one for one in colours if one]


@dataclass(frozen=True)
class Swatch:
    """What a legend shows of a series: its form, and its colour."""

    form: tuple[str, ...]
    colour: Colour


def _swatches(chart: Chart) -> Iterator[Swatch]:
    # Areas that one sees through stand in their legend with the lines on top of them.
    entries = [int(one.get("val")) for one in chart.tree.iterfind(".//c:legendEntry/c:idx", NS)]
    first = len(chart.plots) > 1 and 0 in entries
    plot = chart.plots[1] if first else chart.plots[0]
    for series in plot.findall("c:ser", NS):
        dash = series.find("c:spPr/a:ln/a:prstDash", NS)
        symbol = series.find("c:marker/c:symbol", NS)
        if plot.tag in (tag("c:lineChart"), tag("c:scatterChart")):
            form = tuple("" if one is None else one.get("val", "") for one in (dash, symbol))
            marker = series.find("c:marker", NS)
            colour = chart.line(series) or (chart.fill(marker) if marker is not None else None)
        else:
            form, colour = ("area",), chart.fill(series)
        yield Swatch(form, colour or chart.ground)


def _alike(one: Swatch, other: Swatch) -> bool:
    """Tell whether two swatches have one form and, in grey, one colour."""
    return one.form == other.form and contrast(one.colour, other.colour) < APART


def _ladder(fills: Sequence[Colour], count: int) -> bool:
    """Tell whether fills run from dark to light or back: their order then is the legend's."""
    steps = [luminance(one) for one in fills]
    rising = sorted(set(steps))
    return len(rising) == count and steps in (rising, rising[::-1])


CHECKS = (chart_text, chart_marks, neighbours, told_apart, chart_languages)
