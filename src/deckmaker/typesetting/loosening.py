"""A Row becomes a LooseRow where renderers part its tokens differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from deckmaker.typesetting import breaking
from deckmaker.typesetting.breaking import Reading
from deckmaker.typesetting.fitting import TOLERANCE, Border, LooseRow, Row
from deckmaker.typesetting.rows import Tables, row_of
from deckmaker.typesetting.runs import Run
from deckmaker.typesetting.writing import in_dictionary, is_spaceless

_CONJUNCT = re.compile(
    "(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u200d])(?=[\u0900-\u0dff])"
)
"""Within what was one grapheme to Unicode only since 2023: LibreOffice parts letters there."""
_LIGATED = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]")
"""Letters that may be one glyph with the next, which no renderer parts."""
_READINGS: tuple[tuple[Reading, Border], ...] = (
    ("common", Border.COMMON),
    ("wide", Border.UNICODE),
)
Certain = Sequence[float]
"""For each box of a row whether every renderer may end a line behind it: not 0 where it may."""


def loosened(row: Row, runs: Sequence[Run], tables: Tables, limit: float) -> LooseRow | None:
    """Return `row` with every token wider than `limit` points in graphemes.

    A token is what stands between two places that every renderer breaks at: one box, or several
    parted by hyphens, a dictionary and the like. None where no token is wider than its line and
    no dictionary is asked, so that all renderers break alike.
    """
    certain = _certain(row) if row.spaceless else row.gaps
    tokens = [token for token in _tokens(row, certain, limit) if _is_long(row, token, limit)]
    unsure = row.spaceless and any(
        not certain[at] and _is_dictionarys(row, at) for at in range(len(certain) - 1)
    )
    if not tokens and not unsure:
        return None
    boxes = list(row.boxes)
    for first, behind in reversed(tokens):
        boxes[first:behind] = _letters("".join(boxes[first:behind]))
    ends = accumulate(map(len, row.boxes))
    borders = {
        end: Border.SURE
        if certain[at]
        else Border.DICTIONARY
        if unsure and at < len(certain) - 1 and _is_dictionarys(row, at)
        else Border.COMMON
        for at, end in enumerate(ends)
    }
    if tokens:
        text = "".join(boxes)
        for reading, border in _READINGS:
            for end in accumulate(map(len, breaking.boxes(text, reading))):
                borders.setdefault(end, border)
    for end, box in zip(accumulate(map(len, boxes)), boxes, strict=True):
        if box[-1] == " ":  # within a token where Unicode forbids it, and has not always done so
            borders.setdefault(end, Border.COMMON)
    return LooseRow(
        row_of(runs, boxes, tables) if tokens else row,
        [borders.get(end, Border.LETTER) for end in accumulate(map(len, boxes))],
        ligated=bool(tokens) and _LIGATED.search("".join(boxes)) is not None,
    )


def _certain(row: Row) -> Certain:
    """Return where every renderer may end a line: at spaces, and between Chinese characters."""
    certain = list(row.gaps)
    for at in range(len(certain) - 1):
        if not certain[at]:
            before, after = row.boxes[at][-1], row.boxes[at + 1][0]
            certain[at] = is_spaceless(before, after) and not _is_dictionarys(row, at)
    return certain


def _is_dictionarys(row: Row, at: int) -> bool:
    """Tell whether it takes a dictionary to know that a line may end behind the box `at`."""
    return in_dictionary(row.boxes[at][-1], row.boxes[at + 1][0])


def _tokens(row: Row, certain: Certain, limit: float) -> Iterator[tuple[int, int]]:
    """Yield, as ranges of boxes, the tokens of `row` that could be wider than `limit`."""
    count, behind = len(certain), 0
    while behind < count:
        first = behind
        if row.widest <= limit:  # only tokens of several boxes matter
            try:
                first = certain.index(0, behind)
            except ValueError:
                return
        behind = first + 1
        while behind < count and not certain[behind - 1]:
            behind += 1
        yield first, behind


def _is_long(row: Row, token: tuple[int, int], limit: float) -> bool:
    """Tell whether a token, or a word in one that a dictionary parts, is wider than its line."""
    first, behind = token
    if row.ink(first, behind) <= limit + TOLERANCE:
        return False
    words = row.spaceless and all(_is_dictionarys(row, at) for at in range(first, behind - 1))
    return not words or any(row.ink(at, at + 1) > limit + TOLERANCE for at in range(first, behind))


def _letters(token: str) -> list[str]:
    """Return the least pieces that a renderer parts `token` into: graphemes, conjuncts apart."""
    body = token.rstrip(" ")
    letters = [
        part
        for cluster in breaking.graphemes(body)
        for part in (_CONJUNCT.split(cluster) if len(cluster) > 2 else (cluster,))
    ]
    letters[-1] += token[len(body) :]
    return letters
