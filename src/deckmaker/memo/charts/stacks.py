"""What lying bars and columns share: how far they reach, and how stacks print their figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckmaker.charting import Scale, totals, values
from deckmaker.document import Chart
from deckmaker.document.numerals import UNKNOWN, Numerals, printings
from deckmaker.memo.charts.sheet import Sheet


def is_stacked(chart: Chart) -> bool:
    """Tell whether the series of `chart` lie on each other."""
    return chart.type.startswith("stacked") and len(chart.series) > 1


def reach(chart: Chart) -> tuple[float, ...]:
    """Return the values at which bars, or stacks of them, end."""
    return totals(chart) if is_stacked(chart) else values(chart)


def tight(ends: Sequence[float]) -> Scale:
    """Return the scale that ends where the data do, for a plot without an axis."""
    low, high = min(0.0, *ends, 0.0), max(0.0, *ends, 0.0)
    return Scale(low, high, high - low) if high > low else Scale(0.0, 1.0, 1.0)


def printing(chart: Chart, sheet: Sheet, fits: Callable[[float, str], bool]) -> Numerals | None:
    """Return how the figures within stacks are printed, None where one does not fit.

    `fits` tells it of a value and its text.
    """
    for printed in printings(sheet.numerals, sheet.unit):
        if all(fits(value, printed.text(value)) for value in values(chart) if value):
            return printed
    return None


def nothing(column: Sequence[float | None], sheet: Sheet) -> str:
    """Return what stands for a stack of nothing: nought, or a dash where all is not known.

    Empty where there is a stack.
    """
    if any(column):
        return ""
    return UNKNOWN if set(column) == {None} else sheet.numerals.bare.text(0.0)
