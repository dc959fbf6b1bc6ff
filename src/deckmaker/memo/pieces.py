"""A line becomes pieces: text of one font, ink and direction, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from deckmaker.locales import Direction
from deckmaker.typesetting import Line, Run
from deckmaker.typesetting.bidi import marks, stretches
from deckmaker.typesetting.shaping import BREAK_ALLOWED, HYPHEN


class Piece(NamedTuple):
    """Text as it was typed."""

    run: Run
    rtl: bool
    """Whether it runs to the left: then its right end is its beginning."""
    turn: int
    """When it is read: pieces that stand one behind the other may be read in another order."""


def pieces(line: Line, page: Direction) -> Iterable[Piece]:
    """Return the pieces of `line` from left to right, on a page that runs as `page` does.

    Where it helps readers to put the text together again, invisible characters are added.
    """
    if line.levels:
        return _ordered(line, page)
    runs = line.runs
    if runs and runs[-1].text.endswith(HYPHEN):
        runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text + BREAK_ALLOWED))
    return [Piece(run, False, turn) for turn, run in enumerate(runs)]


def _ordered(line: Line, page: Direction) -> Iterator[Piece]:
    """Yield the pieces of a line that does not run to the right throughout."""
    text = "".join(run.text for run in line.runs)
    levels = line.levels[: len(text)]
    letters = [(letter, at) for at, run in enumerate(line.runs) for letter in run.text]
    laid = [(*letter, level) for letter, level in zip(letters, levels, strict=True)]
    for mark in reversed(marks(text, levels, page)):
        laid.insert(mark.at + 1, (mark.text, laid[mark.at][1], mark.level))
    for start, end, level in stretches(bytes(level for *_, level in laid)):
        rtl, turn = level % 2 == 1, start
        within: list[Piece] = []
        for at, part in groupby(laid[start:end], key=lambda one: one[1]):
            letters_of = "".join(letter for letter, *_ in part)
            within.append(Piece(replace(line.runs[at], text=letters_of), rtl, turn))
            turn += len(letters_of)
        yield from (reversed(within) if rtl else within)
