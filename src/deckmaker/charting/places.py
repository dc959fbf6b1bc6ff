"""Labels that would collide are moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Pool:
    """Labels that lie close on each other."""

    members: tuple[int, ...]
    height: float
    lean: float
    """The sum of where the pool would begin for each member to lie where it wants."""

    def top(self, highest: float, lowest: float) -> float:
        """Return where the pool begins."""
        return max(highest, min(self.lean / len(self.members), lowest - self.height))

    def joined(self, below: _Pool) -> _Pool:
        """Return this pool and the one below it as one."""
        lean = self.lean + below.lean - self.height * len(below.members)
        return _Pool(self.members + below.members, self.height + below.height, lean)


def spread(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Return the middles `wanted` moved apart by as little as can be, within top … bottom.

    `heights` holds what each label takes. Labels that collide are pooled around the mean of what
    they want, and pools that collide are joined. Where there is less room than they need, they
    run over at the bottom.
    """
    pools: list[_Pool] = []
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at]):
        pools.append(_Pool((at,), heights[at], wanted[at] - heights[at] / 2))
        while len(pools) > 1:
            above, below = pools[-2:]
            if above.top(top, bottom) + above.height <= below.top(top, bottom):
                break
            pools[-2:] = [above.joined(below)]
    moved = list(wanted)
    for pool in pools:
        edge = pool.top(top, bottom)
        for at in pool.members:
            moved[at] = edge + heights[at] / 2
            edge += heights[at]
    return moved
