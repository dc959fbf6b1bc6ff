"""A memo gives back what travels inside it: a PDF becomes the files that it was built from.

The PDF may come from anybody: names lead nowhere but below the folder asked for, and what is
packed is unpacked only up to a limit.
"""

from __future__ import annotations

import io
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pikepdf

from deckmaker.enclosures import is_portable
from deckmaker.outputs import write_together

MOST_FILES = 1_000
MOST_BYTES = 100_000_000
"""More than all that a briefing may hold, unpacked; and more than a memo."""


class ExtractionError(Exception):
    """A PDF that gives nothing back, with the reason."""


def extract(memo: Path, folder: Path) -> tuple[Path, ...]:
    """Write the files inside `memo` into `folder`; return their paths, the briefing's first.

    Raises ExtractionError where nothing can be had, or another file stands in the way; then
    nothing is written. OSError where a file cannot be read or written.
    """
    if memo.stat().st_size > MOST_BYTES:
        raise ExtractionError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    with _limited():
        files = dict(_enclosed(memo.read_bytes()))
    targets = {folder / name: data for name, data in files.items()}
    for target, data in targets.items():
        if not target.resolve().is_relative_to(folder.resolve()):
            raise ExtractionError(f"{target} leads out of the folder")
        if target.exists() and (not target.is_file() or target.read_bytes() != data):
            raise ExtractionError(
                f"{target} is there already, and is another; name a new folder with -o"
            )
    write_together(targets)
    return tuple(targets)


@contextmanager
def _limited() -> Iterator[None]:
    """Let qpdf unpack no more than is sensible: what it needs to read a PDF may be a bomb, too."""
    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_BYTES, png_max_memory=MOST_BYTES, max_stream_filters=1
    )
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def _enclosed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of every file that belongs to a PDF, its source first."""
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise ExtractionError("this PDF wants a password; save it without one") from error
    except pikepdf.PdfError as error:
        raise ExtractionError("this is no PDF, or a damaged one") from error
    with pdf:
        listed = pdf.Root.get("/AF")
        if not isinstance(listed, pikepdf.Array) or not len(listed):
            raise ExtractionError(
                "nothing travels inside this PDF; memos hold their briefing if they were "
                "built with `deckmaker build --attach`"
            )
        if len(listed) > MOST_FILES:
            raise ExtractionError(f"more than {MOST_FILES} files are inside this PDF")
        left = MOST_BYTES
        taken: set[str] = set()
        for each in listed:
            name, stream = _specified(each)
            _take(name, taken)
            content = _unpacked(stream, left)
            left -= len(content)
            yield name, content


def _specified(specification: object) -> tuple[str, pikepdf.Stream]:
    """Return the name and the stream of a file specification (ISO 32000-1, 7.11.3)."""
    if isinstance(specification, pikepdf.Dictionary):
        name = specification.get("/UF", specification.get("/F"))
        files = specification.get("/EF")
        stream = files.get("/F") if isinstance(files, pikepdf.Dictionary) else None
        if isinstance(name, pikepdf.String) and isinstance(stream, pikepdf.Stream):
            return str(name), stream
    raise ExtractionError("a file inside this PDF is damaged")


def _take(name: str, taken: set[str]) -> None:
    """Take a name, which must be one for a file of its own on any system."""
    if not is_portable(name):
        raise ExtractionError(f"a file inside this PDF has a name that is not taken: {name!r}")
    path = PurePosixPath(unicodedata.normalize("NFC", name).casefold())
    folders = {str(folder) for folder in path.parents}
    if folders & taken or not taken.isdisjoint((str(path), f"{path}/")):
        raise ExtractionError(f"two files inside this PDF would stand in one place: {name!r}")
    taken |= {str(path), *(f"{folder}/" for folder in folders)}


def _unpacked(stream: pikepdf.Stream, most: int) -> bytes:
    """Return the content of a stream, which must be no longer than `most`."""
    filters = stream.get("/Filter")
    flate = filters in ("/FlateDecode", pikepdf.Array([pikepdf.Name.FlateDecode]))
    if (filters is not None and not flate) or "/DecodeParms" in stream:
        raise ExtractionError("a file inside this PDF is packed in a way that is not read")
    data = stream.read_raw_bytes()
    if flate:
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(data, most + 1)
        except zlib.error as error:
            raise ExtractionError("a file inside this PDF is damaged") from error
        if len(data) <= most and not unpacker.eof:
            raise ExtractionError("a file inside this PDF is cut short")
    if len(data) > most:
        raise ExtractionError(f"more than {MOST_BYTES // 1_000_000} MB are inside this PDF")
    return data
