"""Years and months are known as such, and named in steps that a reader counts in."""

from __future__ import annotations

from itertools import islice

import pytest

from deckmaker.charting import calendar_of, named_steps


def test_an_even_run_of_years_is_a_calendar() -> None:
    years = calendar_of(["1985", "1986", "1987"])
    assert years is not None
    assert (years.unit, years.numbers, years.pitch) == ("year", (1985, 1986, 1987), 1)
    assert calendar_of(["1900", "1910", "1920"]).pitch == 10
    assert list(islice(named_steps(years), 6)) == [1, 2, 5, 10, 20, 50]


def test_an_even_run_of_months_is_a_calendar_of_days() -> None:
    months = calendar_of(["2023-11", "2023-12", "2024-01"])
    assert months is not None
    assert (months.unit, months.pitch) == ("month", 1)
    assert months.days == (45231, 45261, 45292)
    assert list(islice(named_steps(months), 7)) == [1, 2, 3, 6, 12, 24, 60]


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["2024"],
        ["2024", "2026", "2027"],
        ["2025", "2024"],
        ["2024", "2024"],
        ["2024", "2025e"],
        ["1", "2", "3"],
        ["２０２４", "２０２５"],
        ["2024-01", "2024-13"],
        ["2024-01", "2025"],
        ["1850-01", "1850-02"],
        ["May", "June"],
    ],
)
def test_anything_else_is_none(names: list[str]) -> None:
    assert calendar_of(names) is None
    assert list(islice(named_steps(None), 3)) == [1, 2, 3]
