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
    excuses = read(f"{HEAD}ignore: {{ Q04: Ours. }}\n{BODY}").excuses
    assert [(one.rule, one.scope) for one in excuses] == [
        ("H01", ("sections", 0, "blocks", 0)),
        ("D01", ("sections", 0)),
        ("Q04", ()),
    ]


def test_a_section_with_its_block_in_it_has_one_place_for_excuses():
    flat = "sections:\n  - { section: A, title: B, callout: C, ignore: { Q04: Ours. } }\n"
    (excuse,) = read(HEAD + flat).excuses
    assert excuse.scope == ("sections", 0)


@pytest.mark.parametrize(
    ("ignore", "rule", "said"),
    [
        ("Q04", "B003", "wants rules with reasons"),
        ("[Q04]", "B003", "wants rules with reasons"),
        ("{ Q99: Ours. }", "B003", "is no rule"),
        ("{ q04: Ours. }", "B003", "is no rule"),
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
