"""The axes of a decided chart as markup: categories along one side, values along the other."""

from __future__ import annotations

from deckmaker.charting import Calendar
from deckmaker.charting.palette import INK
from deckmaker.deck.charts.arrangement import PAD, Arrangement, Axis, Canvas
from deckmaker.deck.charts.categories import ticked
from deckmaker.deck.charts.formats import MONTH, YEAR, number_format
from deckmaker.deck.charts.strokes import grid, quiet
from deckmaker.deck.charts.style import NO_SHAPE, line, text, title
from deckmaker.deck.charts.workbook import number_text
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.deck.ooxml.markup import attribute
from deckmaker.document import Chart
from deckmaker.document.numerals import Numerals

CATEGORIES, VALUES = 1001, 1002
"""The ids of the axes; the schema wants them unsigned."""
_LEVEL = ' rot="0" vert="horz"'
_THINNED = ' rot="1" vert="horz"'
"""Level to within a 60,000th of a degree. Where names of bars are left out, LibreOffice must not be
told that they stand quite level: it would print them all, one over the other.
"""
_UPWARD = ' rot="-5400000" vert="horz"'


def axes(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    """Return the two axes of any chart but a pie."""
    values = _values(chart, arranged, canvas)
    if arranged.across:
        return _abscissae(arranged.across, arranged, canvas) + values
    if arranged.calendar:
        return _time(chart, arranged, arranged.calendar, canvas) + values
    return _categories(chart, arranged, canvas) + values


def ids() -> str:
    """Return the references by which a plot names its axes."""
    return f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'


def _categories(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    level = chart.type.endswith("bar")
    # Bars read down the page: the axis is turned round, and the value axis with it to the top.
    side = "r" if arranged.from_right else "l"
    position = side if level else "b"
    orientation = "maxMin" if level or arranged.from_right else "minMax"
    step = arranged.step
    body = _UPWARD if arranged.turned else _LEVEL if step == 1 else _THINNED
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/>'
        f'<c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{_based(chart, arranged, canvas, body)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'<c:tickLblSkip val="{step}"/><c:tickMarkSkip val="{step}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _time(chart: Chart, arranged: Arrangement, calendar: Calendar, canvas: Canvas) -> str:
    """Return an axis of years or months.

    A year is a number of days to it: so the cells hold the plain year that one would type, and
    not the first of January that the year would be as a date.
    """
    code, unit = (YEAR, "days") if calendar.unit == "year" else (MONTH, "months")
    orientation = "maxMin" if arranged.from_right else "minMax"
    return (
        f'<c:dateAx><c:axId val="{CATEGORIES}"/>'
        f'<c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/><c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'
        f"{_based(chart, arranged, canvas, _LEVEL)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblOffset val="100"/><c:baseTimeUnit val="{unit}"/>'
        f'<c:majorUnit val="{arranged.step * calendar.pitch}"/><c:majorTimeUnit val="{unit}"/>'
        "</c:dateAx>"
    )


def _based(chart: Chart, arranged: Arrangement, canvas: Canvas, body: str) -> str:
    """Return the ticks, the base line and the type of an axis of categories."""
    points = ticked(chart)
    tint = quiet(canvas.brand) if points else INK
    return (
        f'<c:majorTickMark val="{"out" if points else "none"}"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"high" if arranged.names_high else "low"}"/>'
        f"<c:spPr><a:noFill/>{line(INK, HAIRLINE)}</c:spPr>{text(canvas, tint, body=body)}"
    )


def _values(chart: Chart, arranged: Arrangement, canvas: Canvas) -> str:
    level = chart.type.endswith("bar")
    axis = arranged.axis
    position = "t" if level else "r" if arranged.from_right else "l"
    # A line or an area begins at the edge of the plot, a bar stands in the middle of its band.
    edged = chart.type.endswith(("line", "area")) and len(chart.categories) > 1
    between = "midCat" if edged or chart.type == "scatter" else "between"
    return (
        f'<c:valAx><c:axId val="{VALUES}"/>'
        f"{_scaling(axis, from_right=level and arranged.from_right)}"
        f'<c:delete val="{int(not axis.shown)}"/>'
        f'<c:axPos val="{position}"/>'
        f"{_gridlines(arranged, canvas)}{_number_format(axis.numerals, canvas)}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{NO_SHAPE}{text(canvas, quiet(canvas.brand), body=_LEVEL)}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{between}"/>{_step(axis)}</c:valAx>'
    )


def _scaling(axis: Axis, *, from_right: bool = False) -> str:
    orientation = "maxMin" if from_right else "minMax"
    ends = "".join(
        f'<c:{name} val="{number_text(end)}"/>'
        for name, end in (("max", axis.high), ("min", axis.low))
        if end is not None
    )
    return f'<c:scaling><c:orientation val="{orientation}"/>{ends}</c:scaling>'


def _step(axis: Axis) -> str:
    return f'<c:majorUnit val="{number_text(axis.scale.step)}"/>' if axis.shown else ""


def _abscissae(axis: Axis, arranged: Arrangement, canvas: Canvas) -> str:
    words, plot = "", arranged.plot
    if axis.title:
        x = max(0.0, plot.right - canvas.text_width(axis.title) - PAD)
        y = canvas.height - canvas.line - PAD
        words = title(axis.title, x, y, canvas, quiet(canvas.brand))
    return (
        f'<c:valAx><c:axId val="{CATEGORIES}"/>'
        f'{_scaling(axis)}<c:delete val="0"/>'
        f'<c:axPos val="b"/>{words}{_number_format(axis.numerals, canvas)}'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
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


def _number_format(printed: Numerals, canvas: Canvas) -> str:
    code = attribute(number_format(printed, canvas.lang))
    return f'<c:numFmt formatCode={code} sourceLinked="0"/>'
