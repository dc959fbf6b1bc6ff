"""The file that a message names becomes a path from the current folder, or a URI."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def place(name: str, briefing: Path) -> str:
    """Return where the file stands that a message about `briefing` calls `name`.

    Messages name the briefing as the user did, and any other file from the briefing's folder,
    but for a brand that the user named: that is found from where the user stands.
    """
    path, beside = Path(name), briefing.parent / name
    return here(beside if path != briefing and os.path.exists(beside) else path)


def here(path: Path) -> str:
    """Return `path` from the current folder, with forward slashes.

    What lies outside that folder stays as it was named.
    """
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return Path(os.path.normpath(path)).as_posix()


def uri(file: str) -> str:
    """Return the path `file` as a reference for a URI, relative where the path is."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(file))
