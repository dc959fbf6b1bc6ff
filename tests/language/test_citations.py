"""Citations that lead nowhere, and what is typed almost as one."""

from pathlib import Path
from time import perf_counter

import pytest

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.language.review import review
from deckmaker.reading.source import read_yaml

ONE = "source: { cite: Minutes }\n"
KEYED = "sources: { minutes: { cite: Minutes }, report: { cite: Report } }\n"


def said(words: str, sources: str = ONE) -> list[Diagnostic]:
    head = f"deckmaker: 1\nmeta: {{ title: Rain, date: 2026-11-23 }}\n{sources}"
    section = "sections:\n  - section: News\n    title: It rains\n    callout: >-\n      "
    text = read_yaml(f"{head}{section}{words}\n".encode(), str(Path("b.yaml")))
    return [one for one in review(text) if one.rule == "C02"]


@pytest.mark.parametrize(
    ("words", "message", "mend"),
    [
        ("It rains. @16,17", "`,17` is read as a number", "write `@16 @17`"),
        ("It rains @16,17 and pours.", "`,17` is read as a number", "write `@16 @17`"),
        ("It rains. @16, 17", "`, 17` is read as a number", "write `@16 @17`"),
        ("It rains. @16 and 17", "`and 17` is read as a number", "write `@16 @17`"),
        ("It rains (@16 and 17).", "`and 17` is read as a number", "write `@16 @17`"),
        ("Es regnet. @16 und 17", "`und 17` is read as a number", "write `@16 @17`"),
        ("It rains. @16, 17 and 18", "`, 17 and 18` is read as numbers", "write `@16 @17 @18`"),
        ("It rains. @16/17", "`@16/17` looks like a citation", "write `@16 @17`"),
        ("It rains. @16a", "`@16a` looks like a citation", "write `@16`"),
        ("It rains. @16ff", "`@16ff` looks like a citation", "write `@16`"),
        ("It rains. @ 16", "`@ 16` looks like a citation", "write `@16`"),
        ("It rains @ 16, and pours.", "`@ 16` looks like a citation", "write `@16`"),
        ("It rains. @:16", "`@:16` looks like a citation", "write `@16`"),
        ("It rains. @p13", "`@p13` looks like a citation", "write `@13`"),
        ("It rains. @para. 13", "`@para. 13` looks like a citation", "write `@13`"),
        ("It rains. @§13", "`@§13` looks like a citation", "write `@13`"),
        ("It rains. @16@17", "`@16@17` looks like a citation", "write `@16 @17`"),
        ("It rains. @１６", "`@１６` looks like a citation", "write `@16`"),
        ("It rains. ＠16", "`＠16` looks like a citation", "write `@16`"),
        ("It rains.@16", "`.@16` looks like a citation", "put a blank before it: `. @16`"),
    ],
)
def test_what_is_typed_almost_as_a_citation_is_shown_as_one(words: str, message: str, mend: str):
    (diagnostic,) = said(words)
    assert diagnostic.severity is Severity.WARNING
    assert message in diagnostic.message
    assert diagnostic.hints[0] == mend
    assert "backslash" in diagnostic.hints[1]
    assert diagnostic.span is not None
    assert diagnostic.span.line == 8


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ("It rains. @minutes:16, 17", "write `@minutes:16 @minutes:17`"),
        ("It rains. @minutes:16a", "write `@minutes:16`"),
        ("It rains. @minutes:16@report:2", "write `@minutes:16 @report:2`"),
        ("It rains. @minutes16", "write `@minutes:16`"),
        ("It rains. @minutes: 16", "write `@minutes:16`"),
        ("It rains. @report 2", "write `@report:2`"),
    ],
)
def test_the_key_of_a_source_is_kept(words: str, mend: str):
    (diagnostic,) = said(words, KEYED)
    assert diagnostic.hints[0] == mend


@pytest.mark.parametrize(
    "words",
    [
        "It rains. @16",
        "It rains @16, and pours @17.",
        "It rains @16, 17 people say.",
        "It rains @16 and 17 people say so.",
        "It rains @16 and 17 élèves say so.",
        "It rains. @16 @17, @18 and @19",
        "It rains (@16), 17% of the time.",
        "It rains @16, 17 % of the time.",
        "It rains @16. 17 people say so.",
        "Ask @anna or @b12 or me@a.org, me@16a.org or first.last@16.org.",
        "Follow @p13news and @par_16 and @page.",
        "They sell 5 boxes @ 16 crowns each.",
        "They meet @16:30 and @16.30.",
        r"They write \@16a and \@16,17 and \@ 16.",
        "See [here](https://a.org/@16a) and https://a.org/@16,17.",
        "The letter (a) and 16a.",
    ],
)
def test_handles_addresses_prices_and_citations_are_let_be(words: str):
    assert said(words) == []


def test_a_citation_is_not_said_to_lack_a_source_where_the_sources_cannot_be_told():
    assert said("It rains. @2", "sources: { file: a.txt, cite: Minutes }\n") == []
    assert said("It rains. @2", "sources: [{ file: a.txt, cite: Minutes }]\n") == []
    (missing,) = said("It rains. @2", "")
    assert "the briefing names none" in missing.message
    (ranged,) = said("It rains. @2-4", "sources: [{ file: a.txt, cite: Minutes }]\n")
    assert ranged.hints == ("write `@2 @3 @4`",)


def test_long_texts_are_looked_through_in_time():
    begun = perf_counter()
    for unit in ("@16,", "@16 ", "@ ", "@16@", "@16 and ", "@16" + " " * 50, ".@16", "@p. "):
        said(unit * (40_000 // len(unit)))
    assert perf_counter() - begun < 10
