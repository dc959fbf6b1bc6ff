"""A Deck planned from left to right becomes the same Deck from right to left.

The planner knows one direction. Whatever stands on a slide, a layout or the master is reflected
here, about the middle of the slide: boxes, sides of text, insets, the columns of tables. Pictures
keep their faces, text its letters, and charts turn themselves round (`charts.mirror`).

Tables are reversed column by column: PowerPoint would mirror one that says `rtl`, LibreOffice
would not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from deckmaker.deck.geometry import SLIDE_WIDTH
from deckmaker.deck.layouts import Layout, Slot
from deckmaker.deck.model import (
    Align,
    Cell,
    ChartFrame,
    Deck,
    Frame,
    GridFrame,
    LayoutName,
    Paragraph,
    PictureFrame,
    RuleFrame,
    ShapeFrame,
    Slide,
    TableFrame,
    TextFrame,
)
from deckmaker.deck.units import Box

_OTHER: dict[Align, Align] = {"left": "right", "right": "left", "center": "center"}


def mirrored(deck: Deck) -> Deck:
    """Return `deck` from right to left."""
    return replace(deck, slides=tuple(_slide(slide) for slide in deck.slides))


def mirrored_layouts(layouts: Mapping[LayoutName, Layout]) -> dict[LayoutName, Layout]:
    """Return `layouts` from right to left."""
    return {
        name: replace(
            layout,
            slots=tuple(_slot(slot) for slot in layout.slots),
            drawings=tuple(_rule(rule) for rule in layout.drawings),
        )
        for name, layout in layouts.items()
    }


def _slide(slide: Slide) -> Slide:
    return replace(
        slide,
        frames=tuple(_frame(frame) for frame in slide.frames),
        title_box=_box(slide.title_box) if slide.title_box else None,
        kicker_box=_box(slide.kicker_box) if slide.kicker_box else None,
    )


def _slot(slot: Slot) -> Slot:
    return replace(slot, box=_box(slot.box), align=_OTHER[slot.align])


def _frame(frame: Frame) -> Frame:
    match frame:
        case TextFrame():
            return replace(frame, box=_box(frame.box), paragraphs=_paragraphs(frame.paragraphs))
        case TableFrame():
            return replace(
                frame,
                box=_box(frame.box),
                widths=frame.widths[::-1],
                rows=tuple(tuple(_cell(cell) for cell in row[::-1]) for row in frame.rows),
            )
        case GridFrame():
            return replace(frame, box=_box(frame.box), from_right=not frame.from_right)
        case RuleFrame():
            return _rule(frame)
        case ChartFrame() | PictureFrame() | ShapeFrame():
            return replace(frame, box=_box(frame.box))
        case _:
            assert_never(frame)


def _cell(cell: Cell) -> Cell:
    return replace(
        cell,
        paragraphs=_paragraphs(cell.paragraphs),
        inset_left=cell.inset_right,
        inset_right=cell.inset_left,
    )


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return `paragraphs` on the other side; their hanging lines follow their direction."""
    return tuple(replace(para, align=_OTHER[para.align]) for para in paragraphs)


def _rule(rule: RuleFrame) -> RuleFrame:
    return replace(rule, x=SLIDE_WIDTH - rule.x - rule.width)


def _box(box: Box) -> Box:
    return box.at(x=SLIDE_WIDTH - box.right)
