"""A source and what there is of it go in; what keeps it from speaking comes out (C03)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.evidence.lock import VERIFY, Lock
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.language.briefing import Briefing


def find_problems(
    briefing: Briefing, key: str, snapshot: Snapshot | None, lock: Lock | None
) -> Iterator[Diagnostic]:
    """Yield what keeps source `key` from speaking."""
    source = briefing.sources[key]
    path = briefing.source_path(key)
    name = f"the snapshot `{source.file}`" if source.file else "the snapshot"
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
                    f"and verify the briefing anew: {VERIFY}",
                ),
            )
    elif lock is not None and key in lock.sources:
        if source.sha256 not in (None, lock.sources[key].sha256):
            yield Diagnostic(
                "C03",
                "`sha256` names another snapshot than the one that the lock file was made from",
                (*path, "sha256"),
                (f"verify the briefing against the snapshot: {VERIFY}",),
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
        missing = "the lock file does not know it" if lock else "there is no lock file either"
        yield Diagnostic(
            "C03",
            f"{name} is not there, and {missing}",
            (*path, "file"),
            (
                "put the text that the briefing was drawn from in its place",
                f"or say where it is: {VERIFY}",
            ),
        )
