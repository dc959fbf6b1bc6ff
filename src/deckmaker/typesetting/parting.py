"""Words parted at the ends of lines, where that makes running text much less ragged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from deckmaker.typesetting.fitting import Breaks, Cost, Row
from deckmaker.typesetting.hyphenation import Hyphenator
from deckmaker.typesetting.rows import Tables
from deckmaker.typesetting.runs import Run
from deckmaker.typesetting.shaping import HYPHEN


def parted(
    row: Row, runs: Sequence[Run], tables: Tables, hyphenator: Hyphenator, wider: float = 0.0
) -> Row:
    """Return `row` with its words in the pieces that a hyphen may part; never the last word.

    Only boxes wider than `wider` points are parted, and no words of another language. A piece that
    is no word's end has a negative gap: the hyphen, by which the line grows that ends with it.
    """
    boxes: list[str] = []
    ends: list[float] = []
    gaps: list[float] = []
    starts = [0, *accumulate(len(run.text) for run in runs)]
    offset, last = 0, len(row.boxes) - 1
    for at, box in enumerate(row.boxes):
        body = box.rstrip(" ")
        run = bisect_right(starts, offset) - 1
        whole = offset + len(body) <= starts[run + 1]
        own = run < len(runs) and runs[run].native
        free = at < last and whole and own and row.ink(at, at + 1) > wider
        done = 0
        for place in hyphenator.places(body) if free else ():
            table, start = tables(runs[run].font), row.start(at)
            width = table[body[:place]]
            boxes.append(body[done:place])
            ends.append(start + width)
            gaps.append(width - table[body[:place] + HYPHEN])
            done = place
        boxes.append(box[done:])
        ends.append(row.ends[at])
        gaps.append(row.gaps[at])
        offset += len(box)
    widths = (
        end - begin - min(gap, 0.0)
        for (begin, end), gap in zip(pairwise([0.0, *ends]), gaps, strict=True)
    )
    return Row(boxes, ends, gaps, max(widths, default=0.0))


def total(row: Row, width: float, indent: float, breaks: Breaks, cost: Cost) -> float:
    """Return what the lines that end at `breaks` cost together."""
    spent, first = 0.0, 0
    for line, behind in enumerate(breaks):
        measure = width if line else width - indent
        spent += cost(row.ink(first, behind), measure, line, first, behind)
        first = behind
    return spent


def loosest(row: Row, width: float, indent: float, breaks: Breaks) -> float:
    """Return the largest share of the measure that a line leaves blank, the last one left out."""
    blank, first = 0.0, 0
    for line, behind in enumerate(breaks[:-1]):
        measure = width if line else width - indent
        blank = max(blank, 1 - row.ink(first, behind) / measure)
        first = behind
    return blank
