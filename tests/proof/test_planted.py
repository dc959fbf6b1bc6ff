"""The proof is proved: what is planted in a good deck or memo is found, in scripts of each sort."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from deckmaker.build import make
from judges.opc import NS, tag
from judges.planted_in_memos import SPOILS
from judges.planting import Parts, spoiled
from judges.spoiling import spoiled as spoiled_memo
from proof.holders import Plan, marked
from proof.memos import judge_memo, judge_tags
from proof.office import to_pdfs
from proof.pages import Page, read_pages
from proof.slides import Violation, judge_slides
from proof.texts import FOLDER, texts

TAGS = ("en", "ar", "th", "ja")
SHAPE = "sections[0].summary.points[0] short"
OTHER = "sections[0].summary.points[1] short"

Plant = Callable[[Parts], None]


@cache
def built(tag: str) -> tuple[bytes, bytes]:
    deck, memo = make(FOLDER / f"{tag}.yaml").files.values()
    return deck, memo


def shape(tree: etree._Element, name: str) -> etree._Element:
    found = [one for one in tree.iter(tag("p:cNvPr")) if one.get("name") == name]
    return found[0].getparent().getparent()


def on_summary(change: Callable[[etree._Element, etree._Element], None]) -> Plant:
    """Return what changes the first point of the summary; it is given that and the second."""

    def plant(parts: Parts) -> None:
        parts.edit(
            "ppt/slides/slide3.xml", lambda tree: change(shape(tree, SHAPE), shape(tree, OTHER))
        )

    return plant


def place(one: etree._Element) -> tuple[etree._Element, etree._Element]:
    off, ext = one.find(f".//{tag('a:off')}"), one.find(f".//{tag('a:ext')}[@cx]")
    assert off is not None
    assert ext is not None
    return off, ext


def text(one: etree._Element) -> etree._Element:
    found = one.find(f".//{tag('a:t')}")
    assert found is not None
    return found


def shrink(one: etree._Element, _: etree._Element) -> None:
    place(one)[1].set("cy", "150000")


def add_a_line(one: etree._Element, _: etree._Element) -> None:
    paragraph = one.find(f".//{tag('a:p')}")
    assert paragraph is not None
    paragraph.addnext(etree.fromstring(etree.tostring(paragraph)))


def enlarge(one: etree._Element, _: etree._Element) -> None:
    for run in one.iter(tag("a:rPr")):
        run.set("sz", "6600")


def move_off_the_slide(one: etree._Element, _: etree._Element) -> None:
    place(one)[0].set("x", "11700000")


def move_onto_another(one: etree._Element, other: etree._Element) -> None:
    for side in ("x", "y"):
        place(one)[0].set(side, place(other)[0].get(side, ""))


def set_an_overwide_token(one: etree._Element, _: etree._Element) -> None:
    text(one).text = "W" * 90
    body = one.find(f".//{tag('a:bodyPr')}")
    assert body is not None
    body.set("wrap", "none")


def set_in_another_font(one: etree._Element, _: etree._Element) -> None:
    for run in one.iter(tag("a:rPr")):
        for script in ("a:latin", "a:ea", "a:cs"):
            for old in run.findall(script, NS):
                run.remove(old)
            etree.SubElement(run, tag(script)).set("typeface", "Liberation Mono")
    text(one).text = "Mono"


def fill_a_cell(parts: Parts) -> None:
    name = parts.holding("slides", ".//a:tbl")
    parts.first(
        name, ".//a:tbl/a:tr[2]//a:t", lambda one: setattr(one, "text", f"{one.text} " * 30)
    )


PLANTS: dict[str, tuple[Plant, set[str]]] = {
    "a box too low": (on_summary(shrink), {"lines"}),
    "a line more": (on_summary(add_a_line), {"lines"}),
    "larger type": (on_summary(enlarge), {"box"}),
    "a shape beyond the edge": (on_summary(move_off_the_slide), {"slide"}),
    "a shape over another": (on_summary(move_onto_another), {"overlap"}),
    "a token wider than its box": (on_summary(set_an_overwide_token), {"box"}),
    "a cell with more than its row holds": (fill_a_cell, {"table", "lines"}),
}


@pytest.fixture(scope="module", params=TAGS)
def judged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Violation]]:
    """The violations in the deck of a language: as it is, and with each defect planted."""
    deck = built(request.param)[0]
    decks = {"nothing": deck} | {name: spoiled(deck, plant) for name, (plant, _) in PLANTS.items()}
    painted = {name: marked(one) for name, one in decks.items()}
    words = texts(request.param).shorts[0].split()
    painted["a word that is lost"] = (
        spoiled(painted["nothing"][0], on_summary(lambda one, _: setattr(text(one), "text", "–"))),
        painted["nothing"][1],
    )
    painted["a word that is added"] = (
        spoiled(
            painted["nothing"][0],
            on_summary(lambda one, _: setattr(text(one), "text", f"{' '.join(words)} ǅ ωψ")),
        ),
        painted["nothing"][1],
    )
    painted["another font"] = (
        spoiled(painted["nothing"][0], on_summary(set_in_another_font)),
        painted["nothing"][1],
    )
    folder = tmp_path_factory.mktemp("planted")
    pdfs = to_pdfs(
        {str(at): data for at, (data, _) in enumerate(painted.values())}, folder, folder / "profile"
    )
    return {
        name: judge(plans, pdfs[str(at)]) for at, (name, (_, plans)) in enumerate(painted.items())
    }


def judge(plans: Sequence[Plan], pdf: bytes) -> list[Violation]:
    return judge_slides(plans, read_pages(pdf), pdf).violations


@pytest.mark.render
def test_a_good_deck_passes(judged: dict[str, list[Violation]]) -> None:
    assert judged["nothing"] == []


@pytest.mark.render
@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_found(judged: dict[str, list[Violation]], name: str) -> None:
    expected = PLANTS[name][1]
    assert expected <= {one.kind for one in judged[name]}


@pytest.mark.render
def test_a_lost_word_and_an_added_one_are_found(judged: dict[str, list[Violation]]) -> None:
    assert "lost" in {one.kind for one in judged["a word that is lost"]}
    assert "added" in {one.kind for one in judged["a word that is added"]}


@pytest.mark.render
def test_letters_in_a_font_that_they_were_not_measured_in_are_found(
    judged: dict[str, list[Violation]],
) -> None:
    assert "font" in {one.kind for one in judged["another font"]}


# The memo, whose pages are changed as they are read.


@cache
def memo(tag: str) -> tuple[list[Page], tuple[str, ...]]:
    return read_pages(built(tag)[1]), texts(tag).shorts[:3]


def changed(tag: str, change: Callable[[Page], Page]) -> set[str]:
    pages, said = memo(tag)
    return {one.kind for one in judge_memo(said, [change(pages[0]), *pages[1:]])}


@pytest.mark.parametrize("tag", TAGS)
def test_a_good_memo_passes(tag: str) -> None:
    assert changed(tag, lambda page: page) == set()


@pytest.mark.parametrize("tag", TAGS)
def test_a_glyph_in_the_margin_is_found(tag: str) -> None:
    assert "margin" in changed(tag, lambda page: shifted(page, across=80))


@pytest.mark.parametrize("tag", TAGS)
def test_lines_over_each_other_are_found(tag: str) -> None:
    assert "overlap" in changed(tag, lambda page: doubled(page, 7))


@pytest.mark.parametrize("tag", TAGS)
def test_words_that_are_lost_are_found(tag: str) -> None:
    pages, said = memo(tag)
    bare = [replace(page, glyphs=page.glyphs[:10]) for page in pages]
    assert "lost" in {one.kind for one in judge_memo(said, bare)}


@pytest.mark.parametrize("tag", TAGS)
def test_a_structure_that_does_not_tell_the_memo_is_found(tag: str) -> None:
    data = built(tag)[1]
    assert judge_tags(data) == []
    silenced = judge_tags(spoiled_memo(data, SPOILS["a paragraph as decoration"]))
    assert {one.kind for one in silenced} == {"tags"}
    skipped = judge_tags(spoiled_memo(data, SPOILS["a heading skipped"]))
    assert {one.kind for one in skipped} == {"tags", "standard"}


def shifted(page: Page, across: float) -> Page:
    moved = (replace(one, left=one.left + across, right=one.right + across) for one in page.glyphs)
    return replace(page, glyphs=tuple(moved))


def doubled(page: Page, down: float) -> Page:
    lower = (
        replace(one, top=one.top + down, bottom=one.bottom + down, baseline=one.baseline + down)
        for one in page.glyphs
    )
    return replace(page, glyphs=(*page.glyphs, *lower))


def test_the_texts_of_a_language_use_every_kind_but_pictures() -> None:
    for path in Path(FOLDER).glob("*.yaml"):
        source = path.read_text("utf-8")
        for kind in (
            "summary", "points", "text", "timeline", "positions", "quote", "stats", "table",
            "chart", "scenarios", "asks", "callout", "questions",
        ):  # fmt: skip
            assert f"{kind}:" in source, f"{path.name} has no {kind}"
