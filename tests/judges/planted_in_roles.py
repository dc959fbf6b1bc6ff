"""Defects planted in what the parts of a memo are, by the check that must find each."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from judges import role_checks
from judges.spoiling import (
    Check,
    Planted,
    element,
    elements,
    holding,
    in_page,
    in_root,
    kids,
    named,
    tagged,
    without,
)


def drop_heading(pdf: pikepdf.Pdf) -> None:
    """Let a section be headed by a paragraph."""
    tagged("P")(elements(pdf, "H2")[1])


def cut_a_row(pdf: pikepdf.Pdf) -> None:
    """Take the last cell out of a row."""
    row = next(one for one in elements(pdf, "TR") if len(kids(one)) > 2)
    row.K = Array(kids(row)[:-1])


PLANTED: dict[Check, Planted] = {
    role_checks.wrong_root: {
        "two roots": (
            lambda pdf: pdf.Root.StructTreeRoot.K.append(
                pdf.make_indirect(
                    Dictionary(S=Name.Document, P=pdf.Root.StructTreeRoot, K=Array([]))
                )
            ),
            "not one Document",
        ),
        "a document in a document": (
            element("Sect", tagged("Document")),
            "is within another element",
        ),
    },
    role_checks.misplaced_elements: {
        "a tag of nobody": (element("BibEntry", tagged("Source")), "is no standard element"),
        "an item outside lists": (element("L", tagged("Div")), "must not stand in Div"),
        "a list that holds text": (
            lambda pdf: holding("L", lambda held: held.append(0))(pdf),
            "holds text that is of no element of its own",
        ),
    },
    role_checks.wrong_headings: {
        "a heading skipped": (element("H2", tagged("H3"), 0), "follows a heading of level 1"),
        "two first headings": (element("H2", tagged("H1"), 1), "there are 2 headings H1"),
        "a section without a heading": (drop_heading, "has no heading"),
    },
    role_checks.silent_elements: {
        "a heading without words": (
            in_page(r"(/H1<</MCID \d+>>BDC).*?EMC", r"\1 EMC"),
            "says nothing",
        ),
        "an empty paragraph": (
            lambda pdf: holding(
                "Sect",
                lambda held: held.append(
                    pdf.make_indirect(Dictionary(S=Name.P, P=elements(pdf, "Sect")[0]))
                ),
            )(pdf),
            "holds nothing",
        ),
    },
    role_checks.wrong_lists: {
        "a list of paragraphs": (element("LI", tagged("P")), "holds ["),
        "a label behind its body": (
            lambda pdf: holding("LI", lambda held: held.reverse())(pdf),
            "holds ['LBody', 'Lbl']",
        ),
        "a numbering that is none": (
            lambda pdf: [without("/A")(one) for one in elements(pdf, "L") if "/A" in one],
            "is numbered otherwise",
        ),
    },
    role_checks.wrong_tables: {
        "a body before its head": (
            lambda pdf: holding("Table", lambda held: held.reverse(), -1)(pdf),
            "holds ['TBody', 'THead",
        ),
        "a table without a head": (
            lambda pdf: holding("Table", lambda held: held.pop(0), -1)(pdf),
            "no single header row",
        ),
        "a row with a cell less": (cut_a_row, "has rows of"),
        "a header cell without scope": (element("TH", without("/A")), "has the scope “”"),
        "a header cell that heads nothing": (
            lambda pdf: [tagged("TD")(one) for one in elements(pdf, "TH")],
            "is a plain cell in the head",
        ),
    },
    role_checks.wrong_figures: {
        "a figure without words": (element("Figure", without("/Alt")), "says “” of what it shows"),
        "a figure named after its file": (
            element("Figure", named("/Alt", String("chart-1.png"))),
            "says “chart-1.png”",
        ),
        "a figure without a place": (
            element("Figure", lambda one: without("/BBox")(one.A)),
            "has no BBox",
        ),
        "a figure beside its page": (
            element("Figure", lambda one: named("/BBox", Array([0, 0, 900, 10]))(one.A)),
            "leaves its page",
        ),
    },
    role_checks.wrong_notes: {
        "a note without a name": (element("Note", without("/ID")), "has no ID"),
        "notes of one name": (
            lambda pdf: [named("/ID", String("note"))(one) for one in elements(pdf, "Note")],
            "shares the ID",
        ),
        "a note that cannot be found": (
            lambda pdf: without("/IDTree")(pdf.Root.StructTreeRoot),
            "the IDTree does not lead",
        ),
    },
    role_checks.idle_spans: {
        "a span for nothing": (
            element("Reference", tagged("Span")),
            "says nothing of what it holds",
        ),
    },
    role_checks.wrong_links: {
        "a link called a span": (element("Link", tagged("Quote")), "has an area"),
        "a reference called a link": (element("Reference", tagged("Link")), "cannot be clicked on"),
    },
    role_checks.wrong_languages: {
        "no language": (in_root(without("/Lang")), "is in the language “”"),
        "a language that is none": (
            in_root(named("/Lang", String("english please"))),
            "is in the language “english please”",
        ),
        "a part in no language": (
            element("P", named("/Lang", String("x_y"))),
            "is in the language “x_y”",
        ),
    },
}
