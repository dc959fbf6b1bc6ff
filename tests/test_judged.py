"""Finished decks and memos before judges that nobody here wrote, and before our own.

The root briefing, the starter that `deckmaker init` writes, the gallery of every block kind,
made-up documents with every kind at small and at large size; decks in every language as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from deckmaker import deck, memo
from deckmaker.branding import read_brand
from deckmaker.build import make
from documents import LARGE, SMALL, gallery
from judges.pages import read_pages
from judges.rendering import TOLERANCE, judge_rendering
from judges.structure import check_structure
from judges.validators import audit, pdf_fonts, qpdf_check, sdk

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "src" / "deckmaker" / "data" / "starter" / "briefing.yaml"
BRAND = read_brand("cartulary", Path())[0]


def made(path: Path) -> tuple[bytes, bytes]:
    pptx, pdf = make(path).files.values()
    return pptx, pdf


SOURCES: dict[str, Callable[[], tuple[bytes, bytes]]] = {
    "root": lambda: made(ROOT / "briefing.yaml"),
    "starter": lambda: made(STARTER),
    "gallery": lambda: made(ROOT / "tests" / "gallery" / "gallery.yaml"),
    "small": lambda: (
        deck.render(gallery(SMALL, "deck"), BRAND),
        memo.render(gallery(SMALL), BRAND),
    ),
    "large": lambda: (
        deck.render(gallery(LARGE, "deck"), BRAND),
        memo.render(gallery(LARGE), BRAND),
    ),
}
LANGUAGES = {path.stem: path for path in sorted((ROOT / "tests" / "languages").glob("*.yaml"))}
files = cache(lambda name: SOURCES[name]())


@cache
def deck_in(tag: str) -> bytes:
    (pptx,) = make(LANGUAGES[tag], only="deck").files.values()
    return pptx


@pytest.mark.parametrize("name", SOURCES)
def test_openxml_audit_finds_nothing_in_the_deck(name: str) -> None:
    assert audit(files(name)[0]) == []


@pytest.mark.parametrize("name", SOURCES)
def test_our_own_judge_finds_nothing_in_the_deck(name: str) -> None:
    assert check_structure(files(name)[0]) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_openxml_audit_finds_nothing_in_a_deck_of_any_language(tag: str) -> None:
    assert audit(deck_in(tag)) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_our_own_judge_finds_nothing_in_a_deck_of_any_language(tag: str) -> None:
    assert check_structure(deck_in(tag)) == []


@pytest.mark.render
@pytest.mark.parametrize("name", SOURCES)
def test_the_open_xml_sdk_finds_nothing_in_the_deck(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(files(name)[0])
    assert sdk(path) == []


@pytest.mark.render
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_open_xml_sdk_finds_nothing_in_a_deck_of_any_language(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_in(tag))
    assert sdk(path) == []


@pytest.mark.render
@pytest.mark.parametrize("name", SOURCES)
def test_no_text_of_the_deck_leaves_its_box_or_is_lost(name: str) -> None:
    verdict = judge_rendering(files(name)[0])
    assert verdict.faults == ()
    assert verdict.letters > 100


@pytest.mark.render
@pytest.mark.parametrize("name", SOURCES)
def test_qpdf_finds_nothing_in_the_memo_and_its_fonts_are_embedded(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(files(name)[1])
    assert qpdf_check(path) == []
    fonts = pdf_fonts(path)
    assert fonts
    assert all(fonts.values()), fonts


@pytest.mark.parametrize("name", SOURCES)
def test_no_letter_of_the_memo_leaves_its_page(name: str) -> None:
    for page in read_pages(files(name)[1]):
        assert page.letters
        for one in page.letters:
            assert min(one.left, one.top) >= -TOLERANCE
            assert one.right <= page.width + TOLERANCE
            assert one.bottom <= page.height + TOLERANCE
