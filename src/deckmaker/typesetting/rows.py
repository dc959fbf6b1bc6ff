"""Runs become a Row: their boxes, measured, side by side on one endless line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from deckmaker.typesetting import breaking
from deckmaker.typesetting.breaking import Reading
from deckmaker.typesetting.fitting import TOLERANCE, Row
from deckmaker.typesetting.measure import Widths
from deckmaker.typesetting.runs import SOFT_HYPHEN, Font, Run, sliced
from deckmaker.typesetting.shaping import HYPHEN
from deckmaker.typesetting.writing import has_spaceless, script_borders

Tables = Callable[[Font], Widths]
"""Gives the table of widths for a font."""


def lay(runs: Sequence[Run], tables: Tables, reading: Reading) -> Row:
    """Lay the boxes of `runs` in a row."""
    return row_of(runs, breaking.boxes("".join([run.text for run in runs]), reading), tables)


def fitted(row: Row, runs: Sequence[Run], tables: Tables, width: float, indent: float) -> Row:
    """Return `row`, laid from `runs`, with the boxes wider than their line (points) cut."""
    if row.widest <= min(width, width - indent):
        return row
    limits = [width - indent] + [width] * (len(row.boxes) - 1)
    wide = [at for at, limit in enumerate(limits) if row.ink(at, at + 1) > limit + TOLERANCE]
    boxes = list(row.boxes)
    starts = [0, *accumulate(map(len, boxes))]
    for at in reversed(wide):
        start = starts[at]
        within = sliced(runs, start, start + len(boxes[at]))
        boxes[at : at + 1] = _pieces(within, tables, limits[at], width)
    return row_of(runs, boxes, tables)


def row_of(runs: Sequence[Run], boxes: Sequence[str], tables: Tables) -> Row:
    """Return the row of `boxes`, which are the text of `runs`."""
    if not boxes:
        return Row((), [], [], 0.0)
    widths, gaps = _measured(runs, boxes, tables)
    spaceless = any(tables(run.font).face.spaceless and has_spaceless(run.text) for run in runs)
    if spaceless:
        space = max([tables(run.font).script_space for run in runs])
        if space:
            _set_apart("".join(boxes), boxes, widths, gaps, space)
    if any(SOFT_HYPHEN in run.text for run in runs):
        _soften(runs, boxes, widths, gaps, tables)
    return Row(boxes, list(accumulate(widths)), gaps, max(widths), spaceless)


def _soften(
    runs: Sequence[Run],
    boxes: Sequence[str],
    widths: list[float],
    gaps: list[float],
    tables: Tables,
) -> None:
    """Count a soft hyphen only where a line ends with it, if that is how it is drawn."""
    starts = [0, *accumulate(len(run.text) for run in runs)]
    for at, end in enumerate(accumulate(map(len, boxes))):
        table = tables(runs[bisect_right(starts, end - 1) - 1].font)
        if table.hyphenates and boxes[at].endswith(SOFT_HYPHEN):
            widths[at] -= table[HYPHEN]
            gaps[at] = -table[HYPHEN]


def _set_apart(
    text: str, boxes: Sequence[str], widths: list[float], gaps: list[float], space: float
) -> None:
    """Widen the boxes where East Asian writing meets any other by `space` points.

    As spaces are, what is added at the end of a line is dropped.
    """
    ends = list(accumulate(map(len, boxes)))
    for start, end in script_borders(text):
        box = bisect_right(ends, start - 1)
        widths[box] += space
        if end == ends[box]:
            gaps[box] += space


def _measured(
    runs: Sequence[Run], boxes: Sequence[str], tables: Tables
) -> tuple[list[float], list[float]]:
    """Return the widths of `boxes`, which may reach over several runs, and of their spaces."""
    if len(runs) == 1:
        return _within(boxes, tables(runs[0].font))
    widths: list[float] = []
    gaps: list[float] = []
    ends = list(accumulate(map(len, boxes)))
    width = gap = 0.0
    box = begin = 0
    for run in runs:
        table, end = tables(run.font), begin + len(run.text)
        start = ends[box - 1] if box else 0
        if start < begin:  # a box that began in an earlier run
            stop = min(ends[box], end)
            part = boxes[box][begin - start : stop - start]
            width += table[part]
            gap += table[" "] * min(_spaces(part), max(0, stop - ends[box] + _spaces(boxes[box])))
            if stop == ends[box]:
                widths.append(width)
                gaps.append(gap)
                box, start = box + 1, stop
        if start >= begin:
            whole = bisect_right(ends, end, box)
            more_widths, more_gaps = _within(boxes[box:whole], table)
            widths += more_widths
            gaps += more_gaps
            box = whole
            start = ends[box - 1] if box else 0
            if start < end:
                part = boxes[box][: end - start]
                width = table[part]
                gap = table[" "] * min(_spaces(part), max(0, end - ends[box] + _spaces(boxes[box])))
        begin = end
    return widths, gaps


def _within(boxes: Sequence[str], table: Widths) -> tuple[list[float], list[float]]:
    """Return the widths of `boxes` of one font, and of the spaces at their ends."""
    space = table[" "]
    gaps = [
        0.0 if box[-1] != " " else space if box[-2:] != "  " else space * _spaces(box)
        for box in boxes
    ]
    return list(map(table.__getitem__, boxes)), gaps


def _spaces(box: str) -> int:
    return len(box) - len(box.rstrip(" "))


def _pieces(runs: Sequence[Run], tables: Tables, limit: float, width: float) -> list[str]:
    """Cut the only box of `runs`: the first piece within `limit` points, the others `width`."""
    text = "".join(run.text for run in runs)
    body = text.rstrip(" ")
    letters = breaking.graphemes(body)
    advances, _ = _measured(sliced(runs, 0, len(body)), letters, tables)
    pieces: list[str] = []
    first = start = 0
    while first < len(letters):
        behind, filled = first, 0.0
        while behind < len(letters) and filled + advances[behind] <= limit + TOLERANCE:
            filled += advances[behind]
            behind += 1
        # Kerning may widen some pairs, so the whole piece is measured too.
        while behind > first + 1 and _width(runs, start, letters[first:behind], tables) > limit:
            behind -= 1
        behind = max(behind, first + 1)
        pieces.append("".join(letters[first:behind]))
        start += len(pieces[-1])
        first, limit = behind, width
    pieces[-1] += text[len(body) :]
    return pieces


def _width(runs: Sequence[Run], start: int, letters: Sequence[str], tables: Tables) -> float:
    """Return the width of the `letters` that stand at `start` in the text of `runs`."""
    piece = "".join(letters)
    return _measured(sliced(runs, start, start + len(piece)), [piece], tables)[0][0]
