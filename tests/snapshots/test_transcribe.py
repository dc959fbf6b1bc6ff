"""Any file becomes a transcript: its format is told, its limits are kept, nothing raises."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.snapshots import MOST_BYTES, transcribe, visible
from snapshots.making import docx, raw_pdf, set_pdf, words
from snapshots.office import FILES, REPORT

LIBRARIES = {"lxml", "markdown_it", "mammoth", "pypdfium2", "zipfile"}
FORMATS = ["txt", "md", "html", "pdf", "docx"]


def page(*paragraphs: str) -> bytes:
    return "".join(f"<p>{text}</p>" for text in paragraphs).encode()


def test_a_text_is_read_as_ever():
    data = "\ufeffOne.\r\n\r\n  Two\u00ad-fold. \n\u200b\n\x0cThree.\x85Four".encode()
    assert transcribe("a.txt", data).paragraphs == ("One.", "Two-fold.", "Three.", "Four")
    assert transcribe("", data) == transcribe("minutes", data) == transcribe("a.txt", data)


def test_letters_are_composed_and_heaps_of_accents_are_read_at_once():
    assert transcribe("a.txt", "Jose\u0301 \u212b…".encode()).paragraphs == ("José Å…",)
    assert visible("Jose\u0301\u200b Vo\u00adss") == "José Voss"
    heap = "e\u0301 a" + "\u0300\u0323" * 100_000
    began = time.process_time()
    assert visible(heap).startswith("é ")
    assert time.process_time() - began < 2


def test_a_byte_that_is_no_utf8_is_named_by_its_line():
    fault = "is no plain text in UTF-8: line 3 holds other bytes"
    assert transcribe("a.txt", b"One.\n\ncaf\xe9\n").fault == fault
    assert transcribe("a.md", b"One.\n\ncaf\xe9\n").fault == fault
    assert transcribe("a.txt", b"\xff\xfeO\x00").fault == "is in UTF-16, not in UTF-8"


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_file_holds_no_text(ending):
    assert transcribe(f"a.{ending}", b" \n").fault == "holds no text"


def test_the_content_tells_the_format_where_the_ending_does_not():
    pdf, word = set_pdf(["Hello there."]), docx(words("Hello there."))
    html = b"\n<!-- saved --><!DOCTYPE html><title>x</title><p>Hello <b>there.</b>"
    wide = b"\xff\xfe" + "<!doctype html><p>Hello there.".encode("utf-16-le")
    for ending in (*FORMATS, "dat"):
        for data in (pdf, word, html, wide):
            assert transcribe(f"a.{ending}", data).paragraphs == ("Hello there.",)
    assert transcribe("A.HTML", b"<p>Hello there.").paragraphs == ("Hello there.",)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.pdf", b"not at all", "is damaged: it does not begin as a PDF does"),
        ("a.docx", b"not at all", "is damaged: it does not begin as a Word file does"),
        ("a.docx", b"PK\x03\x04word/document.xml", "is damaged: it is an archive that"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "is an old Word file (.doc)"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password",
        ),
        ("a.rtf", rb"{\rtf1 Hello}", "is an RTF file"),
        ("a.mhtml", b"MIME-Version: 1.0\n", "is a web archive"),
        ("a.txt", b"x" * (MOST_BYTES + 1), "is larger than 25 MB"),
        ("a.txt", b"x\n" * 2_000_001, "holds more than 2 million characters"),
        ("a.html", page("x" * 2_000_001), "holds more than 2 million characters"),
        ("a.md", b"x\n" * 2_000_001, "holds more than 2 million characters"),
    ],
)
def test_what_is_not_read_is_said_with_the_reason(name, data, fault):
    transcript = transcribe(name, data)
    assert transcript.fault.startswith(fault)
    assert transcript.paragraphs == ()


def test_a_text_loads_no_library():
    code = (
        "import sys; from deckmaker.snapshots import transcribe; transcribe('a.txt', b'x'); "
        f"print({LIBRARIES!r} & sys.modules.keys() or '')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""


@given(st.sampled_from(FORMATS), st.binary(max_size=300))
@settings(max_examples=150)
def test_random_bytes_never_raise(ending, data):
    transcript = transcribe(f"a.{ending}", data)
    assert bool(transcript.fault) != bool(transcript.paragraphs)


REAL = [
    ("a.txt", "\n".join(REPORT).encode()),
    ("a.md", b"# Head\n\n- one\n- two [x](y)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
    ("a.html", b"<main><table><tr><td>1<td>2</table><p>x<sup><a href=#n>1</a></sup></main>"),
    ("a.docx", (FILES / "report.docx").read_bytes()),
    ("a.docx", docx(words("One.") + words("Two."))),
    ("a.pdf", set_pdf(REPORT[:4])),
    ("a.pdf", raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])),
]


@given(
    st.sampled_from(REAL),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 40)), max_size=6),
    st.floats(0.2, 1),
)
@settings(max_examples=150)
def test_a_real_file_that_is_mutated_never_raises(real, changes, kept):
    name, data = real
    mutated = bytearray(data[: int(len(data) * kept) + 1] if kept < 0.6 else data)
    for place, new, removed in changes:
        at = int(place * len(mutated))
        mutated[at : at + removed] = new
    transcript = transcribe(name, bytes(mutated))
    assert bool(transcript.fault) != bool(transcript.paragraphs)
