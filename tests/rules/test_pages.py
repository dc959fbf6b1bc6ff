"""The page of every rule is true: its examples are built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckmaker.diagnostics import Severity
from deckmaker.rulebook import FOLDER, RULES, page, section
from rules.fragments import fences, furnish, told

NAMES = list(RULES)
EXCUSABLE = [name for name in NAMES if RULES[name].excusable]
WITH_EXCUSE = [name for name in EXCUSABLE if fences(name, "Excuse")]
ATTACHING = {"F006", "M05", "M06"}
"""Rules of what travels inside a memo."""
HEADINGS = ["What it says", "Why", "How to mend", "Example", "Excuse"]
SOURCE = re.compile(r"^The source says:\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PARAGRAPH = re.compile(r"^Paragraph (\d+) of the source says:\n\n> (.+)$", re.MULTILINE)


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with the files that examples name; a page may bring a source of its own."""
    furnish(tmp_path)
    if own := SOURCE.search(page(RULES[request.getfixturevalue("name")])):
        (tmp_path / "minutes.txt").write_text(own[1], "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_a_page_with_its_title_weight_and_parts(name: str) -> None:
    rule = RULES[name]
    assert (FOLDER / f"{name}.md").is_file()
    head, _, weight, *_ = page(rule).split("\n")
    assert head == f"# {name}: {rule.title}"
    kinds = {"Error": Severity.ERROR, "Warning": Severity.WARNING, "Information": Severity.INFO}
    first = weight.replace("Error or warning", "Error").split(".")[0].split(";")[0]
    assert rule.milder or kinds[first] is rule.severity
    assert re.findall("^## (.+)$", page(rule), re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_short(name: str) -> None:
    assert 25 <= page(RULES[name]).count("\n") <= 62
    assert len(section(RULES[name], "What it says")) <= 1_024


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_example_breaks_the_rule_and_the_mended_one_does_not(
    name: str, folder: Path
) -> None:
    wrong, mended = fences(name, "Example")
    assert name in told(wrong, folder, attach=name in ATTACHING).rules
    after = told(mended, folder, attach=name in ATTACHING)
    assert name not in after.rules
    assert not after.stopped


@pytest.mark.parametrize("name", WITH_EXCUSE)
def test_the_excuse_of_a_page_is_heard_and_nothing_is_left_to_stop_a_build(
    name: str, folder: Path
) -> None:
    (excused,) = fences(name, "Excuse")
    said = told(excused, folder, attach=name in ATTACHING)
    assert name in {one.rule for one in said.excused}
    assert not said.stopped
    assert "X01" not in said.rules


@pytest.mark.parametrize("name", ["S004", "S007", "S010"])
def test_what_a_brand_file_is_warned_of_is_excused_at_the_top_level(
    name: str, folder: Path
) -> None:
    wrong, _ = fences(name, "Example")
    (folder / "house.yml").write_text(wrong, "utf-8")
    (excuse,) = re.findall(r"`(ignore: \{.*?\})`", page(RULES[name]))
    meta = "meta: { title: The library opens on Sundays, date: 2026-03-09, brand: house.yml }"
    said = told(f"{meta}\n{excuse}\n", folder)
    assert name in {one.rule for one in said.excused}
    assert not said.stopped


@pytest.mark.parametrize("name", [name for name in NAMES if name not in EXCUSABLE])
def test_whoever_excuses_what_cannot_be_excused_is_told_why(name: str, folder: Path) -> None:
    said = told(f"ignore: {{ {name}: We know better. }}\n", folder)
    (message,) = (one.message for one in said.diagnostics if one.rule == "B004")
    why = section(RULES[name], "Excuse")
    assert message == f"{name} cannot be excused: {why}"
    assert why[0].islower()
    assert not why.endswith(".")


@pytest.mark.parametrize("name", [name for name in NAMES if PARAGRAPH.search(page(RULES[name]))])
def test_what_a_page_quotes_of_the_source_stands_there(name: str, folder: Path) -> None:
    text = (folder / "minutes.txt").read_text("utf-8")
    paragraphs = [line for line in text.splitlines() if line.strip()]
    for number, words in PARAGRAPH.findall(page(RULES[name])):
        assert paragraphs[int(number) - 1] == words
