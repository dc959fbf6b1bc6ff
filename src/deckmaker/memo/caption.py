"""Captions of tables, charts and images: number, words, credit."""

from __future__ import annotations

from deckmaker.memo.slabs import FORBIDDEN, Slab, spaced, together
from deckmaker.memo.text import Compositor
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Run

_GAP = 6.0
"""Between a figure and its caption, points."""


def caption(label: str, text: Spans, compositor: Compositor, *, credit: Spans = ()) -> list[Slab]:
    """Set a caption that stays with the figure above it; nothing where there is no word to say."""
    styles = compositor.styles
    runs = caption_runs(label, text, compositor)
    if credit:
        runs += compositor.runs((Span("  " if runs else ""), *credit), styles.note)
    if not runs:
        return []
    words = compositor.paragraph(runs, styles.caption, tag="Caption")
    return spaced(together(words), _GAP, penalty=FORBIDDEN)


def caption_runs(label: str, text: Spans, compositor: Compositor) -> list[Run]:
    """Return label and text of a caption as runs; a number alone says nothing, so none is set."""
    if not text:
        return []
    style = compositor.styles.caption
    return compositor.runs((Span(label, bold=True), Span("  "), *text) if label else text, style)
