"""Which rules are shown when a user selects and ignores some."""

from __future__ import annotations

import pytest

from deckmaker.selection import Selection, SelectionError, nearest, read_selection

KNOWN = ("Q01", "Q02", "A05", "B001", "B002")


def shown(selection: Selection) -> list[str]:
    return [rule for rule in KNOWN if selection.shows(rule)]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], list(KNOWN)),
        (["Q"], [], ["Q01", "Q02"]),
        (["Q0", "A05"], [], ["Q01", "Q02", "A05"]),
        ([], ["B00", "A"], ["Q01", "Q02"]),
        (["Q"], ["Q01"], ["Q02"]),
        (["Q01"], ["Q"], ["Q01"]),
        (["Q"], ["Q"], []),
        (["B001,q02"], [], ["Q02", "B001"]),
        ([" Q , ", "A,"], [], ["Q01", "Q02", "A05"]),
    ],
)
def test_the_longer_beginning_wins(
    select: list[str], ignore: list[str], expected: list[str]
) -> None:
    assert shown(read_selection(select, ignore, KNOWN)) == expected


def test_two_spellings_of_one_choice_are_one_value() -> None:
    assert read_selection(["q,A"], [], KNOWN) == read_selection(["Q", "A", "Q"], [], KNOWN)


@pytest.mark.parametrize(("typed", "meant"), [("Q9", "Q01"), ("B02", "B002"), ("O01", "Q01")])
def test_a_beginning_that_no_rule_has_names_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(SelectionError, match=f"no rule begins with `{typed}`") as caught:
        read_selection([], [typed], KNOWN)
    assert caught.value.hint == f"did you mean `{meant}`?"


def test_where_nothing_is_like_it_the_list_is_named() -> None:
    with pytest.raises(SelectionError) as caught:
        read_selection(["everything"], [], KNOWN)
    assert caught.value.hint == "list the rules: deckmaker rule"
    assert nearest("", KNOWN) == ""


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("", "an empty text names no rule", "part rules with commas: `Q,A05`"),
        (" , ", "` , ` names no rule", "part rules with commas: `Q,A05`"),
        ("Q A05", "no rule begins with `Q A05`", "part rules with commas: `Q,A05`"),
        ("q01;B001", "no rule begins with `Q01;B001`", "part rules with commas: `Q01,B001`"),
        ("Q01 Z99", "no rule begins with `Q01 Z99`", "part rules with commas: `Q,A05`"),
        (
            "Q*",
            "no rule begins with `Q*`",
            "the beginning alone means all that begin so: `Q`; part rules with commas: `Q,A05`",
        ),
        (
            "*",
            "no rule begins with `*`",
            "the beginning alone means all that begin so: `Q`; part rules with commas: `Q,A05`",
        ),
    ],
)
def test_rules_that_are_not_parted_by_commas_are_told_how(
    typed: str, message: str, hint: str
) -> None:
    with pytest.raises(SelectionError) as caught:
        read_selection([typed], [], KNOWN)
    assert str(caught.value) == message
    assert caught.value.hint == hint
