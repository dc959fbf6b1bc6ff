"""Parts and their relationships become the bytes of an Open Packaging Convention file.

Written straight with `zipfile`, in the order given and with one fixed date, because two builds of
one briefing must be identical to the byte, and because a package of some thousand parts is
written once and never searched (python-pptx looks every part up again for each new one, which
makes long decks quadratic).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from posixpath import dirname, relpath

from deckmaker.deck.ooxml.markup import DECLARATION, attribute

PACKAGE_NS = "http://schemas.openxmlformats.org/package/2006"
OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold; every entry bears it."""
UNIX = 3
OWNER_WRITES = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Relationship:
    """From a part to another part (its name, `/ppt/…`) or, if external, to an address."""

    id: str
    type: str
    """The last step of the type's address, `slideLayout`, or a whole address."""
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the package."""

    name: str
    """With a leading slash: `/ppt/slides/slide1.xml`."""
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write_package(parts: Iterable[Part], relationships: tuple[Relationship, ...]) -> bytes:
    """Return the zip file of `parts`, with the package's own `relationships`."""
    everything = tuple(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _write(archive, "[Content_Types].xml", _content_types(everything))
        _write(archive, "_rels/.rels", _relationships("/", relationships))
        for part in everything:
            _write(archive, part.name[1:], part.data)
            if part.relationships:
                folder, _, file = part.name.rpartition("/")
                name = f"{folder}/_rels/{file}.rels"[1:]
                _write(archive, name, _relationships(part.name, part.relationships))
    return buffer.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = OWNER_WRITES
    archive.writestr(entry, data)


def _content_types(parts: tuple[Part, ...]) -> bytes:
    used = {"rels", "xml"} | {part.name.rpartition(".")[2] for part in parts}
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in DEFAULT_TYPES.items()
        if ending in used
    )
    overrides = "".join(
        f'<Override PartName="{part.name}" ContentType="{part.content_type}"/>'
        for part in parts
        if DEFAULT_TYPES.get(part.name.rpartition(".")[2]) != part.content_type
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE_NS}/content-types">{defaults}{overrides}</Types>'
    ).encode()


def _relationships(source: str, relationships: tuple[Relationship, ...]) -> bytes:
    items = []
    for rel in relationships:
        kind = rel.type if "/" in rel.type else f"{OFFICE_RELATIONSHIP}/{rel.type}"
        target = rel.target if rel.external else relpath(rel.target, dirname(source))
        mode = ' TargetMode="External"' if rel.external else ""
        items.append(
            f'<Relationship Id="{rel.id}" Type="{kind}" Target={attribute(target)}{mode}/>'
        )
    body = "".join(items)
    namespace = f"{PACKAGE_NS}/relationships"
    return f'{DECLARATION}<Relationships xmlns="{namespace}">{body}</Relationships>'.encode()
