"""The colours that a finished deck ends up with: slots of its theme, modified; their contrast."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from judges.opc import NS, Package, tag

FLARE = 0.05
"""What WCAG adds to every luminance (2.2, "contrast ratio")."""
_COLOURS = tuple(map(tag, ("a:schemeClr", "a:srgbClr")))
_WHOLE = 100_000
"""A hundred per cent, as DrawingML counts them."""

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""


class UnknownColourError(ValueError):
    """A colour that this judge cannot work out, so that nothing is passed unseen."""


@dataclass(frozen=True)
class Theme:
    """The colours of a theme by the names that shapes use: `tx1`, `accent1`."""

    slots: dict[str, Colour]

    @classmethod
    def of(cls, package: Package, master: str) -> Theme:
        """Return the theme of a slide master, under its colour map."""
        (part,) = package.related(master, "theme")
        scheme = package.trees[part].find("a:themeElements/a:clrScheme", NS)
        own = {
            etree.QName(slot).localname: _code(slot[0].get("val") or slot[0].get("lastClr", ""))
            for slot in scheme
        }
        mapped = dict(package.trees[master].find("p:clrMap", NS).attrib)
        return cls(own | {name: own[slot] for name, slot in mapped.items()})

    def paint(self, holder: etree._Element | None) -> tuple[Colour, float] | None:
        """Return the colour and the opacity of the solid fill that is a child of `holder`."""
        solid = None if holder is None else holder.find("a:solidFill", NS)
        if solid is None:
            return None
        (found,) = solid.iterchildren(*_COLOURS)
        return self._modified(found)

    def colour(self, holder: etree._Element | None, ground: Colour) -> Colour | None:
        """Return the colour of a solid fill as it looks on `ground`; None where there is none."""
        found = self.paint(holder)
        if found is None:
            return None
        colour, opacity = found
        red, green, blue = (
            own * opacity + under * (1 - opacity) for own, under in zip(colour, ground, strict=True)
        )
        return red, green, blue

    def _modified(self, element: etree._Element) -> tuple[Colour, float]:
        value = element.get("val", "")
        base = self.slots[value] if element.tag == tag("a:schemeClr") else _code(value)
        hue, light, saturation = colorsys.rgb_to_hls(*base)
        opacity = 1.0
        for change in element:
            name, share = etree.QName(change).localname, int(change.get("val", "0")) / _WHOLE
            if name == "lumMod":
                light *= share
            elif name == "lumOff":
                light += share
            elif name == "satMod":
                saturation *= share
            elif name == "alpha":
                opacity = share
            else:
                raise UnknownColourError(name)
        colour = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), min(1.0, saturation))
        return colour, opacity


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + FLARE) / (dark + FLARE)


def luminance(colour: Sequence[float]) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _code(digits: str) -> Colour:
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
