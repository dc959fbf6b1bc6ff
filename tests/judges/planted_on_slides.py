"""Defects of shapes and text, to be planted in a good deck.

Each has a name and words of the fault to be found. The deck is the gallery of small contents:
its fourth slide holds a summary with notes.
"""

from __future__ import annotations

import copy

from lxml import etree

from judges.opc import NS, tag
from judges.planting import (
    Parts,
    Spoil,
    cut,
    drop_relation,
    in_slide_with,
    in_table,
    relate,
    remove,
    set_attribute,
    swap,
)

APP, NOTES_MASTER = "docProps/app.xml", "ppt/notesMasters/notesMaster1.xml"
SLIDE = "ppt/slides/slide4.xml"
SHAPES = "p:cSld/p:spTree"


def grouped_outside(parts: Parts) -> None:
    """A shape within the slide by its own numbers, which its group moves beyond the edge."""

    def change(tree: etree._Element) -> None:
        shapes = tree.find(SHAPES, NS)
        group = etree.SubElement(shapes, tag("p:grpSp"))
        group.append(
            etree.fromstring(
                f'<p:nvGrpSpPr xmlns:p="{NS["p"]}"><p:cNvPr id="900" name="Group" descr="A"/>'
                "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            )
        )
        group.append(
            etree.fromstring(
                f'<p:grpSpPr xmlns:p="{NS["p"]}" xmlns:a="{NS["a"]}"><a:xfrm>'
                '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/>'
                '<a:chOff x="914400" y="0"/><a:chExt cx="914400" cy="914400"/></a:xfrm></p:grpSpPr>'
            )
        )
        shape = copy.deepcopy(shapes.find("p:cxnSp", NS))
        shape.find(".//p:cNvPr", NS).set("id", "901")
        shape.find(".//a:off", NS).set("x", "0")
        group.append(shape)

    parts.edit(SLIDE, change)


def entity(parts: Parts) -> None:
    parts.data[APP] = b'<!DOCTYPE Properties [<!ENTITY a "b">]>' + parts.data[APP].split(b"?>")[1]


PLANTED: dict[str, tuple[Spoil, str]] = {
    # Known triggers of the repair dialog.
    "dangling relationship": (relate(SLIDE, "image", "../media/none.png"), "does not exist"),
    "unknown relationship": (
        swap("ppt/charts/chart1.xml", 'r:id="rId1"', 'r:id="rId55"'),
        "names the relationship rId55",
    ),
    "empty a:ln": (
        in_slide_with(".//p:cxnSp", ".//a:ln", lambda one: (one.attrib.clear(), one.clear())),
        "an empty a:ln",
    ),
    "negative extent": (set_attribute(SLIDE, ".//p:cxnSp//a:ext", "cx", "-5"), "cx of -5"),
    "no paragraph": (cut(SLIDE, ".//p:txBody/a:p"), "has no paragraph"),
    "cell without text body": (in_table("/a:tr/a:tc/a:txBody", remove), "cell has no text body"),
    "duplicate a:pPr": (
        in_slide_with(".//a:p/a:pPr", ".//a:p/a:pPr", lambda one: one.addnext(copy.deepcopy(one))),
        "has 2 a:pPr",
    ),
    "a:pPr behind the text": (
        in_slide_with(".//a:p/a:pPr", ".//a:p/a:pPr/..", lambda one: one.append(one[0])),
        "a:pPr is not its first",
    ),
    "text behind the end": (
        lambda p: p.first(
            SLIDE, ".//a:p/a:r/..", lambda one: one.insert(0, etree.Element(tag("a:endParaRPr")))
        ),
        "goes on behind its a:endParaRPr",
    ),
    "shape outside the slide": (
        set_attribute(SLIDE, ".//p:cxnSp//a:off", "x", "12000000"),
        "over the edge of the slide",
    ),
    "group moves a shape outside": (grouped_outside, "over the edge of the slide"),
    "shrunk text": (
        lambda p: p.first(
            SLIDE,
            ".//a:bodyPr",
            lambda one: (
                one.clear(),
                etree.SubElement(one, tag("a:normAutofit"), fontScale="70000"),
            ),
        ),
        "holds a normAutofit",
    ),
    "ill-formed part": (lambda p: p.data.update({APP: b"<Properties>"}), "not well-formed"),
    "document type": (entity, "has a document type declaration"),
    "shared theme": (
        lambda p: p.data.update(
            {
                f"{NOTES_MASTER.replace('/notesMaster1', '/_rels/notesMaster1')}.rels": p.data[
                    f"{NOTES_MASTER.replace('/notesMaster1', '/_rels/notesMaster1')}.rels"
                ].replace(b"theme2", b"theme1")
            }
        ),
        "is shared by 2 masters",
    ),
    "picture never shown": (
        lambda p: relate(SLIDE, "image", "../media/image1.png")(p),
        "nothing names its relationship",
    ),
    "chart without workbook": (
        drop_relation("ppt/charts/chart1.xml", "package"),
        "has no workbook",
    ),
}
