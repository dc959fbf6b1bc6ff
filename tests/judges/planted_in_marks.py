"""Defects planted between a memo's marks and its structure, by the check that must find each."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from judges import marking_checks
from judges.spoiling import (
    Check,
    Planted,
    elements,
    holding,
    in_first_page,
    in_link,
    in_page,
    in_parent_tree,
    named,
    without,
)


def swap_in_parent_tree(numbers: Array) -> None:
    """Let two marks of the first page lead to each other's element."""
    numbers[1][4], numbers[1][5] = numbers[1][5], numbers[1][4]


def swap_link_parents(pdf: pikepdf.Pdf) -> None:
    """Let two annotations lead to each other's element."""
    found = [one for page in pdf.pages for one in page.get("/Annots", [])]
    found[0].StructParent, found[1].StructParent = found[1].StructParent, found[0].StructParent


def nest_marks(pdf: pikepdf.Pdf) -> None:
    """Put told text into decoration."""
    in_page(r"EMC (/LBody<</MCID 3>>BDC)(.*?)EMC", r"EMC /Artifact BMC \1\2EMC EMC")(pdf)


def draw_loosely(pdf: pikepdf.Pdf) -> None:
    """Draw a line that is marked as nothing."""
    in_page(r"\A", "0 0 m 10 10 l S ")(pdf)


def show_in_a_form(pdf: pikepdf.Pdf) -> None:
    """Give a page a form with text in it."""
    form = pdf.make_stream(b"BT (a) Tj ET", Type=Name.XObject, Subtype=Name.Form)
    page = pdf.pages[0]
    page.resources.XObject = Dictionary({"/Text": form})


PLANTED: dict[Check, Planted] = {
    marking_checks.unbalanced_marks: {
        "marked content left open": (in_page(r"EMC\s*\Z", ""), "stay open"),
        "marked content closed twice": (in_page(r"\Z", " EMC"), "where nothing is open"),
        "told text within decoration": (nest_marks, "within other marked content"),
    },
    marking_checks.unclaimed_marks: {
        "a number used twice": (in_page("MCID 3>>", "MCID 2>>"), "MCID 2 is used 2 times"),
        "a number of no element": (in_page("MCID 3>>", "MCID 999>>"), "MCID 999 is of no element"),
        "a number claimed twice": (
            holding("P", lambda held: held.append(held[0]), 2),
            "is claimed 2 times",
        ),
        "marked by another tag": (in_page("/H1<<", "/P<<"), "of another tag"),
    },
    marking_checks.missing_marks: {
        "a number that is on no page": (
            holding("P", lambda held: held.append(998), 2),
            "claims MCID 998, which is on no page",
        ),
    },
    marking_checks.wrong_parents: {
        "a ParentTree that mixes up": (
            in_parent_tree(swap_in_parent_tree),
            "the ParentTree disagrees",
        ),
        "a ParentTree without a page": (
            in_first_page(named("/StructParents", 99_999)),
            "nothing leads from its marks",
        ),
        "a next key in use": (
            lambda pdf: named("/ParentTreeNextKey", 1)(pdf.Root.StructTreeRoot),
            "is a key in use",
        ),
    },
    marking_checks.wrong_pointers: {
        "a wrong parent": (
            lambda pdf: named("/P", elements(pdf, "Sect")[0])(elements(pdf, "H1")[0]),
            "wrong parent pointer",
        ),
        "an element under two": (
            lambda pdf: holding("Sect", lambda held: held.append(elements(pdf, "Table")[0]))(pdf),
            "is listed under 2 elements",
        ),
    },
    marking_checks.wrong_annotations: {
        "a link of no element": (holding("Link", lambda held: held.pop()), "is of no Link element"),
        "links mixed up": (swap_link_parents, "has a wrong StructParent"),
        "a link without words": (in_link(without("/Contents")), "no Contents"),
        "a link that leads nowhere": (
            in_link(lambda one: [without(key)(one) for key in ("/A", "/Dest") if key in one]),
            "leads nowhere",
        ),
        "an annotation that is no link": (in_link(named("/Subtype", Name.Text)), "is no link"),
        "a link that is on no page": (
            lambda pdf: next(page for page in pdf.pages if "/Annots" in page).Annots.__delitem__(0),
            "claims an annotation that is on no page",
        ),
    },
    marking_checks.loose_drawing: {
        "text outside marks": (
            in_page(r"/LBody<</MCID 3>>BDC(.*?)EMC", r"\1"),
            "outside marked content",
        ),
        "a line outside marks": (draw_loosely, "1 operators outside marked content"),
        "text in a form": (show_in_a_form, "holds text, marks or forms"),
    },
    marking_checks.silenced_text: {
        "a paragraph as decoration": (
            in_page(r"(/H1<<.*?)/P<</MCID \d+>>BDC", r"\1/Artifact BMC"),
            "is told nowhere",
        ),
        "a paragraph as a running head": (
            in_page(r"/H1<</MCID (\d+)>>BDC", "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"),
            "is told nowhere",
        ),
    },
}
