"""A briefing and the files about it: snapshots and lock are read, claims checked, a lock written.

`evidence` compares texts and knows no files; here they are found, beside the briefing or where
the user names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from deckmaker.diagnostics import BriefingError, Diagnostic, Severity
from deckmaker.evidence import Evidence, check, lock_text, read_lock, read_snapshot
from deckmaker.language.briefing import Briefing, load
from deckmaker.language.files import inside
from deckmaker.outputs import write_together
from deckmaker.rules import settle
from deckmaker.snapshots import MOST_BYTES

LOCK_ENDING = ".lock"


def verify(
    path: Path, snapshots: Mapping[str, Path]
) -> tuple[Path, Evidence, tuple[tuple[Diagnostic, str], ...]]:
    """Check the briefing at `path` against its sources and write its lock.

    Returns the lock's path, the evidence with what is to be said of it, and what is excused.

    `snapshots` name files by source key, `""` for the only source; they take the place of the
    files that the briefing names. Raises BriefingError where anything is not as the sources
    have it, and then the lock stays as it was; OSError where a file cannot be read.
    """
    briefing = load(path)
    _answerable(briefing, snapshots)
    today = date.today().isoformat()  # the day where the user is
    evidence = examine(briefing, _by_key(briefing, snapshots), today=today)
    settled = settle(evidence.diagnostics, briefing.excuses)
    located = tuple(map(briefing.locate, settled.standing))
    excused = tuple((briefing.locate(one), reason) for one, reason in settled.excused)
    if any(d.severity is Severity.ERROR for d in located):
        raise BriefingError(located, excused, evidence.summary)
    evidence = replace(evidence, diagnostics=located)
    target = lock_path(briefing)
    write_together({target: lock_text(evidence).encode()})
    return target, evidence, excused


def examine(
    briefing: Briefing, snapshots: Mapping[str, Path] | None = None, *, today: str = ""
) -> Evidence:
    """Return what the snapshots, or where there are none the lock, say of a briefing's claims.

    With `today`, a day (ISO), the lock is about to be written anew.
    """
    paths = {**_at_hand(briefing), **(snapshots or {})}
    read = [read_snapshot(key, _content(file), file.name) for key, file in paths.items()]
    lock, lock_file = None, lock_path(briefing)
    if lock_file.is_file() and not (today and paths.keys() >= briefing.sources.keys()):
        lock = read_lock(lock_file.read_bytes().decode("utf-8", "replace"))
    return check(briefing, read, lock, today=today)


def _content(file: Path) -> bytes:
    """Return the bytes of a snapshot; of one that is too large no more than shows it to be."""
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def lock_path(briefing: Briefing) -> Path:
    """Return where the lock of a briefing stands: beside it, under its name."""
    file = briefing.file or briefing.folder / "briefing.yaml"
    return file.with_suffix(LOCK_ENDING)


def _at_hand(briefing: Briefing) -> dict[str, Path]:
    """Return the snapshots that the briefing names and that exist, by source key."""
    named = {
        key: inside(source.file, {"folder": briefing.folder})
        for key, source in briefing.sources.items()
        if source.file
    }
    return {key: file for key, file in named.items() if file.is_file()}


def _by_key(briefing: Briefing, snapshots: Mapping[str, Path]) -> dict[str, Path]:
    """Return `snapshots` with a file without a key given to the only source."""
    only = next(iter(briefing.sources), "")
    return {key or only: file for key, file in snapshots.items()}


def _answerable(briefing: Briefing, snapshots: Mapping[str, Path]) -> None:
    """Raise BriefingError unless every source can be asked, and every file belongs to one."""
    keys = tuple(briefing.sources)
    problems = []
    for key in snapshots:
        if key and key not in keys:
            named = ", ".join(f"`{known}`" for known in keys if known) or "none"
            hint = f"the keys of the sources are: {named}"
            problems.append(
                Diagnostic("C03", f"`{key}` is no source of this briefing", (), (hint,))
            )
        if not key and len(keys) > 1:
            hint = "write: " + " ".join(f"--source {known}=FILE" for known in keys)
            problems.append(
                Diagnostic("C03", "there are several sources: say whose file this is", (), (hint,))
            )
    given = {*_at_hand(briefing), *_by_key(briefing, snapshots)}
    for key in keys:
        if key not in given and briefing.sources[key].file and not problems:
            name = f"{key}=" if key else ""
            hint = f"name it: deckmaker verify {briefing.file} --source {name}FILE"
            path = briefing.source_path(key)
            problems.append(
                Diagnostic("C03", "the snapshot of this source is not here", path, (hint,))
            )
    if problems:
        raise BriefingError(map(briefing.locate, problems))
