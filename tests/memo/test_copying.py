"""What is copied out of a memo reads as it was typed, in every script and by more than one reader.

Readers put lines that run to the left back in order by rules of their own. Poppler gives them as
they were typed; PDFium turns brackets round and sets phrases of several Latin words backwards, so
with it only words are compared.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.build import make
from deckmaker.document import Point, PointList
from deckmaker.memo import lettering, render
from deckmaker.memo.drawing import Ink
from deckmaker.richtext import Span
from documents import document, section
from scripted import FOLDER, LANGUAGES, LEFTWARDS, brand_for, sentences

UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufffe]")
"""Invisible characters: readers add marks of direction themselves, PDFium a sign for a hyphen."""
OTHER = re.compile("[^\u0590-\u05ff\u0620-\u0659]")
"""All but the letters of Hebrew and Arabic."""

MORE = {"ar": "بلد " * 150, "he": "ארץ " * 150}
"""What makes up for the English words around a text: Poppler takes a whole page to run one way."""


def plain(text: str) -> str:
    """Return `text` on one line, composed, parted words joined, without what cannot be seen."""
    joined = re.sub("\u00ad\\s+", "", unicodedata.normalize("NFC", text))
    return " ".join(UNSEEN.sub("", joined).split())


def by_pdfium(data: bytes) -> str:
    """Return all text of a memo as PDFium reads it."""
    with pdfium.PdfDocument(data) as pdf:
        return plain("\n".join(page.get_textpage().get_text_range() for page in pdf))


def by_poppler(data: bytes, folder: Path) -> str:
    """Return all text of a memo as Poppler reads it."""
    path = folder / "memo.pdf"
    path.write_bytes(data)
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return plain(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def memo_of(text: str, lang: str) -> bytes:
    """Return a memo with the point `text`, on a page that runs as `lang` does."""
    more = [MORE[lang]] if lang in MORE else []
    content = PointList(tuple(Point((), (Span(each),)) for each in (text, *more)))
    return render(document(section(1, content, title="1"), lang=lang), brand_for(lang))


@given(data=st.data(), lang=st.sampled_from([x for x in LANGUAGES if x not in LEFTWARDS]))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_text_is_copied_as_typed(data, lang):
    typed = data.draw(sentences(lang))
    # A line that ends with a typed hyphen is joined by PDFium with the next one.
    wanted = re.sub("[-\\s]", "", plain(typed))
    found = re.sub("[-\\s]", "", by_pdfium(memo_of(typed, lang)))
    assert wanted in found


@given(data=st.data(), lang=st.sampled_from(LEFTWARDS))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_words_that_run_to_the_left_are_copied_as_typed(data, lang):
    typed = data.draw(sentences(lang))
    found = set(by_pdfium(memo_of(typed, lang)).split())
    letters = [word for word in plain(typed).split() if not OTHER.search(word)]
    assert [word for word in letters if found.isdisjoint({word, f"{word}."})] == []


def test_a_word_that_is_parted_is_whole_again():
    typed = "Die Donaudampfschifffahrtsgesellschaften " * 12
    found = by_pdfium(memo_of(typed, "de"))
    assert found.count("Donaudampfschifffahrtsgesellschaften") == 12


def test_what_an_author_types_to_join_letters_is_kept():
    word = "می\u200cخواهم"
    with pdfium.PdfDocument(memo_of(word, "ar")) as pdf:
        assert word in pdf[0].get_textpage().get_text_range()


@pytest.fixture
def lines(monkeypatch) -> list[str]:
    """Gather every line that is lettered; citations, which nobody types, are left out."""
    found: list[str] = []
    own = lettering.Lettering.line

    def gathering(self, words, x, y, opened=None):
        runs = words.line.runs
        if not any(isinstance(run.payload, Ink) and run.payload.rise for run in runs):
            found.append(words.line.text)
        return own(self, words, x, y, opened)

    monkeypatch.setattr(lettering.Lettering, "line", gathering)
    return found


@pytest.mark.render
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_poppler_copies_every_line_of_every_language_as_it_was_set(path, tmp_path, lines):
    made = make(path, only="memo")
    (data,) = made.files.values()
    found = by_poppler(data, tmp_path)
    assert len(lines) > 100
    assert [line for line in lines if plain(line) not in found] == []


@pytest.mark.render
@given(data=st.data(), lang=st.sampled_from(LANGUAGES))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_poppler_copies_whatever_is_typed(tmp_path_factory, data, lang):
    typed = data.draw(sentences(lang, most=40))
    found = by_poppler(memo_of(typed, lang), tmp_path_factory.mktemp("memo"))
    assert plain(typed).replace(" ", "") in found.replace(" ", "")
