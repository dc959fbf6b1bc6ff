"""HTML becomes a walk over its elements as a browser would show them; what is unseen is passed by.

libxml2 cuts the page into tags as HTML 5 has it and closes what is left open. It hands over one tag
after the other and builds no tree, so that neither depth nor number of elements costs more than
their bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deckmaker.snapshots.transcript import UnreadableError

DEEPEST = 2_000
"""Elements within elements. An end tag looks for its start through all of them."""
_CHUNK = 1 << 16

_UNSEEN_TAGS = """
    script style template noscript noframes noembed svg title iframe object embed applet audio
    video canvas map select datalist textarea progress meter rp rt annotation annotation-xml
    dialog del s strike
"""
UNSEEN = frozenset(_UNSEEN_TAGS.split())
"""Elements that are no text of the page or a machine's, and what is struck out."""
_UNSEEN_CLASSES = re.compile(
    r"(?<![\w-])(?:[\w]+-)?(?:visually-?hidden|sr-only|screen-reader-(?:text|only)|noprint"
    r"|mw-editsection|mw-jump-link|headerlink)(?![\w-])"
)
"""Of words for screen readers alone, and of the small links that wikis and manuals put in."""
_NOT_SHOWN = re.compile(
    r"(?:^|[;\s])(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden"
    r"|text-decoration(?:-line)?\s*+:[\w\s]{0,40}line-through)",
    re.IGNORECASE,
)
"""By the style of an element; struck out is as good as not there."""
_SECTIONS = frozenset(("main", "article", "section", "blockquote", "figure"))
_ROLES = {
    "main": "main",
    "article": "article",
    "navigation": "nav",
    "search": "search",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "deletion": "del",
}
_NOTES = re.compile(r"footnote|endnote|doc-note", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element that is open."""

    tag: str
    """As it is meant: what has the role of navigation is `nav`."""
    number: int
    """Counted from 1 in the order of the page."""
    attributes: Mapping[str, str]
    in_section: bool
    """Whether it stands within a part of the page that has a head and a foot of its own."""

    @property
    def is_hidden(self) -> bool:
        """Whether no browser shows it."""
        has = self.attributes
        if not has:
            return False
        if has.get("hidden", "until-found").lower() != "until-found":
            return True
        style = has.get("style", "")
        return bool(style and _NOT_SHOWN.search(style)) or bool(
            _UNSEEN_CLASSES.search(has.get("class", ""))
        )

    @property
    def is_chrome(self) -> bool:
        """Whether it belongs to the site rather than to the text."""
        if self.tag in ("nav", "search"):
            return True
        if self.tag == "footer":
            return not self.in_section
        if self.tag == "aside":
            has = self.attributes
            return not _NOTES.search(" ".join((has.get("role", ""), has.get("class", ""))))
        # LibreOffice marks head and foot of its pages so.
        return self.tag == "div" and self.attributes.get("title") in ("header", "footer")


class Walk:
    """A walk from element to element. Those who walk say what they leave out and what they do."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self._number = 0
        self._left_out = 0
        """How many elements are open from one on that is left out."""

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is passed by with all that it holds."""
        return element.tag in UNSEEN or element.is_hidden

    def begins(self, element: Element) -> None:
        """Take note that an element begins; it is not open yet."""

    def says(self, text: str) -> None:
        """Take note of text."""

    def ends(self, element: Element) -> None:
        """Take note that an element ends; it is no longer open."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle a start tag, as libxml2 reports it."""
        self._number += 1
        if self._left_out:
            self._left_out += 1
            self._keep_shallow(self._left_out)
            return
        self._keep_shallow(len(self.open))
        above = self.open[-1] if self.open else None
        within = above is not None and (above.in_section or above.tag in _SECTIONS)
        role = attributes.get("role") if attributes else None
        meant = _ROLES.get(role.strip().lower(), tag) if role else tag
        element = Element(meant, self._number, attributes, within)
        if self.leaves_out(element):
            self._left_out = 1
            return
        self.begins(element)
        self.open.append(element)

    def end(self, _tag: str) -> None:
        """Handle an end tag; libxml2 has made them match."""
        if self._left_out:
            self._left_out -= 1
        elif self.open:
            self.ends(self.open.pop())

    def data(self, text: str) -> None:
        """Handle text."""
        if not self._left_out:
            self.says(text)

    def close(self) -> None:
        """Handle the end of the page."""

    @staticmethod
    def _keep_shallow(depth: int) -> None:
        if depth > DEEPEST:
            raise UnreadableError(
                f"is nested too deeply: more than {DEEPEST:,} elements stand open"
            )


def walk(page: str, walker: Walk) -> None:
    """Lead `walker` through `page`; raise UnreadableError where that cannot be done."""
    from lxml import etree

    parser = etree.HTMLParser(
        target=walker, encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = page.encode("utf-8", "replace") or b" "
    try:
        for at in range(0, len(data), _CHUNK):
            parser.feed(data[at : at + _CHUNK])
        parser.close()
    except etree.LxmlError as error:
        raise UnreadableError("is damaged: it cannot be read as HTML") from error
