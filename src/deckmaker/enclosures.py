"""A briefing's own files, to travel inside its memo: with the brand, what it is built again from.

The briefing itself, its lock, its data files and pictures. Never the snapshots of its sources,
which are seldom the author's to pass on: the lock vouches in their stead.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Literal

from deckmaker.diagnostics import BriefingError, Diagnostic, Severity
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
_BRIEFINGS = (".yaml", ".yml")
_LONGEST_NAME = 255
"""Bytes of a name between two slashes, on most systems."""
_FORBIDDEN = frozenset('\\:*?"<>|')
"""What some system does not take in a name."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Unseen, but letters of some names."""
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)
"""What Windows takes for a device, whatever its ending."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside another."""

    name: str
    """Relative to the briefing's folder, `/` between folders."""
    data: bytes = field(repr=False)
    media_type: str
    relationship: Relationship


def enclosed(briefing: Briefing, lock: FilePath) -> tuple[Enclosure, ...]:
    """Return the briefing, its `lock` where there is one, and the files that it names.

    Raises BriefingError where a name would not be taken everywhere.
    """
    file = briefing.file
    if file is None:
        return ()
    found = [Enclosure(file.name, briefing.raw, _YAML, "Source")]
    if lock.is_file():
        found.append(_enclosure(lock.name, lock.read_bytes()))
    found += [_enclosure(name, data) for name, data in sorted(briefing.files.items())]
    problems = [_cannot_travel(one.name, briefing) for one in found if not is_portable(one.name)]
    if problems:
        raise BriefingError(problems)
    return tuple(found)


def is_portable(name: str) -> bool:
    """Tell whether a file of this name can be written below any folder, and does no harm there.

    Hidden files, and endings that no file of a briefing has, might mean something to programs.
    """
    parts = name.split("/")
    return (
        all(map(_is_plain, parts))
        and FilePath(parts[-1]).suffix.lower() in (*_BRIEFINGS, *_KINDS)
        and not _FORBIDDEN.intersection(name)
    )


def _is_plain(part: str) -> bool:
    seen = all(unicodedata.category(one) not in _UNSEEN or one in _JOINERS for one in part)
    fits = 0 < len(part.encode("utf-8", "replace")) <= _LONGEST_NAME
    device = part.partition(".")[0].rstrip().upper() in _DEVICES
    return seen and fits and not device and part[:1] != "." and part[-1:] not in (".", " ")


def _cannot_travel(name: str, briefing: Briefing) -> Diagnostic:
    return Diagnostic(
        "F006",
        f"a file called `{name}` cannot travel inside the memo: not every system takes that name",
        hints=("rename it to letters, figures, `-` and `_` with one of the usual endings",),
        span=briefing.find((), name),
    )


def notices(briefing: Briefing, lock: FilePath) -> list[Diagnostic]:
    """Return what is to be said of a briefing that travels."""
    return [*_overheard(briefing), *_unvouched(briefing, lock)]


def _unvouched(briefing: Briefing, lock: FilePath) -> list[Diagnostic]:
    """Return a warning where nothing vouches for quotations whose sources stay at home."""
    keys = [key for key, source in briefing.sources.items() if source.file]
    if lock.is_file() or not keys:
        return []
    return [
        Diagnostic(
            "M06",
            f"there is no {lock.name}: what travels cannot be built again, for sources do not",
            briefing.source_path(keys[0]),
            (f"write it first: deckmaker verify {briefing.file}",),
            Severity.WARNING,
        )
    ]


def _overheard(briefing: Briefing) -> list[Diagnostic]:
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
                        (
                            "leave out `--attach`, or take the notes out of what you send; "
                            "comments travel too",
                        ),
                        Severity.WARNING,
                    )
                ]
    return []


def _enclosure(name: str, data: bytes) -> Enclosure:
    kind = _KINDS.get(FilePath(name).suffix.lower(), ("application/octet-stream", "Supplement"))
    return Enclosure(name, data, *kind)
