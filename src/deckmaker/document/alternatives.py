"""What a chart shows, in words, where its author has not said so."""

from __future__ import annotations

from babel.numbers import format_decimal

from deckmaker.document.calendar import locale_of
from deckmaker.document.contents import ChartType, Series
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
    template = wording.chart_of if unit else wording.chart_plain
    parts = [template.format(type=name, unit=unit)]
    locale = locale_of(language)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")

    def shown(value: float) -> str:
        return format_decimal(value, format=pattern, locale=locale)

    few = len(categories) * len(series) <= MAX_FIGURES
    for one in series:
        points = [(c, v) for c, v in zip(categories, one.values, strict=True) if v is not None]
        if not points:
            continue
        if few:
            figures = ", ".join(f"{category} {shown(value)}" for category, value in points)
            parts.append(f"{one.name}: {figures}." if one.name else f"{figures}.")
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
    return " ".join(parts)
