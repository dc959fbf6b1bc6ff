import pytest

from deckmaker.evidence.numbers import numbers, values


def stands(number: str, source: str, language: str = "en") -> bool:
    found = next(numbers(number, language))
    return not found.values.isdisjoint(values(source, language))


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
        ("25", "twenty-five ships"),
        ("3", "a three-year plan"),
        ("2.5 hours", "2½ hours"),
        ("GBP59m", "59 million pounds"),
        ("59", "it cost EUR59"),
        ("12.000", "12,000 ships"),
        ("1.5–2 million", "between 1.5 million and 2 million"),
        ("1.5 million", "1.5 to 2 million"),
        ("1.5 million", "$1.5-$2 million"),
        ("3 million", "3, 4 and 5 million"),
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
        ("20", "twenty-five ships"),
        ("5", "twenty-five ships"),
        ("2", "2½ hours"),
        ("6", "10^6 cells"),
        ("12.000", "12 ships"),
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


@pytest.mark.parametrize(
    ("language", "number", "source"),
    [
        ("de", "7,5 Tonnen", "7.5 tonnes"),
        ("de", "1.250 Fahrzeuge", "1,250 vehicles"),
        ("de", "1.250", "1.250 Fahrzeuge"),
        ("de", "1,500", "1,500 people"),
        ("de", "1,5 Mrd. Euro", "1.5 billion euros"),
        ("de", "1,5 Billionen", "1.5 trillion"),
        ("de", "2 Billionen", "2 Billionen Euro"),
        ("de-CH", "12’000", "12,000"),
        ("fr", "48 000 habitants", "48,000"),
        ("fr", "48\u202f000,5", "48,000.5"),
        ("fr", "3,4 millions", "3.4 million"),
        ("es", "11,8 millones", "11.8 million"),
        ("es", "2 mil millones", "2 billion"),
        ("es-MX", "11.8 millones", "11.8 million"),
        ("it", "15 mila", "15,000"),
        ("pl", "3,4 mln koron", "3.4 million crowns"),
        ("pl", "48 tys.", "48 000"),
        ("ru", "11,8 млн", "11.8 million"),
        ("ru", "48 тыс.", "48 000"),
        ("uk", "3 мільйони", "3 million"),
        ("tr", "11,8 milyonluk", "11,8 milyon krona"),
        ("tr", "%38", "38%"),
        ("ar", "٤٨٬٠٠٠", "48,000"),
        ("ar", "٣٫٤ ملايين", "3.4 million"),
        ("ar", "3.4 ملايين", "٣٫٤ مليون"),
        ("he", "ב־48,000", "48,000 תושבים"),
        ("he", "11.8 מיליון", "11.8 million"),
        ("hi", "३४ लाख", "3.4 million"),
        ("hi", "12,34,567", "1,234,567"),
        ("th", "3.4 ล้านบาท", "3.4 million"),
        ("th", "๒๔๐ คน", "240"),
        ("zh-Hans", "4.8万", "48,000"),
        ("zh-Hans", "1.2亿", "120 million"),
        ("zh-Hans", "240", "到场居民240人。"),
        ("zh-Hant", "1180萬克朗", "11.8 million"),
        ("ja", "1億2000万", "120,000,000"),
        ("ja", "3千万", "30 million"),
        ("ja", "４８，０００", "48,000"),
        ("ja", "住民240人", "240 residents"),
        ("ko", "340만", "3.4 million"),
        ("ko", "3만5000", "35,000"),
    ],
)
def test_a_number_stands_in_the_writing_of_its_language(language, number, source):
    assert stands(number, source, language)


@pytest.mark.parametrize(
    ("language", "number", "source"),
    [
        ("de", "1.500", "1.5 tonnes"),
        ("de", "2 Billionen", "2 Milliarden"),
        ("en", "1.5", "1,500 people"),
        ("ja", "340万", "34万"),
        ("zh-Hans", "1.2万", "1.2亿"),
        ("ar", "٤٨", "48,000"),
        ("fr", "48 001", "48 000"),
        ("ru", "11,8 млн", "11,8 тыс."),
    ],
)
def test_another_number_does_not_in_any_language(language, number, source):
    assert not stands(number, source, language)


def test_a_list_of_numbers_in_chinese_is_no_long_one():
    assert [number.text for number in numbers("2021，2022年", "zh-Hans")] == ["2021", "2022"]


def test_endless_eastern_digits_cost_nothing():
    (found,) = numbers("9" * 100_000 + "億", "ja")
    assert found.end == 100_001
