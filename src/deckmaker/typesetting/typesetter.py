"""The Typesetter: runs of a brand's type become measured lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from deckmaker.brand import Brand, FontFamily, Voice
from deckmaker.typesetting import breaking
from deckmaker.typesetting.breaking import Reading
from deckmaker.typesetting.coverage import stretches, uncovered
from deckmaker.typesetting.faces import Face
from deckmaker.typesetting.fitting import TOLERANCE, Breaks, Row, even, first_fit
from deckmaker.typesetting.judging import Judge, evenness, raggedness
from deckmaker.typesetting.measure import DrawnWidths, SafeWidths
from deckmaker.typesetting.runs import Font, Line, Run

Measure = Literal["drawn", "safe"]
_HARD_BREAK = re.compile("\r\n|[\n\v\r\u2028\u2029]")


class Typesetter:
    """Measures text and breaks it into lines, in the faces of one brand.

    All measures are points. It remembers the faces and words it has met: use one for a build.
    """

    def __init__(self, brand: Brand) -> None:
        self._families: dict[Voice, FontFamily] = {"serif": brand.serif, "sans": brand.sans}
        self._faces: dict[tuple[Voice, bool, bool], Face] = {}
        self._drawn: dict[Font, DrawnWidths] = {}
        self._safe: dict[Font, DrawnWidths] = {}

    def face(self, font: Font) -> Face:
        """Return the face that `font` is measured with, read once."""
        return self._face(font.voice, font.bold, font.italic)

    def width(self, text: str, font: Font) -> float:
        """Return the width of `text` as the PDF draws it: the plain sum of unkerned advances."""
        return self._widths(font, "drawn").total(text)

    def safe_width(self, text: str, font: Font) -> float:
        """Return a width of `text` that neither PowerPoint nor LibreOffice exceeds."""
        return self._widths(font, "safe").total(text)

    def lines(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        measure: Measure = "safe",
        indent: float = 0.0,
    ) -> tuple[Line, ...]:
        """Break `runs` by first fit into lines of at most `width` points.

        `indent` shortens the first line of each paragraph. A line feed is a hard break. A token
        wider than the measure is broken inside, at grapheme borders. There is always one line,
        empty where there is no text.
        """
        return self._set(runs, width, indent, measure, None)

    def line_count(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        measure: Measure = "safe",
        indent: float = 0.0,
    ) -> int:
        """Return how many lines `lines` makes, at a part of its cost."""
        return sum(
            max(1, len(breaks)) for _, _, _, breaks in self._broken(runs, width, indent, measure)
        )

    def balanced(
        self, runs: Sequence[Run], width: float, *, measure: Measure = "safe"
    ) -> tuple[Line, ...]:
        """Break a title or a quotation into the fewest lines, then the most even ones.

        No line ends on an article or a preposition, and no single short word stands alone on the
        last line, where another way exists; breaks after punctuation are preferred.
        """
        return self._set(runs, width, 0.0, measure, evenness)

    def optimal(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        measure: Measure = "drawn",
        indent: float = 0.0,
    ) -> tuple[Line, ...]:
        """Break running text so that the right edge is least ragged, in as few lines as it takes.

        A last line of a single word is avoided where it can be.
        """
        return self._set(runs, width, indent, measure, raggedness)

    def missing(self, text: str, voice: Voice) -> tuple[str, ...]:
        """Return the characters of `text` that neither `voice` nor the other voice can show."""
        return uncovered(
            text, self._face(voice, False, False), self._face(_other(voice), False, False)
        )

    def covered(self, run: Run) -> tuple[Run, ...]:
        """Split `run` into runs whose voice covers their characters.

        A character that neither voice covers stays in the run's own.
        """
        font = run.font
        own = self.face(font)
        if own.advances.keys() >= set(run.text):
            return (run,)
        substitute = Font(_other(font.voice), font.size, font.bold, font.italic, font.tracking)
        return tuple(
            Run(text, font if face is own else substitute, run.payload)
            for face, text in stretches(run.text, own, self.face(substitute))
        )

    def _set(
        self,
        runs: Sequence[Run],
        width: float,
        indent: float,
        measure: Measure,
        judge: Judge | None,
    ) -> tuple[Line, ...]:
        """Break `runs` into lines: by first fit, or placed anew at the least cost."""
        lines: list[Line] = []
        for offset, paragraph, row, breaks in self._broken(runs, width, indent, measure):
            if judge is not None and len(breaks) > 1:
                first_indent = 0.0 if offset else indent
                breaks = even(row, width, first_indent, breaks, judge(row, len(breaks)))
            lines.extend(self._lines(paragraph, row, breaks, offset))
        return tuple(lines)

    def _broken(
        self, runs: Sequence[Run], width: float, indent: float, measure: Measure
    ) -> Iterator[tuple[int, list[Run], Row, Breaks]]:
        """Yield each hard-broken part: its offset, its runs, its boxes and its first-fit breaks."""
        for offset, paragraph in _paragraphs(runs):
            if offset:
                indent = 0.0
            if measure == "drawn":
                row = self._row(paragraph, "wide", measure, width, indent)
                yield offset, paragraph, row, first_fit(row, width, indent)
                continue
            row = self._row(paragraph, "narrow", measure, width, indent)
            breaks = first_fit(row, width, indent)
            if row.chopped:
                other = self._row(paragraph, "wide", measure, width, indent)
                other_breaks = first_fit(other, width, indent)
                if len(other_breaks) > len(breaks):
                    row, breaks = other, other_breaks
            yield offset, paragraph, row, breaks

    def _row(
        self, runs: list[Run], reading: Reading, measure: Measure, width: float, indent: float
    ) -> Row:
        """Lay the boxes of `runs` in a row, those wider than the measure chopped."""
        boxes = breaking.boxes("".join([run.text for run in runs]), reading)
        if not boxes:
            return Row([], [], [])
        if len(runs) == 1:
            table = self._widths(runs[0].font, measure)
            widths = list(map(table.__getitem__, boxes))
            space = table[" "]
            gaps = [space if box[-1] == " " else 0.0 for box in boxes]
            if "  " in runs[0].text:
                gaps = [space * (len(box) - len(box.rstrip(" "))) for box in boxes]
        else:
            widths, gaps = self._measured(runs, boxes, measure)
        chopped = max(widths) > min(width, width - indent) and self._chop(
            runs, boxes, widths, gaps, measure, width, indent
        )
        return Row(boxes, list(accumulate(widths)), gaps, chopped)

    def _measured(
        self, runs: list[Run], boxes: list[str], measure: Measure
    ) -> tuple[list[float], list[float]]:
        """Return the widths of `boxes`, which may reach over several runs, and of their spaces."""
        widths: list[float] = []
        gaps: list[float] = []
        rest = iter(runs)
        run = next(rest)
        table, left = self._widths(run.font, measure), len(run.text)
        for box in boxes:
            spaces = len(box) - len(box.rstrip(" "))
            if len(box) <= left:
                left -= len(box)
                widths.append(table[box])
                gaps.append(table[" "] * spaces)
                continue
            width = gap = 0.0
            at = 0
            while at < len(box):
                if not left:
                    run = next(rest)
                    table, left = self._widths(run.font, measure), len(run.text)
                part = box[at : at + left]
                width += table[part]
                gap += table[" "] * max(0, min(spaces, at + len(part) - (len(box) - spaces)))
                at += len(part)
                left -= len(part)
            widths.append(width)
            gaps.append(gap)
        return widths, gaps

    def _chop(
        self,
        runs: list[Run],
        boxes: list[str],
        widths: list[float],
        gaps: list[float],
        measure: Measure,
        width: float,
        indent: float,
    ) -> bool:
        """Cut the boxes wider than their line at grapheme borders, in place; tell if any was."""
        chopped = False
        at = len(boxes)
        for at in range(len(boxes) - 1, -1, -1):
            limit = width if at else width - indent
            if widths[at] - gaps[at] <= limit + TOLERANCE:
                continue
            chopped = True
            start = sum(map(len, boxes[:at]))
            pieces = self._chopped(
                _sliced(runs, start, start + len(boxes[at])), limit, width, measure
            )
            boxes[at : at + 1] = pieces
            new_widths, new_gaps = self._measured(
                _sliced(runs, start, start + sum(map(len, pieces))), pieces, measure
            )
            widths[at : at + 1] = new_widths
            gaps[at : at + 1] = new_gaps
        return chopped

    def _chopped(self, runs: list[Run], limit: float, width: float, measure: Measure) -> list[str]:
        """Cut one token into pieces, the first within `limit`, the others within `width`."""
        pieces: list[str] = []
        text = "".join(run.text for run in runs)
        body = text.rstrip(" ")
        letters = breaking.graphemes(body)
        widths, _ = self._measured(runs, letters, measure)
        piece, filled = "", 0.0
        for letter, advance in zip(letters, widths, strict=True):
            if piece and filled + advance > limit + TOLERANCE:
                pieces.append(piece)
                piece, filled, limit = "", 0.0, width
            piece += letter
            filled += advance
        pieces.append(piece + text[len(body) :])
        return pieces

    def _lines(self, runs: list[Run], row: Row, breaks: Breaks, offset: int) -> Iterator[Line]:
        """Yield the lines that `breaks` makes of `row`."""
        if not breaks:
            yield Line((), 0.0, offset, offset)
        first = begin = 0
        mixed = any(
            table.foreign for tables in (self._drawn, self._safe) for table in tables.values()
        )
        for behind in breaks:
            text = "".join(row.boxes[first:behind])
            body = text.rstrip(" ")
            end = begin + len(body)
            if len(runs) == 1:
                pieces = [Run(body, runs[0].font, runs[0].payload)] if body else []
            else:
                pieces = _sliced(runs, begin, end)
            if mixed:
                pieces = [part for piece in pieces for part in self.covered(piece)]
            yield Line(tuple(pieces), row.ink(first, behind), offset + begin, offset + end)
            first, begin = behind, begin + len(text)

    def _face(self, voice: Voice, bold: bool, italic: bool) -> Face:
        key = (voice, bold, italic)
        face = self._faces.get(key)
        if face is None:
            family = self._families[voice]
            path = (
                (family.bold_italic if italic else family.bold)
                if bold
                else (family.italic if italic else family.regular)
            )
            face = self._faces[key] = Face(path)
        return face

    def _widths(self, font: Font, measure: Measure) -> DrawnWidths:
        tables = self._drawn if measure == "drawn" else self._safe
        table = tables.get(font)
        if table is None:
            own = self.face(font)
            other = self._face(_other(font.voice), font.bold, font.italic)
            kind = DrawnWidths if measure == "drawn" else SafeWidths
            table = tables[font] = kind(own, other, font.size, font.tracking)
        return table


def _other(voice: Voice) -> Voice:
    return "sans" if voice == "serif" else "serif"


def _paragraphs(runs: Sequence[Run]) -> Iterator[tuple[int, list[Run]]]:
    """Yield what stands between hard breaks, with its offset into the joined text."""
    text = "".join([run.text for run in runs])
    start = 0
    for hard in _HARD_BREAK.finditer(text):
        yield start, _sliced(runs, start, hard.start())
        start = hard.end()
    yield start, _sliced(runs, start, len(text)) if start else [run for run in runs if run.text]


def _sliced(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return the pieces of `runs` between two offsets of their joined text."""
    pieces: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            pieces.append(run if len(text) == len(run.text) else Run(text, run.font, run.payload))
        at += len(run.text)
        if at >= end:
            break
    return pieces
