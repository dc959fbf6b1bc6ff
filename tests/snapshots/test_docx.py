"""A Word file becomes paragraphs as if its changes were accepted; a hostile one a fault."""

from __future__ import annotations

import pytest

from deckmaker.snapshots import transcribe
from snapshots.making import docx, docx_body, words
from snapshots.office import FILES, REPORT, convert, flat_odt


def read(data: bytes) -> tuple[str, ...]:
    transcript = transcribe("a.docx", data)
    assert bool(transcript.fault) != bool(transcript.paragraphs)
    return transcript.paragraphs


def test_a_report_that_libreoffice_wrote_comes_back():
    assert read((FILES / "report.docx").read_bytes()) == REPORT


def test_changes_are_accepted():
    body = (
        "<w:p><w:r><w:t>It</w:t></w:r><w:del><w:r><w:delText> was</w:delText></w:r></w:del>"
        '<w:ins><w:r><w:t xml:space="preserve"> is</w:t><w:br/><w:t>so.</w:t></w:r></w:ins></w:p>'
        "<w:moveFrom><w:p><w:r><w:t>Gone.</w:t></w:r></w:p></w:moveFrom>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One, </w:t></w:r></w:p>"
        + words("two.")
    )
    assert read(docx(body)) == ("It is so.", "One, two.")


def test_tables_and_notes_are_paragraphs():
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(words('Port'))}{cell.format(words('12') + words('in use'))}</w:tr>"
    noted = '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>'
    noted += '<w:t xml:space="preserve"> goes on.</w:t></w:r></w:p>'
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = f'<w:footnotes xmlns:w="{word}"><w:footnote w:id="2">{words("The note.")}'
    data = docx(
        f"{noted}<w:tbl>{row}</w:tbl>",
        {"word/footnotes.xml": notes + "</w:footnote></w:footnotes>"},
    )
    assert read(data) == ("Text goes on.", "Port | 12 in use", "The note.")


def test_a_style_map_in_the_file_is_not_obeyed():
    data = docx(words("Text."), {"mammoth/style-map": "p => !"})
    assert read(data) == ("Text.",)


ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "{}">]>'


def related(kind: str, target: str) -> str:
    """Return a part that tells where others are."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    one = f'<r:Relationship Id="a" Type="{kinds}/{kind}" Target="{target}"/>'
    return f'<r:Relationships xmlns:r="{package}">{one}</r:Relationships>'


@pytest.mark.parametrize(
    ("part", "kind", "target"),
    [
        ("_rels/.rels", "officeDocument", "word/real.bin"),
        ("_rels/.RELS", "officeDocument", "/word/real.bin"),
        ("word/_rels/document.xml.rels", "styles", "real.bin"),
        ("word/_rels/document.xml.rels", "footnotes", "real.xml&#10;"),
        ("word/_rels/document.xml.rels", "comments", "real"),
    ],
)
def test_no_part_is_read_that_was_not_looked_over(part, kind, target):
    hidden = f"{ENTITIES}<a>&b;</a>"
    data = docx(words("Text."), {part: related(kind, target), "word/real.bin": hidden})
    fault = f"is damaged: its {kind} is a part that is not called .xml, as in no Word file"
    assert transcribe("a.docx", data).fault == fault


def test_parts_are_followed_that_are_xml_and_others_left_alone():
    parts = {
        "_rels/.rels": related("officeDocument", "/word/document2.xml"),
        "word/document2.xml": docx_body(words("The other.")),
        "word/_rels/document2.xml.rels": related("image", "media/a.bmp"),
    }
    assert read(docx(words("Text."), parts)) == ("The other.",)


def test_raised_figures_become_no_digits():
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    said = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    pieces = (("40", "1"), (" people on 40 km", "2"), (" and 10", "6"))
    body = "".join(said.format(one) + raised.format(other) for one, other in pieces)
    assert read(docx(f"<w:p>{body}</w:p>")) == ("40 people on 40 km2 and 10^6",)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (docx(words("&b;"), head=ENTITIES), "is damaged: its XML declares a document type"),
        (docx(words("&c;"), head=ENTITIES.format(__file__)), "is damaged: its XML declares"),
        (docx("<w:p>"), "is damaged: its XML is broken"),
        (docx("<w:p>" * 9_000 + "</w:p>" * 9_000), "is damaged: its parts are nested too deeply"),
        (docx("<w:p/>" * 500_001), "holds more than 500,000 elements of XML"),
        (docx(words("x" * 2_000_001)), "holds more than 2 million characters"),
        (docx(words("x"), {"word/styles.xml": b" " * 50_000_001}), "unpacks to more than 50 MB"),
        (docx(words("x"), {"word/styles.xml": b"<a"}), "is damaged: its XML is broken"),
    ],
)
def test_a_hostile_file_is_refused(data, fault):
    assert transcribe("a.docx", data).fault.startswith(fault)


def test_pictures_are_not_unpacked():
    assert read(docx(words("Text."), {"word/media/a.bmp": b"\0" * 60_000_000})) == ("Text.",)


def test_a_password_is_said():
    data = bytearray(docx(words("Text.")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert transcribe("a.docx", bytes(data)).fault == "is protected by a password"


@pytest.mark.render
@pytest.mark.parametrize("ending", ["docx:MS Word 2007 XML", "html"])
def test_what_writer_writes_comes_back(tmp_path, ending):
    source = tmp_path / "report.fodt"
    source.write_text(flat_odt(), encoding="utf-8")
    made = convert(source, ending)
    assert transcribe(made.name, made.read_bytes()).paragraphs == REPORT
