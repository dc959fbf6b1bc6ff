"""A small deck of python-pptx's around charts, in the theme that they name."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from deckmaker.branding import read_brand
from deckmaker.deck.charts import ChartParts, arrange, canvas_for, chart_parts
from deckmaker.document import Chart
from deckmaker.typesetting import Typesetter
from judges.opc import NS

BRAND = read_brand("cartulary", Path())[0]
TYPESETTER = Typesetter(BRAND)


def made(chart: Chart, width: float, height: float, lang: str = "en-US") -> ChartParts:
    """Return the parts of `chart` in a frame of that size."""
    return chart_parts(arrange(chart, canvas_for(chart, BRAND, TYPESETTER, width, height, lang)))


def tree(chart: Chart, width: float = 864.0, height: float = 352.0) -> etree._Element:
    """Return the part of `chart` in a frame of that size."""
    return etree.fromstring(made(chart, width, height).xml)


def place(element: etree._Element | None) -> tuple[float, ...] | None:
    """Return the fixed x, y, width and height of a part of a chart, as shares of its frame."""
    if element is None:
        return None
    found = element.find("c:layout/c:manualLayout", NS)
    assert found is not None
    return tuple(float(found.find(f"c:{side}", NS).get("val")) for side in "xywh")


def branded_deck() -> Deck:
    """Return python-pptx's default deck, 16:9, in the theme that the charts name."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    del deck.part._element.find("{*}sldSz").attrib["type"]
    deck.core_properties.author = "deckmaker"
    master = deck.slide_masters[0]
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(theme.blob)
    slots = {
        "dk1": "foreground",
        "lt1": "background",
        "dk2": "cover",
        "lt2": "panel",
        "accent1": "primary",
        "accent2": "emphasis",
        "accent3": "muted",
    }
    codes = {slot: BRAND.colors[role] for slot, role in slots.items()}
    codes |= {f"accent{at}": BRAND.accents[at - 1] for at in (4, 5, 6)}
    for slot, code in codes.items():
        element = tree.find(f".//{{*}}clrScheme/{{*}}{slot}")
        element[:] = [etree.SubElement(element, _a("srgbClr"), val=code[1:])]
    for kind, family in (("majorFont", BRAND.serif), ("minorFont", BRAND.sans)):
        tree.find(f".//{{*}}{kind}/{{*}}latin").set("typeface", family.name)
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return deck


def add_slide(deck: Deck, title: str, charts: Mapping[str, tuple[Chart, float, float]]) -> None:
    """Add a slide with `title` and the charts in frames of their sizes, side by side."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = Pt(48), Pt(40), Pt(752), Pt(60)
    heading.text_frame.text = title
    heading.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
    heading.text_frame.paragraphs[0].runs[0].font.language_id = 1033
    x = 48.0
    for number, (name, (chart, width, height)) in enumerate(charts.items()):
        parts = made(chart, width, height)
        package = slide.part.package
        part = ChartPart.load(
            PackURI(package.next_partname("/ppt/charts/chart%d.xml")),
            CONTENT_TYPE.DML_CHART,
            package,
            parts.xml,
        )
        workbook = EmbeddedXlsxPart.new(parts.workbook, package)
        assert part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE) == "rId1"
        relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        slide.shapes._spTree.append(_frame(number + 10, name, relation, x, width, height))
        x += width + 16


def chart_deck(charts: Mapping[str, Chart], width: float, height: float) -> bytes:
    """Return a deck with a slide for each of `charts`, its frame `width` × `height` points."""
    deck = branded_deck()
    for name, chart in charts.items():
        add_slide(deck, name, {name: (chart, width, height)})
    return saved(deck)


def saved(deck: Deck) -> bytes:
    """Return the bytes of `deck`."""
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _a(tag: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{tag}"


def _frame(number: int, name: str, relation: str, x: float, width: float, height: float):
    return parse_xml(
        '<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<p:nvGraphicFramePr><p:cNvPr id="{number}" name="Chart {number}" descr="{name}"/>'
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
        f'<p:xfrm><a:off x="{Pt(x)}" y="{Pt(120)}"/>'
        f'<a:ext cx="{Pt(width)}" cy="{Pt(height)}"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
