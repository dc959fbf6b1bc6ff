"""A file that a briefing names becomes its bytes, or an error: never one outside its folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deckmaker.language.schema import nearest, problem, short

MAX_LISTED = 2_000
"""Names looked through for the one that was meant."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def inside(name: str, context: Mapping[str, Any] | None) -> Path:
    """Return the path that `name` means, relative to the briefing's folder.

    The file need not exist. `context["folder"]` is that folder; a path that leaves it, by
    `..`, from the root or through a symbolic link, is an error.
    """
    folder = (context or {}).get("folder")
    if not isinstance(folder, Path):
        raise problem("F001", f"`{short(name)}` cannot be read: the briefing has no folder")
    if _ADDRESS.match(name):
        raise problem(
            "F002",
            f"`{short(name)}` is an address, but files are read from the briefing's folder alone",
            "save the file beside the briefing and name it here",
        )
    if "\\" in name or _DRIVE.match(name):
        raise problem(
            "F002",
            f"`{short(name)}` holds a backslash or a drive",
            "put the file into the briefing's folder and write `/` between folders",
        )
    if "\0" in name:
        raise problem("F002", "a file's name cannot hold a control character")
    root = folder.resolve()
    try:
        path = (root / name).resolve()
        within = path.is_relative_to(root)
    except (OSError, RuntimeError, ValueError):
        raise problem("F001", f"`{short(name)}` cannot be opened") from None
    if not within:
        raise problem(
            "F002",
            f"`{short(name)}` lies outside the briefing's folder",
            "copy the file into the folder of the briefing, or below it, and name it from there",
        )
    return path


def read_inside(name: str, context: Mapping[str, Any] | None, limit: int) -> bytes:
    """Return the content of the file `name`, at most `limit` bytes of it.

    Where `context["files"]` is a map, the content is kept there, by the name that was typed.
    """
    path = inside(name, context)
    try:
        if path.is_dir():
            raise problem("F001", f"`{short(name)}` is a folder, not a file")
        if not path.is_file():
            raise problem("F001", f"there is no file `{short(name, 80)}`", *_meant(path, context))
        if path.stat().st_size > limit:
            raise problem("F005", f"`{short(name)}` is larger than {limit // 1_000_000} MB")
        with path.open("rb") as file:
            data = file.read(limit)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise problem("F001", f"`{short(name)}` cannot be opened: {reason}") from None
    read = (context or {}).get("files")
    if isinstance(read, dict):
        read[posixpath.normpath(name)] = data
    return data


def nearest_file(path: Path, context: Mapping[str, Any] | None) -> str | None:
    """Return the name, from the briefing's folder, of the file that was meant by `path`.

    None where nothing in the folder of `path` is called alike, or where that lies elsewhere.
    `path` is what `inside` returned.
    """
    root, folder = (context or {})["folder"].resolve(), path.parent
    if not folder.is_relative_to(root):
        return None
    try:
        entries = [entry for _, entry in zip(range(MAX_LISTED), folder.iterdir(), strict=False)]
        names = sorted(entry.name for entry in entries if not entry.is_dir())
    except OSError:
        return None
    close = nearest(path.name, names)
    return (folder / close).relative_to(root).as_posix() if close else None


def _meant(path: Path, context: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Return a hint that names the file which was probably meant."""
    if not path.parent.is_dir():
        root = (context or {})["folder"].resolve()
        return (f"there is no folder `{path.parent.relative_to(root)}` either",)
    close = nearest_file(path, context)
    if close:
        return (f"did you mean `{close}`?",)
    return ("paths are relative to the folder of the briefing",)
