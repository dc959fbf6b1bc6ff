"""A .pptx file taken apart: the bytes become a Package of parts, relationships and types.

It reads leniently, for it is there to judge broken files: what is missing is None or empty.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from posixpath import dirname, join, normpath

from lxml import etree

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True)
class Relation:
    """One relationship of a part."""

    id: str
    kind: str
    """The last step of its type: `slideLayout`."""
    target: str
    """The name of the part within the zip file, or the address of an external target."""
    external: bool


@dataclass(frozen=True)
class Package:
    """The entries of the file; names have no leading slash."""

    entries: tuple[str, ...]
    """As they stand in the zip file, doubled ones twice."""
    parts: dict[str, bytes]

    @classmethod
    def read(cls, data: bytes) -> Package:
        """Return the package in `data`."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = tuple(archive.namelist())
            return cls(entries, {name: archive.read(name) for name in entries})

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        """Return the root element of every part that is well-formed XML, by name."""
        trees = {
            name: parse(data)
            for name, data in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }
        return {name: tree for name, tree in trees.items() if tree is not None}

    @cached_property
    def relations(self) -> dict[str, tuple[Relation, ...]]:
        """Return the relationships of each part by its name, the package's own by `""`."""
        found = {}
        for name, tree in self.trees.items():
            folder, _, file = name.rpartition("/_rels/")
            if name == "_rels/.rels":
                source, base = "", ""
            elif file.endswith(".rels"):
                source = f"{folder}/{file.removesuffix('.rels')}"
                base = dirname(source)
            else:
                continue
            found[source] = tuple(
                _relation(element, base) for element in tree.iterfind("rel:Relationship", NS)
            )
        return found

    def related(self, name: str, kind: str) -> list[str]:
        """Return the targets of a part's relationships of one kind."""
        return [one.target for one in self.relations.get(name, ()) if one.kind == kind]

    def target(self, name: str, identifier: str | None) -> str | None:
        """Return what the relationship `identifier` of a part points to."""
        for one in self.relations.get(name, ()):
            if one.id == identifier:
                return one.target
        return None

    def of_kind(self, folder: str) -> list[tuple[str, etree._Element]]:
        """Return the names and trees of the parts in `ppt/<folder>/`."""
        start = f"ppt/{folder}/"
        return [
            (name, tree)
            for name, tree in self.trees.items()
            if name.startswith(start) and "/" not in name[len(start) :]
        ]

    @property
    def slides(self) -> list[tuple[str, etree._Element]]:
        """The slides in the order of the presentation."""
        return [
            (name, self.trees[name])
            for identifier in self.listed("p:sldIdLst/p:sldId")
            if (name := self.target(PRESENTATION, identifier)) in self.trees
        ]

    def listed(self, path: str, part: str = PRESENTATION) -> list[str | None]:
        """Return the relationship ids of the elements at `path` of a part."""
        tree = self.trees.get(part)
        if tree is None:
            return []
        return [element.get(f"{{{NS['r']}}}id") for element in tree.iterfind(path, NS)]

    def drawings(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the name and tree of every part that holds shapes."""
        for folder in ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters"):
            yield from self.of_kind(folder)


@lru_cache(maxsize=2048)
def parse(data: bytes) -> etree._Element | None:
    """Return the root element of a part, to be read only; None if it is not well-formed."""
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        return None


def tag(name: str) -> str:
    """Return `a:p` in lxml's notation."""
    prefix, _, local = name.partition(":")
    return f"{{{NS[prefix]}}}{local}"


def _relation(element: etree._Element, base: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = target[1:] if target.startswith("/") else normpath(join(base, target))
    kind = element.get("Type", "").rpartition("/")[2]
    return Relation(element.get("Id", ""), kind, target, external)
