"""Capitals, as each language has them."""

from __future__ import annotations

import pytest

from deckmaker.capitals import capitalised, capitals
from deckmaker.locales import locale_for


@pytest.mark.parametrize(
    ("language", "text", "raised"),
    [
        ("en", "Who pays?", "WHO PAYS?"),
        ("de", "Kurz gefaßt: Straße", "KURZ GEFASST: STRASSE"),
        ("fr", "Été à Évian", "ÉTÉ À ÉVIAN"),
        ("tr", "kısaca: ikinci IP", "KISACA: İKİNCİ IP"),
        ("az", "iki", "İKİ"),
        ("en", "ikinci", "IKINCI"),
        ("el", "Ποιος πληρώνει", "ΠΟΙΟΣ ΠΛΗΡΩΝΕΙ"),
        ("el", "Μάιος ή Ιούλιος", "ΜΑΪΟΣ Ή ΙΟΥΛΙΟΣ"),
        ("el", "προϊόν, Ταΐζω, café", "ΠΡΟΪΟΝ, ΤΑΪΖΩ, CAFÉ"),
        ("ru", "Кто платит", "КТО ПЛАТИТ"),
        ("uk", "Їжа", "ЇЖА"),
        ("ar", "من يدفع eu", "من يدفع eu"),
        ("ka", "ვინ იხდის", "ვინ იხდის"),
        ("ja", "要旨", "要旨"),
    ],
)
def test_a_text_in_capitals(language: str, text: str, raised: str) -> None:
    assert capitals(text, locale_for(language)) == raised


@pytest.mark.parametrize(
    ("language", "text", "raised"),
    [
        ("en", "likely", "Likely"),
        ("en", "", ""),
        ("en", "“so”", "“so”"),
        ("tr", "imkânsız", "İmkânsız"),
        ("tr", "ılık", "Ilık"),
        ("nl", "ijsland", "IJsland"),
        ("nl", "identiek", "Identiek"),
        ("en", "ijsland", "Ijsland"),
        ("el", "ήλιος", "Ήλιος"),
        ("de", "ßa", "Ssa"),
        ("he", "סביר", "סביר"),
        ("ka", "ვინ", "ვინ"),
    ],
)
def test_a_capital_at_the_head(language: str, text: str, raised: str) -> None:
    assert capitalised(text, locale_for(language)) == raised
