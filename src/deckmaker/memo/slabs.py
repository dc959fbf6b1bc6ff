"""Slabs: the horizontal slices a memo is stacked from, each with the cost of a page break above it.

Whatever is set becomes a flat list of slabs (a line of text, a row of a table, a figure), so that
one short rule breaks pages, whatever stands on them: no slab is ever cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from deckmaker.memo.drawing import (
    Bookmark,
    Box,
    Drawing,
    Figure,
    Mark,
    Picture,
    Rule,
    Shape,
    Start,
    Target,
    Words,
)

FORBIDDEN = inf
"""The cost of a break that would strand a heading or a line."""
WHOLE = 1000.0
"""The cost of parting what belongs together: more than a page left blank, so that it is paid only
for what is taller than a page."""
SPLIT = 14.0
"""The cost of a break inside a paragraph, in points of paper left blank."""
PARTED = 60.0
"""That of one inside a word."""

_WHOLE_RAIL = 16
"""A rail of so many lines is never parted."""
_BELOW = 3.0
"""Below the baseline of a line in the rail that stands beside nothing, points."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The tinted ground of a panel: adjacent slabs that share it stand on one rectangle."""

    left: float
    right: float
    """From the left margin, points."""
    color: str
    pad: float
    """Added above and below where the panel is cut by a page break."""


@dataclass(frozen=True, slots=True)
class SideHead:
    """The label of a section as pages bear it that begin inside the section."""

    beside: Drawing
    """In the rail, level with the page's first line: lines from the baseline 0 downwards."""
    above: Drawing
    """One line on the baseline 0, for pages whose first line has something else in the rail."""
    depth: float
    """How deep `beside` is below its first baseline, points."""


@dataclass(frozen=True, slots=True)
class Slab:
    """A slice of the text area. Its drawing's origin is its upper corner at the left margin."""

    height: float
    drawing: Drawing = ()
    before: float = 0.0
    """White space above, which falls away at the head of a page."""
    penalty: float = 0.0
    """The cost of a page break above it, in points of paper left blank."""
    ground: Ground | None = None
    repeat: tuple[Slab, ...] = ()
    """What stands again at the head of the page where a break falls above this slab."""
    overhang: float = 0.0
    """How far the drawing reaches below, into the rail beside the slabs that follow."""
    side_head: SideHead | None = None
    """What names the section where a break falls above this slab."""
    parted: Callable[[float], tuple[Slab, Slab] | None] | None = field(default=None, compare=False)
    """Sets a tall slab anew as two, the first no deeper than the room that is left on its page;
    returns none where it is better not parted. Nothing else stands on its drawing."""


def height(slabs: Sequence[Slab]) -> float:
    """Return the height of `slabs` stacked, the space above the first left out."""
    return sum(s.height + s.before for s in slabs) - (slabs[0].before if slabs else 0.0)


def spaced(slabs: Sequence[Slab], before: float, *, penalty: float = 0.0) -> list[Slab]:
    """Return `slabs` with `before` points above them and the cost of a break there."""
    if not slabs:
        return []
    first = replace(slabs[0], before=before, penalty=max(penalty, slabs[0].penalty))
    return [first, *slabs[1:]]


def attached(slabs: Sequence[Slab]) -> list[Slab]:
    """Return `slabs` so that no page break falls above their first."""
    return spaced(slabs, slabs[0].before, penalty=FORBIDDEN) if slabs else []


def together(slabs: Sequence[Slab]) -> list[Slab]:
    """Return `slabs` so that no page break falls between them where one page holds them all."""
    return reluctant(slabs, WHOLE)


def held(slabs: Sequence[Slab], depth: float) -> list[Slab]:
    """Return `slabs` so that no break falls above them nor before `depth` points of them stand.

    It keeps a heading with two lines of what follows.
    """
    found: list[Slab] = []
    stacked = 0.0
    for slab in slabs:
        found.append(replace(slab, penalty=FORBIDDEN) if stacked < depth else slab)
        stacked += slab.height
    return found


def reluctant(slabs: Sequence[Slab], penalty: float) -> list[Slab]:
    """Return `slabs` with every break between them costing at least `penalty`."""
    return [*slabs[:1], *(replace(s, penalty=max(s.penalty, penalty)) for s in slabs[1:])]


def beside(
    rail: Sequence[Words], depth: float, slabs: Sequence[Slab], *, ahead: Sequence[Start] = ()
) -> list[Slab]:
    """Return `slabs` with the lines of `rail`, `depth` points deep, beside them.

    The rail is drawn whole with the first slab, so that it is read before what it stands beside
    but for the elements that begin `ahead` of it; and no page break falls before all of it has its
    place. Where the slabs are shorter, the last one grows. Only a rail of very many lines goes on
    over pages together with the slabs.
    """
    if len(rail) > _WHOLE_RAIL:
        return _interleaved(rail, slabs, ahead)
    found = [replace(slabs[0], drawing=(*ahead, *rail, *slabs[0].drawing))]
    reached = slabs[0].height
    for slab in slabs[1:]:
        found.append(replace(slab, penalty=FORBIDDEN) if reached < depth else slab)
        reached += slab.before + slab.height
    if reached < depth:
        found[-1] = replace(found[-1], height=found[-1].height + depth - reached)
    found[0] = replace(found[0], overhang=max(0.0, depth - found[0].height))
    return found


def _interleaved(
    rail: Sequence[Words], slabs: Sequence[Slab], ahead: Sequence[Start]
) -> list[Slab]:
    """Return `slabs` each with the lines of `rail` at its height, and slabs for further lines.

    All of the rail has its place before what it stands beside, wherever it is drawn.
    """
    waiting = list(rail)
    found: list[Slab] = []
    reached = 0.0
    for index, slab in enumerate(slabs):
        top = reached + (slab.before if index else 0.0)
        reached = top + slab.height
        taken = sum(words.y <= reached for words in waiting)
        mine = tuple(replace(words, y=words.y - top) for words in waiting[:taken])
        found.append(replace(slab, drawing=mine + slab.drawing))
        del waiting[:taken]
    for words in waiting:
        found.append(Slab(words.y + _BELOW - reached, (replace(words, y=words.y - reached),)))
        reached = words.y + _BELOW
    told = dict.fromkeys(words.element for words in rail if words.element is not None)
    starts = (*ahead, *map(Start, told))
    return [replace(found[0], drawing=(*starts, *found[0].drawing)), *found[1:]]


def reaches_into(rail: float, slabs: Sequence[Slab], depth: float) -> bool:
    """Tell whether something of the first `depth` points of `slabs` stands in the rail."""
    reached = 0.0
    for index, slab in enumerate(slabs):
        reached += slab.before if index else 0.0
        if reached >= depth:
            return False
        if slab.ground is not None and slab.ground.left < rail:
            return True
        if any(_left(mark) < rail for mark in slab.drawing):
            return True
        reached += slab.height
    return False


def _left(mark: Mark) -> float:
    match mark:
        case Words() | Box() | Picture() | Figure():
            return mark.x
        case Rule():
            return min(mark.x1, mark.x2)
        case Shape() | Start() | Target() | Bookmark():
            return inf


def on_ground(slabs: Sequence[Slab], ground: Ground) -> list[Slab]:
    """Return `slabs` on a panel, padded above and below."""
    pad = Slab(ground.pad, ground=ground)
    body = [replace(s, ground=ground, repeat=(*s.repeat, pad)) for s in slabs]
    first = replace(body[0], before=0.0, penalty=FORBIDDEN)
    return [
        replace(pad, before=slabs[0].before, penalty=slabs[0].penalty),
        first,
        *body[1:],
        replace(pad, penalty=FORBIDDEN),
    ]
