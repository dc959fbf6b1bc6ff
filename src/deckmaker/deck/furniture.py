"""Where kicker, title, source line, folio and marking stand on a slide, in points."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.deck.geometry import (
    GUTTER,
    MARGIN,
    MARK_HEIGHT,
    MARK_TOP,
    MEASURE,
    SLIDE_WIDTH,
    TITLE_LINES,
    TITLE_WIDTH,
    span,
)
from deckmaker.deck.model import Style
from deckmaker.deck.styles import Styles
from deckmaker.deck.units import Box

KICKER_BASELINE, TITLE_BASELINE = 33.0, 70.0
SOURCE_BASELINE, FOLIO_BASELINE = 503.0, 521.0
MARK_FOOT = 508.0
NUMBER_WIDTH = 32.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """The boxes that recur on every slide of the body, points."""

    kicker: Box
    title: Box
    source: Box
    number: Box
    footer: Box
    date: Box
    mark_top: Box | None
    mark_foot: Box | None


def furniture(styles: Styles, mark_width: float) -> Furniture:
    """Return the furniture's boxes for a marking chip `mark_width` points wide (0: no marking)."""
    right = SLIDE_WIDTH - MARGIN
    free = mark_width + GUTTER if mark_width else 0.0
    top = Box(right - mark_width, MARK_TOP, mark_width, MARK_HEIGHT) if mark_width else None
    date_width = span(3)
    footer_width = MEASURE - NUMBER_WIDTH - date_width - GUTTER - free

    def line(style: Style, x: float, baseline: float, width: float, lines: int = 1) -> Box:
        """Return the box of `lines` lines, the first of which stands on `baseline`."""
        return Box(x, baseline - style.baseline, width, lines * style.line)

    return Furniture(
        kicker=line(styles.kicker, MARGIN, KICKER_BASELINE, MEASURE - free),
        title=line(styles.title, MARGIN, TITLE_BASELINE, TITLE_WIDTH, TITLE_LINES),
        source=line(styles.source, MARGIN, SOURCE_BASELINE, MEASURE),
        number=line(styles.number, MARGIN, FOLIO_BASELINE, NUMBER_WIDTH),
        footer=line(styles.folio, MARGIN + NUMBER_WIDTH, FOLIO_BASELINE, footer_width),
        date=line(styles.folio, right - free - date_width, FOLIO_BASELINE, date_width),
        mark_top=top,
        mark_foot=top.at(y=MARK_FOOT) if top else None,
    )
