"""Checks of what somebody who cannot see the slides depends on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from deckmaker.deck.geometry import MARK_FOOT_IDX, MARK_TOP_IDX, SOURCE_IDX
from judges.appearance import Ends, pages
from judges.opc import NS, Package, tag
from judges.slide_checks import SHAPES

FURNITURE = ("dt", "ftr", "sldNum")
_BREAK = etree.Element(tag("a:br"))
SLACK = 12_700
"""EMU by which boxes may overlap and still count as one beside the other: a point."""
_AT_THE_END = (SOURCE_IDX, MARK_TOP_IDX, MARK_FOOT_IDX)
_FILE = re.compile(r"^\S+\.(?:png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|csv|xlsx|pptx)$", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    {"image", "picture", "photo", "chart", "table", "graphic", "drawing", "diagram", "shape"}
)
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def titles(package: Package) -> Iterator[str]:
    """Every slide has a title, and no two have the same, capitals or not."""
    found = {name: _title_text(tree) for name, tree in package.slides}
    for name, title in found.items():
        if not title:
            yield f"{name}: has no title"
    for title, count in Counter(filter(None, map(str.casefold, found.values()))).items():
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


def reading_direction(package: Package) -> Iterator[str]:
    """The body is read down its columns or along its rows: never upwards, never back."""
    for page in pages(package):
        shapes = [one for one in page.shapes if not _is_decorative(one)]
        rtl = page.runs_to_left()
        placed = [(one, box) for one in shapes if (box := page.box(one))]
        top = next((box[1] for one, box in placed if _kind(one) == "title"), 0)
        body = [
            (one, box)
            for one, box in placed
            if _kind(one) not in ("title", *FURNITURE) and box[3] > top and not _is_mark(one)
        ]
        for (_, before), (shape, box) in pairwise(body):
            if _goes_back(before, box, rtl=rtl):
                yield f"{page.name}: {_label(shape)!r} is read behind what stands after it"


def alternatives(package: Package) -> Iterator[str]:
    """Everything that is no text has a text alternative or is marked as decoration."""
    for name, tree in package.slides:
        for shape in _shapes(tree):
            yield from (f"{name}: {fault}" for fault in _alternative(shape))


def telling_alternatives(package: Package) -> Iterator[str]:
    """A text alternative says what is seen: it is no name of a shape and none of a file."""
    for name, tree in package.slides:
        for properties in tree.iter(tag("p:cNvPr")):
            words = properties.get("descr", "").strip()
            if words and (
                words.casefold() == properties.get("name", "").strip().casefold()
                or _FILE.search(words)
                or words.casefold() in _EMPTY_WORDS
            ):
                yield f"{name}: the text alternative {words!r} says nothing"


def drawings_told(package: Package) -> Iterator[str]:
    """The notes say what is drawn, in the words of the text alternatives at least."""
    for page in pages(package):
        if package.trees[page.layout].get("type") == "title":
            continue  # nobody presents the logo on the cover
        notes = package.related(page.name, "notesSlide")
        told = " ".join(_text(package.trees[one]) for one in notes)
        for shape in page.shapes:
            properties = _properties(shape)
            words = "" if properties is None else properties.get("descr", "")
            drawn = shape.find(".//a:tbl", NS) is None and not _text(shape)
            if drawn and words and _spoken(words) not in _spoken(told):
                yield f"{page.name}: the notes do not say what {_label(shape)!r} shows"
        if not told and page.tree.find(".//a:prstGeom[@prst='ellipse']", NS) is not None:
            yield f"{page.name}: the notes do not say what its nodes show"


def run_languages(package: Package) -> Iterator[str]:
    """Every run says what language it is in, and so does the end of a paragraph."""
    for name, tree in [*package.slides, *package.of_kind("notesSlides")]:
        for run in tree.iter(tag("a:r"), tag("a:fld"), tag("a:br")):
            properties = run.find("a:rPr", NS)
            if properties is None or not properties.get("lang"):
                yield f"{name}: {run.findtext('a:t', '', NS)!r} has no language"
        for paragraph in tree.iter(tag("a:p")):
            end = paragraph.find("a:endParaRPr", NS)
            if (end is None and not len(paragraph)) or (end is not None and not end.get("lang")):
                yield f"{name}: the end of a paragraph has no language"


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


def _label(shape: etree._Element) -> str:
    properties = _properties(shape)
    return "" if properties is None else properties.get("name", "")


def _is_mark(shape: etree._Element) -> bool:
    """Tell whether a shape is a protective marking or a source line, which are read at the end."""
    holder = shape.find("*/p:nvPr/p:ph", NS)
    return holder is not None and int(holder.get("idx", "0")) in _AT_THE_END


def _goes_back(before: Ends, box: Ends, *, rtl: bool) -> bool:
    """Tell whether `box`, read next, stands above `before` in its column, or left in its row."""
    if rtl:
        before, box = ((-one[2], one[1], -one[0], one[3]) for one in (before, box))
    above, beside = box[3] <= before[1] + SLACK, box[2] <= before[0] + SLACK
    level = min(box[3], before[3]) - max(box[1], before[1]) > SLACK
    return (above and box[0] < before[2] - SLACK) or (level and beside)


def _spoken(words: str) -> str:
    """Return words as they are compared: without spaces and what ends them."""
    return re.sub(r"[\s.。।]+", "", words)


def _is_decorative(shape: etree._Element) -> bool:
    marks = shape.findall(f"*/p:cNvPr/a:extLst/a:ext[@uri='{DECORATIVE}']/adec:decorative", NS)
    return any(mark.get("val") in ("1", "true") for mark in marks)


CHECKS = (
    titles,
    reading_order,
    reading_direction,
    alternatives,
    telling_alternatives,
    drawings_told,
    run_languages,
    header_rows,
)
