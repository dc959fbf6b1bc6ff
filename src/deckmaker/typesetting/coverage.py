"""Which family shows which character: text becomes stretches that one face covers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import normalize

from deckmaker.typesetting.breaking import graphemes
from deckmaker.typesetting.faces import Face


class Chain:
    """The faces that text of one font is set in, the first that has a character; read when met."""

    __slots__ = ("_read", "count")

    def __init__(self, count: int, read: Callable[[int], Face]) -> None:
        """Chain `count` faces, each given by `read` for its place."""
        self.count = count
        self._read = read

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
        composed = normalize("NFC", cluster)
        for place in range(self.count):
            has = self._read(place).has
            if all(map(has, cluster)) or all(map(has, composed)):
                return place
        return None


def stretches(text: str, chain: Chain) -> Iterator[tuple[int, str]]:
    """Yield `text` in stretches that one face covers, each with its place in `chain`.

    A grapheme cluster is never parted. One that no face has whole is set in the face that has its
    first character, else in the voice's own. Spaces stay with what stands before them wherever
    that face has them.
    """
    current, begin, at = 0, 0, 0
    for cluster in graphemes(text):
        if not (cluster.isspace() and all(map(chain.face(current).has, cluster))):
            place = chain.find(cluster)
            if place is None:
                place = chain.find(cluster[0]) or 0
            if place != current:
                if at > begin:
                    yield current, text[begin:at]
                current, begin = place, at
        at += len(cluster)
    if begin < len(text):
        yield current, text[begin:]


def uncovered(text: str, chain: Chain) -> tuple[str, ...]:
    """Return the characters of `text` that no face has, in order, each once."""
    return tuple(character for character in dict.fromkeys(text) if chain.find(character) is None)
