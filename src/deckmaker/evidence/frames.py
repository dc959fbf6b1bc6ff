"""A paragraph goes in; its sentences come out, with their quotations hidden, and what lies between.

What somebody says must not be taken for what is said of them: so each character of a quotation is
hidden, and offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckmaker.language.quoting import MARKS

HIDDEN = "\ue000"
"""Stands for each character of a quotation, so that its words say nothing of who speaks."""
_STOPS = frozenset(".!?…。！？؟۔।॥")
CLOSING = frozenset(MARKS + "'’)]\u00a0\u202f")


def hide(text: str, quotations: Sequence[tuple[int, int]]) -> str:
    """Return `text`, as long as it is, with the words of `quotations`, (start, end), hidden."""
    for start, end in quotations:
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text


def sentences(text: str, hidden: str, titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; one that a quotation closes ends with its mark."""
    start = 0
    for space in re.finditer(r"(?<=[^\s])(?:\s+|(?<=[。！？”」』]))(?=\S)", hidden):
        at = space.start()
        end = at
        while end > start and text[end - 1] in CLOSING:
            end -= 1
        stop = text[end - 1] if end > start else ""
        if stop not in _STOPS or (space.start() == space.end() and stop not in "。！？"):
            continue
        following = text[space.end() : space.end() + 2].lstrip("".join(CLOSING) + "«„“‚¿¡—–- ")
        if following[:1].islower():
            continue
        word = re.split(r"[\s(]", text[start : end - 1])[-1]
        initial = len(word) == 1 or (len(word) == 2 and word[0].isupper()) or "." in word
        if stop == "." and (initial or word.casefold() in titles):
            continue
        yield start, space.end()
        start = space.end()
    yield start, len(text)


def gap_between(hidden: str, a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return how many characters stand between two stretches; a quotation counts as one."""
    low, high = min(a[1], b[1]), max(a[0], b[0])
    return float(len(re.sub(f"{HIDDEN}+", HIDDEN, hidden[low:high]))) if low < high else 0.0
