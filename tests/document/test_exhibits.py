"""Stats, tables and charts as they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import Witness, content, document, shown

from deckmaker.richtext import plain


def stat(text: str, evidence: Witness | None = None) -> tuple[str, str, bool, int | None]:
    entry = content(f"stats:\n  - {text}", evidence=evidence).entries[0]
    return entry.numeral, plain(entry.unit), entry.spoken, entry.count


@pytest.mark.parametrize(
    ("text", "numeral", "unit", "count"),
    [
        ("270 drones: launched", "270", "drones", 270),
        ("300 ships: seen", "300", "ships", 300),
        ("301 ships: seen", "301", "ships", None),
        ("7,000 miles: far", "7,000", "miles", None),
        ("80%: of all", "80%", "", None),
        ("12 %: of all", "12%", "", None),
        ("$5 fee: each", "$5", "fee", None),
        ("3 billion: spent", "3", "billion", None),
        ("4.2 million: spent", "4.2", "million", None),
        ("20 euros: each", "20", "euros", None),
        ("7 in 10: agree", "7\u00a0in\u00a010", "", None),
        ("0 votes: none", "0", "votes", None),
        ("12: apostles", "12", "", 12),
    ],
)
def test_a_figure_and_what_can_be_counted(
    text: str, numeral: str, unit: str, count: int | None
) -> None:
    assert stat(text) == (numeral, unit, False, count)


def test_a_figure_out_of_someones_mouth_stands_in_quotation_marks() -> None:
    said = "7,000 miles: >-\n      His measure. \"We're, we're 7,000 miles away.\""
    assert stat(said) == ("“7,000”", "miles", True, None)


@pytest.mark.parametrize(
    "meaning", ["'seen \"17 ships\" there'", "'seen \"1.7 miles\" away, 7 in all'"]
)
def test_a_figure_that_only_looks_like_it_is_not_spoken(meaning: str) -> None:
    assert stat(f"7 ships: {meaning}")[2] is False


def test_numerals_stand_right_and_years_name_their_rows() -> None:
    made = content(
        """
table: |
  Year | Cars  | Change | Note    | Fill
  2023 | 1,200 | -4.5   | a       | 50%
  2024 | 900   | –      | b @3    | 7 %
"""
    )
    assert [column.numeric for column in made.columns] == [False, True, True, False, True]
    assert shown(made.rows[0][2]) == "−4.5"
    assert shown(made.rows[1][2]) == "–"
    assert shown(made.rows[1][3]) == "b[3]"


def test_a_column_without_a_single_number_is_text() -> None:
    made = content("table: |\n  A | B\n  - | \n  n/a | ")
    assert [column.numeric for column in made.columns] == [False, False]


def test_what_has_a_caption_is_numbered_alike_in_both_media(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("A,B\n1,2\n")
    sections = """
  - section: S
    blocks:
      - title: A
        only: memo
        table: { file: t.csv, caption: First }
      - title: B
        table: "A | B\\n1 | 2"
      - title: C
        table: { file: t.csv, caption: Second }
      - title: D
        only: deck
        chart: { type: pie, data: { a: 1, b: 2 }, caption: First }
      - title: E
        chart: { type: pie, data: { a: 1, b: 2 } }
      - title: F
        chart: { type: line, data: { a: 1, b: 2 }, caption: Second }
"""
    labels = {
        medium: {
            plain(block.title): block.content.label
            for block in document(sections, medium, folder=tmp_path).sections[0].blocks
        }
        for medium in ("memo", "deck")
    }
    both = {"B": "", "C": "Table 2", "E": "", "F": "Figure 2"}
    assert labels["memo"] == {"A": "Table 1", **both}
    assert labels["deck"] == {"D": "Figure 1", **both}


def test_a_chart_without_words_of_its_author_tells_its_figures() -> None:
    made = content("chart: { type: column, unit: ships, data: { May: 1200, June: 7.5 } }")
    assert made.alt == "Column chart of ships. ships: May 1,200.0, June 7.5."
    assert made.decimals == 1


def test_of_many_figures_it_tells_the_ends_and_the_extremes() -> None:
    data = ", ".join(f"d{n}: {n % 20}" for n in range(30))
    made = content(f"chart: {{ type: line, data: {{ {data} }} }}")
    assert made.alt == "Line chart. T: d0 0, d29 9; lowest 0, highest 19."


def test_series_keep_their_gaps_and_names() -> None:
    made = content(
        """
chart:
  type: stacked column
  data:
    Night: { May: 3, June: n/a }
    Day: { June: 4, July: 5 }
"""
    )
    assert made.categories == ("May", "June", "July")
    assert [(s.name, s.values) for s in made.series] == [
        ("Night", (3.0, None, None)),
        ("Day", (None, 4.0, 5.0)),
    ]


def test_a_scatter_chart_has_numbers_on_both_axes() -> None:
    made = content("chart: { type: scatter, data: { 1.5: 2, 3: 4 } }")
    assert made.series[0].xs == (1.5, 3.0)
    assert made.series[0].values == (2.0, 4.0)


def test_figures_in_per_cent_have_that_unit() -> None:
    made = content("chart: { type: bar, data: { a: 40 %, b: 60% } }")
    assert (made.unit, made.series[0].values) == ("%", (40.0, 60.0))
    assert made.alt == "Bar chart. a 40%, b 60%."


@pytest.mark.parametrize(
    ("lang", "alt"),
    [
        ("de", "Säulendiagramm, Einheit: t. t: Mai 1.200,0; Juni 7,5."),
        ("fr", "Diagramme à barres verticales, unité : t. t : Mai 1 200,0 ; Juni 7,5."),
        ("ja", "縦棒グラフ、単位：t。t：Mai 1,200.0、Juni 7.5。"),
        ("hi", "दंड आलेख, इकाई: t। t: Mai 1,200.0, Juni 7.5।"),
    ],
)
def test_a_chart_is_described_in_the_language_of_the_briefing(lang: str, alt: str) -> None:
    block = "chart: { type: column, unit: t, data: { Mai: 1200, Juni: 7.5 } }"
    assert " ".join(content(block, lang=lang).alt.split()) == alt


@pytest.mark.parametrize(
    ("lang", "cells", "numeric"),
    [
        ("de", ("1.250", "7,5"), True),
        ("de", ("1,250.5", "7.5"), True),
        ("pl", ("1 250,5", "−3"), True),
        ("en", ("1.250,5", "7"), False),
        ("ar", ("١٢", "7"), True),
    ],
)
def test_a_column_of_numbers_is_one_in_the_writing_of_its_language(
    lang: str, cells: tuple[str, str], numeric: bool
) -> None:
    block = f"table: |\n  A | B\n  x | {cells[0]}\n  y | {cells[1]}"
    assert content(block, lang=lang).columns[1].numeric is numeric


@pytest.mark.parametrize(
    ("lang", "figure", "numeral", "unit", "count"),
    [
        ("fr", "1 250 véhicules", "1\u00a0250", "véhicules", None),
        ("de", "5 Millionen Euro", "5", "Millionen Euro", None),
        ("de", "61 Tage", "61", "Tage", 61),
        ("tr", "%38 oran", "%38", "oran", None),
        ("ja", "240人", "240", "人", 240),
        ("zh-Hans", "340万克朗", "340万", "克朗", None),
        ("ru", "5 тыс. машин", "5", "тыс. машин", None),
    ],
)
def test_a_figure_is_read_in_the_writing_of_its_language(
    lang: str, figure: str, numeral: str, unit: str, count: int | None
) -> None:
    made = content(f'stats:\n  - "{figure}": a meaning', lang=lang).entries[0]
    shown = " ".join(plain(made.unit).replace("\u00a0", " ").split())
    assert (made.numeral, shown, made.count) == (numeral, unit, count)
