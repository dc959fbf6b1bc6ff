"""What is heard of a text, and what of titles, pictures and links tells nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.language.accessibility import is_no_description
from deckmaker.language.briefing import Briefing
from deckmaker.language.hearing import heard, is_silent
from deckmaker.reading.source import read_yaml
from deckmaker.wording import languages, wording_for

HEAD = "deckmaker: 1\nmeta: { title: A, date: 2026-02-17, lang: %s }\n"


def said(sections: str, lang: str = "en", head: str = "") -> list[tuple[str, str]]:
    """Return rule and severity of what is said to a briefing."""
    raw = f"{HEAD % lang}{head}sections:\n{sections}".encode()
    found: tuple[Diagnostic, ...]
    try:
        found = Briefing.read(read_yaml(raw, "b.yaml"), Path("b.yaml")).warnings
    except BriefingError as error:
        found = error.diagnostics
    return [(one.rule, one.severity.value) for one in found]


@pytest.mark.parametrize(
    "text",
    ["The ferry stays", "the  FERRY stays!", "**The** ferry *stays*…", "“The ferry stays.” @3"],
)
def test_capitals_spaces_marks_and_citations_are_not_heard(text: str) -> None:
    assert heard(text) == "the ferry stays"


@pytest.mark.parametrize("text", ["The ferry's stay", "The ferry -- stays", "The ferry stays 2"])
def test_words_and_figures_are_heard(text: str) -> None:
    assert heard(text) != heard("The ferry stays")


@pytest.mark.parametrize(
    ("text", "silent"),
    [("…", True), ("@18", True), ("** **", True), ("—", True), ("3", False), ("⛴", False),
     ("ไม่", False), ("[ ](https://a.org)", True), ("€", False)],
)  # fmt: skip
def test_what_holds_no_letter_figure_or_symbol_is_silent(text: str, silent: bool) -> None:
    assert is_silent(text) is silent


@pytest.mark.parametrize("tag", languages())
def test_every_language_has_its_words_that_tell_nothing(tag: str) -> None:
    vague = wording_for(tag).vague
    assert len(vague.links) >= 12
    assert len(vague.pictures) >= 8
    for link in vague.links:
        block = f'  - {{ section: S, title: T, callout: "So [{link}](https://a.org)" }}\n'
        assert said(block, tag) == [("A05", "warning")], link
    assert all(is_no_description(picture, "map.png", tag) for picture in vague.pictures)


@pytest.mark.parametrize(
    ("alt", "file"),
    [("DSC_0042", "DSC_0042.jpg"), ("maps/map.PNG", "x.png"), ("the chart", ""), ("Figure 2", "")],
)
def test_a_file_s_name_or_a_number_describes_nothing(alt: str, file: str) -> None:
    assert is_no_description(alt, file)


@pytest.mark.parametrize("alt", ["Map", "Map of the quay", "A photo of the quay", "Harbour"])
def test_a_word_for_what_there_is_to_see_will_do(alt: str) -> None:
    assert not is_no_description(alt, "harbour.png")


@pytest.mark.parametrize(
    "link",
    [
        "[the minutes](https://example.org)",
        "[example.org](https://example.org)",
        "[more than 40 ships](https://example.org)",
        "https://example.org/a",
        "[here]",
    ],
)
def test_a_link_that_says_where_it_leads_passes(link: str) -> None:
    assert said(f"  - {{ section: S, title: T, callout: 'So {link} is' }}\n") == []


def test_titles_that_deckmaker_sets_give_way_to_an_authors() -> None:
    one = "  - {{ section: S, title: {}, callout: So }}\n"
    five = "".join(one.format(f"T{n}") for n in range(4)) + one.format("Worum es geht")
    assert said(five, "de") == []
    section = "  - { section: S, title: What this briefing rests on, callout: So }\n"
    assert said(section, head="source: { cite: Minutes }\n") == []
