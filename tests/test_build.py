"""From briefing to files: the same sections in both, on any day, from any folder."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from deckmaker.build import Made, build, make
from deckmaker.diagnostics import BriefingError, Severity
from deckmaker.document import Medium, assemble
from deckmaker.language.briefing import load
from deckmaker.richtext import plain
from deckmaker.verification import examine, verify
from finished import (
    counted,
    deck_text,
    memo_outline,
    memo_text,
    normal,
    said,
    slide_kickers,
    slide_titles,
)

ROOT = Path(__file__).parents[1]
BRIEFINGS = [
    ROOT / "briefing.yaml",
    ROOT / "tests" / "gallery" / "gallery.yaml",
    ROOT / "src" / "deckmaker" / "data" / "starter" / "briefing.yaml",
]
SMALL = """\
deckmaker: 1
meta: {title: A title, date: 2026-11-23, short: Short}
source: {file: source.txt, cite: A source}
sections:
  - section: One
    title: The clerk says that it rained
    text: The clerk said, "it rained for 3 days," and left.
"""
SOURCE = "A report\n“It rained for 3 days,” said the clerk.\n"


@pytest.fixture(scope="module", params=BRIEFINGS, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest) -> tuple[Path, Made]:
    return request.param, make(request.param)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "briefing.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path / "briefing.yaml"


def files(made: Made) -> tuple[bytes, bytes]:
    deck, memo = made.files.values()
    return deck, memo


def test_both_files_have_the_same_sections_in_the_same_order(made: tuple[Path, Made]) -> None:
    path, result = made
    deck, memo = files(result)
    briefing = load(path)
    labels = [
        normal(plain(section.label))
        for section in assemble(briefing, result.evidence, "deck").sections
    ]
    assert [kicker for kicker in slide_kickers(deck) if kicker in labels] == labels
    outline = [title for level, title in memo_outline(memo) if level == 0]
    marked = [label for title in outline for label in labels if f"{title}:".startswith(f"{label}:")]
    assert marked == labels
    words = normal(memo_text(memo)).casefold()
    at = 0
    for label in labels:
        at = words.find(label.casefold(), at)
        assert at >= 0, label


def test_the_titles_of_the_blocks_are_the_same_in_the_same_order(
    made: tuple[Path, Made],
) -> None:
    path, result = made
    deck, memo = files(result)
    briefing = load(path)
    titles = slide_titles(deck)
    bookmarks = [title for _, title in memo_outline(memo)]
    editions = {m: assemble(briefing, result.evidence, m) for m in ("deck", "memo")}
    shared = [
        normal(plain(block.title))
        for section in editions["deck"].sections
        for block in section.blocks
        if block.only is None and block.own_title
    ]
    assert [title for title in titles if title in shared] == shared
    assert [title for title in bookmarks if title in shared] == shared


@pytest.mark.parametrize(("medium", "short"), [("deck", True), ("memo", False)])
def test_every_word_of_the_document_stands_in_the_file(
    made: tuple[Path, Made], medium: Medium, short: bool
) -> None:
    path, result = made
    deck, memo = files(result)
    document = assemble(load(path), result.evidence, medium)
    wanted: Counter[str] = Counter()
    for words in said(document, short=short):
        wanted += counted(words)
    found = deck_text(deck)
    if medium == "memo":  # a raised citation is read as the end of its word: “council”A15
        letters = "".join(source.letter for source in document.sources)
        found = re.sub(rf"(?<=\w)[{letters or '#'}](?=\d)", " ", memo_text(memo))
        for head in ("likelihood", "confidence"):  # heads of a table whose cells do not repeat them
            wanted[head] = min(wanted[head], 1)
    assert not wanted - counted(found)


def test_presenter_s_notes_never_reach_the_memo(made: tuple[Path, Made]) -> None:
    path, result = made
    _, memo = files(result)
    words = normal(memo_text(memo))
    for section in assemble(load(path), result.evidence, "memo").sections:
        for block in section.blocks:
            for note in block.notes:
                assert normal(plain(note)) not in words


def test_two_builds_in_two_folders_are_identical_to_the_byte(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deep"
    other.mkdir(parents=True)
    for name in ("briefing.yaml", "source.txt"):
        shutil.copy(tmp_path / name, other / name)
    first, _ = build(small, tmp_path / "a")
    second, _ = build(other / "briefing.yaml", tmp_path / "b")
    assert [p.name for p in first] == [p.name for p in second]
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def test_files_are_named_after_date_and_short_title(small: Path, tmp_path: Path) -> None:
    paths, _ = build(small, tmp_path / "out")
    assert [path.name for path in paths] == [
        "2026-11-23_short_deck.pptx",
        "2026-11-23_short_memo.pdf",
    ]


def test_one_of_the_two_can_be_asked_for(small: Path, tmp_path: Path) -> None:
    paths, _ = build(small, tmp_path / "out", only="memo")
    assert [path.suffix for path in paths] == [".pdf"]


def test_a_false_quotation_stops_the_build_and_earlier_files_stay(
    small: Path, tmp_path: Path
) -> None:
    paths, _ = build(small, tmp_path / "out")
    before = [path.read_bytes() for path in paths]
    small.write_text(SMALL.replace("it rained for", "it never rained for"), encoding="utf-8")
    with pytest.raises(BriefingError) as error:
        build(small, tmp_path / "out")
    assert [d.rule for d in error.value.diagnostics] == ["Q01"]
    assert error.value.diagnostics[0].span is not None
    assert [path.read_bytes() for path in paths] == before


def test_the_lock_vouches_where_the_snapshot_is_missing(small: Path) -> None:
    verify(small, {})
    (small.parent / "source.txt").unlink()
    assert make(small).evidence.summary == "1 quotation verified"


def test_a_changed_quotation_without_the_snapshot_is_an_error(small: Path) -> None:
    verify(small, {})
    (small.parent / "source.txt").unlink()
    small.write_text(SMALL.replace("it rained", "it hailed"), encoding="utf-8")
    with pytest.raises(BriefingError) as error:
        make(small)
    assert "Q01" in {d.rule for d in error.value.diagnostics}


def test_verifying_takes_a_snapshot_from_elsewhere(small: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere.txt"
    (tmp_path / "source.txt").rename(moved)
    lock, evidence, _ = verify(small, {"": moved})
    assert lock == tmp_path / "briefing.lock"
    assert evidence.summary == "1 quotation verified"
    assert "rained" not in lock.read_text("utf-8")


def test_the_root_briefing_s_lock_is_up_to_date() -> None:
    evidence = examine(load(ROOT / "briefing.yaml"))
    assert {one.severity for one in evidence.diagnostics} <= {Severity.INFO}
    assert all(finding.chosen for finding in evidence.findings)


def test_warnings_stop_a_strict_build(small: Path) -> None:
    verify(small, {})
    (small.parent / "source.txt").write_text(SOURCE + "More.\n", encoding="utf-8")
    assert make(small).diagnostics
    with pytest.raises(BriefingError):
        make(small, strict=True)


def test_mistakes_of_the_language_and_of_the_evidence_come_in_one_pass(
    small: Path, tmp_path: Path
) -> None:
    small.write_text(
        SMALL.replace("date: 2026-11-23", "dat: 2026-11-23")
        + """\
  - section: Two
    blocks:
      - title: The clerk keeps silent
        quote: {text: Nobody said this, who: The clerk}
      - title: Nobody knows
        questons: [Why?]
  - section: Three
    title: The figure is wrong
    text: It rained for 44 days.
""",
        encoding="utf-8",
    )
    with pytest.raises(BriefingError) as error:
        make(small)
    rules = {d.rule for d in error.value.diagnostics}
    assert {"B001", "Q01", "N01"} <= rules
    assert all(d.span is not None for d in error.value.diagnostics)
    lines = {d.rule: d.span.line for d in error.value.diagnostics if d.span}
    assert (lines["Q01"], lines["N01"]) == (11, 16)


def test_a_wrong_brand_hides_no_false_quotation(small: Path) -> None:
    small.write_text(SMALL.replace("it rained", "it hailed"), encoding="utf-8")
    with pytest.raises(BriefingError) as error:
        make(small, brand="nosuch")
    assert len({d.rule for d in error.value.diagnostics}) == 2
