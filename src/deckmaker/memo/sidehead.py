"""The running side-head: a section's label becomes what pages bear that begin inside it."""

from __future__ import annotations

from deckmaker.memo.drawing import Words
from deckmaker.memo.slabs import SideHead
from deckmaker.memo.text import Compositor, text_of
from deckmaker.richtext import Spans
from deckmaker.typesetting import Run

_MOST = 60
"""Characters of a label beyond which it is cut short before it is measured."""
_SHARE = 0.5
"""The share of the page's width that the line may take: the marking stands at its right."""
_ELLIPSIS, _LINE_FEED = "…", "\n"
_COMMAS = ",،，、"
_BETWEEN = _COMMAS + " "
"""What may part the label from the word behind it."""


def side_head(label: Spans, compositor: Compositor) -> SideHead | None:
    """Return the side-head of a section; None where it has no label."""
    text = text_of(label)
    if not text:
        return None
    styles, setter = compositor.styles, compositor.setter
    kept = text[:_MOST]
    line = compositor.line(_runs(text, kept, compositor))
    while line.width > _SHARE * styles.grid.full and kept:
        kept = kept[:-1].rstrip()
        line = compositor.line(_runs(text, kept, compositor))
    leading = styles.side_label.leading
    runs = _runs(text, kept, compositor, apart=line.width > styles.grid.rail)
    stacked = tuple(
        Words(0.0, at * leading, each)
        for at, each in enumerate(setter.balanced(runs, styles.grid.rail, measure="drawn"))
    )
    return SideHead(stacked, (Words(0.0, 0.0, line),), (len(stacked) - 1) * leading)


def _runs(text: str, kept: str, compositor: Compositor, *, apart: bool = False) -> list[Run]:
    """Return the label as far as it is `kept`, and behind it the word that says that it goes on.

    `apart` sets the word on a line of its own.
    """
    styles = compositor.styles
    label = text if kept == text else kept + _ELLIPSIS
    _, _, behind = compositor.wording.continued.partition("{label}")
    word = behind.lstrip(_BETWEEN)
    between = behind[: len(behind) - len(word)]
    if not label[-1].isalnum():
        between = between.lstrip(_COMMAS)
    if apart:
        between = between.rstrip() + _LINE_FEED
    return [
        *compositor.words(label + between, styles.side_label),
        *compositor.words(word, styles.side_word),
    ]
