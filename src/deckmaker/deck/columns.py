"""Columns of a table: which of them stand on a slide together, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.deck.body import Sheet
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import MEASURE
from deckmaker.deck.tables import COLUMN_GAP, TableRow

NARROWEST = 40.0
"""No column is made narrower than this for the sake of others, points."""
FIRST_MOST = 1 / 3
"""How much of the measure the first column may take where a wide table repeats it."""


def column_groups(needs: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """Return which columns stand together on a slide: all of them, if their words have room.

    Else the first one heads each group, and the others are shared out evenly. `needs` holds the
    width of each column's longest word, points.
    """
    if sum(needs) <= MEASURE:
        return (tuple(range(len(needs))),)
    head = min(needs[0], MEASURE * FIRST_MOST)
    room = MEASURE - head
    runs = partition([Atom(min(need, room)) for need in needs[1:]], room)
    return tuple((0, *(n + 1 for n in run)) for run in runs) or ((0,),)


def column_needs(rows: Sequence[TableRow], sheet: Sheet) -> list[float]:
    """Return the width of each column's longest word with the gap behind it, points."""
    return [
        COLUMN_GAP
        + max((sheet.ruler.longest_word(para) for row in rows for para in row.cells[n]), default=0)
        for n in range(len(rows[0].cells))
    ]


def column_widths(
    rows: Sequence[TableRow], needs: Sequence[float], sheet: Sheet
) -> tuple[float, ...]:
    """Return the widths of the columns, points: what they hold decides, up to the measure.

    Every column gets its longest word; what is left is shared in proportion to what each would
    take on one line, so that long prose gets the room and short labels do not wrap.
    """
    ruler = sheet.ruler
    count = len(rows[0].cells)
    wishes = []
    for n in range(count):
        paragraphs = [para for row in rows for para in row.cells[n]]
        wishes.append(max((ruler.width(p) for p in paragraphs), default=0.0) + COLUMN_GAP)
    if sum(wishes) <= MEASURE:
        # What is left goes to columns of words: figures stay near what they belong to. A table of
        # figures behind one column of names has none to widen, and is spread evenly.
        wordy = [n for n in range(count) if not _numeric(rows, n)]
        if len(wordy) < 2:
            wordy = list(range(count))
        spare = (MEASURE - sum(wishes)) / len(wordy)
        return tuple(wish + (spare if n in wordy else 0.0) for n, wish in enumerate(wishes))
    if sum(needs) >= MEASURE:  # even single words do not fit: they will be broken
        floor = min(NARROWEST, MEASURE / count)
        over = [max(0.0, need - floor) for need in needs]
        scale = (MEASURE - floor * count) / sum(over)
        return tuple(floor + extra * scale for extra in over)
    spare = MEASURE - sum(needs)
    wants = [wish - need for wish, need in zip(wishes, needs, strict=True)]
    # The square root tempers one very long column's claim on its neighbours' room.
    claims = [want**0.5 for want in wants]
    widths = list(needs)
    open_columns = {n for n in range(count) if wants[n] > 0}
    while spare > 1e-6 and open_columns:
        total = sum(claims[n] for n in open_columns)
        share = {n: spare * claims[n] / total for n in open_columns}
        full = {n for n in open_columns if widths[n] + share[n] >= wishes[n]}
        if not full:
            for n in open_columns:
                widths[n] += share[n]
            break
        for n in full:
            spare -= wishes[n] - widths[n]
            widths[n] = wishes[n]
        open_columns -= full
    rest = MEASURE - sum(widths)
    return tuple(width + rest / count for width in widths)


def _numeric(rows: Sequence[TableRow], n: int) -> bool:
    return all(para.align == "right" for row in rows for para in row.cells[n])
