"""Defects of the package, the presentation and its tables, to be planted in a good deck.

Each has a name and words of the fault to be found. The deck is the gallery of small contents:
its fourth slide holds a summary with notes.
"""

from __future__ import annotations

import copy

from lxml import etree

from judges.opc import NS
from judges.planting import (
    Parts,
    Spoil,
    cut,
    doubled,
    drop_part,
    drop_relation,
    in_table,
    relate,
    remove,
    set_attribute,
    swap,
    with_attribute,
)

CORE, APP, TYPES = "docProps/core.xml", "docProps/app.xml", "[Content_Types].xml"
PRESENTATION, MASTER = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
SLIDE = "ppt/slides/slide4.xml"
SHAPES = "p:cSld/p:spTree"


def orphan(parts: Parts) -> None:
    parts.data["ppt/slides/slide77.xml"] = parts.data[SLIDE]
    parts.data["ppt/slides/_rels/slide77.xml.rels"] = parts.data["ppt/slides/_rels/slide1.xml.rels"]
    kind = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
    added = f'<Override PartName="/ppt/slides/slide77.xml" ContentType="{kind}"/></Types>'
    parts.replace(TYPES, "</Types>", added)


def master_id_for_layout(parts: Parts) -> None:
    identifier = etree.fromstring(parts.data[PRESENTATION]).find(".//p:sldMasterId", NS).get("id")
    parts.first(MASTER, ".//p:sldLayoutId", with_attribute("id", identifier))


def second_placeholder(parts: Parts) -> None:
    holders = ".//p:ph[@idx='20']"

    def change(tree: etree._Element) -> None:
        shape = tree.find(holders, NS).getparent().getparent().getparent()
        twin = copy.deepcopy(shape)
        twin.find(".//p:cNvPr", NS).set("id", "999")
        shape.addnext(twin)

    parts.edit(SLIDE, change)


def same_idx_other_kind(parts: Parts) -> None:
    second_placeholder(parts)

    def change(tree: etree._Element) -> None:
        tree.findall(".//p:ph[@idx='20']", NS)[1].set("type", "pic")

    parts.edit(SLIDE, change)


def span_without_merge(parts: Parts) -> None:
    in_table("/a:tr/a:tc", with_attribute("gridSpan", "2"))(parts)


def widened_table(parts: Parts) -> None:
    in_table("/a:tblGrid/a:gridCol", with_attribute("w", "99"))(parts)


def nothing_in_sections(parts: Parts) -> None:
    parts.first(PRESENTATION, ".//p14:sldId", remove)


def sections_disordered(parts: Parts) -> None:
    def change(tree: etree._Element) -> None:
        found = tree.findall(".//p14:section", NS)
        found[0].addprevious(found[1])

    parts.edit(PRESENTATION, change)


def link_outside(target: str, kind: str = "hyperlink") -> Spoil:
    def spoil(parts: Parts) -> None:
        relate(SLIDE, kind, target, external=True)(parts)
        link = f'<a:hlinkClick xmlns:a="{NS["a"]}" xmlns:r="{NS["r"]}" r:id="rId99"/>'
        parts.first(SLIDE, ".//a:rPr", lambda one: one.append(etree.fromstring(link)))

    return spoil


PLANTED: dict[str, tuple[Spoil, str]] = {
    # What neither the Open XML SDK nor openxml-audit sees.
    "a layout's id is the master's": (master_id_for_layout, "2 masters or layouts have the id"),
    "notes master without theme": (
        drop_relation(NOTES_MASTER, "theme"),
        "0 relationships to a theme",
    ),
    "notes without slide": (
        lambda p: drop_relation(p.holding("notesSlides", "."), "slide")(p),
        "0 relationships to a slide",
    ),
    "notes without master": (
        lambda p: drop_relation(p.holding("notesSlides", "."), "notesMaster")(p),
        "0 relationships to a notesMaster",
    ),
    "notes unknown to their slide": (
        lambda p: drop_relation(SLIDE, "notesSlide")(p),
        "knows nothing of it",
    ),
    "section with unknown slide": (
        set_attribute(PRESENTATION, ".//p14:sldId", "id", "9999"),
        "a section names the slide 9999",
    ),
    "section leaves a slide out": (nothing_in_sections, "no section holds the slide"),
    "slide in two sections": (doubled(PRESENTATION, ".//p14:sldId"), "stands in sections 2 times"),
    "sections out of order": (sections_disordered, "change the order of the slides"),
    "section without id": (
        set_attribute(PRESENTATION, ".//p14:section", "id", "{1}"),
        "not the id of one section",
    ),
    "orphaned slide": (orphan, "slide77.xml: no relationship leads to it"),
    "slide in no list": (cut(PRESENTATION, ".//p:sldId"), "is listed 0 times"),
    "part without relationship": (
        lambda p: p.data.update({"ppt/media/image9.png": b"\x89PNG"}),
        "image9.png: no relationship leads to it",
    ),
    "row with too few cells": (in_table("/a:tr/a:tc", remove), "cells for"),
    "missing grid column": (in_table("/a:tblGrid/a:gridCol", remove), "cells for"),
    "gridSpan without hMerge": (span_without_merge, "covered cell without hMerge"),
    "rowSpan without vMerge": (
        in_table("/a:tr/a:tc", with_attribute("rowSpan", "2")),
        "covered cell without vMerge",
    ),
    "span beyond the table": (
        in_table("/a:tr/a:tc", with_attribute("gridSpan", "9")),
        "spans more than",
    ),
    "hMerge without gridSpan": (
        in_table("/a:tr/a:tc[2]", with_attribute("hMerge", "1")),
        "a merged cell that no span covers",
    ),
    "columns narrower than the frame": (widened_table, "columns do not fill its frame"),
    "table without rows": (
        in_table("", lambda one: [remove(row) for row in one.findall("a:tr", NS)]),
        "no columns or no rows",
    ),
    "duplicate placeholder": (second_placeholder, "2 shapes are the placeholder body 20"),
    "duplicate idx of two kinds": (same_idx_other_kind, "several placeholders have the idx 20"),
    "placeholder that no layout has": (
        set_attribute(SLIDE, ".//p:ph[@idx='20']", "idx", "77"),
        "has no placeholder body 77",
    ),
    "bad language": (set_attribute(SLIDE, ".//a:rPr[@lang]", "lang", "english"), "is no language"),
    "unknown language": (
        set_attribute(SLIDE, ".//a:rPr[@lang]", "lang", "qq-GB"),
        "is no language",
    ),
    "language with an underscore": (
        set_attribute(SLIDE, ".//a:rPr[@lang]", "lang", "en_GB"),
        "is no language",
    ),
    "NaN in a chart": (
        lambda p: p.first(
            "ppt/charts/chart1.xml",
            ".//c:numCache/c:pt/c:v",
            lambda one: setattr(one, "text", "NaN"),
        ),
        "'NaN' is no number",
    ),
    "infinite axis": (
        lambda p: p.replace(
            "ppt/charts/chart1.xml", "<c:valAx>", '<c:valAx><c:majorUnit val="INF"/>'
        ),
        "is no end of an axis",
    ),
    "points out of range": (
        set_attribute("ppt/charts/chart1.xml", ".//c:numCache/c:ptCount", "val", "1"),
        "are not numbered",
    ),
    "doubled title property": (doubled(CORE, "dc:title"), "has 2 elements"),
    "bad date": (
        lambda p: p.first(
            CORE, "dcterms:created", lambda one: setattr(one, "text", "2026-13-01T00:00:00Z")
        ),
        "is no date",
    ),
    "date in words": (
        lambda p: p.first(CORE, "dcterms:modified", lambda one: setattr(one, "text", "today")),
        "'today' is no date",
    ),
    "no title property": (cut(CORE, "dc:title"), "the presentation has no title"),
    "no core properties": (drop_part(CORE), "core.xml: is missing"),
    "wrong count of slides": (
        lambda p: p.first(APP, "ep:Slides", lambda one: setattr(one, "text", "3")),
        "counts 3 slides",
    ),
    "external file": (link_outside("file:///etc/passwd"), "leads outside, to file:"),
    "external picture": (link_outside("https://x.example/a.png", "image"), "leads outside"),
    # What only one of the two sees.
    "doubled entry": (lambda p: p.doubled.append(SLIDE), "stands 2 times"),
    "missing content type": (
        swap(TYPES, 'PartName="/ppt/slides/slide4.xml"', 'PartName="/ppt/slides/other.xml"'),
        "slide4.xml: has no content type of its own",
    ),
    "missing default type": (
        swap(TYPES, 'Extension="png"', 'Extension="gnp"'),
        "has no content type",
    ),
    "type of an absent part": (drop_part("ppt/viewProps.xml"), "which does not exist"),
    "doubled type": (doubled(TYPES, "ct:Override"), "has 2 types"),
    "no types": (drop_part(TYPES), "Content_Types].xml: is missing"),
    "duplicate shape id": (
        lambda p: p.edit(
            SLIDE,
            lambda tree: [
                one.set("id", "77") for one in tree.findall(f"{SHAPES}/p:sp//p:cNvPr", NS)[:2]
            ],
        ),
        "2 shapes have the id 77",
    ),
    "shape id of zero": (set_attribute(SLIDE, f"{SHAPES}/p:sp//p:cNvPr", "id", "0"), "is no id"),
    "slide without layout": (
        drop_relation(SLIDE, "slideLayout"),
        "0 relationships to a slideLayout",
    ),
    "duplicate slide id": (
        set_attribute(PRESENTATION, ".//p:sldId[2]", "id", "256"),
        "2 slides have the id 256",
    ),
    "slide id too low": (set_attribute(PRESENTATION, ".//p:sldId", "id", "12"), "12 is no id"),
    "layout id too low": (set_attribute(MASTER, ".//p:sldLayoutId", "id", "12"), "12 is no id"),
}
