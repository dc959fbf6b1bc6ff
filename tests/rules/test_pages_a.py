"""The pages about quotations, numbers, sources, likelihood, hedges, time and excuses are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckmaker.rulebook import FOLDER, RULES, page, section
from rules.fragments import fences, furnish, told

GROUPS = "QNCLHTX"
NAMES = [name for name in RULES if name[0] in GROUPS]
EXCUSABLE = [name for name in NAMES if RULES[name].excusable]
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
def test_a_rule_has_a_page_with_its_title_and_its_parts(name: str) -> None:
    assert (FOLDER / f"{name}.md").is_file()
    text = page(RULES[name])
    assert text.startswith(f"# {name}: {RULES[name].title}\n\n")
    assert re.findall("^## (.+)$", text, re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_example_breaks_the_rule_and_the_mended_one_does_not(
    name: str, folder: Path
) -> None:
    wrong, mended = fences(name, "Example")
    assert name in told(wrong, folder).rules
    after = told(mended, folder)
    assert name not in after.rules
    assert not after.stopped


@pytest.mark.parametrize("name", EXCUSABLE)
def test_the_excuse_of_a_page_is_heard_and_nothing_is_left_to_stop_a_build(
    name: str, folder: Path
) -> None:
    (excused,) = fences(name, "Excuse")
    said = told(excused, folder)
    assert name in {one.rule for one in said.excused}
    assert not said.stopped
    assert "X01" not in said.rules


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
