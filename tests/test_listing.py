"""The list of a briefing's sources: what an author reads to cite them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from deckmaker.diagnostics import BriefingError
from deckmaker.language.briefing import load
from deckmaker.listing import as_json, as_text, list_sources
from deckmaker.verification import examine

MINUTES = "Minutes\n\nThe vote is put off to 14 April.\n“I will not order anybody to come.”\n"
ONE = "deckmaker: 1\nmeta: { title: x, date: 2026-03-09 }\nsource: { file: a.txt, cite: Minutes }\n"
SEVERAL = """\
deckmaker: 1
sources:
  minutes: { file: a.txt, cite: Minutes }
  boiler: { file: b.html, cite: Report on the boiler }
  letter: { cite: A letter }
  lost: { file: gone.pdf, cite: A lost paper }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    page = "<nav>Home</nav><main><h1>Boiler</h1><p>It is 31 years old.</main>"
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    return tmp_path


def briefing(folder: Path, text: str) -> Path:
    path = folder / "briefing.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_only_source_is_listed_with_the_citations_to_type(folder):
    shown = as_text(list_sources(briefing(folder, ONE)))
    digest = hashlib.sha256(MINUTES.encode()).hexdigest()[:12]
    assert shown.splitlines() == [
        f"Minutes (a.txt, {digest}, 3 paragraphs)",
        "  @1  Minutes",
        "  @2  The vote is put off to 14 April.",
        "  @3  “I will not order anybody to come.”",
    ]


def test_several_sources_are_listed_with_their_keys_and_what_is_missing_with_the_way_out(folder):
    path = briefing(folder, SEVERAL)
    lines = as_text(list_sources(path)).splitlines()
    assert "  @boiler:2  It is 31 years old." in lines
    assert "letter: A letter" in lines
    assert "  no file is named for it" in lines
    assert (
        "  = help: write `file: …` beside its `cite`, or: deckmaker sources … --source letter=FILE"
        in lines
    )
    assert "  its snapshot `gone.pdf` is not here" in lines
    help_ = f"  = help: where it lies elsewhere: deckmaker sources {path} --source lost=FILE"
    assert help_ in lines


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "meta: { titel: x }\n",
        "sections: nothing\n",
        "sections:\n  - section: A\n    points: [1, {a: {b: c}}]\nbrand: none\n",
        "sections:\n  - title: 'never closed\n",
    ],
)
def test_other_parts_may_have_mistakes(folder, rest):
    head = "source: { file: a.txt, cite: Minutes }\n"
    (source,) = list_sources(briefing(folder, head + rest))
    assert [each.citation for each in source.paragraphs] == ["@1", "@2", "@3"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("source: { file: ../a.txt, cite: x }\n", "F002"),
        ("source: { file: a.txt }\n", "B002"),
        ("source: { cite: x }\nsources: { a: { cite: y } }\n", "B004"),
    ],
)
def test_mistakes_in_the_sources_are_reported(folder, text, rule):
    with pytest.raises(BriefingError) as raised:
        list_sources(briefing(folder, text))
    assert raised.value.diagnostics[0].rule.startswith(rule)
    assert raised.value.diagnostics[0].span is not None


def test_a_file_that_is_no_yaml_is_reported(folder):
    path = folder / "briefing.yaml"
    path.write_bytes("source: { cite: x }".encode("utf-16"))
    with pytest.raises(BriefingError) as raised:
        list_sources(path)
    assert raised.value.diagnostics[0].rule == "Y001"


def test_a_briefing_without_sources_is_told_how_to_name_one(folder):
    assert "names no source" in as_text(list_sources(briefing(folder, "deckmaker: 1\n")))


def test_another_file_may_take_the_place_of_the_named_one(folder):
    other = folder / "other.txt"
    other.write_text("Other words.\n", encoding="utf-8")
    (source,) = list_sources(briefing(folder, ONE), {"": other})
    assert [each.text for each in source.paragraphs] == ["Other words."]
    several = briefing(folder, SEVERAL)
    assert list_sources(several, {"letter": other})[2].paragraphs[0].citation == "@letter:1"
    for wrong in ({"": other}, {"nobody": other}):
        with pytest.raises(BriefingError):
            list_sources(several, wrong)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [1, 2, 3]),
        ("VOTE  is", [2]),
        ('"I will', [3]),
        ("'I will not", [3]),
        ("14 april", [2]),
        ('"the vote is put off"', [2]),
        ("“The vote”", [2]),
        ("«will not order»", [3]),
        ('"vote … April"', [2]),
        ("vote [...] 14 (…) April", [2]),
        ("April … vote", []),
        ("'I will' … \"come.\"", [3]),
        ("nowhere", []),
    ],
)
def test_only_paragraphs_with_the_words_are_listed(folder, words, found):
    (source,) = list_sources(briefing(folder, ONE), find=words)
    assert [each.number for each in source.paragraphs] == found
    assert source.count == 3
    if not found:
        assert "none of its paragraphs holds these words" in as_text((source,))


def test_a_missing_file_names_the_nearest_and_a_folder_is_called_one(folder):
    (near,) = list_sources(briefing(folder, ONE.replace("a.txt", "aa.txt")))
    assert near.fault == "its snapshot `aa.txt` is not here"
    assert near.hint == "did you mean `file: a.txt`?"
    (folder / "papers").mkdir()
    (inner,) = list_sources(briefing(folder, ONE.replace("a.txt", "papers")))
    assert inner.fault == "its snapshot `papers` is a folder"
    assert inner.hint == "name a file in it: `file: papers/article.txt`"


def test_a_file_given_for_a_source_that_there_is_not_names_the_sources(folder):
    other = folder / "other.txt"
    other.write_text("Other words.\n", encoding="utf-8")

    def told(text: str, key: str) -> tuple[str, ...]:
        with pytest.raises(BriefingError) as raised:
            list_sources(briefing(folder, text), {key: other})
        (diagnostic,) = raised.value.diagnostics
        assert (diagnostic.rule, diagnostic.span) == ("C03", None)
        return diagnostic.hints

    assert told(ONE, "notes") == (f"there is one source: `--source {other}`",)
    assert told(SEVERAL, "boilers") == (f"did you mean `--source boiler={other}`?",)
    assert told(SEVERAL, "nobody") == (
        "the keys of the sources are `minutes`, `boiler`, `letter` and `lost`",
    )
    assert "--source minutes=FILE --source boiler=FILE" in told(SEVERAL, "")[0]
    assert "`source: {" in told("deckmaker: 1\n", "")[0]


def test_long_paragraphs_hang_and_numbers_stand_right(folder):
    lines = [f"Paragraph {number} of a text that is wrapped." for number in range(1, 12)]
    (folder / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    shown = as_text(list_sources(briefing(folder, ONE)), width=44).splitlines()
    assert shown[1:3] == ["   @1  Paragraph 1 of a text that is", "       wrapped."]
    assert shown[-2:] == ["  @11  Paragraph 11 of a text that is", "       wrapped."]
    assert all(len(line) <= 44 for line in shown[1:])


def test_nothing_in_a_source_steers_the_terminal(folder):
    (folder / "a.txt").write_bytes(b"Red \x1b[31malert\x07 here\n")
    assert "\x1b" not in as_text(list_sources(briefing(folder, ONE)))


def test_a_source_that_cannot_be_read_says_why(folder):
    (folder / "a.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (source,) = list_sources(briefing(folder, ONE))
    fault = "its snapshot `a.txt` is an old Word file (.doc): save it as .docx"
    assert (source.fault, source.paragraphs) == (fault, ())


def test_programs_get_json(folder):
    read = json.loads(as_json(list_sources(briefing(folder, SEVERAL), find="years")))
    boiler = read["sources"][1]
    assert boiler["count"] == 2
    assert boiler["paragraphs"] == [
        {"number": 2, "citation": "@boiler:2", "text": "It is 31 years old."}
    ]
    assert read["sources"][3]["fault"] == "its snapshot `gone.pdf` is not here"


def test_a_quotation_is_verified_against_a_pdf_whose_lines_break_it(folder):
    pdf = Path(__file__).parent / "snapshots" / "files" / "report-two-columns.pdf"
    (folder / "report.pdf").write_bytes(pdf.read_bytes())
    text = """\
deckmaker: 1
meta: { title: The harbour waits, date: 2026-03-09 }
source: { file: report.pdf, cite: Report on the ferries }
sections:
  - section: Views
    title: The office has no patience left
    points:
      - She wants an answer: >-
          Ingrid Sol called the non-committal letter "a raincoat made of paper."
      - They lost patience: >-
          "We did not lose a single passenger, but we lost their patience," she said. @4
"""
    evidence = examine(load(briefing(folder, text)))
    assert [d for d in evidence.diagnostics if d.severity == "error"] == []
    assert evidence.verified("")[0] == 2
    listed = list_sources(folder / "briefing.yaml", find="raincoat made of paper")
    assert [each.citation for each in listed[0].paragraphs] == ["@4"]
