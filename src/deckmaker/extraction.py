"""A memo gives back what travels inside it: a PDF becomes the files that it was built from.

The PDF may come from anybody: names lead nowhere but below the folder asked for, and what is
packed is unpacked only up to a limit.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pikepdf

from deckmaker.outputs import write_together

MOST_FILES = 1_000
MOST_BYTES = 100_000_000
"""More than all that a briefing may hold, unpacked."""


class ExtractionError(Exception):
    """A PDF that gives nothing back, with the reason."""


def extract(memo: Path, folder: Path) -> tuple[Path, ...]:
    """Write the files inside `memo` into `folder`; return their paths, the briefing's first.

    Raises ExtractionError where nothing can be had, or another file stands in the way; then
    nothing is written. OSError where a file cannot be read or written.
    """
    files = dict(_enclosed(memo.read_bytes()))
    targets = {folder / name: data for name, data in files.items()}
    for target, data in targets.items():
        if target.exists() and (not target.is_file() or target.read_bytes() != data):
            raise ExtractionError(f"{target} is there already, and is another")
    write_together(targets)
    return tuple(targets)


def _enclosed(data: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the name and the content of every file that belongs to a PDF, its source first."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            listed = pdf.Root.get("/AF", pikepdf.Array())
            if not isinstance(listed, pikepdf.Array) or not len(listed):
                raise ExtractionError(
                    "nothing travels inside this PDF; memos hold their briefing if they were "
                    "built with `deckmaker build --attach`"
                )
            if len(listed) > MOST_FILES:
                raise ExtractionError(f"more than {MOST_FILES} files are inside this PDF")
            left = MOST_BYTES
            for each in listed:
                content = _unpacked(each.EF.F, left)
                left -= len(content)
                yield _name(str(each.get("/UF", each.get("/F", "")))), content
    except (pikepdf.PdfError, zlib.error, AttributeError, TypeError, ValueError) as error:
        raise ExtractionError("this is no PDF, or a damaged one") from error


def _unpacked(stream: pikepdf.Object, most: int) -> bytes:
    """Return the content of a stream, which must be no longer than `most`."""
    data = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if filters is not None:
        if filters not in ("/FlateDecode", pikepdf.Array([pikepdf.Name.FlateDecode])):
            raise ExtractionError("a file inside this PDF is packed in a way that is not read")
        # By hand, since whoever unpacks all of a bomb has been hit by it.
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(data, most + 1)
        if len(data) <= most and not unpacker.eof:
            raise ExtractionError("a file inside this PDF is cut short")
    if len(data) > most:
        raise ExtractionError(f"more than {MOST_BYTES // 1_000_000} MB are inside this PDF")
    return data


def _name(given: str) -> PurePosixPath:
    """Return the place of a file below the folder asked for."""
    path = PurePosixPath(given)
    parts = path.parts
    forbidden = any(part in ("..", "/") or not part.isprintable() for part in parts)
    if not parts or forbidden or set(given) & set('\\:*?"<>|') or path.is_absolute():
        raise ExtractionError(f"a file inside this PDF has a name that leads elsewhere: {given!r}")
    return path
