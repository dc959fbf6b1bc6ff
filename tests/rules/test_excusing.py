"""Excuses cover what they stand over, the narrowest first, and never what is firm."""

from deckmaker.diagnostics import KEY, Diagnostic, Severity
from deckmaker.language.excuses import Excuse
from deckmaker.rules import settle

WARNING = Severity.WARNING
HERE = ("sections", 2, "blocks", 1)
WIDE, NARROW = Excuse("H01", "All of it.", ()), Excuse("H01", "Here.", HERE)


def found(rule: str, *path: str | int, severity: Severity = WARNING) -> Diagnostic:
    return Diagnostic(rule, "…", path, severity=severity)


def test_an_excuse_holds_for_what_it_stands_over():
    inside, beside = found("H01", *HERE, "points", 0), found("H01", "sections", 2, "blocks", 2)
    other = found("D05", *HERE, "points", 0)
    settled = settle([inside, beside, other], [NARROW])
    assert settled.excused == ((inside, "Here."),)
    assert settled.standing == (beside, other)


def test_the_narrowest_reason_counts():
    one = found("H01", *HERE, "points", 0)
    assert settle([one], [NARROW, WIDE]).excused == ((one, "Here."),)


def test_of_a_firm_rule_errors_stand_and_warnings_go():
    error, warning = found("L01", "x", severity=Severity.ERROR), found("L01", "x")
    settled = settle([error, warning], [Excuse("L01", "So it is.", ())])
    assert (settled.standing, [d for d, _ in settled.excused]) == ((error,), [warning])


def test_what_cannot_be_excused_is_not():
    error = found("C02", "x", severity=Severity.ERROR)
    assert settle([error], [Excuse("C02", "We know.", ())]).standing == (error,)


def test_an_excuse_that_nothing_needs_is_told_of_where_it_stands():
    (told,) = settle([], [NARROW], lambda rule: True).standing
    assert (told.rule, told.severity) == ("X01", WARNING)
    assert told.path == (*HERE, "ignore", "H01", KEY)


def test_an_excuse_for_what_was_not_looked_at_is_left_alone():
    assert settle([], [NARROW], lambda rule: rule != "H01").standing == ()
