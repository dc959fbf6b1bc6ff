"""Which family shows which character: text becomes stretches that one face covers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from deckmaker.typesetting.breaking import graphemes
from deckmaker.typesetting.faces import Face

Stretches = tuple[tuple[int, str], ...]
"""Pieces of a text, each with the place of its face in the chain."""

_REMEMBERED = 2048
"""Texts whose stretches are kept: a planner measures the same text several times."""
_ASCII = frozenset(map(chr, range(0x20, 0x7F)))
_OPENING = ("Ps", "Pi")
_LIKELY_NEXT = 64
"""So far ahead is looked for the letter that an opening mark stands before."""


class Chain:
    """The faces that text of one font is set in, the first that has a character; read when met."""

    __slots__ = ("_alone", "_ascii", "_known", "_places", "_read", "_stretches", "count")

    def __init__(self, count: int, read: Callable[[int], Face]) -> None:
        """Chain `count` faces, each given by `read` for its place."""
        self.count = count
        self._read = read
        self._ascii = False
        self._known: set[str] | None = None
        """Characters that the voice's own face is known to have."""
        self._places: dict[str, int | None] = {}
        self._alone: dict[str, bool] = {}
        self._stretches: dict[str, Stretches] = {}

    @property
    def own(self) -> Face:
        """The face of the voice itself."""
        return self._read(0)

    def face(self, place: int) -> Face:
        """Return the face at `place`."""
        return self._read(place)

    def find(self, cluster: str) -> int | None:
        """Return the first place whose face has all of `cluster`; None where there is none.

        A letter with marks may also be there as one character: renderers compose them.
        """
        try:
            return self._places[cluster]
        except KeyError:
            place = self._places[cluster] = next(
                (place for place in range(self.count) if shows(self._read(place), cluster)), None
            )
            return place

    def alone(self, text: str) -> bool:
        """Tell whether the voice's own face has all of `text`."""
        if self._known is None:
            self._known = set(filter(self.own.has, _ASCII))
            self._ascii = len(self._known) == len(_ASCII)
        if self._ascii and text.isascii():
            return True
        alone = self._alone.get(text)
        if alone is None:
            met = set(text) - self._known
            had = set(filter(self.own.has, met))
            self._known |= had
            if len(self._alone) >= _REMEMBERED:
                self._alone.clear()
            alone = self._alone[text] = len(had) == len(met)
        return alone

    def stretches(self, text: str) -> Stretches:
        """Return `text` in stretches that one face covers.

        A grapheme cluster is never parted. One that no face has whole is set in the face that
        has its first character, else in the voice's own. Spaces and punctuation go with the word
        that they belong to, wherever its face has them: the marks around a word are its own.
        """
        if self.alone(text):
            return ((0, text),) if text else ()
        found = self._stretches.get(text)
        if found is None:
            if len(self._stretches) >= _REMEMBERED:
                self._stretches.clear()
            found = self._stretches[text] = tuple(self._parted(graphemes(text)))
        return found

    def _parted(self, clusters: list[str]) -> Iterator[tuple[int, str]]:
        current, begin = 0, 0
        for at, place in enumerate(self._placed(clusters)):
            if place != current:
                if at > begin:
                    yield current, "".join(clusters[begin:at])
                current, begin = place, at
        yield current, "".join(clusters[begin:])

    def _placed(self, clusters: list[str]) -> Iterator[int]:
        word = self._next_word(clusters, 0)
        for at, cluster in enumerate(clusters):
            kind = unicodedata.category(cluster[0])
            if kind[0] in "PZ":
                beside = self._next_word(clusters, at) if kind in _OPENING else word
                if beside is None:
                    beside = word
                if beside is not None and shows(self._read(beside), cluster):
                    yield beside
                    continue
            place = self._nearest(cluster)
            if kind[0] in "LN":
                word = place
            yield place

    def _next_word(self, clusters: list[str], at: int) -> int | None:
        """Return the place of the next letter or figure, None where none follows soon."""
        for cluster in clusters[at : at + _LIKELY_NEXT]:
            if unicodedata.category(cluster[0])[0] in "LN":
                return self._nearest(cluster)
        return None

    def _nearest(self, cluster: str) -> int:
        place = self.find(cluster)
        return place if place is not None else self.find(cluster[0]) or 0


def shows(face: Face, cluster: str) -> bool:
    """Tell whether `face` has all of a grapheme cluster, its marks apart or composed."""
    return all(map(face.has, cluster)) or all(map(face.has, unicodedata.normalize("NFC", cluster)))
