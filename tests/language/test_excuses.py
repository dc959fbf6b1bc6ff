"""What an author can write under `ignore:`, and what they are told of the rest."""

from pathlib import Path

import pytest

from deckmaker.diagnostics import BriefingError
from deckmaker.language.briefing import Briefing
from deckmaker.reading.source import read_yaml

HEAD = "deckmaker: 1\nmeta: { title: Rain, date: 2026-11-23 }\n"
BODY = """sections:
  - section: News
    ignore: { D01: It is a name. }
    blocks:
      - title: It rains
        points: [It rains]
        ignore:
          H01: Both are guesses.
"""


def read(text: str) -> Briefing:
    return Briefing.read(read_yaml(text.encode(), "b.yaml"), Path("b.yaml"))


def refused(ignore: str) -> tuple[str, str]:
    with pytest.raises(BriefingError) as error:
        read(f"{HEAD}ignore: {ignore}\n{BODY}")
    (diagnostic,) = error.value.diagnostics
    return diagnostic.rule, diagnostic.message


def test_excuses_are_read_at_every_place_the_narrowest_first():
    excuses = read(f"{HEAD}ignore: {{ Q04: The bracket is ours. }}\n{BODY}").excuses
    assert [(one.rule, one.scope) for one in excuses] == [
        ("H01", ("sections", 0, "blocks", 0)),
        ("D01", ("sections", 0)),
        ("Q04", ()),
    ]


def test_a_section_with_its_block_in_it_has_one_place_for_excuses():
    flat = "sections:\n  - { section: A, title: B, callout: C, ignore: { Q04: It is ours. } }\n"
    (excuse,) = read(HEAD + flat).excuses
    assert excuse.scope == ("sections", 0)


@pytest.mark.parametrize(
    ("ignore", "rule", "said"),
    [
        ("Q04", "B003", "wants rules with reasons"),
        ("[Q04]", "B003", "wants rules with reasons"),
        ("{ Q99: It is ours. }", "B003", "is no rule"),
        ("{ q04: It is ours. }", "B003", "is no rule"),
        ("{ Q04: '…' }", "B003", "wants a reason"),
        ("{ Q04: }", "B003", "wants a reason"),
        ("{ M01: We like it. }", "B004", "M01 cannot be excused"),
        ("{ C02: We like it. }", "B004", "C02 cannot be excused"),
    ],
)
def test_what_is_no_excuse_is_refused(ignore: str, rule: str, said: str):
    found, message = refused(ignore)
    assert found == rule
    assert said in message


def hint(ignore: str) -> str:
    with pytest.raises(BriefingError) as error:
        read(f"{HEAD}ignore: {ignore}\n{BODY}")
    (diagnostic,) = error.value.diagnostics
    return " ".join(diagnostic.hints)


@pytest.mark.parametrize(
    "reason",
    [
        "n/a",
        "-x",
        "'-x'",
        "ok ok",
        "Ok ok.",
        "none",
        "todo",
        "to do",
        "TBD",
        "n. a.",
        "1 2",
        "理由",
    ],
)
def test_a_reason_that_says_nothing_is_refused(reason: str):
    ignore = f"{{ Q04: {reason} }}"
    assert refused(ignore) == (
        "B003",
        f"`Q04` wants a reason, but the text `{reason.strip(chr(39))}` stands here",
    )
    assert "say in a sentence why it is right here" in hint(ignore)


@pytest.mark.parametrize("reason", ["House style.", "所管庁の表記による。", "Сказано так."])
def test_two_words_or_a_few_letters_of_a_script_without_blanks_are_a_reason(reason: str):
    widest = read(f"{HEAD}ignore: {{ Q04: {reason} }}\n{BODY}").excuses[-1]
    assert widest.reason == reason


@pytest.mark.parametrize(
    ("ignore", "said", "mend"),
    [
        (
            "{ Q: We write so. }",
            "`Q` is no rule: an excuse names one whole rule, such as Q01",
            "beginnings are for `--ignore`",
        ),
        ("{ Q*: We write so. }", "an excuse names one whole rule, such as Q01", "`--ignore`"),
        (
            "{ 'Q01, N01': We write so. }",
            "`Q01, N01` names 2 rules",
            "write a line for each rule: `Q01: Why.` and `N01: Why.`",
        ),
        ("{ 'Q01 ': We write so. }", "a blank stands behind `Q01`", "write `Q01:`"),
        ("{ ' Q01': We write so. }", "a blank stands before `Q01`", "write `Q01:`"),
        (
            "[Q01, N01]",
            "a list of 2 stands here",
            "leave out the dash or the brackets; write below `ignore:`, further in, a line for each"
            " rule, a colon and why: `Q01: Why.`, `N01: Why.`",
        ),
        ("\n- N01: It is ours.", "a list of 1 stands here", "leave out the dash"),
        (
            "\n- N01: It is ours.",
            "a list of 1 stands here",
            "the rule, a colon and why: `N01: Why.",
        ),
        ("N01, Q01", "the text `N01, Q01` stands here", "`N01: Why.`, `Q01: Why.`"),
        ("all", "the text `all` stands here", "`Q04: Why.`"),
        ("{ q04: We write so. }", "`q04` is no rule", "did you mean `Q04`?"),
    ],
)
def test_what_is_no_excuse_shows_how_one_is_written(ignore: str, said: str, mend: str):
    assert said in refused(ignore)[1]
    assert mend in hint(ignore)
