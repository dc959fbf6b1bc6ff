"""Text becomes boxes: the pieces between which a line may end, each with its spaces behind it.

Two readings are needed. Unicode's rules (by ICU) name every place where a line may end, and
LibreOffice follows them; PowerPoint ends lines only behind spaces, hyphens and dashes, and between
characters of scripts that write without spaces. The narrow reading has the places that both allow,
the wide one all of Unicode's but those before a dash.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Literal

from icu4py.breakers import CharacterBreaker, LineBreaker

Reading = Literal["narrow", "wide"]

_LOCALE = "en"
_REMEMBERED = 2048
"""Texts whose boxes are kept: a planner measures the same text several times."""
_SIMPLE = re.compile(r"[A-Za-zÀ-ɏ0-9'’‘“”\".,;:(]*[)\"”’.,;:!?…]*")
"""Words without a place to break, recognised without asking ICU."""
_DASHES = "-\u2010\u2013\u2014\u200b"
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u2e80-\u30ff\u3130-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
_NO_BREAK_AT_SPACE = re.compile(r" [!?.,/)\]}»›’”;:…]|[(\[{«‹“‘¿¡] ")
"""Marks that Unicode's rules keep on the line of the word that they belong to, across spaces."""
_SPACED_WORD = re.compile(r"[^ ]+ *| +")


class _Pieces(dict[str, tuple[str, ...]]):
    """The pieces of each word met, the last one with a space behind it."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    def __missing__(self, word: str) -> tuple[str, ...]:
        body = word.rstrip(" ")
        spaces = word[len(body) :] or " "
        pieces = (body,) if _SIMPLE.fullmatch(body) else _segments(body, self.reading)
        found = self[word] = (*pieces[:-1], pieces[-1] + spaces)
        return found


_PIECES: dict[Reading, _Pieces] = {"narrow": _Pieces("narrow"), "wide": _Pieces("wide")}


@lru_cache(maxsize=_REMEMBERED)
def boxes(text: str, reading: Reading) -> tuple[str, ...]:
    """Return `text` cut at every place where a line may end.

    The boxes joined are `text`. No place lies within or before a run of spaces, nor at a no-break
    space or a word joiner. `text` has no line feeds.
    """
    if not text:
        return ()
    if _NO_BREAK_AT_SPACE.search(text):
        return _segments(text, reading)
    words = text.split(" ") if "  " not in text else _SPACED_WORD.findall(text)
    found = list(chain.from_iterable(map(_PIECES[reading].__getitem__, words)))
    if found[-1] == " " and text[-1] == " " and "  " not in text:
        found.pop()
    elif text[-1] != " ":
        found[-1] = found[-1][:-1]
    return tuple(found)


def graphemes(text: str) -> list[str]:
    """Return the user-perceived characters of `text`."""
    if text.isascii():
        return list(text)
    return list(CharacterBreaker(text, _LOCALE))


def _segments(text: str, reading: Reading) -> tuple[str, ...]:
    """Cut `text` by ICU, joining again what `reading` forbids."""
    kept: list[str] = []
    for segment in LineBreaker(text, _LOCALE):
        if kept and not _may_part(kept[-1][-1], segment[0], reading):
            kept[-1] += segment
        else:
            kept.append(segment)
    return tuple(kept) or (text,)


def _may_part(before: str, after: str, reading: Reading) -> bool:
    if before.isspace():
        return True
    if after in _DASHES:
        return False
    if reading == "wide":
        return True
    if _HANGUL.match(before) and _HANGUL.match(after):
        return False
    return before in _DASHES or bool(_SPACELESS.match(before) or _SPACELESS.match(after))
