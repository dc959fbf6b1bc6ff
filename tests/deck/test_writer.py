"""The finished .pptx, read back: native, editable, linked, restyled by its theme."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.brand import Brand
from deckmaker.deck import render
from deckmaker.document import Document, PointList, Summary
from deckmaker.richtext import parse, plain
from documents import LARGE, SMALL, document, gallery, section, text

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def small(brand: Brand) -> bytes:
    return render(gallery(SMALL, "deck"), brand)


@pytest.fixture(scope="module")
def large(brand: Brand) -> bytes:
    return render(gallery(LARGE, "deck"), brand)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slides_xml(data: bytes) -> list[etree._Element]:
    return [
        etree.fromstring(blob)
        for name, blob in parts(data).items()
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
    ]


def test_the_layouts_have_names_and_real_placeholders(small: bytes) -> None:
    layouts = {layout.name: layout for layout in Presentation(io.BytesIO(small)).slide_layouts}
    assert {"Cover", "Agenda", "Rows", "Table", "Chart", "Picture", "Sources"} <= layouts.keys()
    names = {shape.name for shape in layouts["Rows"].placeholders}
    assert {
        "Title", "Kicker", "Source", "Footer", "Date", "Slide number",
        "Marking head", "Marking foot", "Row 1",
    } <= names  # fmt: skip


def test_every_slide_has_a_title_placeholder_first_in_reading_order(small: bytes) -> None:
    for slide in Presentation(io.BytesIO(small)).slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id


def test_reading_order_is_title_body_source_footer(small: bytes) -> None:
    for slide in Presentation(io.BytesIO(small)).slides:
        names = [shape.name for shape in slide.shapes]
        ends = [n for n in ("Source", "Footer", "Date", "Slide number") if n in names]
        assert [n for n in names if n in ends] == ends
        if ends:
            tail = names[names.index(ends[0]) :]
            assert set(tail) <= {*ends, "Marking head", "Marking foot"}


def test_every_colour_and_font_is_the_theme_s(small: bytes, large: bytes) -> None:
    for data in (small, large):
        for slide in slides_xml(data):
            assert not slide.findall(f".//{A}srgbClr")
            fonts = {e.get("typeface") for e in slide.iter(f"{A}latin", f"{A}ea", f"{A}cs")}
            assert fonts <= {"+mj-lt", "+mn-lt", "+mj-ea", "+mn-ea", "+mj-cs", "+mn-cs"}


def test_nothing_is_left_to_autofit(small: bytes, large: bytes) -> None:
    for data in (small, large):
        for slide in slides_xml(data):
            assert not slide.findall(f".//{A}normAutofit")
            assert not slide.findall(f".//{A}spAutoFit")


def test_a_changed_brand_changes_the_theme_alone(small: bytes, brand: Brand) -> None:
    recoloured = replace(brand, colors={**brand.colors, "primary": "#7A1F3D"})
    before, after = parts(small), parts(render(gallery(SMALL, "deck"), recoloured))
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"}


def test_tables_and_charts_are_native(small: bytes) -> None:
    shapes = [s for slide in Presentation(io.BytesIO(small)).slides for s in slide.shapes]
    tables = [shape for shape in shapes if shape.has_table]
    charts = [shape for shape in shapes if shape.has_chart]
    assert tables
    assert charts
    assert all(shape.table.first_row for shape in tables)
    assert list(charts[0].chart.plots[0].categories)


def test_pictures_charts_and_drawings_have_a_text_alternative_or_a_mark(small: bytes) -> None:
    namespaces = {
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": A[1:-1],
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }
    for slide in slides_xml(small):
        for shape in slide.iterfind(".//p:spTree/*", namespaces):
            properties = shape.find("./*/p:cNvPr", namespaces)
            if properties is None or shape.find("p:txBody", namespaces) is not None:
                continue
            decorative = properties.find(".//adec:decorative", namespaces) is not None
            assert properties.get("descr") or decorative, properties.get("name")


def test_shape_names_lead_back_to_the_yaml(brand: Brand) -> None:
    points = document(section(1, SMALL["points"], title="Heading"), medium="deck")
    presentation = Presentation(io.BytesIO(render(points, brand)))
    names = {shape.name for slide in presentation.slides for shape in slide.shapes}
    assert "sections[0] short" in names


def test_notes_hold_the_author_s_words_and_the_full_forms(brand: Brand) -> None:
    made = document(section(1, SMALL["points"], title="Heading"), medium="deck")
    block = replace(made.sections[0].blocks[0], notes=(text("Speak slowly. @3"),))
    made = replace(made, sections=(replace(made.sections[0], blocks=(block,)),))
    slides = Presentation(io.BytesIO(render(made, brand))).slides
    notes = next(s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide)
    assert notes.startswith("Speak slowly. [¶ 3]")
    content = block.content
    assert isinstance(content, PointList)
    assert plain(content.points[0].full) in notes


def test_agenda_links_jump_to_their_slides(small: bytes) -> None:
    presentation = Presentation(io.BytesIO(small))
    agenda = next(s for s in presentation.slides if s.slide_layout.name == "Agenda")
    jumps = [
        rel.target_part.slide.shapes.title.text_frame.text
        for rel in agenda.part.rels.values()
        if rel.reltype.endswith("/slide")
    ]
    assert len(jumps) >= 5
    assert all("heading above" in " ".join(title.split()) for title in jumps)


def test_an_external_link_keeps_its_address(brand: Brand) -> None:
    content = PointList((replace(_point(), short=parse("See [the report](https://x.example/a)")),))
    made = document(section(1, content, title="Heading"), medium="deck", sources=())
    slides = Presentation(io.BytesIO(render(made, brand))).slides
    addresses = {
        run.hyperlink.address
        for slide in slides
        for shape in slide.shapes
        if shape.has_text_frame
        for para in shape.text_frame.paragraphs
        for run in para.runs
    }
    assert "https://x.example/a" in addresses


def _point():  # type: ignore[no-untyped-def]
    content = SMALL["points"]
    assert isinstance(content, PointList)
    return content.points[0]


def test_properties_come_from_the_briefing_and_not_from_the_clock(small: bytes) -> None:
    properties = Presentation(io.BytesIO(small)).core_properties
    assert properties.title == "The night ferry should sail one more winter"
    assert properties.author == "Harbour office"
    assert properties.created.replace(tzinfo=UTC) == datetime(2026, 11, 23, tzinfo=UTC)
    assert properties.language == "en-GB"


def test_markings_stand_at_head_and_foot_of_every_slide(small: bytes) -> None:
    for slide in Presentation(io.BytesIO(small)).slides:
        marks = [s for s in slide.placeholders if s.name.startswith("Marking")]
        assert [mark.text_frame.text for mark in marks] == ["TLP:GREEN", "TLP:GREEN"]


def test_slide_numbers_are_fields_in_their_placeholder(small: bytes) -> None:
    for slide in list(Presentation(io.BytesIO(small)).slides)[1:]:
        kinds = {shape.placeholder_format.type for shape in slide.placeholders}
        assert {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE} <= kinds


def test_two_builds_are_identical_to_the_byte(small: bytes, brand: Brand) -> None:
    assert render(gallery(SMALL, "deck"), brand) == small


def test_markup_of_other_languages_is_text(brand: Brand) -> None:
    hostile = "<a:r>&amp; ]]> <script>alert('x')</script> {{7*7}} \x07"
    content = Summary(parse(hostile))
    made: Document = document(section(1, content, title=hostile[:40]), medium="deck")
    slides = Presentation(io.BytesIO(render(made, brand))).slides
    shown = " ".join(s.text_frame.text for sl in slides for s in sl.shapes if s.has_text_frame)
    assert "<script>alert('x')</script> {{7*7}}" in shown
