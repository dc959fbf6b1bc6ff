"""Every language has every list, in one form, and the lists find what they are for."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from deckmaker.vocabulary import FOLDER, Vocabulary, Words, languages, vocabulary_for
from deckmaker.wording import ENGLISH, Wording, wording_for

PROMISED = {
    "ar", "cs", "de", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv",
    "th", "tr", "uk", "zh-Hans", "zh-Hant",
}  # fmt: skip
UNSPACED = {"ja", "th", "zh-Hans", "zh-Hant"}
"""Languages that part no words, where an ending of any letters would run on."""
SPELLED = [*range(2, 21), *range(30, 100, 10), 100, 1000]
MAY_BE_EMPTY = {"according_before", "according_behind"}
LEAST = {"said": 60, "phrases": 15, "function_words": 40, "known": 20, "loose": 15, "units": 40}


def written(tag: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))


def lists(tag: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every list of a language with its place: `numbers.spelled.7`."""
    for section, keys in written(tag).items():
        for key, value in keys.items():
            if isinstance(value, dict):
                yield from ((f"{section}.{key}.{one}", words) for one, words in value.items())
            else:
                yield f"{section}.{key}", value


def forms(entries: list[str]) -> list[str]:
    return [form for entry in entries for form in entry.split("|")]


def test_all_the_languages_that_are_promised_have_a_vocabulary() -> None:
    assert set(languages()) >= PROMISED


@pytest.mark.parametrize("tag", languages())
def test_a_language_has_every_list_and_no_other(tag: str) -> None:
    assert {place for place, _ in lists(tag)} == {place for place, _ in lists("en")}


@pytest.mark.parametrize("tag", languages())
def test_entries_are_written_in_one_way(tag: str) -> None:
    for place, entries in lists(tag):
        for form in forms(entries):
            assert form, place
            assert form == form.strip() == " ".join(form.split()), (place, form)
            assert form == unicodedata.normalize("NFC", form), (place, form)
            assert "*" not in form[:-1], (place, form)
            assert form != "*", place
            assert not (form.endswith("*") and tag in UNSPACED), (place, form)
            if not form.startswith("=") and not place.startswith("acronyms"):
                assert form == form.lower(), (place, form)


@pytest.mark.parametrize("tag", languages())
def test_no_list_says_a_thing_twice(tag: str) -> None:
    for place, entries in lists(tag):
        all_forms = forms(entries)
        assert len(all_forms) == len(set(all_forms)), place


@pytest.mark.parametrize("tag", languages())
def test_lists_are_long_enough_to_be_of_use(tag: str) -> None:
    for place, entries in lists(tag):
        section, _, key = place.partition(".")
        if section == "numbers" and key.startswith("spelled"):
            continue
        assert entries or key in MAY_BE_EMPTY, place
        assert len(entries) >= LEAST.get(key, 0), place
    attribution = vocabulary_for(tag).attribution
    assert attribution.according_before or attribution.according_behind


@pytest.mark.parametrize("tag", languages())
def test_a_word_for_a_number_has_one_value(tag: str) -> None:
    numbers = vocabulary_for(tag).numbers
    assert list(numbers.spelled) == SPELLED
    said = [form for entries in numbers.spelled.values() for form in entries]
    assert len(said) == len(set(said))
    for value, entries in numbers.spelled.items():
        assert [numbers.value(form) for form in entries] == [value] * len(entries)


@pytest.mark.parametrize("tag", languages())
def test_no_unit_is_a_form_of_two(tag: str) -> None:
    numbers = vocabulary_for(tag).numbers
    for entry in numbers.units:
        for form in entry.split("|"):
            assert numbers.unit(form) == entry


@pytest.mark.parametrize("tag", languages())
def test_what_is_loose_stands_in_no_term_of_a_scale(tag: str) -> None:
    loose = vocabulary_for(tag).likelihood.any_loose
    for term in (*terms(wording_for(tag)), *terms(ENGLISH)):
        assert loose.first(term) is None, term


def terms(wording: Wording) -> list[str]:
    return [term for scale in (wording.icd203, wording.phia) for step in scale for term in step]


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("de-AT", "de"), ("fr-CA", "fr"), ("pt-PT", "pt"), ("zh-TW", "zh-Hant"), ("zh", "zh-Hans"),
        ("zh-HK", "zh-Hant"), ("sw", "en"), ("en-GB", "en"), ("es-MX", "es"), ("HE", "he"),
    ],
)  # fmt: skip
def test_a_tag_gets_the_nearest_vocabulary_or_english(tag: str, lang: str) -> None:
    assert vocabulary_for(tag).lang == lang


def any_of(vocabulary: Vocabulary, name: str) -> Words:
    """Return the words of a list: `hedges.word`."""
    section, _, key = name.partition(".")
    words = getattr(getattr(vocabulary, section), f"any_{key}")
    assert isinstance(words, Words)
    return words


SENTENCES = [
    # what a list finds, one sentence a language and list
    ("en", "attribution.said", "“We will not sell,” the mayor INSISTED.", "INSISTED"),
    ("en", "attribution.according_before", "It fell, according  to the office.", "according  to"),
    ("en", "hedges.word", "The plan may fail.", "may"),
    ("en", "hedges.attributing", "Harbour plan fails, minister says", "says"),
    ("en", "weasels.phrase", "Experts say it will fail.", "Experts say"),
    ("en", "likelihood.loose", "It stands a good chance.", "a good chance"),
    ("en", "time.relative", "It was decided last week.", "last week"),
    ("en", "numbers.spelled", "Seven ferries", "Seven"),
    ("en", "numbers.unit", "a line of 12km", "km"),
    ("de", "attribution.said", "„Das reicht nicht“, räumte sie ein.", "räumte"),
    ("de", "attribution.according_behind", "Dem Ministerium zufolge steigt es.", "zufolge"),
    ("de", "time.relative", "Der Rat tagt morgen.", "morgen"),
    ("de", "hedges.word", "Die Fähre soll nächstes Jahr fahren.", "soll"),
    ("fr", "attribution.said", "« C’est trop », a déclaré la maire.", "déclaré"),
    ("fr", "attribution.according_before", "D’après le ministère, tout va bien.", "D’après"),
    ("fr", "hedges.word", "Le projet pourrait échouer.", "pourrait"),
    ("es", "attribution.said", "«No basta», añadió la alcaldesa.", "añadió"),
    ("es", "weasels.phrase", "Según los expertos, bajará.", "Según los expertos"),
    ("it", "attribution.said", "«Non basta», ha aggiunto la sindaca.", "aggiunto"),
    ("it", "time.relative", "Lo ha deciso l’altro ieri.", "l’altro ieri"),
    ("pt", "attribution.said", "“Não chega”, acrescentou a autarca.", "acrescentou"),
    ("nl", "attribution.said", "‘Dat is te weinig’, aldus de burgemeester.", "aldus"),
    ("sv", "attribution.said", "– Det räcker inte, säger kommunalrådet.", "säger"),
    ("pl", "attribution.said", "– To za mało – powiedziała burmistrz.", "powiedziała"),
    ("pl", "likelihood.loose", "Jest to wysoce prawdopodobne.", "wysoce prawdopodobne"),
    ("cs", "attribution.said", "„To nestačí,“ uvedla starostka.", "uvedla"),
    ("ru", "attribution.said", "«Этого мало», — подчеркнула мэр.", "подчеркнула"),
    ("ru", "attribution.according_before", "По словам мэра, этого мало.", "По словам"),
    ("ru", "numbers.spelled", "около трех тысяч", "трех"),
    ("uk", "attribution.said", "«Цього замало», — наголосила мерка.", "наголосила"),
    ("uk", "numbers.spelled", "п’ятьох поромів", "п’ятьох"),
    ("tr", "attribution.said", "Başkan, “Bu yetmez” diye konuştu.", "diye konuştu"),
    ("tr", "attribution.according_behind", "Bakanlığa göre yetmez.", "göre"),
    ("tr", "attribution.honorific", "İÇİŞLERİ BAKANI geldi.", "İÇİŞLERİ BAKANI"),
    ("ar", "attribution.said", "وقالت رئيسة البلدية: «هذا لا يكفي».", "وقالت"),
    ("ar", "attribution.said", "هذا لا يكفي، قائلًا إن الميناء مغلق", "قائلًا"),
    ("ar", "attribution.according_before", "وفقًا لوزير النقل فإن الميناء مغلق", "وفقًا ل"),
    ("ar", "time.relative", "اجتمع المجلس يوم أمس.", "يوم أمس"),
    ("ar", "attribution.said", "اعلن الوزير", "اعلن"),
    ("he", "attribution.said", "”זה לא מספיק”, אמרה ראשת העיר.", "אמרה"),
    ("he", "attribution.said", "הוא ציין שהוסיפה דברים", "ציין"),
    ("he", "attribution.honorific", "המנכ״ל עזב", "המנכ״ל"),
    ("he", "hedges.word", "נמסר שעלולה להיות סערה", "שעלולה"),
    ("hi", "attribution.said", "मेयर ने कहा कि यह काफ़ी नहीं है।", "कहा"),
    ("hi", "attribution.according_behind", "मंत्रालय के अनुसार यह कम है।", "के अनुसार"),
    ("hi", "numbers.spelled", "पांच नावें", "पांच"),
    ("ko", "attribution.said", "시장은 “부족하다”고 말했다.", "말했다"),
    ("ko", "attribution.according_behind", "교통부에 따르면 부족하다.", "에 따르면"),
    ("ko", "attribution.honorific", "김씨는 떠났다.", "씨"),
    ("ko", "time.relative", "지난주에 결정됐다.", "지난주"),
    ("ja", "attribution.said", "市長は「足りない」と述べた。", "述べ"),
    ("ja", "attribution.according_behind", "国土交通省によると、足りない。", "によると"),
    ("ja", "numbers.unit", "4万8000円", "円"),
    ("zh-Hans", "attribution.said", "市长表示，这还不够。", "表示"),
    ("zh-Hans", "attribution.according_before", "据交通部介绍，这还不够。", "据"),
    ("zh-Hans", "numbers.unit", "4.8万元", "元"),
    ("zh-Hant", "attribution.said", "市長強調，這還不夠。", "強調"),
    ("zh-Hant", "time.relative", "市議會上週決定。", "上週"),
    ("th", "attribution.said", "นายกเทศมนตรีกล่าวว่ายังไม่พอ", "กล่าวว่า"),
    ("th", "time.relative", "สภาลงมติเมื่อวานนี้", "เมื่อวานนี้"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "name", "sentence", "found"), SENTENCES)
def test_words_are_found_as_news_writes_them(
    tag: str, name: str, sentence: str, found: str
) -> None:
    match = any_of(vocabulary_for(tag), name).first(unicodedata.normalize("NFC", sentence))
    assert match is not None
    assert match.group() == unicodedata.normalize("NFC", found)


LOOKALIKES = [
    # what a list leaves alone
    ("en", "hedges.word", "The council met in May 2026."),
    ("en", "attribution.said", "The United States station closed."),
    ("en", "numbers.spelled", "The tension of tender weights"),
    ("de", "time.relative", "Am Morgen fuhr keine Fähre."),
    ("ru", "attribution.said", "Это сказалось на ценах."),
    ("uk", "hedges.word", "Попередній рік був кращий."),
    ("he", "attribution.said", "המאמר נכנס לדפוס"),
    ("he", "attribution.according_before", "יחסו כלפי העיר"),
    ("he", "numbers.spelled", "ביום שני בבוקר"),
    ("ar", "attribution.pronoun", "لهو الأطفال"),
    ("tr", "numbers.spelled", "yüzde artış, yaş altı"),
    ("it", "numbers.spelled", "il per cento"),
    ("es", "numbers.spelled", "el por ciento"),
    ("hi", "numbers.spelled", "नौसेना और दोस्त"),
    ("ko", "attribution.pronoun", "그리고 그래서 떠났다."),
    ("ko", "numbers.spelled", "두고 갔다."),
    ("zh-Hans", "attribution.according_before", "数据和证据"),
    ("zh-Hans", "attribution.pronoun", "其他部门"),
    ("zh-Hant", "attribution.according_before", "數據和證據"),
]


@pytest.mark.parametrize(("tag", "name", "sentence"), LOOKALIKES)
def test_what_only_looks_like_a_word_is_left_alone(tag: str, name: str, sentence: str) -> None:
    assert any_of(vocabulary_for(tag), name).first(sentence) is None


def test_a_title_that_is_a_topic_is_known_whole_and_by_its_beginning() -> None:
    titles = vocabulary_for("en").titles
    assert titles.any_topic.whole(" Background ")
    assert not titles.any_topic.whole("Background noise stops trains")
    assert titles.any_topic_start.at("Overview of the harbour plan")
    assert not titles.any_topic_start.at("The overview of the plan is late")


def test_the_longest_entry_is_found() -> None:
    words = Words(("per", "per cent", "per cent point"))
    assert [one.group() for one in words.finditer("5 per cent, per cent points, per head")] == [
        "per cent", "per cent", "per",
    ]  # fmt: skip


def test_an_ending_is_any_letters_and_the_equals_sign_keeps_capitals() -> None:
    words = Words(("suggest*", "=may"))
    text = "Suggestions may, suggest’s, in May, asuggest"
    assert [one.group() for one in words.finditer(text)] == ["Suggestions", "may", "suggest"]


def test_no_entries_find_nothing() -> None:
    assert Words(()).first("anything") is None


def test_a_word_is_found_beside_another_script() -> None:
    assert Words(("EU",), "exact").first("关于EU的决定") is not None
    assert Words(("km",), "clinging").first("全长12km的线路") is not None


def test_units_of_one_meaning_are_one_entry() -> None:
    units = vocabulary_for("en").numbers
    assert units.unit("Kilometres") == units.unit("km") != units.unit("miles") != ""
    assert units.unit("visitors") == ""
