"""What a deck says of its text: every shape and cell, its box, insets and paragraphs.

`marked` returns the same deck with every paragraph in a colour of its own, which changes no line:
so each letter of the rendered pages tells whose it is, in any script and any order.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from judges.opc import NS, Package, tag
from judges.slide_checks import Frame
from judges.text_boxes import SLIDE_NUMBER, _box, _inside, _name

EMU_PER_POINT = 12_700
Color = tuple[int, int, int]
_INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}
_CELL_INSETS = {"marL": 7.2, "marR": 7.2, "marT": 3.6, "marB": 3.6}
"""Points, where the file says nothing (ECMA-376 Part 1, 21.1.2.1.1 and 21.1.3.17)."""
_TYPEFACES = tuple(map(tag, ("a:latin", "a:ea", "a:cs", "a:sym", "a:font")))
_LINK_COLOR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp='
    '"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that is shown: its text, and the colour that marks it."""

    text: str
    color: Color
    leading: float | None = None
    """Points from line to line, where the file states it."""
    families: frozenset[str] = frozenset()
    """Every family that its runs name, and those of the theme."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A shape or a cell with text; the ends of its box less its insets, points."""

    name: str
    left: float
    top: float
    right: float
    bottom: float
    paragraphs: tuple[Paragraph, ...]
    table: str = ""
    """The name of the table that the cell belongs to."""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A slide as the file has it."""

    holders: tuple[Holder, ...]
    charts: tuple[tuple[float, float, float, float], ...]
    tables: dict[str, tuple[float, ...]]
    """The heights of each table's rows, points; with the bottom of its frame at the end."""


def marked(deck: bytes) -> tuple[bytes, list[Plan]]:
    """Return `deck` with a colour for every paragraph, and what its slides hold."""
    package = Package.read(deck)
    parts = {name: copy.deepcopy(tree) for name, tree in package.trees.items()}
    theme = _families(package)
    shared: dict[str, list[Holder]] = {}
    plans = []
    touched = set()
    for number, (name, _) in enumerate(package.slides, 1):
        layouts = package.related(name, "slideLayout")
        masters = [one for layout in layouts for one in package.related(layout, "slideMaster")]
        for at, one in enumerate((*masters, *layouts)):
            if one not in shared:
                color = _Colors(2 + len(shared), theme)
                above = [] if at < len(masters) else [parts[master] for master in masters]
                shared[one] = list(_holders(parts[one], above, number, color, filled=False))
                touched.add(one)
        tree, above = parts[name], [parts[one] for one in (*layouts, *masters)]
        own = _holders(tree, above, number, _Colors(1, theme), filled=True)
        both = (*own, *(holder for one in (*layouts, *masters) for holder in shared[one]))
        plans.append(Plan(both, tuple(_charts(tree)), dict(_tables(tree))))
        touched.add(name)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in package.entries:
            data = etree.tostring(parts[name]) if name in touched else package.parts[name]
            archive.writestr(name, data)
    return made.getvalue(), plans


def _families(package: Package) -> frozenset[str]:
    """Return the families that the theme names."""
    schemes = [
        scheme for _, tree in package.of_kind("theme") for scheme in tree.iter(tag("a:fontScheme"))
    ]
    fonts = (one for scheme in schemes for one in scheme.iter(*_TYPEFACES))
    return frozenset(one.get("typeface", "") for one in fonts)


class _Colors:
    """Colours of one part, told from others' by the share of red."""

    def __init__(self, red: int, families: frozenset[str]) -> None:
        self._red, self._next = red, 0
        self.families = families
        """The theme's, which stand in every part."""

    def next(self) -> Color:
        self._next += 1
        return self._red, self._next // 256, self._next % 256


def _holders(
    tree: etree._Element,
    above: list[etree._Element],
    number: int,
    colors: _Colors,
    *,
    filled: bool,
) -> Iterator[Holder]:
    shapes = tree.find("p:cSld/p:spTree", NS)
    if shapes is not None:
        yield from _of_group(shapes, above, Frame(0, 0, 1, 1), number, colors, filled=filled)


def _of_group(
    group: etree._Element,
    above: list[etree._Element],
    frame: Frame,
    number: int,
    colors: _Colors,
    *,
    filled: bool,
) -> Iterator[Holder]:
    """Yield the holders of a group; placeholders are shown only where a slide has filled them."""
    for shape in group:
        if shape.tag == tag("p:grpSp"):
            inner = _inside(shape, frame)
            yield from _of_group(shape, above, inner, number, colors, filled=filled)
        elif not filled and shape.find("*/p:nvPr/p:ph", NS) is not None:
            continue
        elif shape.tag == tag("p:graphicFrame"):
            for table in shape.iter(tag("a:tbl")):
                yield from _cells(shape, table, number, colors)
        elif shape.tag == tag("p:sp"):
            inherited = _leading(_first_level(shape, above))
            paragraphs = tuple(_paragraphs(shape, number, colors, inherited))
            if paragraphs:
                left, top, right, bottom = _box(shape, above, frame)
                inset = _insets(shape, above)
                yield Holder(
                    _name(shape),
                    left + inset["lIns"],
                    top + inset["tIns"],
                    right - inset["rIns"],
                    bottom - inset["bIns"],
                    paragraphs,
                )


def _cells(
    shape: etree._Element, table: etree._Element, number: int, colors: _Colors
) -> Iterator[Holder]:
    left, top, _, _ = _box(shape, [], Frame(0, 0, 1, 1))
    widths = [int(one.get("w", "0")) / EMU_PER_POINT for one in table.iter(tag("a:gridCol"))]
    mirrored = table.find("a:tblPr[@rtl='1']", NS) is not None
    y = top
    for row, line in enumerate(table.iter(tag("a:tr"))):
        height = int(line.get("h", "0")) / EMU_PER_POINT
        for column, cell in enumerate(line.iter(tag("a:tc"))):
            paragraphs = tuple(_paragraphs(cell, number, colors))
            across = int(cell.get("gridSpan", "1"))
            before, own = sum(widths[:column]), sum(widths[column : column + across])
            x = left + (sum(widths) - before - own if mirrored else before)
            properties = cell.find("a:tcPr", NS)
            inset = {
                key: usual if properties is None or (said := properties.get(key)) is None
                else int(said) / EMU_PER_POINT
                for key, usual in _CELL_INSETS.items()
            }  # fmt: skip
            if paragraphs:
                yield Holder(
                    f"{_name(shape)}, row {row + 1}, column {column + 1}",
                    x + inset["marL"],
                    y + inset["marT"],
                    x + own - inset["marR"],
                    y + height - inset["marB"],
                    paragraphs,
                    _name(shape),
                    row,
                )
        y += height


def _paragraphs(
    holder: etree._Element, number: int, colors: _Colors, inherited: float | None = None
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a shape or cell, and give each its colour."""
    for paragraph in holder.iter(tag("a:p")):
        text = ""
        color = colors.next()
        for run in paragraph.iter(tag("a:r"), tag("a:fld"), tag("a:br")):
            is_number = run.tag == tag("a:fld") and run.get("type") == SLIDE_NUMBER
            text += str(number) if is_number else run.findtext("a:t", " ", NS)
            _paint(run, color)
        if text.strip():
            own = _leading(paragraph.find("a:pPr", NS))
            families = {one.get("typeface", "") for one in paragraph.iter(*_TYPEFACES)}
            leading = inherited if own is None else own
            yield Paragraph(text, color, leading, frozenset(families) | colors.families)


def _leading(properties: etree._Element | None) -> float | None:
    points = None if properties is None else properties.find("a:lnSpc/a:spcPts", NS)
    return None if points is None else int(points.get("val", "0")) / 100


def _first_level(shape: etree._Element, above: list[etree._Element]) -> etree._Element | None:
    """Return the properties of the first level that a placeholder inherits."""
    for body in _bodies(shape, above):
        found = None if body is None else body.find("a:lstStyle/a:lvl1pPr", NS)
        if found is not None and found.find("a:lnSpc", NS) is not None:
            return found
    return None


def _paint(run: etree._Element, color: Color) -> None:
    properties = run.find("a:rPr", NS)
    if properties is None:
        properties = etree.Element(tag("a:rPr"))
        run.insert(0, properties)
    for name in ("a:noFill", "a:solidFill", "a:gradFill"):
        for old in properties.findall(name, NS):
            properties.remove(old)
    fill = etree.Element(tag("a:solidFill"))
    etree.SubElement(fill, tag("a:srgbClr")).set("val", "{:02X}{:02X}{:02X}".format(*color))
    properties.insert(1 if properties.find("a:ln", NS) is not None else 0, fill)
    link = properties.find("a:hlinkClick", NS)
    if link is not None and link.find("a:extLst", NS) is None:
        link.append(etree.fromstring(_LINK_COLOR))


def _bodies(shape: etree._Element, above: list[etree._Element]) -> list[etree._Element | None]:
    """Return the text body of a shape, and those of the placeholders that it fills."""
    holder = shape.find("*/p:nvPr/p:ph", NS)
    bodies = [shape.find("p:txBody", NS)]
    if holder is not None:
        idx, kind = holder.get("idx"), holder.get("type", "obj").replace("ctrTitle", "title")
        for tree in above:
            ranked = sorted(
                (
                    (one.get("idx") != idx, one)
                    for one in tree.iter(tag("p:ph"))
                    if (idx is not None and one.get("idx") == idx)
                    or one.get("type", "obj").replace("ctrTitle", "title") == kind
                ),
                key=lambda pair: pair[0],
            )
            bodies += [
                one.getparent().getparent().getparent().find("p:txBody", NS)
                for _, one in ranked[:1]
            ]
    return bodies


def _insets(shape: etree._Element, above: list[etree._Element]) -> dict[str, float]:
    """Return the insets of a shape: its own, else those of the placeholders that it fills."""
    bodies = [one.find("a:bodyPr", NS) for one in _bodies(shape, above) if one is not None]
    found = {}
    for key, usual in _INSETS.items():
        said = next((b.get(key) for b in bodies if b is not None and b.get(key)), None)
        found[key] = usual if said is None else int(said) / EMU_PER_POINT
    return found


def _charts(tree: etree._Element) -> Iterator[tuple[float, float, float, float]]:
    for frame in tree.iter(tag("p:graphicFrame")):
        if frame.find(".//c:chart", NS) is not None:
            yield _box(frame, [], Frame(0, 0, 1, 1))


def _tables(tree: etree._Element) -> Iterator[tuple[str, tuple[float, ...]]]:
    for frame in tree.iter(tag("p:graphicFrame")):
        for table in frame.iter(tag("a:tbl")):
            heights = (int(row.get("h", "0")) / EMU_PER_POINT for row in table.iter(tag("a:tr")))
            yield _name(frame), (*heights, _box(frame, [], Frame(0, 0, 1, 1))[3])
