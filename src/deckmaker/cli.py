"""The commands of deckmaker: the only module that prints or exits.

Exit codes: 0 done, 1 the briefing has mistakes, 2 the command was used wrongly. A bug in deckmaker
shows its traceback.
"""

from __future__ import annotations

import gc
import os
import shlex
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from deckmaker._version import __version__

if TYPE_CHECKING:
    from deckmaker.build import Watch
    from deckmaker.diagnostics import Diagnostic

app = typer.Typer(
    name="deckmaker",
    help="One YAML briefing becomes a branded PowerPoint deck and a PDF memo.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
DEFAULT = Path("briefing.yaml")
OUTPUT = Path("build")
MISTAKES, WRONG_USAGE = 1, 2
GARBAGE_EVERY = 100_000
COLORS = {"error": typer.colors.RED, "warning": typer.colors.YELLOW, "info": typer.colors.BLUE}
BriefingFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The briefing.", show_default=True)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but problems.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings stop the build too.")]
BrandOption = Annotated[
    str | None,
    typer.Option("--brand", metavar="BRAND", help="A built-in brand or a brand file."),
]


@app.command()
def build(
    file: BriefingFile = DEFAULT,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")
    ] = OUTPUT,
    only: Annotated[
        Literal["deck", "memo"] | None, typer.Option("--only", help="Make one of the two.")
    ] = None,
    strict: Strict = False,
    brand: BrandOption = None,
    attach: Annotated[
        bool,
        typer.Option("--attach", help="Let the briefing and its data travel inside the memo."),
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the files when done.")] = False,
    quiet: Quiet = False,
) -> None:
    """Make the deck and the memo of a briefing."""
    from deckmaker.build import build as make_files  # what a command needs is loaded by it alone

    if attach and only == "deck":
        _fail("`--attach` puts the briefing into the memo, which `--only deck` leaves out")
    with _mistakes(file), _progress(quiet) as watch:
        paths, made = make_files(
            file, output, only=only, brand=brand, strict=strict, attach=attach, watch=watch
        )
    _report(made.diagnostics)
    if not quiet:
        for path in paths:
            typer.echo(path)
        typer.echo(made.evidence.summary, err=True)
    if open_:
        for path in paths:
            typer.launch(str(path))


@app.command()
def check(
    file: BriefingFile = DEFAULT,
    strict: Strict = False,
    brand: BrandOption = None,
    quiet: Quiet = False,
) -> None:
    """Find what is wrong with a briefing, without writing anything."""
    from deckmaker.build import make

    with _mistakes(file), _progress(quiet) as watch:
        made = make(file, brand=brand, strict=strict, watch=watch)
    _report(made.diagnostics)
    if not quiet:
        typer.echo(f"{file} can be built: {made.evidence.summary}")


@app.command()
def verify(
    file: BriefingFile = DEFAULT,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="FILE",
            help="The snapshot of the source; KEY=FILE for one of several.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Check every quotation and number against the snapshot, and rewrite the lock."""
    from deckmaker.verification import verify as verify_briefing

    snapshots = dict(_keyed(given, file) for given in source or ())
    with _mistakes(file):
        path, evidence = verify_briefing(file, snapshots)
    _report(evidence.diagnostics)
    if not quiet:
        typer.echo(f"{path}: {evidence.summary}")


@app.command()
def extract(
    memo: Annotated[Path, typer.Argument(metavar="MEMO", help="A memo built with --attach.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")
    ] = Path(),
    quiet: Quiet = False,
) -> None:
    """Take the briefing out of a memo that it travels in, with its data and pictures."""
    from deckmaker.extraction import ExtractionError
    from deckmaker.extraction import extract as take_out

    try:
        written = take_out(memo, output)
    except ExtractionError as error:
        _fail(f"{memo}: {error}")
    except OSError as error:
        _cannot(error)
    if not quiet:
        for path in written:
            typer.echo(path)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the language, for editors."""
    import json

    from deckmaker.language.json_schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to begin it; nothing there is overwritten.")
    ] = Path(),
    quiet: Quiet = False,
) -> None:
    """Begin a briefing: a small working one, with comments."""
    from deckmaker.starter import StarterError, write_starter

    try:
        written = write_starter(folder)
    except StarterError as error:
        _fail(str(error))
    except OSError as error:
        _cannot(error)
    if not quiet:
        for path in written:
            typer.echo(path)
        typer.echo(f"Next: deckmaker build {shlex.quote(str(folder / DEFAULT))}")


def _keyed(given: str, briefing: Path) -> tuple[str, Path]:
    """Read `KEY=FILE` or `FILE`; a file whose own name holds `=` is taken at its word."""
    key, equals, name = given.partition("=")
    keyed = bool(equals) and not Path(given).exists()
    path = Path(name if keyed else given)
    if not path.is_file():
        _fail(f"there is no file {path}", f"deckmaker verify {briefing} --source FILE")
    return (key if keyed else "", path)


def _fail(message: str, hint: str = "") -> NoReturn:
    """End with what was wrong about the command itself."""
    typer.echo(f"error: {message}", err=True)
    if hint:
        typer.echo(f"  = help: {hint}", err=True)
    raise typer.Exit(WRONG_USAGE)


@contextmanager
def _mistakes(file: Path) -> Iterator[None]:
    """Turn the author's mistakes into a report, and a file that cannot be read into an error."""
    from deckmaker.diagnostics import BriefingError

    try:
        if file.is_dir():
            _fail(f"{file} is a folder", f"name the briefing in it: {file / DEFAULT}")
        if not file.exists():
            begin = "begin one with: deckmaker init" if file == DEFAULT else ""
            _fail(f"there is no file {file}", begin)
        yield
    except BriefingError as error:
        _report(error.diagnostics)
        if all(diagnostic.severity != "error" for diagnostic in error.diagnostics):
            typer.echo("nothing was written, since --strict lets no warning pass", err=True)
        raise typer.Exit(MISTAKES) from None
    except OSError as error:
        _cannot(error)


def _cannot(error: OSError) -> NoReturn:
    """End with what the system would not do: a full disk, a folder that may not be written."""
    place = f"{error.filename}: " if error.filename else ""
    _fail(place + (error.strerror or str(error)).lower())


@contextmanager
def _progress(quiet: bool) -> Iterator[Watch]:
    """Show what is under way, where somebody is looking on."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("…", spinner_style="cyan") as status:
        yield lambda stage: status.update(f"{stage} …")


def _report(diagnostics: Sequence[Diagnostic]) -> None:
    """Show each diagnostic with its line and its mend, then how many there are."""
    from deckmaker.caret import caret_report

    for diagnostic in diagnostics:
        _show(caret_report(diagnostic), diagnostic.severity)
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    said = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity, count in counts.items()
        if severity != "info"
    ]
    if said:
        typer.echo(", ".join(said), err=True)


def _show(report: str, severity: str) -> None:
    """Print one report to standard error, in colour where that is a terminal."""
    head, *rest = report.split("\n")
    color = COLORS[severity]
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


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"deckmaker {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """One YAML briefing becomes a branded PowerPoint deck and a PDF memo."""


def main() -> None:
    """Run the command line."""
    # A build makes many values that all live to its end and hardly any cycles: collecting
    # garbage every 700 objects costs it a sixth of its time and frees nothing.
    gc.set_threshold(GARBAGE_EVERY)
    # Plugins of pydantic that happen to be installed have no business with a briefing, and
    # looking for them means reading the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app()
