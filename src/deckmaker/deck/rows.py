"""Rows parted by hairlines: measured, split where one is too tall, packed over slides, drawn.

A row is cells of text that start on one baseline. Most block kinds are such rows; they differ in
where their cells stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from deckmaker.brand import Role
from deckmaker.deck.body import Sheet
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import BODY_IDX, HAIRLINE
from deckmaker.deck.layouts import ROWS
from deckmaker.deck.model import Frame, Paragraph, RuleFrame, TextFrame
from deckmaker.deck.text import Ruler
from deckmaker.deck.units import Box
from deckmaker.richtext import Citation

PADDING = 11.0
"""The least room between a row's text and the hairlines about it, points."""
PADDING_MOST = 44.0
"""What rows grow to where a slide has room to spare, points."""
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
    jump: str | None = None
    """The slide that a click on the cell leads to."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a slide."""

    cells: tuple[Cell, ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
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


def cell_height(ruler: Ruler, cell: Cell) -> float:
    """Return the height of a cell with its drop, points."""
    return cell.drop + ruler.height(cell.paragraphs, cell.width) if cell.paragraphs else 0.0


def row_height(ruler: Ruler, row: Row) -> float:
    """Return the height of a row's text, points."""
    return max((cell_height(ruler, cell) for cell in row.cells), default=0.0)


def split_row(ruler: Ruler, row: Row, most: float) -> tuple[Row, ...]:
    """Return `row`, in pieces of at most `most` points where it is taller."""
    if row_height(ruler, row) <= most:
        return (row,)
    columns = [_chunks(ruler, cell, most - cell.drop) for cell in row.cells]
    pieces = []
    for number, chunks in enumerate(zip_longest(*columns, fillvalue=())):
        cells = tuple(
            replace(cell, paragraphs=chunk)
            for cell, chunk in zip(row.cells, chunks, strict=True)
            if chunk
        )
        if number == 0:
            pieces.append(replace(row, cells=cells))
        else:
            cells = tuple(replace(c, name=f"{c.name} {number + 1}") for c in cells)
            pieces.append(Row(cells, row.cites, (), continues=True))
    return tuple(pieces)


def _chunks(ruler: Ruler, cell: Cell, most: float) -> list[tuple[Paragraph, ...]]:
    """Return a cell's paragraphs in groups of at most `most` points, long ones cut."""
    chunks: list[tuple[Paragraph, ...]] = []
    group: tuple[Paragraph, ...] = ()
    for para in cell.paragraphs:
        for piece in ruler.split(para, cell.width, most):
            if group and ruler.height((*group, piece), cell.width) > most:
                chunks.append(group)
                group = ()
            group = (*group, piece)
    if group:
        chunks.append(group)
    return chunks


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
    first_top: float = 0.0,
    last_reserve: float = 0.0,
    padding: float = PADDING,
    padding_most: float = PADDING_MOST,
) -> tuple[tuple[PlacedRow, ...], ...]:
    """Return the rows of each slide with their places.

    `first_top` points of the first slide are taken already, `last_reserve` of the last.
    """
    ruler, box = sheet.ruler, sheet.box
    room = min(box.height - first_top, box.height - last_reserve) - 2 * padding
    pieces = [piece for row in rows for piece in split_row(ruler, _without_runts(ruler, row), room)]
    heights = [row_height(ruler, piece) for piece in pieces]
    atoms = [Atom(height + 2 * padding) for height in heights]
    runs = partition(
        atoms,
        box.height,
        first_capacity=box.height - first_top,
        last_reserve=last_reserve,
    )
    slides = []
    for number, run in enumerate(runs):
        top = box.y + (first_top if number == 0 else 0.0)
        free = box.bottom - top - sum(atoms[n].height for n in run)
        free -= last_reserve if number == len(runs) - 1 else 0.0
        room_about = min(padding_most, padding + free / (2 * len(run)))
        placed = []
        y = top
        for n in run:
            height = heights[n] + 2 * room_about
            placed.append(PlacedRow(pieces[n], y, height, y + room_about))
            y += height
        slides.append(tuple(placed))
    return tuple(slides)


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


def notes_of(placed: Sequence[PlacedRow]) -> tuple[str, ...]:
    """Return the notes of one slide's rows, in order."""
    return tuple(note for item in placed for note in item.row.notes)
