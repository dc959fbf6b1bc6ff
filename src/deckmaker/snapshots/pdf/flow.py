"""The lines of all pages become paragraphs, by where they stand and how large they are.

A paragraph ends where the next line stands further off than usual, is of another size, is indented,
begins an item, or would have had its first word taken into the line before. It goes on over the end
of a column or page where its last line is full and nothing else begins.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deckmaker.snapshots.pdf.hyphens import Joining
from deckmaker.snapshots.pdf.letters import Piece

_SIZE = 0.08
"""The share by which sizes may differ that count as one."""
_GAP = 0.16
"""Of the size of letters: how much more than usual parts two paragraphs."""
_INDENT = 0.7
"""Of the size of letters."""
_SLACK = 0.55
"""Of the size of letters: what a line may be short of the next word and a space, and is full."""
_HEADING = 1.12
"""Times the size of the body: such lines are set for looks, and short ones prove nothing."""
_LEAST_LINE = 12.0
"""Sizes of letters: a line that is shorter proves nothing by being full."""
_COMMON = 0.15
"""The share of lines that makes a distance a usual one."""
_LOOSER = 1.1
"""By how much lines of another size may stand wider apart than those of the body."""
_CLOSING = re.compile(r"[.!?:;…。！？؟।][\"'”’»«“‘)\]]*$|[.!?…。！？][\])}\"”’»]*\s*@?\d*$")
_BULLET = re.compile(r"[•▪■●○◦‣⁃\uf000-\uf0ff\ue000-\ue0ff](?:\s+|(?=\w))")
_LABEL = re.compile(r"(?:[-–—*]|\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)]|\d+(?:\.\d+)+\.?)\s+\S")
_WIDE_LETTERS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_THAI = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@dataclass(slots=True)
class _Column:
    """Lines that follow each other down a page."""

    lines: list[Piece] = field(default_factory=list)
    goes_left: bool = False
    near: float = 0.0
    """Where lines begin, in the direction of reading."""
    far: float = 0.0

    def begin(self, line: Piece) -> float:
        return -line.right if self.goes_left else line.left

    def end(self, line: Piece) -> float:
        return -line.left if self.goes_left else line.right

    def measure(self) -> None:
        self.goes_left = sum(line.goes_left for line in self.lines) * 2 > len(self.lines)
        self.near = min(map(self.begin, self.lines))
        self.far = max(map(self.end, self.lines))

    def room(self, line: Piece) -> float:
        """Return how much of a line is left empty at its end."""
        return self.far - self.end(line)


@dataclass(slots=True)
class _Paragraph:
    """Lines that make one paragraph, and the column of the last of them."""

    lines: list[Piece]
    column: _Column
    opens: bool
    """Whether nothing of its size stands above it in its column."""

    @property
    def size(self) -> float:
        return self.lines[0].size


def flow(pages: Sequence[Sequence[Piece]]) -> Iterator[str]:
    """Yield the text of each paragraph on `pages`, whose lines come in the order of reading."""
    columns = [column for page in pages for column in _columns(page)]
    lines = [line for column in columns for line in column.lines]
    if not lines:
        return
    _widen(columns)
    body = _body_size(lines)
    breaks = _Breaks(_leading(columns, body), body)
    parted = [part for column in columns for part in _parted(column, breaks)]
    joining = Joining([line.text for line in lines])
    for paragraph in _over_pages(parted, body):
        text = joining.joined(line.text for line in paragraph.lines)
        yield " ".join(
            _BULLET.sub("", text, count=1).split() if _BULLET.match(text) else text.split()
        )


def _columns(page: Sequence[Piece]) -> Iterator[_Column]:
    column = _Column()
    for line in page:
        if column.lines and not _is_below(column.lines[-1], line):
            column.measure()
            yield column
            column = _Column()
        column.lines.append(line)
    if column.lines:
        column.measure()
        yield column


def _is_below(one: Piece, other: Piece) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    return other.baseline < one.baseline - 0.3 * other.size and shared > 0.4 * narrower


def _widen(columns: Sequence[_Column]) -> None:
    """Let a column reach as far as another that begins where it does: one line tells no width."""
    ends: defaultdict[tuple[bool, int], list[_Column]] = defaultdict(list)
    for column in columns:
        ends[column.goes_left, round(column.near / 3)].append(column)
    for alike in ends.values():
        farthest = sorted(column.far for column in alike for _ in column.lines)
        usual = farthest[int(len(farthest) * 0.9)]
        for column in alike:
            column.far = max(column.far, usual)


def _body_size(lines: Sequence[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0]


def _leading(columns: Sequence[_Column], body: float) -> dict[int, float]:
    """Return the usual distance of lines for each size in half points."""
    seen: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for one, other in zip(column.lines, column.lines[1:], strict=False):
            if _alike(one.size, other.size):
                distance = round((one.baseline - other.baseline) * 4) / 4
                if distance < 2.5 * one.size:
                    seen[round(one.size * 2)][distance] += 1
    usual = {}
    for size, distances in seen.items():
        least = _COMMON * sum(distances.values())
        usual[size] = min(d for d, count in distances.items() if count >= min(least, 20))
    # Where all lines of a size are headings of one line, they tell the distance of headings.
    ratio = usual.get(round(body * 2), 1.25 * body) / body
    return {size: min(found, _LOOSER * ratio * size / 2) for size, found in usual.items()}


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= _SIZE * max(one, other)


def _parted(column: _Column, breaks: _Breaks) -> Iterator[_Paragraph]:
    """Yield the paragraphs of one column."""
    lines = column.lines
    begun = [lines[0]]
    sizes: list[float] = []
    for at in range(1, len(lines)):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if breaks.part(column, begun, lines[at], after):
            yield _Paragraph(begun, column, not any(s >= begun[0].size * 0.9 for s in sizes))
            sizes.append(begun[0].size)
            begun = []
        begun.append(lines[at])
    yield _Paragraph(begun, column, not any(s >= begun[0].size * 0.9 for s in sizes))


@dataclass(frozen=True, slots=True)
class _Breaks:
    """Tells where a paragraph ends within a column."""

    leading: dict[int, float]
    body: float

    def part(
        self, column: _Column, begun: Sequence[Piece], line: Piece, after: Piece | None
    ) -> bool:
        """Whether `line` begins a paragraph, after the lines `begun` and before `after`."""
        last = begun[-1]
        if not _alike(last.size, line.size) or self._stands_off(last, line):
            return True
        if _BULLET.match(line.text) or " | " in last.text or " | " in line.text:
            return True
        ended = self._ended(column, last, line)
        if _LABEL.match(line.text) and (ended or _hangs(column, line, after)):
            return True
        if last.fonts[0] == last.fonts[1] != line.fonts[0] and _fits(column, last, line):
            return True
        return ended or self._is_indented(column, begun, line, after)

    def _stands_off(self, last: Piece, line: Piece) -> bool:
        usual = self.leading.get(round(line.size * 2), 1.25 * line.size)
        return last.baseline - line.baseline > usual + _GAP * line.size

    def _ended(self, column: _Column, last: Piece, line: Piece) -> bool:
        """Whether the first word of `line` would have stood in the line before."""
        if not _fits(column, last, line):
            return False
        if _CLOSING.search(last.text):
            return True
        if last.size > _HEADING * self.body:
            return False
        share = column.room(last) / max(column.far - column.near, 1.0)
        return share > (0.5 if line.text[:1].islower() else 0.12)

    def _is_indented(
        self, column: _Column, begun: Sequence[Piece], line: Piece, after: Piece | None
    ) -> bool:
        """Whether `line` begins further in or out than a paragraph goes on."""
        last = begun[-1]
        if _is_centred(last, line):
            return False
        step = column.begin(line) - column.begin(last)
        least = _INDENT * line.size
        if step > least:
            if len(begun) == 1 and (_BULLET.match(last.text) or _LABEL.match(last.text)):
                return False
            hangs = after is None or abs(column.begin(after) - column.begin(line)) < least
            return not (len(begun) == 1 and hangs)
        return step < -least and len(begun) > 1


def _fits(column: _Column, last: Piece, line: Piece) -> bool:
    """Whether the line before had room for the first word of `line`."""
    word = line.first_word
    if _WIDE_LETTERS.match(line.text):
        word = line.size
    elif _THAI.match(line.text):
        word = min(word, 4 * line.size)
    return column.room(last) > word + (0.25 + _SLACK) * line.size


def _hangs(column: _Column, line: Piece, after: Piece | None) -> bool:
    """Whether the text behind a label goes on further in."""
    return after is not None and column.begin(after) - column.begin(line) > _INDENT * line.size


def _is_centred(one: Piece, other: Piece) -> bool:
    shift = abs(one.left + one.right - other.left - other.right) / 2
    return shift < 0.3 * one.size and abs(one.left - other.left) > shift + 0.3 * one.size


def _over_pages(parted: Sequence[_Paragraph], body: float) -> list[_Paragraph]:
    """Return the paragraphs with those that go on in the next column or page as one.

    Notes at the foot of a page, which are small, do not come between.
    """
    found: list[_Paragraph] = []
    last: _Paragraph | None = None
    for paragraph in parted:
        small = paragraph.size < body * (1 - _SIZE)
        if last is not None and not small and _goes_on(last, paragraph):
            last.lines += paragraph.lines
            last.column = paragraph.column
            continue
        found.append(paragraph)
        if not small:
            last = paragraph
    return found


def _goes_on(last: _Paragraph, paragraph: _Paragraph) -> bool:
    """Whether a paragraph at the head of a column is the rest of the one before."""
    end, begin = last.lines[-1], paragraph.lines[0]
    column = paragraph.column
    if last.column is column or not paragraph.opens or not _alike(last.size, paragraph.size):
        return False
    if _BULLET.match(begin.text) or _LABEL.match(begin.text) or " | " in end.text + begin.text:
        return False
    if end.text.endswith(":") and begin.text[:1].isupper():
        return False
    higher = begin.page > end.page or begin.baseline > end.baseline
    open_ended = not _CLOSING.search(end.text) and begin.text[:1].islower()
    indented = len(column.lines) > 1 and column.begin(begin) - column.near > _INDENT * begin.size
    if open_ended:
        return higher or not _fits(last.column, end, begin)
    long = end.right - end.left > _LEAST_LINE * end.size
    return higher and long and not indented and not _fits(last.column, end, begin)
