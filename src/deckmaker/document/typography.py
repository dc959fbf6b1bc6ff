"""Typewriter text becomes typeset text: quotation marks, dashes, ellipses, no-break spaces.

The result is a list of edits rather than a new text, so that marks of emphasis, quotations and
citations keep their places in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.document.marks import NO_BREAK, Marks, marks_of
from deckmaker.document.spacing import GAP, group, high, percent_gap, places, signs
from deckmaker.language.quoting import in_hebrew_word, in_word, may_open
from deckmaker.locales import locale_for

__all__ = ["MINUS", "NO_BREAK", "Edit", "Marks", "edits", "is_plain", "marks_of", "nested"]

EM_DASH, EN_DASH, ELLIPSIS = "—", "–", "…"
PRIME, DOUBLE_PRIME = "′", "″"
GERESH, GERSHAYIM = "׳", "״"
MINUS = "−"

INNER_REACH = 400
"""Letters within which an inner quotation is expected to close."""
_INNER_END = re.compile(r"(?<=[^\s(])'(?![^\W\u0590-\u1cff\u2e80-\ud7ff])")
"""What may close a single mark: no letter behind it, but of a script that needs no space there."""
_ELISION = re.compile(r"'(?:\d0s|\d\d(?!\d)|em|tis|twas|til|cause|cos|n|round|neath)\b", re.I)
_HEBREW = re.compile("[\u05d0-\u05ea]")
_GAP = re.compile(GAP)


class Edit(NamedTuple):
    """Replace the text from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def edits(
    text: str, quotations: Sequence[tuple[int, int, str]], language: str, *, within: bool = False
) -> list[Edit]:
    """Return what typesetting changes in `text`, whose quotations are known; in order.

    `within` says that the text will stand inside a quotation of its own. Web and mail addresses
    stay as they are.
    """
    setting = _Setting(text, quotations, language, within)
    return [
        Edit(match.start(), match.end(), new)
        for match in places(language).finditer(text)
        if (new := setting.of(match)) is not None
    ]


def nested(text: str, language: str) -> str:
    """Return typeset `text` as it stands inside another quotation: its own marks are inner."""
    marks = marks_of(language)
    text = text.replace(marks.opening, marks.inner_opening)
    return text.replace(marks.closing, marks.inner_closing)


def is_plain(text: str, language: str) -> bool:
    """Tell whether `text` holds nothing that typesetting or markup could turn into another."""
    return not signs(language).search(text)


class _Setting:
    """Sets the marks of one text, from its beginning to its end."""

    def __init__(
        self, text: str, quotations: Sequence[tuple[int, int, str]], language: str, within: bool
    ) -> None:
        self._text = text
        self._language = language
        self._marks = marks_of(language)
        self._quotations = quotations
        self._within = within
        self._next = 0
        """The first quotation that does not end before the place that is looked at."""
        self._single: tuple[str, int] | None = None
        """What closes the single mark that stands open, and how far it reaches."""

    def of(self, match: re.Match[str]) -> str | None:
        """Return what stands for `match`, None where it stays."""
        found, at = match[0], match.start()
        match (match.lastgroup or "").rstrip("1234"):
            case "glue":
                return _unbroken(found)
            case "title":
                return None if self._text[match.end()].islower() else _unbroken(found)
            case "group":
                return group(self._language)
            case "percent":
                return percent_gap(self._language)
            case "fold":
                return ""
            case "space":
                return " "
            case "dash":
                return _dash(len(found), self._language)
            case "dots":
                return ELLIPSIS
            case "colon" | "high":
                return high(found, self._language)
            case "opening":
                return self._marks.opening
            case "closing":
                return self._marks.closing
            case "double":
                return self._double(at)
            case "single":
                return self._quote(at)
        return None  # an address

    def _around(self, at: int) -> tuple[int, int]:
        """Return where the quotation begins and ends that `at` is in; nowhere if in none."""
        while self._next < len(self._quotations) and self._quotations[self._next][1] <= at:
            self._next += 1
        if self._next < len(self._quotations):
            start, end, _ = self._quotations[self._next]
            if start <= at:
                return start, end - 1
        return -1, -1

    def _double(self, at: int) -> str:
        """Return what the straight double mark at `at` is."""
        text = self._text
        if in_hebrew_word(text, at):
            return GERSHAYIM
        first, last = self._around(at)
        if at in (first, last):
            return self._pair(inner=self._within)[at == last]
        if text[max(at - 1, 0) : at].isdigit():
            return DOUBLE_PRIME
        pair = self._pair(inner=self._within or first < at < last)
        return pair[0] if may_open(text, at) else pair[1]

    def _pair(self, *, inner: bool) -> tuple[str, str]:
        marks = self._marks
        if inner:
            return marks.inner_opening, marks.inner_closing
        return marks.opening, marks.closing

    def _quote(self, at: int) -> str:
        """Return what the straight single mark at `at` is: apostrophe, prime or a mark."""
        text, marks = self._text, self._marks
        before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
        if before.isdigit() and (after.isdigit() or text[at + 1 : at + 3] == " x"):
            return PRIME
        if _HEBREW.match(before) and _HEBREW.match(after):
            return GERESH
        if self._single is not None and at > self._single[1]:
            self._single = None
        if self._single is not None and not in_word(after) and not before.isspace():
            closing, _ = self._single
            self._single = None
            return closing
        elided = _ELISION.match(text, at)
        if self._single is None and not elided and may_open(text, at):
            end = _INNER_END.search(text, at + 1, at + INNER_REACH)
            if end:
                first, last = self._around(at)
                inside = first < at < last
                pair = (marks.single_opening, marks.single_closing)
                if inside != self._within:  # the second level, not the first or a third
                    pair = self._pair(inner=True)
                self._single = (pair[1], at + INNER_REACH)
                return pair[0]
        return GERESH if _HEBREW.match(before) else marks.apostrophe


def _unbroken(text: str) -> str:
    """Return `text` with spaces that no line ends at; short forms of Hebrew get their marks."""
    return _GAP.sub(NO_BREAK, text).replace('"', GERSHAYIM).replace("'", GERESH)


def _dash(length: int, language: str) -> str:
    """Return what two or three hyphens are; Chinese and Japanese set a dash of two squares."""
    if length < 3:
        return EN_DASH
    return EM_DASH * 2 if locale_for(language).language in {"ja", "zh"} else EM_DASH
