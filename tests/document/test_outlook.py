"""Likelihood and confidence in the language of the briefing."""

from __future__ import annotations

from textwrap import indent

import pytest
from written import briefing, content, document

from deckmaker.diagnostics import BriefingError
from deckmaker.language.claims import text_units
from deckmaker.language.likelihood import SCALES, scale_in
from deckmaker.richtext import plain
from deckmaker.wording import languages

CASE = "scenarios:\n  - {{ case: A, likelihood: {{ ours: {term}, confidence: {level} }} }}"


@pytest.mark.parametrize(
    ("lang", "term", "label", "range_"),
    [
        ("de", "unlikely", "Unwahrscheinlich", "20–45\u00a0%"),
        ("de", "unwahrscheinlich", "Unwahrscheinlich", "20–45\u00a0%"),
        ("de", "Nahezu sicher", "Nahezu sicher", "95–99\u00a0%"),
        ("fr", "almost-certain", "Presque certain", "95–99\u00a0%"),
        ("tr", "almost no chance", "Neredeyse imkânsız", "%1–5"),
        ("tr", "olası", "Olası", "%55–80"),
        ("ar", "مرجح جدا", "مرجح جدا", "80–95%"),
        ("ar", "very likely", "مرجّح جدًا", "80–95%"),
        ("zh-Hans", "likely", "较有可能", "55%～80%"),
        ("ja", "unlikely", "可能性は低い", "20%～45%"),
        ("ko", "likely", "가능성 높음", "55~80%"),
        ("en", "Highly improbable", "Highly improbable", "5–20%"),
        ("fi", "likely", "Likely", "55–80\u00a0%"),
    ],
)
def test_a_term_is_printed_in_the_language_of_the_briefing(
    lang: str, term: str, label: str, range_: str
) -> None:
    made = content(CASE.format(term=term, level="low"), lang=lang).entries[0].likelihood
    assert (plain(made.label), made.range_text) == (label, range_)


@pytest.mark.parametrize(
    ("lang", "level", "phrase", "alone"),
    [
        ("en", "low", "Low confidence", "Low"),
        ("de", "gering", "Verlässlichkeit des Urteils: gering", "Gering"),
        ("de", "moderate", "Verlässlichkeit des Urteils: mittel", "Mittel"),
        ("fr", "élevé", "Degré de confiance\u00a0: élevé", "Élevé"),
        ("ru", "низкая", "Уверенность в оценке: низкая", "Низкая"),
        ("he", "high", "רמת הביטחון: גבוהה", "גבוהה"),
        ("ja", "中", "確信度：中", "中"),
    ],
)
def test_a_level_is_printed_in_the_language_of_the_briefing(
    lang: str, level: str, phrase: str, alone: str
) -> None:
    made = content(CASE.format(term="likely", level=level), lang=lang).entries[0].likelihood
    assert (plain(made.confidence), made.confidence_level) == (phrase, alone)


def test_the_level_of_a_summary_may_bear_its_reason_in_any_language() -> None:
    block = "summary:\n  bluf: A\n  confidence: { gering: Ein Protokoll. }"
    made = content(block, lang="de").confidence
    assert plain(made.level) == "Verlässlichkeit des Urteils: gering"
    assert plain(made.reason) == "Ein Protokoll."
    text = "  - section: S\n    title: T\n" + indent(block, "    ")
    paths = [unit.path for unit in text_units(briefing(text, lang="de"))]
    assert ("sections", 0, "summary", "confidence", "gering") in paths


def test_the_words_of_another_language_are_none_here() -> None:
    with pytest.raises(BriefingError, match="no term of ICD 203"):
        content(CASE.format(term="unwahrscheinlich", level="low"), lang="fr")
    with pytest.raises(BriefingError, match="`faible`, `moyen` or `élevé`"):
        content(CASE.format(term="likely", level="gering"), lang="fr")


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", SCALES)
def test_every_term_of_every_language_finds_its_step(lang: str, name: str) -> None:
    scale = scale_in(name, lang)  # type: ignore[arg-type]
    for step in scale.steps:
        for term in (*step.terms, *step.standard):
            assert scale.step(term.upper()) == step
            assert scale.meant(f"x {term} y") in (None, *step.terms, *scale.terms)


def test_the_key_of_the_scale_is_in_the_language_of_the_briefing() -> None:
    made = content(CASE.format(term="likely", level="low"), lang="de", scale="phia")
    assert made.scale_name == "Wahrscheinlichkeitsskala der PHIA"
    assert [step.range_text.replace("\u00a0", " ") for step in made.scale][:4] == [
        "≤ 5 %", "10–20 %", "25–35 %", "40 bis unter 50 %",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "range_"),
    [("en", "40 to under 50%"), ("tr", "%40 ila 50’den az"), ("ja", "40%以上50%未満")],
)
def test_a_range_that_ends_below_says_so(lang: str, range_: str) -> None:
    made = content(CASE.format(term="likely", level="low"), lang=lang, scale="phia")
    assert made.scale[3].range_text == range_


@pytest.mark.parametrize(
    ("lang", "kind"), [("en", "Briefing"), ("de", "Sachstandsbericht"), ("ja", "説明資料")]
)
def test_a_document_that_its_author_calls_nothing_is_called_in_its_language(
    lang: str, kind: str
) -> None:
    made = document("  - { section: S, title: T, callout: A }\n", lang=lang)
    assert made.front.kind == kind
