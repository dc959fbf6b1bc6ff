"""Charts of the deck: a document's Chart and the size of its frame become two parts of the file.

First a chart is arranged (`bars`, `columns`, `lines`, `areas`, `scatter`, `pie` decide), over
several slides where its names need them (`division`); then it is spelled (`chartspace`): the chart
itself, native and editable, and the workbook behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from deckmaker.brand import Brand
from deckmaker.charting import drawable
from deckmaker.deck.charts.areas import arrange_areas
from deckmaker.deck.charts.arrangement import Arrangement, Canvas, Drawing
from deckmaker.deck.charts.bars import arrange_bars
from deckmaker.deck.charts.chartspace import WORKBOOK_ID, chart_space
from deckmaker.deck.charts.columns import arrange_columns
from deckmaker.deck.charts.lines import arrange_lines
from deckmaker.deck.charts.mirror import mirrored
from deckmaker.deck.charts.pie import arrange_pie, is_pie
from deckmaker.deck.charts.scatter import arrange_scatter
from deckmaker.deck.charts.workbook import workbook
from deckmaker.deck.scripts import Scripts
from deckmaker.document import Chart
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH, Wording

__all__ = ["WORKBOOK_ID", "ChartParts", "arrange", "canvas_for", "chart_parts"]


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The two parts of a chart; the first points to the second by the id `WORKBOOK_ID`."""

    xml: bytes = field(repr=False)
    workbook: bytes = field(repr=False)


def chart_parts(drawing: Drawing) -> ChartParts:
    """Return the parts of a chart that has been arranged."""
    chart, arranged = drawing.chart, drawing.arranged
    return ChartParts(chart_space(chart, arranged, drawing.canvas), workbook(chart, arranged))


def canvas_for(
    chart: Chart,
    brand: Brand,
    typesetter: Typesetter,
    width: float,
    height: float,
    lang: str,
    wording: Wording = ENGLISH,
) -> Canvas:
    """Return a frame of `width` × `height` points for `chart`, whose text is in `lang` (BCP 47)."""
    names = (series.name for series in chart.series)
    texts = (*chart.categories, *names, chart.unit, chart.x_title)
    type_ = Scripts(brand, typesetter).of_chart(texts)
    return Canvas(width, height, brand.deck.small, brand, typesetter, lang, type_, wording)


def arrange(chart: Chart, canvas: Canvas) -> Drawing:
    """Return `chart` as it is drawn in `canvas`; a value that a workbook cannot hold is a gap."""
    chart = drawable(chart)
    if chart.type == "pie" and not is_pie(chart):
        chart = replace(chart, type="bar")
    arranged = _arrange(chart, canvas)
    if canvas.typesetter.locale.rtl:
        arranged = mirrored(arranged, chart, canvas)
    return Drawing(chart, arranged, canvas)


def _arrange(chart: Chart, canvas: Canvas) -> Arrangement:
    match chart.type:
        case "bar" | "stacked bar":
            return arrange_bars(chart, canvas)
        case "column" | "stacked column":
            return arrange_columns(chart, canvas)
        case "line":
            return arrange_lines(chart, canvas)
        case "area" | "stacked area":
            return arrange_areas(chart, canvas)
        case "pie":
            return arrange_pie(chart, canvas)
        case "scatter":
            return arrange_scatter(chart, canvas)
        case _:
            assert_never(chart.type)
