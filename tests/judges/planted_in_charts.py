"""Defects of charts for those who see little or no colours, to be planted in a good deck.

Each has a name and words of the fault to be found. The deck is the gallery of small contents: its
only chart has one series of columns.
"""

from __future__ import annotations

from lxml import etree

from judges.opc import tag
from judges.planting import (
    Change,
    Parts,
    Spoil,
    doubled,
    painted,
    set_attribute,
    without_attribute,
)

CHART = "ppt/charts/chart1.xml"


def in_chart(path: str, change: Change) -> Spoil:
    """Change what stands at `path` of the chart."""
    return lambda parts: parts.first(CHART, path, change)


def two_series(*, legend: bool = False, stacked: bool = False) -> Spoil:
    """Let the chart have its only series twice, beside or upon each other."""

    def spoil(parts: Parts) -> None:
        doubled(CHART, ".//c:ser")(parts)
        if stacked:
            set_attribute(CHART, ".//c:grouping", "val", "stacked")(parts)
            set_attribute(CHART, ".//c:overlap", "val", "100")(parts)
        if legend:
            key = etree.Element(tag("c:legend"))
            etree.SubElement(key, tag("c:legendPos"), val="t")
            parts.first(CHART, ".//c:plotArea", lambda area: area.addnext(key))

    return spoil


def label_inside(parts: Parts) -> None:
    """The figures stand within the bars, in the colour of the bars."""
    set_attribute(CHART, ".//c:dLbls/c:dLblPos", "val", "ctr")(parts)
    parts.first(CHART, ".//c:dLbls/c:txPr//a:defRPr", painted("accent1"))


PLANTED: dict[str, tuple[Spoil, str]] = {
    "chart without language": (
        in_chart(".//c:dLbls/c:txPr//a:defRPr", without_attribute("lang")),
        "a text of its chart has no language",
    ),
    "pale axis": (in_chart(".//c:catAx/c:txPr//a:defRPr", painted("bg2")), "catAx of its chart"),
    "figure in the colour of its bar": (label_inside, "dLbls of its chart has a contrast of 1.00"),
    "pale bars": (in_chart(".//c:ser/c:spPr", painted("bg2")), "series 1 of its chart has a"),
    # Colour alone.
    "unnamed series": (two_series(), "nothing names the series of its chart"),
    "one swatch for two": (two_series(legend=True), "apart by colour alone"),
    "a stack in one colour": (
        two_series(legend=True, stacked=True),
        "that touch cannot be told apart",
    ),
}
