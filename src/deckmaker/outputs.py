"""Finished bytes become files: together or not at all, under names that sort and tell.

Every file is first written under a temporary name in the folder where it will stand, then all are
renamed. An interruption or a full disk leaves the earlier files as they were.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from deckmaker.richtext import parse, plain

LONGEST_NAME = 60
MOST_BYTES = 180
"""Characters, and bytes in UTF-8, of a title in a file's name: systems take 255 bytes in all."""

LATIN_ENDS = "\u0250"
"""The first letter behind the Latin ones of Unicode."""


def slug(title: str) -> str:
    """Return `title` as a part of a file's name: `Élections & co` becomes `elections-co`.

    Letters of every script stay with their marks; accents are dropped from Latin ones; all else
    becomes hyphens. Of a link or of words in another language the words alone stay.
    """
    bare = ""
    for character in unicodedata.normalize("NFKD", plain(parse(title))):
        if not (unicodedata.combining(character) and bare[-1:] < LATIN_ENDS):
            bare += character
    composed = re.sub("[’']", "", unicodedata.normalize("NFC", bare).casefold())
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in composed)
    words = re.sub("-+", "-", kept)
    short = words.strip("-")[:LONGEST_NAME].encode()[:MOST_BYTES].decode(errors="ignore")
    return short.rstrip("-") or "briefing"


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write all of `files`, or leave everything as it was. Raises OSError where one cannot be.

    Folders are made as needed.
    """
    with contextlib.ExitStack() as stack:
        ready: list[tuple[Path, Path]] = []
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = _write_beside(target, data)
            stack.callback(temporary.unlink, missing_ok=True)
            ready.append((temporary, target))
        replaced: list[tuple[Path, Path | None]] = []
        try:
            for temporary, target in ready:
                backup = _keep(target)
                if backup is not None:
                    stack.callback(backup.unlink, missing_ok=True)
                replaced.append((target, backup))
                os.replace(temporary, target)
        except BaseException:  # an interruption too must not leave one new file beside an old one
            for target, backup in replaced:
                if backup is None:
                    target.unlink(missing_ok=True)
                else:
                    os.replace(backup, target)
            raise


def _write_beside(target: Path, data: bytes) -> Path:
    """Write `data` to a temporary file in the folder of `target` and return its path.

    An error names `target`: the temporary name would tell nobody anything.
    """
    try:
        return _write_temporary(target, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def _write_temporary(target: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".tmp")
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for their owner alone; a document is as readable as any new file.
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _keep(target: Path) -> Path | None:
    """Keep what stands at `target` under another name; return that, None where nothing stands."""
    if not target.exists():
        return None
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder of this name is in the way", str(target))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".old")
    os.close(handle)
    shutil.copy2(target, name)
    return Path(name)
