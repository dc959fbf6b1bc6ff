"""An axis holds its figures in a few round steps, and ends where they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.charting.axis import AIR, aired_scale, scale

VALUES = st.lists(
    st.one_of(st.floats(-1e300, 1e300), st.floats(-1e4, 1e4), st.sampled_from([0.0, 5e-324])),
    max_size=20,
)


@pytest.mark.parametrize(
    ("highest", "end"),
    [(104, 120), (100, 100), (57, 60), (98_600, 100_000), (52_000, 60_000), (0.31, 0.4), (9, 10)],
)
def test_an_axis_ends_at_the_next_sensible_step(highest: float, end: float) -> None:
    assert scale([highest / 9, highest]).high == pytest.approx(end)


@given(VALUES)
def test_an_axis_holds_all_values_in_a_few_round_steps(values: list[float]) -> None:
    for made in (scale(values), scale(values, from_zero=False), aired_scale(values)):
        assert 2 <= len(made.ticks) <= 9
        assert made.ticks[0] == pytest.approx(made.low)
        assert made.ticks[-1] == pytest.approx(made.high)
        for value in values:
            assert -1e-6 <= made.share(value) <= 1 + 1e-6
    assert scale(values).low <= 0 <= scale(values).high


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20))
def test_points_keep_off_the_ends_of_their_axes(values: list[float]) -> None:
    made = aired_scale(values)
    air = AIR * (max(values) - min(values)) * 0.99
    assert made.low == 0 or min(values) - made.low >= air
    assert made.high == 0 or made.high - max(values) >= air
    if min(values) > 0:
        assert made.low >= 0


def test_an_axis_leaves_zero_out_only_where_values_lie_close_together() -> None:
    assert scale([98.0, 99.0], from_zero=False).low > 90
    assert scale([9.0, 99.0], from_zero=False).low == 0
    assert scale([50.0, 50.0], from_zero=False).low == 0
    assert scale([-98.0, -99.0], from_zero=False).high < -90
