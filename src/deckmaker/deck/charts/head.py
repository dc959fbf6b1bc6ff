"""What stands above a plot: the subtitle, and below it the legend where there must be one."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.charting import subtitle
from deckmaker.deck.charts.arrangement import PAD, Canvas, Legend
from deckmaker.deck.units import Box
from deckmaker.document import Chart

SWATCH, STROKE = 24.0, 40.0
"""What the mark of a legend's entry takes with the gaps around it: a square, a piece of a line."""
LEADING = 4.0
"""Between two rows of a legend, beyond a line of text."""
MOST = 0.45
"""The share of the frame's height that a legend may take."""


@dataclass(frozen=True, slots=True)
class Head:
    """The subtitle and the legend, and where they end; points."""

    subtitle: str
    legend: Legend | None
    bottom: float


def head(chart: Chart, canvas: Canvas, *, unit: bool, keyed: bool = False) -> Head:
    """Return the head of `chart`, with the `unit` where the figures do not bear it.

    With `keyed` there is a legend.
    """
    said = subtitle(chart, unit=unit, wording=canvas.wording)
    bottom = canvas.line + PAD if said else 0.0
    if not keyed:
        return Head(said, None, bottom)
    mark = STROKE if chart.type.endswith(("line", "area")) else SWATCH
    legend = _legend(canvas, tuple(series.name for series in chart.series), bottom, mark)
    return Head(said, legend, legend.box.bottom + PAD)


def _legend(canvas: Canvas, names: tuple[str, ...], top: float, mark: float) -> Legend:
    """Return a legend in rows from the left, as high as its entries need."""
    widths = [canvas.text_width(name) + mark for name in names]
    entry = min(max(widths), canvas.width)
    columns = len(names) if sum(widths) <= canvas.width else int(canvas.width / entry)
    rows = -(-len(names) // columns)
    needed, most = rows * (canvas.line + LEADING) + LEADING, canvas.height * MOST
    width = min(canvas.width, sum(widths) if rows == 1 else columns * entry)
    return Legend(Box(0, top, width, min(needed, most)), cramped=needed > most)
