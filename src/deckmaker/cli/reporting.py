"""What a command found is shown as its options ask, and decides how the command ends.

Loaded when a command runs that reports. Text goes to standard error, in colour where that is a
terminal; every other format goes to standard output, alone and whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from deckmaker.caret import caret_report
from deckmaker.cli.ending import MISTAKES, fail, require, touching_files
from deckmaker.diagnostics import BriefingError, Diagnostic, Severity
from deckmaker.reports import Format, Report, render
from deckmaker.selection import Selection, SelectionError, read_selection

COLORS = {
    Severity.ERROR: typer.colors.RED,
    Severity.WARNING: typer.colors.YELLOW,
    Severity.INFO: typer.colors.BLUE,
}
UNSILENCED = (
    "an error is never silenced from here: it is mended, or excused in the briefing under "
    "`ignore:` with a reason"
)


@dataclass(frozen=True, slots=True)
class Reporter:
    """How to report on `file`, and what stops the command."""

    file: Path
    format: Format
    selection: Selection
    strict: bool
    quiet: bool
    checking: bool
    """Whether nothing is written, so that the selection may cover errors and infos are shown."""

    def stops(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Tell whether one of `diagnostics` ends the command with a code."""
        grave = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return any(one.severity in grave and self._shows(one) for one in diagnostics)

    def tell(self, report: Report, lead: str = "", strictly: str = "") -> None:
        """Show `report`, narrowed to what is wanted.

        The last line sums it up; it follows `lead` on standard output where there is one.
        `strictly` says what became of the command where a warning stops it.
        """
        shown = self._narrowed(report)
        if self.format == "text":
            for diagnostic in shown.diagnostics:
                _paint(caret_report(diagnostic), COLORS[diagnostic.severity])
            if self.checking and not self.quiet:
                _list_excused(shown)
        else:
            typer.echo(render(shown, self.format).encode("utf-8", "replace"), nl=False)
        self._remark(report, strictly)
        if self.format == "text":
            self._sum_up(shown, lead)

    @contextmanager
    def mistakes(self) -> Iterator[None]:
        """Report the author's mistakes and end, with a code where they count."""
        try:
            with touching_files():
                require(self.file)
                yield
        except BriefingError as error:
            found = Report(self.file, error.diagnostics, error.excused, error.summary)
            self.tell(found)
            raise typer.Exit(MISTAKES if self.stops(error.diagnostics) else 0) from None

    def _shows(self, diagnostic: Diagnostic) -> bool:
        if diagnostic.severity is Severity.ERROR and not self.checking:
            return True
        silent = self.quiet or not self.checking
        if diagnostic.severity is Severity.INFO and silent and self.format == "text":
            return False
        return self.selection.shows(diagnostic.rule)

    def _narrowed(self, report: Report) -> Report:
        diagnostics = tuple(filter(self._shows, report.diagnostics))
        hidden = report.count(Severity.ERROR) - sum(
            one.severity is Severity.ERROR for one in diagnostics
        )
        also = ""
        if hidden:
            also = f"{hidden} error{'' if hidden == 1 else 's'} of other rules not shown"
        return replace(
            report,
            diagnostics=diagnostics,
            suppressed=tuple(one for one in report.suppressed if self.selection.shows(one[0].rule)),
            summary=", ".join(part for part in (report.summary, also) if part),
        )

    def _remark(self, report: Report, strictly: str) -> None:
        """Say what the options could not do, or did."""
        errors = [one for one in report.diagnostics if one.severity is Severity.ERROR]
        if not self.checking and any(not self.selection.shows(one.rule) for one in errors):
            typer.echo(UNSILENCED, err=True)
        if strictly and not errors and self.stops(report.diagnostics):
            typer.echo(f"{strictly}, since --strict lets no warning pass", err=True)

    def _sum_up(self, shown: Report, lead: str) -> None:
        if self.quiet:
            if shown.count(Severity.ERROR) or shown.count(Severity.WARNING):
                typer.echo(shown.counted, err=True)
            return
        if lead:
            typer.echo(f"{lead}: {shown.line}")
            return
        for file in shown.files:
            typer.echo(file)
        if shown.line:
            typer.echo(shown.line, err=True)


def reporter_for(
    file: Path,
    format: Format,
    select: Iterable[str] | None,
    ignore: Iterable[str] | None,
    *,
    strict: bool,
    quiet: bool,
    checking: bool = False,
) -> Reporter:
    """Return how to report as the options say; end where they name no rule."""
    selection = Selection()
    if select or ignore:
        from deckmaker.rulebook import RULES

        try:
            selection = read_selection(select or (), ignore or (), RULES)
        except SelectionError as error:
            fail(str(error), error.hint)
    return Reporter(file, format, selection, strict, quiet, checking)


def _list_excused(report: Report) -> None:
    """Print what the briefing excuses to standard error, a line for each."""
    from deckmaker.reports.text import excused_line

    for one in report.suppressed:
        kind, colon, rest = excused_line(*one).partition(":")
        typer.echo(typer.style(kind, fg=typer.colors.BLUE, bold=True) + colon + rest, err=True)
    if report.suppressed:
        typer.echo("", err=True)


def _paint(report: str, color: str) -> None:
    """Print one diagnostic to standard error, in colour where that is a terminal."""
    head, *rest = report.split("\n")
    kind, colon, message = head.partition(":")
    typer.echo(
        typer.style(kind, fg=color, bold=True) + typer.style(colon + message, bold=True), err=True
    )
    for line in rest:
        stripped = line.lstrip()
        if stripped.startswith("= help"):
            line = typer.style(line, fg=typer.colors.CYAN)
        elif stripped.startswith("| ") and set(stripped[2:].strip()) == {"^"}:
            line = typer.style(line, fg=color)
        typer.echo(line, err=True)
    typer.echo("", err=True)
