"""Boxes become lines: first fit, balanced, or with the least ragged edge.

All three work on positions along one endless line: a box ends where its trailing spaces end,
its ink where they begin.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import heappop, heappush
from math import inf

TOLERANCE = 1e-6
"""Points by which sums of widths may differ from the measure through rounding."""
SEARCHED = 40
"""How many places are tried as the end of a line: more than a line of any use has words."""

Breaks = list[int]
"""The index of the box behind each line's last one."""
Cost = Callable[[float, float, int, int, int], float]
"""The badness of one line: its ink and measure in points, its number, its first box, and the box
behind its last."""


@dataclass(frozen=True, slots=True)
class Row:
    """The boxes of one paragraph set in one endless line, points."""

    boxes: Sequence[str]
    """Pieces of text between which a line may end, each with its spaces behind it."""
    ends: list[float]
    """Where each box ends, its spaces included."""
    gaps: list[float]
    """How much of each box is spaces at its end, or room before another script, which a line that
    ends there drops; below zero where such a line grows by a hyphen."""
    widest: float
    """The width of the widest box, its spaces included."""
    spaceless: bool = False
    """Whether it has letters of a script that is written without spaces."""

    def start(self, box: int) -> float:
        """Return where `box` starts."""
        return self.ends[box - 1] if box else 0.0

    def ink(self, first: int, behind: int) -> float:
        """Return the width of the boxes from `first` up to `behind`, less the trailing spaces."""
        return self.ends[behind - 1] - self.gaps[behind - 1] - self.start(first)


class Border(IntEnum):
    """What the border behind a box is to a renderer that breaks a long token."""

    LETTER = 0
    """A place to break where nothing else helps."""
    UNICODE = 1
    """A place by Unicode's rules."""
    COMMON = 2
    """A place within a token that PowerPoint has too."""
    DICTIONARY = 3
    """A place between two words that a dictionary parts: that of another program may not."""
    SURE = 4
    """A place where a token ends: a space, or any between Chinese characters."""


@dataclass(frozen=True, slots=True)
class LooseRow:
    """A row with what renderers may make of its borders.

    Its tokens that are wider than their line stand in graphemes.
    """

    row: Row
    borders: list[Border]
    """The border behind each box."""
    ligated: bool = False
    """Whether letters may be one glyph together, so that a line holds one less than it has room."""


def first_fit(row: Row, width: float, indent: float) -> Breaks:
    """Fill each line as far as it goes. Every line takes one box at least."""
    reach = max(row.gaps, default=0.0) + TOLERANCE
    breaks: Breaks = []
    first, measure, count = 0, width - indent, len(row.ends)
    while first < count:
        first = _furthest(row, first, measure, reach)
        breaks.append(first)
        measure = width
    return breaks


def _furthest(row: Row, first: int, measure: float, reach: float) -> int:
    """Return the box behind the last that fits a line from `first`; `reach` is the widest gap."""
    ends, gaps = row.ends, row.gaps
    limit = (ends[first - 1] if first else 0.0) + measure
    behind = bisect_right(ends, limit + reach, first)
    while behind > first and ends[behind - 1] - gaps[behind - 1] > limit + TOLERANCE:
        behind -= 1
    return max(behind, first + 1)


def worst_fit(loose: LooseRow, width: float, indent: float) -> Breaks:
    """Return the most lines that a renderer may make of tokens that renderers part differently.

    Inside a token that is wider than its line LibreOffice ends a line at the last place by
    Unicode's rules or at the one before it, or fills it to the last letter, seemingly at whim;
    PowerPoint has places of its own. Between words that are told apart by a dictionary, the last
    place that fits may be none in another's. So every mixture of these is looked at.
    """
    row, borders = loose.row, loose.borders
    starts = [0] * (len(borders) + 1)
    for box, border in enumerate(borders):
        starts[box + 1] = box + 1 if border is Border.SURE else starts[box]
    reach = max(row.gaps) + TOLERANCE
    most: dict[int, int] = {0: 0}
    origin: dict[int, int] = {}
    waiting = [0]
    while waiting:
        first = heappop(waiting)
        if first == len(borders):
            break
        furthest = _furthest(row, first, width if first else width - indent, reach)
        for behind in _choices(loose, starts, first, furthest):
            if behind not in most:
                heappush(waiting, behind)
            if most[first] + 1 > most.get(behind, 0):
                most[behind], origin[behind] = most[first] + 1, first
    breaks = [len(borders)]
    while origin[breaks[-1]]:
        breaks.append(origin[breaks[-1]])
    return breaks[::-1]


def _choices(loose: LooseRow, starts: list[int], first: int, furthest: int) -> set[int]:
    """Return where a line from `first` may end that holds the boxes up to `furthest` at most."""
    borders = loose.borders
    start = max(starts[furthest], first)
    if furthest == len(borders) or start == furthest:
        return {furthest}
    inner = range(start + 1, furthest + 1)
    places = [at for at in inner if borders[at - 1] is not Border.LETTER]
    letters = Border.LETTER in borders[start:furthest]
    if Border.DICTIONARY in borders[start:furthest] and not letters:
        return set([*([start] if start > first else []), *places][-2:])
    choices = {start} if start > first else set()
    choices.update([at for at in inner if borders[at - 1] is Border.COMMON][-1:])
    if letters:
        choices.update(places[-2:])
        choices.add(furthest)
        if loose.ligated and furthest - 1 > first:
            choices.add(furthest - 1)
    return choices or {furthest}


def even(row: Row, width: float, indent: float, latest: Breaks, cost: Cost) -> Breaks:
    """Return as many lines as first fit made (`latest`), placed at the least total `cost`.

    Only places between the earliest and the latest that still give that number of lines are
    tried, and of these no more than the last `SEARCHED`, so the search is short.
    """
    earliest = _earliest(row, width, latest)
    reached: dict[int, float] = {0: 0.0}
    origins: list[dict[int, int]] = []
    for line, (low, high) in enumerate(zip(earliest, latest, strict=True)):
        measure = width if line else width - indent
        arrived: dict[int, float] = {}
        origin: dict[int, int] = {}
        starts = list(reversed(reached.items()))
        for behind in range(max(low, high - SEARCHED), high + 1):
            least = inf
            for first, spent in starts:
                if first >= behind:
                    continue
                ink = row.ink(first, behind)
                if ink > measure + TOLERANCE and behind > first + 1:
                    break
                total = spent + cost(ink, measure, line, first, behind)
                if total < least:
                    least, origin[behind] = total, first
            if least < inf:
                arrived[behind] = least
        reached = arrived
        origins.append(origin)
    breaks = [len(row.ends)]
    for origin in reversed(origins[1:]):
        breaks.append(origin[breaks[-1]])
    return breaks[::-1]


def _earliest(row: Row, width: float, latest: Breaks) -> Breaks:
    """Return the first place where each line may end so that the rest still fits its lines."""
    earliest = [len(row.ends)]
    for high in reversed(latest[:-1]):
        behind = earliest[-1]
        target = row.ends[behind - 1] - row.gaps[behind - 1] - width - TOLERANCE
        first = bisect_left(row.ends, target) + 1 if target > 0 else 1
        earliest.append(min(first, high))
    return earliest[::-1]
