"""The line above a chart: what is measured and in what unit, said once."""

from __future__ import annotations

from deckmaker.capitals import capitalised
from deckmaker.document import Chart
from deckmaker.locales import locale_for
from deckmaker.wording import ENGLISH, Wording

_VOWELS = frozenset("aeiouyäöüåøæéèêáàâíóúаеиоуыэюяіїєαεηιουω")
_LEAST_WORD = 3
"""Letters that make a word; `kg` and `ha` are signs."""


def subtitle(chart: Chart, *, unit: bool, wording: Wording = ENGLISH) -> str:
    """Return the quantity and, where `unit` wants it, the unit of `chart`.

    The quantity is the name of the only series. A unit that is in that name, or is itself the
    name of a series, is not said again.
    """
    alone = len(chart.series) == 1
    names = [one.name.casefold() for one in chart.series if one.named]
    said = chart.unit.casefold() in (" ".join(names) if alone else names)
    parts = (
        chart.series[0].name if alone and chart.series[0].named else "",
        chart.unit if unit and not said else "",
    )
    return _capital(wording.comma.join(filter(None, parts)), wording)


def _capital(text: str, wording: Wording) -> str:
    """Return `text` with a capital where it begins with a word, not with a sign such as kWh."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    letters = word.strip(",.;:")
    is_word = letters.isalpha() and letters.islower() and len(letters) >= _LEAST_WORD
    if not is_word or (len(letters) == _LEAST_WORD and not _VOWELS & set(letters)):
        return text
    return capitalised(text, locale_for(wording.lang))
