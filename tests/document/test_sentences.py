"""Sentences are cut where they end, quotations pulled whole."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import SentenceBreaker
from written import Witness, content, shown

from deckmaker.document.sentences import count_words, cut, first_sentence, sentence_ends
from deckmaker.richtext import Span, parse, plain


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("One? Two.", "One?"),
        ("Only one", "Only one"),
        ("The U.S. Army left. Two.", "The U.S. Army left."),
        ("Mr. Reyne and J. Smith met. Two.", "Mr. Reyne and J. Smith met."),
        ("It cost 3.2 million. Two.", "It cost 3.2 million."),
        ("See e.g. No. 5 there. Two.", "See e.g. No. 5 there."),
        ("He said “go.” Then he left.", "He said “go.”"),
        ("(One.) Two.", "(One.)"),
        ("one. two", "one. two"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    head, tail = first_sentence((Span(text),))
    assert plain(head) == first
    assert plain(head) + (" " if tail else "") + plain(tail) == text


def test_a_sentence_does_not_end_inside_a_quotation() -> None:
    block = "text: 'She said \"We go. We stay.\" Then she left.'"
    paragraph = content(block).paragraphs[0]
    assert shown(paragraph.short) == "She said «“We go. We stay.”»"
    assert shown(paragraph.full) == "Then she left."


def test_citations_stay_with_the_sentence_that_they_follow() -> None:
    paragraph = content("text: 'One. @3 Two. @4'").paragraphs[0]
    assert (shown(paragraph.short), shown(paragraph.full)) == ("One.[3]", "Two.[4]")


@given(st.text(max_size=40), st.integers(0, 45))
def test_a_cut_loses_nothing_but_the_space_between(text: str, at: int) -> None:
    spans = parse(text)
    head, tail = cut(spans, at)
    shown_ = plain(spans)
    assert plain(head) == shown_[:at]
    assert plain(tail) == shown_[at:].lstrip()


@pytest.mark.parametrize(
    ("full", "pulled"),
    [
        ('He "would never go," he said.', "«“would never go”»"),
        ('He said "I would never go."', "«“I would never go”»"),
        ('He said "I would never go!"', "«“I would never go!”»"),
        ('He said "would I ever go?"', "«“would I ever go?”»"),
        ('He said "I would never go ..."', "«“I would never go …”»"),
        ('He said "we live in the U.S."', "«“we live in the U.S.”»"),
        ('He said "he never said “no”."', "«“he never said “no””»"),
        ('He said "I would **never go.**"', "«“I would never go”»"),
        ('He said "I go. I stay; so."', "«“I go. I stay; so”»"),
        ("Er sagte: „Ich gehe nie.“ Nie.", "«„Ich gehe nie“»"),
        ('A "word" and "two words" and "here are three".', "«“here are three”»"),
        ('"one two three" and "four five six"', "«“one two three”»"),
        ('He said "' + "w " * 12 + 'w".', ""),
        ('He said "' + "w " * 11 + 'w".', "«“" + "w " * 11 + "w”»"),
        ("Nobody is quoted.", ""),
    ],
)
def test_a_short_quotation_is_pulled_whole(full: str, pulled: str) -> None:
    point = content(f"points:\n  - Short: '{full}'").points[0]
    assert shown(point.pulled) == pulled


def test_a_pulled_quotation_brings_its_citation() -> None:
    witness = Witness({"would never go": 4, "and never did": 4})
    text = 'He "would never go" and "and never did".'
    point = content(f"points:\n  - Short: '{text}'", evidence=witness).points[0]
    assert shown(point.full).endswith("«“and never did”».[4]")
    assert shown(point.pulled) == "«“would never go”»[4]"


def parted(text: str, language: str) -> list[str]:
    ends = sentence_ends(text, language)
    return [text[a:b].strip() for a, b in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "One.|Two?|“Three. Four.”|The U.S. Army and Mr. Reyne left, e.g. No. 5.|Six"),
        ("en", "Done. @7|Next @key:8.|Paid [¶ 8, 11].|At 5 a.m.|He left."),
        ("de", "Am 3. März kam z. B. Dr. Adler.|Es war 2024.|„Wir gehen. Jetzt.“|Nr. 5 gilt."),
        ("fr", "M. Dupont a dit : « Nous partons. Vite ! »|Puis il part.|Vraiment ?|N° 5."),
        ("es", "Llegó.|¿Quién paga?|¡Nadie!|El Sr. López, pág. 7, y EE. UU. también.|Fin."),
        ("it", "Arrivò.|Il dott. Rossi e l’on. Bianchi, art. 5.|Fine."),
        ("pl", "Rada radziła.|W 2026 r. wydano 5 mln zł.|Dr hab. Nowak, np. Kowalski.|Koniec."),
        ("uk", "Рада зібралася.|У 2026 р. п. Іваненко, вул. Франка.|В. В. Мороз прийшов."),
        ("ru", "Совет собрался.|В 2026 г. г-н Иванов.|«Да. Нет».|В. В. Мороз пришёл."),
        ("tr", "Meclis toplandı.|Dr. Ak geldi, No. 5 de.|3. sınıf.|İkinci."),
        ("ar", "اجتمع المجلس.|هل يدفع؟|نعم!|د. أحمد قال «نذهب. الآن».|ثم."),
        ("he", "המועצה התכנסה.|מי ישלם?|ד״ר לוי אמר ”נלך. עכשיו”.|סוף."),
        ("hi", "परिषद बैठी।|कौन देगा?|डॉ. शर्मा और ए. पी. जे. अब्दुल आए।|“हम जाएँगे। अभी।”|फिर गए।"),
        ("zh-Hans", "议会开会。|谁付钱？|她说：“我们走。现在。”|花了3.5万。"),
        ("zh-Hant", "議會開會。|她說：「我們走。現在。」|走了"),
        ("ja", "議会は開かれた。|誰が払うのか？|「行く。今。」と言った。|終わり"),
        ("ko", "시의회가 열렸다.|누가 내는가?|“간다. 지금.”|그는 갔다."),
        ("th", "สภาประชุมกันที่โรงเย็บใบเรือ|และเลื่อนการลงมติออกไปอีก"),
        ("th", "วิศวกรอินทิรา ฟ้าหลวง มีอายุ 87 ปี"),
    ],
)
def test_sentences_end_as_their_language_ends_them(language: str, text: str) -> None:
    between = "" if language in {"ja", "zh-Hans", "zh-Hant"} else " "
    assert parted(text.replace("|", between), language) == text.split("|")


LANGUAGES = Path(__file__).parents[1] / "languages"


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_unicode_s_own_rule_knows_every_end_but_those_of_thai(path: Path) -> None:
    language = path.stem
    for line in path.read_text("utf-8").splitlines():
        ours = set(sentence_ends(line, language))
        segments = SentenceBreaker(line, language).segments()
        icu = {len(line[:end].rstrip()) for _, end in segments}
        if language != "th":
            assert ours <= icu
        missed = [line[end - 6 : end] for end in icu - ours]
        assert all(re.search(r"\d\.$", text) for text in missed), missed  # an ordinal, a number


@given(st.text(alphabet="Ab1 .?!。।”“«»@7", max_size=40), st.sampled_from(["en", "de", "ja", "th"]))
def test_the_last_sentence_ends_with_the_text(text: str, language: str) -> None:
    ends = sentence_ends(text, language)
    assert list(ends) == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text.rstrip())


def test_thai_is_not_cut_at_its_first_space() -> None:
    spans = (Span("สภาประชุมกันที่โรงเย็บใบเรือ และเลื่อนการลงมติออกไปอีก"),)
    assert first_sentence(spans, "th") == (spans, ())


def test_a_no_break_space_ends_no_sentence() -> None:
    assert parted("Der Rat um Prof.\u00a0Adler und Hr.\u00a0Bach. Ende", "fi")[0].endswith("Bach.")


@pytest.mark.parametrize(
    ("text", "count"),
    [("three small words", 3), ("", 0), ("船は出ないと彼女は言った", 6), ("Nordkai工程公司", 3)],
)
def test_words_are_counted_where_no_spaces_part_them(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize("language", ["en", "de", "fr", "hi", "ja", "th"])
@pytest.mark.parametrize(
    "piece", [".", ". ", "A. ", "! ", "。", "।", "ก", "ก ", "“A. ", "[8] ", ".)", "@7 "]
)
def test_a_hostile_text_ends_in_linear_time(piece: str, language: str) -> None:
    start = time.process_time()
    sentence_ends(piece * (30_000 // len(piece)), language)
    assert time.process_time() - start < 1
