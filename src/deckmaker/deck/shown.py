"""What the speaker notes say of a slide's drawings, for who presents without seeing them."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.deck.body import Body, stopped
from deckmaker.deck.model import ChartFrame, GridFrame, PictureFrame, ShapeFrame
from deckmaker.wording import Wording


def shown(body: Body, said: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    """Return the paragraph on what is drawn; none where all of it has been `said` in the notes."""
    told = "\n".join(said)
    fresh = [
        what for what in dict.fromkeys(_drawn(body)) if what.removesuffix(wording.stop) not in told
    ]
    if not fresh:
        return ()
    sentences = wording.gap.join(stopped(what, wording) for what in fresh)
    return (wording.shown.format(what=sentences),)


def _drawn(body: Body) -> Iterator[str]:
    yield from body.shown
    for frame in body.frames:
        # A table is text, which is read out as it stands.
        if isinstance(frame, (ChartFrame, GridFrame, PictureFrame, ShapeFrame)) and frame.alt:
            yield frame.alt
