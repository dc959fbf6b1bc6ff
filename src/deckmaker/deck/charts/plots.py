"""The plot of a decided chart as markup: its series with their cells, looks and labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from deckmaker.deck.charts.arrangement import Arrangement, Canvas, Label, SeriesLook
from deckmaker.deck.charts.axes import ids
from deckmaker.deck.charts.palette import PAPER, Stroke, quiet
from deckmaker.deck.charts.style import NO_LINE, NO_SHAPE, line, moved, solid, text
from deckmaker.deck.charts.workbook import (
    Reference,
    SeriesCells,
    number_text,
    series_cells,
    string_text,
)
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.deck.ooxml import markup
from deckmaker.document import Chart, Series

DOT, MARK = 7, 8
"""The sizes of a line's dot and of a scattered point, points."""
_LABEL_BODY = ' rot="0" vert="horz" wrap="none" anchor="ctr"'


def plot(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    """Return the plot of `chart`, without its axes."""
    cells = enumerate(series_cells(chart))
    drawn = "".join(_series(chart, arranged, canvas, at, place) for at, place in cells)
    stacked = "stacked" if chart.type.startswith("stacked") else ""
    varied = '<c:varyColors val="0"/>'
    match chart.type:
        case "bar" | "column" | "stacked bar" | "stacked column":
            direction = "bar" if chart.type.endswith("bar") else "col"
            return (
                f'<c:barChart><c:barDir val="{direction}"/>'
                f'<c:grouping val="{stacked or "clustered"}"/>{varied}{drawn}'
                f'<c:gapWidth val="{arranged.gap}"/>'
                f'<c:overlap val="{100 if stacked else 0}"/>{ids()}</c:barChart>'
            )
        case "line":
            return (
                f'<c:lineChart><c:grouping val="standard"/>{varied}{drawn}'
                f'<c:marker val="1"/>{ids()}</c:lineChart>'
            )
        case "area" | "stacked area":
            return (
                f'<c:areaChart><c:grouping val="{stacked or "standard"}"/>{varied}{drawn}'
                f"{ids()}</c:areaChart>"
            )
        case "pie":
            start = f'<c:firstSliceAng val="{arranged.start}"/>'
            return f'<c:pieChart><c:varyColors val="1"/>{drawn}{start}</c:pieChart>'
        case "scatter":
            return (
                f'<c:scatterChart><c:scatterStyle val="lineMarker"/>{varied}{drawn}'
                f"{ids()}</c:scatterChart>"
            )
        case _:
            assert_never(chart.type)


def _series(
    chart: Chart, arranged: Arrangement, canvas: Canvas, at: int, cells: SeriesCells
) -> str:
    series, look = chart.series[at], arranged.series[at]
    labels = _labels(look, arranged, canvas)
    head = f'<c:idx val="{at}"/><c:order val="{at}"/>{_name(series, cells)}'
    numbers = _numbers("c:val", cells.values, series.values)
    names = f"<c:cat>{_strings(cells.xs, chart.categories)}</c:cat>"
    match chart.type:
        case "bar" | "column" | "stacked bar" | "stacked column":
            edge = line(PAPER, HAIRLINE) if chart.type.startswith("stacked") else NO_LINE
            body = f'{_shape(look, edge)}<c:invertIfNegative val="0"/>{labels}{names}{numbers}'
        case "line":
            body = (
                f"{_line_shape(look)}{_marker(look.stroke, DOT, drawn=_marked(look))}"
                f'{_dots(look)}{labels}{names}{numbers}<c:smooth val="0"/>'
            )
        case "area" | "stacked area":
            edge = line(look.fill, 1.5) if look.opacity < 1 else line(PAPER, HAIRLINE)
            body = f"{_shape(look, edge)}{labels}{names}{numbers}"
        case "pie":
            edge = line(PAPER, 1.5) if sum(map(bool, series.values)) > 1 else NO_LINE
            body = f"{_slices(look, edge)}{labels}{names}{numbers}"
        case "scatter":
            xs = _numbers("c:xVal", cells.xs, series.xs)
            ys = _numbers("c:yVal", cells.values, series.values)
            body = (
                f'<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
                f"{_marker(look.stroke, MARK, drawn=True)}{labels}{xs}{ys}"
                '<c:smooth val="0"/>'
            )
        case _:
            assert_never(chart.type)
    return f"<c:ser>{head}{body}</c:ser>"


def _name(series: Series, cells: SeriesCells) -> str:
    return f"<c:tx>{_strings(cells.name, (series.name,))}</c:tx>" if series.name else ""


def _strings(cells: Reference, values: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{string_text(value)}</c:v></c:pt>'
        for at, value in enumerate(values)
    )
    return (
        f"<c:strRef><c:f>{cells.formula}</c:f>"
        f'<c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(tag: str, cells: Reference, values: Iterable[float | None]) -> str:
    known = tuple(values)
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{number_text(value)}</c:v></c:pt>'
        for at, value in enumerate(known)
        if value is not None
    )
    return (
        f"<{tag}><c:numRef><c:f>{cells.formula}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(known)}"/>{points}'
        f"</c:numCache></c:numRef></{tag}>"
    )


def _shape(look: SeriesLook, edge: str) -> str:
    return f"<c:spPr>{solid(look.fill, look.opacity)}{edge}</c:spPr>"


def _line_shape(look: SeriesLook) -> str:
    stroke = look.stroke
    return f"<c:spPr>{line(stroke.tint, stroke.weight, stroke.dash)}</c:spPr>"


def _marked(look: SeriesLook) -> bool:
    return look.stroke.marker != "none"


def _marker(stroke: Stroke, size: int, *, drawn: bool) -> str:
    if not drawn:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    symbol = "circle" if stroke.marker == "none" else stroke.marker
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{solid(stroke.tint)}{line(PAPER, HAIRLINE)}</c:spPr></c:marker>"
    )


def _dots(look: SeriesLook) -> str:
    """Return the single points of a line that bear a dot."""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/>{_marker(look.stroke, DOT, drawn=True)}'
        f'<c:bubble3D val="0"/>{_line_shape(look)}</c:dPt>'
        for at in sorted(set(look.dots))
    )


def _slices(look: SeriesLook, edge: str) -> str:
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(tint)}{edge}</c:spPr></c:dPt>"
        for at, tint in enumerate(look.slices)
    )


def _labels(look: SeriesLook, arranged: Arrangement, canvas: Canvas) -> str:
    if look.label is None and not look.special:
        return ""
    single = "".join(
        f'<c:dLbl><c:idx val="{at}"/>{_label(label, arranged, canvas, single=True)}</c:dLbl>'
        for at, label in look.special
    )
    rest = (
        _label(look.label, arranged, canvas, single=False)
        if look.label
        else "".join(f'<c:{part} val="0"/>' for part in _PARTS)
    )
    leaders = (
        '<c:showLeaderLines val="1"/><c:leaderLines><c:spPr>'
        f"{line(quiet(canvas.brand), HAIRLINE)}</c:spPr></c:leaderLines>"
        if look.slices
        else ""
    )
    return f"<c:dLbls>{single}{rest}{leaders}</c:dLbls>"


_PARTS = (
    "showLegendKey",
    "showVal",
    "showCatName",
    "showSerName",
    "showPercent",
    "showBubbleSize",
)


def _label(label: Label | None, arranged: Arrangement, canvas: Canvas, *, single: bool) -> str:
    if label is None:
        return '<c:delete val="1"/>'
    shown = (False, label.value, label.category, label.name, label.percent, False)
    code = markup.attribute("0\u00a0%" if label.percent else arranged.figures.code)
    parts = "".join(f'<c:{part} val="{int(on)}"/>' for part, on in zip(_PARTS, shown, strict=True))
    return (
        f"{moved(label.right, label.down, canvas) if single else ''}"
        f'<c:numFmt formatCode={code} sourceLinked="0"/>{NO_SHAPE}'
        f"{text(canvas, label.tint, bold=label.bold, body=_LABEL_BODY)}"
        f'<c:dLblPos val="{label.place}"/>{parts}<c:separator>: </c:separator>'
    )
