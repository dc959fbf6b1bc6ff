"""Packing: as few slides as possible, as even as possible, nothing lost."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.deck.fit import Atom, DoesNotFitError, partition

heights = st.lists(st.floats(1, 100), min_size=1, max_size=40)


def counts(parts: tuple[range, ...]) -> list[int]:
    return [len(part) for part in parts]


def test_eight_rows_at_a_capacity_of_seven_become_four_and_four() -> None:
    assert counts(partition([Atom(40)] * 8, 7 * 40)) == [4, 4]


def test_the_fuller_slides_come_first() -> None:
    assert counts(partition([Atom(22)] * 26, 12 * 22)) == [9, 9, 8]


def test_a_gap_is_dropped_at_the_top_of_a_slide() -> None:
    assert counts(partition([Atom(100, gap=10)] * 2, 210)) == [2]
    assert counts(partition([Atom(100, gap=10)] * 2, 209)) == [1, 1]


def test_a_break_that_is_forbidden_is_never_made() -> None:
    atoms = [Atom(60), Atom(60), Atom(60, price=inf), Atom(60)]
    assert partition(atoms, 130) == (range(1), range(1, 3), range(3, 4))


def test_what_is_taller_than_a_slide_is_named() -> None:
    with pytest.raises(DoesNotFitError) as error:
        partition([Atom(50), Atom(50), Atom(201), Atom(50)], 200)
    assert error.value.index == 2


def test_nothing_needs_no_slide() -> None:
    assert partition([], 100) == ()


@given(heights, st.floats(100, 300))
def test_every_atom_stands_on_one_slide_in_order_and_none_overflows(
    values: list[float], capacity: float
) -> None:
    parts = partition([Atom(value) for value in values], capacity)
    assert [n for part in parts for n in part] == list(range(len(values)))
    assert all(sum(values[n] for n in part) <= capacity + 1e-3 for part in parts)


@given(st.lists(st.floats(1, 100), min_size=1, max_size=9), st.floats(100, 250))
def test_no_other_way_takes_fewer_slides_or_is_more_even(
    values: list[float], capacity: float
) -> None:
    found = partition([Atom(value) for value in values], capacity)

    def unevenness(parts: list[list[float]]) -> float:
        target = sum(values) / len(parts)
        return sum(((sum(part) - target) / capacity) ** 2 for part in parts)

    best = unevenness([[values[n] for n in part] for part in found])
    for slides in range(1, len(found) + 1):
        for cuts in combinations(range(1, len(values)), slides - 1):
            edges = [0, *cuts, len(values)]
            parts = [values[a:b] for a, b in pairwise(edges)]
            if all(sum(part) <= capacity for part in parts):
                assert slides == len(found)
                assert best <= unevenness(parts) + 1e-6
