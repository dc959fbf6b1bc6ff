"""Reports as the commands and the services that read them take them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostic, Severity, Span
from deckmaker.reports import FORMATS, Report, render

LINE = "  titel: A title"
KEY = Diagnostic(
    "B001",
    "unknown key `titel` in `meta`",
    ("meta", "titel"),
    ("did you mean `title`?",),
    span=Span("b.yaml", 4, 3, 8, LINE),
)
LINK = Diagnostic("A05", "the text of a link", severity=Severity.WARNING)
NOTE = Diagnostic("W01", "by the way", severity=Severity.INFO)
WHOLE = Report(
    Path("b.yaml"),
    (NOTE, LINK, KEY),
    ((LINK, "The house style wants it."),),
    "24 quotations verified, 3 numbers",
    (Path("build/a.pptx"), Path("build/a.pdf")),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_last_line_of_a_text_sums_it_up() -> None:
    lines = render(WHOLE, "text").splitlines()
    assert lines[-1] == "24 quotations verified, 3 numbers, 1 error, 1 warning, 1 excused"
    assert "info[W01]: by the way" in lines


def test_what_is_excused_stands_in_one_line_with_its_reason_and_place() -> None:
    assert "excused[A05]: the text of a link (The house style wants it.)" in render(WHOLE, "text")
    excused = Report(Path("b.yaml"), (), ((KEY, "It is\nours.\x1b[31m"),))
    assert render(excused, "text").splitlines() == [
        "excused[B001]: unknown key `titel` in `meta` (It is ours.·[31m) --> b.yaml:4",
        "",
        "1 excused",
    ]


def test_nothing_found_is_an_empty_text() -> None:
    assert render(Report(Path("b.yaml")), "text") == ""


def test_json_tells_all_of_every_diagnostic() -> None:
    said = json.loads(render(WHOLE, "json"))
    assert said["version"] == 1
    assert said["file"] == "b.yaml"
    assert said["files"] == ["build/a.pptx", "build/a.pdf"]
    assert [one["suppressed"] for one in said["diagnostics"]] == [
        None,
        None,
        None,
        "The house style wants it.",
    ]
    assert said["diagnostics"][2] == {
        "rule": "B001",
        "severity": "error",
        "message": "unknown key `titel` in `meta`",
        "hints": ["did you mean `title`?"],
        "file": "b.yaml",
        "line": 4,
        "column": 3,
        "end_column": 8,
        "path": ["meta", "titel"],
        "suppressed": None,
    }
    assert said["diagnostics"][0]["line"] is None
    assert said["summary"] == {
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "suppressed": 1,
        "text": "24 quotations verified, 3 numbers, 1 error, 1 warning, 1 excused",
    }


def test_github_marks_lines_the_worst_first() -> None:
    assert render(WHOLE, "github").splitlines() == [
        "::error file=b.yaml,line=4,col=3,endColumn=8,title=B001"
        "::unknown key `titel` in `meta`%0Adid you mean `title`?",
        "::warning file=b.yaml,title=A05::the text of a link",
        "::notice title=deckmaker::24 quotations verified, 3 numbers, 1 error, 1 warning, 1 excused"
        "%0Abuild/a.pptx%0Abuild/a.pdf",
        "::notice file=b.yaml,title=W01::by the way",
        "::notice file=b.yaml,title=A05 (excused)::the text of a link"
        "%0Aexcused: The house style wants it.",
    ]


def test_github_reads_every_letter_as_it_was_meant() -> None:
    name = "50%, a:b.yaml"
    bad = Diagnostic("Q01", "100% %0A\n::error::x\r\x1b[31m", span=Span(name, 1, 1, 2, "x"))
    first = render(Report(Path(name), (bad,)), "github").splitlines()[0]
    assert first == (
        "::error file=50%25%2C a%3Ab.yaml,line=1,col=1,endColumn=2,title=Q01"
        "::100%25 %250A ::error::x ·[31m"
    )


@pytest.mark.parametrize("format_", ["json", "sarif", "github"])
def test_files_are_named_from_the_current_folder(folder: Path, format_: str) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "_brand.yml").write_text("")
    briefing = folder / "inner" / "ü b.yaml"
    own = Diagnostic("B001", "m", span=Span(str(briefing), 1, 1, 2, "x"))
    brand = Diagnostic("S005", "m", span=Span("_brand.yml", 1, 1, 2, "x"))
    text = render(Report(briefing, (own, brand)), next(f for f in FORMATS if f == format_))
    assert str(folder) not in text
    assert "inner/_brand.yml" in text
    assert ("inner/%C3%BC%20b.yaml" if format_ == "sarif" else "inner/") in text


def test_a_name_that_is_no_unicode_keeps_its_bytes() -> None:
    name = os.fsdecode(b"b\xff.yaml")
    found = Diagnostic("B001", "m", span=Span(name, 1, 1, 2, "x"))
    assert '"uri": "b%FF.yaml"' in render(Report(Path(name), (found,)), "sarif")


anything = st.text(st.characters(codec=None), max_size=20)
names = st.text(st.characters(codec="utf-8"), max_size=20)
"""No file system has names with half a letter of UTF-16 in them."""
places = st.builds(Span, names, st.integers(1, 9), st.integers(1, 30), st.integers(1, 40), anything)
diagnostics = st.builds(
    Diagnostic,
    st.sampled_from(["Q01", "B001", "ZZ9"]),
    anything,
    st.tuples(anything, st.integers(0, 9)),
    st.tuples(anything),
    st.sampled_from(Severity),
    st.none() | places,
)


@given(st.lists(diagnostics, max_size=4).map(tuple), anything)
def test_no_letter_of_a_briefing_breaks_a_report(
    found: tuple[Diagnostic, ...], reason: str
) -> None:
    report = Report(Path("b.yaml"), found, tuple((one, reason) for one in found))
    for format_ in ("json", "sarif"):
        assert render(report, format_).isascii()
        json.loads(render(report, format_))
    lines = render(report, "github").split("\n")
    assert len(lines) == 2 * len(found) + 2
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines[:-1])
    render(report, "text").encode("utf-8", "replace")
