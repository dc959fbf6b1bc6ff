"""The command that begins a briefing."""

from pathlib import Path
from typing import Annotated

import typer

from deckmaker.cli.ending import fail, touching_files
from deckmaker.cli.options import DEFAULT, Quiet


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to begin it; nothing there is overwritten.")
    ] = Path(),
    quiet: Quiet = False,
) -> None:
    """Begin a briefing: a small working one, with comments."""
    import shlex

    from deckmaker.starter import StarterError, write_starter

    with touching_files():
        try:
            written = write_starter(folder)
        except StarterError as error:
            fail(str(error))
    if not quiet:
        for path in written:
            typer.echo(path)
        typer.echo(f"Next: deckmaker build {shlex.quote(str(folder / DEFAULT))}")
