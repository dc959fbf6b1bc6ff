"""Every language says everything that is printed, and says it in its own words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from deckmaker.language.likelihood import SCALES
from deckmaker.locales import cldr, locale_for
from deckmaker.wording import ENGLISH, FOLDER, Dated, Plural, Wording, languages, wording_for

REQUIRED = {
    "ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "pl", "ru", "th", "tr", "uk",
    "zh-Hans", "zh-Hant",
}  # fmt: skip
"""What the program promises."""
VARIANTS = {"fr-CA", "pt-PT"}
OTHERS = [tag for tag in languages() if tag != "en"]
WHOLE = [tag for tag in OTHERS if tag not in VARIANTS]

SIGNS = {
    "comma", "aside", "semicolon", "colon", "stop", "gap", "caption", "part_of", "chart_plain",
    "expanded", "year", "years", "between", "first_day", "range_between", "range_up_to",
    "range_from", "percent_twice", "lang", "shortened", "confidence",
}  # fmt: skip
"""Fields that are signs and spaces rather than words, or the same by their nature."""
SAME = {
    ("fr", "question"), ("fr", "source"), ("fr", "sources"), ("fr", "date"), ("fr", "figure"),
    ("fr", "icd203"), ("fr", "phia"), ("es", "icd203"), ("es", "phia"), ("fr", "dates"),
    ("it", "dates"),
}  # fmt: skip
"""Words that a language shares with English."""


def said(tag: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a value of a Wording."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, (Plural, Dated)):
        yield from (getattr(value, field.name) for field in fields(value))


def braces(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


def test_all_the_languages_that_are_promised_have_words() -> None:
    assert set(languages()) >= REQUIRED


@pytest.mark.parametrize("tag", WHOLE)
def test_a_language_says_every_field_and_no_other(tag: str) -> None:
    assert set(said(tag)) == {field.name.rstrip("_") for field in fields(Wording)} - {"lang"}


@pytest.mark.parametrize("tag", sorted(VARIANTS))
def test_a_variant_says_only_what_differs(tag: str) -> None:
    base = said(tag.partition("-")[0])
    for key, value in said(tag).items():
        assert base[key] != value


@pytest.mark.parametrize("tag", OTHERS)
def test_templates_have_the_fields_of_english(tag: str) -> None:
    wording = wording_for(tag)
    for field in fields(Wording):
        ours, english = getattr(wording, field.name), getattr(ENGLISH, field.name)
        if isinstance(ours, str):
            assert braces(ours) == braces(english), field.name
        elif isinstance(ours, Dated):
            assert {frozenset(braces(text)) for text in texts(ours)} == {frozenset({"{date}"})}
        elif isinstance(ours, Plural):
            assert braces(ours.other) == {"{n}"}, field.name
            assert all(braces(text) <= {"{n}"} for text in texts(ours)), field.name


@pytest.mark.parametrize("tag", OTHERS)
def test_no_english_is_left_over(tag: str) -> None:
    wording = wording_for(tag)
    language = tag.partition("-")[0]
    for field in fields(Wording):
        if field.name in SIGNS or (language, field.name) in SAME:
            continue
        ours, english = getattr(wording, field.name), getattr(ENGLISH, field.name)
        shared = set(texts(ours)) & set(texts(english)) - {""}
        assert not shared, (field.name, shared)


@pytest.mark.parametrize("tag", OTHERS)
def test_texts_are_composed_and_typeset(tag: str) -> None:
    text = (FOLDER / f"{tag}.toml").read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    wording = wording_for(tag)
    for field in fields(Wording):
        for one in texts(getattr(wording, field.name)):
            assert not re.search(r"['\"]|\.\.\.|--|  ", one), (field.name, one)
            if field.name not in SIGNS:
                assert one == one.strip(), (field.name, one)


@pytest.mark.parametrize("tag", OTHERS)
def test_sentences_end_as_the_language_ends_them(tag: str) -> None:
    wording = wording_for(tag)
    for field in fields(Wording):
        english = getattr(ENGLISH, field.name)
        if isinstance(english, str) and english.endswith(".") and field.name not in SIGNS:
            assert getattr(wording, field.name).endswith(wording.stop), field.name


@pytest.mark.parametrize("tag", OTHERS)
def test_words_are_in_the_script_of_their_language(tag: str) -> None:
    wording, script = wording_for(tag), locale_for(tag).script
    names = {
        "Arab": "ARABIC", "Hebr": "HEBREW", "Deva": "DEVANAGARI", "Thai": "THAI", "Hans": "CJK",
        "Hant": "CJK", "Jpan": "CJK|HIRAGANA|KATAKANA", "Kore": "HANGUL", "Cyrl": "CYRILLIC",
        "Latn": "LATIN",
    }  # fmt: skip
    for field in fields(Wording):
        if field.name in SIGNS or field.name in {"paragraph", "paragraphs"}:
            continue
        for one in texts(getattr(wording, field.name)):
            bare = re.sub(r"\{\w+\}|PHIA|A18", "", one)
            for letter in filter(str.isalpha, bare):
                known = re.match(names[script], unicodedata.name(letter)) or letter == "A"
                assert known, (field.name, one, letter)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_form_of_number_that_the_language_has_is_given(tag: str) -> None:
    wording = wording_for(tag)
    counts = {cldr(wording.lang).plural_form(n): n for n in range(200)}
    for forms in (wording.quotations, wording.numbers):
        for category in counts:
            assert getattr(forms, category), category


@pytest.mark.parametrize(
    ("tag", "n", "counted"),
    [
        ("en", 1, "1 quotation"),
        ("en", 12, "12 quotations"),
        ("pl", 3, "3 cytaty"),
        ("pl", 12, "12 cytatów"),
        ("ru", 21, "21 цитата"),
        ("uk", 5, "5 цитат"),
        ("ar", 2, "اقتباسان"),
        ("ar", 11, "11 اقتباسًا"),
        ("he", 2, "שני ציטוטים"),
        ("ja", 1, "引用1件"),
    ],
)
def test_what_is_counted_takes_the_form_of_its_number(tag: str, n: int, counted: str) -> None:
    wording = wording_for(tag)
    assert wording.counted(wording.quotations, n) == counted


@pytest.mark.parametrize("tag", OTHERS)
def test_the_terms_of_a_scale_tell_its_steps_apart(tag: str) -> None:
    wording = wording_for(tag)
    for name, terms in (("icd203", wording.icd203), ("phia", wording.phia)):
        assert len(terms) == len(SCALES[name].steps)  # type: ignore[index]
        each = [term for step in terms for term in step]
        assert len(set(each)) == len(each)
        assert all(term[0] == term[0].lower() for term in each)
    assert len({wording.low, wording.moderate, wording.high}) == 3


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("de-AT", "Betreff"),
        ("DE", "Betreff"),
        ("zh", "事由"),
        ("zh-TW", "主旨"),
        ("zh-Hant-HK", "主旨"),
        ("es-MX", "Asunto"),
        ("en-AU", "Subject"),
        ("tlh", "Subject"),
        ("", "Subject"),
    ],
)
def test_a_tag_finds_the_words_nearest_to_it(tag: str, word: str) -> None:
    assert wording_for(tag).subject == word


def test_a_variant_has_the_words_of_its_language_but_for_its_own() -> None:
    assert wording_for("fr-CA").subject == wording_for("fr").subject
    assert (wording_for("fr").semicolon, wording_for("fr-CA").semicolon) == ("\u202f; ", "; ")
    assert (wording_for("pt-AO").first_day, wording_for("pt").first_day) == ("1", "1º")


@pytest.mark.parametrize("tag", ["fr", "fr-CA"])
def test_french_keeps_its_high_signs_with_the_words_before_them(tag: str) -> None:
    for field in fields(Wording):
        for one in texts(getattr(wording_for(tag), field.name)):
            assert not re.search(r" [:;?!]", one), one
