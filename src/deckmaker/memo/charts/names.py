"""Names beneath a plot: all of the categories', or every so manieth where they would crowd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.charting import calendar_of, named_steps
from deckmaker.memo.charts.sheet import GAP, Sheet
from deckmaker.typesetting import Line

_CLOSE, _APART = 1.3, 1.6
"""From one date to the next, in their widths: at least where all are named, and where some are."""
_MOST_LINES = 3
"""Of a category's name beneath its column."""
_MOST_LINES_ALL, _MOST_LINES_THINNED = 6, 2
"""Of a category's name beneath a line, where all are set and where only some are."""
_LEAST = 60.0
"""The width of a name that stands alone, points."""
_PAD = 4.0
"""Between the names of two columns."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that are set, by the index of their category."""

    lines: tuple[tuple[int, tuple[Line, ...]], ...]

    @property
    def deepest(self) -> int:
        """How many lines the longest takes."""
        return max((len(lines) for _, lines in self.lines), default=0)


def names_beneath(categories: Sequence[str], slot: float, sheet: Sheet) -> Names | None:
    """Return the names beneath columns that have `slot` points each.

    None where they do not fit and are no dates, of which some may be left out.
    """
    if _dated_step(categories, slot, sheet):
        return _dated(categories, slot, sheet)
    broken = [sheet.wrapped(name, slot - _PAD) for name in categories]
    whole = all(
        len(lines) <= _MOST_LINES and sheet.longest(name) <= slot - _PAD
        for name, lines in zip(categories, broken, strict=True)
    )
    return Names(tuple(enumerate(broken))) if whole else None


def names_along(categories: Sequence[str], pitch: float, margin: float, sheet: Sheet) -> Names:
    """Return the names beneath points that stand `pitch` points apart.

    The first and the last are moved in where they are wider than twice the `margin`.
    """
    if _dated_step(categories, pitch, sheet):
        return _dated(categories, pitch, sheet)
    step, most = 1, _MOST_LINES_ALL
    while step < len(categories):
        width = _width(len(categories[::step]), step * pitch, margin)
        if _roomy(categories[::step], width, most, sheet):
            break
        step += 1
        most = _MOST_LINES_THINNED
    width = max(_width(len(categories[::step]), step * pitch, margin), _LEAST)
    return Names(
        tuple(
            (index, sheet.wrapped(categories[index], width))
            for index in range(0, len(categories), step)
        )
    )


def _width(count: int, pitch: float, margin: float) -> float:
    """Return the width of `count` names, so that one moved in leaves its neighbour room."""
    room = pitch - GAP
    return max(room, _LEAST) if count == 1 else min(room, (room + margin) * 2 / 3)


def _dated_step(categories: Sequence[str], pitch: float, sheet: Sheet) -> int:
    """Return every how manieth date is named; 0 where the categories are no dates."""
    calendar = calendar_of(categories)
    if calendar is None:
        return 0
    widest = max(map(sheet.text_width, categories))
    if widest * _CLOSE <= pitch:
        return 1
    return next(step for step in named_steps(calendar) if widest * _APART <= step * pitch)


def _dated(categories: Sequence[str], pitch: float, sheet: Sheet) -> Names:
    step = _dated_step(categories, pitch, sheet)
    return Names(
        tuple(
            (index, sheet.wrapped(categories[index], sheet.width))
            for index in range(0, len(categories), step)
        )
    )


def _roomy(names: Sequence[str], width: float, most: int, sheet: Sheet) -> bool:
    """Tell whether `names` stand side by side in `width` points, without breaking a word."""
    return all(
        sheet.longest(name) <= width and len(sheet.wrapped(name, width)) <= most for name in names
    )
