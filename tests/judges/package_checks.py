"""Checks of the package: entries, types and relationships, before anything in them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml import etree

from judges.opc import NS, PRESENTATION, TYPES, Package, tag

REQUIRED = {
    "slides": ("slideLayout",),
    "slideLayouts": ("slideMaster",),
    "slideMasters": ("theme",),
    "notesMasters": ("theme",),
    "notesSlides": ("notesMaster", "slide"),
}
"""The relationships that the parts of a folder cannot do without, exactly one of each."""
REFERENCED = {"image", "hyperlink", "chart", "package", "video", "audio", "media"}
"""Kinds of relationships that some element must name; the others speak for themselves."""
SCHEMES = {"http", "https", "mailto"}


def doubled_entries(package: Package) -> Iterator[str]:
    """Two entries of one name: applications read one or the other."""
    counts = Counter(name.casefold() for name in package.entries)
    yield from (f"{name}: stands {n} times in the zip file" for name, n in counts.items() if n > 1)


def ill_formed(package: Package) -> Iterator[str]:
    """A part that is no XML, or brings a document type of its own."""
    for name, data in package.parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if name not in package.trees:
            yield f"{name}: is not well-formed"
        elif b"<!DOCTYPE" in data:
            yield f"{name}: has a document type declaration"


def content_types(package: Package) -> Iterator[str]:
    """A part without a type, a type without its part, a type given twice."""
    tree = package.trees.get(TYPES)
    if tree is None:
        yield f"{TYPES}: is missing"
        return
    defaults = [one.get("Extension", "").lower() for one in tree.iterfind("ct:Default", NS)]
    overrides = [one.get("PartName", "") for one in tree.iterfind("ct:Override", NS)]
    for name, count in Counter([*defaults, *overrides]).items():
        if count > 1:
            yield f"{TYPES}: {name} has {count} types"
    for name in package.parts:
        typed = f"/{name}" in overrides or name.rpartition(".")[2].lower() in defaults
        if name != TYPES and not typed:
            yield f"{name}: has no content type"
        specific = f"/{name}" in overrides
        if name.startswith("ppt/") and name.endswith(".xml") and not specific:
            yield f"{name}: has no content type of its own"
    for name in overrides:
        if name[1:] not in package.parts:
            yield f"{TYPES}: types {name}, which does not exist"


def dangling(package: Package) -> Iterator[str]:
    """A relationship to nothing, or of nothing; an element that names an unknown one."""
    for source, relations in package.relations.items():
        where = source or "the package"
        if source and source not in package.parts:
            yield f"{source}: has relationships but does not exist"
        for identifier, count in Counter(one.id for one in relations).items():
            if count > 1:
                yield f"{where}: has {count} relationships {identifier}"
        for one in relations:
            if not one.external and one.target not in package.parts:
                yield f"{where}: {one.id} points to {one.target}, which does not exist"
    for name, tree in package.trees.items():
        known = {one.id for one in package.relations.get(name, ())}
        for identifier in _references(tree):
            if identifier not in known:
                yield f"{name}: names the relationship {identifier}, which it does not have"


def unreferenced(package: Package) -> Iterator[str]:
    """A picture, link or chart that is related and never shown."""
    for name, relations in package.relations.items():
        if name not in package.trees:
            continue
        named = set(_references(package.trees[name]))
        for one in relations:
            if one.kind in REFERENCED and one.id not in named:
                yield f"{name}: nothing names its relationship {one.id} to {one.target}"


def required_relations(package: Package) -> Iterator[str]:
    """A slide without its layout, a master without its theme, notes without their slide."""
    for folder, kinds in REQUIRED.items():
        for name, _ in package.of_kind(folder):
            for kind in kinds:
                count = len(package.related(name, kind))
                if count != 1:
                    yield f"{name}: has {count} relationships to a {kind}, not one"
    for name, _ in package.of_kind("notesSlides"):
        for slide in package.related(name, "slide"):
            if name not in package.related(slide, "notesSlide"):
                yield f"{name}: its slide {slide} knows nothing of it"
    for name, tree in package.of_kind("charts"):
        if tree.find("c:externalData", NS) is not None and not package.related(name, "package"):
            yield f"{name}: has no workbook"
    themes = Counter(
        theme
        for folder in ("slideMasters", "notesMasters")
        for name, _ in package.of_kind(folder)
        for theme in package.related(name, "theme")
    )
    yield from (f"{theme}: is shared by {n} masters" for theme, n in themes.items() if n > 1)


def orphans(package: Package) -> Iterator[str]:
    """A part that nothing leads to, and a slide, layout or master that no list names."""
    reached, waiting = set[str](), [""]
    while waiting:
        name = waiting.pop()
        for one in package.relations.get(name, ()):
            if not one.external and one.target not in reached:
                reached.add(one.target)
                waiting.append(one.target)
    for name in package.parts:
        if name != TYPES and not name.endswith(".rels") and name not in reached:
            yield f"{name}: no relationship leads to it"
    yield from _unlisted(package, "slides", [PRESENTATION], "p:sldIdLst/p:sldId")
    yield from _unlisted(package, "slideMasters", [PRESENTATION], "p:sldMasterIdLst/p:sldMasterId")
    masters = [name for name, _ in package.of_kind("slideMasters")]
    yield from _unlisted(package, "slideLayouts", masters, "p:sldLayoutIdLst/p:sldLayoutId")
    notes = [PRESENTATION]
    yield from _unlisted(package, "notesMasters", notes, "p:notesMasterIdLst/p:notesMasterId")


def outside_targets(package: Package) -> Iterator[str]:
    """A relationship that leaves the file for anything but the web or a mailbox."""
    for name, relations in package.relations.items():
        for one in relations:
            if not one.external:
                continue
            scheme = urlsplit(one.target).scheme.lower()
            if one.kind != "hyperlink" or scheme not in SCHEMES:
                yield f"{name}: {one.id} leads outside, to {one.target}"


def _unlisted(package: Package, folder: str, holders: Iterable[str], path: str) -> Iterator[str]:
    listed = Counter(
        package.target(holder, identifier)
        for holder in holders
        for identifier in package.listed(path, holder)
    )
    for name, _ in package.of_kind(folder):
        if listed[name] != 1:
            yield f"{name}: is listed {listed[name]} times where it belongs once"


def _references(tree: etree._Element) -> Iterator[str]:
    prefix = tag("r:")
    for element in tree.iter():
        for name, value in element.attrib.items():
            # A link that only does something, such as going to the next slide, has an empty id.
            if isinstance(name, str) and name.startswith(prefix) and value:
                yield value


CHECKS = (
    doubled_entries,
    ill_formed,
    content_types,
    dangling,
    unreferenced,
    required_relations,
    orphans,
    outside_targets,
)
