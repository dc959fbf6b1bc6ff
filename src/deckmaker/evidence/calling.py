"""A source and what there is of it go in; what keeps it from speaking comes out (C03)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.lock import FACTS_SINCE, Lock
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.language.briefing import Briefing
from deckmaker.language.files import inside, nearest_file


def to_verify(briefing: Briefing, *, at_hand: bool = False) -> str:
    """Return the command that compares `briefing` anew; `at_hand`, its snapshots are beside it."""
    name = briefing.file.name if briefing.file else "briefing.yaml"
    key = "KEY=" if len(briefing.sources) > 1 else ""
    return f"`deckmaker verify {name}{'' if at_hand else f' --source {key}FILE'}`"


def find_problems(
    briefing: Briefing, key: str, snapshot: Snapshot | None, lock: Lock | None
) -> Iterator[Diagnostic]:
    """Yield what keeps source `key` from speaking."""
    source = briefing.sources[key]
    path = briefing.source_path(key)
    name = f"the snapshot `{source.file}`" if source.file else "the snapshot"
    verify = to_verify(briefing)
    if snapshot is not None and snapshot.fault:
        hint = "save the source again, as plain text in UTF-8, Markdown, HTML, PDF or Word (.docx)"
        yield Diagnostic("C03", f"{name} {snapshot.fault}", (*path, "file"), (hint,))
    elif snapshot is not None:
        if source.sha256 not in (None, snapshot.sha256):
            yield Diagnostic(
                "C03",
                f"{name} is not the one that `sha256` names: it has changed since",
                (*path, "sha256"),
                (
                    "bring back the text that the briefing was drawn from",
                    f"or, if the change is meant, write `sha256: {snapshot.sha256}` "
                    f"and verify the briefing anew: {verify}",
                ),
            )
    elif lock is not None and key in lock.sources:
        if source.sha256 not in (None, lock.sources[key].sha256):
            yield Diagnostic(
                "C03",
                "`sha256` names another snapshot than the one that the lock file was made from",
                (*path, "sha256"),
                (f"verify the briefing against the snapshot: {verify}",),
            )
        elif changed := _changed(briefing, key, lock):
            yield Diagnostic(
                "C03",
                f"the lock file was written for another `{changed}` than this source's",
                (*path, changed),
                (f"verify the briefing against that source: {verify}",),
                Severity.WARNING,
            )
    elif source.file is None:
        yield Diagnostic(
            "C03",
            "this source has no snapshot, so nothing that is drawn from it can be checked",
            path,
            ("save its text beside the briefing and name it: `file: article.txt`",),
            Severity.WARNING,
        )
    else:
        yield _absent(briefing, source.file, (*path, "file"), verify, known=lock is not None)


def _changed(briefing: Briefing, key: str, lock: Lock) -> str:
    """Return which key of a source says something else than it did when it was verified."""
    source, locked = briefing.sources[key], lock.sources[key]
    if locked.title != source.cite:
        return "cite"
    dated = lock.version >= FACTS_SINCE
    return "published" if dated and locked.published != (source.published or "") else ""


def _absent(briefing: Briefing, file: str, path: Path, verify: str, *, known: bool) -> Diagnostic:
    """Return what to say of a snapshot that is not there, and of the file that was meant."""
    context = {"folder": briefing.folder}
    place, or_else = inside(file, context), f"or say where it is: {verify}"
    if place.is_dir():
        hint = f"name a file in it: `file: {file.rstrip('/')}/article.txt`"
        return Diagnostic("C03", f"the snapshot `{file}` is a folder", path, (hint, or_else))
    missing = "the lock file does not know it" if known else "there is no lock file either"
    close = nearest_file(place, context)
    mend = "put the text that the briefing was drawn from in its place"
    hints = (f"did you mean `{close}`?" if close else mend, or_else)
    return Diagnostic("C03", f"the snapshot `{file}` is not there, and {missing}", path, hints)
