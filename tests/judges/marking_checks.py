"""Do marks and structure belong together? What is drawn, what claims it, and the ways back.

PDF/UA checkers take the tree's word: they overlook doubled numbers, a ParentTree that leads
elsewhere, and text that is told nowhere because it is marked as decoration.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import bidirectional

import pikepdf

from judges.contents import Page, Sequence
from judges.tagged import Area, Content, Element, Name, Tagged, plain

_HEAD, _FOOT = 0.75, 0.25
"""Above and below these shares of a page's height running heads and feet stand."""


def unbalanced_marks(memo: Tagged) -> Iterator[str]:
    """Marked content opens and closes in turn, and none that is told stands within other."""
    for page in memo.pages:
        for fault in page.faults:
            yield f"{_place(page)}: {fault}"
        for one in page.sequences:
            if one.nested:
                yield f"{_place(page)}: {one.tag} {one.mcid} is marked within other marked content"


def unclaimed_marks(memo: Tagged) -> Iterator[str]:
    """Every number of marked content is used once and claimed by one element, of its own tag."""
    claims = Counter((kid.page, kid.mcid) for _, kid in _contents(memo))
    tags = {(kid.page, kid.mcid): element.tag for element, kid in _contents(memo)}
    for page, name in zip(memo.pages, memo.page_names, strict=True):
        used = Counter(one.mcid for one in page.sequences if one.kind == "element")
        for mcid, count in used.items():
            if count > 1:
                yield f"{_place(page)}: MCID {mcid} is used {count} times"
            if not claims[name, mcid or 0]:
                yield f"{_place(page)}: MCID {mcid} is of no element"
        for one in page.sequences:
            if one.kind == "element" and tags.get((name, one.mcid or 0), one.tag) != one.tag:
                yield f"{_place(page)}: MCID {one.mcid} is marked {one.tag} and of another tag"
    for (_, mcid), count in claims.items():
        if count > 1:
            yield f"MCID {mcid} is claimed {count} times"


def missing_marks(memo: Tagged) -> Iterator[str]:
    """What an element claims is there."""
    for element, kid in _contents(memo):
        if (kid.page, kid.mcid) not in memo.marked:
            yield f"{element} claims MCID {kid.mcid}, which is on no page"


def wrong_parents(memo: Tagged) -> Iterator[str]:
    """The ParentTree leads from marked content to the element that claims it."""
    claimed = {(kid.page, kid.mcid): element for element, kid in _contents(memo)}
    for page, source in zip(memo.pages, memo.pdf.pages, strict=True):
        key = source.get("/StructParents")
        listed = memo.parents.get(int(key)) if key is not None else None
        if not isinstance(listed, pikepdf.Array):
            yield f"{_place(page)}: nothing leads from its marks to their elements"
            continue
        for one in page.sequences:
            if one.kind != "element" or one.mcid is None:
                continue
            element = claimed.get((source.obj.objgen, one.mcid))
            there = listed[one.mcid].objgen if one.mcid < len(listed) else None
            if element is not None and there != element.name:
                yield f"{_place(page)}: the ParentTree disagrees about MCID {one.mcid}"
    root = memo.pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    if memo.parents and int(root.get("/ParentTreeNextKey", -1)) <= max(memo.parents):
        yield "ParentTreeNextKey is a key in use"


def wrong_pointers(memo: Tagged) -> Iterator[str]:
    """Every element leads back to what it is listed under, and is listed once."""
    root = memo.pdf.Root.get("/StructTreeRoot")
    for element in memo.elements:
        above = element.source.get("/P")
        wanted = element.parent.source if element.parent is not None else root
        if above is None or wanted is None or above.objgen != wanted.objgen:
            yield f"{element} has a wrong parent pointer"
    listed = Counter(
        kid.objgen
        for element in memo.elements
        for kid in _listed(element)
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
    )
    for name, count in listed.items():
        if count > 1:
            yield f"object {name[0]} is listed under {count} elements"


def wrong_annotations(memo: Tagged) -> Iterator[str]:
    """Every annotation is a link that its Link element claims, with words that say where to."""
    claimed: dict[Name, Element] = {}
    for element in memo.elements:
        for kid in element.kids:
            if isinstance(kid, Area):
                if kid.annotation in claimed:
                    yield f"{element} claims an annotation that another one claims"
                claimed[kid.annotation] = element
    present = set()
    for number, page in enumerate(memo.pdf.pages, 1):
        for one in page.get("/Annots", []):
            place = f"page {number}: annotation {one.objgen[0]}"
            present.add(one.objgen)
            element = claimed.get(one.objgen)
            if one.get("/Subtype") != "/Link":
                yield f"{place} is no link"
            if element is None or element.tag != "Link":
                yield f"{place} is of no Link element"
            key = one.get("/StructParent")
            back = memo.parents.get(int(key)) if key is not None else None
            if element is not None and (back is None or back.objgen != element.name):
                yield f"{place} has a wrong StructParent"
            if not plain(str(one.get("/Contents", ""))):
                yield f"{place} does not say where it leads: no Contents"
            if "/A" not in one and "/Dest" not in one:
                yield f"{place} leads nowhere"
    for name, element in claimed.items():
        if name not in present:
            yield f"{element} claims an annotation that is on no page"


def loose_drawing(memo: Tagged) -> Iterator[str]:
    """Whatever is shown or painted is of an element or marked as an artifact."""
    for page in memo.pages:
        for one in page.sequences:
            if one.kind == "neither" and (one.text or one.painted):
                what = f"“{one.text[:40]}”" if one.text else f"{one.painted} operators"
                yield f"{_place(page)}: {what} outside marked content"
    for number, page in enumerate(memo.pdf.pages, 1):
        for name, form in page.resources.get("/XObject", {}).items():
            if form.get("/Subtype") == "/Form" and {"Tj", "TJ", "BDC", "Do"} & {
                str(one.operator) for one in pikepdf.parse_content_stream(form)
            }:
                yield f"page {number}: the form {name} holds text, marks or forms"


def silenced_text(memo: Tagged) -> Iterator[str]:
    """Text that is told nowhere runs along the edges of pages, or is told where it stood first."""
    shown = (one for root in memo.roots for one in memo.sequences(root))
    everything = _squeezed("".join(one.text for one in shown))
    for page, source in zip(memo.pages, memo.pdf.pages, strict=True):
        height = float(source.mediabox[3])
        told = [y for one in page.sequences if one.kind == "element" for y, _ in one.lines]
        for one in page.sequences:
            if one.kind != "artifact":
                continue
            for at, (y, text) in enumerate(one.lines):
                again = _is_told(text, everything)
                running = _runs(one, y / height)
                # Above a table that goes on, its number stands with a word that says so: one line.
                above = at == 0 and len(one.lines) > 1 and all(y >= other for other in told)
                if not (again or running or above):
                    yield f"{_place(page)}: “{plain(text)[:60]}” is told nowhere"


def _runs(one: Sequence, height: float) -> bool:
    """Tell whether an artifact is a running head or foot and stands where these do."""
    said = one.properties
    if said is None or said.get("/Type") != "/Pagination":
        return False
    return height > _HEAD if said.get("/Subtype") == "/Header" else height < _FOOT


def _is_told(text: str, everything: str) -> bool:
    """Tell whether a line stands in what is told.

    The parts of a line that runs both ways are drawn as they stand, so its words are looked for.
    """
    if any(bidirectional(letter) in ("R", "AL") for letter in text):
        return all(word in everything for word in re.findall(r"\w+", plain(text)))
    return _squeezed(text) in everything


def _squeezed(text: str) -> str:
    return "".join(plain(text).split())


def _contents(memo: Tagged) -> Iterator[tuple[Element, Content]]:
    for element in memo.elements:
        for kid in element.kids:
            if isinstance(kid, Content):
                yield element, kid


def _listed(element: Element) -> list[pikepdf.Object]:
    kids = element.source.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _place(page: Page) -> str:
    return f"page {page.number + 1}"


CHECKS = (
    unbalanced_marks,
    unclaimed_marks,
    missing_marks,
    wrong_parents,
    wrong_pointers,
    wrong_annotations,
    loose_drawing,
    silenced_text,
)
