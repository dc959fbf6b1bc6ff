"""The examples of the pages about rules: taken from a page, completed, and checked as a briefing.

A fragment is completed as those of docs/language.md are, and lies in a folder with their files.
One that begins with a key of brand files is read as `_brand.yml` of a briefing.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from PIL import Image

from deckmaker.build import make
from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.language.blocks import COMMON_KEYS, KINDS
from deckmaker.rulebook import RULES, page
from test_docs import ANY_SECTION, BOILER, FENCES, HEAD, META, SECTIONS, SOURCE
from test_docs import completed as completed_as_docs

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INSIDE = re.compile(rf"(?:{'|'.join((*KINDS, *COMMON_KEYS, 'blocks'))}):")
"""How a fragment begins that stands in a section."""
_BRAND = re.compile(r"^(?:color|typography|logo|defaults):", re.MULTILINE)
_DRESSED = META.replace("date:", "brand: _brand.yml, date:")
_PICTURE = re.compile(r"[\w-]+\.(?:png|jpg|jpe|gif)\b")
_FONT = re.compile(r"fonts/\S+-(\w+\.ttf)")


@dataclass(frozen=True)
class Told:
    """What the program says to a fragment."""

    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Diagnostic, ...]
    stopped: bool

    @property
    def rules(self) -> set[str]:
        """The rules that are broken, and not excused."""
        return {one.rule for one in self.diagnostics}


def fences(name: str, heading: str) -> list[str]:
    """Return the fragments under a heading of the page about the rule `name`."""
    _, _, behind = page(RULES[name]).partition(f"\n## {heading}\n")
    return _FENCE.findall(behind.partition("\n## ")[0])


def completed(text: str) -> str:
    """Return `text` as a whole briefing; `ignore:` in it belongs to what it begins with."""
    if _INSIDE.match(text) and not text.startswith("ignore:"):
        title = "" if text.startswith("title:") else "title: The library in short\n"
        text = "- section: Library\n" + indent(title + text, "  ")
    return completed_as_docs(text)


def told(text: str, folder: Path, *, attach: bool = False) -> Told:
    """Return what is said to a fragment in `folder`, which `furnish` has filled."""
    _supply(text, folder)
    briefing = completed(text) if not _BRAND.search(text) else ""
    if not briefing:
        (folder / "_brand.yml").write_text(text, "utf-8")
        briefing = HEAD + _DRESSED + SECTIONS + ANY_SECTION
    file = folder / "briefing.yaml"
    file.write_text(briefing, "utf-8")
    try:
        made = make(file, attach=attach)
    except BriefingError as error:
        return Told(error.diagnostics, tuple(one for one, _ in error.excused), stopped=True)
    return Told(made.diagnostics, tuple(one for one, _ in made.excused), stopped=False)


def furnish(folder: Path) -> None:
    """Fill `folder` with the texts that examples name: sources and data."""
    for one in FENCES:
        if one.note.startswith("file: "):
            (folder / one.note.removeprefix("file: ")).write_text(one.text, "utf-8")
    (folder / "boiler.txt").write_text(BOILER, "utf-8")
    shutil.copy(SOURCE / "data/starter/source.txt", folder)
    (folder / "house.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")


def _supply(text: str, folder: Path) -> None:
    """Put pictures and fonts into `folder`, where `text` names some that are not there."""
    for name in _PICTURE.findall(text):
        if not (folder / name).exists():
            _draw(folder / name)
    for match in _FONT.finditer(text):
        (folder / "fonts").mkdir(exist_ok=True)
        shutil.copy(SOURCE / "data/fonts/carlito" / f"Carlito-{match[1]}", folder / match[0])


def _draw(file: Path) -> None:
    """Write a small picture; one that pages call too large, too heavy or cut off is so."""
    if file.name == "scan.png":
        Image.new("1", (8_000, 6_000)).save(file)
    elif file.name in ("heavy.png", "cut-off.png"):
        side = 1_900
        noise = random.Random(1).randbytes(side * side * 3)
        Image.frombytes("RGB", (side, side), noise).save(file, compress_level=1)
    else:
        Image.new("RGB", (60, 20), "navy").save(file)
    if file.name == "cut-off.png":
        file.write_bytes(file.read_bytes()[:200_000])
