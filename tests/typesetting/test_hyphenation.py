"""Where words may be parted: by the patterns of their language, never into lone consonants."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.locales import locale_for
from deckmaker.typesetting.hyphenation import hyphenator_for

LANGUAGES = ["en", "en-GB", "de", "fr", "es", "it", "pl", "uk", "ru", "el", "nl", "cs", "pt-BR"]


def parted(word: str, tag: str) -> str:
    hyphenator = hyphenator_for(locale_for(tag))
    assert hyphenator is not None
    edges = [0, *hyphenator.places(word), len(word)]
    return "-".join(word[a:b] for a, b in pairwise(edges))


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("de", "Donau-dampf-schiff-fahrts-ge-sell-schaft"),
        ("de-AT", "Zusam-men-ar-beit"),
        ("de", "„Über-ar-bei-tung“,"),
        ("en-US", "admin-is-tra-tion"),
        ("en", "nego-ti-a-tions."),
        ("fr", "l’admi-nis-tra-tion"),
        ("it", "l’ammi-ni-stra-zione"),
        ("es-MX", "nego-cia-cio-nes"),
        ("pl", "przed-sta-wi-ciel"),
        ("uk", "пре-зи-дентсь-кий"),
        ("ru", "пра-ви-тель-ство"),
        ("el", "κυβέρ-νηση"),
    ],
)
def test_words_are_parted_as_their_language_has_it(tag, word):
    assert parted(word.replace("-", ""), tag) == word


@pytest.mark.parametrize(
    "word",
    [
        "https://harbour.example/administration",
        "harbourmaster@administration.example",
        "administration/administration",
        "NATO-Osterweiterung-",
        "ADMINISTRATION",
        "2024administration",
        "kept",
    ],
)
def test_addresses_numbers_compounds_and_capitals_are_not_parted(word):
    assert parted(word, "en") == word


@pytest.mark.parametrize("tag", ["tr", "ar", "he", "hi", "th", "zh", "ja", "ko", "zz"])
def test_languages_without_patterns_or_without_capitals_are_set_without_hyphens(tag):
    assert hyphenator_for(locale_for(tag)) is None


@given(word=st.text(max_size=40), tag=st.sampled_from(LANGUAGES))
def test_three_letters_stay_on_either_side_whatever_is_typed(word, tag):
    hyphenator = hyphenator_for(locale_for(tag))
    places = hyphenator.places(word)
    assert list(places) == sorted(set(places))
    assert all(3 <= place <= len(word) - 3 for place in places)
