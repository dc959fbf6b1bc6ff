"""How the text and shapes of a slide look once layout, master and theme have had their say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from judges.colours import Colour, Theme
from judges.opc import NS, PRESENTATION, Package, tag

LARGE, LARGE_BOLD = 1800, 1400
"""The sizes from which text counts as large, hundredths of a point (WCAG 2.2, "large scale")."""
_HYPERLINK_COLOUR = (
    ".//{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr[@val='tx']"
)
_TITLES = ("title", "ctrTitle")

Ends = tuple[int, int, int, int]
"""Left, top, right and bottom, EMU."""


@dataclass(frozen=True)
class Look:
    """How a run of text looks."""

    text: str
    colour: Colour
    ground: Colour
    large: bool


@dataclass(frozen=True)
class Page:
    """A slide with the parts that it inherits from."""

    package: Package
    name: str
    tree: etree._Element

    @cached_property
    def layout(self) -> str:
        """The name of its layout."""
        return self.package.related(self.name, "slideLayout")[0]

    @cached_property
    def master(self) -> str:
        """The name of its layout's master."""
        return self.package.related(self.layout, "slideMaster")[0]

    @cached_property
    def theme(self) -> Theme:
        """The theme of that master."""
        return Theme.of(self.package, self.master)

    @cached_property
    def shapes(self) -> list[etree._Element]:
        """Its shapes, the lowest first."""
        found = self.tree.find("p:cSld/p:spTree", NS)
        return (
            [] if found is None else [one for one in found if one.find("*/p:cNvPr", NS) is not None]
        )

    @cached_property
    def ground(self) -> Colour:
        """The colour of the page."""
        paper = self.theme.slots["bg1"]
        for tree in (self.tree, *(self.package.trees[name] for name in (self.layout, self.master))):
            found = self.theme.colour(tree.find("p:cSld/p:bg/p:bgPr", NS), paper)
            if found:
                return found
        return paper

    def runs_to_left(self) -> bool:
        """Tell whether the slide is written from right to left, as its master's titles are."""
        style = self.package.trees[self.master].find("p:txStyles/p:titleStyle/a:lvl1pPr", NS)
        return style is not None and style.get("rtl") == "1"

    def inherited(self, shape: etree._Element) -> list[etree._Element]:
        """Return the placeholders of layout and master that a shape takes after."""
        holder = shape.find("*/p:nvPr/p:ph", NS)
        if holder is None:
            return []
        kind = "title" if holder.get("type") in _TITLES else holder.get("type", "obj")
        layout = _placeholders(self.package.trees[self.layout])
        key = kind if kind == "title" else holder.get("idx", "0")
        found = (layout.get(key), _placeholders(self.package.trees[self.master]).get(kind))
        return [one for one in found if one is not None]

    @cached_property
    def boxes(self) -> list[Ends | None]:
        """The ends of its shapes, in their order."""
        return [self._box(shape) for shape in self.shapes]

    def box(self, shape: etree._Element) -> Ends | None:
        """Return the ends of a shape, its layout's where it states none."""
        return self.boxes[self._places[shape]]

    @cached_property
    def _places(self) -> dict[etree._Element, int]:
        return {shape: at for at, shape in enumerate(self.shapes)}

    def _box(self, shape: etree._Element) -> Ends | None:
        for one in (shape, *self.inherited(shape)):
            place = next(one.iter(tag("a:xfrm"), tag("p:xfrm")), None)
            if place is not None and place.find("a:off", NS) is not None:
                off, ext = place.find("a:off", NS), place.find("a:ext", NS)
                x, y = int(off.get("x", "0")), int(off.get("y", "0"))
                return x, y, x + int(ext.get("cx", "0")), y + int(ext.get("cy", "0"))
        return None

    def ground_of(self, shape: etree._Element) -> Colour:
        """Return the colour behind the text of a shape: its own, else that of what is beneath."""
        for one in (shape, *self.inherited(shape)):
            own = self.theme.colour(one.find("p:spPr", NS), self.ground)
            if own:
                return own
        return self.beneath(shape)

    def beneath(self, shape: etree._Element) -> Colour:
        """Return the colour that a shape is painted on."""
        at, found = self._places[shape], self.ground
        box = self.boxes[at]
        for other, under in zip(self.shapes[:at], self.boxes[:at], strict=True):
            if box and under and _holds(under, box):
                found = self.theme.colour(other.find("p:spPr", NS), found) or found
        return found

    def looks(self) -> Iterator[Look]:
        """Yield how every run on the slide looks."""
        for shape in self.shapes:
            if shape.tag == tag("p:graphicFrame"):
                ground = self.beneath(shape)
                for cell in shape.iter(tag("a:tc")):
                    own = self.theme.colour(cell.find("a:tcPr", NS), ground) or ground
                    yield from self._runs(cell, [], own)
            elif shape.tag == tag("p:sp"):
                yield from self._runs(shape, self._styles(shape), self.ground_of(shape))

    def _runs(
        self, holder: etree._Element, styles: list[etree._Element], ground: Colour
    ) -> Iterator[Look]:
        for run in holder.iter(tag("a:r"), tag("a:fld")):
            text = run.findtext("a:t", "", NS)
            properties = run.find("a:rPr", NS)
            if not text.strip():
                continue
            said = [one for one in (properties, *styles) if one is not None]
            size = int(next((one.get("sz") for one in said if one.get("sz")), LARGE))
            bold = next((one.get("b") for one in said if one.get("b")), "0") in ("1", "true")
            colour = self._link(properties) or next(
                filter(None, (self.theme.colour(one, ground) for one in said)), None
            )
            large = size >= LARGE or (bold and size >= LARGE_BOLD)
            yield Look(text, colour or self.theme.slots["tx1"], ground, large)

    def _link(self, properties: etree._Element | None) -> Colour | None:
        link = None if properties is None else properties.find("a:hlinkClick", NS)
        if link is None or link.find(_HYPERLINK_COLOUR) is not None:
            return None
        return self.theme.slots["hlink"]

    def _styles(self, shape: etree._Element) -> list[etree._Element]:
        """Return the properties that a shape's runs inherit, the nearest first."""
        above = self.inherited(shape)
        found = [one.find("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr", NS) for one in (shape, *above)]
        master = self.package.trees[self.master]
        holder = shape.find("*/p:nvPr/p:ph", NS)
        if holder is None:
            whole = self.package.trees[PRESENTATION].find("p:defaultTextStyle", NS)
            found.append(None if whole is None else whole.find("a:lvl1pPr/a:defRPr", NS))
        else:
            kind = "titleStyle" if holder.get("type") in _TITLES else "bodyStyle"
            found.append(master.find(f"p:txStyles/p:{kind}/a:lvl1pPr/a:defRPr", NS))
        return [one for one in found if one is not None]


def pages(package: Package) -> Iterator[Page]:
    """Yield the slides of a deck that have all that they inherit from."""
    for name, tree in package.slides:
        page = Page(package, name, tree)
        layouts = package.related(name, "slideLayout")
        if layouts and package.related(layouts[0], "slideMaster"):
            yield page


@lru_cache(maxsize=256)
def _placeholders(tree: etree._Element) -> dict[str, etree._Element]:
    """Return the placeholders of a layout or master by idx and by kind."""
    found: dict[str, etree._Element] = {}
    for shape in tree.iterfind("p:cSld/p:spTree/p:sp", NS):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if holder is not None:
            kind = holder.get("type", "obj")
            found.setdefault(holder.get("idx", "0"), shape)
            found.setdefault("title" if kind in _TITLES else kind, shape)
    return found


def _holds(outer: Ends, inner: Ends) -> bool:
    """Tell whether the middle of one box lies in another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
