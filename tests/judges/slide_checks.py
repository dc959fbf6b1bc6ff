"""Checks of what stands on slides, layouts and masters: shapes, text and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from judges.opc import NS, PRESENTATION, Package, tag

SHAPES = tuple(map(tag, ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")))
ROUNDING = 1
"""EMU by which two sums of rounded lengths may differ, for each length."""


def shape_ids(package: Package) -> Iterator[str]:
    """Every shape of a slide has an id of its own."""
    for name, tree in package.drawings():
        ids = Counter(element.get("id", "") for element in tree.iter(tag("p:cNvPr")))
        for identifier, count in ids.items():
            if count > 1:
                yield f"{name}: {count} shapes have the id {identifier}"
            if not identifier.isdigit() or identifier == "0":
                yield f"{name}: {identifier!r} is no id of a shape"


def placeholders(package: Package) -> Iterator[str]:
    """A slide fills each placeholder once, and only those that its layout has."""
    for name, tree in package.drawings():
        keys = [_key(element) for element in tree.iter(tag("p:ph"))]
        for (kind, idx), count in Counter(keys).items():
            if count > 1:
                yield f"{name}: {count} shapes are the placeholder {kind} {idx}"
        doubled = {idx for idx, n in Counter(idx for _, idx in keys).items() if n > 1 and idx}
        for idx in sorted(doubled - {key[1] for key, n in Counter(keys).items() if n > 1}):
            yield f"{name}: several placeholders have the idx {idx}"
    for name, tree in package.of_kind("slides"):
        for layout in package.related(name, "slideLayout"):
            known = [_key(one) for one in package.trees[layout].iter(tag("p:ph"))]
            for key in (_key(element) for element in tree.iter(tag("p:ph"))):
                if key not in known:
                    yield f"{name}: its layout has no placeholder {key[0]} {key[1]}"


def text_bodies(package: Package) -> Iterator[str]:
    """Text without a paragraph, a paragraph with two sets of properties or them out of place."""
    for name, tree in package.drawings():
        for body in tree.iter(tag("p:txBody"), tag("a:txBody")):
            if body.find("a:p", NS) is None:
                yield f"{name}: a text body has no paragraph"
        for cell in tree.iter(tag("a:tc")):
            if cell.find("a:txBody", NS) is None:
                yield f"{name}: a cell has no text body"
        for paragraph in tree.iter(tag("a:p")):
            properties = paragraph.findall("a:pPr", NS)
            if len(properties) > 1:
                yield f"{name}: a paragraph has {len(properties)} a:pPr"
            elif properties and paragraph[0] is not properties[0]:
                yield f"{name}: a paragraph's a:pPr is not its first element"
            end = paragraph.find("a:endParaRPr", NS)
            if end is not None and paragraph[-1] is not end:
                yield f"{name}: a paragraph goes on behind its a:endParaRPr"


def autofit(package: Package) -> Iterator[str]:
    """Text that was shrunk to fit, or a shape that would grow."""
    for name, tree in package.drawings():
        for element in tree.iter(tag("a:normAutofit"), tag("a:spAutoFit")):
            yield f"{name}: holds a {etree.QName(element).localname}"


def outlines(package: Package) -> Iterator[str]:
    """An a:ln that says nothing."""
    for name, tree in package.drawings():
        for line in tree.iter(tag("a:ln")):
            if len(line) == 0 and not line.attrib:
                yield f"{name}: has an empty a:ln"


def extents(package: Package) -> Iterator[str]:
    """A negative size."""
    for name, tree in package.drawings():
        for element in tree.iter(tag("a:ext"), tag("a:chExt")):
            for side in ("cx", "cy"):
                if int(element.get(side, "0")) < 0:
                    yield f"{name}: a shape has a {side} of {element.get(side)}"


def outside_slide(package: Package) -> Iterator[str]:
    """A shape that reaches over the edge of its slide."""
    presentation = package.trees.get(PRESENTATION)
    size = None if presentation is None else presentation.find("p:sldSz", NS)
    if size is None:
        yield f"{PRESENTATION}: has no size of a slide"
        return
    width, height = int(size.get("cx", "0")), int(size.get("cy", "0"))
    for folder in ("slides", "slideLayouts", "slideMasters"):
        for name, tree in package.of_kind(folder):
            shapes = tree.find("p:cSld/p:spTree", NS)
            if shapes is None:
                yield f"{name}: has no shapes"
                continue
            for title, box in _boxes(shapes, Frame(0, 0, 1, 1)):
                x, y, right, bottom = box
                if x < 0 or y < 0 or right > width or bottom > height:
                    yield f"{name}: {title} reaches over the edge of the slide"


def tables(package: Package) -> Iterator[str]:
    """A table whose rows, columns and merged cells do not make a grid that fills its frame."""
    for name, tree in package.drawings():
        for frame in tree.iter(tag("p:graphicFrame")):
            for table in frame.iter(tag("a:tbl")):
                yield from (f"{name}: {fault}" for fault in _table(frame, table))


@dataclass(frozen=True)
class Frame:
    """What a group does to the places of its shapes: moved by (x, y), then scaled."""

    x: float
    y: float
    across: float
    down: float


def _boxes(
    shapes: etree._Element, frame: Frame
) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Yield the names and edges (EMU) of the shapes, those in groups where they end up."""
    for shape in shapes.iterchildren(*SHAPES):
        transform = next(shape.iter(tag("a:xfrm"), tag("p:xfrm")), None)
        if transform is None:
            continue
        off, ext = transform.find("a:off", NS), transform.find("a:ext", NS)
        if off is None or ext is None:
            continue
        x = frame.x + int(off.get("x", "0")) * frame.across
        y = frame.y + int(off.get("y", "0")) * frame.down
        width = int(ext.get("cx", "0")) * frame.across
        height = int(ext.get("cy", "0")) * frame.down
        properties = next(shape.iter(tag("p:cNvPr")), None)
        title = "a shape" if properties is None else properties.get("name") or "a shape"
        yield title, (x, y, x + width, y + height)
        start, inner = transform.find("a:chOff", NS), transform.find("a:chExt", NS)
        if shape.tag == tag("p:grpSp") and start is not None and inner is not None:
            across = width / (int(inner.get("cx", "0")) or 1)
            down = height / (int(inner.get("cy", "0")) or 1)
            yield from _boxes(
                shape,
                Frame(
                    x - int(start.get("x", "0")) * across,
                    y - int(start.get("y", "0")) * down,
                    across,
                    down,
                ),
            )


def _table(frame: etree._Element, table: etree._Element) -> Iterator[str]:
    columns = [int(one.get("w", "0")) for one in table.iterfind("a:tblGrid/a:gridCol", NS)]
    rows = table.findall("a:tr", NS)
    if not columns or not rows:
        yield "a table has no columns or no rows"
        return
    grid = [row.findall("a:tc", NS) for row in rows]
    for number, cells in enumerate(grid, 1):
        if len(cells) != len(columns):
            yield f"row {number} of a table has {len(cells)} cells for {len(columns)} columns"
    yield from _merges(grid)
    extent = frame.find("p:xfrm/a:ext", NS)
    if extent is None:
        yield "a table has no size"
        return
    for what, lengths, side in (
        ("columns", columns, "cx"),
        ("rows", [int(row.get("h", "0")) for row in rows], "cy"),
    ):
        if abs(sum(lengths) - int(extent.get(side, "0"))) > ROUNDING * len(lengths):
            yield f"a table's {what} do not fill its frame"


def _merges(grid: list[list[etree._Element]]) -> Iterator[str]:
    """Every cell that a span covers says so, and no other does."""
    covered: dict[tuple[int, int], set[str]] = {}
    for at, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if cell.get("hMerge") or cell.get("vMerge"):
                continue
            across, down = int(cell.get("gridSpan", "1")), int(cell.get("rowSpan", "1"))
            for row in range(at, at + down):
                for place in range(column, column + across):
                    if (row, place) != (at, column):
                        merge = {"hMerge"} if place > column else set()
                        covered[row, place] = merge | ({"vMerge"} if row > at else set())
    for (row, column), merges in covered.items():
        if row >= len(grid) or column >= len(grid[row]):
            yield "a cell spans more than its table holds"
            continue
        for merge in merges:
            if grid[row][column].get(merge) not in ("1", "true"):
                yield f"row {row + 1} of a table has a covered cell without {merge}"
    for at, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if (cell.get("hMerge") or cell.get("vMerge")) and (at, column) not in covered:
                yield f"row {at + 1} of a table has a merged cell that no span covers"


def _key(placeholder: etree._Element) -> tuple[str, str]:
    """Return the kind and idx of a placeholder; a plain title is the same as a centred one."""
    kind = placeholder.get("type", "obj")
    return "title" if kind == "ctrTitle" else kind, placeholder.get("idx", "0")


CHECKS = (
    shape_ids,
    placeholders,
    text_bodies,
    autofit,
    outlines,
    extents,
    outside_slide,
    tables,
)
