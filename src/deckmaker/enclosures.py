"""A briefing's own files, to travel inside its memo: what it takes to build it again elsewhere.

The briefing itself, its lock, its data files and pictures. Never the snapshots of its sources,
which are seldom the author's to pass on: the lock vouches in their stead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Literal

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.language.briefing import Briefing

Relationship = Literal["Source", "Data", "Supplement"]
"""What an enclosure is to the memo (ISO 19005-3, annex E)."""

_YAML = "application/yaml"
_KINDS: dict[str, tuple[str, Relationship]] = {
    ".csv": ("text/csv", "Data"),
    ".png": ("image/png", "Supplement"),
    ".jpg": ("image/jpeg", "Supplement"),
    ".jpeg": ("image/jpeg", "Supplement"),
    ".gif": ("image/gif", "Supplement"),
    ".lock": (_YAML, "Supplement"),
}
_OTHER: tuple[str, Relationship] = ("application/octet-stream", "Supplement")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside another."""

    name: str
    """Relative to the briefing's folder, `/` between folders."""
    data: bytes = field(repr=False)
    media_type: str
    relationship: Relationship


def enclosed(briefing: Briefing, lock: FilePath) -> tuple[Enclosure, ...]:
    """Return the briefing, its `lock` where there is one, and the files that it names."""
    file = briefing.file
    if file is None:
        return ()
    found = [Enclosure(file.name, briefing.raw, _YAML, "Source")]
    if lock.is_file():
        found.append(_enclosure(lock.name, lock.read_bytes()))
    found += [_enclosure(name, data) for name, data in sorted(briefing.files.items())]
    return tuple(found)


def overheard(briefing: Briefing) -> list[Diagnostic]:
    """Return a warning where the briefing holds what the memo's readers are not meant to read."""
    for at, section in enumerate(briefing.sections):
        for index, block in enumerate(section.blocks):
            if block.notes:
                place = ("sections", at, *section.block_path(index), "notes")
                return [
                    Diagnostic(
                        "M05",
                        "notes for the presenter travel inside the memo with the briefing",
                        place,
                        ("leave out `--attach`, or take the notes out of what you send",),
                        Severity.WARNING,
                    )
                ]
    return []


def _enclosure(name: str, data: bytes) -> Enclosure:
    return Enclosure(name, data, *_KINDS.get(FilePath(name).suffix.lower(), _OTHER))
