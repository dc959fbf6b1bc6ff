"""Heights in, slides out: the pure packing of what a block holds over as many slides as it needs.

An optimal partition (dynamic programming over the places where a slide may end): as few slides as
possible, filled as evenly as possible, so that eight rows at a capacity of seven become 4 + 4 and
not 7 + 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

SLACK = 1e-6
_DIGITS = 9
"""Two ways whose unevenness agrees in so many decimals are equally even."""

FIRST_PIECES = (1.0, 0.75, 0.5, 0.25)
"""What share of a slide the first piece of a thing too tall for one may take, tried in turn: the
rest of a slide that others have begun."""

Item = TypeVar("Item")
Reach = Callable[[int], Iterable[tuple[int, float]]]
"""From the place where a slide begins to each place where it may end, ascending, with the share of
the slide that it then fills."""


@dataclass(frozen=True, slots=True)
class Atom:
    """What must not be parted: a height, the gap above it, and the price of a break before it."""

    height: float
    """Points."""
    gap: float = 0.0
    """Points above it, dropped at the top of a slide."""
    price: float = 0.0
    """What a slide that begins here costs; `inf` forbids it."""


class DoesNotFitError(ValueError):
    """An atom is taller than a slide's body: nothing can be done but shorten it."""

    def __init__(self, index: int) -> None:
        super().__init__(f"atom {index} is taller than the slide's body")
        self.index = index


def partition(atoms: Sequence[Atom], capacity: float) -> tuple[range, ...]:
    """Return the runs of atoms that stand on each slide, whose body is `capacity` points high.

    Raises DoesNotFitError where a single atom, or a run that may not be parted, is too tall.
    """
    tops = [0.0]
    for atom in atoms:
        tops.append(tops[-1] + atom.gap + atom.height)

    def reach(start: int) -> Iterator[tuple[int, float]]:
        top = tops[start] + atoms[start].gap
        for end in range(start + 1, len(tops)):
            height = tops[end] - top
            if height > capacity + SLACK:
                return
            yield end, height / capacity

    return evenly(len(atoms), reach, [atom.price for atom in atoms])


def fewest(
    ways: Iterable[Sequence[Item]], height: Callable[[Item], float], capacity: float
) -> tuple[Sequence[Item], tuple[range, ...]]:
    """Return the one of several `ways` to part the same things that takes the fewest slides.

    Of equals the most even, then the first. Each way is a sequence of what must not be parted.
    """
    best: tuple[Sequence[Item], tuple[range, ...]] = ((), ())
    least = (inf, inf)
    for items in ways:
        shares = [height(item) / capacity for item in items]
        runs = partition([Atom(share) for share in shares], 1.0)
        unevenness = round(sum(sum(shares[n] for n in run) ** 2 for run in runs), _DIGITS)
        if (len(runs), unevenness) < least:
            least, best = (len(runs), unevenness), (items, runs)
    return best


def evenly(count: int, reach: Reach, prices: Sequence[float]) -> tuple[range, ...]:
    """Return the fewest runs that lead from place 0 to `count`, filled as evenly as can be.

    `prices` holds what beginning a run at each place costs, beside a square of a slide's share.
    Raises DoesNotFitError where no way leads through.
    """
    # Of equally few and equally even ways the fuller slides come first: a later start replaces
    # an earlier one.
    best: list[tuple[float, float]] = [(0, 0.0)] + [(inf, inf)] * count
    origin = [0] * (count + 1)
    for start in range(count):
        slides, spent = best[start]
        price = prices[start] if start else 0.0
        if slides == inf or price == inf:
            continue
        for end, share in reach(start):
            found = (slides + 1, round(spent + share * share + price, _DIGITS))
            if found <= best[end]:
                best[end], origin[end] = found, start
    if best[count][0] == inf:
        raise DoesNotFitError(max(n for n, (slides, _) in enumerate(best) if slides < inf))
    runs: list[range] = []
    end = count
    while end:
        runs.append(range(origin[end], end))
        end = origin[end]
    return tuple(reversed(runs))
