"""Lines as they are lettered: where links, underlines and superior figures stand."""

from __future__ import annotations

import re

import pytest

from deckmaker.document import Point, PointList
from deckmaker.memo import render
from deckmaker.memo.drawing import Ink, Words
from deckmaker.memo.lettering import Lettering
from deckmaker.richtext import parse
from deckmaker.typesetting import Font, Run, Typesetter
from documents import document, section
from memo.placing import words_of
from memo.reading import links, opened
from scripted import LANGUAGES, WORDS, brand_for, typesetter_for

BODY = Font("serif", 10.5)
INK = Ink("#000000")
MARKS = "\u200e\u200f"
"""Marks of direction."""


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("en", "Read the [Gazette](https://a.example) first.", "Gazette"),
        ("he", "הוא קרא את [Gazette](https://a.example) אתמול בערב.", "Gazette"),
        ("he", "המועצה אמרה [שלום](https://a.example) לכולם (2024).", "שלום"),
    ],
)
def test_a_link_lies_over_its_words_and_underlines_them(lang, text, word):
    content = PointList((Point((), parse(text)),))
    data = render(document(section(1, content, title="1"), lang=lang), brand_for(lang))
    (there,) = (each for each in words_of(data) if each.text.strip(MARKS) == word)
    with opened(data) as pdf:
        (link,) = (each for each in links(pdf) if "/A" in each and "a.example" in str(each.A.URI))
        left, bottom, right, top = map(float, link.Rect)
        content = pdf.pages[0].Contents.read_bytes()
    assert left == pytest.approx(there.left, abs=1.0)
    assert right == pytest.approx(there.right, abs=1.0)
    assert bottom < there.bottom < top
    rules = re.findall(rb"([\d.]+) ([\d.]+) m ([\d.]+) \2 l S", content)
    ends = [(float(begin), float(end)) for begin, _, end in rules]
    assert any(pytest.approx((left, right), abs=0.1) == each for each in ends)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_is_lettered_as_wide_as_it_was_measured(lang):
    setter = typesetter_for(lang)
    link = Ink("#000000", link="https://a.example")
    for line in setter.optimal([Run(WORDS[lang], BODY, link)], 120.0):
        reach = Lettering(setter).line(Words(0.0, 0.0, line), 0.0, 0.0).reach
        (begin, end) = reach[0][1], reach[-1][2]
        assert end - begin == pytest.approx(line.width, abs=0.05)


def test_pieces_of_one_look_are_shown_at_once(brand):
    setter = Typesetter(brand)
    (line,) = setter.lines([Run("one ", BODY, INK), Run("two", BODY, INK)], 999, measure="drawn")
    assert Lettering(setter).line(Words(0.0, 0.0, line), 0.0, 0.0).operators.count("TJ") == 1


def test_one_voice_of_one_face_is_embedded_once():
    """Serif and sans fall back on the same families."""
    setter = typesetter_for("th")
    lettering = Lettering(setter)
    for voice in ("serif", "sans"):
        for line in setter.lines([Run("กขค", Font(voice, 10), INK)], 999, measure="drawn"):
            lettering.line(Words(0.0, 0.0, line), 0.0, 0.0)
    paths = [font.shaper.path for font in lettering.fonts]
    assert len(paths) == len(set(paths))
