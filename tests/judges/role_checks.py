"""Is every part of the memo what it says it is? Headings, lists, tables, figures, notes, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf

from judges.tagged import Area, Content, Element, Tagged, plain

HEADING = re.compile(r"H([1-6])")
LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*", re.IGNORECASE
)
"""A tag of BCP 47 with language, script, region, variants: all that briefings may use."""
_KNOWN = frozenset({
    "Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "P", "H1", "H2", "H3", "H4", "H5",
    "H6", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Span",
    "Quote", "Note", "Reference", "BibEntry", "Link", "Figure",
})  # fmt: skip
_WITHIN = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "H1": {"Document"},
    "Sect": {"Document", "Sect"},
}
"""What some elements may stand in alone."""
_TELLING = frozenset({
    "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Link", "Quote", "BlockQuote", "Caption", "Note",
})  # fmt: skip
"""Elements that are nothing without words."""
_FILE = re.compile(r"\.(png|jpe?g|gif|svg|pdf)$", re.IGNORECASE)


def wrong_root(memo: Tagged) -> Iterator[str]:
    """There is one root, a Document; it alone is one."""
    if [root.tag for root in memo.roots] != ["Document"]:
        yield f"the roots are {[root.tag for root in memo.roots]}, not one Document"
    for element in memo.elements:
        if element.tag == "Document" and element.parent is not None:
            yield f"{element} is within another element"


def misplaced_elements(memo: Tagged) -> Iterator[str]:
    """Tags are the standard's, and stand where it lets them."""
    for element in memo.elements:
        above = element.parent
        if element.tag not in _KNOWN:
            yield f"{element} is no standard element"
        if element.tag in _WITHIN and (above is None or above.tag not in _WITHIN[element.tag]):
            yield f"{element} must not stand in {'nothing' if above is None else above}"
        if element.tag in ("Document", "Sect", "L", "LI", "Table", "THead", "TBody", "TR") and any(
            isinstance(kid, Content) for kid in element.kids
        ):
            yield f"{element} holds text that is of no element of its own"


def wrong_headings(memo: Tagged) -> Iterator[str]:
    """There is one H1, and it comes first; no level is skipped, and every Sect has a heading."""
    depth = 0
    for element in memo.elements:
        match = HEADING.fullmatch(element.tag)
        if match:
            level = int(match[1])
            if level > depth + 1:
                yield f"{element} follows a heading of level {depth}"
            depth = level
    count = sum(element.tag == "H1" for element in memo.elements)
    if count != 1:
        yield f"there are {count} headings H1"
    for element in memo.elements:
        if element.tag == "Sect" and not any(map(HEADING.fullmatch, element.holds)):
            yield f"{element} has no heading"


def silent_elements(memo: Tagged) -> Iterator[str]:
    """What is there to be told says something."""
    for element in memo.elements:
        if element.tag in _TELLING and not plain(memo.text(element)):
            yield f"{element} says nothing"
        if not element.kids and element.tag not in ("TD", "TH"):
            yield f"{element} holds nothing"


def wrong_lists(memo: Tagged) -> Iterator[str]:
    """A list holds items and perhaps a caption before them; an item a body, perhaps a label."""
    for element in memo.elements:
        if element.tag == "L":
            items = element.holds[1:] if element.holds[:1] == ["Caption"] else element.holds
            if set(items) != {"LI"}:
                yield f"{element} holds {element.holds}"
            labelled = any("Lbl" in item.holds for item in element.elements)
            numbering = str(element.attribute("/ListNumbering") or "/None")
            numbers = all(
                re.fullmatch(r"\d+\.", plain(memo.text(label)))
                for item in element.elements
                for label in item.elements
                if label.tag == "Lbl"
            )
            if labelled and numbers != (numbering == "/Decimal"):
                yield f"{element} is numbered otherwise than ListNumbering says: {numbering}"
        elif element.tag == "LI" and element.holds not in (["LBody"], ["Lbl", "LBody"], ["Lbl"]):
            yield f"{element} holds {element.holds}"


def wrong_tables(memo: Tagged) -> Iterator[str]:
    """A table has a head and a body, perhaps a caption; rows are alike, header cells have scope."""
    for element in memo.elements:
        if element.tag == "Table":
            yield from _table(element)
        elif element.tag == "TH":
            scope = str(element.attribute("/Scope") or "")
            heading = element.within("THead")
            if scope != ("/Column" if heading else "/Row"):
                yield f"{element} has the scope “{scope}”"
        elif element.tag == "TD" and element.within("THead"):
            yield f"{element} is a plain cell in the head of a table"


def _table(table: Element) -> Iterator[str]:
    parts = table.holds[1:] if table.holds[:1] == ["Caption"] else table.holds
    if parts not in (["THead", "TBody"], ["TBody"], ["THead"]):
        yield f"{table} holds {table.holds}"
    rows = [row for part in table.elements if part.tag != "Caption" for row in part.elements]
    heads = [part for part in table.elements if part.tag == "THead"]
    if [part.holds for part in heads] != [["TR"]]:
        yield f"{table} has no single header row"
    if len({len(row.elements) for row in rows}) > 1:
        yield f"{table} has rows of {sorted({len(row.elements) for row in rows})} cells"


def wrong_figures(memo: Tagged) -> Iterator[str]:
    """A figure says what it shows, and where on its page it stands if it is on one alone."""
    for element in memo.elements:
        if element.tag != "Figure":
            continue
        alt = plain(element.said("/Alt"))
        if not re.search(r"\w", alt) or _FILE.search(alt):
            yield f"{element} says “{alt}” of what it shows"
        pages = {one.page for one in memo.sequences(element)}
        box = element.attribute("/BBox")
        if len(pages) > 1 and box is not None:
            yield f"{element} is on {len(pages)} pages and has a BBox"
        if len(pages) != 1:
            continue
        if not isinstance(box, pikepdf.Array) or len(box) != 4:
            yield f"{element} has no BBox"
            continue
        left, bottom, right, top = map(float, box)
        width, height = map(float, list(memo.pdf.pages[pages.pop()].mediabox)[2:])
        if not (-1 <= left < right <= width + 1 and -1 <= bottom < top <= height + 1):
            yield f"{element} has a BBox that leaves its page"


def wrong_notes(memo: Tagged) -> Iterator[str]:
    """Every Note has an ID of its own, and the IDTree leads from it to the Note."""
    root = memo.pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    tree = root.get("/IDTree")
    ids = {} if tree is None else {str(k): v.objgen for k, v in pikepdf.NameTree(tree).items()}
    found = Counter(element.said("/ID") for element in memo.elements if "/ID" in element.source)
    for element in memo.elements:
        name = element.said("/ID")
        if element.tag == "Note" and not name:
            yield f"{element} has no ID"
        if name and found[name] > 1:
            yield f"{element} shares the ID {name} with another one"
        if name and ids.get(name) != element.name:
            yield f"the IDTree does not lead to {element}"


def idle_spans(memo: Tagged) -> Iterator[str]:
    """A Span is there to say something: the language of words, or how they are read."""
    for element in memo.elements:
        if element.tag == "Span" and not (element.said("/Lang") or element.said("/ActualText")):
            yield f"{element} says nothing of what it holds"


def wrong_links(memo: Tagged) -> Iterator[str]:
    """A Link has an area to click on, and every area is a Link's."""
    for element in memo.elements:
        areas = any(isinstance(kid, Area) for kid in element.kids)
        if areas != (element.tag == "Link"):
            yield f"{element} {'has an area' if areas else 'cannot be clicked on'}"


def wrong_languages(memo: Tagged) -> Iterator[str]:
    """The document names its language, and every language that is named can be one."""
    tags = {"the document": str(memo.pdf.Root.get("/Lang", ""))}
    tags |= {
        str(element): element.said("/Lang")
        for element in memo.elements
        if "/Lang" in element.source
    }
    for owner, tag in tags.items():
        if not LANGUAGE.fullmatch(tag):
            yield f"{owner} is in the language “{tag}”"


CHECKS = (
    wrong_root,
    misplaced_elements,
    wrong_headings,
    silent_elements,
    wrong_lists,
    wrong_tables,
    wrong_figures,
    wrong_notes,
    idle_spans,
    wrong_links,
    wrong_languages,
)
