"""Defects planted in what the file of a memo says of itself, by the check that must find each."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, String

from judges import file_checks
from judges.spoiling import (
    Check,
    Planted,
    in_first_page,
    in_font,
    in_link,
    in_page,
    in_root,
    in_xmp,
    named,
    to_unicode,
    without,
)

PLANTED: dict[Check, Planted] = {
    file_checks.unmarked_file: {
        "not marked as tagged": (in_root(without("/MarkInfo")), "MarkInfo"),
        "the file's name for a title": (in_root(without("/ViewerPreferences")), "DisplayDocTitle"),
        "no title": (lambda pdf: without("/Title")(pdf.docinfo), "the file has no title"),
    },
    file_checks.unmarked_pages: {
        "tabs in no order": (
            in_first_page(without("/Tabs")),
            "is tabbed through in the order None",
        ),
        "a page that leads nowhere": (
            in_first_page(without("/StructParents")),
            "has no StructParents",
        ),
        "pages of one key": (
            lambda pdf: named("/StructParents", pdf.pages[0].StructParents)(pdf.pages[1].obj),
            "two pages share",
        ),
    },
    file_checks.wrong_properties: {
        "another subject in XMP": (
            in_xmp("For decision: ", "For action: "),
            "/Subject is",
        ),
        "another author in XMP": (
            in_xmp("Harbour office</rdf:li>", "Nobody</rdf:li>"),
            "/Author is",
        ),
        "another date in XMP": (
            in_xmp("<xmp:CreateDate>2026-11-23T", "<xmp:CreateDate>2026-11-24T"),
            "/CreationDate is",
        ),
        "a property that XMP has not": (
            lambda pdf: named("/Colophon", String("x"))(pdf.docinfo),
            "holds /Colophon",
        ),
    },
    file_checks.wrong_species: {
        "not PDF/UA": (in_xmp("<pdfuaid:part>1<", "<pdfuaid:part>2<"), "pdfuaid:part is “2”"),
        "not PDF/A-2a": (
            in_xmp("<pdfaid:conformance>A<", "<pdfaid:conformance>B<"),
            "pdfaid:conformance is “B”",
        ),
        "no XMP at all": (in_root(without("/Metadata")), "pdfaid:part is “”"),
    },
    file_checks.wrong_colours: {
        "colours that mean nothing": (in_root(without("/OutputIntents")), "not one output intent"),
        "colours without a profile": (
            lambda pdf: without("/DestOutputProfile")(pdf.Root.OutputIntents[0]),
            "has no ICC profile",
        ),
        "a profile of four inks": (
            lambda pdf: named("/N", 4)(pdf.Root.OutputIntents[0].DestOutputProfile),
            "not of three colours",
        ),
    },
    file_checks.wrong_fonts: {
        "a font that is not embedded": (
            in_font(lambda font: without("/FontFile2")(font.DescendantFonts[0].FontDescriptor)),
            "is not embedded",
        ),
        "a font without text": (in_font(without("/ToUnicode")), "has no ToUnicode"),
        "a font that is not there": (in_page(r"/F1 ", "/F99 "), "shows text in /F99"),
        "a code that reads as nothing": (
            in_font(to_unicode(rb"<0001> <[0-9A-F]+>", b"")),
            "code 1 reads as nothing",
        ),
        "a code that reads as zero": (
            in_font(to_unicode(rb"<0001> <[0-9A-F]+>", b"<0001> <0000>")),
            "reads as '\\x00'",
        ),
        "a code that reads as a private sign": (
            in_font(to_unicode(rb"<0001> <[0-9A-F]+>", b"<0001> <E000>")),
            "reads as '\\ue000'",
        ),
    },
    file_checks.forbidden_contents: {
        "a script": (
            in_root(named("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.beep()")))),
            "has OpenAction",
        ),
        "a file inside": (
            in_root(named("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))),
            "has EmbeddedFiles",
        ),
        "a link that starts a program": (
            in_link(named("/A", Dictionary(S=Name.Launch, F=String("a.exe")))),
            "the action /Launch",
        ),
        "a stream that lies elsewhere": (
            in_font(lambda font: named("/F", String("elsewhere.bin"))(font.ToUnicode)),
            "refers to another file",
        ),
    },
}
