"""What a source says, paragraph by paragraph: the Transcript, and what all formats share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MOST_BYTES = 25_000_000
MOST_UNPACKED = 50_000_000
"""Of the parts of a Word file that are read."""
MOST_PAGES = 2_000
MOST_CHARACTERS = 2_000_000
"""Some eight hundred pages of print."""

NO_TEXT = "holds no text"
TOO_LARGE = f"is larger than {MOST_BYTES // 1_000_000} MB"
_HEAPED = re.compile(r"([^\w\s\x00-\u02ff]{31,}+)")
"""More accents on a letter than Unicode allows in a stream, which it would take long to sort."""
TOO_LONG = f"holds more than {MOST_CHARACTERS // 1_000_000} million characters"


@dataclass(frozen=True, slots=True)
class Transcript:
    """The paragraphs of a source, in the order in which they are read."""

    paragraphs: tuple[str, ...]
    """The first one is cited as 1."""
    fault: str = ""
    """What keeps it from being read, as the tail of a sentence; then there is no paragraph."""


class UnreadableError(Exception):
    """A file that cannot be transcribed; its text is the fault."""


def written(paragraphs: Iterable[str]) -> Transcript:
    """Return the transcript of `paragraphs`, of which those that show nothing are left out."""
    kept, length = [], 0
    for paragraph in paragraphs:
        text = visible(paragraph).strip()
        length += len(text)
        if length > MOST_CHARACTERS:
            return Transcript((), TOO_LONG)
        if text:
            kept.append(text)
    return Transcript(tuple(kept), "" if kept else NO_TEXT)


def spaced(text: str) -> str:
    """Return `text` with one space for any white space in it, and none at its ends."""
    return " ".join(text.split())


def visible(text: str) -> str:
    """Return `text` composed (NFC), and without what is never seen (soft hyphens, joiners, BOM)."""
    if text.isascii():
        return text
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    if unicodedata.is_normalized("NFC", seen):
        return seen
    parts = _HEAPED.split(seen)
    # Every other part is a heap.
    parts[::2] = [unicodedata.normalize("NFC", part) for part in parts[::2]]
    return "".join(parts)
