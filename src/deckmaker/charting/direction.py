"""Which way a chart runs in a script that runs to the left.

Names are read from the right: bars grow from there, and columns begin there. Figures are not:
Arabic and Hebrew write numbers from left to right, and so do their newspapers and statistical
offices draw an axis of years or of amounts. What is ordered like numbers – the plane of a scatter
chart, lines and areas, columns of years, of months or of ages – runs as in any other language.
"""

from __future__ import annotations

from deckmaker.document import Chart
from deckmaker.locales import Locale, cldr


def begins_right(chart: Chart, locale: Locale) -> bool:
    """Tell whether the categories of `chart`, or the bars at them, begin at the right."""
    if not locale.rtl:
        return False
    if chart.type in ("bar", "stacked bar"):
        return True
    return chart.type in ("column", "stacked column") and not _is_ordered(chart, locale)


def _is_ordered(chart: Chart, locale: Locale) -> bool:
    """Tell whether every category is a number, a date, or the name of a month."""
    if all(any(map(str.isdigit, name)) for name in chart.categories):
        return True
    months = {
        name.casefold()
        for width in ("wide", "abbreviated")
        for name in cldr(locale.tag).months["format"][width].values()
    }
    return all(name.strip().casefold() in months for name in chart.categories)
