"""How good a line is: the costs by which even lines are chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate

from deckmaker.typesetting.fitting import Cost, Row
from deckmaker.typesetting.phrases import WITHIN_WORD

Judge = Callable[[Row, int], Cost]
"""Makes the cost of a line for one paragraph, given the number of its lines."""

_CLINGING_WORDS = """
    a an the this its his her their our of in on to for and or nor but by at with from as into onto
    over under about after before between against through during without within towards toward
    upon than that is are not no
    der die das den dem des ein eine einen einem einer und oder von im am zu zum zur mit für auf aus
    bei
    le la les un une de des du et ou à au aux en par pour sur
    el los las una y o del al con por para
    в во на и с к о у не из за от до по для
    в у з на і й та до від про
"""
_CLINGING = frozenset(_CLINGING_WORDS.split())
"""Articles, prepositions, conjunctions and the like: they cling to the word behind them."""
_PAUSES = ",;:.!?…–—、。，：；！？」』）"
_TRIM = "\"'“”‘’«»()[]"

CLINGING_COST = 0.25
PAUSE_GAIN = 0.12
"""A break behind punctuation is worth a line longer or shorter than even by a quarter."""
NAME_COST = 0.05
"""Of parting two capitalised words, which are a name more often than not."""
LONELY_COST = 0.2
RUNT = 1 / 4
"""A last line of running text shorter than this part of the measure looks lost."""
RUNT_WITHOUT_SPACES = 1 / 12
"""The same where text fills its lines but the last, as in Chinese: a few characters will do."""
INNER_TITLE_COST = 0.1
"""Of ending a line of a title inside a word, behind a hyphen or a dash."""
INNER_BREAK_COST = 0.02
"""Of ending a line of running text inside a word, behind a hyphen, dash or slash."""

HYPHEN_COST = 0.04
"""Of parting a word: it pays where it fills a line by a fifth of the measure."""
LAST_HYPHEN_COST = 0.1
"""Of parting a word over the last two lines: the last one then begins with a mere rest."""
LADDER_COST = 0.1
"""Of a second line running that ends with a hyphen."""
PARTED_NAME_COST = 0.1
"""Of parting a word with a capital, which is a name more often than not."""
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3130-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef]"
)
"""Scripts in which a line ends anywhere between words, or characters, at no cost."""


def evenness(row: Row, lines: int, senses: Mapping[int, float] | None = None) -> Cost:
    """Return the cost for titles: lines of equal length, broken where the sense allows it.

    `senses` holds what each place costs, by its offset, where words have no spaces between them.
    """
    count = len(row.boxes)
    target = row.ink(0, count) / lines
    ends = list(accumulate(map(len, row.boxes))) if senses else []

    def cost(ink: float, measure: float, line: int, first: int, behind: int) -> float:
        badness = ((ink - target) / target) ** 2 if target else 0.0
        word = row.boxes[behind - 1].rstrip()
        if behind == count:
            return badness + (LONELY_COST if behind == first + 1 and line else 0.0)
        if senses:
            badness += senses.get(ends[behind - 1], WITHIN_WORD)
        elif not row.gaps[behind - 1] and word[-1:] not in _PAUSES:
            return badness + INNER_TITLE_COST
        if word.strip(_TRIM).lower() in _CLINGING:
            badness += CLINGING_COST
        elif word.rstrip(_TRIM)[-1:] in _PAUSES:
            badness -= PAUSE_GAIN
        elif word[:1].isupper() and row.boxes[behind][:1].isupper():
            badness += NAME_COST
        return badness

    return cost


def raggedness(row: Row, lines: int, *, capital_nouns: bool = False) -> Cost:
    """Return the cost for running text: lines as full as can be, the last one not too short.

    With `capital_nouns`, as in German, a capital does not make a word a name.
    """
    count = len(row.boxes)
    gaps = row.gaps
    runt = RUNT_WITHOUT_SPACES if row.spaceless else RUNT

    def cost(ink: float, measure: float, line: int, first: int, behind: int) -> float:
        if behind < count:
            slack = (measure - ink) / measure
            gap = gaps[behind - 1]
            if gap > 0:
                return slack * slack
            if gap < 0:
                last = LAST_HYPHEN_COST if line == lines - 2 else 0.0
                return slack * slack + last + _parting(row, first, behind, capital_nouns)
            apart = _WITHOUT_SPACES.match(row.boxes[behind - 1][-1])
            return slack * slack + (0.0 if apart else INNER_BREAK_COST)
        badness = LONELY_COST if behind == first + 1 and line else 0.0
        return badness + max(0.0, runt - ink / measure) ** 2

    return cost


def _parting(row: Row, first: int, behind: int, capital_nouns: bool) -> float:
    """Return the cost of ending the line from `first` up to `behind` with a hyphen."""
    cost = HYPHEN_COST
    if first and row.gaps[first - 1] < 0:
        cost += LADDER_COST
    start = behind - 1
    while start and row.gaps[start - 1] < 0:
        start -= 1
    if not capital_nouns and row.boxes[start].lstrip(_TRIM)[:1].isupper():
        cost += PARTED_NAME_COST
    return cost
