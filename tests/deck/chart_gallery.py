"""Charts of every type, plain and awkward, and the frames that they are to fill."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.document import Chart, Series

SIZES = {"full": (864.0, 352.0), "half": (424.0, 352.0), "small": (320.0, 220.0)}
"""Frames, points: the whole body of a slide, half of it, and less than a planner would give."""


DECADES = tuple(str(year) for year in range(1985, 2026))
MONTHS = tuple(f"{2021 + n // 12}-{n % 12 + 1:02}" for n in range(48))
YEARS = tuple(str(year) for year in range(2015, 2025))
COUNTRIES = ("Germany", "France", "Poland", "Italy", "United Kingdom", "Spain")
LONG_NAMES = (
    "Ministry of Foreign Affairs and International Cooperation",
    "Office of the United Nations High Commissioner for Refugees",
    "European Bank for Reconstruction and Development",
    "Treasury",
)
_WAVE = tuple(round(50 + 40 * ((at * 7) % 13 - 6) / 6, 1) for at in range(60))


def _series(count: int, points: int) -> tuple[Series, ...]:
    return tuple(
        Series(
            f"Series {letter}",
            tuple(float((at + 2) * (point + 3) % 23 + 4) for point in range(points)),
        )
        for at, letter in zip(range(count), "ABCDEFGHIJKL", strict=False)
    )


def _dip(points: int, share: int = 1) -> tuple[float, ...]:
    """Return a rise and fall with a sudden low, the sixth point from the end."""
    return tuple(
        (12.0 if at == points - 6 else 41.0 + 12 * ((at * 5) % 7) / 7 + at / 4) * 1000 / share
        for at in range(points)
    )


def _travellers(points: int) -> tuple[Series, ...]:
    kinds = ("Pupils", "Patients", "Fishers", "Guests", "Commuters", "Others")
    figures = ((62, 57, 31, 40), (7, 6, 8, 7), (91, 88, 77, 82), (104, 91, 8, 33), (73, 66, 29, 41))
    return tuple(
        Series(kind, tuple(float(row[at % 4]) for at in range(points)))
        for kind, row in zip(kinds, (*figures, (34, 30, 17, 21)), strict=True)
    )


PLAIN: Mapping[str, Chart] = {
    "bar": Chart(
        "bar",
        COUNTRIES,
        (Series("Aid pledged", (17.3, 5.1, 4.6, 2.2, 14.9, 1.4)),),
        "€ bn",
        decimals=1,
    ),
    "column": Chart("column", YEARS, (Series("Attacks", tuple(map(float, range(12, 62, 5)))),)),
    "stacked bar": Chart(
        "stacked bar",
        COUNTRIES,
        (
            Series("Military", (10.2, 3.1, 3.6, 1.2, 9.1, 0.6)),
            Series("Humanitarian", (3.1, 0.6, 0.4, 0.4, 1.0, 0.3)),
            Series("Financial", (4.0, 1.4, 0.6, 0.6, 4.8, 0.5)),
        ),
        "€ bn",
        decimals=1,
    ),
    "stacked column": Chart(
        "stacked column",
        YEARS[4:],
        (
            Series("Coal", (44.0, 41.0, 38.0, 39.0, 31.0, 26.0)),
            Series("Gas", (21.0, 22.0, 20.0, 16.0, 15.0, 15.0)),
            Series("Renewables", (35.0, 37.0, 42.0, 45.0, 54.0, 59.0)),
        ),
        "%",
    ),
    "line": Chart(
        "line",
        YEARS,
        (
            Series("Ukraine", (3.3, 3.1, 2.9, 3.2, 3.4, 4.1, 3.2, 33.5, 36.7, 34.5)),
            Series("Russia", (4.9, 5.4, 4.2, 3.7, 3.9, 4.2, 3.6, 4.7, 5.4, 7.1)),
            Series("Poland", (2.1, 1.9, 1.9, 2.0, 2.0, 2.3, 2.2, 2.2, 3.3, 4.2)),
        ),
        "%",
        decimals=1,
    ),
    "area": Chart(
        "area", YEARS, (Series("Refugees", tuple(float(n) ** 2 for n in range(3, 13))),), "thousand"
    ),
    "stacked area": Chart(
        "stacked area",
        YEARS,
        (
            Series("Coal", tuple(float(40 - at) for at in range(10))),
            Series("Gas", tuple(float(20 + at % 3) for at in range(10))),
            Series("Renewables", tuple(float(10 + 3 * at) for at in range(10))),
        ),
        "TWh",
    ),
    "pie": Chart(
        "pie",
        ("Support", "Oppose", "Undecided", "No answer"),
        (Series("Answers", (46.0, 31.0, 17.0, 6.0)),),
        "%",
    ),
    "scatter": Chart(
        "scatter",
        (),
        (
            Series("Europe", (71.2, 74.5, 80.1, 82.3, 81.0), (4.1, 9.5, 31.2, 44.6, 38.0)),
            Series("Asia", (66.0, 70.3, None, 84.1), (2.1, 6.4, 11.0, 41.9)),
        ),
        "years",
        decimals=1,
    ),
}

AWKWARD: Mapping[str, Chart] = {
    "bars, three series": Chart("bar", COUNTRIES[:4], _series(3, 4), "%"),
    "bars, negative": Chart(
        "bar", COUNTRIES, (Series("Balance", (17.3, -5.1, 4.6, -12.2, 0.0, 1.4)),), "%", decimals=1
    ),
    "bars, all negative": Chart("bar", COUNTRIES[:3], (Series("Loss", (-3.0, -9.0, -1.0)),)),
    "bars, long names": Chart(
        "bar", LONG_NAMES, (Series("Budget", (1234567.0, 987.0, 45678.0, 3.0)),), "thousand euros"
    ),
    "bars, one": Chart("bar", ("Only",), (Series("", (4.0,)),), "drones"),
    "bars, gaps and zeros": Chart(
        "bar",
        COUNTRIES[:4],
        (Series("A", (0.0, None, 3.0, None)), Series("B", (1.0, 2.0, None, 0.0))),
    ),
    "bars, sixty": Chart(
        "bar", tuple(f"Region {n}" for n in range(60)), (Series("Value", _WAVE),), "%", decimals=1
    ),
    "bars, twenty": Chart(
        "bar",
        tuple(f"Region {n}" for n in range(20)),
        (Series("Value", _WAVE[:20]),),
        "%",
        decimals=1,
    ),
    "bars, twelve series": Chart("bar", COUNTRIES[:3], _series(12, 3)),
    "columns, three series": Chart("column", COUNTRIES, _series(3, 6), "%"),
    "columns, long names": Chart("column", LONG_NAMES, (Series("Seats", (3.0, 4.0, 5.0, 6.0)),)),
    "columns, long unit": Chart(
        "column", YEARS, (Series("Made", tuple(float(n * 1000) for n in range(1, 11))),), "tonnes"
    ),
    "columns, negative": Chart(
        "column",
        YEARS,
        (Series("Growth", (1.2, 0.4, -3.1, 2.2, -0.5, 0.0, 4.4, 1.0, 2.0, -1.0)),),
        "%",
        decimals=1,
    ),
    "columns, one": Chart("column", ("2024",), (Series("Total", (4.5,)),), "$ bn", decimals=1),
    "columns, sixty": Chart(
        "column", tuple(str(1960 + n) for n in range(60)), (Series("Value", _WAVE),)
    ),
    "columns, many names": Chart(
        "column",
        tuple(f"Province {letter}" for letter in "ABCDEFGHIJKLMNOP"),
        (Series("Value", _WAVE[:16]),),
    ),
    "stacked columns, twelve series": Chart("stacked column", YEARS[:5], _series(12, 5)),
    "stacked columns, negative": Chart(
        "stacked column",
        YEARS[:4],
        (Series("In", (5.0, 6.0, 7.0, 8.0)), Series("Out", (-3.0, -4.0, -2.0, -9.0))),
    ),
    "stacked bars, sixty": Chart(
        "stacked bar",
        tuple(f"Region {n}" for n in range(60)),
        (Series("A", _WAVE), Series("B", _WAVE[::-1])),
    ),
    "lines, one": Chart(
        "line", YEARS, (Series("Price", (3.0, 4, 5, 4, 6, 7, 6, 8, 9, 9.5)),), "€", decimals=1
    ),
    "lines, meeting ends": Chart(
        "line",
        YEARS,
        (
            Series("Conservatives", (30.0, 32, 33, 31, 30, 29, 28, 26, 25, 24.2)),
            Series("Labour", (28.0, 29, 30, 31, 33, 35, 34, 30, 26, 24.9)),
            Series("Reform", (3.0, 4, 6, 8, 9, 11, 14, 18, 22, 25.1)),
        ),
        "%",
        decimals=1,
    ),
    "lines, twelve": Chart("line", YEARS, _series(12, 10), "%"),
    "lines, gaps": Chart(
        "line",
        YEARS,
        (
            Series("Survey", (3.0, None, 5.0, 6.0, None, None, 4.0, 5.0, None, 7.0)),
            Series("Census", (None, 2.0, None, None, None, 3.0, None, None, None, None)),
        ),
    ),
    "lines, sixty": Chart(
        "line",
        tuple(f"{1 + n % 12}/{2019 + n // 12}" for n in range(60)),
        (Series("Index", _WAVE), Series("Average", tuple(50.0 for _ in _WAVE))),
    ),
    "lines, single point": Chart("line", ("2024",), (Series("A", (3.0,)), Series("B", (5.0,)))),
    "lines, negative": Chart(
        "line", YEARS, (Series("Balance", (-3.0, -2, -1, 0, 1, 2, 1, 0, -1, -2)),), "million euros"
    ),
    "lines, close": Chart(
        "line",
        YEARS,
        (Series("Rate", (98.1, 98.2, 98.0, 98.4, 98.3, 98.6, 98.7, 98.5, 98.8, 99.0)),),
        "%",
        decimals=1,
    ),
    "areas, three": Chart("area", YEARS, _series(3, 10), "km²"),
    "stacked areas, twelve": Chart("stacked area", YEARS, _series(12, 10)),
    "pie, twelve": Chart(
        "pie",
        tuple(f"Province {letter}" for letter in "ABCDEFGHIJKL"),
        (Series("Share", (30.0, 20, 12, 9, 7, 6, 5, 4, 3, 2, 1, 1)),),
    ),
    "pie, small slices": Chart(
        "pie",
        ("Most of it", "A little", "Less", "Least", "None"),
        (Series("", (96.0, 2.0, 1.0, 1.0, 0.0)),),
    ),
    "pie, one": Chart("pie", ("Everything",), (Series("", (7.0,)),)),
    "lines, decades": Chart("line", DECADES, (Series("Night passengers", _dip(41)),), "passengers"),
    "areas, decades": Chart(
        "area", DECADES, (Series("Day", _dip(41)), Series("Night", _dip(41, 3)))
    ),
    "stacked areas, decades": Chart(
        "stacked area", DECADES, (Series("Night", _dip(41, 3)), Series("Day", _dip(41)))
    ),
    "columns, decades": Chart("column", DECADES, (Series("Storms", _dip(41)),), "storms"),
    "lines, months": Chart("line", MONTHS, (Series("Price", _dip(48)),), "€"),
    "lines, every fifth year": Chart(
        "line",
        tuple(str(year) for year in range(1700, 2021, 5)),
        (Series("People", _dip(65)),),
        "million",
    ),
    "lines, seven": Chart("line", YEARS, _series(7, 10), "passengers in hundreds"),
    "columns, six series": Chart("column", YEARS[:8], _travellers(8), "passengers in hundreds"),
    "bars, six series": Chart("bar", YEARS[:4], _travellers(4), "passengers in hundreds"),
    "stacked bars, nothing": Chart(
        "stacked bar",
        ("Keep everything", "Trial", "Give up", "Not asked"),
        (Series("Council", (4.2, 2.6, 0.0, None)), Series("Passengers", (1.9, 1.5, 0.0, None))),
        "million",
        decimals=1,
    ),
    "stacked columns, small segments": Chart(
        "stacked column",
        ("Jan", "Feb", "Mar", "Apr"),
        (Series("Nights", (26.0, 24.0, 29.0, 0.0)), Series("Cancelled", (5.0, 4.0, 0.2, None))),
        "nights",
        decimals=1,
    ),
    "columns, gaps": Chart("column", YEARS[:4], (Series("Count", (3.0, None, 0.0, 5.0)),)),
    "columns, beyond all bounds": Chart(
        "column", YEARS[:4], (Series("Count", (3.0, float("inf"), 2e307, 9e99)),), "€"
    ),
    "stacked bars, nothing at all": Chart(
        "stacked bar", ("A", "B"), (Series("One", (None, None)), Series("Two", (None, None)))
    ),
    "scatter, titled": Chart(
        "scatter",
        (),
        (Series("Cost", (0.9, 1.1, 1.9, 3.4, 4.2), (58.0, 60.0, 49.0, 16.0, 33.0)),),
        "million",
        decimals=1,
        x_title="Fill in per cent",
    ),
    "scatter, one": Chart(
        "scatter", (), (Series("States", (1.0, 4.0, 9.0, 16.0), (1.0, 2.0, 3.0, 4.0)),), "%"
    ),
    "scatter, negative": Chart(
        "scatter", (), (Series("A", (-1.5, 2.0, 3.5), (-10.0, 5.0, 20.0)),), decimals=1
    ),
    "huge": Chart("column", YEARS[:3], (Series("GDP", (2.5e13, 1.1e14, 4.0e12)),), "$"),
    "tiny": Chart("bar", COUNTRIES[:3], (Series("Dose", (2e-6, 1.5e-5, 3e-7)),), "g", decimals=7),
    "all zero": Chart("column", YEARS[:3], (Series("Nothing", (0.0, 0.0, 0.0)),)),
    "markup": Chart(
        "bar", ('<b>&"x"</b>', "=1+1", "_x0041_"), (Series('A & "B" <c>', (1.0, 2.0, 3.0)),), 'in"'
    ),
    "scripts": Chart(
        "bar", ("Україна", "Ελλάδα", "Türkiye"), (Series("Запаси", (5.0, 3.0, 2.0)),), "млн"
    ),
}
