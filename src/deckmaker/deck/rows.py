"""Rows parted by hairlines: measured, split where one is too tall, packed over slides, drawn.

A row is cells of text that start on one baseline. Most block kinds are such rows; they differ in
where their cells stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.brand import Role
from deckmaker.deck.body import Sheet
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import BODY_IDX, HAIRLINE
from deckmaker.deck.layouts import ROWS
from deckmaker.deck.model import Frame, Paragraph, RuleFrame, TextFrame
from deckmaker.deck.splitting import split
from deckmaker.deck.text import Ruler
from deckmaker.deck.units import Box
from deckmaker.richtext import Citation

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
    jump: str | None = None
    """The slide that a click on the cell leads to."""
    again: tuple[Paragraph, ...] = ()
    """What stands in its place beside the rest of a row that had to be split: a head."""


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


def split_row(ruler: Ruler, row: Row, most: float) -> tuple[Row, ...]:
    """Return `row`, in pieces of at most `most` points where it is taller.

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
            else split(ruler, cell.paragraphs, cell.width, most - cell.drop)
        )
        columns.append((replace(cell, again=cell.again if whole else ()), pieces))
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
        paragraphs = pieces[number] if number < len(pieces) else cell.again
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
    ruler, box = sheet.ruler, sheet.box
    room = box.height - 2 * padding
    pieces = [piece for row in rows for piece in split_row(ruler, _without_runts(ruler, row), room)]
    texts = [row_height(ruler, piece) for piece in pieces]
    heights = [*above, *(text + 2 * padding for text in texts), *((below,) if below else ())]
    first, behind = len(above), len(above) + len(pieces)
    pages = []
    for run in partition([Atom(height) for height in heights], box.height):
        members = [n - first for n in run if first <= n < behind]
        leading = next((n for n in run if n < first), None)
        y = box.y + (above[leading] if leading is not None else 0.0)
        free = box.height - sum(heights[n] for n in run)
        about = min(padding_most, padding + free / (2 * len(members))) if members else 0.0
        placed = []
        for n in members:
            height = texts[n] + 2 * about
            placed.append(PlacedRow(pieces[n], y, height, y + about))
            y += height
        pages.append(Page(tuple(placed), leading, run[-1] >= behind))
    return tuple(pages)


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
