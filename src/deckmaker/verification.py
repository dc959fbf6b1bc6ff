"""A briefing and the files about it: snapshots and lock are read, claims checked, a lock written.

`evidence` compares texts and knows no files; here they are found, beside the briefing or where
the user names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from deckmaker.assigning import assign
from deckmaker.diagnostics import BriefingError, Diagnostic, Severity
from deckmaker.evidence import Evidence, Lock, check, lock_text, read_lock, read_snapshot
from deckmaker.language.briefing import Briefing, load
from deckmaker.language.files import inside
from deckmaker.outputs import write_together
from deckmaker.rules import settle
from deckmaker.snapshots import MOST_BYTES

LOCK_ENDING = ".lock"
MOST_OF_LOCK = 32_000_000
"""Bytes; a claim takes some 200."""


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
    given = assign(briefing, snapshots)
    _answerable(briefing, given)
    today = date.today().isoformat()  # the day where the user is
    evidence = examine(briefing, given, today=today)
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
    tongues = {key: one.lang or briefing.meta.lang for key, one in briefing.sources.items()}
    read = [
        read_snapshot(key, _content(file), tongues[key], file.name) for key, file in paths.items()
    ]
    lock: Lock | None = None
    broken: tuple[Diagnostic, ...] = ()
    if not (today and paths.keys() >= briefing.sources.keys()):
        lock, broken = _locked(lock_path(briefing))
    evidence = check(briefing, read, lock, today=today)
    return replace(evidence, diagnostics=(*broken, *evidence.diagnostics))


def _locked(file: Path) -> tuple[Lock | None, tuple[Diagnostic, ...]]:
    """Return the lock in `file`, if there is one, or what is wrong with it."""
    if not file.is_file():
        return None, ()
    with file.open("rb") as stream:
        text = stream.read(MOST_OF_LOCK + 1).decode("utf-8", "replace")
    try:
        if len(text) > MOST_OF_LOCK:
            raise BriefingError([Diagnostic("C03", "the lock file is too large to be one")])
        return read_lock(text), ()
    except BriefingError as error:
        return None, error.diagnostics


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


def _answerable(briefing: Briefing, snapshots: Mapping[str, Path]) -> None:
    """Raise BriefingError unless every source can be asked."""
    given = {*_at_hand(briefing), *snapshots}
    problems = []
    for key in briefing.sources:
        if key not in given and briefing.sources[key].file:
            name = f"{key}=" if key else ""
            hint = f"name it: deckmaker verify {briefing.file} --source {name}FILE"
            path = briefing.source_path(key)
            problems.append(
                Diagnostic("C03", "the snapshot of this source is not here", path, (hint,))
            )
    if problems:
        raise BriefingError(map(briefing.locate, problems))
