"""What a chart cannot show: names that have no room, and what stands above it and does not fit."""

from __future__ import annotations

from deckmaker.charting import calendar_of
from deckmaker.deck.charts.arrangement import AXIS_GAP, SLACK, Canvas, Drawing
from deckmaker.deck.charts.categories import TICK, TURNED_MOST, ticked
from deckmaker.deck.charts.head import SWATCH
from deckmaker.deck.limits import too_long
from deckmaker.diagnostics import Path
from deckmaker.document import Chart

RULE = "D10"
_SHOWN = 40
_LINE_LEAST = 0.98
"""How much of its line a name of a bar must have for itself."""
_PIE_LEAST = 0.3
"""How much of the frame's height a pie must have left beside its names."""


def check(drawing: Drawing, path: Path) -> None:
    """Raise BriefingError where a text of the chart at `path` has no room, naming it."""
    chart, arranged = drawing.chart, drawing.arranged
    canvas = drawing.canvas.at(arranged.size)
    width = canvas.width * SLACK
    if canvas.text_width(arranged.subtitle) > width:
        _refuse(
            arranged.subtitle,
            "is wider than the slide",
            (*path, "unit"),
            "shorten `unit`, or the name of the series; the title can say what is measured",
        )
    if canvas.text_width(chart.x_title) > width:
        _refuse(
            chart.x_title,
            "is wider than the slide",
            (*path, "data"),
            "shorten the name of the first column",
        )
    names = [series.name for series in chart.series]
    widest = max(names, key=canvas.text_width, default="")
    legend = arranged.legend
    if legend and (legend.cramped or canvas.text_width(widest) + SWATCH > width):
        _refuse(
            widest,
            "leaves no room for the data, as the longest name of a series",
            (*path, "data"),
            "shorten the names of the series to a few words, or show fewer of them",
        )
    if not names_fit(drawing):
        _refuse(
            max(chart.categories, key=canvas.text_width),
            "has no room beside the data",
            (*path, "data"),
            "shorten it to a few words"
            + ("" if chart.type.endswith("bar") else ", or take `type: bar`: names have more room"),
        )


def names_fit(drawing: Drawing) -> bool:
    """Tell whether every category of a chart is named whole; years and months can be inferred."""
    chart, arranged = drawing.chart, drawing.arranged
    canvas = drawing.canvas.at(arranged.size)
    if not chart.categories or calendar_of(chart.categories):
        return True
    if chart.type == "pie":
        return arranged.plot.height >= _PIE_LEAST * canvas.height and _clear(drawing, canvas)
    if chart.type.endswith("bar"):
        return _beside(chart, drawing, canvas)
    if not arranged.turned:
        return True
    below = AXIS_GAP + (TICK if ticked(chart) else 0.0)
    room = TURNED_MOST * (arranged.plot.height + canvas.height - arranged.plot.bottom)
    whole = canvas.widest(chart.categories) + below <= room
    return whole and (arranged.step == 1 or not chart.type.endswith("column"))


def _beside(chart: Chart, drawing: Drawing, canvas: Canvas) -> bool:
    """Tell whether the name of every bar fits the room beside it and the band of its category."""
    plot = drawing.arranged.plot
    room = max(plot.x, canvas.width - plot.right) - AXIS_GAP
    band = plot.height / len(chart.categories)
    deepest = max(canvas.lines(name, room) for name in chart.categories)
    return deepest * canvas.line * _LINE_LEAST <= band


def _clear(drawing: Drawing, canvas: Canvas) -> bool:
    """Tell whether the widest name of a slice fits beside the pie."""
    plot = drawing.arranged.plot
    return canvas.widest(drawing.chart.categories) <= min(plot.x, canvas.width - plot.right)


def _refuse(text: str, what: str, path: Path, hint: str) -> None:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    raise too_long(RULE, f"`{shown}` {what}", path, hint)
