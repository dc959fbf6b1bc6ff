"""A decided chart spelled as its part of the package: `c:chartSpace` (ECMA-376 Part 1, 21.2).

Spelled as text: python-pptx's own writer knows neither theme colours nor the places of labels,
and gives its axes negative ids, which the schema forbids.
"""

from __future__ import annotations

from deckmaker.deck.charts.arrangement import SLACK, Arrangement, Canvas
from deckmaker.deck.charts.axes import axes
from deckmaker.deck.charts.plots import plot
from deckmaker.deck.charts.strokes import quiet
from deckmaker.deck.charts.style import NO_SHAPE, corner, place, text, title
from deckmaker.deck.ooxml.markup import DECLARATION, attribute
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
        f"<c:lang val={attribute(canvas.lang)}/>"
        f'<c:roundedCorners val="0"/><c:chart>{_subtitle(arranged, canvas)}'
        f'<c:autoTitleDeleted val="{int(not arranged.subtitle)}"/>'
        f"<c:plotArea>{place(arranged.plot, canvas, inner=True)}{plot(chart, arranged, canvas)}"
        f"{'' if pie else axes(chart, arranged, canvas)}{NO_SHAPE}</c:plotArea>"
        f'{_legend(arranged, canvas)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{NO_SHAPE}{text(canvas)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _subtitle(arranged: Arrangement, canvas: Canvas) -> str:
    if not arranged.subtitle:
        return ""
    x = 0.0
    if canvas.typesetter.locale.rtl:
        x = max(0.0, canvas.width - canvas.text_width(arranged.subtitle) / SLACK)
    return title(arranged.subtitle, x, 0, canvas, quiet(canvas.brand))


def _legend(arranged: Arrangement, canvas: Canvas) -> str:
    """Return the legend; areas stand in it with the lines on top of them or without, never twice.

    Applications make it as large as its entries and no larger, unless a size is given: then they
    spread the entries over it.
    """
    legend = arranged.legend
    if legend is None:
        return ""
    areas = len(arranged.series) if arranged.lines else 0
    left_out = range(areas) if legend.of_lines else range(areas, areas + len(arranged.lines))
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>' for at in left_out
    )
    box = legend.box
    where = place(box, canvas) if legend.cramped else corner(box.x, box.y, canvas)
    return (
        f'<c:legend><c:legendPos val="t"/>{hidden}{where}'
        f'<c:overlay val="0"/>{NO_SHAPE}{text(canvas)}</c:legend>'
    )
