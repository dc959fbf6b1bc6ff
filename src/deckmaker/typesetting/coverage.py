"""Which voice shows which character: text becomes stretches that one face covers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from deckmaker.typesetting.faces import Face

_ATTACHED = frozenset({"Mn", "Mc", "Me", "Cf", "Zs"})
"""Categories that follow the character before them: marks, format characters and spaces."""


def stretches(text: str, own: Face, other: Face) -> Iterator[tuple[Face, str]]:
    """Yield `text` in stretches of one face: `own` where it covers, else `other` where that does.

    A character that neither covers stays with `own`; a mark or a space stays with the character
    before it wherever that one's face has it.
    """
    current, begin = own, 0
    for index, character in enumerate(text):
        if current.has(character) and (
            current is own or unicodedata.category(character) in _ATTACHED
        ):
            continue
        face = own if own.has(character) or not other.has(character) else other
        if face is not current:
            if index > begin:
                yield current, text[begin:index]
            current, begin = face, index
    if begin < len(text):
        yield current, text[begin:]


def uncovered(text: str, own: Face, other: Face) -> tuple[str, ...]:
    """Return the characters of `text` that neither face has, in order, each once."""
    return tuple(
        character
        for character in dict.fromkeys(text)
        if not own.has(character) and not other.has(character)
    )
