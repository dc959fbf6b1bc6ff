"""Text becomes boxes: the pieces between which a line may end, each with its spaces behind it.

Several readings are needed. Unicode's rules (by ICU) name every place where a line may end, and
LibreOffice follows them; PowerPoint ends lines only behind spaces, hyphens and dashes, and between
characters of scripts that write without spaces. The wide reading has all of Unicode's places but
those before a dash, the common one those that both programs know, the narrow one those of them
that LibreOffice takes whenever it may: from a slash it goes back to a space, over all other places,
and from an emoji (or any character beyond the basic plane) behind a space to the place before that.

In Chinese and Japanese both programs have marks that never begin a line and marks that never end
one; the narrow reading forbids what either list names. Korean goes on at spaces there, for
LibreOffice parts its words and PowerPoint may not. Thai, Lao, Khmer and Burmese words are told
apart by dictionaries that differ: places between them are known to be unsure (`writing`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import Literal
from unicodedata import category

from icu4py.breakers import CharacterBreaker, LineBreaker

from deckmaker.typesetting.writing import is_east_asian, is_spaceless

Reading = Literal["narrow", "common", "wide"]

_LOCALE = "en"
_REMEMBERED = 2048
"""Texts whose boxes are kept: a planner measures the same text several times."""
_LONGEST_KEPT = 40
"""Letters of a word whose pieces are kept: a sentence without spaces seldom comes twice."""
_SIMPLE = re.compile(r"[A-Za-zÀ-ɏ0-9'’‘“”\".,;:(]*[)\"”’.,;:!?…]*")
"""Words without a place to break, recognised without asking ICU."""
_DASHES = "-\u2010\u2013\u2014\u200b"
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_NEVER_FIRST = frozenset(
    "!%),.:;?]}¢¨°·ˇˉ’”†‡•‥…‧‰′″›℃∶─│、。〃々〆〉》」』】〕〗〙〛〜〞〟゛゜ゝゞ゠・ーヽヾ︰︱︳︴︶︸︺︼︾"
    "﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠｠､｡･ｰﾞﾟ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
_NEVER_LAST = frozenset("$([`{£¥·‘“‵‹〈《「『【〔〖〘〚〝﹙﹛﹝＄（．［｛｟￡￥￦︵︷︹︻︽︿﹁﹃")
"""Marks that no line of Chinese or Japanese begins or ends with: what LibreOffice's lists (locale
data for zh and ja) and PowerPoint's (`p:kinsoku`) name, and small kana."""
_NO_BREAK_AT_SPACE = re.compile(r" [!?.,/)\]}»›’”;:…\U00010000-\U0010ffff]|[(\[{«‹“‘¿¡] ")
"""Marks that Unicode's rules keep on the line of the word that they belong to, across spaces; and
emoji, which LibreOffice does not part from the word before them."""
_CLOSING, _OPENING = ("Pe", "Pf", "Po"), ("Ps", "Pi")
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
        found = (*pieces[:-1], pieces[-1] + spaces)
        if len(word) <= _LONGEST_KEPT:
            self[word] = found
        return found


_PIECES: dict[Reading, _Pieces] = {
    "narrow": _Pieces("narrow"),
    "common": _Pieces("common"),
    "wide": _Pieces("wide"),
}


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
    if reading == "narrow" and "/" in text:
        kept = _slashed(kept)
    return tuple(map(intern, kept)) or (text,)


def _slashed(pieces: list[str]) -> list[str]:
    """Join the pieces between a space and a slash: LibreOffice goes back to the space."""
    kept: list[str] = []
    for piece in pieces:
        kept.append(piece)
        if "/" in piece:
            while len(kept) > 1 and not kept[-2][-1].isspace():
                kept[-2:] = ["".join(kept[-2:])]
    return kept


def _may_part(before: str, after: str, reading: Reading) -> bool:
    if before.isspace():
        return reading != "narrow" or after <= "\uffff"
    if after in _DASHES:
        return False
    if reading == "wide":
        return True
    if _HANGUL.match(before) and _HANGUL.match(after):
        return False
    if not is_spaceless(before, after):
        return before in _DASHES
    if before == "/" and reading == "narrow":
        return False
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    # LibreOffice keeps marks of East Asia with Latin letters beside them.
    if is_east_asian(before):
        return not (after.isalnum() and category(before) in _CLOSING and not is_east_asian(after))
    return not (before.isalnum() and category(after) in _OPENING)
