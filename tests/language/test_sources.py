"""What an author writes of sources, and what they are told where it is none."""

from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BeforeValidator

from deckmaker.diagnostics import KEY, BriefingError, Diagnostic
from deckmaker.language.briefing import Briefing
from deckmaker.language.meta import Source, each_keyed
from deckmaker.language.schema import Model, validate
from deckmaker.reading.source import read_yaml

HEAD = "deckmaker: 1\nmeta: { title: Rain, date: 2026-11-23 }\n"
BODY = "sections: [{ section: News, title: It rains, callout: It rains. }]\n"


class Sources(Model):
    """The sources alone."""

    sources: Annotated[dict[str, Source], BeforeValidator(each_keyed)]


def refused(sources: Any) -> Diagnostic:
    with pytest.raises(BriefingError) as error:
        validate(Sources, {"sources": sources}, {"folder": Path()})
    (diagnostic,) = error.value.diagnostics
    return diagnostic


def read(source: str) -> Briefing:
    return Briefing.read(read_yaml(f"{HEAD}{source}\n{BODY}".encode(), "b.yaml"), Path("b.yaml"))


def test_one_source_below_the_key_of_several_is_told_both_ways():
    diagnostic = refused({"file": "the minutes.txt", "cite": "Minutes, in short"})
    assert diagnostic.rule == "B003"
    assert diagnostic.message == (
        "`sources` wants a key for each source, but `file` and `cite` stand directly below it"
    )
    assert diagnostic.path == ("sources", "file", KEY)
    assert diagnostic.hints == (
        "there is one source, so write `source: { file: the minutes.txt, cite: … }`",
        "or write `sources: { the-minutes: { file: the minutes.txt, cite: … } }`, "
        "one key to each: it is cited as `@key:18`",
    )


def test_a_list_of_sources_is_given_keys():
    diagnostic = refused([{"file": "a.txt", "cite": "A"}, {"file": "3.txt", "cite": "B"}, "c.txt"])
    assert diagnostic.message == (
        "`sources` wants a key for each source, but a list of 3 stands here"
    )
    assert diagnostic.hints == (
        "write `sources: { a: { file: a.txt, cite: … }, source2: { file: 3.txt, cite: … }, "
        "c: { file: c.txt, cite: … } }`, one key to each: it is cited as `@key:18`",
    )
    assert "`source: { file: a.txt, cite: … }`" in refused([{"file": "a.txt"}]).hints[0]
    assert refused([]).hints[0].startswith("write `sources: {")


def test_a_key_may_be_called_as_a_field_is():
    read = validate(Sources, {"sources": {"file": {"cite": "The file"}}}, {"folder": Path()})
    assert read.sources["file"].cite == "The file"


@pytest.mark.parametrize(
    ("source", "rule", "message", "hint"),
    [
        (
            "{ path: a.txt, cite: Minutes }",
            "B001",
            "unknown key `path` in a source",
            "did you mean `file`?",
        ),
        ("{ title: Minutes }", "B001", "unknown key `title` in a source", "did you mean `cite`?"),
        ("{ cite: Minutes, link: x }", "B001", "unknown key `link`", "did you mean `url`?"),
        (
            "{ cite: Minutes, published: 2026-13-01 }",
            "B003",
            "`2026-13-01` is no date: the month goes from 01 to 12",
            "",
        ),
        ("{ cite: Minutes, published: 2026-02-30 }", "B003", "the month has no such day", ""),
    ],
)
def test_what_is_no_source_is_told_once(source: str, rule: str, message: str, hint: str):
    with pytest.raises(BriefingError) as error:
        read(f"source: {source}")
    (diagnostic,) = error.value.diagnostics
    assert diagnostic.rule == rule
    assert message in diagnostic.message
    assert "".join(diagnostic.hints) == hint


@pytest.mark.parametrize("published", ["2026-08-20", "August 2026", "2026-08", "in the spring"])
def test_a_source_is_dated_by_a_day_or_in_words(published: str):
    assert read(f"source: {{ cite: M, published: {published} }}").sources[""].published == published
