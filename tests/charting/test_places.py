"""Labels moved apart keep their order and their room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.charting import spread

LABELS = st.lists(st.tuples(st.floats(0, 100), st.floats(1, 12)), min_size=1, max_size=8)


@given(LABELS)
def test_labels_that_are_spread_do_not_overlap(labels: list[tuple[float, float]]) -> None:
    wanted, heights = zip(*labels, strict=True)
    free = spread(wanted, heights, 0.0, 100.0)
    placed = sorted(zip(free, heights, strict=True))
    for (one, high), (other, low) in pairwise(placed):
        assert other - one >= (high + low) / 2 - 1e-6
    assert placed[0][0] - placed[0][1] / 2 >= -1e-6
    assert placed[-1][0] + placed[-1][1] / 2 <= 100 + 1e-6


def test_only_those_that_collide_are_moved() -> None:
    assert spread([10.0, 50.0, 52.0], [10.0] * 3, 0.0, 100.0) == [10.0, 46.0, 56.0]
    assert spread([52.0, 50.0], [10.0, 10.0], 0.0, 100.0) == [56.0, 46.0]
    assert spread([], [], 0.0, 1.0) == []
    assert spread([1.0], [10.0], 0.0, 100.0) == pytest.approx([5.0])
