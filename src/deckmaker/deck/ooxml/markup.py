"""Text as XML: escaping, the shared namespaces, colours and boxes in DrawingML.

Slides are spelled as text rather than built as trees: a deck of two thousand slides is written in
a second instead of half a minute. Every author's word passes `text` or `attribute` below.
"""

from __future__ import annotations

import re

from deckmaker.brand import Role
from deckmaker.deck.units import Box, emu

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2, production 2) cannot hold, even escaped."""
_SPECIAL = re.compile('[&<>"\n\t\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
"""What must not stand as it is; most texts have none of it."""
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)

SCHEME: dict[Role, str] = {
    "foreground": '<a:schemeClr val="tx1"/>',
    "background": '<a:schemeClr val="bg1"/>',
    "cover": '<a:schemeClr val="tx2"/>',
    "panel": '<a:schemeClr val="bg2"/>',
    "primary": '<a:schemeClr val="accent1"/>',
    "emphasis": '<a:schemeClr val="accent2"/>',
    "muted": '<a:schemeClr val="accent3"/>',
    # A theme has no slot for hairlines: a darker, greyer step of the panel's colour.
    "rule": '<a:schemeClr val="bg2"><a:lumMod val="85000"/><a:satMod val="50000"/></a:schemeClr>',
}
"""Every colour is one of the theme's, so that changing the theme restyles the deck."""


def text(value: str) -> str:
    """Return `value` as character data."""
    if not _SPECIAL.search(value):
        return value
    return ILLEGAL.sub("", value).translate(ESCAPES)


def attribute(value: str) -> str:
    """Return `value` as an attribute's value, with its quotation marks."""
    if not _SPECIAL.search(value):
        return f'"{value}"'
    return f'"{ILLEGAL.sub("", value).translate(ATTRIBUTE_ESCAPES)}"'


def fill(role: Role) -> str:
    """Return a solid fill in the theme colour of `role`."""
    return f"<a:solidFill>{SCHEME[role]}</a:solidFill>"


def transform(box: Box, tag: str = "a:xfrm") -> str:
    """Return the position and size of `box` as a transform element."""
    return (
        f'<{tag}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{tag}>'
    )
