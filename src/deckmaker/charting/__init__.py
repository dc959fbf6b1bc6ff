"""What the charts of deck and memo have in common: axes, colours, the line above, named steps.

A chart says the same in both media; each medium then draws it with its own means.
"""

from __future__ import annotations

from deckmaker.charting.axis import Scale, aired_scale, scale
from deckmaker.charting.direction import begins_right
from deckmaker.charting.figures import drawable, known, totals, values
from deckmaker.charting.places import spread
from deckmaker.charting.sequence import Calendar, calendar_of, named_steps
from deckmaker.charting.subtitle import subtitle

__all__ = [
    "Calendar",
    "Scale",
    "aired_scale",
    "begins_right",
    "calendar_of",
    "drawable",
    "known",
    "named_steps",
    "scale",
    "spread",
    "subtitle",
    "totals",
    "values",
]
