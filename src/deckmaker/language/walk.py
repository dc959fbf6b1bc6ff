"""The plain data of a briefing, not yet read: its sections, blocks and texts, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.diagnostics import KEY, Path


def sections(data: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the sections that are maps, each with its path."""
    listed = data.get("sections")
    for at, section in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(section, dict):
            yield ("sections", at), section


def blocks(data: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the blocks of all sections."""
    for path, section in sections(data):
        yield from blocks_of(path, section)


def blocks_of(path: Path, section: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the blocks of a section; a flat section is its own block."""
    listed = section.get("blocks")
    if "blocks" not in section:
        yield path, section
    elif isinstance(listed, list):
        for at, block in enumerate(listed):
            if isinstance(block, dict):
                yield (*path, "blocks", at), block


def strings(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text in `data`, keys included."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key, KEY), key
            yield from strings(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from strings(value, (*path, at))
