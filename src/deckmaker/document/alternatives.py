"""What a chart shows, in words, where its author has not said so."""

from __future__ import annotations

import math

from deckmaker.document.contents import ChartType, Series
from deckmaker.document.numerals import is_sign, numerals
from deckmaker.wording import Wording

MAX_FIGURES = 24
"""Figures that are read out one by one; of more, the ends and the extremes."""


def describe_chart(
    type_: ChartType,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    unit: str,
    decimals: int,
    language: str,
    wording: Wording,
) -> str:
    """Return the text alternative of a chart: its type, its series and their figures."""
    name = getattr(wording, f"{type_.replace(' ', '_')}_chart")
    sign = is_sign(unit)
    template = wording.chart_of if unit and not sign else wording.chart_plain
    parts = [template.format(type=name, unit=unit)]
    finite = [
        [value if value is not None and math.isfinite(value) else None for value in one.values]
        for one in series
    ]
    every = (value for row in finite for value in row)
    printed = numerals(unit if sign else "", decimals, language, every)
    shown = printed.text
    # Commas between figures that have commas in them would be hard to hear.
    joint = wording.semicolon if decimals and printed.point == "," else wording.comma
    few = len(categories) * len(series) <= MAX_FIGURES
    for one, row in zip(series, finite, strict=True):
        points = [(c, v) for c, v in zip(categories, row, strict=True) if v is not None]
        if not points:
            continue
        if few:
            told = (f"{category} {shown(value)}" for category, value in points)
            figures = joint.join(told)
            named = one.name and (one.named or not sign)  # each figure bears the sign already
            head = f"{one.name}{wording.colon}" if named else ""
            parts.append(f"{head}{figures}{wording.stop}")
            continue
        values = [value for _, value in points]
        (first, start), (last, end) = points[0], points[-1]
        parts.append(
            wording.series_range.format(
                name=one.name or unit or name,
                first=first,
                start=shown(start),
                last=last,
                end=shown(end),
                low=shown(min(values)),
                high=shown(max(values)),
            )
        )
    return wording.gap.join(parts)
