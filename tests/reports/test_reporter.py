"""What a command says and how it ends, of findings that a small briefing does not have."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.cli.reporting import Reporter, reporter_for
from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.reports import Report

NOTE = Diagnostic("W01", "by the way", severity=Severity.INFO)
WARNING = Diagnostic("A05", "the text of a link", severity=Severity.WARNING)
ERROR = Diagnostic("B001", "an unknown key")
FILE = Path("b.yaml")


def reporter(
    *, checking: bool = False, strict: bool = True, ignore: tuple[str, ...] = ()
) -> Reporter:
    return reporter_for(FILE, "text", (), ignore, strict=strict, quiet=False, checking=checking)


@pytest.mark.parametrize("checking", [False, True])
def test_strict_never_counts_infos(checking: bool) -> None:
    assert not reporter(checking=checking).stops([NOTE])
    assert reporter(checking=checking).stops([NOTE, WARNING])
    assert not reporter(checking=checking, strict=False).stops([NOTE, WARNING])


def test_an_error_stops_a_build_whatever_is_ignored() -> None:
    assert reporter(ignore=("B",)).stops([ERROR])
    assert not reporter(ignore=("B",), checking=True).stops([ERROR])


def test_a_check_shows_infos_and_a_build_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    reporter(checking=True).tell(Report(FILE, (NOTE,)))
    assert capsys.readouterr().err == "info[W01]: by the way\n\n"
    reporter().tell(Report(FILE, (NOTE,)))
    assert capsys.readouterr().err == ""


def test_programs_are_told_of_infos_by_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    replace(reporter(), format="json").tell(Report(FILE, (NOTE,)))
    assert json.loads(capsys.readouterr().out)["summary"]["infos"] == 1


def test_what_is_excused_is_counted_and_does_not_stop(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(FILE, (), ((WARNING, "It is a quotation."),), "2 quotations verified")
    reporter().tell(report, "b.yaml can be built")
    said = capsys.readouterr()
    assert said.out == "b.yaml can be built: 2 quotations verified, 1 excused\n"
    assert said.err == ""
    reporter(checking=True, ignore=("A05",)).tell(report, "b.yaml can be built")
    assert capsys.readouterr().out == "b.yaml can be built: 2 quotations verified\n"


def test_a_check_lists_what_is_excused_unless_it_is_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = Report(FILE, (WARNING,), ((NOTE, "It is ours."), (ERROR, "The key is new.")))
    reporter(checking=True).tell(report)
    assert capsys.readouterr().err == (
        "warning[A05]: the text of a link\n\n"
        "excused[W01]: by the way (It is ours.)\n"
        "excused[B001]: an unknown key (The key is new.)\n\n"
        "1 warning, 2 excused\n"
    )
    replace(reporter(checking=True), quiet=True).tell(report)
    assert "excused[" not in capsys.readouterr().err
    reporter().tell(report)
    assert "excused[" not in capsys.readouterr().err
    replace(reporter(checking=True), format="github").tell(report)
    assert "excused[" not in capsys.readouterr().err
