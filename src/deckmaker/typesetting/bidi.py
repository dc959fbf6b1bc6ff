"""Text that runs both ways: the levels of its characters, and the order in which they stand.

The levels are those of the Unicode bidirectional algorithm (UAX 9), by python-bidi, which is loaded
only where a text has something that runs to the left. A paragraph runs as the page does, but for
one that is altogether in a script that runs the other way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from unicodedata import bidirectional

from deckmaker.locales import Direction

_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Whatever can make a text run to the left."""
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_LEVEL = re.compile(r"Level\(\s*(\d+)")
_NUMERIC = frozenset({"L", "EN", "ES", "ET", "AN", "CS"})
"""Classes that readers of PDF take for text that runs to the right."""
_NEUTRAL = frozenset({"WS", "ON", "S", "B"})
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT = "\u200f", "\u200e"


def levels(text: str, page: Direction) -> bytes:
    """Return the level of each character of a paragraph, empty where all run to the right."""
    if not text or (page == "ltr" and not _LEFTWARDS.search(text)):
        return b""
    if _direction(text, page) == "ltr" and not _LEFTWARDS.search(text):
        return b""
    return _resolved(text, _direction(text, page))


def _direction(text: str, page: Direction) -> Direction:
    """Return the direction of a paragraph: the page's where anything in it runs so."""
    found = {_STRONG[kind] for kind in set(map(bidirectional, text)) if kind in _STRONG}
    return page if page in found or not found else found.pop()


def _resolved(text: str, direction: Direction) -> bytes:
    """Return what python-bidi says of each character; it speaks of bytes in UTF-8, in words."""
    display = import_module("bidi").get_display
    said: str = display(text, base_dir="R" if direction == "rtl" else "L", debug=True)
    begin, end = said.rindex("\n    levels: ["), said.rindex("\n    paragraphs: [")
    by_byte = bytes(int(level) for level in _LEVEL.findall(said, begin, end))
    found = bytearray()
    at = 0
    for character in text:
        found.append(by_byte[at])
        at += len(character.encode("utf-8", "surrogatepass"))
    return bytes(found)


def stretches(found: bytes) -> list[tuple[int, int, int]]:
    """Return the stretches of one level as (start, end, level), in the order in which they stand.

    That is rule L2 of the algorithm, from the highest level down to the lowest odd one.
    """
    borders = [0, *(at for at in range(1, len(found)) if found[at] != found[at - 1]), len(found)]
    placed = [(start, end, found[start]) for start, end in pairwise(borders) if end > start]
    for level in range(max(found, default=0), 0, -1):
        at = 0
        while at < len(placed):
            behind = at
            while behind < len(placed) and placed[behind][2] >= level:
                behind += 1
            placed[at:behind] = placed[at:behind][::-1]
            at = behind + 1
    return placed


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of direction behind the character at an offset, and the level that it has."""

    at: int
    text: str
    level: int


def marks(text: str, found: bytes, page: Direction) -> list[Mark]:
    """Return the marks that help readers of PDF to put a line back in order.

    They turn lines round themselves, by rules simpler than Unicode's: a number takes the spaces
    and signs beside it along. A mark parts them, as an author parts them in plain text.
    """
    units = _units(found)
    behind = [text[start:end] for start, end in units]
    made: list[Mark] = []
    for (start, end), unit, following in zip(units, behind, [*behind[1:], ""], strict=True):
        odd = found[start] % 2 == 1
        if page == "rtl":
            # The next unit stands at the left, and its last character touches this one.
            if not odd and bidirectional(unit[-1]) in _NEUTRAL:
                made.append(Mark(end - 1, _LEFT_TO_RIGHT, found[start]))
            touched = bidirectional(following[-1]) if following else ""
            kind = bidirectional(unit[0])
            numbers = kind in _NUMERIC and touched not in ("R", "AL")
            if numbers or (kind == "NSM" and touched in _NUMERIC):
                made.append(Mark(end - 1, _RIGHT_TO_LEFT, 1))
        elif odd and (not following or found[end] % 2 == 0):
            if bidirectional(unit) not in ("R", "AL"):
                made.append(Mark(end - 1, _RIGHT_TO_LEFT, found[start]))
            if following and bidirectional(following[0]) in _NEUTRAL:
                made.append(Mark(end - 1, _LEFT_TO_RIGHT, found[end]))
    return made


def _units(found: bytes) -> list[tuple[int, int]]:
    """Return what readers turn round as one: characters that run to the left, each by itself, and
    stretches that run to the right."""
    units: list[tuple[int, int]] = []
    for at, level in enumerate(found):
        if units and level % 2 == 0 and found[at - 1] % 2 == 0:
            units[-1] = (units[-1][0], at + 1)
        else:
            units.append((at, at + 1))
    return units
