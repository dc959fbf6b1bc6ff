"""The report of a diagnostic: the right line, the caret below the right letters."""

from __future__ import annotations

from deckmaker.caret import WIDTH, caret_report
from deckmaker.diagnostics import Diagnostic, Severity, Span


def test_a_report_shows_place_line_caret_and_mend() -> None:
    span = Span("b.yaml", 12, 5, 10, "    titel: A title")
    report = caret_report(Diagnostic("B001", "unknown key", hints=("did you?",), span=span))
    assert report == (
        "error[B001]: unknown key\n"
        "  --> b.yaml:12:5\n"
        "   |\n"
        "12 |     titel: A title\n"
        "   |     ^^^^^\n"
        "   = help: did you?"
    )


def test_a_problem_without_a_place_is_told_all_the_same() -> None:
    diagnostic = Diagnostic("D07", "too long", hints=("cut it",), severity=Severity.WARNING)
    assert caret_report(diagnostic) == "warning[D07]: too long\n  = help: cut it"


def test_the_caret_stands_below_wide_and_combining_letters() -> None:
    text = "t: 日本語 e\u0301 x"
    column = text.index("x") + 1
    lines = caret_report(Diagnostic("Q01", "m", span=Span("b", 1, column, column + 1, text)))
    line, caret = lines.split("\n")[3:5]
    assert caret.index("^") == len("1 | t: ") + 6 + len(" e ")
    assert line == f"1 | {text}"


def test_of_a_long_line_the_part_around_the_caret_is_shown() -> None:
    text = "a" * 500 + "HERE" + "b" * 500
    report = caret_report(Diagnostic("Q01", "m", span=Span("b", 1, 501, 505, text)))
    line, caret = report.split("\n")[3:5]
    assert len(line) < WIDTH + 20
    assert line[caret.index("^") :].startswith("HERE")
    assert caret.count("^") == 4


def test_no_letter_of_a_briefing_steers_the_terminal() -> None:
    text = "a: \x1b[31m\u202eevil\t!"
    report = caret_report(Diagnostic("Q01", text, hints=(text,), span=Span(text, 1, 1, 2, text)))
    assert report.replace("\n", "").isprintable()


def test_a_caret_is_drawn_behind_the_end_of_a_line() -> None:
    report = caret_report(Diagnostic("Q01", "m", span=Span("b", 1, 4, 5, "abc")))
    assert report.endswith("|    ^")
