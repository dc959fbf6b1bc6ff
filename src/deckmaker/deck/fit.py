"""Heights in, slides out: the pure packing of what a block holds over as many slides as it needs.

An optimal partition (dynamic programming over the places where a slide may end): as few slides as
possible, filled as evenly as possible, so that eight rows at a capacity of seven become 4 + 4 and
not 7 + 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

SLACK = 1e-6


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


def partition(
    atoms: Sequence[Atom],
    capacity: float,
    *,
    first_capacity: float | None = None,
    last_reserve: float = 0.0,
) -> tuple[range, ...]:
    """Return the runs of atoms that stand on each slide.

    `capacity` is the height of a body in points, `first_capacity` that of the first slide,
    `last_reserve` what the last slide needs besides.
    Raises DoesNotFitError where a single atom, or a run that may not be parted, is too tall.
    """
    count = len(atoms)
    if not count:
        return ()
    first = capacity if first_capacity is None else first_capacity

    def room(start: int, end: int) -> float:
        whole = first if start == 0 else capacity
        return whole - (last_reserve if end == count else 0.0) + SLACK

    tops = [0.0]
    for atom in atoms:
        tops.append(tops[-1] + atom.gap + atom.height)

    def used(start: int, end: int) -> float:
        return tops[end] - tops[start] - atoms[start].gap

    def price(start: int) -> float:
        return atoms[start].price if start else 0.0

    def runs_ending_at(end: int) -> Iterator[tuple[int, float]]:
        """Yield (start, height) of each run of atoms that ends here and fits a slide."""
        for start in range(end - 1, -1, -1):
            height = used(start, end)
            if height > max(first, capacity) + SLACK:
                return
            if height <= room(start, end) and price(start) < inf:
                yield start, height

    fewest: list[float] = [0.0] + [inf] * count
    for end in range(1, count + 1):
        fewest[end] = 1 + min((fewest[start] for start, _ in runs_ending_at(end)), default=inf)
    if fewest[count] == inf:
        raise DoesNotFitError(_first_too_tall(fewest))
    target = (tops[count] + last_reserve) / fewest[count]
    # A way of the fewest slides passes only through places reached with the fewest themselves,
    # so one best predecessor for each place is enough.
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        choices = [
            (best[start][0] + ((height - target) / capacity) ** 2 + price(start), start)
            for start, height in runs_ending_at(end)
            if fewest[start] + 1 == fewest[end]
        ]
        # Of equally even ways the fuller slides come first.
        best.append(min(choices, key=lambda c: (round(c[0], 9), -c[1]), default=(inf, 0)))
    cuts: list[range] = []
    end = count
    while end:
        start = best[end][1]
        cuts.append(range(start, end))
        end = start
    return tuple(reversed(cuts))


def _first_too_tall(fewest: Sequence[float]) -> int:
    """Return the index of the atom behind the last place where a slide can end."""
    return max(place for place, slides in enumerate(fewest) if slides < inf)
