"""What a number counts, and whether two texts can mean the same."""

import pytest

from deckmaker.evidence.counted import counted
from deckmaker.evidence.numbers import numbers
from deckmaker.vocabulary import vocabulary_for


def agree(tag: str, briefing: str, source: str) -> bool:
    words = vocabulary_for(tag)
    sides = []
    for text in (briefing, source):
        number = next(numbers(text, tag))
        sides.append(counted(text, number.start, number.end, words))
    return sides[0].agrees(sides[1])


@pytest.mark.parametrize(
    ("tag", "briefing", "source"),
    [
        ("en", "48,000 crowns a year", "48,000 crowns"),
        ("en", "31-year", "31 years old"),
        ("en", "270 drones", "270 nightly drones"),
        ("en", "5 km of road", "5 kilometres long"),
        ("en", "from 14 to 9", "14 sailings"),
        ("de", "3,5 Mio. Euro", "3,5 Millionen Euro"),
        ("es", "2 millones de euros", "2 millones de euros al año"),
        ("ru", "15 человек", "15 человека"),
        ("zh-Hans", "240人", "240位居民"),
        ("he", "240 תושבים", "240 התושבים"),
    ],
)
def test_the_same_thing_in_other_words_agrees(tag: str, briefing: str, source: str) -> None:
    assert agree(tag, briefing, source)


@pytest.mark.parametrize(
    ("tag", "briefing", "source"),
    [
        ("en", "48,000 visitors", "48,000 crowns"),
        ("en", "7,000 kilometres", "7,000 miles"),
        ("en", "61 per cent", "61 children"),
        ("uk", "3150 кубічних метрів", "3150 квадратних метрів"),
        ("es", "2 millones de metros", "2 millones de euros"),
        ("zh-Hant", "6萬人", "6萬元"),
    ],
)
def test_another_thing_does_not(tag: str, briefing: str, source: str) -> None:
    assert not agree(tag, briefing, source)
