"""The list of rules is whole, and what their pages say is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckmaker.build import make
from deckmaker.diagnostics import BriefingError, Severity
from deckmaker.rulebook import FOLDER, GROUPS, RULES, Rule, page, section

ROOT = Path(__file__).parents[1]
HEADINGS = ["What it says", "Why", "How to mend", "Example", "Excuse"]
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
HEAD = "deckmaker: 1\nmeta: { title: The ferry stays, date: 2026-02-17 }\n"
SOURCE = "source: { file: source.txt, cite: Minutes of the hearing }\n"
SECTION = "sections:\n  - section: Ferry\n    title: The ferry is not cut\n"


def documented() -> dict[str, str]:
    """Return the severity of every rule, as the two pages of the documentation have it."""
    row = re.compile(r"^\| ([A-Z]\d{2,3}) \| ([^|]+) \|", re.MULTILINE)
    pages = ("docs/language.md", "docs/brand.md")
    return dict(pair for name in pages for pair in row.findall((ROOT / name).read_text("utf-8")))


def part(name: str, heading: str) -> str:
    """Return all that stands under `heading` of a page."""
    _, _, behind = page(RULES[name]).partition(f"\n## {heading}\n")
    return behind.partition("\n## ")[0]


def fences(name: str, info: str) -> list[str]:
    example = part(name, "Example")
    return re.findall(rf"^```{info}\n(.*?)^```$", example, re.MULTILINE | re.DOTALL)


def said_to(fragment: str, source: str, folder: Path) -> set[str]:
    (folder / "source.txt").write_text(source, "utf-8")
    file = folder / "briefing.yaml"
    indented = "".join(f"    {line}\n" for line in fragment.splitlines())
    file.write_text(HEAD + SOURCE + SECTION + indented, "utf-8")
    try:
        return {diagnostic.rule for diagnostic in make(file).diagnostics}
    except BriefingError as error:
        return {diagnostic.rule for diagnostic in error.diagnostics}


def test_every_rule_that_is_documented_is_listed_and_no_other() -> None:
    assert set(RULES) == set(documented())


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_weighs_what_the_documentation_says(rule: Rule) -> None:
    told = documented().get(rule.id, rule.weight)
    assert set(re.findall("error|warning|info", told)) == set(rule.weight.split(" or "))
    assert rule.group == GROUPS[rule.id[0]]
    assert rule.title == rule.title.strip().rstrip(".")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_has_something_to_read(rule: Rule) -> None:
    text = page(rule)
    assert text.startswith(f"# {rule.id}: ")
    assert text.endswith("\n")


def test_the_list_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        RULES["Z01"] = RULES["Q01"]  # type: ignore[index]


def test_a_rule_without_a_page_is_told_in_a_line() -> None:
    bare = Rule("Z99", Severity.ERROR, "a trial", excusable=False, group="files", milder=True)
    assert page(bare) == "# Z99: a trial\n\nError or warning; files.\n"
    assert section(bare, "Excuse") == ""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_parts_in_order(name: str) -> None:
    assert name in RULES
    assert re.findall(r"^## (.+)$", page(RULES[name]), re.MULTILINE) == HEADINGS
    for heading in HEADINGS:
        assert section(RULES[name], heading), heading
    wrong, mended = fences(name, "yaml")
    assert wrong != mended
    assert ("`ignore:`" in part(name, "Excuse")) == RULES[name].excusable


@pytest.mark.parametrize("name", [name for name in PAGES if fences(name, "text")])
def test_the_example_of_a_page_is_wrong_and_its_mend_is_right(name: str, tmp_path: Path) -> None:
    """Where a page shows what its source says, the example hangs on that alone."""
    (source,) = fences(name, "text")
    wrong, mended = fences(name, "yaml")
    assert name in said_to(wrong, source, tmp_path)
    assert name not in said_to(mended, source, tmp_path)
