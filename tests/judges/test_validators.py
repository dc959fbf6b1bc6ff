"""The judges of others are called rightly: good files pass, broken ones do not, absence is told."""

from __future__ import annotations

from pathlib import Path

import page
import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from deckmaker.branding import read_brand
from deckmaker.build import make
from deckmaker.deck import render
from documents import SMALL, gallery
from judges import validators
from judges.planting import Parts, drop_relation, spoiled
from judges.spoiling import spoiled as spoiled_memo
from judges.validators import (
    AbsentJudgeError,
    audit,
    pdf_fonts,
    pdf_standard,
    qpdf_check,
    sdk,
)

BRAND = read_brand("cartulary", Path())[0]
JAPANESE = Path(__file__).parents[1] / "languages" / "ja.yaml"


@pytest.fixture(scope="module")
def deck() -> bytes:
    return render(gallery(SMALL, "deck"), BRAND)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    pdfmetrics.registerFont(TTFont("Carlito", str(BRAND.sans.regular)))
    canvas = Canvas(str(path))
    canvas.setFont("Carlito", 12)
    canvas.drawString(72, 72, "Embedded")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 144, "Not embedded")
    canvas.save()
    return path


def test_openxml_audit_passes_a_good_deck_and_not_a_broken_one(deck: bytes) -> None:
    assert audit(deck) == []
    assert audit(spoiled(deck, drop_relation("ppt/slides/slide4.xml", "slideLayout")))


@pytest.mark.render
def test_the_sdk_passes_a_good_deck_and_not_a_broken_one(deck: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    assert sdk(path) == []

    def spoil(parts: Parts) -> None:
        parts.replace("ppt/slides/slide4.xml", "<p:cSld>", '<p:cSld name="a"><p:nosuch/>')

    path.write_bytes(spoiled(deck, spoil))
    assert any("slide4.xml" in fault for fault in sdk(path))


def test_a_validator_that_is_absent_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(validators.SDK_VARIABLE, str(tmp_path / "nothing"))
    with pytest.raises(AbsentJudgeError, match="cannot be run"):
        sdk(tmp_path / "deck.pptx")
    monkeypatch.delenv(validators.SDK_VARIABLE)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AbsentJudgeError, match="npm install"):
        sdk(tmp_path / "deck.pptx")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AbsentJudgeError, match="qpdf"):
        qpdf_check(tmp_path / "a.pdf")


@pytest.mark.render
def test_qpdf_passes_a_good_file_and_not_a_broken_one(pdf: Path) -> None:
    assert qpdf_check(pdf) == []
    pdf.write_bytes(pdf.read_bytes().replace(b"startxref", b"startxxxx"))
    assert qpdf_check(pdf)


@pytest.mark.render
def test_fonts_are_listed_with_their_embedding(pdf: Path) -> None:
    fonts = pdf_fonts(pdf)
    assert {name.rpartition("+")[2]: embedded for name, embedded in fonts.items()} == {
        "Carlito": True,
        "Helvetica": False,
    }


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_page_validation_finds_what_an_untagged_file_lacks(profile, pdf: Path) -> None:
    assert pdf_standard(pdf.read_bytes(), profile)


def narrowed(pdf: pikepdf.Pdf) -> None:
    """State of one glyph of a PostScript font that it is narrower than it is."""
    fonts = pdf.pages[0].resources.Font.values()
    descendants = [font.DescendantFonts[0] for font in fonts]
    descendant = next(one for one in descendants if one.Subtype == "/CIDFontType0")
    descendant.W[1][3] = descendant.W[1][3] - 100


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_widths_that_page_validation_misreads_are_looked_up(profile) -> None:
    """Of PostScript fonts with several dictionaries; should it learn to, the exception can go."""
    (memo,) = make(JAPANESE, only="memo").files.values()
    misread = page.validate_pdf_bytes(memo, profile=profile).failures
    assert {one.rule_id for one in misread} <= validators._MISREAD
    assert misread
    assert pdf_standard(memo, profile) == []
    assert any("GLYPH-WIDTH" in one for one in pdf_standard(spoiled_memo(memo, narrowed), profile))
