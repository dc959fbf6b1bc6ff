"""The files that a user names as snapshots are given to the sources of a briefing, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.language.briefing import Briefing
from deckmaker.language.schema import listing, nearest

NONE = "name one in the briefing: `source: { file: article.txt, cite: … }`"


def assign(briefing: Briefing, snapshots: Mapping[str, Path]) -> dict[str, Path]:
    """Return `snapshots` by the keys of the sources of `briefing`.

    A file without a key, `""`, is for the only source, whatever its key. Raises BriefingError for
    a key that no source has, and for a file that could be of several sources or is of none.
    """
    keys = tuple(briefing.sources)
    problems = []
    for key, file in snapshots.items():
        if key and key not in keys:
            message = f"`{key}` is no source of this briefing"
            problems.append(Diagnostic("C03", message, (), (_meant(key, file, keys),)))
        elif not keys:
            message = f"this briefing names no source, so `{file}` belongs to none"
            problems.append(Diagnostic("C03", message, (), (NONE,)))
        elif not key and len(keys) > 1:
            hint = "write: " + " ".join(f"--source {known}=FILE" for known in keys)
            message = "there are several sources: say whose file this is"
            problems.append(Diagnostic("C03", message, (), (hint,)))
    if problems:
        raise BriefingError(problems)  # no place: it was typed beside the briefing, not in it
    only = next(iter(keys), "")
    return {key or only: file for key, file in snapshots.items()}


def _meant(key: str, file: Path, keys: tuple[str, ...]) -> str:
    """Return the way out where no source has the `key` that was given with `file`."""
    if not keys:
        return NONE
    if len(keys) == 1:
        return f"there is one source: `--source {file}`"
    close = nearest(key, keys)
    if close:
        return f"did you mean `--source {close}={file}`?"
    return f"the keys of the sources are {listing(keys, 'and')}"
