"""The plot of a decided chart as markup: its series with their cells and looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from deckmaker.charting.palette import PAPER, SLATE
from deckmaker.deck.charts.arrangement import Arrangement, Canvas, SeriesLook
from deckmaker.deck.charts.axes import ids
from deckmaker.deck.charts.formats import MONTH, TIME
from deckmaker.deck.charts.labels import labels
from deckmaker.deck.charts.stacks import SEAM
from deckmaker.deck.charts.strokes import Stroke
from deckmaker.deck.charts.style import NO_LINE, line, solid
from deckmaker.deck.charts.workbook import (
    Reference,
    SeriesCells,
    calendar_numbers,
    number_text,
    series_cells,
    string_text,
)
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.document import Chart, Series

DOT, MARK = 7, 8
"""The sizes of a line's dot and of a scattered point, points."""
_DRAWN = frozenset({"x", "plus", "star"})
"""Marks that PowerPoint draws as strokes, which the others are not."""
PEN = 1.5
"""The weight of such strokes, points."""
PIE_SEAM = 1.5
"""The line of paper between two slices, points."""
_VARIED = '<c:varyColors val="0"/>'


def plot(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    """Return the plot of `chart`, without its axes."""
    drawn = _all(chart, arranged, canvas, arranged.series)
    stacked = "stacked" if chart.type.startswith("stacked") else ""
    match chart.type:
        case "bar" | "column" | "stacked bar" | "stacked column":
            direction = "bar" if chart.type.endswith("bar") else "col"
            return (
                f'<c:barChart><c:barDir val="{direction}"/>'
                f'<c:grouping val="{stacked or "clustered"}"/>{_VARIED}{drawn}'
                f'<c:gapWidth val="{arranged.gap}"/>'
                f'<c:overlap val="{100 if stacked else -SEAM}"/>{ids()}</c:barChart>'
            )
        case "line":
            return _line_chart("standard", drawn)
        case "area" | "stacked area":
            lines = _all(chart, arranged, canvas, arranged.lines, over=True)
            grouping = stacked or "standard"
            return (
                f'<c:areaChart><c:grouping val="{grouping}"/>{_VARIED}{drawn}{ids()}</c:areaChart>'
                f"{_line_chart(grouping, lines) if lines else ''}"
            )
        case "pie":
            start = f'<c:firstSliceAng val="{arranged.start}"/>'
            return f'<c:pieChart><c:varyColors val="1"/>{drawn}{start}</c:pieChart>'
        case "scatter":
            return (
                f'<c:scatterChart><c:scatterStyle val="lineMarker"/>{_VARIED}{drawn}'
                f"{ids()}</c:scatterChart>"
            )
        case _:
            assert_never(chart.type)


def _line_chart(grouping: str, drawn: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="{grouping}"/>{_VARIED}{drawn}'
        f'<c:marker val="1"/>{ids()}</c:lineChart>'
    )


def _all(
    chart: Chart,
    arranged: Arrangement,
    canvas: Canvas,
    looks: Sequence[SeriesLook],
    *,
    over: bool = False,
) -> str:
    """Return the series of `chart` in their `looks`; `over` are the lines on top of areas."""
    first = len(chart.series) if over else 0
    drawn = []
    for at, (series, look, cells) in enumerate(
        zip(chart.series, looks, series_cells(chart), strict=False), first
    ):
        head = f'<c:idx val="{at}"/><c:order val="{at}"/>{_name(series, cells)}'
        body = _body(chart, arranged, series, look, cells, labels(look, arranged, canvas), over)
        drawn.append(f"<c:ser>{head}{body}</c:ser>")
    return "".join(drawn)


def _body(
    chart: Chart,
    arranged: Arrangement,
    series: Series,
    look: SeriesLook,
    cells: SeriesCells,
    labelled: str,
    over: bool,
) -> str:
    """Return what a series holds behind its name."""
    numbers = _numbers("c:val", cells.values, series.values, look.unknown)
    data = f"{labelled}{_categories(chart, arranged, cells)}{numbers}"
    match "line" if over else chart.type:
        case "bar" | "column" | "stacked bar" | "stacked column":
            shape = f"<c:spPr>{solid(look.fill)}{_edge(look)}</c:spPr>"
            return f'{shape}<c:invertIfNegative val="0"/>{data}'
        case "line":
            return (
                f"{_line_shape(look)}{_marker(look.stroke, DOT, drawn=_marked(look))}"
                f'{_dots(look)}{data}<c:smooth val="0"/>'
            )
        case "area" | "stacked area":
            return f"<c:spPr>{solid(look.fill, look.opacity)}{_edge(look)}</c:spPr>{data}"
        case "pie":
            return f"{_slices(look, seamed=sum(map(bool, series.values)) > 1)}{data}"
        case _:
            xs = _numbers("c:xVal", cells.xs, series.xs)
            ys = _numbers("c:yVal", cells.values, series.values)
            return (
                '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
                f"{_marker(look.stroke, MARK, drawn=True)}{labelled}{xs}{ys}"
                '<c:smooth val="0"/>'
            )


def _edge(look: SeriesLook) -> str:
    if look.outlined:
        return line(SLATE, HAIRLINE)
    return line(PAPER, HAIRLINE) if look.seamed else NO_LINE


def _name(series: Series, cells: SeriesCells) -> str:
    return f"<c:tx>{_strings(cells.name, (series.name,))}</c:tx>" if series.name else ""


def _categories(chart: Chart, arranged: Arrangement, cells: SeriesCells) -> str:
    if arranged.calendar is None:
        return f"<c:cat>{_strings(cells.xs, chart.categories)}</c:cat>"
    code = TIME if arranged.calendar.unit == "year" else MONTH
    return _numbers("c:cat", cells.xs, calendar_numbers(arranged.calendar), code=code)


def _strings(cells: Reference, values: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{string_text(value)}</c:v></c:pt>'
        for at, value in enumerate(values)
    )
    return (
        f"<c:strRef><c:f>{cells.formula}</c:f>"
        f'<c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(
    tag: str,
    cells: Reference,
    values: Iterable[float | None],
    unknown: Sequence[int] = (),
    code: str = "General",
) -> str:
    """Return figures after the cells that hold them.

    Those `unknown` are dashes in the workbook, which every application takes for noughts.
    """
    known = [0.0 if at in unknown else value for at, value in enumerate(values)]
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{number_text(value)}</c:v></c:pt>'
        for at, value in enumerate(known)
        if value is not None
    )
    return (
        f"<{tag}><c:numRef><c:f>{cells.formula}</c:f><c:numCache>"
        f'<c:formatCode>{code}</c:formatCode><c:ptCount val="{len(known)}"/>{points}'
        f"</c:numCache></c:numRef></{tag}>"
    )


def _line_shape(look: SeriesLook) -> str:
    stroke = look.stroke
    return f"<c:spPr>{line(stroke.tint, stroke.weight, stroke.dash)}</c:spPr>"


def _marked(look: SeriesLook) -> bool:
    return look.stroke.marker != "none"


def _marker(stroke: Stroke, size: int, *, drawn: bool) -> str:
    if not drawn:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    symbol = "circle" if stroke.marker == "none" else stroke.marker
    edge = line(stroke.tint, PEN) if symbol in _DRAWN else line(PAPER, HAIRLINE)
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{solid(stroke.tint)}{edge}</c:spPr></c:marker>"
    )


def _dots(look: SeriesLook) -> str:
    """Return the single points of a line that bear a dot."""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/>{_marker(look.stroke, DOT, drawn=True)}'
        f'<c:bubble3D val="0"/>{_line_shape(look)}</c:dPt>'
        for at in sorted(set(look.dots))
    )


def _slices(look: SeriesLook, *, seamed: bool) -> str:
    seam = line(PAPER, PIE_SEAM) if seamed else NO_LINE
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(each.fill)}{_edge(each) if each.outlined else seam}</c:spPr></c:dPt>"
        for at, each in enumerate(look.slices)
    )
