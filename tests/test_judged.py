"""Finished decks and memos before judges that nobody here wrote, and before our own.

The root briefing, the starter that `deckmaker init` writes, the gallery of every block kind,
made-up documents with every kind at small and at large size, and briefings in every language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from deckmaker import deck, memo
from deckmaker.branding import read_brand
from deckmaker.build import make
from deckmaker.document import Medium
from documents import LARGE, SMALL, gallery
from judges.pages import read_pages
from judges.rendering import TOLERANCE, judge_rendering
from judges.structure import check_structure
from judges.tags import check_tags
from judges.validators import audit, pdf_fonts, pdf_standard, qpdf_check, sdk
from scripted import FOLDER

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "src" / "deckmaker" / "data" / "starter" / "briefing.yaml"
BRAND = read_brand("cartulary", Path())[0]


def made(path: Path, only: Medium) -> bytes:
    (data,) = make(path, only=only).files.values()
    return data


BRIEFINGS = {
    "root": ROOT / "briefing.yaml",
    "starter": STARTER,
    "gallery": ROOT / "tests" / "gallery" / "gallery.yaml",
}
DOCUMENTS = {"small": SMALL, "large": LARGE}
SOURCES = (*BRIEFINGS, *DOCUMENTS)
LANGUAGES = {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def deck_of(name: str) -> bytes:
    if name in DOCUMENTS:
        return deck.render(gallery(DOCUMENTS[name], "deck"), BRAND)
    return made((BRIEFINGS | LANGUAGES)[name], "deck")


@cache
def memo_of(name: str) -> bytes:
    if name in DOCUMENTS:
        return memo.render(gallery(DOCUMENTS[name]), BRAND)
    return made((BRIEFINGS | LANGUAGES)[name], "memo")


@pytest.mark.parametrize("name", SOURCES)
def test_openxml_audit_finds_nothing_in_the_deck(name: str) -> None:
    assert audit(deck_of(name)) == []


@pytest.mark.parametrize("name", SOURCES)
def test_our_own_judge_finds_nothing_in_the_deck(name: str) -> None:
    assert check_structure(deck_of(name)) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_openxml_audit_finds_nothing_in_a_deck_of_any_language(tag: str) -> None:
    assert audit(deck_of(tag)) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_our_own_judge_finds_nothing_in_a_deck_of_any_language(tag: str) -> None:
    assert check_structure(deck_of(tag)) == []


@pytest.mark.render
@pytest.mark.parametrize("name", SOURCES)
def test_the_open_xml_sdk_finds_nothing_in_the_deck(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(name))
    assert sdk(path) == []


@pytest.mark.render
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_open_xml_sdk_finds_nothing_in_a_deck_of_any_language(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(tag))
    assert sdk(path) == []


@pytest.mark.render
@pytest.mark.parametrize("name", SOURCES)
def test_no_text_of_the_deck_leaves_its_box_or_is_lost(name: str) -> None:
    verdict = judge_rendering(deck_of(name))
    assert verdict.faults == ()
    assert verdict.letters > 100


@pytest.mark.render
@pytest.mark.parametrize("name", SOURCES)
def test_qpdf_finds_nothing_in_the_memo_and_its_fonts_are_embedded(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo_of(name))
    assert qpdf_check(path) == []
    fonts = pdf_fonts(path)
    assert fonts
    assert all(fonts.values()), fonts


@pytest.mark.parametrize("name", SOURCES)
def test_no_letter_of_the_memo_leaves_its_page(name: str) -> None:
    for page in read_pages(memo_of(name)):
        assert page.letters
        for one in page.letters:
            assert min(one.left, one.top) >= -TOLERANCE
            assert one.right <= page.width + TOLERANCE
            assert one.bottom <= page.height + TOLERANCE


@pytest.mark.parametrize("name", [*SOURCES, *LANGUAGES])
def test_the_memo_is_pdf_ua_and_pdf_a_to_page_validation_and_tells_all_to_our_own_judge(
    name: str,
) -> None:
    data = memo_of(name)
    assert pdf_standard(data, "ua1") == []
    assert pdf_standard(data, "2a") == []
    assert check_tags(data) == []
