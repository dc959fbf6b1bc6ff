"""Panels: the bottom line under the header block, and callouts."""

from __future__ import annotations

from deckmaker.memo.slabs import Ground, Slab, beside, on_ground, reluctant
from deckmaker.memo.text import Compositor
from deckmaker.richtext import Span, Spans

_WHOLE = 120.0
"""The cost of a page break inside a panel, in points of paper left blank."""
_PAD_X, _PAD_Y = 12.0, 11.0
"""How far a panel's ground reaches beyond its text, points. The text keeps to the grid."""


def bottom_line(bluf: Spans, compositor: Compositor) -> list[Slab]:
    """Set the bottom line on a panel as wide as rail and measure, its label in the rail."""
    styles, grid = compositor.styles, compositor.styles.grid
    compositor = compositor.inside("Div")
    text = compositor.paragraph(compositor.runs(bluf, styles.bluf), styles.bluf)
    label = (Span(compositor.wording.bottom_line),)
    rail = compositor.rail([(label, styles.label)], styles.bluf)
    ground = Ground(-_PAD_X, grid.full + _PAD_X, styles.colors["panel"], _PAD_Y)
    return on_ground(beside(*rail, reluctant(text, _WHOLE)), ground)


def panel(text: Spans, compositor: Compositor) -> list[Slab]:
    """Set one statement on a panel in the measure."""
    styles, grid = compositor.styles, compositor.styles.grid
    slabs = compositor.paragraph(compositor.runs(text, styles.bluf), styles.bluf)
    ground = Ground(grid.column - _PAD_X, grid.full + _PAD_X, styles.colors["panel"], _PAD_Y)
    return on_ground(reluctant(slabs, _WHOLE), ground)
