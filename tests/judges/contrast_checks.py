"""Checks of what somebody who sees little depends on: contrast, computed on the finished slides."""

from __future__ import annotations

from collections.abc import Iterator

from judges.appearance import pages
from judges.colours import contrast
from judges.opc import NS, Package, tag

TEXT, LARGE_TEXT, MARK = 4.5, 3.0, 3.0
"""The least contrast of text, of large text and of marks that mean something (WCAG 2.2, AA)."""


def text_contrast(package: Package) -> Iterator[str]:
    """Every run stands out from what it is set on."""
    for page in pages(package):
        for look in page.looks():
            ratio, least = contrast(look.colour, look.ground), LARGE_TEXT if look.large else TEXT
            if ratio < least:
                yield f"{page.name}: {look.text!r} has a contrast of {ratio:.2f}, not {least:g}"


def mark_contrast(package: Package) -> Iterator[str]:
    """Every drawing that means something, and every node, stands out by its fill or its outline."""
    for page in pages(package):
        for shape in page.shapes:
            properties = shape.find("*/p:cNvPr", NS)
            means = bool(properties.get("descr")) or (
                shape.find("p:spPr/a:prstGeom[@prst='ellipse']", NS) is not None
            )
            if shape.tag != tag("p:sp") or not means:
                continue
            ground, own = page.beneath(shape), shape.find("p:spPr", NS)
            paints = [page.theme.colour(one, ground) for one in (own, own.find("a:ln", NS))]
            ratio = max((contrast(one, ground) for one in paints if one), default=1.0)
            if ratio < MARK:
                name = properties.get("name")
                yield f"{page.name}: {name!r} has a contrast of {ratio:.2f}, not {MARK:g}"


CHECKS = (text_contrast, mark_contrast)
