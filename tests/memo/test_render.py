"""The finished memo, read back: all words, in order, on pages as they should be."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pikepdf
import pytest

from deckmaker.brand import Brand
from deckmaker.document import Document, Marking, Point, PointList, Prose, Summary
from deckmaker.memo import render
from deckmaker.richtext import Span
from documents import LARGE, SMALL, document, front, gallery, section, text
from memo.reading import links, opened, outline, overlapping, read, squeeze

NOT_PRINTED = {"alt", "notes", "path", "pulled", "only", "href", "id", "confidence_head"}


@pytest.fixture(scope="module", params=["small", "large"])
def built(request: pytest.FixtureRequest, brand: Brand) -> tuple[Document, bytes]:
    contents = gallery(SMALL if request.param == "small" else LARGE)
    return contents, render(contents, brand)


def printed(value: object, *, whole: bool = False) -> Iterator[str]:
    """Yield every text of a document that its memo must show."""
    if isinstance(value, Span):
        yield value.text
    elif isinstance(value, Prose):
        for paragraph in value.paragraphs:
            yield from printed(paragraph, whole=True)
    elif isinstance(value, Point) and value.full and not value.lead and not whole:
        yield from printed(value.full)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in NOT_PRINTED:
                yield from printed(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from printed(each)


def test_every_word_of_the_document_is_in_the_memo(built):
    contents, data = built
    found = squeeze("".join(read(data).pages))
    for words in (
        *printed(contents.front),
        *printed(contents.sections),
        *printed(contents.sources),
    ):
        for word in words.split():
            assert squeeze(word) in found, word


def test_whole_passages_read_as_typed(built):
    contents, data = built
    found = read(data).squeezed
    for block in (each for part in contents.sections for each in part.blocks):
        if isinstance(block.content, Summary | PointList):
            for point in block.content.points:
                last = squeeze("".join(span.text for span in (point.full or point.short)[-1:]))
                assert last[:60] in found


def test_sections_stand_in_their_order(built):
    contents, data = built
    found = read(data).squeezed
    places = [found.index(squeeze(part.title[0].text)) for part in contents.sections]
    assert places == sorted(places)


def test_no_text_leaves_the_margins(built):
    _, data = built
    memo = read(data)
    width, height = memo.size
    for boxes in memo.boxes:
        for left, bottom, right, top in boxes:
            if right > left:
                assert 50 < left < right < width - 50
                assert 25 < bottom <= top < height - 25


def test_every_page_bears_marking_twice_and_its_number(built):
    _, data = built
    pages = read(data).pages
    for number, page in enumerate(pages, start=1):
        assert page.count("TLP:GREEN") == 2
        assert f"Page {number} of {len(pages)}" in page
        assert "Night ferry · 23 November 2026" in page


def test_two_builds_are_the_same_to_the_byte(built, brand):
    contents, data = built
    assert render(contents, brand) == data


def test_nothing_of_the_machine_is_in_the_file(built):
    _, data = built
    with opened(data) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    for trace in (b"/home/", b"/root/", b"/tmp/", b"site-packages", b"Helvetica"):
        assert not any(trace in part for part in (data, *streams))


def test_the_outline_names_sections_and_blocks(brand):
    contents = document(
        section(1, SMALL["points"], SMALL["stats"], title="First", label="One"),
        section(2, SMALL["text"], SMALL["quote"], label="Two"),
    )
    with opened(render(contents, brand)) as pdf:
        assert outline(pdf) == [
            ("One: First", ["Block 2 of section 1 asserts something"]),
            (
                "Two",
                [
                    "Block 1 of section 2 asserts something",
                    "Block 2 of section 2 asserts something",
                ],
            ),
            ("Sources", []),
        ]


def test_every_link_leads_somewhere(built):
    _, data = built
    with opened(data) as pdf:
        pages = {page.obj.objgen for page in pdf.pages}
        inner, outer = 0, set()
        for link in links(pdf):
            if "/Dest" in link:
                assert link.Dest[0].objgen in pages
                inner += 1
            else:
                assert str(link.A.URI).startswith("https://")
                outer.add(str(link.A.URI))
        assert inner > 5
        assert len(outer) == 1


def test_bookmarks_lead_to_pages_of_the_memo(built):
    contents, data = built
    with opened(data) as pdf:
        pages = {page.obj.objgen for page in pdf.pages}
        with pdf.open_outline() as tree:
            assert len(tree.root) == len(contents.sections) + 1
            for item in tree.root:
                assert item.destination[0].objgen in pages


def test_the_file_says_what_it_is(brand):
    contents = document(section(1, SMALL["points"], title="One"))
    with opened(render(contents, brand)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        info = pdf.docinfo
        assert str(info["/Title"]) == "The night ferry should sail one more winter"
        assert str(info["/Author"]) == "Harbour office"
        assert str(info["/Subject"]).startswith("For decision: ")
        assert "TLP:GREEN" in str(info["/Keywords"])
        assert str(info["/CreationDate"]) == "D:20261123000000Z"


def test_only_embedded_subsets_are_used(built):
    _, data = built
    with opened(data) as pdf:
        found = [each for each in pdf.objects if is_font(each)]
        assert found
        for font in found:
            descendant = font.DescendantFonts[0]
            assert re.fullmatch(r"/[A-Z]{6}\+.+", str(font.BaseFont))
            assert "/FontFile2" in descendant.FontDescriptor
            assert "/ToUnicode" in font
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert font.Subtype == "/Type0"


def is_font(value) -> bool:
    return hasattr(value, "get") and value.get("/Subtype") == "/Type0"


def test_qpdf_finds_nothing_wrong(built, tmp_path):
    path = tmp_path / "memo.pdf"
    path.write_bytes(built[1])
    with opened(built[1]) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("page", ["a4", "letter"])
def test_pages_have_the_size_that_the_brand_asks_for(brand, page):
    data = render(gallery(SMALL), replace(brand, page=page))
    size = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}[page]
    assert read(data).size == pytest.approx(size, abs=0.01)


def test_a_memo_without_anything_optional_is_made(brand):
    contents = document(
        section(1, PointList((Point((), text("Alone")),))),
        sources=(),
        subtitle=(),
        question=(),
        cc=(),
        to=(),
        from_=(),
        marking=None,
        kind="",
    )
    memo = read(render(contents, replace(brand, organisation="", logo=None)))
    assert "Alone" in memo.pages[0]
    assert "Cc" not in memo.pages[0]
    assert "Sources" not in memo.pages[0]


@pytest.mark.parametrize(
    "words",
    [
        "OFFICIAL-SENSITIVE, COMMERCIAL AND PERSONAL DATA, NOT FOR RELEASE TO THE PRESS",
        "X" * 120,
    ],
)
def test_a_long_marking_takes_lines_and_covers_nothing(brand, words):
    contents = document(
        section(1, SMALL["points"], title="One"), marking=Marking(words, False, "#FFFFFF")
    )
    memo = read(render(contents, brand))
    assert squeeze(memo.pages[0]).count(squeeze(words)) == 2
    for box, other in overlapping(memo.boxes[0]):
        raise AssertionError((box, other))


def test_no_two_characters_stand_over_each_other(brand):
    for page in read(render(gallery(SMALL), brand)).boxes:
        assert list(overlapping(page)) == []


def test_an_address_beyond_ascii_becomes_a_valid_uri(brand):
    contents = document(
        section(1, PointList((Point((), text("See [here](https://example.org/größe (1)).")),)))
    )
    contents = replace(contents, front=front())
    with opened(render(contents, brand)) as pdf:
        found = {str(link.A.URI) for link in links(pdf) if "/A" in link}
    assert all(uri.isascii() for uri in found)


def test_what_looks_like_markup_is_text(brand):
    words = "<b>bold</b> <img src='x'/> &amp; <font color='[1]'>"
    contents = document(section(1, PointList((Point((), (Span(words),)),)), title=words))
    memo = read(render(contents, brand))
    assert squeeze(memo.pages[0]).count(squeeze(words)) >= 2


@pytest.mark.render
def test_poppler_reads_the_same_fonts_and_words(built, tmp_path):
    path = tmp_path / "memo.pdf"
    path.write_bytes(built[1])
    listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines()[2:]:
        assert " yes yes yes " in line
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert said.stderr == ""
    for part in built[0].sections:
        assert squeeze(part.title[0].text) in squeeze(said.stdout)
