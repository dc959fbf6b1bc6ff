"""Typewriter text becomes typeset text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document.marks import marks_of
from deckmaker.document.typography import edits, is_plain
from deckmaker.evidence.numbers import numbers
from deckmaker.evidence.tokens import folded
from deckmaker.language.quoting import quoted_spans
from deckmaker.wording import languages

LANGUAGES = (*languages(), "de-CH", "fr-CH", "es-MX", "el", "fi", "hu", "da", "ro", "bg", "tlh")


def typeset(text: str, language: str = "en-US") -> str:
    out, at = [], 0
    for edit in edits(text, quoted_spans(text), language):
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('He said "go."', "He said “go.”"),
        ('"Go," he said, "now."', "“Go,” he said, “now.”"),
        ('("go")', "(“go”)"),
        ('x—"go"—y', "x—“go”—y"),
        ("don't", "don’t"),
        ("Russia's and the leaders' view", "Russia’s and the leaders’ view"),
        ("the '90s", "the ’90s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'tis so, get 'em", "’tis so, get ’em"),
        ("\"a 'b' c\"", "“a ‘b’ c”"),
        ("She said 'no'.", "She said ‘no’."),
        ("\"'No,' he said\"", "“‘No,’ he said”"),
        ('a 6" pipe', "a 6″ pipe"),
        ("6'2 tall", "6′2 tall"),
        ("“kept” as ‘typed’", "“kept” as ‘typed’"),
        ("1990--2000", "1990–2000"),
        ("a -- b", "a – b"),
        ("a---b", "a—b"),
        ("a----b", "a----b"),
        ("well-known", "well-known"),
        ("wait...", "wait…"),
        ("40 km and 3.2 billion", "40\u00a0km and 3.2\u00a0billion"),
        ("12 % of 5 million", "12% of 5\u00a0million"),
        ("12\u00a0%, 3\u202f‰ and 4%", "12%, 3‰ and 4%"),
        ("on 23 November or November 23", "on 23\u00a0November or November\u00a023"),
        ("November 2026", "November 2026"),
        ("J. R. R. Tolkien", "J.\u00a0R.\u00a0R.\u00a0Tolkien"),
        ("Mr. Reyne, Dr Asante, No. 5", "Mr.\u00a0Reyne, Dr\u00a0Asante, No.\u00a05"),
        ("the U.S. Army", "the U.S. Army"),
        ("270 drones", "270 drones"),
        ("two\n  lines", "two lines"),
    ],
)
def test_typesetting(typed: str, set_: str) -> None:
    assert typeset(typed) == set_


@pytest.mark.parametrize(
    ("language", "set_"),
    [("de", "12\u00a0% von 4%"), ("it", "12% von 4%"), ("tr", "12\u00a0% von 4%")],
)
def test_the_gap_before_a_per_cent_sign_is_the_languages(language: str, set_: str) -> None:
    assert typeset("12 % von 4%", language) == set_


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/it's--a...b?q='x'&y=\"z",
        "www.example.org/a--b",
        "o'neil--x@example.org",
        "http://example.org/12km",
    ],
)
def test_addresses_stay_as_they_are(address: str) -> None:
    assert address.partition("'")[2] in typeset(f"see {address} now")
    assert typeset("https://x.y/a--b...") == "https://x.y/a--b..."


@given(st.text(alphabet="ab1 \"'-.“”\n%km", max_size=40))
def test_typesetting_changes_no_word_and_sets_twice_as_once(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(c for c in words if c.isalnum())

    once = typeset(text)
    assert letters(once) == letters(text)
    assert '"' not in once or "@" in once


@given(st.text(max_size=40))
def test_edits_are_in_order_and_apart(text: str) -> None:
    at = 0
    for edit in edits(text, quoted_spans(text), "en"):
        assert at <= edit.start < edit.end <= len(text)
        at = edit.end


@pytest.mark.parametrize(
    ("language", "set_"),
    [
        ("en", "“a ‘b’ c”"),
        ("de", "„a ‚b‘ c“"),
        ("de-AT", "„a ‚b‘ c“"),
        ("de-CH", "«a ‹b› c»"),
        ("fr", "«\u00a0a “b” c\u00a0»"),
        ("fr-CA", "«\u00a0a “b” c\u00a0»"),
        ("fr-CH", "«a ‹b› c»"),
        ("es", "«a “b” c»"),
        ("es-AR", "“a ‘b’ c”"),
        ("it", "«a “b” c»"),
        ("pl", "„a «b» c”"),
        ("ru", "«a „b“ c»"),
        ("uk", "«a „b“ c»"),
        ("tr", "“a ‘b’ c”"),
        ("ar", "«a ”b“ c»"),
        ("he", "”a ’b’ c”"),
        ("hi", "“a ‘b’ c”"),
        ("th", "“a ‘b’ c”"),
        ("ko", "“a ‘b’ c”"),
        ("zh-Hans", "“a ‘b’ c”"),
        ("zh-SG", "“a ‘b’ c”"),
        ("zh-Hant", "「a 『b』 c」"),
        ("zh-HK", "「a 『b』 c」"),
        ("ja", "「a 『b』 c」"),
    ],
)
def test_straight_marks_become_those_of_the_language(language: str, set_: str) -> None:
    assert typeset("\"a 'b' c\"", language) == set_


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_that_the_author_typed_stay(language: str) -> None:
    for typed in ("“a”", "„a“", "„a”", "»a«", "”a”", "「a『b』」", "‘a’", "‹a›"):
        assert typeset(f"x {typed} y", language) == f"x {typed} y"


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("de", "die Jungs' Idee, Hans' Rad, sag's", "die Jungs’ Idee, Hans’ Rad, sag’s"),
        ("de", "er sagt 'ja' dazu", "er sagt ‚ja‘ dazu"),
        ("fr", "l'heure d'été, 'dit'", "l’heure d’été, ‘dit’"),
        ("it", "un po' d'acqua", "un po’ d’acqua"),
        ("tr", "Türkiye'nin", "Türkiye’nin"),
        ("uk", "п'ять", "п’ять"),
        ("nl", "'s ochtends, foto's", "’s ochtends, foto’s"),
        ("he", "צה\"ל, ג'ירפה, ד\"ר לוי, מס' 5", "צה״ל, ג׳ירפה, ד״ר\u00a0לוי, מס׳\u00a05"),
        ("he", 'הוא כתב ב"הארץ" אתמול', "הוא כתב ב”הארץ” אתמול"),
        ("zh-Hans", '他说："走吧。"然后', "他说：“走吧。”然后"),
        ("ja", "\"船は'出'ない\"と", "「船は『出』ない」と"),
        ("ko", "\"나는 '간다'\"고", "“나는 ‘간다’”고"),
    ],
)
def test_apostrophes_and_marks_are_told_apart(language: str, typed: str, set_: str) -> None:
    assert typeset(typed, language) == set_


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("fr", "Oui; non: si? Quoi !", "Oui·; non⍽: si·? Quoi·!"),
        ("fr", "« mot », «mot» : 10:30", "«⍽mot⍽», «⍽mot⍽»⍽: 10:30"),
        ("fr", "Vraiment ?! « Oui ! »", "Vraiment·?! «⍽Oui·!⍽»"),
        ("fr", "https://a.org/?q=1; TLP:RED", "https://a.org/?q=1; TLP:RED"),
        ("fr-CA", "Oui; non: si? « mot » Quoi ?", "Oui; non⍽: si? «⍽mot⍽» Quoi·?"),
        ("fr-CH", "Oui; non: si? «mot» Quoi ?", "Oui; non: si? «mot» Quoi·?"),
        ("fr", "48 000 km, M. Roy, n° 5, 12 %", "48⍽000⍽km, M.⍽Roy, n°⍽5, 12⍽%"),
        ("de", "3. März, z. B. Dr. Au, 5 Mio. Euro", "3.⍽März, z.⍽B. Dr.⍽Au, 5⍽Mio. Euro"),
        ("de", "Es war 2026. März kam.", "Es war 2026. März kam."),
        ("es", "3 de marzo, pág. 7, Sra. Paz", "3⍽de⍽marzo, pág.⍽7, Sra.⍽Paz"),
        ("it", "3 marzo, n. 5, Dott. Rossi, 5 milioni", "3⍽marzo, n.⍽5, Dott.⍽Rossi, 5⍽milioni"),
        ("pl", "W domu i z nami, 5 mln zł", "W⍽domu i⍽z⍽nami, 5⍽mln zł"),
        ("ru", "в 2026 г., т. е. № 5, В. В. Мороз", "в⍽2026⍽г., т.⍽е. №⍽5, В.⍽В.⍽Мороз"),
        ("uk", "п. Мороз, 3 травня, 5 тис. грн", "п.⍽Мороз, 3⍽травня, 5⍽тис. грн"),
        ("cs", "3. března k vám, č. 5", "3.⍽března k⍽vám, č.⍽5"),
        ("tr", "3 Mart, Dr. Ak, 5 milyon", "3⍽Mart, Dr.⍽Ak, 5⍽milyon"),
        ("he", "3 במרץ, 5 מיליון", "3⍽במרץ, 5⍽מיליון"),
        ("ar", "3 مارس، 5 ملايين", "3⍽مارس، 5⍽ملايين"),
        ("hi", "3 मार्च, 5 लाख, डॉ. शर्मा", "3⍽मार्च, 5⍽लाख, डॉ.⍽शर्मा"),
        ("th", "3 มีนาคม 5 ล้านบาท", "3⍽มีนาคม 5⍽ล้านบาท"),
        ("zh-Hans", "议会\n在开会 Nordkai 公司", "议会在开会 Nordkai 公司"),
        ("ja", "船は---出る...", "船は——出る…"),
    ],
)
def test_what_a_language_keeps_together(language: str, typed: str, set_: str) -> None:
    shown = typeset(typed, language).replace("\u00a0", "⍽").replace("\u202f", "·")
    assert shown == set_


_PIECES = st.sampled_from(
    [
        "ab", "Ab", "走", "走。", "א", "ไป", "7,5", "1 250", "12 %", "3. März", "M. Roy", "5 mln",
        "w", "z. B.", "1 Uhr", "(2)", "— a", "l'eau\n", "p'", "«x»", "„y“", 'צה"ל', "'", "5'", "(",
        ")", ",", ".", "!", "?", ";", ":", "...", "--", "---",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=8).map(" ".join)
_QUOTED = st.tuples(_TEXTS, st.sampled_from(["ab", "走", "«", "no 'x' y"]), _TEXTS).map(
    lambda parts: f'{parts[0]} "{parts[1]}" {parts[2]}'
)


@settings(max_examples=400)
@given(language=st.sampled_from(LANGUAGES), text=_TEXTS | _QUOTED)
def test_typesetting_changes_nothing_that_evidence_reads(language: str, text: str) -> None:
    shown = typeset(text, language)
    assert folded(shown) == folded(text)
    before, after = ([number.values for number in numbers(one, language)] for one in (text, shown))
    assert after == before


@given(
    language=st.sampled_from(LANGUAGES),
    words=st.lists(
        st.sampled_from(["ab", "Ab.", "7,5", "走了", "x 'y' z"]), min_size=1, max_size=4
    ),
)
def test_a_quotation_is_the_same_in_the_marks_of_every_language(
    language: str, words: list[str]
) -> None:
    inner = " ".join(words)
    text = f'He said "{inner}" and left, "never" again.'
    shown = typeset(text, language)
    read = [folded(quoted) for _, _, quoted in quoted_spans(shown)]
    assert read == [folded(inner), "never"]
    assert shown.count(marks_of(language).opening.strip("\u00a0\u202f")) >= 2


@given(
    language=st.sampled_from(LANGUAGES),
    text=st.text(alphabet="ab1 \"'-.:;!?«»„“走\n%w", max_size=30),
)
def test_a_plain_text_is_one_that_is_not_changed(language: str, text: str) -> None:
    if is_plain(text, language):
        assert typeset(text, language) == text


@settings(max_examples=400)
@given(language=st.sampled_from(LANGUAGES), text=st.text(max_size=40))
def test_edits_of_every_language_are_in_order_and_apart(language: str, text: str) -> None:
    at = 0
    for edit in edits(text, quoted_spans(text), language):
        assert at <= edit.start < edit.end <= len(text)
        at = edit.end
