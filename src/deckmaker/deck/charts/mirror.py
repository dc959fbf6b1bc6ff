"""An Arrangement from left to right becomes the same from right to left.

The heading and the legend stand at the right. Where the categories begin at the right too
(`charting.direction` tells), so do names and bars, the axis of values, and the labels.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.charting import begins_right, values
from deckmaker.deck.charts.arrangement import Arrangement, Canvas, Label, Place, SeriesLook
from deckmaker.deck.units import Box
from deckmaker.document import Chart

_OTHER: dict[Place, Place] = {"r": "l", "l": "r"}


def mirrored(arranged: Arrangement, chart: Chart, canvas: Canvas) -> Arrangement:
    """Return `arranged` for a reader who begins at the right."""
    legend = arranged.legend
    turned = replace(
        arranged, legend=replace(legend, box=_box(legend.box, canvas)) if legend else None
    )
    if not begins_right(chart, canvas.typesetter.locale):
        if not chart.type.endswith("column"):
            return turned
        # Few columns do not fill the frame: they stand below the heading.
        free = canvas.width - arranged.plot.right
        return replace(turned, plot=arranged.plot.at(x=arranged.plot.x + free))
    # Bars that all go below nought run to the left by themselves, away from names at the right.
    hanging = chart.type.endswith("bar") and max(values(chart), default=1.0) <= 0
    return replace(
        turned,
        plot=_box(arranged.plot, canvas),
        series=tuple(_look(look) for look in arranged.series),
        lines=tuple(_look(look) for look in arranged.lines),
        from_right=not hanging,
        names_high=hanging,
    )


def _look(look: SeriesLook) -> SeriesLook:
    return replace(
        look,
        label=_label(look.label),
        special=tuple((at, _label(label)) for at, label in look.special),
    )


def _label(label: Label | None) -> Label | None:
    if label is None:
        return None
    return replace(label, place=_OTHER.get(label.place, label.place), right=-label.right)


def _box(box: Box, canvas: Canvas) -> Box:
    return box.at(x=canvas.width - box.right)
