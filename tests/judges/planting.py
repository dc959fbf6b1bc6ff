"""Spoiling a good deck: its parts are changed by hand and zipped again."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from judges.opc import NS, Package, tag

Spoil = Callable[["Parts"], object]
Change = Callable[[etree._Element], object]


@dataclass
class Parts:
    """The parts of a deck, to be changed in place."""

    data: dict[str, bytes]
    doubled: list[str] = field(default_factory=list)
    """Entries to be written twice."""

    def edit(self, name: str, change: Change) -> None:
        """Change the tree of a part."""
        tree = etree.fromstring(self.data[name])
        change(tree)
        self.data[name] = etree.tostring(tree)

    def first(self, name: str, path: str, change: Change) -> None:
        """Change the first element at `path` of a part."""

        def edit(tree: etree._Element) -> None:
            found = tree.find(path, NS)
            assert found is not None, f"{name} has no {path}"
            change(found)

        self.edit(name, edit)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the first `old` in a part's text."""
        assert old.encode() in self.data[name], f"{name} holds no {old}"
        self.data[name] = self.data[name].replace(old.encode(), new.encode(), 1)

    def holding(self, folder: str, path: str) -> str:
        """Return the name of the first part in a folder that has an element at `path`."""
        package = Package(tuple(self.data), self.data)
        for name, tree in package.of_kind(folder):
            if tree.find(path, NS) is not None:
                return name
        raise AssertionError(f"no part in {folder} has a {path}")


def spoiled(deck: bytes, spoil: Spoil) -> bytes:
    """Return `deck` with a defect planted."""
    parts = Parts(dict(Package.read(deck).parts))
    before = dict(parts.data)
    spoil(parts)
    assert parts.doubled or parts.data != before, "nothing was planted"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.data.items():
            archive.writestr(name, data)
        for name in parts.doubled:
            archive.writestr(name, parts.data[name])
    return buffer.getvalue()


def remove(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def drop_relation(part: str, kind: str) -> Spoil:
    """Take a part's first relationship of a kind away."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"

    def spoil(parts: Parts) -> None:
        def edit(tree: etree._Element) -> None:
            remove(next(one for one in tree if one.get("Type", "").endswith(f"/{kind}")))

        parts.edit(name, edit)

    return spoil


def relate(part: str, kind: str, target: str, *, external: bool = False) -> Spoil:
    """Give a part the relationship rId99."""
    folder, _, file = part.rpartition("/")
    mode = ' TargetMode="External"' if external else ""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}"{mode}/>'

    def spoil(parts: Parts) -> None:
        parts.replace(f"{folder}/_rels/{file}.rels", "</Rel", f"{added}</Rel")

    return spoil


def set_attribute(part: str, path: str, name: str, value: str) -> Spoil:
    """Set an attribute of the first element at `path`."""
    return lambda parts: parts.first(part, path, with_attribute(name, value))


def cut(part: str, path: str) -> Spoil:
    """Take the first element at `path` out."""
    return lambda parts: parts.first(part, path, remove)


def doubled(part: str, path: str) -> Spoil:
    """Put a copy behind the first element at `path`."""
    return lambda parts: parts.first(part, path, lambda one: one.addnext(copy.deepcopy(one)))


def swap(part: str, old: str, new: str) -> Spoil:
    """Replace some text of a part."""
    return lambda parts: parts.replace(part, old, new)


def in_table(path: str, change: Change) -> Spoil:
    """Change what stands at `path` of the first table."""

    def spoil(parts: Parts) -> None:
        name = parts.holding("slides", ".//a:tbl")
        parts.first(name, f".//a:tbl{path}", change)

    return spoil


def in_slide_with(mark: str, path: str, change: Change) -> Spoil:
    """Change what stands at `path` of the first slide that has a `mark`."""
    return lambda parts: parts.first(parts.holding("slides", mark), path, change)


def with_attribute(name: str, value: str) -> Change:
    """Set an attribute."""
    return lambda element: element.set(name, value)


def without_attribute(name: str) -> Change:
    """Drop an attribute."""
    return lambda element: element.attrib.pop(name)


def drop_part(name: str) -> Spoil:
    """Take a part away."""
    return lambda parts: parts.data.pop(name) and None


def painted(slot: str, path: str = "a:solidFill") -> Change:
    """Return a change that paints what stands at `path` in a colour of the theme."""

    def change(element: etree._Element) -> None:
        found = element.find(path, NS)
        if found is None:
            found = etree.Element(tag("a:solidFill"))
            element.insert(0, found)
        for one in list(found):
            found.remove(one)
        etree.SubElement(found, tag("a:schemeClr"), val=slot)

    return change
