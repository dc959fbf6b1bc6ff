"""A decided chart spelled as its part of the package: `c:chartSpace` (ECMA-376 Part 1, 21.2).

Spelled as text: python-pptx's own writer knows neither theme colours nor the places of labels,
and gives its axes negative ids, which the schema forbids.
"""

from __future__ import annotations

from deckmaker.deck.charts.arrangement import Arrangement, Canvas
from deckmaker.deck.charts.axes import axes
from deckmaker.deck.charts.palette import quiet
from deckmaker.deck.charts.plots import plot
from deckmaker.deck.charts.style import NO_SHAPE, corner, paragraph, place, run, text
from deckmaker.deck.ooxml.markup import DECLARATION
from deckmaker.deck.ooxml.markup import text as escaped
from deckmaker.document import Chart

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
WORKBOOK_ID = "rId1"
"""The relationship from the chart's part to its workbook, which the package's writer makes."""


def chart_space(chart: Chart, arranged: Arrangement, canvas: Canvas) -> bytes:
    """Return the part that holds `chart` as it was `arranged` on `canvas`."""
    canvas = canvas.at(arranged.size)
    pie = chart.type == "pie"
    return (
        f'{DECLARATION}<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart>{_heading(arranged, canvas)}'
        f'<c:autoTitleDeleted val="{int(not arranged.heading)}"/>'
        f"<c:plotArea>{place(arranged.plot, canvas, inner=True)}{plot(chart, arranged, canvas)}"
        f"{'' if pie else axes(chart, arranged, canvas)}{NO_SHAPE}</c:plotArea>"
        f'{_legend(arranged, canvas)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{NO_SHAPE}{text(canvas)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _heading(arranged: Arrangement, canvas: Canvas) -> str:
    """Return the line above the plot: what is measured, in what unit."""
    if not arranged.heading:
        return ""
    tint = quiet(canvas.brand)
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"{paragraph(canvas, tint)}<a:r>{run(canvas, tint)}"
        f"<a:t>{escaped(arranged.heading)}</a:t></a:r></a:p></c:rich></c:tx>"
        f'{corner(0, 0, canvas)}<c:overlay val="1"/></c:title>'
    )


def _legend(arranged: Arrangement, canvas: Canvas) -> str:
    if arranged.legend is None:
        return ""
    return (
        f'<c:legend><c:legendPos val="{arranged.legend.side}"/>'
        f"{place(arranged.legend.box, canvas)}"
        f'<c:overlay val="0"/>{NO_SHAPE}{text(canvas)}</c:legend>'
    )
