"""Checks of links, which are read out as a list, too: each must say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from judges.opc import NS, Package, tag

_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+$|[\w-]+(?:\.[\w-]+)+/\S*$", re.IGNORECASE)
_ID = f"{{{NS['r']}}}id"


def link_texts(package: Package) -> Iterator[str]:
    """No link is a bare address, be it text or a whole shape."""
    for name, tree in package.slides:
        for shape in tree.iter(tag("p:sp"), tag("p:graphicFrame")):
            for identifier, words in _links(shape):
                address = package.target(name, identifier) or ""
                if _ADDRESS.match(words.strip()) or words.strip() == address:
                    yield f"{name}: the link {words!r} is a bare address"


def link_tips(package: Package) -> Iterator[str]:
    """Every link says where it leads before it is followed."""
    for name, tree in package.slides:
        for link in tree.iter(tag("a:hlinkClick")):
            if not link.get("tooltip", "").strip():
                yield f"{name}: a link does not say where it leads"


def _links(shape: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the relationship and the words of each link of a shape and in its paragraphs."""
    whole = shape.find("*/p:cNvPr/a:hlinkClick", NS)
    if whole is not None:
        yield whole.get(_ID, ""), " ".join(one.text or "" for one in shape.iter(tag("a:t")))
    for paragraph in shape.iter(tag("a:p")):
        found: dict[str, str] = {}
        for run in paragraph.iter(tag("a:r")):
            link = run.find("a:rPr/a:hlinkClick", NS)
            if link is not None:
                identifier = link.get(_ID, "")
                found[identifier] = found.get(identifier, "") + run.findtext("a:t", "", NS)
        yield from found.items()


CHECKS = (link_texts, link_tips)
