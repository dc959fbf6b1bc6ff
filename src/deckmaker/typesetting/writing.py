"""Scripts that are written without spaces: which characters, and where they meet others.

The patterns are made when the first text asks for them; most texts never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_BEYOND = re.compile("[^\u0000-\u0dff\u1d00-\u2e7f]")
"""What can be written without spaces; none of Europe's letters, nor the marks between them."""
_DICTIONARY = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\uaa60-\uaadf"
"""Thai, Lao, Burmese, Khmer and their kin: a dictionary tells the words apart."""
_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00016fe0-\U00018dff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
"""Chinese, Japanese and Korean with their marks; Yi."""
_TSHEG = "\u0f0b"
"""The point between syllables of Tibetan, which does the work of a space."""


def has_spaceless(text: str) -> bool:
    """Tell whether `text` has letters of a script that is written without spaces, or Korean."""
    return (
        not text.isascii()
        and _BEYOND.search(text) is not None
        and _pattern(f"[{_TSHEG}{_DICTIONARY}{_EAST_ASIAN}]").search(text) is not None
    )


def is_spaceless(before: str, after: str) -> bool:
    """Tell whether a line may end between these characters as it may at a space."""
    return has_spaceless(before + after)


def is_east_asian(character: str) -> bool:
    """Tell whether `character` is a letter or a mark of Chinese, Japanese or Korean."""
    return bool(_BEYOND.match(character) and _pattern(f"[{_EAST_ASIAN}]").match(character))


def in_dictionary(before: str, after: str) -> bool:
    """Tell whether a line may end between these characters where a dictionary says so."""
    if not (_BEYOND.match(before) and _BEYOND.match(after)):
        return False
    return _pattern(f"[{_DICTIONARY}]{{2}}").match(before + after) is not None


def script_borders(text: str) -> Iterator[tuple[int, int]]:
    """Yield where East Asian writing meets any other: the stretch of spaces between, or none."""
    east, other = f"[{_EAST_ASIAN}]", f"[^ {_EAST_ASIAN}]"
    border = _pattern(f"(?<={east}) *(?={other})|(?<={other}) *(?={east})")
    return (found.span() for found in border.finditer(text))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
