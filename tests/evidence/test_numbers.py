import pytest

from deckmaker.evidence.numbers import numbers, values


def stands(number: str, source: str) -> bool:
    (found,) = numbers(number)
    return not found.values.isdisjoint(values(source))


@pytest.mark.parametrize(
    ("number", "source"),
    [
        ("270 drones", "launching 270 drones"),
        ("7,000 miles", "We’re 7000 miles away"),
        ("7000", "7,000 miles"),
        ("7 000", "7’000 Franken"),
        ("7\u202f000", "7.000 Euro"),
        ("1.500.000", "1,500,000"),
        ("3.5 %", "3,5 Prozent"),
        ("0.50", "0.5"),
        ("1.5 million", "1,500,000 people"),
        ("1.5", "a total of 1.5 million"),
        ("$2bn", "2 billion dollars"),
        ("3 killed", "Three people were killed"),
        ("40 000", "forty thousand"),
        ("5 m", "5 metres"),
        ("10:30", "at 10:30"),
        ("1990", "in the 1990s"),
        ("270-drone attack", "270 drones"),
        ("F-16", "two F-16s"),
        ("123", "١٢٣"),
        ("12", "(12)"),
        ("100", "in tables 270 100 50"),
    ],
)
def test_a_number_stands_however_it_is_written(number, source):
    assert stands(number, source)


@pytest.mark.parametrize(
    ("number", "source"),
    [
        ("7 miles", "7,000 miles"),
        ("70", "270 drones"),
        ("27", "270 drones"),
        ("271", "270 drones"),
        ("000", "7,000 miles"),
        ("1.5 billion", "1.5 million"),
        ("15 million", "1.5 million"),
        ("7", "the G7"),
        ("1", "one of them"),
        ("2", "10²"),
        ("10:31", "10:30"),
        ("3.5", "35"),
    ],
)
def test_another_number_does_not(number, source):
    assert not stands(number, source)


@pytest.mark.parametrize("text", ["G7", "H5N1", "Baltic ports (1/2)", "m²", "no digits", ""])
def test_names_superior_figures_and_our_own_counting_are_no_numbers(text):
    assert list(numbers(text)) == []


def test_a_number_knows_its_place():
    text = "about 1.5 million of 7,000"
    assert [text[n.start : n.end] for n in numbers(text)] == ["1.5 million", "7,000"]


def test_endless_digits_cost_nothing():
    (found,) = numbers("9" * 200_000 + " million")
    assert len(next(iter(found.values))) == 200_006
