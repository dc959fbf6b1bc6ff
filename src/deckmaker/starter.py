"""`deckmaker init`: a small working briefing with its source and its schema, to write over."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from deckmaker.language.json_schema import json_schema
from deckmaker.outputs import write_together

BRIEFING, SOURCE, SCHEMA = "briefing.yaml", "source.txt", "briefing.schema.json"


class StarterError(ValueError):
    """A briefing cannot begin where files stand already."""


def write_starter(folder: Path) -> tuple[Path, ...]:
    """Write the starting files into `folder`, made if need be, and return their paths.

    Raises StarterError where one of them exists: nothing of an author's is ever overwritten.
    """
    data = files("deckmaker") / "data" / "starter"
    contents = {
        folder / BRIEFING: (data / BRIEFING).read_bytes(),
        folder / SOURCE: (data / SOURCE).read_bytes(),
        folder / SCHEMA: (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode(),
    }
    if folder.exists() and not folder.is_dir():
        raise StarterError(f"{folder} is a file, and a briefing wants a folder")
    for path in contents:
        if path.exists():
            raise StarterError(f"{path} exists already; name another folder: deckmaker init DIR")
    write_together(contents)
    return tuple(contents)
