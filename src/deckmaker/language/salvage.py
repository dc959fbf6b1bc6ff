"""A briefing with mistakes in it becomes what is in order of it, or nothing.

A block that cannot be read is replaced by a stand-in at the same place, so that the claims of all
the others can be checked in the same pass and every path still leads to its line.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path as FilePath
from typing import Any

from deckmaker.diagnostics import BriefingError, Diagnostic, Path, Severity
from deckmaker.language.briefing import VERSION, Briefing
from deckmaker.language.schema import validate
from deckmaker.language.tag import tag_of
from deckmaker.reading.source import MAX_BYTES, read_yaml

_META = {"title": "Left out", "date": "2000-01-01"}


def salvage(file: FilePath, problems: Iterable[Diagnostic]) -> Briefing | None:
    """Return the briefing in `file` without the parts that `problems` name.

    None where its sources are among them or nothing that can be read is left.
    """
    with file.open("rb") as stream:
        text = read_yaml(stream.read(MAX_BYTES + 1), str(file))
    data = deepcopy(text.data)
    if not isinstance(data, dict):
        return None
    for problem in problems:
        if problem.severity is Severity.ERROR and not _leave_out(data, problem.path):
            return None
    data.setdefault("deckmaker", VERSION)
    data.setdefault("meta", dict(_META))
    try:
        context = {"folder": file.parent, "lang": tag_of(data)}
        return validate(Briefing, data, context).standing_in(text, file)
    except BriefingError:
        return None


def _leave_out(data: dict[str, Any], path: Path) -> bool:
    """Replace what `path` lies in by a stand-in; tell whether that can be done."""
    root = path[0] if path else ""
    if root in ("source", "sources"):
        return False
    if root == "meta":
        data["meta"] = dict(_META)
    elif root == "sections" and len(path) > 1:
        return _leave_out_block(data["sections"], path)
    elif isinstance(root, str) and root:
        data.pop(root, None)
    return True


def _leave_out_block(sections: Any, path: Path) -> bool:
    at = path[1]
    if not isinstance(sections, list) or not isinstance(at, int) or at >= len(sections):
        return False
    section = sections[at]
    blocks = section.get("blocks") if isinstance(section, dict) else None
    index = path[3] if len(path) > 3 and path[2] == "blocks" else None
    if isinstance(blocks, list) and isinstance(index, int) and index < len(blocks):
        blocks[index] = {"title": "Left out", "callout": "Left out"}
    else:
        sections[at] = {"section": "Left out", "title": "Left out", "callout": "Left out"}
    return True
