"""A line becomes pieces: text of one font, ink and direction, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from deckmaker.locales import Direction
from deckmaker.typesetting import Line, Run
from deckmaker.typesetting.bidi import marks, stretches
from deckmaker.typesetting.shaping import BREAK_ALLOWED, HYPHEN

Piece = tuple[Run, bool]
"""Text as it was typed, and whether it runs to the left: then its right end is its beginning."""


def pieces(line: Line, page: Direction) -> Iterable[Piece]:
    """Return the pieces of `line` from left to right, on a page that runs as `page` does.

    Where it helps readers to put the text together again, invisible characters are added.
    """
    if line.levels:
        return _ordered(line, page)
    runs = line.runs
    if runs and runs[-1].text.endswith(HYPHEN):
        runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text + BREAK_ALLOWED))
    return [(run, False) for run in runs]


def _ordered(line: Line, page: Direction) -> Iterator[Piece]:
    """Yield the pieces of a line that does not run to the right throughout."""
    text = "".join(run.text for run in line.runs)
    levels = line.levels[: len(text)]
    letters = [(letter, at) for at, run in enumerate(line.runs) for letter in run.text]
    laid = [(*letter, level) for letter, level in zip(letters, levels, strict=True)]
    for mark in reversed(marks(text, levels, page)):
        laid.insert(mark.at + 1, (mark.text, laid[mark.at][1], mark.level))
    for start, end, level in stretches(bytes(level for *_, level in laid)):
        parted = groupby(laid[start:end], key=lambda one: one[1])
        within = [replace(line.runs[at], text="".join(c for c, *_ in part)) for at, part in parted]
        rtl = level % 2 == 1
        yield from ((run, rtl) for run in (reversed(within) if rtl else within))
