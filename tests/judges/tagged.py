"""The structure of a PDF read back: its tree of elements, what each holds, and what it says.

Nothing that writes memos is asked; qpdf opens the file, `contents` reads the pages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf

from judges.contents import Page, Sequence, read_page

INLINE = frozenset({"Span", "Quote", "Link", "Reference", "Annot", "Code"})
"""Elements within a line: what they say joins what stands beside them (ISO 32000-1, 14.8.4.4)."""
UNSEEN = re.compile("[\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees or hears: they keep lines together and set directions."""

Name = tuple[int, int]
"""The number and generation of an object."""


@dataclass(eq=False)
class Content:
    """A number of marked content that an element claims."""

    page: Name | None
    mcid: int


@dataclass(eq=False)
class Area:
    """An annotation that an element claims."""

    page: Name | None
    annotation: Name


@dataclass(eq=False)
class Element:
    """An element of the structure."""

    source: pikepdf.Object
    tag: str
    parent: Element | None
    kids: list[Element | Content | Area] = field(default_factory=list)

    @property
    def name(self) -> Name:
        """The number of its object."""
        return self.source.objgen

    def said(self, key: str) -> str:
        """Return a text that its dictionary states, such as `/Alt`."""
        return str(self.source.get(key, ""))

    def attribute(self, key: str) -> pikepdf.Object | None:
        """Return an attribute of whatever owner, such as `/Scope`."""
        listed = self.source.get("/A", [])
        for one in listed if isinstance(listed, pikepdf.Array) else [listed]:
            if isinstance(one, pikepdf.Dictionary) and key in one:
                return one[key]
        return None

    @property
    def elements(self) -> list[Element]:
        """The elements right beneath it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def holds(self) -> list[str]:
        """The tags of the elements right beneath it."""
        return [kid.tag for kid in self.elements]

    def walk(self) -> Iterator[Element]:
        """Yield it and everything beneath it, in the order in which it is read."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def within(self, *tags: str) -> bool:
        """Tell whether it stands in an element of one of `tags`, however deep."""
        above = self.parent
        return above is not None and (above.tag in tags or above.within(*tags))

    def __str__(self) -> str:
        return f"{self.tag} (object {self.name[0]})"


@dataclass
class Tagged:
    """A PDF with its structure."""

    data: bytes
    pdf: pikepdf.Pdf
    roots: list[Element]
    pages: list[Page]
    parents: dict[int, pikepdf.Object]
    """The ParentTree."""

    @classmethod
    def read(cls, data: bytes) -> Tagged:
        """Return the PDF in `data`."""
        pdf = pikepdf.open(io.BytesIO(data))
        pages = [read_page(page, number) for number, page in enumerate(pdf.pages)]
        root = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        roots = [
            kid for kid in _kids(root.get("/K"), None, None, set()) if isinstance(kid, Element)
        ]
        tree = root.get("/ParentTree")
        parents = {} if tree is None else dict(pikepdf.NumberTree(tree).items())
        return cls(data, pdf, roots, pages, parents)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in the order in which it is read."""
        return [element for root in self.roots for element in root.walk()]

    @cached_property
    def page_names(self) -> list[Name]:
        """The numbers of the pages' objects."""
        return [page.obj.objgen for page in self.pdf.pages]

    @cached_property
    def marked(self) -> dict[tuple[Name | None, int], Sequence]:
        """The sequences of marked content by page and number; of several the last."""
        return {
            (self.page_names[one.page], one.mcid): one
            for page in self.pages
            for one in page.sequences
            if one.kind == "element" and one.mcid is not None
        }

    def sequences(self, element: Element) -> Iterator[Sequence]:
        """Yield all marked content of an element and of what is beneath it."""
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from self.sequences(kid)
            elif isinstance(kid, Content) and (kid.page, kid.mcid) in self.marked:
                yield self.marked[kid.page, kid.mcid]

    def text(self, element: Element) -> str:
        """Return what an element says with everything beneath it, as one text."""
        return "\n".join(said for _, said in self._told(element))

    def told(self) -> list[tuple[Element, str]]:
        """Return all that is said, in order: each stretch with the element that it belongs to.

        Elements within a line are part of the stretch; alternative texts stand for figures.
        """
        return [one for root in self.roots for one in self._told(root)]

    def _told(self, element: Element) -> list[tuple[Element, str]]:
        found: list[tuple[Element, str]] = []
        pending = ""
        for kid in self._flat(element):
            if isinstance(kid, str):
                pending += kid
                continue
            if plain(pending):
                found.append((element, plain(pending)))
            pending = ""
            found += self._told(kid)
        if plain(pending):
            found.append((element, plain(pending)))
        return found

    def _flat(self, element: Element) -> Iterator[Element | str]:
        """Yield what an element says itself, and the elements beneath that stand by themselves."""
        instead = element.said("/ActualText") or element.said("/Alt")
        if instead:
            yield instead
            return
        for kid in element.kids:
            if isinstance(kid, Content):
                sequence = self.marked.get((kid.page, kid.mcid))
                yield "" if sequence is None else sequence.text
            elif isinstance(kid, Element):
                if kid.tag in INLINE:
                    yield from self._flat(kid)
                else:
                    yield kid


def plain(text: str) -> str:
    """Return `text` as it is read: parted words joined, every white space one plain space."""
    return " ".join(UNSEEN.sub("", text.replace("\u00ad", "")).split())


def _kids(
    source: pikepdf.Object | None, above: Element | None, page: Name | None, seen: set[Name]
) -> Iterator[Element | Content | Area]:
    """Yield what a /K entry names; an element that is met twice is told where it is met first."""
    if source is None:
        return
    for one in source if isinstance(source, pikepdf.Array) else [source]:
        if isinstance(one, int):
            yield Content(page, one)
            continue
        own = one.get("/Pg")
        at = page if own is None else own.objgen
        if one.get("/Type") == "/MCR":
            yield Content(at, int(one.MCID))
        elif one.get("/Type") == "/OBJR":
            yield Area(at, one.Obj.objgen)
        elif one.objgen not in seen:
            seen.add(one.objgen)
            element = Element(one, str(one.get("/S", "/?"))[1:], above)
            element.kids = list(_kids(one.get("/K"), element, at, seen))
            yield element
