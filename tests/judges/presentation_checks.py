"""Checks of the presentation as a whole: ids, sections, properties, languages, charts' figures."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from babel import Locale

from judges.opc import NS, PRESENTATION, Package, tag

FIRST_SLIDE_ID, FIRST_MASTER_ID = 256, 2_147_483_648
"""Slides' ids lie from the one up to below the other, masters' and layouts' ids above
(ECMA-376 Part 1, 19.7.3, 19.7.13 and 19.7.15)."""
LAST_ID = 4_294_967_295
_GUID = re.compile(r"\{[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\}")
_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|\d{3}))?"
)
_W3CDTF = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
CORE, APP = "docProps/core.xml", "docProps/app.xml"


def master_ids(package: Package) -> Iterator[str]:
    """Masters and layouts share one set of ids."""
    ids = _ids(package, PRESENTATION, "p:sldMasterIdLst/p:sldMasterId")
    for name, _ in package.of_kind("slideMasters"):
        ids += _ids(package, name, "p:sldLayoutIdLst/p:sldLayoutId")
    for identifier, count in Counter(ids).items():
        if count > 1:
            yield f"{PRESENTATION}: {count} masters or layouts have the id {identifier}"
        if not FIRST_MASTER_ID <= identifier <= LAST_ID:
            yield f"{PRESENTATION}: {identifier} is no id of a master or layout"


def slide_ids(package: Package) -> Iterator[str]:
    """Every slide has an id of its own."""
    for identifier, count in Counter(_ids(package, PRESENTATION, "p:sldIdLst/p:sldId")).items():
        if count > 1:
            yield f"{PRESENTATION}: {count} slides have the id {identifier}"
        if not FIRST_SLIDE_ID <= identifier < FIRST_MASTER_ID:
            yield f"{PRESENTATION}: {identifier} is no id of a slide"


def sections(package: Package) -> Iterator[str]:
    """Every slide stands in one section, and the sections follow the slides' order."""
    tree = package.trees.get(PRESENTATION)
    found = [] if tree is None else tree.findall(".//p14:sectionLst/p14:section", NS)
    if not found:
        return
    slides = _ids(package, PRESENTATION, "p:sldIdLst/p:sldId")
    held = [int(one.get("id", "0")) for part in found for one in part.iterfind(".//p14:sldId", NS)]
    for identifier in sorted(set(held) - set(slides)):
        yield f"{PRESENTATION}: a section names the slide {identifier}, which does not exist"
    for identifier in sorted(set(slides) - set(held)):
        yield f"{PRESENTATION}: no section holds the slide {identifier}"
    for identifier, count in Counter(held).items():
        if count > 1:
            yield f"{PRESENTATION}: the slide {identifier} stands in sections {count} times"
    if sorted(held) == sorted(slides) and held != slides:
        yield f"{PRESENTATION}: the sections change the order of the slides"
    guids = Counter(part.get("id", "") for part in found)
    for guid, count in guids.items():
        if count > 1 or not _GUID.fullmatch(guid):
            yield f"{PRESENTATION}: {guid!r} is not the id of one section"


def core_properties(package: Package) -> Iterator[str]:
    """A property stands once, a date is a date, the title is there."""
    tree = package.trees.get(CORE)
    if tree is None:
        yield f"{CORE}: is missing"
        return
    for name, count in Counter(element.tag for element in tree).items():
        if count > 1:
            yield f"{CORE}: has {count} elements {name}"
    for name in ("dcterms:created", "dcterms:modified"):
        for element in tree.iterfind(name, NS):
            if not _is_date(element.text or ""):
                yield f"{CORE}: {element.text!r} is no date"
    if not (tree.findtext("dc:title", "", NS)).strip():
        yield f"{CORE}: the presentation has no title"


def counted_slides(package: Package) -> Iterator[str]:
    """The number of slides in the properties is that of the presentation."""
    tree = package.trees.get(APP)
    stated = None if tree is None else tree.findtext("ep:Slides", None, NS)
    if stated is not None and stated != str(len(package.slides)):
        yield f"{APP}: counts {stated} slides, but there are {len(package.slides)}"


def languages(package: Package) -> Iterator[str]:
    """A language tag that no application knows."""
    for name, tree in package.trees.items():
        tags = {
            value
            for element in tree.iter()
            for attribute, value in element.attrib.items()
            if attribute in ("lang", "altLang")
        }
        tags.update(element.text or "" for element in tree.iter(tag("dc:language")))
        yield from (f"{name}: {one!r} is no language" for one in sorted(tags) if not _known(one))


def chart_figures(package: Package) -> Iterator[str]:
    """A figure of a chart that is no number, or stands beyond its series."""
    for name, tree in package.of_kind("charts"):
        for series in tree.iter(tag("c:numCache"), tag("c:strCache")):
            count = series.find("c:ptCount", NS)
            most = 0 if count is None else int(count.get("val", "0"))
            indexes = [int(point.get("idx", "-1")) for point in series.iterfind("c:pt", NS)]
            if indexes != sorted(set(indexes)) or any(not 0 <= at < most for at in indexes):
                yield f"{name}: the points of a series are not numbered from 0 to {most - 1}"
        for value in tree.iterfind(".//c:numCache/c:pt/c:v", NS):
            if not _is_number(value.text or ""):
                yield f"{name}: {value.text!r} is no number"
        for element in tree.iter(tag("c:min"), tag("c:max"), tag("c:majorUnit")):
            if not _is_number(element.get("val", "")):
                yield f"{name}: {element.get('val')!r} is no end of an axis"


def _ids(package: Package, part: str, path: str) -> list[int]:
    tree = package.trees.get(part)
    return [] if tree is None else [int(one.get("id", "0")) for one in tree.iterfind(path, NS)]


def _is_date(text: str) -> bool:
    if not _W3CDTF.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


@cache
def _known(language: str) -> bool:
    match = _LANGUAGE.fullmatch(language)
    if not match:
        return False
    names = Locale("en")
    region = match["region"]
    return match["language"] in names.languages and (not region or region in names.territories)


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


CHECKS = (
    master_ids,
    slide_ids,
    sections,
    core_properties,
    counted_slides,
    languages,
    chart_figures,
)
