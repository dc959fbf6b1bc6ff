"""The labelled articles hold what their labels say: each label is true of its article."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ARTICLES = Path(__file__).parent / "articles"
LABELS = sorted(ARTICLES.glob("*.toml"))
SETS = ("dev", "held")
SPACELESS = {"ja", "th", "zh-Hans", "zh-Hant"}
MARKS = '"“”„«»「」『』״'
NUMERAL = re.compile(r"\d+(?:[.,٫٬'’ \u00a0\u202f]?\d+)*(?:[万億萬亿千만억천](?:\d+)?)*")
GROUPING = re.compile(r"[.,٫٬'’ \u00a0\u202f](?=\d{3}(?!\d))")
MARK = re.compile(r"[.,٫٬'’ \u00a0\u202f]")
OMISSION = re.compile(r"…|\.\.\.|[\[［〔（(]")


def collapsed(text: str) -> str:
    return " ".join(text.split())


def numerals(text: str) -> set[str]:
    """Every numeral of the text in the digits 0-9; a mark before three digits groups them."""
    found = set()
    for numeral in NUMERAL.findall(text):
        plain = "".join(str(int(char)) if char.isdecimal() else char for char in numeral)
        found.add(MARK.sub(".", GROUPING.sub("", plain)))
    return found


def named(person: str, text: str) -> bool:
    """Whether the text names the person, in whatever case: the stem of every name is there."""
    return all(name in text or name[: max(3, len(name) - 3)] in text for name in person.split())


def long_enough(words: str, lang: str, least: int) -> bool:
    return len(words) >= 2 * least if lang in SPACELESS else len(words.split()) >= least


class Labelled:
    """One article with its labels."""

    def __init__(self, path: Path) -> None:
        self.labels: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        self.paragraphs = [collapsed(line) for line in text.splitlines() if line.strip()]
        self.text = "\n".join(self.paragraphs)
        self.lang: str = self.labels["lang"]

    def every(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.labels[kind]
        return found

    def stands(self, words: str, paragraph: int) -> bool:
        return collapsed(words) in self.paragraphs[paragraph - 1]


@pytest.fixture(params=LABELS, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> Labelled:
    return Labelled(request.param)


def test_every_article_has_its_labels_and_every_language_both_sets() -> None:
    assert {path.stem for path in LABELS} == {path.stem for path in ARTICLES.glob("*.txt")}
    sets = sorted((found.lang, found.labels["set"]) for found in map(Labelled, LABELS))
    assert sets == sorted((lang, kind) for lang in {found for found, _ in sets} for kind in SETS)


def test_the_head_of_the_labels_is_true(article: Labelled) -> None:
    assert 9 <= len(article.paragraphs) <= 14
    assert collapsed(article.labels["cite"]) == article.paragraphs[0]
    date.fromisoformat(article.labels["published"])
    assert [name for name in article.labels["people"] if not named(name, article.text)] == []


def test_there_is_enough_of_everything(article: Labelled) -> None:
    quotations = article.every("quotation")
    assert len(quotations) >= 10
    assert len({said["who"] for said in quotations} - {""}) >= 4
    for kind, least in {"without_not": 4, "other_number": 3, "edited": 4}.items():
        assert sum(kind in said for said in quotations) >= least, kind
    for kind, least in {"prose": 3, "number": 4, "date": 2}.items():
        assert len(article.every(kind)) >= least, kind
    shared = {(said["paragraph"], said["who"]) for said in quotations if said["who"]}
    assert max(Counter(paragraph for paragraph, _ in shared).values()) >= 2


def test_quotations_stand_in_their_paragraph_and_their_changed_forms_nowhere(
    article: Labelled,
) -> None:
    for said in article.every("quotation"):
        words = said["words"]
        assert article.stands(words, said["paragraph"]), words
        assert said["who"] in {"", *article.labels["people"]}, said["who"]
        assert said["who"] == "" or long_enough(words, article.lang, 4), words
        assert "swapped" in said, words
        changed = [said[kind] for kind in said if kind not in {"words", "who", "paragraph"}]
        assert len(set(changed)) == len(changed), words
        for form in changed:
            assert collapsed(form) not in article.text, form
        if "edited" in said:
            assert OMISSION.search(said["edited"]), said["edited"]


def test_prose_stands_in_its_paragraph_without_quotation_marks(article: Labelled) -> None:
    for prose in article.every("prose"):
        assert article.stands(prose["words"], prose["paragraph"]), prose["words"]
        assert long_enough(prose["words"], article.lang, 5), prose["words"]
        assert not set(prose["words"]) & set(MARKS), prose["words"]


def test_wrong_numbers_stand_nowhere_and_wrong_units_are_never_used(article: Labelled) -> None:
    there = numerals(article.text)
    for number in article.every("number"):
        wrong = numerals(number["wrong"])
        assert not wrong or wrong - there, number["wrong"]
        assert 1 <= number["paragraph"] <= len(article.paragraphs)
        for form in ("wrong", "wrong_unit"):
            assert number[form] not in article.text, number[form]
            assert number[form] != number["text"]


def test_dates_are_days_of_the_calendar_and_wrong_ones_stand_nowhere(article: Labelled) -> None:
    for day in article.every("date"):
        right, wrong = (date.fromisoformat(day[form]) for form in ("iso", "wrong"))
        assert right != wrong
        assert str(right.day) in numerals(article.paragraphs[day["paragraph"] - 1]) or (
            day["text"] in article.paragraphs[day["paragraph"] - 1]
        ), day["text"]
        assert day["text"] != day["wrong_text"]
        assert day["wrong_text"] not in article.text, day["wrong_text"]
