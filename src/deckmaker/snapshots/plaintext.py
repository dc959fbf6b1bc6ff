"""Plain text in UTF-8 becomes paragraphs: each line that is not blank is one."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from deckmaker.snapshots.transcript import UnreadableError, visible

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def paragraphs(data: bytes) -> Iterator[str]:
    """Yield the lines of `data` that are not blank; raise UnreadableError where it is no UTF-8."""
    # The text is cleared of what is never seen before it is cut into lines: the number of a
    # paragraph is in many a lock, and must stay what it was.
    lines = visible(decoded(data)).splitlines()
    return filter(None, (line.strip() for line in lines))


def decoded(data: bytes) -> str:
    """Return the text in `data`; raise UnreadableError where it is no UTF-8."""
    if data.startswith(_WIDE):
        raise UnreadableError("is in UTF-16, not in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"is no plain text in UTF-8: line {line} holds other bytes") from None
