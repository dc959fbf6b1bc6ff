"""The arrangement of a table: where its columns stand, and the lines its cells break into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deckmaker.document import Column
from deckmaker.memo.columns import Extent, allot, fits
from deckmaker.memo.text import Compositor
from deckmaker.typesetting import Line, Run

_GAP = 12.0
"""Between two columns, points."""
_GAPS_MOST = 0.2
"""The share of a table's width that the gaps of many columns may take."""
_DEEP = 2.0
"""Lines a row on average, beyond which a table is tried over the rail as well."""
_WORTH = 0.75
"""It is set there if it then takes no more than this share of its lines."""

Row = list[tuple[Line, ...]]
"""The lines of each cell of a row."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column's place in the table, points from the left margin."""

    x: float
    width: float
    numeric: bool


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A table whose columns have their places and whose cells are set."""

    places: tuple[Place, ...]
    rows: tuple[Row, ...] = field(repr=False)
    whole_words: bool
    """Whether no word had to be broken."""

    @property
    def left(self) -> float:
        """Where the table begins."""
        return self.places[0].x

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.places[-1].x + self.places[-1].width

    @property
    def lines(self) -> int:
        """How many lines all rows take."""
        return sum(max(map(len, row), default=1) for row in self.rows)


def arranged(
    columns: Sequence[Column],
    head: Sequence[list[Run]],
    rows: Sequence[list[list[Run]]],
    compositor: Compositor,
) -> Arrangement:
    """Arrange a table in the measure, or over the rail too where that makes it much less deep."""
    grid = compositor.styles.grid
    extents = [
        _extent([head[index], *(row[index] for row in rows)], compositor)
        for index in range(len(columns))
    ]
    beside = _placed(columns, extents, rows, (grid.column, grid.measure), compositor)
    if beside.whole_words and beside.lines <= _DEEP * len(rows):
        return beside
    over = _placed(columns, extents, rows, (0.0, grid.full), compositor)
    if beside.whole_words and over.lines > _WORTH * beside.lines:
        return beside
    return over


def _placed(
    columns: Sequence[Column],
    extents: Sequence[Extent],
    rows: Sequence[list[list[Run]]],
    area: tuple[float, float],
    compositor: Compositor,
) -> Arrangement:
    """Place the columns in `area` (left, width) and set the cells."""
    x, room = area
    gap = min(_GAP, _GAPS_MOST * room / max(1, len(columns) - 1))
    text = room - gap * (len(columns) - 1)
    widths = allot(extents, text, stretch=[not column.numeric for column in columns])
    places = []
    for column, width in zip(columns, widths, strict=True):
        places.append(Place(x, width, column.numeric))
        x += width + gap
    optimal = compositor.setter.optimal
    lines = tuple(
        [optimal(runs, place.width) for runs, place in zip(row, places, strict=True)]
        for row in rows
    )
    return Arrangement(tuple(places), lines, fits(extents, text))


def _extent(cells: Sequence[list[Run]], compositor: Compositor) -> Extent:
    """Measure a column: its longest word, and each cell on one line."""
    width = compositor.setter.width
    longest = 0.0
    whole: list[float] = []
    for runs in cells:
        total = 0.0
        for run in runs:
            total += width(run.text, run.font)
            for word in run.text.split():
                longest = max(longest, width(word, run.font))
        whole.append(total)
    return Extent(longest, tuple(whole))
