"""What the speaker notes say of a slide's drawings, for who presents without seeing them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.deck.body import Body
from deckmaker.deck.model import ChartFrame, GridFrame, PictureFrame, ShapeFrame
from deckmaker.deck.speech import sentences, stopped
from deckmaker.richtext import Span, Spans, plain
from deckmaker.wording import Wording


def shown(body: Body, said: tuple[Spans, ...], wording: Wording) -> tuple[Spans, ...]:
    """Return the paragraph on what is drawn; none where all of it has been `said` in the notes."""
    told = "\n".join(map(plain, said))
    fresh = [
        what
        for what in dict.fromkeys(_drawn(body))
        if not re.search(rf"(?<!\w){re.escape(what.removesuffix(wording.stop))}(?!\w)", told)
    ]
    if not fresh:
        return ()
    told_anew = sentences((stopped((Span(what),), wording) for what in fresh), wording)
    return ((Span(wording.shown.format(what=plain(told_anew))),),)


def _drawn(body: Body) -> Iterator[str]:
    yield from body.shown
    for frame in body.frames:
        # A table is text, which is read out as it stands.
        if isinstance(frame, (ChartFrame, GridFrame, PictureFrame, ShapeFrame)) and frame.alt:
            yield frame.alt
