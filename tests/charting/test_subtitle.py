"""The line above a chart says quantity and unit once, and nothing that stands elsewhere."""

from __future__ import annotations

import pytest

from deckmaker.charting import subtitle
from deckmaker.document import Chart, Series


def above(*names: str, unit: str = "", named: bool = True, wanted: bool = True) -> str:
    series = tuple(Series(name, (1.0, 2.0), named=named) for name in names)
    return subtitle(Chart("column", ("A", "B"), series, unit), unit=wanted)


@pytest.mark.parametrize(
    ("names", "unit", "said"),
    [
        (("Aid",), "thousand tonnes", "Aid, thousand tonnes"),
        (("Night passengers",), "passengers", "Night passengers"),
        (("night crossings",), "", "Night crossings"),
        (("Night", "Day"), "passengers", "Passengers"),
        (("Passengers", "Lorries"), "passengers", ""),
        (("Night", "Day"), "passengers in hundreds", "Passengers in hundreds"),
        (("Night", "Day"), "kWh", "kWh"),
        (("Night", "Day"), "mph", "mph"),
        (("Night", "Day"), "men", "Men"),
        (("Night", "Day"), "км", "км"),
        (("Night", "Day"), "тонн", "Тонн"),
        (("Night", "Day"), "", ""),
        ((), "€", "€"),
    ],
)
def test_quantity_and_unit_are_said_once(names: tuple[str, ...], unit: str, said: str) -> None:
    assert above(*names, unit=unit) == said


def test_what_figures_bear_or_the_title_says_is_not_repeated() -> None:
    assert above("Aid", unit="%", wanted=False) == "Aid"
    assert above("Fuel dominates what a night costs", unit="%", named=False, wanted=False) == ""
    assert above("crossings", unit="crossings", named=False) == "Crossings"
