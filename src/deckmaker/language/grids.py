"""Rows and columns: text with `|` between its cells, or a CSV file, becomes a Grid."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from pydantic_core import PydanticCustomError

from deckmaker.diagnostics import KEY
from deckmaker.language.schema import listing, nearest, problem, problems, short
from deckmaker.reading.encoding import decode

MAX_BYTES = 5_000_000
MAX_ROWS = 2_000
MAX_COLUMNS = 40

_RULE_CELL = re.compile(r"(?::?-{2,}:?|:-+:?|-+:)$")


@dataclass(frozen=True, slots=True)
class Grid:
    """A head and rows; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()
    """For text: the line of the head, then that of each row, from 0; empty for a file."""

    @property
    def typed(self) -> bool:
        """Whether the author typed it into the briefing; the cells may then hold markup."""
        return bool(self.lines)


def parse_grid(text: str) -> Grid:
    """Return the table in `text`: a row to a line, cells parted by `|`, the first row the head.

    `\\|` is a stroke inside a cell. Strokes at the ends of a line and a line of dashes below
    the head, as Markdown has them, are passed over.
    """
    rows: list[tuple[int, tuple[str, ...]]] = []
    framed = False
    for number, line in enumerate(text.split("\n")):
        if not rows:
            framed = line.strip().startswith("|") and line.strip().endswith("|")
        cells = _cells(line, framed)
        is_rule = len(rows) == 1 and all(_RULE_CELL.match(cell) for cell in cells)
        if line.strip() and not is_rule:
            rows.append((number, cells))
    if not rows:
        raise problem("B003", "the table is empty", "write a row to a line, with `|` between cells")
    head = rows[0][1]
    if len(rows) == 1:
        raise problem(
            "B003",
            "the table has one row, its head, and nothing below it",
            "if it has more, write `|` after the key, not `>`: `>` joins lines into one",
        )
    found: list[PydanticCustomError] = []
    if len(head) > MAX_COLUMNS or len(rows) > MAX_ROWS:
        raise problem("F005", f"a table holds at most {MAX_ROWS:,} rows and {MAX_COLUMNS} columns")
    for number, cells in rows[1:]:
        if len(cells) != len(head):
            found.append(
                problem(
                    "B003",
                    f"this row has {_count(cells)}, but the head has {len(head)}",
                    "put `|` between cells, also around an empty one; "
                    "write `\\|` for a stroke inside a cell",
                    at=(number,),
                )
            )
    if found:
        raise problems(found)
    return Grid(head, tuple(cells for _, cells in rows[1:]), tuple(number for number, _ in rows))


def read_csv(raw: bytes, name: str) -> Grid:
    """Return the table in `raw`, the content of the CSV file `name`."""
    text, faults = decode(raw, name)
    if text is None or faults:
        first = faults[0]
        where = f", line {first.span.line}, column {first.span.column}" if first.span else ""
        raise problem("F003", f"`{short(name)}`{where}: {first.message}", *first.hints)
    if not text.strip():
        raise problem("F003", f"`{short(name)}` is empty")
    delimiter = _delimiter(text)
    rows: list[tuple[str, ...]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if rows and len(row) != len(rows[0]):
                raise problem(
                    "F003",
                    f"`{short(name)}`, line {reader.line_num}: this row has {_count(row)}, "
                    f"but the head has {len(rows[0])}",
                    f"put double quotation marks around a cell that holds `{delimiter}`",
                )
            rows.append(tuple(" ".join(cell.split()) for cell in row))
            if len(rows) > MAX_ROWS + 1 or len(row) > MAX_COLUMNS:
                raise problem(
                    "F005",
                    f"`{short(name)}` is too large: at most {MAX_ROWS:,} rows and "
                    f"{MAX_COLUMNS} columns are read",
                    "keep to the rows and columns that the briefing shows",
                )
    except csv.Error as error:
        reason = "a quotation mark is never closed, or text stands behind one"
        reason = "a cell is too long" if "limit" in str(error) else reason
        raise problem("F003", f"`{short(name)}`, line {reader.line_num}: {reason}") from None
    if len(rows) < 2:
        raise problem("F003", f"`{short(name)}` holds a head, but no row below it")
    return Grid(rows[0], tuple(rows[1:]))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which columns of a file are shown, in order."""

    headings: Mapping[str, str]
    """The heading that each column, by its name in the file, is shown under."""
    listed: bool
    """Given as a list of names rather than as a map."""


def select(grid: Grid, choice: Choice, name: str) -> Grid:
    """Return `grid`, out of the file `name`, with the chosen columns alone."""
    found: list[PydanticCustomError] = []
    places: list[int] = []
    for index, column in enumerate(choice.headings):
        if column in grid.head:
            places.append(grid.head.index(column))
            continue
        close = nearest(column, grid.head)
        hint = (
            f"did you mean `{close}`?" if close else f"its columns are {listing(grid.head, 'and')}"
        )
        at = ("columns", index) if choice.listed else ("columns", column, KEY)
        message = f"`{short(name)}` has no column `{short(column)}`"
        found.append(problem("F003", message, hint, at=at))
    if found:
        raise problems(found)
    heads = tuple(choice.headings.values())
    return Grid(heads, tuple(tuple(row[at] for at in places) for row in grid.rows))


def _cells(line: str, framed: bool) -> tuple[str, ...]:
    """Cut a line at its strokes; `framed` lines have one at either end besides."""
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())]
    if framed and len(cells) > 2 and not cells[0] and not cells[-1]:
        cells = cells[1:-1]
    return tuple(cell.replace("\\|", "|") for cell in cells)


def _count(cells: Sequence[str]) -> str:
    return "1 cell" if len(cells) == 1 else f"{len(cells)} cells"


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first line: a comma, a semicolon or a tab."""
    head = text.lstrip("\n").partition("\n")[0]
    return max(",;\t", key=head.count)
