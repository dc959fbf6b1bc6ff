"""The commands that read a briefing whole: build, check and verify."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckmaker.cli.ending import MISTAKES, fail, keyed
from deckmaker.cli.options import (
    DEFAULT,
    BrandOption,
    BriefingFile,
    FormatOption,
    Ignore,
    IgnoreWarnings,
    OnlyOption,
    Output,
    Quiet,
    Select,
    SelectWarnings,
    Snapshots,
    Strict,
)

if TYPE_CHECKING:
    from deckmaker.build import Watch

OUTPUT = Path("build")


def build(
    file: BriefingFile = DEFAULT,
    output: Output = OUTPUT,
    only: OnlyOption = None,
    strict: Strict = False,
    select: SelectWarnings = None,
    ignore: IgnoreWarnings = None,
    format_: FormatOption = "text",
    brand: BrandOption = None,
    attach: Annotated[
        bool,
        typer.Option("--attach", help="Let the briefing and its data travel inside the memo."),
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the files when done.")] = False,
    quiet: Quiet = False,
) -> None:
    """Make the deck and the memo of a briefing."""
    from deckmaker.build import make, write
    from deckmaker.cli.branding import typed
    from deckmaker.cli.reporting import reporter_for
    from deckmaker.reports import Report

    if attach and only == "deck":
        fail("`--attach` puts the briefing into the memo, which `--only deck` leaves out")
    reporter = reporter_for(file, format_, select, ignore, strict=strict, quiet=quiet)
    paths: tuple[Path, ...] = ()
    stopped = False
    with reporter.mistakes(), typed(brand), _progress(quiet) as watch:
        made = make(file, only=only, brand=brand, attach=attach, watch=watch)
        stopped = reporter.stops(made.diagnostics)
        if not stopped:
            watch("writing")
            paths = write(made, output)
    report = Report(file, made.diagnostics, made.excused, made.evidence.summary, paths)
    reporter.tell(report, strictly="nothing was written")
    if stopped:
        raise typer.Exit(MISTAKES)
    if open_:
        for path in paths:
            typer.launch(str(path))


def check(
    file: BriefingFile = DEFAULT,
    strict: Strict = False,
    select: Select = None,
    ignore: Ignore = None,
    format_: FormatOption = "text",
    brand: BrandOption = None,
    quiet: Quiet = False,
) -> None:
    """Find what is wrong with a briefing, without writing anything."""
    from deckmaker.build import make
    from deckmaker.cli.branding import typed
    from deckmaker.cli.reporting import reporter_for
    from deckmaker.reports import Report

    reporter = reporter_for(
        file, format_, select, ignore, strict=strict, quiet=quiet, checking=True
    )
    with reporter.mistakes(), typed(brand), _progress(quiet) as watch:
        made = make(file, brand=brand, watch=watch)
    stopped = reporter.stops(made.diagnostics)
    report = Report(file, made.diagnostics, made.excused, made.evidence.summary)
    reporter.tell(report, "" if stopped else f"{file} can be built", "it would not be built")
    if stopped:
        raise typer.Exit(MISTAKES)


def verify(
    file: BriefingFile = DEFAULT,
    source: Snapshots = None,
    strict: Strict = False,
    select: SelectWarnings = None,
    ignore: IgnoreWarnings = None,
    format_: FormatOption = "text",
    quiet: Quiet = False,
) -> None:
    """Check quotations, numbers and dates against the snapshot, and rewrite the lock."""
    from deckmaker.cli.reporting import reporter_for
    from deckmaker.reports import Report
    from deckmaker.verification import verify as verify_briefing

    snapshots = dict(keyed(given, f"deckmaker verify {file}") for given in source or ())
    reporter = reporter_for(file, format_, select, ignore, strict=strict, quiet=quiet)
    with reporter.mistakes():
        path, evidence, excused = verify_briefing(file, snapshots)
    report = Report(file, evidence.diagnostics, excused, evidence.summary, (path,))
    reporter.tell(report, str(path), f"{path} was written, but this counts as a mistake")
    if reporter.stops(evidence.diagnostics):
        raise typer.Exit(MISTAKES)


@contextmanager
def _progress(quiet: bool) -> "Iterator[Watch]":
    """Show what is under way, where somebody is looking on."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("…", spinner_style="cyan") as status:
        yield lambda stage: status.update(f"{stage} …")
