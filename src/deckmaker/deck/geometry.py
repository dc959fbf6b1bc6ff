"""The grid of the deck: where the furniture of a slide and its body stand, in points.

960 × 540 points; margins of 48; 12 columns of 57⅓ with gutters of 16; a vertical step of 4.
The planner fills these boxes and the writer makes the layouts' placeholders of the same ones,
so that a slide and its layout cannot disagree.
"""

from __future__ import annotations

from deckmaker.deck.units import Box

SLIDE_WIDTH, SLIDE_HEIGHT = 960.0, 540.0
MARGIN = 48.0
MEASURE = SLIDE_WIDTH - 2 * MARGIN
GUTTER = 16.0
COLUMN = (MEASURE - 11 * GUTTER) / 12
BODY_TOP, BODY_BOTTOM = 132.0, 484.0
LINE = 1.2
"""The height of a line in a shape, em: flat in PowerPoint and LibreOffice, for every font. Styles
state it, times the leading of the locale."""
BASELINE = 1.0
"""How far the first baseline lies below the top of its box, em; measured in LibreOffice at every
size of the scale."""
HAIRLINE = 0.75
HEAVY = 2.0

TITLE_LINES = 2
"""What the layouts hold; a longer title pushes the body down."""

KICKER_IDX, SOURCE_IDX, MARK_TOP_IDX, MARK_FOOT_IDX = 10, 11, 12, 13
DATE_IDX, FOOTER_IDX, NUMBER_IDX = 14, 15, 16
BODY_IDX = 20
"""The first body placeholder of a layout; further ones follow it."""


def span(columns: int) -> float:
    """Return the width of `columns` columns of the grid with the gutters between, points."""
    return columns * COLUMN + (columns - 1) * GUTTER


def column_x(column: int) -> float:
    """Return the left edge of a column of the grid, counted from 0, points."""
    return MARGIN + column * (COLUMN + GUTTER)


FIRST, SECOND = column_x(5), column_x(7)
"""Where what stands beside a row's text begins: beside short labels, and beside sentences."""
BESIDE_GAP = 24.0
BODY = Box(MARGIN, BODY_TOP, MEASURE, BODY_BOTTOM - BODY_TOP)
TITLE_WIDTH = 752.0
MARK_INSET = 6.0
MARK_TOP, MARK_HEIGHT = 20.0, 18.0
SOURCE_RULE = 488.0
