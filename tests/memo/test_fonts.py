"""Embedded faces: what is drawn can be copied out as it was typed, and little else is carried."""

from __future__ import annotations

import pytest

from deckmaker.document import Point, PointList
from deckmaker.memo import render
from deckmaker.richtext import Span
from documents import document, section
from memo.reading import opened, read


def memo_of(words: str, brand) -> bytes:
    contents = PointList((Point((), (Span(words),)),))
    return render(document(section(1, contents, title="Title")), brand)


@pytest.mark.parametrize(
    "words",
    [
        "Fußgänger–Übergänge, “quoted” … € 12\u00a0%",
        "Привет, Ελλάδα, Žluťoučký",
        "½ ² × −4",
    ],
)
def test_text_is_copied_out_as_typed(brand, words):
    found = "".join(read(memo_of(words, brand)).pages[0].split())
    assert "".join(words.split()) in found


def test_a_no_break_space_is_copied_as_one(brand):
    data = memo_of("12\u00a0miles", brand)
    with opened(data) as pdf:
        maps = b"".join(
            each.ToUnicode.read_bytes()
            for each in pdf.objects
            if hasattr(each, "get") and each.get("/Subtype") == "/Type0"
        )
    assert b"<00A0>" in maps
    assert b"<0020>" in maps


def test_characters_beyond_the_basic_plane_have_surrogates_in_their_map(brand):
    with opened(memo_of("a 😀 b", brand)) as pdf:
        maps = b"".join(
            each.ToUnicode.read_bytes()
            for each in pdf.objects
            if hasattr(each, "get") and each.get("/Subtype") == "/Type0"
        )
    assert b"<D83DDE00>" in maps


def test_what_never_shows_is_not_drawn(brand):
    found = read(memo_of("soft\u00adhyphen zero\u200bwidth", brand)).pages[0]
    assert "softhyphen" in found
    assert "zerowidth" in found


def test_only_used_glyphs_are_carried(brand):
    with opened(memo_of("a few words", brand)) as pdf:
        programs = [
            len(each.FontFile2.read_bytes())
            for each in pdf.objects
            if hasattr(each, "get") and each.get("/Type") == "/FontDescriptor"
        ]
    assert programs
    assert max(programs) < 40_000
