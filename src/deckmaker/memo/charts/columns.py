"""Columns, beside each other or stacked, the names of the categories beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.charting import Scale, scale, values
from deckmaker.charting.palette import Tint, fills
from deckmaker.document import Chart
from deckmaker.document.numerals import UNKNOWN, Numerals, is_sign, printings
from deckmaker.memo.charts.bars import bars
from deckmaker.memo.charts.names import Names, names_beneath
from deckmaker.memo.charts.sheet import (
    AXIS,
    GAP,
    Sheet,
    above,
    area,
    axis_width,
    gridlines,
    ink_on,
    legend,
)
from deckmaker.memo.charts.stacks import is_stacked, nothing, printing, reach, tight
from deckmaker.memo.drawing import Drawing, Rule
from deckmaker.memo.slabs import Slab, attached

_HEIGHT = 150.0
"""Of the plot, points."""
_SHARE = 0.68
"""How much of its slot a column, or a group of columns, takes."""
_WIDEST = 44.0
_SEAM = 1.0
"""Between two columns of a group."""
_LABEL = 3.0
"""Between a column and its figure."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """The rectangle of the columns and its scale."""

    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    count: int
    tints: Sequence[Tint]
    printed: Numerals | None
    """How the columns' figures are printed; None where there is an axis instead."""

    @property
    def slot(self) -> float:
        return (self.right - self.left) / self.count

    def y(self, value: float) -> float:
        return self.bottom - self.scale.share(value) * (self.bottom - self.top)


def columns(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return subtitle, legend and plot; lying bars where the names do not fit beneath columns."""
    plot = _plot(chart, sheet)
    names = names_beneath(chart.categories, plot.slot, sheet)
    if names is None:
        return bars(chart, sheet)
    printed = plot.printed
    below = plot.bottom + GAP
    if printed and plot.scale.low < 0 and not is_stacked(chart):
        below += sheet.type.leading + _LABEL
    marks: Drawing = ()
    if not printed:
        marks = gridlines(plot.scale, sheet, plot.left, plot.right, plot.top, plot.bottom)
    draw = _stack if is_stacked(chart) else _group
    for index in range(len(chart.categories)):
        middle = plot.left + (index + 0.5) * plot.slot
        column = [series.values[index] for series in chart.series]
        marks += draw(column, sheet, plot, middle)
    marks += _named(names, plot, sheet, below)
    zero = plot.y(0.0)
    marks += (Rule(plot.left, zero, plot.right, zero, AXIS, sheet.color("foreground")),)
    said = above(chart, sheet, unit=not printed.bears_unit if printed else not is_sign(sheet.unit))
    head = legend([series.name for series in chart.series], plot.tints, sheet)
    drawn = [*head, Slab(below + names.deepest * sheet.type.leading, sheet.plot(marks, chart))]
    return [*said, *attached(drawn)] if said else drawn


def _plot(chart: Chart, sheet: Sheet) -> _Plot:
    """Scale the columns: without an axis where every figure fits, else with one at the left."""
    ends, count = reach(chart), max(1, len(chart.categories))
    tints = fills(len(chart.series), sheet.compositor.styles)
    room = sheet.type.leading + _LABEL
    direct = _Plot(sheet.left, sheet.right, room, room + _HEIGHT, tight(ends), count, tints, None)
    printed = _printing(chart, sheet, direct)
    if printed:
        return replace(direct, printed=printed)
    made = scale(ends)
    top = sheet.type.leading / 2
    left = sheet.left + axis_width(made, sheet)
    return replace(direct, left=left, top=top, bottom=top + _HEIGHT, scale=made)


def _printing(chart: Chart, sheet: Sheet, plot: _Plot) -> Numerals | None:
    """Return how figures are printed so that every one fits at its column, None if one does not."""
    if is_stacked(chart):
        width = min(_WIDEST, _SHARE * plot.slot)
        height = sheet.type.size + 1
        return printing(
            chart,
            sheet,
            lambda value, text: (
                sheet.text_width(text) + _LABEL <= width
                and abs(plot.y(value) - plot.y(0.0)) >= height
            ),
        )
    own = plot.slot if len(chart.series) == 1 else _SHARE * plot.slot / len(chart.series)
    for printed in printings(sheet.numerals, sheet.unit):
        if all(sheet.text_width(printed.text(value)) + _LABEL <= own for value in values(chart)):
            return printed
    return None


def _named(names: Names, plot: _Plot, sheet: Sheet, top: float) -> Drawing:
    """Set the names beneath their columns."""
    marks: Drawing = ()
    for index, lines in names.lines:
        half = max(line.width for line in lines) / 2
        middle = plot.left + (index + 0.5) * plot.slot
        middle = min(max(middle, sheet.left + half), sheet.right - half)
        marks += sheet.block(lines, middle, top, anchor="middle")
    return marks


def _group(column: Sequence[float | None], sheet: Sheet, plot: _Plot, middle: float) -> Drawing:
    """Draw the columns of one category beside each other."""
    width = _SHARE * plot.slot / len(column)
    if len(column) == 1:
        width = min(width, _WIDEST)
    marks: Drawing = ()
    zero, half = plot.y(0.0), sheet.type.leading / 2
    for at, (value, tint) in enumerate(zip(column, plot.tints, strict=True)):
        left = middle + (at - len(column) / 2) * width
        if value is None:
            word = sheet.word(UNKNOWN, left + width / 2, zero - half, anchor="middle", role="muted")
            marks += (word,)
            continue
        end = plot.y(value)
        inset = min(_SEAM, width / 2) / 2 if len(column) > 1 else 0.0
        top, height = min(zero, end), abs(end - zero)
        marks += (area(left + inset, top, width - 2 * inset, height, tint, sheet),)
        if plot.printed:
            y = end + _LABEL + half if value < 0 else end - _LABEL - half + 1
            text = plot.printed.text(value)
            marks += (sheet.word(text, left + width / 2, y, anchor="middle"),)
    return marks


def _stack(column: Sequence[float | None], sheet: Sheet, plot: _Plot, middle: float) -> Drawing:
    """Draw the segments of one category on each other."""
    width = min(_WIDEST, _SHARE * plot.slot)
    marks: Drawing = ()
    below = beyond = 0.0
    for value, tint in zip(column, plot.tints, strict=True):
        if not value:
            continue
        start = below if value < 0 else beyond
        below, beyond = (below + value, beyond) if value < 0 else (below, beyond + value)
        top, bottom = sorted((plot.y(start), plot.y(start + value)))
        marks += (area(middle - width / 2, top, width, bottom - top, tint, sheet),)
        if plot.printed:
            text, role = plot.printed.text(value), ink_on(tint, sheet)
            marks += (sheet.word(text, middle, (top + bottom) / 2, anchor="middle", role=role),)
    empty = nothing(column, sheet)
    if empty:
        y = plot.y(0.0) - sheet.type.leading / 2
        marks += (sheet.word(empty, middle, y, anchor="middle"),)
    return marks
