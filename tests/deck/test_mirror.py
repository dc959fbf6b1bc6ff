"""Decks from right to left: the same slides reflected, read back from the finished file."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import etree
from pptx import Presentation

from deck.scripted import RTL, brand, deck_in, in_language, typesetter
from deck.test_scripts import parts, slides
from deckmaker.deck import render
from deckmaker.deck.furniture import furniture
from deckmaker.deck.geometry import MARGIN, SLIDE_WIDTH
from deckmaker.deck.layouts import make_layouts
from deckmaker.deck.mirror import mirrored, mirrored_layouts
from deckmaker.deck.model import Deck, GridFrame, TableFrame, TextFrame
from deckmaker.deck.plan import plan
from deckmaker.deck.styles import make_styles
from deckmaker.document import Chart, Series, Stats, Table
from documents import LARGE, SMALL, chart, document, gallery, section
from judges.opc import NS

EMU = 12_700


def planned(lang: str = "ar") -> Deck:
    return plan(in_language(gallery(LARGE, "deck"), lang), brand(lang), typesetter(lang))


def test_what_is_mirrored_twice_is_as_it_was() -> None:
    deck = planned()
    assert mirrored(mirrored(deck)) == deck
    assert mirrored(deck) != deck


def test_every_box_stays_on_the_slide_and_text_begins_at_the_right_margin() -> None:
    lefts = []
    for slide in planned().slides:
        for frame in slide.frames:
            box = getattr(frame, "box", None)
            if box is None:
                continue
            assert box.x >= -0.01
            assert box.right <= SLIDE_WIDTH + 0.01
            if isinstance(frame, TextFrame) and frame.paragraphs:
                lefts.append(box.right == pytest.approx(SLIDE_WIDTH - MARGIN, abs=0.1))
    assert sum(lefts) > len(lefts) / 3


@pytest.mark.parametrize("lang", RTL)
def test_paragraphs_state_their_direction_and_stand_at_the_right(lang: str) -> None:
    counts = {"1": 0, "0": 0}
    for root in slides(deck_in(lang)):
        for box in root.iterfind(".//p:sp", NS):
            if box.find(".//p:ph", NS) is not None:
                continue
            body = box.find(".//a:bodyPr", NS)
            assert body is None or body.get("rtlCol") == "1"
            for para in box.iterfind(".//a:p/a:pPr", NS):
                assert para.get("algn") in ("r", "l", "ctr")
                counts[para.get("rtl", "0")] += 1
    assert counts["1"] > counts["0"]


@pytest.mark.parametrize("lang", RTL)
def test_the_presentation_and_its_layouts_run_to_the_left(lang: str) -> None:
    data = deck_in(lang)
    (root,) = parts(data, r"ppt/presentation\.xml")
    assert root.get("rtl") == "1"
    for layout in Presentation(io.BytesIO(data)).slide_layouts:
        for shape in layout.placeholders:
            if shape.name == "Title":
                assert shape.left + shape.width == round((SLIDE_WIDTH - MARGIN) * EMU)
            if shape.name == "Slide number":
                assert shape.left > SLIDE_WIDTH * EMU / 2
            if shape.name in ("Date", "Marking head"):
                assert shape.left < SLIDE_WIDTH * EMU / 2


def test_furniture_is_the_reflection_of_that_of_other_decks() -> None:
    there = {s.name: s for s in Presentation(io.BytesIO(deck_in("th"))).slide_layouts[3].shapes}
    here = {s.name: s for s in Presentation(io.BytesIO(deck_in("ar"))).slide_layouts[3].shapes}
    assert here.keys() == there.keys()
    width = round(SLIDE_WIDTH * EMU)
    for name, shape in here.items():
        if name not in ("Title", "Row 1", "Slide number", "Source rule"):
            continue
        assert abs(shape.left - (width - there[name].left - there[name].width)) <= 1


def test_the_columns_of_a_table_are_reversed_and_its_header_stays_the_first_row() -> None:
    made = in_language(document(section(1, SMALL["table"], title="Heading"), medium="deck"), "ar")
    content = made.sections[0].blocks[0].content
    assert isinstance(content, Table)
    deck = plan(made, brand("ar"), typesetter("ar"))
    (table,) = [f for s in deck.slides for f in s.frames if isinstance(f, TableFrame)]
    heads = [cell.paragraphs[0].inks[0].text for cell in table.rows[0]]
    assert heads == [column.head[0].text for column in content.columns][::-1]
    numbers = table.rows[1][0].paragraphs[0]
    assert numbers.align == "left", "figures stand at the far side, as they do elsewhere"
    (shape,) = [
        s for slide in Presentation(io.BytesIO(deck_in("ar"))).slides for s in slide.shapes
        if s.has_table and s.table.first_row and len(s.table.columns) == 3
        and "sections[7]" in s.name
    ]  # fmt: skip
    assert shape.table._tbl.tblPr.get("rtl") is None, "LibreOffice would not heed it"


def test_squares_fill_from_the_right() -> None:
    content = SMALL["stats"]
    assert isinstance(content, Stats)
    made = in_language(document(section(1, content, title="Heading"), medium="deck"), "he")
    deck = plan(made, brand("he"), typesetter("he"))
    (grid,) = [f for s in deck.slides for f in s.frames if isinstance(f, GridFrame)]
    assert grid.from_right


def test_layouts_mirrored_twice_are_as_they_were() -> None:
    styles = make_styles(brand("ar").deck)
    layouts = make_layouts(styles, furniture(styles, 60))
    assert mirrored_layouts(mirrored_layouts(layouts)) == layouts


def axes(content: Chart, lang: str) -> dict[str, dict[str, str]]:
    """Return orientation and place of the axes of a chart in `lang`, by their tags."""
    made = document(section(1, content, title="Heading"), medium="deck")
    (root,) = parts(render(in_language(made, lang), brand(lang)), r"ppt/charts/.*\.xml")
    found = {}
    for axis in root.iterfind(".//c:plotArea/*", NS):
        tag = etree.QName(axis).localname
        if tag.endswith("Ax"):
            found[tag] = {
                part: axis.find(f".//c:{part}", NS).get("val")
                for part in ("orientation", "axPos", "tickLblPos")
            }
    return found


def named(kind: str, **changes: object) -> Chart:
    """Return a chart of things that have names."""
    return chart(
        kind,  # type: ignore[arg-type]
        categories=("North", "South", "East", "West"),
        **changes,
    )


def test_bars_grow_from_names_at_the_right() -> None:
    found = axes(named("bar"), "ar")
    assert found["catAx"] == {"orientation": "maxMin", "axPos": "r", "tickLblPos": "low"}
    assert found["valAx"]["orientation"] == "maxMin"
    assert axes(named("bar"), "th")["valAx"]["orientation"] == "minMax"


def test_bars_below_nought_run_to_the_left_by_themselves() -> None:
    losses = (Series("Losses", (-3.0, -9.0, -1.0, -2.0)),)
    found = axes(replace(named("bar"), series=losses), "ar")
    assert found["valAx"]["orientation"] == "minMax"
    assert found["catAx"]["tickLblPos"] == "high"


def test_columns_with_names_begin_at_the_right_and_columns_of_years_do_not() -> None:
    found = axes(named("column"), "he")
    assert found["catAx"]["orientation"] == "maxMin"
    assert found["valAx"]["axPos"] == "r"
    years = axes(chart("column"), "he")
    assert {one["orientation"] for one in years.values()} == {"minMax"}


@pytest.mark.parametrize("kind", ["line", "area", "stacked area", "scatter"])
def test_what_is_ordered_like_numbers_runs_as_numbers_are_written(kind: str) -> None:
    found = axes(chart(kind, series=2), "ar")  # type: ignore[arg-type]
    assert {one["orientation"] for one in found.values()} == {"minMax"}


def test_headings_of_charts_stand_at_the_right() -> None:
    made = document(section(1, chart("line", series=1), title="Heading"), medium="deck")
    (root,) = parts(render(in_language(made, "ar"), brand("ar")), r"ppt/charts/.*\.xml")
    x = root.find("c:chart/c:title/c:layout/c:manualLayout/c:x", NS)
    assert float(x.get("val")) > 0.4
    assert root.find("c:chart/c:title//a:pPr", NS).get("rtl") == "1"


def test_a_url_keeps_its_own_direction() -> None:
    source = replace(gallery(SMALL).sources[0], url="https://harbour.example/report")
    made = document(section(1, SMALL["callout"], title="H"), medium="deck", sources=(source,))
    data = render(in_language(made, "ar"), brand("ar"))
    (para,) = [
        p
        for root in slides(data)
        for p in root.iter(f"{{{NS['a']}}}p")
        if "https" in "".join(p.itertext())
    ]
    assert para.find("a:pPr", NS).get("rtl") == "0"
    assert para.find("a:pPr", NS).get("algn") == "r"
