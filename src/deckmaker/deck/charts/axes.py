"""The axes of a decided chart as markup: categories along one side, values along the other."""

from __future__ import annotations

from deckmaker.deck.charts.arrangement import Arrangement, Axis, Canvas, values
from deckmaker.deck.charts.figures import Figures
from deckmaker.deck.charts.palette import INK, grid, quiet
from deckmaker.deck.charts.style import NO_LINE, NO_SHAPE, line, text
from deckmaker.deck.charts.workbook import number_text
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.deck.ooxml.markup import attribute
from deckmaker.document import Chart

CATEGORIES, VALUES = 1001, 1002
"""The ids of the axes; the schema wants them unsigned."""
_LEVEL = ' rot="0" vert="horz"'
_THINNED = ' rot="1" vert="horz"'
"""Level to within a 60,000th of a degree. Where names are left out, LibreOffice must not be told
that they stand quite level: it knows no step of names and would break every one into letters.
"""
_UPWARD = ' rot="-5400000" vert="horz"'


def axes(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    """Return the two axes of any chart but a pie."""
    if arranged.across:
        return _abscissae(arranged.across, canvas) + _values(chart, arranged, canvas)
    return _categories(chart, arranged, canvas) + _values(chart, arranged, canvas)


def ids() -> str:
    """Return the references by which a plot names its axes."""
    return f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'


def _categories(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    level = chart.type.endswith("bar")
    # Bars read down the page: the axis is turned round, and the value axis with it to the top.
    orientation, position = ("maxMin", "l") if level else ("minMax", "b")
    tint = quiet(canvas.brand) if chart.type.endswith(("line", "area")) else INK
    body = _UPWARD if arranged.turned else _LEVEL if arranged.skip == 1 else _THINNED
    skip = arranged.skip
    # The white edges of stacked areas would cut the axis into dashes.
    based = not chart.type.startswith("stacked") or min(values(chart), default=0.0) < 0
    edge = line(INK, HAIRLINE) if based else NO_LINE
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/>'
        f'<c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/>{edge}</c:spPr>"
        f"{text(canvas, tint, body=body)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'<c:tickLblSkip val="{skip}"/><c:tickMarkSkip val="{skip}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    level = chart.type.endswith("bar")
    axis = arranged.axis
    # A line or an area begins at the edge of the plot, a bar stands in the middle of its band.
    edged = chart.type.endswith(("line", "area")) and len(chart.categories) > 1
    between = "midCat" if edged or chart.type == "scatter" else "between"
    return (
        f'<c:valAx><c:axId val="{VALUES}"/>'
        f"{_scaling(axis)}"
        f'<c:delete val="{int(not axis.shown)}"/>'
        f'<c:axPos val="{"t" if level else "l"}"/>'
        f"{_gridlines(arranged, canvas)}{_number_format(axis.figures)}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{NO_SHAPE}{text(canvas, quiet(canvas.brand), body=_LEVEL)}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{between}"/>{_step(axis)}</c:valAx>'
    )


def _scaling(axis: Axis) -> str:
    ends = "".join(
        f'<c:{name} val="{number_text(end)}"/>'
        for name, end in (("max", axis.high), ("min", axis.low))
        if end is not None
    )
    return f'<c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'


def _step(axis: Axis) -> str:
    return f'<c:majorUnit val="{number_text(axis.scale.step)}"/>' if axis.shown else ""


def _abscissae(axis: Axis, canvas: Canvas) -> str:
    return (
        f'<c:valAx><c:axId val="{CATEGORIES}"/>'
        f'{_scaling(axis)}<c:delete val="0"/>'
        f'<c:axPos val="b"/>{_number_format(axis.figures)}'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/>{line(INK, HAIRLINE)}</c:spPr>"
        f"{text(canvas, quiet(canvas.brand), body=_LEVEL)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="midCat"/>{_step(axis)}</c:valAx>'
    )


def _gridlines(arranged: Arrangement, canvas: Canvas) -> str:
    if not arranged.axis.shown:
        return ""
    drawn = line(grid(canvas.brand), HAIRLINE)
    return f"<c:majorGridlines><c:spPr>{drawn}</c:spPr></c:majorGridlines>"


def _number_format(printed: Figures) -> str:
    return f'<c:numFmt formatCode={attribute(printed.code)} sourceLinked="0"/>'
