"""How a command ends that cannot do what it was asked: a line on standard error, a code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from deckmaker.cli.options import DEFAULT

MISTAKES, WRONG_USAGE = 1, 2


def fail(message: str, hint: str = "") -> NoReturn:
    """End with what was wrong about the command itself."""
    typer.echo(f"error: {message}", err=True)
    if hint:
        typer.echo(f"  = help: {hint}", err=True)
    raise typer.Exit(WRONG_USAGE)


@contextmanager
def touching_files() -> Iterator[None]:
    """End with what the system would not do: a full disk, a folder that may not be written."""
    try:
        yield
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        fail(place + (error.strerror or str(error)).lower())


def require(file: Path) -> None:
    """End where the briefing `file` is not there, or is a folder."""
    if file.is_dir():
        fail(f"{file} is a folder", f"name the briefing in it: {file / DEFAULT}")
    if not file.exists():
        begin = "begin one with: deckmaker init" if file == DEFAULT else ""
        fail(f"there is no file {file}", begin)


def keyed(given: str, command: str) -> tuple[str, Path]:
    """Read `KEY=FILE` or `FILE` of `command`; a file whose name holds `=` is taken at its word."""
    key, equals, name = given.partition("=")
    keyed = bool(equals) and not Path(given).exists()
    path = Path(name if keyed else given)
    if path.is_dir():
        fail(f"{path} is a folder", f"name a file: {command} --source FILE")
    if not path.is_file():
        fail(f"there is no file {path}", f"write: {command} --source FILE, or --source KEY=FILE")
    return (key if keyed else "", path)
