"""The small values of the language: dates, numbers, tables, scales, markings, points."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deckmaker.language.dates import Moment, When, parse_edtf
from deckmaker.language.figures import Figure, parse_figure, parse_number
from deckmaker.language.grids import Grid, parse_grid, read_csv
from deckmaker.language.likelihood import SCALES
from deckmaker.language.points import Point
from deckmaker.language.schema import BriefingError, validate


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2024", When(Moment(2024))),
        ("2024-05", When(Moment(2024, 5))),
        ("2024-05-17", When(Moment(2024, 5, 17))),
        ("2024-05~", When(Moment(2024, 5, approximate=True))),
        ("2024?", When(Moment(2024, uncertain=True))),
        ("2024%", When(Moment(2024, approximate=True, uncertain=True))),
        ("2022/2024", When(Moment(2022), Moment(2024), interval=True)),
        ("2022-03/..", When(Moment(2022, 3), None, interval=True)),
        ("../2024-05-17", When(None, Moment(2024, 5, 17), interval=True)),
    ],
)
def test_dates_of_timelines(text: str, when: When) -> None:
    assert parse_edtf(text) == when


@pytest.mark.parametrize("text", ["Monday", "", "..", "../..", "24", "2024-5", "2024/x", "1/2"])
def test_words_are_no_dates(text: str) -> None:
    assert parse_edtf(text) is None


@pytest.mark.parametrize("text", ["2024-13", "2024-02-30", "0000", "2024/2022"])
def test_days_that_no_calendar_has(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_edtf(text)


def test_only_a_certain_day_counts_as_a_day() -> None:
    days = ["2024-05-17", "2024-05-17~", "2024-05-17?", "2024-05", "2024-05-17/2024-05-18"]
    assert [bool((when := parse_edtf(text)) and when.day) for text in days] == [True, *[False] * 4]


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_iso_day_is_read(day: date) -> None:
    assert parse_edtf(day.isoformat()) == When(Moment(day.year, day.month, day.day))


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("7,000", 7000, 0),
        ("1 234 567", 1234567, 0),
        ("3.20", 3.2, 2),
        ("-4", -4, 0),
        ("−4.5", -4.5, 1),
        ("12 %", 12, 0),
        ("$3", 3, 0),
        ("+5", 5, 0),
    ],
)
def test_numbers(text: str, value: float, decimals: int) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.decimals) == (value, decimals)


@pytest.mark.parametrize(
    "text", ["1.250,5", "1,5", "12,34,567", "about 3", "3 km", "", "--3", "1e5"]
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "plottable"),
    [
        ("123,456,789,012,345", True),
        ("1,234,567,890,123,456", False),
        ("1" + "0" * 15, True),
        ("1" + "0" * 16, False),
        ("0." + "0" * 14 + "1", True),
        ("0." + "0" * 15 + "1", False),
        ("3.14159265358979", True),
        ("3.141592653589793", False),
        ("000123", True),
        ("0", True),
        ("0.00", True),
        ("9" * 400, False),
    ],
)
def test_a_chart_shows_no_more_digits_than_a_number_holds(text: str, plottable: bool) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.plottable == plottable


@pytest.mark.parametrize(
    ("text", "numeral", "unit"),
    [
        ("270 drones", "270", "drones"),
        ("7,000 miles", "7,000", "miles"),
        ("12 % of seats", "12 %", "of seats"),
        ("80%", "80%", ""),
        ("$3.2 billion", "$3.2", "billion"),
        ("~40 km", "~40", "km"),
        ("3–5 weeks", "3–5", "weeks"),
        ("7 in 10 voters", "7 in 10", "voters"),
        ("21st vote", "21st", "vote"),
        ("10", "10", ""),
    ],
)
def test_the_head_of_a_stat(text: str, numeral: str, unit: str) -> None:
    assert parse_figure(text) == Figure(numeral, unit)


def test_a_head_without_a_figure() -> None:
    assert parse_figure("about forty nights") is None


def test_a_table_is_read_line_by_line() -> None:
    grid = parse_grid("A | B\n\n 1 | x \\| y\n | \n")
    assert grid == Grid(("A", "B"), (("1", "x | y"), ("", "")), (0, 2, 3))


def test_the_frame_of_a_markdown_table_is_passed_over() -> None:
    framed = parse_grid("| A | B |\n|---|:-:|\n| 1 |  |\n")
    assert (framed.head, framed.rows) == (("A", "B"), (("1", ""),))


def test_an_empty_first_head_is_a_column() -> None:
    assert parse_grid(" | A | B\nx | 1 | 2").head == ("", "A", "B")


CELL = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)


@given(
    st.integers(2, 4).flatmap(
        lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=2, max_size=5)
    )
)
def test_a_csv_file_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    rows = [["k", *row[1:]] for row in rows]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    try:
        grid = read_csv(text.encode(), "x.csv")
    except Exception as error:
        assert "x.csv" in str(error)  # noqa: PT017  # a control character, named as such
        return
    assert [list(row) for row in (grid.head, *grid.rows)] == [
        [" ".join(cell.split()) for cell in row] for row in rows
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_usual_delimiters_are_told_apart(delimiter: str) -> None:
    raw = f"\ufeffa{delimiter}b\r\n1{delimiter}2\r\n".encode()
    assert read_csv(raw, "x.csv").rows == (("1", "2"),)


def test_the_scales_hold_each_term_once_and_rise() -> None:
    for scale in SCALES.values():
        assert len(set(scale.terms)) == len(scale.terms)
        ranges = [(step.low, step.high) for step in scale.steps]
        assert ranges == sorted(ranges)
        assert all(low < high for low, high in ranges)


def test_the_two_scales_are_those_of_the_standards() -> None:
    icd, phia = SCALES["icd203"], SCALES["phia"]
    assert [(s.terms[0], s.low, s.high) for s in icd.steps] == [
        ("almost no chance", 1, 5),
        ("very unlikely", 5, 20),
        ("unlikely", 20, 45),
        ("roughly even chance", 45, 55),
        ("likely", 55, 80),
        ("very likely", 80, 95),
        ("almost certain", 95, 99),
    ]
    assert [(s.terms[0], s.low, s.high) for s in phia.steps] == [
        ("remote chance", 0, 5),
        ("highly unlikely", 10, 20),
        ("unlikely", 25, 35),
        ("realistic possibility", 40, 50),
        ("likely", 55, 75),
        ("highly likely", 80, 90),
        ("almost certain", 95, 100),
    ]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("quite likely", "likely"),
        ("quite unlikely", "unlikely"),
        ("Very-likely indeed", "very likely"),
        ("highly likely", "likely"),
        ("unlikly", "unlikely"),
        ("very likley", "very likely"),
        ("not likely", None),
        ("inlikely", None),
        ("possible", None),
        ("-", None),
    ],
)
def test_a_term_is_suggested_for_what_its_words_mean(words: str, meant: str | None) -> None:
    assert SCALES["icd203"].meant(words) == meant


@pytest.mark.parametrize(
    ("data", "short", "full", "path"),
    [
        ("Only short", "Only short", None, ()),
        ({"Short": "Full."}, "Short", "Full.", ("Short",)),
        ({"point": "Short"}, "Short", None, ("full",)),
        ({"point": "Short", "full": "Full.", "only": "memo"}, "Short", "Full.", ("full",)),
    ],
)
def test_a_point_in_all_its_forms(
    data: Any, short: str, full: str | None, path: tuple[str]
) -> None:
    point = validate(Point, data)
    assert (point.point, point.full) == (short, full)
    if full:
        assert point.full_path == path


def test_a_model_cannot_be_changed() -> None:
    point = validate(Point, "Short")
    with pytest.raises(ValidationError):
        point.point = "Other"


def test_braces_in_an_authors_words_are_not_filled_in() -> None:
    with pytest.raises(BriefingError) as caught:
        validate(Point, {"{message}": {"{hints}": "{at}"}})
    assert "{message}" in caught.value.diagnostics[0].message
