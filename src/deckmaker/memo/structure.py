"""What the parts of a memo are: elements of the structure that a screen reader tells.

An element knows its tag and what it belongs to; the pages know which element each mark is of. The
tree itself is put together while the pages are drawn (`tagging`), in the order in which elements
are met. So whatever sets text says once what it sets, and nobody keeps lists of children.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tag = Literal[
    "Document",
    "Sect",
    "Div",
    "P",
    "H1",
    "H2",
    "H3",
    "BlockQuote",
    "Quote",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "Caption",
    "Figure",
    "Note",
    "Reference",
    "BibEntry",
    "Link",
    "Span",
]
"""The standard structure types in use (ISO 32000-1, 14.8.4)."""
Numbering = Literal["", "Decimal"]
"""How the labels of a list are counted, if they are (ISO 32000-1, table 347)."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is said of some elements besides what they are."""

    alt: str = ""
    """What a figure shows, in words."""
    actual: str = ""
    """What its letters stand for, where they are not those that were typed, such as capitals."""
    lang: str = ""
    """BCP 47, where it is not the memo's."""
    title: str = ""
    """How the part is called, for readers that list the parts."""
    scope: Literal["", "Row", "Column"] = ""
    """What a header cell is the head of."""
    numbering: Numbering = ""


_NONE = Details()


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A part of the memo, the same on however many lines and pages it stands.

    Two elements are never equal: each is a part of its own.
    """

    tag: Tag
    parent: Element | None = None
    """What it belongs to. Of a part of a line it may be left open: then it belongs to the line's
    element."""
    details: Details = _NONE
    """Shared by the many of which there is nothing to say."""

    def enclosing(self, tag: Tag) -> Element | None:
        """Return the nearest element with `tag` that this one is or belongs to."""
        element: Element | None = self
        while element is not None and element.tag != tag:
            element = element.parent
        return element

    def part(self, tag: Tag) -> Element:
        """Return a new part of this one."""
        return Element(tag, self)
