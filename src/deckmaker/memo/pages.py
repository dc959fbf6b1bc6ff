"""Slabs become pages: where each page ends, and what stands where on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.memo.drawing import Box, Drawing, Words, silent
from deckmaker.memo.slabs import FORBIDDEN, Ground, SideHead, Slab, height, reaches_into
from deckmaker.memo.styles import Grid

_TOLERANCE = 0.01
"""Points by which sums of heights may differ from the room through rounding."""
_REPEAT_SHARE = 1 / 3
"""What is repeated may take up this share of a page; a taller one is not repeated."""
_HEAD = 4
"""Among so many slabs at the head of a page its first line is looked for."""
_HIGH = 24.0
"""How far below the head of its page a baseline may lie that all pages are to share, points."""
_ABOVE = 9.0
"""From the baseline of a side-head down to the head of the page that it stands above."""

Placed = tuple[float, float, Drawing]
"""A drawing with its origin, points from the page's upper left corner."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1 and everything on it but the running head and foot."""

    number: int
    placed: tuple[Placed, ...]
    head: tuple[Placed, ...] = ()
    """What names the section again in which the page begins."""


def paginate(slabs: Sequence[Slab], grid: Grid) -> tuple[Page, ...]:
    """Return `slabs` on as many pages as they take.

    A page ends where the paper left blank and the cost of the break are least together. Where
    every break is forbidden the page is filled: nothing ever leaves it.
    """
    slabs = list(slabs)
    pages: list[Page] = []
    start = 0
    while start < len(slabs) or not pages:
        repeated = _repeated(slabs, start, grid.room(len(pages)))
        head = (*repeated, *_topped(slabs[start : start + _HEAD]))
        top = _top(head, grid) if pages else grid.first_top
        end = _end(slabs, start, grid.height - grid.bottom - top - height(repeated))
        shown = (*repeated, *_topped(slabs[start:end]))
        cut = slabs[end].ground if end < len(slabs) else None
        placed = _place(shown, grid, top, cut)
        side_head = slabs[start].side_head if pages else None
        again = () if side_head is None else (_side_head(side_head, shown, grid, top),)
        pages.append(Page(len(pages) + 1, placed, again))
        start = end
    return tuple(pages)


def _top(slabs: Sequence[Slab], grid: Grid) -> float:
    """Return where a page begins whose first line stands on the baseline that all pages share."""
    reached = 0.0
    for index, slab in enumerate(slabs):
        reached += slab.before if index else 0.0
        first = min((mark.y for mark in slab.drawing if isinstance(mark, Words)), default=None)
        if first is not None and reached + first <= _HIGH:
            return grid.first_line - reached - first
        reached += slab.height
        if first is not None or reached > _HIGH:
            break
    return grid.top


def _side_head(side_head: SideHead, slabs: Sequence[Slab], grid: Grid, top: float) -> Placed:
    """Place a side-head beside the first line, or above it where the rail is taken."""
    depth = grid.first_line - top + side_head.depth
    if reaches_into(grid.rail, slabs, depth):
        return (grid.left, top - _ABOVE, side_head.above)
    return (grid.left, grid.first_line, side_head.beside)


def _topped(slabs: Sequence[Slab]) -> list[Slab]:
    """Return `slabs` without the white above the first."""
    return [replace(slabs[0], before=0.0), *slabs[1:]] if slabs else []


def _repeated(slabs: Sequence[Slab], start: int, room: float) -> tuple[Slab, ...]:
    """Return what stands again above the slab `start`, where a page begins with it.

    It is told where it stands first.
    """
    repeated = slabs[start].repeat if 0 < start < len(slabs) else ()
    if height(repeated) > _REPEAT_SHARE * room:
        return ()
    return tuple(replace(slab, drawing=silent(slab.drawing)) for slab in repeated)


def _end(slabs: list[Slab], start: int, room: float) -> int:
    """Return the slab before which the page that begins with `start` ends.

    A slab that does not fit is replaced by its parts, where it has any.
    """
    used = 0.0
    fits = start
    while fits < len(slabs):
        slab = slabs[fits]
        above = used + (slab.before if fits > start else 0.0)
        if above + slab.height + slab.overhang > room + _TOLERANCE:
            parts = _parts(slab, room - above)
            if parts:
                slabs[fits : fits + 1] = parts
                continue
            if fits > start:
                used = above + slab.height
                break
        used = above + slab.height
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


def _parts(slab: Slab, room: float) -> tuple[Slab, ...]:
    """Return the parts of a slab of which the first has room; nothing where it is not parted."""
    parts = slab.parted(room) if slab.parted is not None else None
    if parts is None:
        return ()
    first, rest = (replace(part, side_head=slab.side_head) for part in parts)
    head = replace(first, before=slab.before, penalty=slab.penalty, repeat=slab.repeat)
    return head, rest


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
