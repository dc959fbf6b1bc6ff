"""Checks of what somebody who cannot see the slides depends on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from judges.opc import NS, Package, tag
from judges.slide_checks import SHAPES

FURNITURE = ("dt", "ftr", "sldNum")
_BREAK = etree.Element(tag("a:br"))
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def titles(package: Package) -> Iterator[str]:
    """Every slide has a title, and no two have the same."""
    found = {name: _title_text(tree) for name, tree in package.slides}
    for name, title in found.items():
        if not title:
            yield f"{name}: has no title"
    for title, count in Counter(filter(None, found.values())).items():
        if count > 1:
            yield f"the presentation: {count} slides have the title {title!r}"


def reading_order(package: Package) -> Iterator[str]:
    """The title is read first; date, footer, number and what else recurs are read last."""
    texts = Counter(
        text for _, tree in package.slides for text in {_text(shape) for shape in _shapes(tree)}
    )
    for name, tree in package.slides:
        shapes = [shape for shape in _shapes(tree) if not _is_decorative(shape)]
        kinds = [_kind(shape) for shape in shapes]
        if "title" in kinds and kinds[0] != "title":
            yield f"{name}: the title is not read first"
        recurring = [texts[_text(shape)] > len(package.slides) / 2 for shape in shapes]
        last = [at for at, kind in enumerate(kinds) if kind in FURNITURE]
        body = [
            at
            for at, kind in enumerate(kinds)
            if kind not in FURNITURE and not (_text(shapes[at]) and recurring[at])
        ]
        if body and last and min(last) < max(body):
            yield f"{name}: the {kinds[min(last)]} is read before the body"


def alternatives(package: Package) -> Iterator[str]:
    """Everything that is no text has a text alternative or is marked as decoration."""
    for name, tree in package.slides:
        for shape in _shapes(tree):
            yield from (f"{name}: {fault}" for fault in _alternative(shape))


def run_languages(package: Package) -> Iterator[str]:
    """Every run says what language it is in."""
    for name, tree in [*package.slides, *package.of_kind("notesSlides")]:
        for run in tree.iter(tag("a:r"), tag("a:fld")):
            properties = run.find("a:rPr", NS)
            if properties is None or not properties.get("lang"):
                yield f"{name}: {run.findtext('a:t', '', NS)!r} has no language"


def header_rows(package: Package) -> Iterator[str]:
    """Every table marks its first row as its header."""
    for name, tree in package.slides:
        for table in tree.iter(tag("a:tbl")):
            properties = table.find("a:tblPr", NS)
            if properties is None or properties.get("firstRow") not in ("1", "true"):
                yield f"{name}: a table has no header row"


def _shapes(tree: etree._Element) -> list[etree._Element]:
    shapes = tree.find("p:cSld/p:spTree", NS)
    return [] if shapes is None else list(shapes.iterchildren(*SHAPES))


def _alternative(shape: etree._Element) -> Iterator[str]:
    properties = _properties(shape)
    label = "" if properties is None else properties.get("name", "")
    if shape.tag == tag("p:sp") and _text(shape):
        return
    if _kind(shape) in FURNITURE or properties is None:
        return
    described = bool(properties.get("descr", "").strip())
    if shape.tag == tag("p:grpSp") and not described and not _is_decorative(shape):
        for child in shape.iterchildren(*SHAPES):
            yield from _alternative(child)
        return
    if shape.find(".//p:nvPr/p:ph", NS) is not None and shape.tag == tag("p:sp"):
        yield f"the placeholder {label!r} is empty"
    elif described == _is_decorative(shape):
        both = "is both described and decoration" if described else "has no text alternative"
        yield f"{label!r} {both}"


def _title_text(tree: etree._Element) -> str:
    return next((_text(shape) for shape in _shapes(tree) if _kind(shape) == "title"), "")


def _text(shape: etree._Element) -> str:
    """Return the words of a shape, parted by single spaces."""
    words = [
        " " if one.tag == tag("a:br") else one.text or ""
        for paragraph in shape.iter(tag("a:p"))
        for one in (*paragraph.iter(tag("a:t"), tag("a:br")), _BREAK)
    ]
    return " ".join("".join(words).split())


def _kind(shape: etree._Element) -> str:
    """Return the kind of placeholder that a shape is, empty for none."""
    holder = shape.find("*/p:nvPr/p:ph", NS)
    if holder is None:
        return ""
    kind = holder.get("type", "obj")
    return "title" if kind == "ctrTitle" else kind


def _properties(shape: etree._Element) -> etree._Element | None:
    return shape.find("*/p:cNvPr", NS)


def _is_decorative(shape: etree._Element) -> bool:
    marks = shape.findall(f"*/p:cNvPr/a:extLst/a:ext[@uri='{DECORATIVE}']/adec:decorative", NS)
    return any(mark.get("val") in ("1", "true") for mark in marks)


CHECKS = (titles, reading_order, alternatives, run_languages, header_rows)
