"""Figures of charts stand in the marks of their language, whatever their size."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import content

from deckmaker.document import Series
from deckmaker.document.alternatives import describe_chart
from deckmaker.document.numerals import MINUS, numerals, share_numerals
from deckmaker.wording import ENGLISH

LANGUAGES = ("en-GB", "de-DE", "fr", "tr", "eu", "pt-BR", "de-CH", "und", "")


@pytest.mark.parametrize(
    ("lang", "unit", "shown"),
    [
        ("en-GB", "%", "1,234.5%"),
        ("de-DE", "%", "1.234,5\u00a0%"),
        ("fr", "%", "1\u202f234,5\u00a0%"),
        ("tr", "%", "%1.234,5"),
        ("eu", "%", "%\u00a01.234,5"),
        ("en", "‰", "1,234.5‰"),
        ("en", "€ bn", "€1,234.5\u00a0bn"),
        ("nl", "€", "€\u00a01.234,5"),
        ("sv", "€ bn", "1\u00a0234,5\u00a0€ bn"),
        ("de-CH", "km²", "1’234.5\u00a0km²"),
        ("en", "°", "1,234.5°"),
        ("en", "thousand tonnes", "1,234.5"),
    ],
)
def test_marks_are_those_of_the_language(lang: str, unit: str, shown: str) -> None:
    printed = numerals(unit, 1, lang, [1234.5])
    assert printed.text(1234.5) == shown
    assert printed.text(-1234.5) == MINUS + shown
    assert printed.bare.text(1234.5).strip("€% ") in shown


def test_figures_too_long_to_read_become_powers_of_ten() -> None:
    assert numerals("", 0, "en", [2.5e29]).text(2.5e29) == "2.5 × 10²⁹"
    assert numerals("g", 12, "de", [2e-6]).text(-2e-6) == "−2,0 × 10⁻⁶\u00a0g"
    assert numerals("", 0, "en", [2.5e29, 0.0]).text(0.0) == "0"
    assert numerals("", 0, "en", [9e12]).text(9e12) == "9,000,000,000,000"


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(0, 400),
    st.sampled_from(["", "%", "€ bn", "tonnes", "°C"]),
    st.sampled_from(LANGUAGES),
)
def test_any_figure_is_printed_short(value: float, decimals: int, unit: str, lang: str) -> None:
    shown = numerals(unit, decimals, lang, [value, None]).text(value)
    assert 0 < len(shown) < 40
    assert shown.startswith(MINUS) == (value < 0)
    assert re.search(r"\d", shown)


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e300)), max_size=8))
def test_no_share_is_printed_as_nothing_where_a_decimal_saves_it(weights: list) -> None:
    assert share_numerals(weights, "en").decimals in (0, 1)
    largest = max((one for one in weights if one), default=0.0)
    if largest and all(one / largest > 0.05 for one in weights if one):
        assert share_numerals(weights, "en").decimals == 0
    assert share_numerals([996.0, 4.0], "en").text(0.4) == "0.4%"


@pytest.mark.parametrize("power", [30, 300])
def test_a_chart_of_very_long_figures_is_told_in_words(power: int) -> None:
    series = (Series("A", (10.0**power, 1.0)),)
    told = describe_chart("bar", ("a", "b"), series, "", 0, "en", ENGLISH)
    assert f"10{str(power).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}" in told


def test_the_longest_figures_of_a_briefing_are_told_in_words() -> None:
    figures = '"999,999,999,999,999", b: 0.000000000000001, c: 0.00'
    told = content(f"chart: {{ type: bar, data: {{ a: {figures} }} }}").alt
    assert told == "Bar chart. T: a 1.0 × 10¹⁵, b 1.0 × 10⁻¹⁵, c 0."


@given(
    st.lists(st.one_of(st.none(), st.floats()), min_size=1, max_size=30),
    st.integers(0, 400),
    st.sampled_from(LANGUAGES),
)
def test_figures_of_any_size_are_told_in_words(values: list, decimals: int, lang: str) -> None:
    names = tuple(f"d{at}" for at in range(len(values)))
    series = (Series("A", tuple(values)),)
    told = describe_chart("line", names, series, "", decimals, lang, ENGLISH)
    assert told.startswith("Line chart.")
    assert not re.search(r"\d{14}|inf|nan", told)


def test_a_scatter_chart_knows_what_its_abscissae_are() -> None:
    made = content("chart:\n  type: scatter\n  data: |\n    Fill | Cost\n    10 | 2\n    20 | 3")
    assert made.x_title == "Fill"
    assert content("chart: { type: scatter, data: { 1: 2, 3: 4 } }").x_title == ""
    assert content("chart:\n  type: line\n  data: |\n    Year | A\n    2020 | 2").x_title == ""
