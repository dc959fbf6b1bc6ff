"""Slabs become pages: where each page ends, and what stands where on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.memo.drawing import Box, Drawing
from deckmaker.memo.slabs import FORBIDDEN, Ground, Slab, height
from deckmaker.memo.styles import Grid

_TOLERANCE = 0.01
"""Points by which sums of heights may differ from the room through rounding."""
_REPEAT_SHARE = 1 / 3
"""What is repeated may take up this share of a page; a taller one is not repeated."""

Placed = tuple[float, float, Drawing]
"""A drawing with its origin, points from the page's upper left corner."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1 and everything on it but the running head and foot."""

    number: int
    placed: tuple[Placed, ...]


def paginate(slabs: Sequence[Slab], grid: Grid) -> tuple[Page, ...]:
    """Return `slabs` on as many pages as they take.

    A page ends where the paper left blank and the cost of the break are least together. Where
    every break is forbidden the page is filled: nothing ever leaves it.
    """
    pages: list[Page] = []
    start = 0
    while start < len(slabs) or not pages:
        room = grid.room(len(pages))
        repeated = _repeated(slabs, start, room)
        end = _end(slabs, start, room - height(repeated))
        top = grid.top if pages else grid.first_top
        cut = slabs[end].ground if end < len(slabs) else None
        placed = _place((*repeated, *slabs[start:end]), grid, top, cut)
        pages.append(Page(len(pages) + 1, placed))
        start = end
    return tuple(pages)


def _repeated(slabs: Sequence[Slab], start: int, room: float) -> tuple[Slab, ...]:
    """Return what stands again above the slab `start`, where a page begins with it."""
    repeated = slabs[start].repeat if 0 < start < len(slabs) else ()
    return repeated if height(repeated) <= _REPEAT_SHARE * room else ()


def _end(slabs: Sequence[Slab], start: int, room: float) -> int:
    """Return the slab before which the page that begins with `start` ends."""
    used = 0.0
    fits = start
    while fits < len(slabs):
        slab = slabs[fits]
        used += slab.height + (slab.before if fits > start else 0.0)
        if used > room + _TOLERANCE and fits > start:
            break
        fits += 1
    else:
        return len(slabs)
    best, least = fits, FORBIDDEN
    used -= slabs[fits].height + slabs[fits].before
    for end in range(fits, start, -1):
        blank = room - used
        if blank >= least:
            break
        if blank + slabs[end].penalty < least:
            best, least = end, blank + slabs[end].penalty
        used -= slabs[end - 1].height + slabs[end - 1].before
    return best


def _place(slabs: Sequence[Slab], grid: Grid, top: float, cut: Ground | None) -> tuple[Placed, ...]:
    """Stack `slabs` from `top`, panels' grounds beneath what stands on them.

    `cut` is the ground that goes on over the page, and here reaches a little into the margin.
    """
    found: list[Placed] = []
    grounds: list[Placed] = []
    ground: Ground | None = None
    begin = end = top
    for index, slab in enumerate(slabs):
        at = end + (slab.before if index else 0.0)
        if slab.ground is not ground:
            grounds.extend(_panel(ground, begin, end, grid))
            ground, begin = slab.ground, at
        if slab.drawing:
            found.append((grid.left, at, slab.drawing))
        end = at + slab.height
    grounds.extend(
        _panel(
            ground, begin, end + (cut.pad / 2 if cut is not None and cut is ground else 0.0), grid
        )
    )
    return (*grounds, *found)


def _panel(ground: Ground | None, begin: float, end: float, grid: Grid) -> list[Placed]:
    if ground is None:
        return []
    box = Box(ground.left, 0.0, ground.right - ground.left, end - begin, ground.color)
    return [(grid.left, begin, (box,))]
