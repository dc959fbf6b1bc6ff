"""Charts of the memo: a document's Chart becomes a vector drawing of our own, with its caption.

Each type is arranged by its own module (`bars`, `columns`, `lines`, `pie`, `scatter`) into slabs
whose marks are plain values. Series are named and figures printed at the drawing itself; where
that would crowd it, there is a legend or an axis instead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deckmaker.charting import drawable, values
from deckmaker.document import Chart
from deckmaker.document.numerals import numerals
from deckmaker.memo.caption import caption
from deckmaker.memo.charts.bars import bars
from deckmaker.memo.charts.columns import columns
from deckmaker.memo.charts.lines import lines
from deckmaker.memo.charts.pie import pie
from deckmaker.memo.charts.scatter import scatter
from deckmaker.memo.charts.sheet import Sheet
from deckmaker.memo.drawing import Figure
from deckmaker.memo.slabs import Slab, height, together
from deckmaker.memo.structure import Details, Element
from deckmaker.memo.text import Compositor

__all__ = ["chart"]

_WHOLE = 320.0
"""A chart no taller than this is never parted, points."""


def chart(content: Chart, compositor: Compositor) -> list[Slab]:
    """Return the chart in the measure, what it measures above, its caption below."""
    content = drawable(content)
    grid, unit = compositor.styles.grid, content.unit.strip()
    shown = Element("Figure", compositor.element, Details(alt=content.alt))
    printed = numerals(unit, content.decimals, compositor.lang, values(content))
    slabs = _drawn(content, Sheet(grid.column, grid.measure, compositor, unit, printed))
    slabs = [
        replace(s, drawing=(Figure(grid.column, 0.0, grid.measure, s.height, s.drawing, shown),))
        for s in slabs
    ]
    if height(slabs) <= _WHOLE:
        slabs = together(slabs)
    return [*slabs, *caption(content.label, content.caption, compositor)]


def _drawn(content: Chart, sheet: Sheet) -> list[Slab]:
    if not content.series or not (content.categories or content.type == "scatter"):
        return [Slab(0.0)]
    match content.type:
        case "bar" | "stacked bar":
            return bars(content, sheet)
        case "column" | "stacked column":
            return columns(content, sheet)
        case "line" | "area" | "stacked area":
            return lines(content, sheet)
        case "pie":
            return pie(content, sheet)
        case "scatter":
            return scatter(content, sheet)
        case _:
            assert_never(content.type)
