"""The command line: its commands, each a function of a module here, and the way they are run.

Exit codes: 0 done, 1 the briefing has mistakes, 2 the command was used wrongly. A bug in deckmaker
shows its traceback. Only this package prints or exits. A command's module is loaded with the
program, so it imports what it needs to say what the command takes; what it needs to do it is
loaded when it runs. Modules with commands do not postpone their annotations: typer would compile
each of them at every start.
"""

import gc
import os
from typing import Annotated

import typer

from deckmaker._version import __version__
from deckmaker.cli import beginning, making, reading

app = typer.Typer(
    name="deckmaker",
    help="One YAML briefing becomes a branded PowerPoint deck and a PDF memo.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
GARBAGE_EVERY = 100_000
COMMANDS = (
    making.build,
    making.check,
    making.verify,
    reading.sources,
    reading.rule,
    reading.extract,
    reading.schema,
    beginning.init,
)
"""In the order in which `--help` lists them."""

for _command in COMMANDS:
    app.command()(_command)


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
