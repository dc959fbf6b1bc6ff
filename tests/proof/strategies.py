"""Hypothesis composes briefings: `briefings()` draws whole ones, in any language."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from proof.chance import Drawn
from proof.compose import Composed, compose
from proof.texts import LANGUAGES, texts


@st.composite
def briefings(
    draw: st.DrawFn,
    tags: Sequence[str] = LANGUAGES,
    sections: int = 3,
    hostility: float = 0.25,
) -> Composed:
    """Draw a briefing of up to so many sections in one of the languages `tags`."""
    chance = Drawn(draw)
    words = texts(chance.pick(tags))
    return compose(chance, words, chance.count(1, sections), hostility=hostility)
