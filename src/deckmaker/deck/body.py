"""What a block becomes before it has a title: bodies of slides, and what they are made on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckmaker.brand import Brand
from deckmaker.deck.model import Frame, LayoutName, Paragraph, Style
from deckmaker.deck.styles import Styles
from deckmaker.deck.text import Ruler, paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.richtext import Citation, Spans, plain
from deckmaker.wording import Wording

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A blank slide to plan on: the box of its body, and how text is set and measured."""

    box: Box
    styles: Styles
    ruler: Ruler
    wording: Wording
    brand: Brand
    lang: str
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one slide, still without title, source line and number."""

    layout: LayoutName
    frames: tuple[Frame, ...]
    cites: tuple[Citation, ...] = ()
    notes: tuple[Spans, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences at the end of the source line: `Stance labels are ours.`"""
    shown: tuple[str, ...] = ()
    """What is drawn, in words, where no frame's text alternative says so."""


def shape_name(path: Path, part: str = "") -> str:
    """Return the name of a shape that leads back to the YAML: `sections[2].points[0] short`."""
    steps: list[str] = []
    for step in path:
        steps.append(f"[{step}]" if isinstance(step, int) else f".{step}" if steps else step)
    name = "".join(steps)
    return f"{name} {part}".strip()


def continued(spans: Spans, style: Style, sheet: Sheet) -> Paragraph:
    """Return what heads the rest of something that goes on with the next slide."""
    label = sheet.wording.continued.format(label=plain(spans).strip())
    return paragraph(label, replace(style, role="muted"))


def drop(large: Style, small: Style) -> float:
    """Return how far text in `small` moves down to share the first baseline of `large`, points."""
    return large.baseline - small.baseline
