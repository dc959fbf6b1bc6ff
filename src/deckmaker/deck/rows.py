"""Rows parted by hairlines: measured, split where one is too tall, packed over slides, drawn.

A row is cells of text that start on one baseline. Most block kinds are such rows; they differ in
where their cells stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.brand import Role
from deckmaker.deck.body import Sheet
from deckmaker.deck.fit import FIRST_PIECES, fewest
from deckmaker.deck.geometry import BODY_IDX, HAIRLINE
from deckmaker.deck.layouts import ROWS
from deckmaker.deck.model import Frame, Jump, Paragraph, RuleFrame, TextFrame
from deckmaker.deck.splitting import split
from deckmaker.deck.text import Ruler
from deckmaker.deck.units import Box
from deckmaker.richtext import Citation, Spans

PADDING = 11.0
"""The least room between a row's text and the hairlines about it, points."""
PADDING_MOST = 44.0
"""What rows grow to where a slide has room to spare, points."""
HEAD_MOST = 0.5
"""How much of a slide a head may take that is said again on the next."""
OPENING = 1.0
"""The weight of the rule above the first row, points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of one row, in a column of its own."""

    name: str
    x: float
    width: float
    paragraphs: tuple[Paragraph, ...]
    drop: float = 0.0
    """Points below the top of the row's text, so that first baselines agree."""
    main: bool = False
    """Fills a placeholder of the layout, so that the outline shows it."""
    jump: Jump | None = None
    """Where a click on the cell leads."""
    again: Callable[[], Paragraph] | None = None
    """Makes what stands in its place beside the rest of a row that had to be split: a head."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a slide."""

    cells: tuple[Cell, ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[Spans, ...] = ()
    continues: bool = False
    """The rest of a row that was too tall: no hairline parts it from the one before."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its place on the slide, points."""

    row: Row
    y: float
    height: float
    text_y: float
    """The top of its text."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one slide."""

    rows: tuple[PlacedRow, ...]
    above: int | None = None
    """Which of the things that stand above the rows is on this slide."""
    below: bool = False
    """Whether what stands below the last row is on this slide."""


def cell_height(ruler: Ruler, cell: Cell) -> float:
    """Return the height of a cell with its drop, points."""
    return cell.drop + ruler.height(cell.paragraphs, cell.width) if cell.paragraphs else 0.0


def row_height(ruler: Ruler, row: Row) -> float:
    """Return the height of a row's text, points."""
    return max((cell_height(ruler, cell) for cell in row.cells), default=0.0)


def split_row(ruler: Ruler, row: Row, most: float, first: float) -> tuple[Row, ...]:
    """Return `row`, in pieces of at most `most` points where it is taller, the `first` one less.

    A cell that has something to say again stays whole, unless it takes too much room itself.
    """
    if row_height(ruler, row) <= most:
        return (row,)
    columns = []
    for cell in row.cells:
        whole = cell.again and cell_height(ruler, cell) <= most * HEAD_MOST
        pieces = (
            (cell.paragraphs,)
            if whole
            else split(
                ruler, cell.paragraphs, cell.width, most - cell.drop, first=first - cell.drop
            )
        )
        columns.append((replace(cell, again=cell.again if whole else None), pieces))
    count = max(len(pieces) for _, pieces in columns)
    return tuple(_piece(row, columns, number) for number in range(count))


def _piece(
    row: Row, columns: Sequence[tuple[Cell, Sequence[tuple[Paragraph, ...]]]], number: int
) -> Row:
    """Return one piece of a row, given the pieces of its cells."""
    if number == 0:
        cells = tuple(replace(cell, paragraphs=pieces[0]) for cell, pieces in columns)
        return replace(row, cells=cells)
    found = []
    for cell, pieces in columns:
        paragraphs = pieces[number] if number < len(pieces) else ()
        if not paragraphs and cell.again:
            paragraphs = (cell.again(),)
        if paragraphs:
            name = f"{cell.name} {number + 1}"
            found.append(replace(cell, name=name, paragraphs=paragraphs))
    return Row(tuple(found), row.cites, (), continues=True)


def _without_runts(ruler: Ruler, row: Row) -> Row:
    """Return `row` with cells narrowed where a short last line would stand alone."""
    return replace(
        row,
        cells=tuple(
            replace(cell, width=ruler.narrowed(cell.paragraphs, cell.width))
            if all(para.align == "left" for para in cell.paragraphs)
            else cell
            for cell in row.cells
        ),
    )


def place_rows(
    rows: Sequence[Row],
    sheet: Sheet,
    *,
    padding: float = PADDING,
    padding_most: float = PADDING_MOST,
) -> tuple[tuple[PlacedRow, ...], ...]:
    """Return the rows of each slide with their places."""
    pages = place_pages(rows, sheet, padding=padding, padding_most=padding_most)
    return tuple(page.rows for page in pages)


def place_pages(
    rows: Sequence[Row],
    sheet: Sheet,
    *,
    above: Sequence[float] = (),
    below: float = 0.0,
    padding: float = PADDING,
    padding_most: float = PADDING_MOST,
) -> tuple[Page, ...]:
    """Return what stands on each slide: first what is `above` the rows, at last what is `below`.

    Both are heights in points, whatever gaps they want included; no two things that are above
    fit one slide.
    """
    box = sheet.box
    ways = _ways(rows, sheet, above, below, padding)
    items, runs = fewest(ways, lambda item: item.height, box.height)
    pages = []
    for run in runs:
        members = [items[n] for n in run]
        texts = [item for item in members if item.row]
        leading = next((item.above for item in members if item.above is not None), None)
        y = box.y + (above[leading] if leading is not None else 0.0)
        free = box.height - sum(item.height for item in members)
        about = min(padding_most, padding + free / (2 * len(texts))) if texts else 0.0
        placed = []
        for item in texts:
            if item.row:
                height = item.height + 2 * (about - padding)
                placed.append(PlacedRow(item.row, y, height, y + about))
                y += height
        pages.append(Page(tuple(placed), leading, bool(below) and members[-1] is items[-1]))
    return tuple(pages)


@dataclass(frozen=True, slots=True)
class _Item:
    """What one slide holds whole: a row, or what stands above or below them all."""

    height: float
    row: Row | None = None
    above: int | None = None


def _ways(
    rows: Sequence[Row], sheet: Sheet, above: Sequence[float], below: float, padding: float
) -> Iterator[tuple[_Item, ...]]:
    """Yield ways to part the rows; one if none is too tall for a slide."""
    ruler, most = sheet.ruler, sheet.box.height - 2 * padding
    leads = tuple(_Item(height, above=n) for n, height in enumerate(above))
    tail = (_Item(below),) if below else ()
    wholes = [_without_runts(ruler, row) for row in rows]
    for share in FIRST_PIECES:
        pieces = [piece for row in wholes for piece in split_row(ruler, row, most, share * most)]
        parted = tuple(_Item(row_height(ruler, piece) + 2 * padding, piece) for piece in pieces)
        yield (*leads, *parted, *tail)
        if len(pieces) == len(rows):
            return


def draw_rows(
    placed: Sequence[PlacedRow],
    sheet: Sheet,
    *,
    first_idx: int = BODY_IDX,
    rules: bool = True,
    opened: bool = False,
    closed: bool = True,
) -> tuple[Frame, ...]:
    """Return the frames of one slide's rows: hairlines first, then the text row by row.

    `opened` draws a stronger rule above the first row, which ties the rows to the title; `closed`
    a hairline below the last, unless it stands at the source rule.
    """
    box = sheet.box
    edges: list[tuple[float, Role, float]] = []
    if rules and placed:
        first, last = placed[0], placed[-1]
        if opened:
            edges.append((first.y, "foreground", OPENING))
        parted = [item.y for item in placed[1:] if not item.row.continues]
        edges += [(y, "rule", HAIRLINE) for y in parted]
        if closed and last.y + last.height < box.bottom - PADDING:
            edges.append((last.y + last.height, "rule", HAIRLINE))
    frames: list[Frame] = [
        RuleFrame(f"Hairline {n}", box.x, y, box.width, 0, role, weight)
        for n, (y, role, weight) in enumerate(edges, 1)
    ]
    idx = first_idx
    for item in placed:
        for cell in item.row.cells:
            height = sheet.ruler.height(cell.paragraphs, cell.width)
            slot = None
            if cell.main and idx < BODY_IDX + ROWS:
                slot, idx = idx, idx + 1
            frames.append(
                TextFrame(
                    cell.name,
                    Box(cell.x, item.text_y + cell.drop, cell.width, height),
                    cell.paragraphs,
                    slot,
                    jump=cell.jump,
                )
            )
    return tuple(frames)


def cites_of(placed: Sequence[PlacedRow]) -> tuple[Citation, ...]:
    """Return the citations of one slide's rows."""
    return tuple(dict.fromkeys(c for item in placed for c in item.row.cites))


def notes_of(placed: Sequence[PlacedRow]) -> tuple[Spans, ...]:
    """Return the notes of one slide's rows, in order."""
    return tuple(note for item in placed for note in item.row.notes)
