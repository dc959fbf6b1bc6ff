"""What the parts of a memo are to those who hear it: lists, quotations, citations, tables, figures.

Read back from the finished bytes by the judges.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image as Picture

from deckmaker.document import (
    Column,
    Content,
    Image,
    Point,
    PointList,
    Prose,
    Quotation,
    QuoteBlock,
    SourceEntry,
    Table,
)
from deckmaker.memo import render
from deckmaker.richtext import Span, parse
from documents import LARGE, SMALL, chart, document, prose, section, table, text
from judges.tagged import Area, Element, Tagged
from judges.tags import check_tags
from judges.validators import pdf_standard
from memo.reading import links, opened
from scripted import brand_for


@pytest.fixture
def memo(brand):
    def read(*contents: Content, **changes: object) -> Tagged:
        data = render(document(section(1, *contents, title="A title"), **changes), brand)
        assert check_tags(data) == []
        return Tagged.read(data)

    return read


def of(memo: Tagged, tag: str) -> list[Element]:
    return [element for element in memo.elements if element.tag == tag]


def texts(memo: Tagged, tag: str) -> list[str]:
    return [memo.text(element) for element in of(memo, tag)]


def words_of(memo: Tagged) -> str:
    return " ".join(said for _, said in memo.told())


def test_the_marking_is_told_once_and_before_all_else(memo):
    read = memo(LARGE["points"])
    assert len(read.pages) > 1
    assert read.told()[0][1] == "TLP:GREEN"
    assert words_of(read).count("TLP:GREEN") == 1


def test_the_fields_of_the_head_are_a_list_with_labels(memo):
    read = memo(SMALL["points"])
    head = of(read, "L")[0]
    labels = [item.elements[0] for item in head.elements]
    assert [read.text(label) for label in labels] == ["To", "From", "Cc", "Date", "Purpose"]
    assert {label.tag for label in labels} == {"Lbl"}


def test_page_numbers_running_heads_and_feet_are_told_nowhere(memo):
    read = memo(LARGE["text"])
    told = words_of(read)
    assert len(read.pages) > 2
    assert "Page 1 of" not in told
    assert "continued" not in told
    assert told.count("23 November 2026") == 1


def test_a_section_is_named_as_the_outline_names_it(memo):
    read = memo(SMALL["points"], SMALL["text"])
    sections = [one for one in of(read, "Sect") if one.parent is read.roots[0]]
    assert [one.said("/T") for one in sections] == ["Signpost 1: A title", "Sources"]
    inner = sections[0].elements[-1]
    assert (inner.tag, inner.said("/T")) == ("Sect", "Block 2 of section 1 asserts something")
    assert "H3" in inner.holds


def test_several_points_are_a_list_and_one_is_a_paragraph(memo):
    assert [len(one.elements) for one in of(memo(SMALL["points"]), "L")] == [5, 3]
    alone = memo(PointList((Point((), text("One point.")),)))
    assert len(of(alone, "L")) == 1
    assert "One point." in texts(alone, "P")


@pytest.mark.parametrize("kind", ["timeline", "positions", "stats"])
def test_what_stands_in_the_rail_labels_its_entry(memo, kind):
    read = memo(SMALL[kind])
    items = of(read, "L")[1].elements
    assert len(items) > 1
    assert all(item.holds == ["Lbl", "LBody"] for item in items)


def test_asks_are_numbered_and_told_before_who_is_asked(memo):
    read = memo(SMALL["asks"])
    listing = of(read, "L")[1]
    assert str(listing.attribute("/ListNumbering")) == "/Decimal"
    first = listing.elements[0]
    assert read.text(first).splitlines() == [
        "1.",
        "Grant the ferry one more winter. The crew must be told before the summer timetable.",
        "Town council",
        "30 April",
    ]


def test_a_quotation_within_a_text_is_one_quote_whatever_emphasis_it_has(memo):
    spans = (
        Span("She said: "),
        Span("“not ", quoted=True),
        Span("now", italic=True, quoted=True),
        Span(", not here”", quoted=True),
        Span(" and left."),
    )
    read = memo(Prose((Point((), spans, lead=False),)))
    quotes = of(read, "Quote")
    assert ["".join(one.text for one in read.sequences(quote)) for quote in quotes] == [
        "“not now, not here”"
    ]
    assert quotes[0].parent is not None
    assert quotes[0].parent.tag == "P"


def test_a_long_quotation_is_a_block_and_its_credit_stands_behind_it(memo):
    words = f"“{prose(12)}”"
    quotation = Quotation((), (Span(words, quoted=True),))
    read = memo(QuoteBlock(quotation, text("Astrid Holm"), (), (), long=True))
    assert texts(read, "BlockQuote") == [words]
    assert of(read, "Quote") == []
    assert "Astrid Holm" in texts(read, "P")


def test_a_citation_is_a_reference_that_leads_to_its_source(memo):
    read = memo(PointList((Point((), text("It costs more. @5")), Point((), text("So. @6 @7")))))
    references = of(read, "Reference")
    assert [one.holds for one in references] == [["Link"]] * 3
    said = ["".join(one.text for one in read.sequences(each)) for each in references]
    assert said == ["5", "6", "7"]
    areas = [one for page in read.pdf.pages for one in page.get("/Annots", []) if "/Dest" in one]
    assert [str(one.Contents) for one in areas] == [f"Sources: ¶\u00a0{n}" for n in "567"]


def test_a_link_over_two_lines_is_one_link_with_two_areas(memo):
    address = "https://harbour.example/a"
    linked = " ".join(["a long account of the crossing"] * 6)
    read = memo(Prose((Point((), (Span(linked, href=address),), lead=False),)))
    link = of(read, "Link")[0]
    assert sum(isinstance(kid, Area) for kid in link.kids) > 1


def test_a_header_that_stands_on_every_page_is_told_once(memo):
    read = memo(LARGE["table"])
    assert len(read.pages) > 2
    (one,) = of(read, "Table")
    assert one.holds == ["Caption", "THead", "TBody"]
    assert texts(read, "TH")[:3] == ["Item", "Paid by", "Cost, kr"]
    assert len(of(read, "TR")) == 91
    assert Counter(texts(read, "TH"))["Paid by"] == 1


def test_a_table_in_several_blocks_is_told_as_one(memo):
    rows = tuple((text(f"Item {at}"), text(str(at))) for at in range(200))
    read = memo(Table((Column(text("Item")), Column(text("Cost"), numeric=True)), rows))
    cells = [read.text(row).splitlines() for row in of(read, "TR")]
    assert cells == [["Item", "Cost"], *([f"Item {at}", str(at)] for at in range(200))]


def test_empty_cells_keep_the_rows_of_a_table_alike(memo):
    rows = ((text("a"), (), text("c")), ((), (), text("d")), (text("e"), text("f"), ()))
    read = memo(Table(tuple(Column(text(head)) for head in "xyz"), rows))
    assert [len(row.elements) for row in of(read, "TR")] == [3, 3, 3, 3]


def test_the_first_column_heads_its_rows_where_it_names_them(memo):
    read = memo(table(2))
    scopes = [str(one.attribute("/Scope")) for one in of(read, "TH")]
    assert scopes == ["/Column"] * 3 + ["/Row"] * 2
    gaps = replace(table(2), rows=(((), text("a"), text("1")), (text("b"), text("c"), text("2"))))
    read = memo(gaps)
    assert [str(one.attribute("/Scope")) for one in of(read, "TH")] == ["/Column"] * 3


def test_a_chart_on_two_pages_is_one_figure_told_by_its_alternative(memo):
    read = memo(chart("stacked bar", 70, 5))
    (figure,) = of(read, "Figure")
    assert len({one.page for one in read.sequences(figure)}) > 1
    assert figure.attribute("/BBox") is None
    assert words_of(read).count("A stacked bar chart of crossings by year.") == 1
    assert "Lorries" not in words_of(read)


def test_a_picture_says_what_it_shows_and_where_it_stands(memo):
    read = memo(SMALL["image"])
    (figure,) = of(read, "Figure")
    assert figure.said("/Alt") == "The sound at dusk"
    assert figure.attribute("/BBox") is not None
    assert texts(read, "Caption") == ["Figure 2 The sound at dusk Photograph: harbour office"]


def test_remarks_of_ours_are_notes(memo):
    assert texts(memo(SMALL["positions"]), "Note") == ["Stance labels are ours."]
    assert len(of(memo(SMALL["scenarios"]), "Note")) == 2


def test_what_to_watch_for_is_a_list_under_its_head(memo):
    read = memo(SMALL["scenarios"])
    lists = [one for one in of(read, "L") if one.holds[:1] == ["Caption"]]
    assert [len(one.elements) - 1 for one in lists] == [2, 1]
    assert texts(read, "Caption") == ["Watch for:", "Watch for:"]


def test_a_source_is_an_entry_of_the_list_of_sources(memo):
    assert texts(memo(SMALL["points"]), "BibEntry") == [
        "Report on the night ferry, harbour office."
    ]


def test_what_stands_behind_a_quotation_within_a_link_is_not_quoted(memo):
    spans = (
        Span("“abc”", href="https://a.example", quoted=True),
        Span(" and more", href="https://a.example"),
    )
    read = memo(PointList((Point((), spans),)))
    assert texts(read, "Quote") == ["“abc”"]
    assert [one for one in texts(read, "Link") if "more" in one] == ["and more"]


def test_a_source_that_links_by_itself_keeps_its_links(brand):
    cite = (Span("The "), Span("report", href="https://a.example/r"), Span(" of the ministry"))
    source = SourceEntry("", "", cite, (), url="https://b.example/x")
    data = render(document(section(1, SMALL["points"], title="T"), sources=(source,)), brand)
    with opened(data) as pdf:
        addresses = {str(link.A.URI) for link in links(pdf) if "/A" in link}
    assert addresses == {"https://a.example/r"}


def test_a_space_behind_a_citation_is_not_of_its_link():
    content = PointList((Point((), parse("המועצה החליטה @3 " * 12)),))
    cites = document(section(1, content, title="1"), lang="he")
    read = Tagged.read(render(cites, brand_for("he")))
    assert of(read, "Reference")
    for link in of(read, "Link"):
        assert read.text(link) == read.text(link).strip()


def test_pictures_in_inks_become_light(brand):
    made = io.BytesIO()
    picture = Picture.new("CMYK", (40, 30), (10, 200, 30, 0))
    picture.save(made, "jpeg")
    content = Image(made.getvalue(), "jpeg", 40, 30, "A picture in inks")
    data = render(document(section(1, content, title="T")), brand)
    assert pdf_standard(data, "2a") == []
    with opened(data) as pdf:
        spaces = {
            str(one.ColorSpace)
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        }
    assert "/DeviceCMYK" not in spaces


def test_the_list_of_sources_gives_way_to_an_authors_title(brand):
    made = document(section(1, SMALL["points"], title="What this briefing rests on!"))
    data = render(made, brand)
    assert check_tags(data) == []
    assert texts(Tagged.read(data), "H2") == ["What this briefing rests on!", "Sources"]
