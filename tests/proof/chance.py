"""Who chooses: a seeded die for long runs, hypothesis for short ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Chance(Protocol):
    """Makes the choices of which a briefing is composed."""

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of `choices`."""

    def count(self, least: int, most: int) -> int:
        """Return a whole number, the ends included."""

    def happens(self, probability: float) -> bool:
        """Return whether something that happens so often happens now."""


class Die:
    """Chooses by a seeded generator: the same seed, the same briefing."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def pick(self, choices: Sequence[T]) -> T:
        return self._random.choice(choices)

    def count(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def happens(self, probability: float) -> bool:
        return self._random.random() < probability


class Drawn:
    """Lets hypothesis choose, which searches for what fails and makes it small."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self._draw(st.integers(0, len(choices) - 1))]

    def count(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def happens(self, probability: float) -> bool:
        return self._draw(st.integers(0, 99)) >= 100 * (1 - probability)
