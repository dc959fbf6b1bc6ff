"""The structure of a PDF under way: what is drawn is marked for its element, then the tree written.

Elements are met while pages are drawn; each becomes a node under its parent's when it is met first.
So the tree has the order in which the memo is read, holds nothing that is not on a page, and an
element that goes on over lines and pages stays one (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from deckmaker.memo.operators import number, text_string
from deckmaker.memo.pdffile import REFERENCE, Reference, referred
from deckmaker.memo.structure import Element

_PAGE = 1 << 20
"""More sequences than a page can have."""
_COUNTED = 4
"""Characters for the number of a sequence, so that most of them align."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top; points from the page's lower left corner."""


Margin = Literal["Header", "Footer"]
_MARGINS: dict[Margin, str] = {
    "Header": "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
    "Footer": "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
}
_DECORATION = "/Artifact BMC"
"""What opens a sequence of no element (ISO 32000-1, 14.8.2.2)."""


class _Closed:
    """Stands for the element of what is drawn while no sequence is open."""


_CLOSED = _Closed()


@dataclass(slots=True, eq=False)
class _Node:
    """An element that was met, with what it holds in the order in which that was drawn."""

    element: Element
    parent: _Node | None
    kids: list[_Node | int | _Annotation] = field(default_factory=list)
    """Parts, the areas of links, and sequences of marked content: `_PAGE` × page + number."""
    box: Box | None = None
    """Where a figure stands."""
    number: int = 0
    """Of its object, once the tree is written."""


@dataclass(frozen=True, slots=True)
class _Annotation:
    """The clickable area of a link."""

    page: int
    name: str


class Tagging:
    """Marks what is drawn and remembers of what it is."""

    def __init__(self) -> None:
        """Begin a structure without elements."""
        self._nodes: dict[Element, _Node] = {}
        self._roots: list[_Node] = []
        self._pages = 0
        self._marked: list[_Node] = []
        """What the sequences of this page are of."""
        self._parents: list[list[_Node] | _Node] = []
        """By key: the elements of a page's sequences, or that of an annotation."""

        self._open: Element | _Closed | None = _CLOSED
        self.margin: Margin | None = None
        """The margin of the page that is drawn, None between them."""

    def begin_page(self) -> int:
        """Begin a page; return the key under which its sequences are listed."""
        self._pages += 1
        self._marked = []
        self._parents.append(self._marked)
        return len(self._parents) - 1

    def enter(self, element: Element | None) -> str:
        """Return the operators that make what follows of `element`; of None it is decoration."""
        if self._open is element:
            return ""
        closing = self.leave()
        self._open = element
        if element is None:
            opening = _MARGINS[self.margin] if self.margin else _DECORATION
        else:
            opening = self.opened(None, element)
        return f"{closing} {opening}".lstrip()

    def leave(self) -> str:
        """Return the operator that closes what is open, if anything is."""
        if self._open is _CLOSED:
            return ""
        self._open = _CLOSED
        return "EMC"

    def opened(self, part: Element | None, within: Element) -> str:
        """Return the operator that opens a sequence of a `part` of a line, or of its own element.

        The line is of the element `within`. Closing such a sequence is the caller's.
        """
        element = within if part is None else part
        node = self._node(element, None if part is None else within)
        number = len(self._marked)
        self._marked.append(node)
        node.kids.append(_PAGE * self._pages + number)
        return f"/{element.tag}<</MCID {number}>>BDC"

    def met(self, element: Element) -> None:
        """Take an element up of which nothing is to be seen yet, or ever, as of an empty cell."""
        self._node(element, None)

    def annotated(self, element: Element, name: str) -> int:
        """Take up the area `name` of a link; return the key that leads back to the link."""
        node = self._nodes[element]
        node.kids.append(_Annotation(self._pages, name))
        self._parents.append(node)
        return len(self._parents) - 1

    def bounded(self, element: Element, box: Box) -> None:
        """Take up where a figure, or a piece of it, stands on this page."""
        node = self._node(element, None)
        known = node.box
        if known is not None:
            left, bottom = map(min, known[:2], box[:2])
            right, top = map(max, known[2:], box[2:])
            box = (left, bottom, right, top)
        node.box = box

    def count(self) -> int:
        """Return how many objects the tree takes besides its root: its nodes, and one more."""
        return len(self._nodes) + 1

    def objects(self, root: int, first: int, reference: Reference) -> Iterator[tuple[int, str]]:
        """Yield the objects of the tree: that of its root, and others numbered from `first` on."""
        # Packed side by side, elements of one kind differ in little but numbers that grow.
        # Numbers of one width keep what is equal in one column (`pdffile`).
        nodes = sorted(self._ordered(), key=lambda node: node.element.tag)
        for at, node in enumerate(nodes, first):
            node.number = at
        notes: list[str] = []
        width = len(str(len(nodes)))  # names of equal length are in the order of their numbers
        for node in nodes:
            entries = _attributes(node)
            if node.element.tag == "Note":
                notes.append(f"(note-{len(notes) + 1:0{width}})")
                entries += f"/ID{notes[-1]}"
                notes[-1] += f"{node.number} 0 R"
            parent = node.parent.number if node.parent is not None else root
            yield (
                node.number,
                f"<</S/{node.element.tag}/P {referred(parent)}{entries}{_kids(node, reference)}>>",
            )
        parents = first + len(nodes)
        yield parents, f"{'<</Nums['.ljust(REFERENCE)}{''.join(self._numbers())}]>>"
        kids = " ".join(f"{node.number} 0 R" for node in self._roots)
        named = f"/IDTree<</Names[{''.join(notes)}]>>" if notes else ""
        yield (
            root,
            f"<</Type/StructTreeRoot/K[{kids}]/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}{named}>>",
        )

    def _node(self, element: Element, within: Element | None) -> _Node:
        """Return the node of `element`, under that of its parent or else of `within`."""
        node = self._nodes.get(element)
        if node is None:
            above = element.parent
            if above is None:
                above, within = within, None
            parent = None if above is None else self._node(above, within)
            node = self._nodes[element] = _Node(element, parent)
            (self._roots if parent is None else parent.kids).append(node)
        return node

    def _ordered(self) -> Iterator[_Node]:
        """Yield every node before those under it."""
        waiting = self._roots[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [kid for kid in reversed(node.kids) if isinstance(kid, _Node)]

    def _numbers(self) -> Iterator[str]:
        """Yield the entries of the parent tree, all as wide as references, so that they align."""
        for key, parent in enumerate(self._parents):
            if isinstance(parent, _Node):
                yield f"{key} ".rjust(REFERENCE)
                yield f"{referred(parent.number)} "
            else:
                yield f"{key}[".rjust(REFERENCE)
                for node in parent:
                    yield f"{referred(node.number)} "
                yield "]".ljust(REFERENCE)


def _attributes(node: _Node) -> str:
    """Return what the dictionary of an element says of it."""
    element, details = node.element, node.element.details
    said = ""
    if details.title:
        said += f"/T{text_string(details.title)}"
    if details.lang:
        said += f"/Lang{text_string(details.lang)}"
    if details.actual:
        said += f"/ActualText{text_string(details.actual)}"
    if details.alt:
        said += f"/Alt{text_string(details.alt)}"
    if details.scope:
        said += f"/A<</O/Table/Scope/{details.scope}>>"
    if details.numbering:
        said += f"/A<</O/List/ListNumbering/{details.numbering}>>"
    if element.tag == "Figure":
        # A box is of one page (ISO 32000-1, table 344); a figure on several has none.
        pages = {kid // _PAGE for kid in node.kids if isinstance(kid, int)}
        box = (
            "/BBox[" + " ".join(map(number, node.box)) + "]" if node.box and len(pages) == 1 else ""
        )
        said += f"/A<</O/Layout/Placement/Block{box}>>"
    return said


def _kids(node: _Node, reference: Reference) -> str:
    """Return the entries for what an element holds; what is not on its first page says so."""
    home = next((kid // _PAGE for kid in node.kids if isinstance(kid, int)), 0)
    kids = []
    for kid in node.kids:
        match kid:
            case _Node():
                kids.append(referred(kid.number))
            case int():
                page, at = divmod(kid, _PAGE)
                apart = f"<</Type/MCR/Pg {reference(f'Page{page}')}/MCID {at:{_COUNTED}}>>"
                kids.append(f"{at:{_COUNTED}}" if page == home else apart)
            case _Annotation(page=page, name=name):
                kids.append(f"<</Type/OBJR/Pg {reference(f'Page{page}')}/Obj {reference(name)}>>")
    if not kids:
        return ""
    listed = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
    at_home = f"/Pg {reference(f'Page{home}')}" if home else ""
    return f"{at_home}/K {listed}" if not listed.startswith(("[", "<")) else f"{at_home}/K{listed}"
