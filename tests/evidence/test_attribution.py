"""Who speaks, where newspapers' sentences make it plain; the articles measure the rest."""

import pytest

from deckmaker.evidence.attribution import Speakers
from deckmaker.evidence.naming import people_of
from deckmaker.evidence.speech import quotations
from deckmaker.vocabulary import vocabulary_for

PEOPLE = {
    "en": ["Petra Voss", "Jon Adair", "Marta Lindqvist"],
    "de": ["Petra Voss", "Jon Adair"],
    "pl": ["Anna Nowak", "Jan Kowalski"],
    "ru": ["Анна Орлова", "Иван Петров"],
    "ja": ["佐藤健", "鈴木花子"],
    "zh-Hans": ["李明", "王芳"],
}


def speaker(tag: str, text: str, words: str, *above: str) -> tuple[str, bool]:
    """Return who is said to have said `words`, and whether that is certain."""
    said = vocabulary_for(tag)
    attribution = said.attribution
    people = people_of(
        PEOPLE[tag], [text, *above], tag, attribution.honorifics, attribution.any_said,
        said.numbers.any_function_word,
    )  # fmt: skip
    voice = Speakers(people, said).voice(text, quotations(text, tag), text.index(words), above)
    if not voice.mentions:
        return "", voice.certain
    named = (one.name for one in people.people if voice.mentions[0].means(one))
    return next(named, "somebody else"), voice.certain


@pytest.mark.parametrize(
    ("tag", "text", "who"),
    [
        ("en", "“It is late,” said Petra Voss.", "Petra Voss"),
        ("en", "“It is late,” Jon Adair told Ms Voss.", "Jon Adair"),
        ("en", "Asked about Voss, Adair replied: “It is late.”", "Jon Adair"),
        ("en", "Adair, whom Voss had called, said: “It is late.”", "Jon Adair"),
        ("en", "According to Petra Voss, the plan of Adair is “It is late.”", "Petra Voss"),
        ("en", "“It is late,” warned the harbour engineer, Jon Adair.", "Jon Adair"),
        ("en", "Petra Voss came in. “It is late,” she said.", "Petra Voss"),
        ("de", "„It is late“, sagte Voss. Adair schwieg.", "Petra Voss"),
        ("de", "Zu Voss sagte Adair: „It is late.“", "Jon Adair"),
        ("pl", "– It is late – mówi Anna Nowak.", "Anna Nowak"),
        ("pl", "Nowak powiedziała Kowalskiemu: „It is late”.", "Anna Nowak"),
        ("ru", "«It is late», — сказал Петров.", "Иван Петров"),
        ("ja", "佐藤氏は鈴木氏に「It is late」と述べた。", "佐藤健"),
        ("zh-Hans", "李明对王芳说：“It is late。”", "李明"),
    ],
)
def test_who_stands_beside_a_word_of_saying_speaks(tag: str, text: str, who: str) -> None:
    assert speaker(tag, text, "It is late") == (who, True)


def test_a_second_part_belongs_to_who_said_the_first() -> None:
    text = "“We shall see,” said Voss. “It is late.” Adair left."
    assert speaker("en", text, "It is late") == ("Petra Voss", True)


def test_who_is_named_only_in_the_paragraph_above_is_a_guess() -> None:
    text = "“It is late,” she said."
    assert speaker("en", text, "It is late", "Petra Voss took the floor.") == ("Petra Voss", False)


def test_what_somebody_relays_is_not_theirs() -> None:
    text = "Voss spoke of Adair. “He told me: ‘It is late’, and went,” said Voss."
    assert speaker("en", text, "It is late") == ("Jon Adair", True)


def test_a_report_is_nobody() -> None:
    text = "Voss has read it. Of Adair the report says that “It is late.”"
    assert speaker("en", text, "It is late")[0] != "Jon Adair"
