"""Charts of the memo: a document's Chart becomes a vector drawing of our own, with its caption.

Each type is arranged by its own module (`bars`, `columns`, `lines`, `pie`, `scatter`) into slabs
whose marks are plain values. Series are named and figures printed at the drawing itself; where
that would crowd it, there is a legend or an axis instead.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import assert_never

from deckmaker.document import Chart
from deckmaker.memo.caption import caption
from deckmaker.memo.charts.bars import bars
from deckmaker.memo.charts.columns import columns
from deckmaker.memo.charts.lines import lines
from deckmaker.memo.charts.pie import pie
from deckmaker.memo.charts.scale import figures_of, is_tight
from deckmaker.memo.charts.scatter import scatter
from deckmaker.memo.charts.sheet import Sheet
from deckmaker.memo.slabs import Slab, attached, height, together
from deckmaker.memo.text import Compositor

__all__ = ["chart"]

_WHOLE = 320.0
"""A chart no taller than this is never parted, points."""


def chart(content: Chart, compositor: Compositor) -> list[Slab]:
    """Return the chart in the measure, its unit above, its caption below."""
    grid = compositor.styles.grid
    sheet = Sheet(grid.column, grid.measure, compositor, figures_of(content))
    slabs = _drawn(_finite(content), sheet)
    if content.unit and not is_tight(content.unit):
        style = compositor.styles.note
        unit = compositor.paragraph(compositor.words(content.unit, style), style)
        slabs = [*unit, *attached(slabs)]
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


def _finite(content: Chart) -> Chart:
    """Return `content` with a gap for every value that is no finite number."""
    series = tuple(
        replace(
            each,
            values=tuple(
                value if value is not None and math.isfinite(value) else None
                for value in each.values
            ),
        )
        for each in content.series
    )
    return replace(content, series=series)
