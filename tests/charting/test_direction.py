"""Which charts begin at the right where the script does."""

from __future__ import annotations

import pytest

from deckmaker.charting import begins_right
from deckmaker.document import Chart, ChartType, Series
from deckmaker.locales import locale_for

NAMES, YEARS = ("Nord", "Süd"), ("2024", "2025")


def chart(kind: ChartType, categories: tuple[str, ...]) -> Chart:
    return Chart(kind, categories, (Series("A", (1.0, 2.0)),))


@pytest.mark.parametrize(
    ("kind", "categories", "right"),
    [
        ("bar", NAMES, True),
        ("stacked bar", YEARS, True),
        ("column", NAMES, True),
        ("column", YEARS, False),
        ("column", ("0–14", "15–64"), False),
        ("stacked column", ("يناير", "فبراير"), False),
        ("line", NAMES, False),
        ("stacked area", YEARS, False),
        ("scatter", (), False),
        ("pie", NAMES, False),
    ],
)
def test_names_begin_at_the_right_and_what_is_ordered_like_numbers_does_not(
    kind: ChartType, categories: tuple[str, ...], right: bool
) -> None:
    assert begins_right(chart(kind, categories), locale_for("ar")) is right
    assert not begins_right(chart(kind, categories), locale_for("en"))
