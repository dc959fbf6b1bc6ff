"""A chart whose names do not all fit goes on with the next slide, on one scale.

Bars and columns are parted between their categories, evenly. Lines and areas are not: a line that
breaks off tells something else.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from deckmaker.charting import drawable
from deckmaker.deck.charts import arrange
from deckmaker.deck.charts.arrangement import Canvas, Drawing
from deckmaker.deck.charts.limits import check, names_fit
from deckmaker.deck.fit import Atom, partition
from deckmaker.diagnostics import Path
from deckmaker.document import Chart


def divided(chart: Chart, canvas: Canvas, path: Path) -> tuple[Drawing, ...]:
    """Return the drawings of `chart`, one for each slide that it needs.

    `path` is that of the chart in the YAML. Raises BriefingError where a name has no room at all.
    """
    drawing = arrange(chart, canvas)
    count = len(chart.categories)
    if not names_fit(drawing) and drawing.chart.type.endswith(("bar", "column")):
        for slides in range(_least(drawing), count + 1):
            parts = list(_parts(drawing.chart, slides))
            shared = replace(canvas, whole=drawable(drawing.chart))
            drawings = tuple(arrange(part, shared) for part in parts)
            if all(map(names_fit, drawings)):
                for one in drawings:
                    check(one, path)
                return drawings
    check(drawing, path)
    return (drawing,)


def _least(drawing: Drawing) -> int:
    """Return on how few slides the names could stand, each having a line."""
    plot, chart = drawing.arranged.plot, drawing.chart
    canvas = drawing.canvas.at(drawing.arranged.size)
    length = plot.height if chart.type.endswith("bar") else plot.width
    return max(2, math.floor(len(chart.categories) * canvas.line / length))


def _parts(chart: Chart, slides: int) -> Iterator[Chart]:
    """Yield `chart` in parts of about equally many categories."""
    most = math.ceil(len(chart.categories) / slides)
    for run in partition([Atom(1.0)] * len(chart.categories), float(most)):
        first, behind = run[0], run[-1] + 1
        yield replace(
            chart,
            categories=chart.categories[first:behind],
            series=tuple(
                replace(series, values=series.values[first:behind]) for series in chart.series
            ),
        )
