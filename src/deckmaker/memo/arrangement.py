"""The arrangement of a table: where its columns stand, and the lines its cells break into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deckmaker.brand import Type
from deckmaker.document import Column
from deckmaker.memo.columns import SAMPLE, Extent, allot, fits
from deckmaker.memo.drawing import Drawing, Start
from deckmaker.memo.structure import Element
from deckmaker.memo.styles import baseline
from deckmaker.memo.text import Compositor, lined, unbroken
from deckmaker.typesetting import Line, Run

GAP = 12.0
"""Between two columns, points."""
_GAPS_MOST = 0.2
"""The share of a table's width that the gaps of many columns may take."""
_WORTH = 0.7
"""A table is set over the rail as well if it then takes no more than this share of its lines."""

PAD_Y = 3.5
"""Above and below the text of a row, points."""
HEAD_RULE, ROW_RULE, FOOT_RULE = 0.9, 0.4, 0.9


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell."""

    lines: tuple[Line, ...]
    element: Element | None
    """The cell itself; None where it stands once more."""


Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in a table, in its type but not yet broken into lines."""

    columns: tuple[Column, ...]
    head: list[list[Run]]
    rows: list[list[list[Run]]]
    head_elements: list[Element]
    elements: list[list[Element]]
    """The cells of each row."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column's place in the table, points from the left margin."""

    x: float
    width: float
    flush_right: bool
    """Whether its lines end at the column's end: figures."""


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
        return sum(map(depth, self.rows))


def depth(row: Row) -> int:
    """Return how many lines a row takes."""
    return max((len(cell.lines) for cell in row), default=1)


def arranged(cells: Cells, extents: Sequence[Extent], compositor: Compositor) -> Arrangement:
    """Arrange a table in the measure, or over the rail too where that makes it much less deep."""
    grid = compositor.styles.grid
    beside = placed(cells, extents, (grid.column, grid.measure), compositor)
    if beside.whole_words and beside.lines == len(cells.rows):
        return beside
    over = placed(cells, extents, (0.0, grid.full), compositor)
    if beside.whole_words and over.lines > _WORTH * beside.lines:
        return beside
    return over


def extents_of(cells: Cells, compositor: Compositor) -> list[Extent]:
    """Measure every column."""
    return [
        _extent([head, *(row[index] for row in cells.rows)], compositor)
        for index, head in enumerate(cells.head)
    ]


def placed(
    cells: Cells, extents: Sequence[Extent], area: tuple[float, float], compositor: Compositor
) -> Arrangement:
    """Place the columns so that they fill `area` (left, width), and set the cells."""
    x, room = area
    gap = min(GAP, _GAPS_MOST * room / max(1, len(cells.columns) - 1))
    text = room - gap * (len(cells.columns) - 1)
    widths = allot(extents, text, stretch=[not column.numeric for column in cells.columns])
    # Figures run to the right in every script: at the right edge their units stand below each
    # other, and on a page that is mirrored that is the edge where a column begins.
    begins_right = compositor.setter.locale.rtl
    places = []
    for column, width in zip(cells.columns, widths, strict=True):
        places.append(Place(x, width, column.numeric and not begins_right))
        x += width + gap
    optimal = compositor.setter.optimal
    rows = tuple(
        [
            Cell(optimal(runs, place.width), element)
            for runs, place, element in zip(row, places, elements, strict=True)
        ]
        for row, elements in zip(cells.rows, cells.elements, strict=True)
    )
    return Arrangement(tuple(places), rows, fits(extents, text))


def head_row(cells: Cells, places: Sequence[Place], compositor: Compositor) -> Row:
    """Set the cells of the header."""
    lines = compositor.setter.lines
    return [
        Cell(lines(runs, place.width, measure="drawn"), element)
        for runs, place, element in zip(cells.head, places, cells.head_elements, strict=True)
    ]


def set_cell(
    cell: Cell, place: Place, type_: Type, top: float, *, only: int | None = None
) -> Drawing:
    """Place the lines of a cell from `top` downwards, or `only` one of them; numerals flush right.

    A cell without text is placed too: its row is told with as many cells as all others.
    """
    drop = baseline(type_)
    if cell.element is not None and not any(line.runs for line in cell.lines):
        return (Start(cell.element),)
    words = lined(cell.lines, place.x, top + drop, type_.leading, cell.element)
    if only is not None:
        words = [replace(word, y=top + drop) for word in words[only : only + 1]]
    if not place.flush_right:
        return tuple(words)
    return tuple(replace(word, x=word.x + place.width - word.line.width) for word in words)


def _extent(cells: Sequence[list[Run]], compositor: Compositor) -> Extent:
    """Measure a column: its longest word, and each cell on one line."""
    width = compositor.setter.width
    longest = 0.0
    whole: list[float] = []
    sample: list[tuple[tuple[float, float], ...]] = []
    for runs in cells:
        total = 0.0
        pieces: list[tuple[float, float]] = []
        for run in runs:
            total += width(run.text, run.font)
            space = width(" ", run.font)
            for piece in unbroken(run.text):
                ink = width(piece.rstrip(), run.font)
                longest = max(longest, ink)
                pieces.append((ink, ink + space if piece[-1:].isspace() else ink))
        whole.append(total)
        if len(sample) < SAMPLE:
            sample.append(tuple(pieces))
    return Extent(longest, tuple(whole), tuple(sample))
