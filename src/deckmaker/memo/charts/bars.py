"""Bars that lie: one row a category, the figures at their ends. The only chart that flows.

Rows are slabs, so that a chart of any number of categories breaks over pages as a table does.
Columns whose names do not fit beneath them are drawn this way too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.charting import Scale, scale, values
from deckmaker.charting.palette import Tint, fills
from deckmaker.document import Chart
from deckmaker.document.numerals import UNKNOWN, Numerals, is_sign
from deckmaker.memo.charts.sheet import AXIS, GAP, GRID, Sheet, above, area, ink_on, legend
from deckmaker.memo.charts.stacks import is_stacked, nothing, printing, reach, tight
from deckmaker.memo.drawing import Drawing, Rule
from deckmaker.memo.slabs import FORBIDDEN, Slab, attached

_NAMES_MOST = 0.4
"""The share of the width that the names of the categories may take."""
_THICK, _THIN = 12.0, 9.0
"""How thick a bar is that stands alone, and one beside others, points."""
_BETWEEN = 1.0
_LABEL = 4.0
"""Between the end of a bar and its figure."""
_SEGMENT_PAD = 4.0
"""Left of a segment's width beside its figure."""
_ROUNDING = 0.01
_MOST_LINES = 12
"""Of a category's name beside its bars."""
_PAD = 3.5
"""Above and below the bars of a row, points."""
_INSIDE = 150.0
"""The cost of a page break between two rows, in points of paper left blank."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the names stand, and the bars run from and to."""

    names: float
    """The width of the names."""
    left: float
    right: float
    scale: Scale
    tints: Sequence[Tint]
    printed: Numerals | None
    """How the bars' figures are printed; None where there is an axis instead."""
    turned: bool = False
    """Whether its scale runs the other way."""

    def x(self, value: float) -> float:
        """Return where a bar of `value` ends."""
        share = self.scale.share(value)
        return self.left + (1 - share if self.turned else share) * (self.right - self.left)

    @property
    def ticks(self) -> tuple[float, ...]:
        return () if self.printed else self.scale.ticks


def bars(chart: Chart, sheet: Sheet) -> list[Slab]:
    """Return subtitle, legend and axis, where they are needed, and a row for each category."""
    plot = _stacked_plot(chart, sheet) if is_stacked(chart) else _plot(chart, sheet)
    unit = not plot.printed.bears_unit if plot.printed else not is_sign(sheet.unit)
    said = above(chart, sheet, unit=unit)
    head = legend([series.name for series in chart.series], plot.tints, sheet)
    head += _axis(plot, sheet)
    found = [replace(slab, penalty=FORBIDDEN if index else 0.0) for index, slab in enumerate(head)]
    last = len(chart.categories) - 1
    for index in range(len(chart.categories)):
        kept = index in (1, last) or (index == 0 and bool(head))
        penalty = FORBIDDEN if kept else _INSIDE if index else 0.0
        first, *others = _row(index, chart, sheet, plot)
        found.append(replace(first, penalty=penalty, repeat=tuple(head)))
        found.extend(others)
    return [*said, *attached(found)] if said else found


def _names_width(chart: Chart, sheet: Sheet) -> float:
    widest = max((sheet.text_width(name) for name in chart.categories), default=0.0)
    return min(widest, _NAMES_MOST * sheet.width) + _ROUNDING


def _plot(chart: Chart, sheet: Sheet) -> _Plot:
    """Leave room at both ends for the figures, and scale the bars to what remains."""
    given = values(chart)
    names = _names_width(chart, sheet)
    below, beyond = (
        max((sheet.text_width(sheet.numerals.text(value)) + GAP for value in some), default=0.0)
        for some in ([v for v in given if v < 0], [v for v in given if v >= 0])
    )
    if any(value is None for series in chart.series for value in series.values):
        beyond = max(beyond, sheet.text_width(UNKNOWN) + GAP)
    # On a page that is mirrored, bars that all go below nought run to the left by themselves.
    turned = sheet.locale.rtl and max(given, default=1.0) <= 0
    if turned:
        below, beyond = beyond, below
    left, right = sheet.left + names + GAP + below, sheet.right - beyond
    tints = fills(len(chart.series), sheet.compositor.styles)
    return _Plot(names, left, right, tight(given), tints, sheet.numerals, turned)


def _stacked_plot(chart: Chart, sheet: Sheet) -> _Plot:
    """Scale the stacks; where a figure does not fit its segment there is an axis to read from."""
    names = _names_width(chart, sheet)
    ends = reach(chart)
    tints = fills(len(chart.series), sheet.compositor.styles)
    plot = _Plot(names, sheet.left + names + GAP, sheet.right, tight(ends), tints, None)
    plot = _with_room(plot, chart, sheet)
    printed = printing(
        chart,
        sheet,
        lambda value, text: (
            sheet.text_width(text) + _SEGMENT_PAD <= abs(plot.x(value) - plot.x(0.0))
        ),
    )
    if printed:
        return replace(plot, printed=printed)
    made = scale(ends)
    low, high = (
        sheet.text_width(sheet.along.text(end, decimals=made.decimals)) / 2
        for end in (made.low, made.high)
    )
    left = max(plot.left, sheet.left + low)
    return _with_room(replace(plot, left=left, right=sheet.right - high, scale=made), chart, sheet)


def _with_room(plot: _Plot, chart: Chart, sheet: Sheet) -> _Plot:
    """Return `plot`, narrower where nought lies so far right that its marks would stand out.

    An empty category is marked behind nought.
    """
    columns = zip(*(series.values for series in chart.series), strict=True)
    marks = (nothing(column, sheet) for column in columns)
    room = max((sheet.text_width(mark) + GAP for mark in marks if mark), default=0.0)
    nought = plot.scale.share(0.0)
    if not room or plot.x(0.0) + room <= sheet.right or nought <= 0:
        return plot
    return replace(plot, right=plot.left + (sheet.right - room - plot.left) / nought)


def _axis(plot: _Plot, sheet: Sheet) -> list[Slab]:
    """Return the figures of the axis, above the rows; nothing where there is none."""
    middle = sheet.type.leading / 2
    words = tuple(
        sheet.word(
            sheet.along.text(tick, decimals=plot.scale.decimals),
            plot.x(tick),
            middle,
            anchor="middle",
            role="muted",
        )
        for tick in plot.ticks
    )
    return [Slab(sheet.type.leading, words)] if words else []


def _row(index: int, chart: Chart, sheet: Sheet, plot: _Plot) -> list[Slab]:
    """Draw the bars of a category beside its name; a name of very many lines goes on below."""
    stacked = is_stacked(chart)
    whole = sheet.wrapped(chart.categories[index], plot.names)
    name = whole[:_MOST_LINES]
    column = [series.values[index] for series in chart.series]
    thickness = _THICK if stacked or len(column) == 1 else _THIN
    deep = thickness if stacked else len(column) * (thickness + _BETWEEN) - _BETWEEN
    named = len(name) * sheet.type.leading
    height = max(deep, named) + 2 * _PAD
    top = (height - deep) / 2
    marks: Drawing = tuple(
        Rule(plot.x(tick), 0.0, plot.x(tick), height, GRID, sheet.color("rule"))
        for tick in plot.ticks
    )
    marks += sheet.block(name, sheet.left, (height - named) / 2)
    if stacked:
        marks += _stack(column, sheet, plot, top, thickness)
    else:
        for at, (value, tint) in enumerate(zip(column, plot.tints, strict=True)):
            marks += _bar(value, tint, sheet, plot, top + at * (thickness + _BETWEEN), thickness)
    zero = plot.x(0.0)
    marks += (Rule(zero, 0.0, zero, height, AXIS, sheet.color("foreground")),)
    rest = (sheet.block((line,), sheet.left, 0.0) for line in whole[_MOST_LINES:])
    return [Slab(height, marks), *(Slab(sheet.type.leading, words) for words in rest)]


def _bar(
    value: float | None, tint: Tint, sheet: Sheet, plot: _Plot, top: float, thickness: float
) -> Drawing:
    """Draw one bar with its figure at its end; a dash stands for a figure that is not known."""
    middle = top + thickness / 2
    zero = plot.x(0.0)
    if value is None:
        return (sheet.word(UNKNOWN, zero + _LABEL, middle, role="muted"),)
    end = plot.x(value)
    text = sheet.numerals.text(value)
    label = (
        sheet.word(text, end - _LABEL, middle, anchor="end")
        if (value < 0) != plot.turned
        else sheet.word(text, end + _LABEL, middle)
    )
    return (area(min(zero, end), top, abs(end - zero), thickness, tint, sheet), label)


def _stack(
    column: Sequence[float | None], sheet: Sheet, plot: _Plot, top: float, thickness: float
) -> Drawing:
    """Draw the segments of one stack, each with its figure if there is no axis."""
    middle = top + thickness / 2
    marks: Drawing = ()
    below = beyond = 0.0
    for value, tint in zip(column, plot.tints, strict=True):
        if not value:
            continue
        start = below if value < 0 else beyond
        below, beyond = (below + value, beyond) if value < 0 else (below, beyond + value)
        left, right = sorted((plot.x(start), plot.x(start + value)))
        marks += (area(left, top, right - left, thickness, tint, sheet),)
        if plot.printed:
            text, role = plot.printed.text(value), ink_on(tint, sheet)
            marks += (sheet.word(text, (left + right) / 2, middle, anchor="middle", role=role),)
    empty = nothing(column, sheet)
    return (*marks, sheet.word(empty, plot.x(0.0) + _LABEL, middle)) if empty else marks
