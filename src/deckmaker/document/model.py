"""The Document: front matter, sections, blocks and sources, as one medium shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckmaker.diagnostics import Path
from deckmaker.document.contents import Content, Medium
from deckmaker.richtext import Citation, Spans
from deckmaker.wording import ENGLISH, Wording


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a section: a slide or more, a heading with what stands under it."""

    path: Path
    id: str
    """Stable and unique, from the place in the YAML: `s3b1`; names shapes and link targets."""
    title: Spans
    """The assertion. Never empty: a block without one carries the title of its section."""
    own_title: bool
    """False where `title` repeats the section's: the memo prints no second heading."""
    content: Content
    notes: tuple[Spans, ...] = ()
    """The author's notes for the presenter, paragraph by paragraph; never in the memo."""
    memo: tuple[Spans, ...] = ()
    """Extra paragraphs of the memo; never on a slide."""
    only: Medium | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section: the same in both media, in the same order."""

    path: Path
    id: str
    """`s3`, from the place in the YAML."""
    label: Spans
    """The signpost: kicker of the slide, label in the memo."""
    title: Spans
    """The section's assertion; empty where each block brings its own."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source as the list of sources prints it."""

    key: str
    """The key of the YAML; `""` for the only one."""
    letter: str
    """`A`, `B`, … where there are several, before the paragraph in a citation; else empty."""
    cite: Spans
    """How the source is named in full."""
    details: tuple[Spans, ...]
    """Author, publication date, kind, in words, one statement each."""
    url: str = ""
    sha256: str = ""
    """The snapshot's hash, hexadecimal; empty where there is no snapshot."""
    verification: Spans = ()
    """What was verified against the snapshot, and when; a sentence without its full stop."""

    @property
    def leads_to(self) -> str:
        """The address that its name is a link to; empty where the name has links of its own."""
        return "" if any(span.href for span in self.cite) else self.url


@dataclass(frozen=True, slots=True)
class Marking:
    """A protective marking: a TLP 2.0 label or free text, on every page and slide."""

    text: str
    tlp: bool
    color: str
    """Text colour, `#33FF00`; for a TLP label the standard's, which no brand overrides."""


@dataclass(frozen=True, slots=True)
class Front:
    """The head of the document: cover of the deck, header block of the memo."""

    title: Spans
    subtitle: Spans
    short: str
    """The running title of folios and footers."""
    question: Spans
    kind: str
    """`Briefing`, `Submission`, …"""
    purpose: Literal["info", "decision", "action"]
    purpose_label: str
    """`For information`, `For decision`, `For action`."""
    to: tuple[str, ...]
    from_: tuple[str, ...]
    cc: tuple[str, ...]
    date: str
    """As it is printed, `23 November 2026`."""
    iso_date: str
    """`2026-11-23`."""
    lang: str
    """BCP 47, `en-US`."""
    marking: Marking | None


@dataclass(frozen=True, slots=True)
class Document:
    """The whole briefing as one medium shows it."""

    medium: Medium
    front: Front
    sections: tuple[Section, ...]
    sources: tuple[SourceEntry, ...]
    wording: Wording
    reservations: tuple[Spans, ...] = ()
    """What no source has and the authors stand by, a sentence each with their reason."""


def cite_ranges(
    cites: tuple[Citation, ...], sources: tuple[SourceEntry, ...], wording: Wording = ENGLISH
) -> str:
    """Return `¶¶ 7–8, 11` for one source, `A ¶ 3; B ¶¶ 2, 4` for several."""
    parts = []
    for source in sources:
        numbers = sorted({c.paragraph for c in cites if c.source == source.key})
        if not numbers:
            continue
        runs: list[list[int]] = []
        for n in numbers:
            if runs and n == runs[-1][-1] + 1:
                runs[-1].append(n)
            else:
                runs.append([n])
        text = wording.comma.join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)
        template = wording.paragraph if len(numbers) == 1 else wording.paragraphs
        prefix = f"{source.letter} " if source.letter else ""
        parts.append(f"{prefix}{template.format(n=text)}")
    return wording.semicolon.join(parts)
