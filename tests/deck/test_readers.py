"""What those are told who do not see a slide: links, notes, alternatives, in finished files."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.slide import Slide

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.build import make
from deckmaker.deck import render
from deckmaker.deck.geometry import BODY_IDX
from deckmaker.document import Chart, ChartType, Content, Document, Series, Timeline
from deckmaker.document.alternatives import describe_chart
from deckmaker.richtext import plain
from deckmaker.wording import ENGLISH
from documents import SMALL, chart, document, gallery, section, text
from judges.opc import NS, Package
from judges.structure import check_structure
from judges.validators import audit

ROOT = Path(__file__).parents[2]
OWN_COLOUR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


def slides_of(data: bytes) -> list[Slide]:
    return list(Presentation(io.BytesIO(data)).slides)


def notes_of(content: Content, brand: Brand, said: str = "") -> list[str]:
    """Return the notes of the slides of one block, the author's with them."""
    made = section(1, content, title="Heading")
    if said:
        made = replace(made, blocks=(replace(made.blocks[0], notes=(text(said),)),))
    slides = slides_of(render(document(made, medium="deck", sources=()), brand))[1:]
    return [
        slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "" for slide in slides
    ]


def test_a_source_is_a_link_by_its_name_and_its_address_is_plain_text(brand: Brand) -> None:
    made = document(section(1, SMALL["callout"], title="Heading"), medium="deck")
    address = "https://vellhaven.example/report?year=2026"
    source = replace(made.sources[0], url=address)
    shapes = slides_of(render(replace(made, sources=(source,)), brand))[-1].shapes
    (linked,) = (one for one in shapes if one.click_action.hyperlink.address)
    assert linked.click_action.hyperlink.address == address
    assert linked.text_frame.text == plain(source.cite)
    assert all(run.font.underline for run in linked.text_frame.paragraphs[0].runs)
    said = [one.text_frame.text.splitlines() for one in shapes if one.has_text_frame]
    assert any(address in lines for lines in said)


def test_a_source_that_is_a_link_already_keeps_it(brand: Brand) -> None:
    made = document(section(1, SMALL["callout"], title="Heading"), medium="deck")
    source = replace(made.sources[0], cite=text("[Minutes](https://x.example/m), town hall"))
    data = render(replace(made, sources=(source,)), brand)
    (run, *_) = slides_of(data)[-1].placeholders[BODY_IDX].text_frame.paragraphs[0].runs
    assert (run.text, run.hyperlink.address) == ("Minutes", "https://x.example/m")
    assert check_structure(data) == []


def test_a_jump_of_the_agenda_says_what_it_leads_to(brand: Brand) -> None:
    sections = [section(n, SMALL["callout"], title=f"Heading {n}") for n in range(1, 6)]
    data = render(document(*sections, medium="deck"), brand)
    tree = Package.read(data).trees["ppt/slides/slide2.xml"]
    tips = [one.get("tooltip") for one in tree.iterfind(".//p:cNvPr/a:hlinkClick", NS)]
    assert tips == [f"Heading {n}" for n in range(1, 6) for _ in ("label", "assertion")]


def test_a_link_on_the_dark_cover_keeps_the_colour_of_its_text(brand: Brand) -> None:
    made = document(section(1, SMALL["callout"], title="Heading"), medium="deck")
    front = replace(made.front, subtitle=text("After [the hearing](https://x.example/a)"))
    data = render(replace(made, front=front), brand)
    cover = Package.read(data).trees["ppt/slides/slide1.xml"]
    assert cover.find(f".//a:rPr/a:hlinkClick//{OWN_COLOUR}", NS).get("val") == "tx"
    assert check_structure(data) == []
    assert audit(data) == []


@pytest.mark.parametrize("kind", ["chart", "image"])
def test_the_notes_tell_what_a_chart_or_a_picture_shows(kind: str, brand: Brand) -> None:
    content = SMALL[kind]
    (notes,) = notes_of(content, brand)
    assert notes == f"Shown: {content.alt.removesuffix('.')}."  # type: ignore[union-attr]


def test_the_notes_do_not_tell_twice_what_their_author_has_told(brand: Brand) -> None:
    content = SMALL["image"]
    alt = content.alt  # type: ignore[union-attr]
    assert notes_of(content, brand, said=f"{alt}, and a gull.") == [f"{alt}, and a gull."]
    assert notes_of(content, brand, said="Wait.") == [f"Wait.\nShown: {alt}."]


def test_the_notes_tell_what_is_counted_in_squares(brand: Brand) -> None:
    (notes,) = notes_of(SMALL["stats"], brand)
    assert "Shown: 31 days, one square for each." in notes


def test_the_notes_tell_how_far_a_timeline_reaches_and_which_nodes_are_open(brand: Brand) -> None:
    content = SMALL["timeline"]
    assert isinstance(content, Timeline)
    entries = tuple(
        replace(entry, path=("sections", 0, "timeline", at), vague=at == 0)
        for at, entry in enumerate(content.entries)
    )
    (notes,) = notes_of(replace(content, entries=entries), brand)
    dates = [plain(entry.when) for entry in entries]
    told = f"Shown: Timeline, {dates[0]} – {dates[-1]}. Open circles: the day is not stated"
    assert f"{told} ({dates[0]})." in notes


def test_one_step_of_a_scale_speaks_for_the_whole_and_names_its_case(brand: Brand) -> None:
    data = render(document(section(1, SMALL["scenarios"], title="Heading"), medium="deck"), brand)
    found = [
        one.get("descr")
        for one in Package.read(data).trees["ppt/slides/slide2.xml"].iterfind(".//p:cNvPr", NS)
        if one.get("descr")
    ]
    assert len(found) == len(set(found)) > 0
    assert found[0].startswith("The boat sails on: Likely, 55–80")
    assert all(words in slides_of(data)[1].notes_slide.notes_text_frame.text for words in found)


def test_a_table_says_its_columns_and_its_rows(brand: Brand) -> None:
    data = render(document(section(1, SMALL["table"], title="Heading"), medium="deck"), brand)
    frame = next(one for one in slides_of(data)[1].shapes if one.has_table)
    cells = [cell.text for cell in frame.table.rows[0].cells]
    rows = [frame.table.cell(at, 0).text for at in range(1, len(frame.table.rows))]
    told = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert told == f"Table. Columns: {', '.join(cells)}. Rows: {', '.join(rows)}."


def test_a_part_of_a_divided_chart_tells_of_its_own_bars(brand: Brand) -> None:
    whole = _long_chart()
    found = notes_of(whole, brand)
    assert len(found) > 1
    assert "".join(found).count("Ministry of things, department number 3 ") == 1


def test_an_author_s_words_stand_for_every_part_of_a_divided_chart(brand: Brand) -> None:
    found = notes_of(replace(_long_chart(), alt="Every ministry pays", own_alt=True), brand)
    assert set(found) == {"Shown: Every ministry pays."}


def _long_chart() -> Chart:
    names = tuple(f"Ministry of things, department number {n}" for n in range(1, 41))
    whole = chart("bar", unit="", alt="", caption=())
    series = (Series("Cost", tuple(map(float, range(1, 41)))),)
    whole = replace(whole, categories=names, series=series)
    alt = describe_chart("bar", names, series, "", 0, "en-GB", ENGLISH)
    return replace(whole, alt=alt)


def test_squares_are_read_with_the_figure_that_they_count(brand: Brand) -> None:
    data = render(document(section(1, SMALL["stats"], title="Heading"), medium="deck"), brand)
    names = [shape.name.rpartition(" ")[2] for shape in slides_of(data)[1].shapes]
    assert names.index("squares") == names.index("meaning") + 1


def test_no_paragraph_ends_without_a_language(brand: Brand) -> None:
    made: Document = document(section(1, SMALL["positions"], title="Heading"), medium="deck")
    for tree in Package.read(render(made, brand)).trees.values():
        for paragraph in tree.iterfind(".//a:p", NS):
            assert len(paragraph), etree.tostring(paragraph)


@pytest.mark.parametrize("tag", ["ar", "fr", "ja", "th"])
def test_the_notes_speak_the_language_of_the_briefing(tag: str) -> None:
    (data,) = make(ROOT / "tests" / "languages" / f"{tag}.yaml", only="deck").files.values()
    notes = [
        slide.notes_slide.notes_text_frame.text
        for slide in slides_of(data)
        if slide.has_notes_slide
    ]
    opening = {"ar": "في الشريحة: ", "fr": "Sur la diapositive\u00a0: ", "ja": "図の内容：",
               "th": "ภาพแสดง: "}[tag]  # fmt: skip
    assert sum(opening in one for one in notes) >= 4
    assert not any("Shown" in one for one in notes)


@pytest.mark.parametrize(
    "colours",
    [
        'background: "#10181E", foreground: "#F0F0F0", primary: "#7FD0C0"',
        'primary: "#D6336C", secondary: "#1C7ED6", tertiary: "#F59F00", dark: "#212529"',
        'primary: "#000000"',
    ],
    ids=["dark", "vivid", "black"],
)
@pytest.mark.parametrize("series", [3, 6, 9])
def test_charts_in_the_colours_of_any_house_stand_out_and_are_told_apart(
    series: int, colours: str, tmp_path: Path
) -> None:
    (tmp_path / "house.yml").write_text(f"meta: {{name: House}}\ncolor: {{{colours}}}\n")
    house, _ = read_brand("house.yml", tmp_path)
    kinds: tuple[ChartType, ...] = (
        "bar", "column", "line", "area", "stacked bar", "stacked column", "stacked area",
    )  # fmt: skip
    shown = {kind: chart(kind, 5, series) for kind in kinds}
    shown["pie"] = chart("pie", series)
    assert check_structure(render(gallery(shown, "deck"), house)) == []  # type: ignore[arg-type]
