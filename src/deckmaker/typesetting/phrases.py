"""Where a heading may end a line without hurting its sense, in scripts that put no spaces.

Unicode lets a line of Chinese or Japanese end between almost any two characters, and that is well
for running text. In a heading a reader wants whole words, a particle with the word that it follows,
and a number with what it counts. ICU parts Japanese and Korean into phrases and Chinese into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from icu4py.breakers import LineBreaker, WordBreaker

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_ENDS_PHRASE = re.compile("[\u3041-\u309f\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f」』）】…]")
"""Hiragana, which particles and endings are written in, and marks that pause."""
_BINDS = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万億亿兆第]|[.,．，](?=[0-9０-９])")
"""A number holds on to what it counts."""
_DATED = re.compile(r"[年月][0-9０-９一二三四五六七八九十]")
_FOLLOWERS = frozenset("的地得了着過过們们嗎吗呢吧之者等们性化型式率区區省市县縣州国國人员員家")
"""Chinese particles, endings and words of place and time: no line begins with one."""
_BEHIND = frozenset("之以")
"""What longer ones begin with: 之前, 以上."""
_LEADERS = frozenset(
    "在從从向對对於于把被將将和與与及或不沒没就也都很更最各每這这那其若由以為为因而但并並"
)
"""Chinese prepositions, conjunctions and adverbs: no line ends with one."""

WITHIN_WORD = 0.6
"""The cost of ending a line within a word, on the scale of `judging`."""
WITHIN_PHRASE = 0.2
"""That of parting what belongs together: a compound, a particle and its word."""


def senses(text: str, language: str) -> dict[int, float] | None:
    """Return what ending a line at each border between words of `text` costs its sense.

    Borders are offsets into `text`; any other is within a word. None where the text has spaces
    between its words. `language` is a subtag such as `ja`; kana make a text Japanese in any.
    """
    if text.isascii():
        return None
    if _KANA.search(text) or (language == "ja" and _HAN.search(text)):
        return _japanese(text)
    if _HANGUL.search(text):
        return _costs(text, LineBreaker(text, "ko@lw=phrase"))
    return _chinese(text) if _HAN.search(text) else None


def _japanese(text: str) -> dict[int, float]:
    """Phrases end with a particle or a mark; where none stands, a compound goes on."""
    costs = _costs(text, LineBreaker(text, "ja@lw=phrase"))
    return {
        end: max(cost, 0.0 if _ENDS_PHRASE.match(text[end - 1]) else WITHIN_PHRASE)
        for end, cost in costs.items()
    }


def _chinese(text: str) -> dict[int, float]:
    words = list(WordBreaker(text, "zh"))
    costs = _costs(text, words)
    for before, after, end in zip(words, words[1:], accumulate(map(len, words)), strict=False):
        if after in _FOLLOWERS or after[0] in _BEHIND or before in _LEADERS:
            costs[end] = max(costs[end], WITHIN_PHRASE)
    return costs


def _costs(text: str, pieces: Iterable[str]) -> dict[int, float]:
    """Return the ends of `pieces`; those within numbers and dates cost something."""
    return {end: _numeric(text, end) for end in accumulate(map(len, pieces))}


def _numeric(text: str, end: int) -> float:
    if end < len(text) and text[end] != " " and _BINDS.match(text, end - 1):
        return WITHIN_WORD
    return WITHIN_PHRASE if _DATED.match(text, end - 1) else 0.0
