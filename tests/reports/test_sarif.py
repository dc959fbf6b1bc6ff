"""SARIF logs hold what the standard's schema and GitHub's code scanning ask for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from deckmaker.diagnostics import Diagnostic, Severity, Span
from deckmaker.reports import Report, render
from deckmaker.rulebook import RULES

SCHEMA = json.loads((Path(__file__).parent / "schema/sarif-schema-2.1.0.json").read_text("utf-8"))
LINE = '  quote: "We do 🙂 want {0} [this](there)" # why'
FALSE = Diagnostic(
    "Q01",
    "not in the source: “{0} { ours: x } [this](there)”",
    ("sections", 0),
    ("quote word for word",),
    span=Span("b.yaml", 9, 10, 15, LINE),
)
NOWHERE = Diagnostic("D03", "two titles are the same", severity=Severity.WARNING)
NOTE = Diagnostic("W01", "by the way", severity=Severity.INFO)


def log_of(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render(report, "sarif"))
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(log)] == []
    return log


def run_of(*found: Diagnostic, excused: tuple[tuple[Diagnostic, str], ...] = ()) -> dict[str, Any]:
    run: dict[str, Any] = log_of(Report(Path("b.yaml"), found, excused, "all verified"))["runs"][0]
    return run


def fingerprints(*found: Diagnostic) -> list[dict[str, str]]:
    return [result["partialFingerprints"] for result in run_of(*found)["results"]]


def test_the_schema_is_the_official_one_and_refuses_what_is_none() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    assert list(Draft7Validator(SCHEMA).iter_errors({"version": "2.1.0", "runs": [{}]}))


def test_a_result_stands_where_its_diagnostic_does() -> None:
    run = run_of(FALSE)
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "Q01"
    assert run["columnKind"] == "unicodeCodePoints"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "b.yaml"}
    assert place["region"] == {
        "startLine": 9,
        "startColumn": 10,
        "endLine": 9,
        "endColumn": 15,
        "snippet": {"text": LINE[9:14]},
    }
    assert place["contextRegion"]["snippet"] == {"text": LINE}


def test_a_message_holds_the_mend_and_neither_placeholder_nor_link() -> None:
    text = run_of(FALSE)["results"][0]["message"]["text"]
    assert text == ("not in the source: “{{0}} { ours: x } [this\\](there)”\nquote word for word")


def test_weights_are_the_levels_of_the_standard() -> None:
    levels = [result["level"] for result in run_of(FALSE, NOWHERE, NOTE)["results"]]
    assert levels == ["error", "warning", "note"]


def test_what_has_no_place_is_shown_at_the_top() -> None:
    place = run_of(NOWHERE)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "b.yaml"}
    assert place["region"]["startLine"] == place["region"]["endLine"] == 1


@pytest.mark.parametrize(("column", "end"), [(1, 90), (4, 5), (9, 9), (40, 2)])
def test_no_region_ends_behind_its_line_or_before_its_start(column: int, end: int) -> None:
    span = Span("b.yaml", 2, column, end, "abc")
    region = run_of(replace(FALSE, span=span))["results"][0]["locations"][0]["physicalLocation"][
        "region"
    ]
    assert column == region["startColumn"] <= region["endColumn"] <= max(4, column)


def test_what_is_excused_is_suppressed_with_its_reason_and_nothing_else_is() -> None:
    results = run_of(FALSE, excused=((NOWHERE, "They are two parts of one story."),))["results"]
    assert [result["suppressions"] for result in results] == [
        [],
        [{"kind": "inSource", "justification": "They are two parts of one story."}],
    ]


def test_a_result_is_known_again_when_lines_move() -> None:
    assert FALSE.span
    moved = replace(FALSE, span=replace(FALSE.span, line=70, column=12, text="  " + LINE))
    moved = replace(moved, span=replace(moved.span, end_column=17), message="nearest is 4")
    assert fingerprints(FALSE) == fingerprints(moved)


def test_different_results_are_told_apart_even_on_lines_alike() -> None:
    assert FALSE.span
    twin = replace(FALSE, span=replace(FALSE.span, line=70))
    other = replace(FALSE, span=replace(FALSE.span, text=LINE.replace("want", "need")))
    rule = replace(FALSE, rule="Q02")
    found = [tuple(one.values()) for one in fingerprints(FALSE, twin, other, rule, NOWHERE)]
    assert len(set(found)) == 5


def test_every_rule_is_described_within_the_limits_of_github() -> None:
    rules = run_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert 1 <= len(rule["properties"]["tags"]) <= 10


def test_a_rule_that_is_not_listed_is_reported_all_the_same() -> None:
    (result,) = run_of(replace(FALSE, rule="ZZ9"))["results"]
    assert result["ruleId"] == "ZZ9"
    assert "ruleIndex" not in result


def test_of_too_many_results_the_mildest_are_left_out_and_that_is_said() -> None:
    report = Report(Path("b.yaml"), (NOTE,) * 3 + (NOWHERE,) * 25_000 + (FALSE,))
    run = json.loads(render(report, "sarif"))["runs"][0]
    assert len(run["results"]) == 25_000
    assert run["results"][0]["ruleId"] == "Q01"
    assert {result["level"] for result in run["results"]} == {"error", "warning"}
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"] == "4 of the milder results are left out"
    del run["results"][100:]
    log = {"version": "2.1.0", "runs": [run]}
    assert list(Draft7Validator(SCHEMA).iter_errors(log)) == []


def test_a_log_says_what_was_verified_and_written_and_names_no_machine() -> None:
    report = Report(Path("b.yaml"), summary="all verified", files=(Path("build") / "a.pdf",))
    log = log_of(report)
    run = log["runs"][0]
    assert run["properties"] == {"summary": "all verified", "files": ["build/a.pdf"]}
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["automationDetails"] == {"id": "deckmaker/b.yaml/"}
    assert run["results"] == []
    assert str(Path.cwd()) not in json.dumps(log)


def test_two_logs_of_one_report_are_identical() -> None:
    report = Report(Path("b.yaml"), (FALSE, NOWHERE))
    assert render(report, "sarif") == render(report, "sarif")
