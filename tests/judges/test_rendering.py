"""The judge of renderings passes a good deck and sees text that leaves its place or is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.branding import read_brand
from deckmaker.deck import render
from documents import SMALL, gallery
from judges import rendering
from judges.opc import NS
from judges.pages import folded, read_pages, to_pdf
from judges.planting import Parts, spoiled, with_attribute
from judges.rendering import check_rendering, judge_rendering

pytestmark = pytest.mark.render


@pytest.fixture(scope="module")
def deck() -> bytes:
    return render(gallery(SMALL, "deck"), read_brand("cartulary", Path())[0])


def test_a_good_deck_passes(deck: bytes) -> None:
    verdict = judge_rendering(deck)
    assert verdict.faults == ()
    assert verdict.slides >= len(SMALL)
    assert verdict.boxes > 5 * verdict.slides
    assert verdict.letters > 50 * verdict.slides


def spoil(parts: Parts) -> None:
    """Plant a defect of each kind, each on a slide of its own."""
    # Slide 4: a line more than the shape holds.
    long = "and then it goes on and on, far beyond the end of the line that there is room for, " * 2
    parts.first(
        "ppt/slides/slide4.xml",
        ".//p:ph[@idx='20']/../../../p:txBody//a:t",
        lambda one: setattr(one, "text", f"{one.text} {long}"),
    )
    # Slide 5: a shape that is narrower than a word of its.
    parts.first(
        "ppt/slides/slide5.xml",
        ".//p:ph[@idx='20']/../../../p:spPr/a:xfrm/a:ext",
        with_attribute("cx", "254000"),
    )
    # Slide 6: a shape that has left the slide at the right, text and all.
    parts.first(
        "ppt/slides/slide6.xml",
        ".//p:ph[@idx='20']/../../../p:spPr/a:xfrm/a:off",
        with_attribute("x", "11900000"),
    )
    # The table: a cell with more words than its row has room for.
    parts.first(
        parts.holding("slides", ".//a:tbl"),
        ".//a:tbl/a:tr[2]//a:t",
        lambda one: setattr(one, "text", "ferry " * 60),
    )


def test_text_outside_its_box_cell_or_slide_is_seen(deck: bytes) -> None:
    broken = spoiled(deck, spoil)
    table = next(
        number
        for number, (_, tree) in enumerate(rendering.Package.read(deck).slides, 1)
        if tree.find(".//a:tbl", NS) is not None
    )
    faults = check_rendering(broken)
    for number in (4, 5, table):
        assert any(f"slide {number}: " in one and "leaves its box" in one for one in faults), faults
    assert any("slide 6: " in one and "leaves the slide" in one for one in faults), faults
    assert not any(f"slide {number}: " in one for number in (1, 2, 3, 7, 9) for one in faults), (
        faults
    )


def test_a_lost_word_and_a_stray_one_are_seen(deck: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the deck but not on the page is lost, the other way round it is stray."""

    def other_words(parts: Parts) -> None:
        parts.replace("ppt/slides/slide5.xml", "The pier needs work", "The quay needs work")

    page = to_pdf(spoiled(deck, other_words))
    monkeypatch.setattr(rendering, "to_pdf", lambda _: page)
    faults = check_rendering(deck)
    assert any("slide 5: " in one and "“pier” is lost" in one for one in faults), faults
    assert any("slide 5: " in one and "“quay” stands in no shape" in one for one in faults), faults
    assert len(faults) == 2


def test_a_lost_slide_is_seen(deck: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = read_pages(to_pdf(deck))
    monkeypatch.setattr(rendering, "to_pdf", lambda _: b"")
    monkeypatch.setattr(rendering, "read_pages", lambda _: pages[:-1])
    assert any("became" in fault for fault in check_rendering(deck))


def test_text_is_folded_as_it_can_be_found_on_a_page() -> None:
    assert (
        folded("Of\u00adfice \ufb01le\u00a0STRASSE Straße\u200b…") == "officefilestrassestrasse..."
    )
