"""Type by locale: leading, and emphasis where a script has neither italics nor capitals."""

from __future__ import annotations

from dataclasses import fields

import pytest

from deckmaker.brand import Brand, Type
from deckmaker.document import Likelihood, Scenario, Scenarios
from deckmaker.locales import locale_for
from deckmaker.memo.drawing import Words
from deckmaker.memo.outlook import scenarios
from deckmaker.memo.story import story
from deckmaker.memo.styles import Styles, styles_of
from deckmaker.memo.text import Compositor
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH
from documents import PATH, SMALL, document, section, text

UNCASED = ["ar", "he", "hi", "th", "zh-Hans", "ja", "ko"]


def types(styles: Styles) -> dict[str, Type]:
    found = {field.name: getattr(styles, field.name) for field in fields(styles)}
    return {name: value for name, value in found.items() if isinstance(value, Type)}


def compositor_of(brand: Brand, lang: str) -> Compositor:
    locale = locale_for(lang)
    setter = Typesetter(brand, locale)
    return Compositor(styles_of(brand, locale), setter, ENGLISH, frozenset({"", "budget"}), lang)


@pytest.mark.parametrize("lang", [*UNCASED, "de", "ru"])
def test_every_leading_is_widened_as_the_script_asks(brand, lang):
    locale = locale_for(lang)
    plain, found = types(styles_of(brand)), types(styles_of(brand, locale))
    for name, type_ in found.items():
        assert type_.leading == pytest.approx(plain[name].leading * locale.leading)
        assert type_.size == plain[name].size


@pytest.mark.parametrize("lang", UNCASED)
def test_without_capitals_nothing_is_slanted_or_spaced(brand, lang):
    compositor = compositor_of(brand, lang)
    made = document(*(section(at, each, title="One") for at, each in enumerate(SMALL.values())))
    runs = [
        run
        for slab in story(made, brand, compositor)
        for mark in slab.drawing
        if isinstance(mark, Words)
        for run in mark.line.runs
    ]
    assert not any(run.font.italic for run in runs)
    # What leans over a superior figure is set a little apart from it.
    assert not any(run.font.tracking for run in runs if len(run.text) > 1)
    assert any("Sources" in run.text for run in runs)


@pytest.mark.parametrize("lang", UNCASED)
def test_without_italics_what_they_emphasise_is_bold(brand, lang):
    compositor = compositor_of(brand, lang)
    (plain, stressed, _) = compositor.runs(text("so *very* plain"), compositor.styles.body)
    assert stressed.font.bold
    assert not plain.font.bold


def test_heads_within_scenarios_differ_from_what_they_head(brand):
    entry = Scenario(
        PATH, text("A case"), Likelihood("not given", ()), text("A driver"), (text("A sign"),)
    )
    for lang in ("en", "ar"):
        fonts = {
            run.text.strip(): run.font
            for slab in scenarios(Scenarios((entry,)), compositor_of(brand, lang))
            for mark in slab.drawing
            if isinstance(mark, Words)
            for run in mark.line.runs
        }
        assert fonts["Watch for:"] != fonts["A sign"]
        assert fonts["Watch for:"].bold == (lang == "ar")
        assert fonts["Turns on:"].italic == (lang == "en")
