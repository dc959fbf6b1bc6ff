"""Defects for those who hear a deck, see little of it or no colours, to be planted in a good one.

Each has a name and words of the fault to be found. The deck is the gallery of small contents.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from judges.opc import NS, tag
from judges.planting import (
    Parts,
    Spoil,
    cut,
    in_slide_with,
    in_table,
    painted,
    relate,
    remove,
    set_attribute,
    with_attribute,
    without_attribute,
)

SLIDE = "ppt/slides/slide4.xml"
THEME = "ppt/theme/theme1.xml"
SHAPES = "p:cSld/p:spTree"
PICTURE, CHART_FRAME, SQUARES = ".//p:pic", ".//c:chart", ".//a:custGeom"
NODE = ".//a:prstGeom[@prst='ellipse']"
JUMP = ".//p:cNvPr/a:hlinkClick"
SOURCE = ".//p:cNvPr[@name='source']"


def shape_first(parts: Parts) -> None:
    def change(tree: etree._Element) -> None:
        shapes = tree.findall(f"{SHAPES}/p:sp", NS)
        shapes[0].addprevious(shapes[1])

    parts.edit(SLIDE, change)


def footer_first(parts: Parts) -> None:
    def change(tree: etree._Element) -> None:
        shapes = tree.findall(f"{SHAPES}/p:sp", NS)
        footer = tree.find(".//p:ph[@type='ftr']", NS).getparent().getparent().getparent()
        shapes[0].addnext(footer)

    parts.edit(SLIDE, change)


def swapped(mark: str, first: str, second: str) -> Spoil:
    """Read the second of two shapes, found by the ends of their names, before the first."""

    def change(tree: etree._Element) -> None:
        def named(end: str) -> etree._Element:
            shapes = tree.find(SHAPES, NS).iterchildren(tag("p:sp"))
            return next(
                one for one in shapes if one.find("*/p:cNvPr", NS).get("name").endswith(end)
            )

        named(first).addprevious(named(second))

    return lambda parts: parts.edit(parts.holding("slides", mark), change)


def _title(tree: etree._Element) -> etree._Element:
    return tree.find(".//p:ph[@type='title']", NS).getparent().getparent().getparent()


def same_title(change_case: Callable[[str], str]) -> Spoil:
    """Put the title of one slide onto another."""

    def spoil(parts: Parts) -> None:
        other = _title(etree.fromstring(parts.data["ppt/slides/slide5.xml"]))

        def change(tree: etree._Element) -> None:
            own = _title(tree)
            own.replace(own.find("p:txBody", NS), copy.deepcopy(other.find("p:txBody", NS)))
            for text in own.iter(tag("a:t")):
                text.text = change_case(text.text)

        parts.edit(SLIDE, change)

    return spoil


def no_title(parts: Parts) -> None:
    parts.edit(SLIDE, lambda tree: remove(_title(tree)))


def emptied(parts: Parts) -> None:
    """A placeholder of the body loses its words."""

    def change(tree: etree._Element) -> None:
        holder = tree.find(".//p:ph[@idx='20']", NS).getparent().getparent().getparent()
        for run in holder.findall(".//a:r", NS):
            run.getparent().replace(run, etree.Element(tag("a:endParaRPr"), lang="en-GB"))

    parts.edit(SLIDE, change)


def alternative(mark: str, words: str) -> Spoil:
    """Put other words in place of the text alternative of the first picture or chart."""

    def change(tree: etree._Element) -> None:
        found = tree.find(mark, NS)
        while found.find("*/p:cNvPr", NS) is None:
            found = found.getparent()
        properties = found.find("*/p:cNvPr", NS)
        properties.set("descr", words or properties.get("name"))

    return lambda parts: parts.edit(parts.holding("slides", mark), change)


def silent_notes(mark: str) -> Spoil:
    """The notes of the first slide that has a `mark` say something else."""

    def spoil(parts: Parts) -> None:
        number = parts.holding("slides", mark).rpartition("slide")[2]

        def change(tree: etree._Element) -> None:
            for text in tree.iter(tag("a:t")):
                text.text = "Speak slowly."

        parts.edit(f"ppt/notesSlides/notesSlide{number}", change)

    return spoil


def without_notes(mark: str) -> Spoil:
    """The first slide that has a `mark` loses its notes."""

    def spoil(parts: Parts) -> None:
        name = parts.holding("slides", mark).rpartition("/")[2]
        parts.edit(
            f"ppt/slides/_rels/{name}.rels",
            lambda tree: remove(next(o for o in tree if o.get("Type", "").endswith("/notesSlide"))),
        )

    return spoil


def bare_address(parts: Parts) -> None:
    """The source that is a link shows its address."""

    def change(tree: etree._Element) -> None:
        (shape,) = (
            one
            for one in tree.iter(tag("p:sp"))
            if one.find("*/p:cNvPr", NS).get("name") == "source"
        )
        first, *others = shape.iter(tag("a:t"))
        first.text = "https://harbour.example/report"
        for one in others:
            one.text = ""

    parts.edit(parts.holding("slides", SOURCE), change)


def linked(words: str, tip: str = "https://x.example/a", code: str = "13504C") -> Spoil:
    """Make a link of the first words on the panel, in a colour of the theme."""

    def change(run: etree._Element) -> None:
        identifier = {f"{{{NS['r']}}}id": "rId99"}
        etree.SubElement(run.find("a:rPr", NS), tag("a:hlinkClick"), identifier, tooltip=tip)
        run.find("a:t", NS).text = words

    def spoil(parts: Parts) -> None:
        relate(SLIDE, "hyperlink", "https://x.example/a", external=True)(parts)
        parts.first(SLIDE, ".//a:r", change)
        repainted_theme("hlink", code)(parts)

    return spoil


def repainted_theme(slot: str, code: str) -> Spoil:
    """Give a slot of the theme another colour."""
    return lambda parts: parts.first(
        THEME, f".//a:clrScheme/a:{slot}/a:srgbClr", with_attribute("val", code)
    )


def pale_drawing(mark: str) -> Spoil:
    """Paint the fill and the outline of a drawing in the colour of panels."""

    def change(geometry: etree._Element) -> None:
        properties = geometry.getparent()
        painted("bg2")(properties)
        line = properties.find("a:ln", NS)
        if line.find("a:solidFill", NS) is not None:
            painted("bg2")(line)

    return in_slide_with(mark, mark, change)


PLANTED: dict[str, tuple[Spoil, str]] = {
    # Titles and order.
    "no title": (no_title, "slide4.xml: has no title"),
    "same title": (same_title(str), "2 slides have the title"),
    "same title in capitals": (same_title(str.upper), "2 slides have the title"),
    "title not first": (shape_first, "the title is not read first"),
    "footer before body": (footer_first, "the ftr is read before the body"),
    "upwards": (swapped(NODE, "date", "event"), "is read behind what stands after it"),
    "back in a row": (swapped(JUMP, "Agenda 1", "Agenda 1 title"), "is read behind what stands"),
    "back in a column": (swapped(SQUARES, "unit", "squares"), "is read behind what stands"),
    # Alternatives.
    "picture without alternative": (
        in_slide_with(PICTURE, ".//p:pic//p:cNvPr", without_attribute("descr")),
        "has no text alternative",
    ),
    "chart without alternative": (
        in_slide_with(CHART_FRAME, ".//p:graphicFrame//p:cNvPr", without_attribute("descr")),
        "has no text alternative",
    ),
    "rule without decorative mark": (
        cut(SLIDE, ".//p:cxnSp//adec:decorative"),
        "has no text alternative",
    ),
    "described decoration": (
        set_attribute(SLIDE, ".//p:cxnSp//p:cNvPr", "descr", "A line"),
        "is both described and",
    ),
    "empty placeholder": (emptied, "is empty"),
    "name for alternative": (alternative(PICTURE, ""), "says nothing"),
    "file for alternative": (alternative(PICTURE, "IMG_0042.JPG"), "'IMG_0042.JPG' says nothing"),
    "kind for alternative": (alternative(CHART_FRAME, "Chart"), "'Chart' says nothing"),
    # Notes.
    "chart untold": (silent_notes(CHART_FRAME), "the notes do not say what"),
    "squares untold": (silent_notes(SQUARES), "the notes do not say what"),
    "picture untold": (without_notes(PICTURE), "the notes do not say what"),
    "nodes untold": (without_notes(NODE), "the notes do not say what its nodes show"),
    # Language and tables.
    "run without language": (
        lambda p: p.first(SLIDE, ".//a:r/a:rPr", without_attribute("lang")),
        "has no language",
    ),
    "end without language": (
        in_table("/a:tr/a:tc/a:txBody", lambda one: etree.SubElement(one, tag("a:p"))),
        "the end of a paragraph has no language",
    ),
    "notes without language": (
        lambda p: p.first(
            p.holding("notesSlides", ".//a:r"), ".//a:r/a:rPr", without_attribute("lang")
        ),
        "has no language",
    ),
    "table without header row": (
        in_table("/a:tblPr", without_attribute("firstRow")),
        "has no header row",
    ),
    # Links.
    "bare address": (bare_address, "is a bare address"),
    "bare address in text": (linked("www.x.example/a"), "is a bare address"),
    "jump without a tip": (
        in_slide_with(JUMP, JUMP, without_attribute("tooltip")),
        "does not say where it leads",
    ),
    "link without a tip": (linked("The report", tip=""), "does not say where it leads"),
    # Contrast.
    "pale run": (
        lambda p: p.first(SLIDE, ".//a:r/a:rPr", painted("bg2")),
        "has a contrast of 1.",
    ),
    "pale cell": (
        in_table("//a:r/a:rPr", painted("bg2")),
        "has a contrast of 1.",
    ),
    "dark panel": (repainted_theme("lt2", "404850"), "has a contrast of"),
    "pale links": (linked("The report", code="B0C0C0"), "'The report' has a contrast of"),
    "bright cover": (repainted_theme("dk2", "90A0A0"), "has a contrast of"),
    "pale squares": (pale_drawing(SQUARES), "squares' has a contrast of 1."),
    "pale node": (pale_drawing(NODE), "'Node 1' has a contrast of 1."),
}
