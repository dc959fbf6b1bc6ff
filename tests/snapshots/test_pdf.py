"""A PDF becomes the paragraphs that it was set from."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from deckmaker.snapshots import transcribe
from deckmaker.snapshots.pdf.hyphens import Joining
from snapshots.making import raw_pdf, set_pdf, stream
from snapshots.office import FILES, NOTE, REPORT, convert, flat_odt

ROOT = Path(__file__).parents[2]
PROSE = tuple(text for text in REPORT if len(text) > 160)


def read(data: bytes) -> tuple[str, ...]:
    transcript = transcribe("a.pdf", data)
    assert bool(transcript.fault) != bool(transcript.paragraphs), transcript.fault
    return transcript.paragraphs


def drawn(*lines: tuple[float, float, str], size: float = 11, pages: int = 1) -> bytes:
    """Return a PDF with texts at given places."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for _ in range(pages):
        canvas.setFont("Times-Roman", size)
        for x, y, text in lines:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_two_hyphenated_columns_that_libreoffice_set_come_back():
    paragraphs = read((FILES / "report-two-columns.pdf").read_bytes())
    assert tuple(text for text in paragraphs if not text.endswith(NOTE)) == REPORT
    assert len(paragraphs) == len(REPORT) + 1


def test_indented_paragraphs_over_small_pages_come_back():
    assert read((FILES / "report-indented.pdf").read_bytes()) == REPORT


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("indent", [0, 12])
@pytest.mark.parametrize("justify", [True, False])
def test_what_reportlab_sets_comes_back(columns, indent, justify):
    data = set_pdf(
        PROSE, columns=columns, indent=indent, justify=justify, head="The ferries of Vellhaven"
    )
    assert read(data) == PROSE


def test_running_heads_and_page_numbers_are_no_text():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    names = ("one", "two", "three", "four")
    for number, name in enumerate(names, start=1):
        canvas.drawString(50, 800, "Annual report 2026" if number % 2 else "Vellhaven")
        canvas.drawString(
            50, 700, f"This is the whole of what stands in the chapter number {name}."
        )
        canvas.drawString(50, 686, f"It is short, number {name}.")
        canvas.drawString(50, 40, f"{number} | 3 March 2026")
        canvas.showPage()
    canvas.save()
    assert read(made.getvalue()) == tuple(
        f"This is the whole of what stands in the chapter number {name}. "
        f"It is short, number {name}."
        for name in names
    )


def test_a_number_that_does_not_follow_the_pages_is_text():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for number in (1250, 31, 212):
        canvas.drawString(50, 700, f"{number}")
        canvas.showPage()
    canvas.save()
    assert read(made.getvalue()) == ("1250", "31", "212")


def test_rows_of_a_table_are_paragraphs():
    rows = [("Port", "Berths", "Since"), ("Elmsund", "12", "1931"), ("Varholm", "7", "1988")]
    places = [
        (50 + 120 * column, 700 - 15 * row, text)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]
    assert read(drawn(*places)) == tuple(" | ".join(row) for row in rows)


def test_raised_marks_of_notes_are_no_words():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    text = canvas.beginText(50, 700)
    text.setFont("Times-Roman", 11)
    for words, rise, size in (("The plan", 0, 11), ("3", 4, 7), (" was late: 40 km", 0, 11)):
        text.setFont("Times-Roman", size)
        text.setRise(rise)
        text.textOut(words)
    text.setFont("Times-Roman", 7)
    text.setRise(4)
    text.textOut("2")
    text.setRise(0)
    text.setFont("Times-Roman", 11)
    text.textOut(" of ice.")
    canvas.drawText(text)
    canvas.save()
    assert read(made.getvalue()) == ("The plan was late: 40 km2 of ice.",)


def test_a_turned_page_is_read_and_a_watermark_is_not():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.rotate(90)
    canvas.drawString(100, -100, "The first line of a page that lies")
    canvas.drawString(100, -114, "on its side.")
    canvas.rotate(-50)
    canvas.drawString(300, 100, "DRAFT")
    canvas.save()
    assert read(made.getvalue()) == ("The first line of a page that lies on its side.",)


DOCUMENT = ["a non-committal answer given", "the committal of it was a long-term thing then"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["called the non-", "committal letter"], "called the non-committal letter"),
        (["a long-", "term plan"], "a long-term plan"),
        (["an under\u00ad", "standing"], "an understanding"),
        (
            ["pre-", "and post-war, inter-", "and national"],
            "pre- and post-war, inter- and national",
        ),
        (["Franco-", "German"], "Franco-German"),
        (["2019-", "2020"], "2019-2020"),
        (["ten –", "or twelve"], "ten – or twelve"),
        (["word—", "word"], "word—word"),
        (["旋回", "橋"], "旋回橋"),
        (["https://example.org/", "minutes"], "https://example.org/minutes"),
    ],
)
def test_lines_are_joined_as_the_document_writes_its_words(lines, text):
    assert Joining([*DOCUMENT, *lines]).joined(lines) == text


def test_a_hyphen_goes_where_the_document_hyphenates_or_has_the_word_whole():
    lines = ["it was an extraordi-", "nary and unforeseeable conse-", "quence of the de-", "lay"]
    assert Joining(lines).joined(lines) == (
        "it was an extraordinary and unforeseeable consequence of the delay"
    )
    plain = ["no line of it is broken"] * 60
    known = [*plain, "that understanding is rare", "an under-", "standing man"]
    assert Joining(known).joined(known[-2:]) == "an understanding man"
    assert (
        Joining([*plain, "a self-", "made man"]).joined(["a self-", "made man"])
        == "a self-made man"
    )


def test_a_memo_of_our_own_is_read():
    (memo,) = (ROOT / "build").glob("*_memo.pdf")
    paragraphs = read(memo.read_bytes())
    assert "A Putin–Zelensky meeting remains unlikely" in paragraphs
    assert "To | Policy team" in paragraphs
    assert any(text.startswith("Moscow’s answer is non-committal. Disc") for text in paragraphs)
    assert not any(text.startswith("Page ") for text in paragraphs)


def encrypted(user: str) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption(user, ownerPassword="o", canPrint=0))
    canvas.drawString(50, 700, "Secret.")
    canvas.save()
    return made.getvalue()


def picture() -> bytes:
    made, drawn_in = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(drawn_in, "PNG")
    canvas = Canvas(made)
    canvas.drawImage(ImageReader(drawn_in), 50, 50, 200, 200)
    canvas.save()
    return made.getvalue()


def test_a_pdf_that_wants_a_password_says_so_and_one_that_does_not_is_read():
    assert transcribe("a.pdf", encrypted("u")).fault == "is protected by a password"
    assert read(encrypted("")) == ("Secret.",)


CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</X 5 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
HELLO = stream(b"BT /F 12 Tf 50 700 Td (Hello) Tj ET")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (picture(), "is a scan: its pages hold pictures and no text"),
        (raw_pdf([CATALOG, PAGES, PAGE, stream(b""), FONT]), "holds no text"),
        (b"%PDF-1.7\nand no more", "is damaged: it cannot be opened as a PDF"),
        (raw_pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]), "is damaged: none of"),
        (raw_pdf([CATALOG, PAGES, PAGE, b"[4 0 R 4 0 R]", FONT]), "holds no text"),
        (drawn((50, 700, "x"), pages=2_001), "has more than 2,000 pages"),
    ],
)
def test_what_cannot_be_read_is_said(data, fault):
    assert transcribe("a.pdf", data).fault.startswith(fault)


@pytest.mark.parametrize("executable", ["/no/such/python", "", None])
def test_a_process_that_cannot_be_started_is_a_fault(monkeypatch, executable):
    monkeypatch.setattr(sys, "executable", executable)
    fault = "is a PDF, and the process of Python that reads PDFs cannot be started here"
    assert transcribe("a.pdf", set_pdf(PROSE[:1])).fault == fault


def test_the_number_of_a_single_page_is_left_out_and_a_page_of_numbers_is_not():
    assert read(drawn((50, 700, "Text."), (290, 40, "7"))) == ("Text.",)
    heights = range(40, 800, 14)
    numbers = read(drawn(*((50, y, str(y)) for y in heights)))
    assert " ".join(numbers).split() == [str(y) for y in heights]


def test_a_pdf_that_is_cut_short_is_read_as_far_as_it_goes_or_refused():
    whole = set_pdf(PROSE)
    for share in (0.2, 0.5, 0.8, 0.99):
        transcript = transcribe("a.pdf", whole[: int(len(whole) * share)])
        assert bool(transcript.fault) != bool(transcript.paragraphs)


def test_a_page_count_that_lies_is_not_believed():
    lying = raw_pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 90000000>>", PAGE, HELLO, FONT])
    assert read(lying) == ("Hello",)


@pytest.mark.render
def test_a_page_that_would_never_end_ends_its_own_process_alone():
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    loop = raw_pdf([CATALOG, PAGES, PAGE, stream(b"/X Do"), stream(b"/X Do /X Do", form)])
    bomb = zlib.compress(b"BT /F 12 Tf 50 700 Td " + b"(a) Tj " * 9_000_000 + b"ET", 9)
    packed = stream(bomb, b"/Filter/FlateDecode")
    fault = "is damaged: it cannot be read in the time and memory that any text needs"
    assert transcribe("a.pdf", loop).fault == fault
    assert transcribe("a.pdf", raw_pdf([CATALOG, PAGES, PAGE, packed, FONT])).fault == fault


@pytest.mark.render
@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(
    "look", [{}, {"indent": True}, {"align": "start", "hyphenate": False}, {"notes": True}]
)
def test_what_writer_sets_comes_back(tmp_path, columns, look):
    source = tmp_path / "report.fodt"
    source.write_text(flat_odt(columns=columns, height="16cm", **look), encoding="utf-8")
    paragraphs = read(convert(source, "pdf").read_bytes())
    assert tuple(text for text in paragraphs if not text.endswith(NOTE)) == REPORT


@pytest.mark.render
def test_every_word_that_poppler_reads_is_read():
    memo = FILES / "report-indented.pdf"
    done = subprocess.run(["pdftotext", str(memo), "-"], capture_output=True, check=True)
    known = set(done.stdout.decode().split())
    words = {word for text in read(memo.read_bytes()) for word in text.split()}
    assert len(words - known) <= len(words) * 0.05
