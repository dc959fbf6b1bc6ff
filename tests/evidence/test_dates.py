"""Dates as newspapers of many languages write them."""

import pytest

from deckmaker.evidence.dates import Written, dates, months, naming_weekday


def keys(text: str, *tags: str) -> list[str]:
    return sorted({one.key for one in dates(text, *tags)})


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "On 14 April 2026, and again on April 15", ["--04-15", "2026-04-14"]),
        ("en", "from 3 to 5 May", ["--05-03", "--05-05"]),
        ("en", "Sept. 4, 2026", ["2026-09-04"]),
        ("de", "am 14. April und am 3. März 2026", ["--04-14", "2026-03-03"]),
        ("fr", "le 1er avril 2026", ["2026-04-01"]),
        ("es", "el 14 de abril de 2026", ["2026-04-14"]),
        ("pl", "14 kwietnia", ["--04-14"]),
        ("ru", "14 апреля 2026 года", ["2026-04-14"]),
        ("uk", "14 квітня", ["--04-14"]),
        ("he", "14 באפריל 2026", ["2026-04-14"]),
        ("ar", "٣ آذار و14 أبريل 2026", ["--03-03", "2026-04-14"]),
        ("hi", "14 अप्रैल 2026", ["2026-04-14"]),
        ("ja", "2026年4月14日と5月3日", ["--05-03", "2026-04-14"]),
        ("ko", "2026년 4월 14일", ["2026-04-14"]),
        ("th", "14 เมษายน 2569", ["2026-04-14"]),
        ("tr", "14 Nisan'da", ["--04-14"]),
        ("en", "2026-04-14 and 14.4.2026", ["2026-04-14"]),
    ],
)
def test_a_date_is_read_in_its_language(tag: str, text: str, found: list[str]) -> None:
    assert keys(text, tag) == found


@pytest.mark.parametrize(
    "text",
    ["31 February", "may 5 people come", "Route 66", "3.5 million", "on Monday", "30/2/2026"],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert keys(text, "en") == []


def test_of_two_readings_both_are_told_and_called_doubtful() -> None:
    found = list(dates("4/5/2026", "en"))
    assert {one.key for one in found} == {"2026-04-05", "2026-05-04"}
    assert all(one.doubtful for one in found)


def test_where_a_date_stands_its_span_tells() -> None:
    text = "The vote is on 14 April, they say."
    (one,) = dates(text, "en")
    assert text[one.start : one.end] == "14 April"


def test_a_month_alone_is_told_apart_from_a_day() -> None:
    assert [one.key for one in months("in May 2026, and in June", "en")] == ["2026-05", "--06"]


@pytest.mark.parametrize(
    ("source", "briefing", "borne_out"),
    [
        ((2026, 4, 14), (2026, 4, 14), True),
        ((None, 4, 14), (2026, 4, 14), True),
        ((2026, 4, 14), (None, 4, 14), True),
        ((2025, 4, 14), (2026, 4, 14), False),
        ((2026, 4, 14), (2026, 4, None), True),
        ((2026, 4, None), (2026, 4, 14), False),
        ((2026, 4, 14), (2026, None, None), True),
        ((None, 4, 14), (2026, None, None), False),
    ],
)
def test_a_source_bears_out_what_it_does_not_contradict(
    source: tuple[int | None, int | None, int | None],
    briefing: tuple[int | None, int | None, int | None],
    borne_out: bool,
) -> None:
    assert Written(*source, 0, 0).bears_out(Written(*briefing, 0, 0)) is borne_out


@pytest.mark.parametrize(
    ("lang", "day", "text", "names"),
    [
        ("pl", 2, "w środę rano", True),
        ("ru", 2, "в среду", True),
        ("ru", 2, "среднее", False),
        ("uk", 4, "у п’ятницю", True),
        ("cs", 2, "ve středu", True),
        ("tr", 6, "Pazartesi günü", False),
        ("tr", 0, "Pazartesi günü", True),
        ("de", 0, "am Montagabend", True),
        ("en", 6, "on Sunday", True),
        ("zh", 0, "在星期一", True),
        ("fr", 1, "mercredi", False),
        ("fr", 1, "à Mardin", False),
        ("de", 0, "die Montage", False),
        ("pl", 1, "od wtorku", True),
        ("cs", 4, "do pátku", True),
        ("uk", 1, "до вівторка", True),
    ],
)
def test_a_weekday_is_named_in_its_cases_and_not_within_another(lang, day, text, names):
    assert bool(naming_weekday(day, lang).search(text)) == names


def test_the_month_stands_before_the_day_in_some_languages_alone():
    assert list(dates("im Mai 12 Schiffe", "de")) == []
    assert [one.key for one in dates("on May 12", "en")] == ["--05-12"]
    assert [one.key for one in dates("mayo 5, 2024", "es")] == ["2024-05-05"]


def test_two_days_may_share_a_month():
    assert [one.key for one in dates("on 3 or 4 July", "en")] == ["--07-03", "--07-04"]
