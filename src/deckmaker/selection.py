"""The rules that a user asks for or waves away become a value that tells which are shown.

A rule is named by its id or by how it begins: `Q` means all of quotations, `Q01` one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_COMMAS = "part rules with commas"
CLOSE = 0.6
"""How alike an id of another group must be to be what was meant: as `O01` is to `Q01`."""


class SelectionError(ValueError):
    """No rule begins as the user wrote; `hint` says what may have been meant."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Selection:
    """Beginnings of ids: of the rules that are wanted, all where empty, and of those that are not.

    The longer beginning wins: `--select Q01 --ignore Q` leaves Q01 alone. Of two that are alike,
    the rule is not shown.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def shows(self, rule: str) -> bool:
        """Tell whether what `rule` finds is wanted."""
        wanted = _longest(self.select, rule) if self.select else 0
        return wanted > _longest(self.ignore, rule)


def read_selection(select: Iterable[str], ignore: Iterable[str], known: Iterable[str]) -> Selection:
    """Return what a user typed, each word one beginning or several with commas between.

    Raises SelectionError where no rule in `known` begins so.
    """
    ids = tuple(known)
    return Selection(_beginnings(select, ids), _beginnings(ignore, ids))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the id in `known` that is most like `word`; an empty text where none is."""

    def likeness(rule: str) -> float:
        return SequenceMatcher(None, rule, asked).ratio()

    asked, ids = word.upper(), tuple(known)
    akin = [rule for rule in ids if rule[:1] == asked[:1]]
    return max(akin or [rule for rule in ids if likeness(rule) > CLOSE], key=likeness, default="")


def _beginnings(words: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    given: list[str] = []
    for word in words:
        each = [one.strip().upper() for one in word.split(",")]
        if not any(each):
            what = f"`{word}`" if word.strip() else "an empty text"
            raise SelectionError(f"{what} names no rule", f"{_COMMAS}: `Q,A05`")
        given += filter(None, each)
    for beginning in given:
        if not any(rule.startswith(beginning) for rule in known):
            raise SelectionError(f"no rule begins with `{beginning}`", _hint(beginning, known))
    return tuple(dict.fromkeys(given))


def _hint(beginning: str, known: tuple[str, ...]) -> str:
    """Return what to write instead of a text that is the beginning of no id."""
    parts = re.findall(r"[^\W_]+", beginning)
    if re.search(r"[^\W_][\W_]+[^\W_]", beginning):
        right = all(any(rule.startswith(part) for rule in known) for part in parts)
        return f"{_COMMAS}: `{','.join(parts) if right else 'Q,A05'}`"
    if "".join(parts) != beginning and any(rule.startswith("".join(parts)) for rule in known):
        whole = "".join(parts) or "Q"
        return f"the beginning alone means all that begin so: `{whole}`; {_COMMAS}: `Q,A05`"
    close = nearest(beginning, known)
    return f"did you mean `{close}`?" if close else "list the rules: deckmaker rule"


def _longest(beginnings: tuple[str, ...], rule: str) -> int:
    """Return the length of the longest of `beginnings` that `rule` has, -1 where it has none."""
    return max((len(one) for one in beginnings if rule.startswith(one)), default=-1)
