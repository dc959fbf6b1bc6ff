"""Words of another language are marked in the memo, and not parted by rules that are not theirs."""

from __future__ import annotations

import pikepdf
import pytest

from deckmaker.document import Point, PointList
from deckmaker.memo import render
from deckmaker.richtext import Span, parse
from documents import document, section
from memo.reading import opened, words


def tongues_of(node: pikepdf.Object) -> list[tuple[str, str]]:
    """Return tag and language of every element that states one, in order."""
    found = [(str(node.S), str(node.Lang))] if "/Lang" in node else []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += tongues_of(kid)
    return found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("the [Zeitenwende]{lang=de} came", ["de"]),
        ("the [**neue** Zeit]{lang=de} came", ["de"]),
        ("read [the [Bundestag]{lang=de} page](https://x.example)", ["de"]),
        ("in Київ and Москва", ["uk-UA", "ru-RU"]),
        ("nothing else, café and all", []),
    ],
)
def test_the_structure_names_the_language(brand, typed, found):
    contents = document(section(1, PointList((Point((), parse(typed)),)), title="One"))
    with opened(render(contents, brand)) as pdf:
        said = tongues_of(pdf.Root.StructTreeRoot.K[0])
        assert [lang for _, lang in said] == found
        assert {tag for tag, _ in said} <= {"/Span"}


def test_words_of_another_language_are_not_parted(compositor):
    body = compositor.styles.body
    long = "counterrevolutionaries "
    own = compositor.paragraph(compositor.runs((Span(long * 40),), body), body, width=190)
    other = compositor.paragraph(
        compositor.runs((Span(long * 40, lang="fr"),), body), body, width=190
    )
    assert any(slab.drawing[0].line.parts_word for slab in own)
    assert not any(slab.drawing[0].line.parts_word for slab in other)
    assert words(other).split() == [long.strip()] * 40
