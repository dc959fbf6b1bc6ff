"""What a deck says of its text: every shape's and cell's words, and the box that must hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from judges.opc import NS, Package, tag
from judges.pages import folded
from judges.slide_checks import Frame

EMU_PER_POINT = 12_700
SLIDE_NUMBER = "slidenum"


@dataclass(frozen=True, slots=True)
class TextBox:
    """The text of a shape or cell; the ends of its box in points."""

    name: str
    left: float
    top: float
    right: float
    bottom: float
    paragraphs: tuple[tuple[str, ...], ...]
    """The words of each, folded, as they can be found on the page; empty ones left out."""
    cell: bool = False
    """A cell of a table, whose lines are set a little differently from those of shapes."""


def text_boxes(package: Package) -> list[list[TextBox]]:
    """Return the text boxes of every slide, in the order of the presentation."""
    return [
        list(_of_slide(package, name, tree, number))
        for number, (name, tree) in enumerate(package.slides, 1)
    ]


def _of_slide(package: Package, name: str, tree: etree._Element, number: int) -> Iterator[TextBox]:
    above = [
        package.trees[layout]
        for layout in package.related(name, "slideLayout")
        if layout in package.trees
    ]
    for layout in package.related(name, "slideLayout"):
        above += [package.trees[one] for one in package.related(layout, "slideMaster")]
    for one in (tree, *above):
        shapes = one.find("p:cSld/p:spTree", NS)
        if shapes is not None:
            yield from _of_group(shapes, above, Frame(0, 0, 1, 1), number, filled=one is tree)


def chart_boxes(package: Package) -> list[list[tuple[float, float, float, float]]]:
    """Return the ends of every slide's charts, points."""
    return [
        [
            _box(frame, [], Frame(0, 0, 1, 1))
            for frame in tree.iter(tag("p:graphicFrame"))
            if frame.find(".//c:chart", NS) is not None
        ]
        for _, tree in package.slides
    ]


def _of_group(
    group: etree._Element, above: list[etree._Element], frame: Frame, number: int, *, filled: bool
) -> Iterator[TextBox]:
    """Yield the boxes of a group; placeholders are shown only where a slide has `filled` them."""
    for shape in group:
        if shape.tag == tag("p:grpSp"):
            yield from _of_group(shape, above, _inside(shape, frame), number, filled=filled)
        elif not filled and shape.find("*/p:nvPr/p:ph", NS) is not None:
            continue
        elif shape.tag == tag("p:graphicFrame"):
            for table in shape.iter(tag("a:tbl")):
                yield from _cells(shape, table, frame, number)
        elif shape.tag == tag("p:sp"):
            paragraphs = _paragraphs(shape, number)
            if paragraphs:
                yield TextBox(_name(shape), *_box(shape, above, frame), paragraphs)


def _cells(
    shape: etree._Element, table: etree._Element, frame: Frame, number: int
) -> Iterator[TextBox]:
    left, top, _, _ = _box(shape, [], frame)
    widths = [int(one.get("w", "0")) / EMU_PER_POINT for one in table.iter(tag("a:gridCol"))]
    heights = [int(row.get("h", "0")) / EMU_PER_POINT for row in table.iter(tag("a:tr"))]
    for at, row in enumerate(table.iter(tag("a:tr"))):
        for column, cell in enumerate(row.iter(tag("a:tc"))):
            paragraphs = _paragraphs(cell, number)
            if not paragraphs:
                continue
            x, y = left + sum(widths[:column]), top + sum(heights[:at])
            right = x + sum(widths[column : column + int(cell.get("gridSpan", "1"))])
            bottom = y + sum(heights[at : at + int(cell.get("rowSpan", "1"))])
            name = f"{_name(shape)}, row {at + 1}, column {column + 1}"
            yield TextBox(name, x, y, right, bottom, paragraphs, cell=True)


def _paragraphs(holder: etree._Element, number: int) -> tuple[tuple[str, ...], ...]:
    found = []
    for paragraph in holder.iter(tag("a:p")):
        text = ""
        for run in paragraph.iter(tag("a:r"), tag("a:fld"), tag("a:br")):
            is_number = run.tag == tag("a:fld") and run.get("type") == SLIDE_NUMBER
            text += str(number) if is_number else run.findtext("a:t", " ", NS)
        found.append(tuple(filter(None, map(folded, text.split()))))
    return tuple(filter(None, found))


def _box(
    shape: etree._Element, above: list[etree._Element], frame: Frame
) -> tuple[float, float, float, float]:
    """Return the ends of a shape's box, its own or that of the placeholder it fills."""
    holder = shape.find("*/p:nvPr/p:ph", NS)
    transform = _transform(shape)
    for tree in above:
        if transform is not None or holder is None:
            break
        transform = _inherited(holder, tree)
    if transform is None:
        raise ValueError(f"{_name(shape)} has no box, nor has a placeholder above it")
    off, ext = transform.find("a:off", NS), transform.find("a:ext", NS)
    assert off is not None
    assert ext is not None
    x = frame.x + int(off.get("x", "0")) * frame.across
    y = frame.y + int(off.get("y", "0")) * frame.down
    right = x + int(ext.get("cx", "0")) * frame.across
    bottom = y + int(ext.get("cy", "0")) * frame.down
    left, top, right, bottom = (end / EMU_PER_POINT for end in (x, y, right, bottom))
    return left, top, right, bottom


def _inherited(holder: etree._Element, tree: etree._Element) -> etree._Element | None:
    """Return the place of the placeholder that `holder` fills: same idx, else same kind."""
    idx, kind = holder.get("idx"), holder.get("type", "obj").replace("ctrTitle", "title")
    candidates = list(tree.iter(tag("p:ph")))
    by_idx = [one for one in candidates if idx is not None and one.get("idx") == idx]
    by_kind = [
        one for one in candidates if one.get("type", "obj").replace("ctrTitle", "title") == kind
    ]
    for one in (*by_idx, *by_kind):
        shape = one.getparent().getparent().getparent()
        transform = _transform(shape)
        if transform is not None:
            return transform
    return None


def _transform(shape: etree._Element) -> etree._Element | None:
    for path in ("p:spPr/a:xfrm", "p:xfrm", "p:grpSpPr/a:xfrm"):
        found = shape.find(path, NS)
        if found is not None:
            return found
    return None


def _inside(group: etree._Element, frame: Frame) -> Frame:
    """Return what a group, itself within `frame`, does to the places of its shapes."""
    transform = _transform(group)
    parts = (
        []
        if transform is None
        else [transform.find(path, NS) for path in ("a:off", "a:ext", "a:chOff", "a:chExt")]
    )
    if not parts or any(part is None for part in parts):
        return frame
    off, ext, start, inner = parts
    across = frame.across * int(ext.get("cx")) / (int(inner.get("cx")) or 1)
    down = frame.down * int(ext.get("cy")) / (int(inner.get("cy")) or 1)
    return Frame(
        frame.x + int(off.get("x")) * frame.across - int(start.get("x")) * across,
        frame.y + int(off.get("y")) * frame.down - int(start.get("y")) * down,
        across,
        down,
    )


def _name(shape: etree._Element) -> str:
    properties = shape.find("*/p:cNvPr", NS)
    return "a shape" if properties is None else properties.get("name", "a shape")
