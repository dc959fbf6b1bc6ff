"""The commands that only tell what is there: sources, rules, the schema, a memo's enclosures."""

from pathlib import Path
from typing import Annotated

import typer

from deckmaker.cli.ending import MISTAKES, fail, keyed, touching_files
from deckmaker.cli.options import DEFAULT, BriefingFile, ListFormatOption, Output, Quiet, Snapshots


def sources(
    file: BriefingFile = DEFAULT,
    source: Snapshots = None,
    find: Annotated[
        str,
        typer.Option(
            "--find", metavar="WORDS", help="List what holds these words alone; … for any between."
        ),
    ] = "",
    format_: ListFormatOption = "text",
) -> None:
    """List the paragraphs of every source, each with the citation to type."""
    import shutil

    from deckmaker.cli.reporting import reporter_for
    from deckmaker.listing import as_json, as_text, list_sources

    snapshots = dict(keyed(given, f"deckmaker sources {file}") for given in source or ())
    reporter = reporter_for(file, "text", None, None, strict=False, quiet=False)
    with reporter.mistakes():
        listed = list_sources(file, snapshots, find)
    if format_ == "json":
        typer.echo(as_json(listed), nl=False)
    else:
        typer.echo(as_text(listed, shutil.get_terminal_size().columns), nl=False)
    if find and not any(one.paragraphs for one in listed):
        raise typer.Exit(MISTAKES)  # as grep does


def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help="The rule, such as Q01; without it, all.")
    ] = None,
) -> None:
    """Explain a rule, or list all of them."""
    from deckmaker.rulebook import RULES, page
    from deckmaker.selection import nearest

    if name is None:
        for one in RULES.values():
            typer.echo(f"{one.id:6}{one.weight:18}{one.title}")
        return
    known = RULES.get(name.upper())
    if known is None:
        close = nearest(name, RULES)
        fail(
            f"there is no rule `{name}`",
            f"did you mean `{close}`?" if close else "list the rules: deckmaker rule",
        )
    typer.echo(page(known), nl=False)


def extract(
    memo: Annotated[Path, typer.Argument(metavar="MEMO", help="A memo built with --attach.")],
    output: Output = Path(),
    quiet: Quiet = False,
) -> None:
    """Take the briefing out of a memo that it travels in, with its data and pictures."""
    from deckmaker.extraction import ExtractionError
    from deckmaker.extraction import extract as take_out

    with touching_files():
        try:
            written = take_out(memo, output)
        except ExtractionError as error:
            fail(f"{memo}: {error}")
    if not quiet:
        for path in written:
            typer.echo(path)


def schema() -> None:
    """Print the JSON Schema of the language, for editors."""
    import json

    from deckmaker.language.json_schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
