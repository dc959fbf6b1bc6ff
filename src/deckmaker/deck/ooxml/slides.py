"""A planned slide becomes its part: furniture and frames in reading order, with relationships.

The order of the shapes is the order in which a screen reader tells them: title, kicker, body,
source, footer, date, number, marking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import assert_never

from deckmaker.deck.geometry import (
    DATE_IDX,
    FOOTER_IDX,
    KICKER_IDX,
    MARK_FOOT_IDX,
    MARK_TOP_IDX,
    NUMBER_IDX,
    SOURCE_IDX,
)
from deckmaker.deck.layouts import Layout
from deckmaker.deck.model import (
    ChartFrame,
    Deck,
    Frame,
    GridFrame,
    Ink,
    PictureFrame,
    RuleFrame,
    ShapeFrame,
    Slide,
    Style,
    TableFrame,
    TextFrame,
)
from deckmaker.deck.ooxml.markup import DECLARATION, NAMESPACES
from deckmaker.deck.ooxml.master import GROUP
from deckmaker.deck.ooxml.package import Relationship
from deckmaker.deck.ooxml.shapes import Pen
from deckmaker.deck.ooxml.typography import Links
from deckmaker.deck.scripts import Scripts
from deckmaker.deck.units import Box


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a slide's relationships lead: functions from what is meant to a part's name."""

    slide: Callable[[str], str]
    """`Slide.id` → part name."""
    picture: Callable[[PictureFrame], str]
    chart: Callable[[ChartFrame], str]


@dataclass(slots=True)
class Relationships:
    """The relationships of one slide while it is written; equal targets share one."""

    items: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship to `target`."""
        return self.items.setdefault((kind, target, external), f"rId{len(self.items) + 1}")

    def values(self) -> tuple[Relationship, ...]:
        """Return them all, in the order of their ids."""
        return tuple(
            Relationship(rid, kind, target, external)
            for (kind, target, external), rid in self.items.items()
        )


def slide_xml(
    slide: Slide,
    deck: Deck,
    layout: Layout,
    layout_part: str,
    targets: Targets,
    scripts: Scripts,
) -> tuple[bytes, tuple[Relationship, ...]]:
    """Return the slide's part and its relationships, the layout's first."""
    rels = Relationships()
    rels.add("slideLayout", layout_part)
    ids = count(2)
    links = Links(
        external=lambda address: rels.add("hyperlink", address, external=True),
        internal=lambda target: rels.add("slide", targets.slide(target)),
    )
    pen = Pen(layout, scripts, links, lambda: next(ids))
    shapes = "".join(_shapes(slide, deck, pen, rels, targets))
    return (
        f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    ).encode(), rels.values()


def _shapes(
    slide: Slide, deck: Deck, pen: Pen, rels: Relationships, targets: Targets
) -> Iterator[str]:
    def furniture(
        idx: int,
        words: str,
        moved: Box | None = None,
        style: Style | None = None,
        inks: tuple[Ink, ...] = (),
    ) -> Iterator[str]:
        slot = pen.layout.slot(idx)
        if slot is not None and words:
            parts = inks or (Ink(words, style or slot.style),)
            yield pen.furniture(slot, parts, moved)

    title = slide.title, slide.title_box, slide.title_style, slide.title_inks
    yield from furniture(0, *title)
    yield from furniture(KICKER_IDX, slide.kicker, slide.kicker_box)
    for frame in slide.frames:
        yield _frame(frame, pen, rels, targets)
    yield from furniture(SOURCE_IDX, slide.source)
    yield from furniture(FOOTER_IDX, deck.footer)
    yield from furniture(DATE_IDX, deck.date)
    number = pen.layout.slot(NUMBER_IDX)
    if number is not None:
        yield pen.number(number)
    if deck.marking:
        yield from furniture(MARK_TOP_IDX, deck.marking.text)
        yield from furniture(MARK_FOOT_IDX, deck.marking.text)


def _frame(frame: Frame, pen: Pen, rels: Relationships, targets: Targets) -> str:
    match frame:
        case TextFrame():
            return pen.text(frame)
        case TableFrame():
            return pen.table(frame)
        case ChartFrame():
            return pen.chart(frame, rels.add("chart", targets.chart(frame)))
        case PictureFrame():
            return pen.picture(frame, rels.add("image", targets.picture(frame)))
        case RuleFrame():
            return pen.rule(frame)
        case ShapeFrame():
            return pen.shape(frame)
        case GridFrame():
            return pen.grid(frame)
        case _:
            assert_never(frame)
