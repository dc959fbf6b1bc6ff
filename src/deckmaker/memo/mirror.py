"""Placed drawings from left to right become the same from right to left.

Everything of the memo is composed for a reader who begins at the left. For one who begins at the
right the finished pages are reflected here, about the middle of the paper, before they are drawn:
the rail stands at the right, text is flush right, tables begin and bars grow there. Lines of text
and pictures are moved and not reflected; within its line each run keeps the order that the line
gives it.

What figures order keeps its direction (`charting.begins_right` tells which charts): it is turned
round where it is drawn, so that the page turns it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from deckmaker.memo.drawing import (
    Bookmark,
    Box,
    Drawing,
    Figure,
    Mark,
    Picture,
    Rule,
    Shape,
    Start,
    Step,
    Target,
    Words,
)
from deckmaker.memo.pages import Placed


def mirrored(placed: Iterable[Placed], width: float) -> tuple[Placed, ...]:
    """Return what is placed on a page of `width` points for a reader who begins at the right."""
    return tuple((width - x, y, turned(drawing)) for x, y, drawing in placed)


def turned(drawing: Drawing, about: float = 0.0) -> Drawing:
    """Return the marks of `drawing` reflected about the vertical at `about`, points."""
    return tuple(_mark(mark, 2 * about) for mark in drawing)


def _mark(mark: Mark, edges: float) -> Mark:
    """Reflect one mark: a place and its reflection sum up to `edges`."""
    match mark:
        case Words():
            return replace(mark, x=edges - mark.x - mark.line.width)
        case Box() | Picture():
            return replace(mark, x=edges - mark.x - mark.width)
        case Rule():
            return replace(mark, x1=edges - mark.x1, x2=edges - mark.x2)
        case Shape():
            return replace(mark, steps=tuple(_step(step, edges) for step in mark.steps))
        case Figure():
            marks = turned(mark.marks, edges / 2)
            return replace(mark, x=edges - mark.x - mark.width, marks=marks)
        case Start() | Target() | Bookmark():
            return mark
        case _:
            assert_never(mark)


def _step(step: Step, edges: float) -> Step:
    match step:
        case ("C", ax, ay, bx, by, x, y):
            return ("C", edges - ax, ay, edges - bx, by, edges - x, y)
        case ("M" | "L" as operator, x, y):
            return (operator, edges - x, y)
        case _:
            return step
