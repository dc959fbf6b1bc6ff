"""Briefings written in a few lines, and what stands in the documents made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Path as Place
from deckmaker.document import Document, Medium, assemble
from deckmaker.language.briefing import Briefing
from deckmaker.reading.source import read_yaml
from deckmaker.richtext import Citation, Spans

HEAD = """\
deckmaker: 1
meta: {{ title: The ferry stays, date: 2026-02-17, lang: {lang}, scale: {scale} }}
source: {{ cite: Minutes of the hearing }}
terms: {{ EU: European Union, NGO: non-governmental organisation }}
sections:
"""


def briefing(
    sections: str, lang: str = "en-GB", scale: str = "icd203", folder: Path = Path(__file__).parent
) -> Briefing:
    """Read the sections behind a short head; the files that they name lie in `folder`."""
    text = HEAD.format(lang=lang, scale=scale) + sections
    return Briefing.read(read_yaml(text.encode(), "b.yaml"), folder / "b.yaml")


def document(sections: str, medium: Medium = "memo", evidence: Any = None, **head: Any) -> Document:
    """Assemble the sections behind a short head."""
    return assemble(briefing(sections, **head), evidence, medium)


def content(block: str, medium: Medium = "memo", evidence: Any = None, **head: str) -> Any:
    """Return what one block shows; `block` is written without indentation."""
    inner = "\n".join(f"    {line}" for line in block.strip("\n").split("\n"))
    made = document(f"  - section: S\n    title: T\n{inner}\n", medium, evidence, **head)
    return made.sections[0].blocks[0].content


@dataclass
class Witness:
    """Evidence that knows the paragraph of some words."""

    paragraphs: Mapping[str, int]
    asked: list[tuple[Place, str]] = field(default_factory=list)
    hashes: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    unverified: Sequence[tuple[str, str]] = ()

    def paragraph_of(self, path: Place, text: str) -> Citation | None:
        self.asked.append((path, text))
        number = self.paragraphs.get(text)
        return Citation("", number) if number else None

    def verified(self, key: str) -> tuple[int, int, int, int]:
        return 2, 1, 3, 0

    def verified_on(self, key: str) -> str:
        return self.days.get(key, "")

    def sha256(self, key: str) -> str:
        return self.hashes.get(key, "")


def shown(spans: Spans) -> str:
    """Return spans as text: citations as `[3]`, quotations between `«` and `»`."""
    out = ""
    quoted = False
    for span in spans:
        if span.quoted != quoted:
            out += "«" if span.quoted else "»"
            quoted = span.quoted
        out += f"[{span.text}]" if span.cite else span.text
    return out + ("»" if quoted else "")
