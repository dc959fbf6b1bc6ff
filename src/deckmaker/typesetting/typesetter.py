"""The Typesetter: runs of a brand's type become measured lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Literal

from deckmaker.brand import Brand, FontFamily, Voice
from deckmaker.locales import ENGLISH, Locale
from deckmaker.typesetting.bidi import levels
from deckmaker.typesetting.breaking import Reading
from deckmaker.typesetting.coverage import Chain
from deckmaker.typesetting.faces import Face
from deckmaker.typesetting.fitting import (
    Breaks,
    Cost,
    Row,
    even,
    first_fit,
    worst_fit,
)
from deckmaker.typesetting.hyphenation import hyphenator_for
from deckmaker.typesetting.judging import Judge, evenness, raggedness
from deckmaker.typesetting.loosening import loosened
from deckmaker.typesetting.measure import DrawnWidths, SafeWidths, Widths
from deckmaker.typesetting.parting import loosest, parted, total
from deckmaker.typesetting.phrases import senses
from deckmaker.typesetting.rows import Tables, fitted, lay
from deckmaker.typesetting.runs import SOFT_HYPHEN, Font, Line, Run, paragraphs, sliced
from deckmaker.typesetting.shaping import Shaper

Measure = Literal["drawn", "safe"]
_READINGS: dict[Measure, Reading] = {"drawn": "wide", "safe": "narrow"}
_LOOSE = 0.15
"""Lines that leave this share of the measure blank are worth a look for words to part."""
_CAPITAL_NOUNS = frozenset({"de", "lb", "gsw", "nds"})
"""Languages whose nouns have capitals, which so tell nothing of names."""


class Typesetter:
    """Measures text and breaks it into lines, in the faces of one brand.

    All measures are points. It remembers the faces and words it has met: use one for a build.
    """

    def __init__(self, brand: Brand, locale: Locale = ENGLISH, *, lining: bool = False) -> None:
        """Set text of `locale` in the faces of `brand`, with `lining` in lining figures."""
        self._families: dict[Voice, tuple[FontFamily, ...]] = {
            "serif": brand.chain("serif"),
            "sans": brand.chain("sans"),
        }
        self.locale = locale
        self._lining = lining
        self._faces: dict[tuple[Path, int], Face] = {}
        self._shapers: dict[tuple[Path, int], Shaper] = {}
        self._chains: dict[tuple[Voice, bool, bool], Chain] = {}
        self._drawn: dict[Font, Widths] = {}
        self._safe: dict[Font, Widths] = {}

    def face(self, font: Font) -> Face:
        """Return the face that `font` is measured with, read once."""
        return self._face(font.voice, font.bold, font.italic, font.fallback)

    def shaper(self, font: Font) -> Shaper:
        """Return what shapes the words of `font`, made once."""
        key = self.family(font).face(bold=font.bold, italic=font.italic)
        shaper = self._shapers.get(key)
        if shaper is None:
            shaper = Shaper(*key, language=self.locale.tag, lining=self._lining)
            self._shapers[key] = shaper
        return shaper

    def family(self, font: Font) -> FontFamily:
        """Return the family that `font` is set in: the voice's own, or that of its fallback."""
        return self._families[font.voice][font.fallback]

    def width(self, text: str, font: Font) -> float:
        """Return the width of `text` as the PDF draws it, word by word as it is shaped."""
        return self._total(text, font, self._drawn_table)

    def safe_width(self, text: str, font: Font) -> float:
        """Return a width of `text` that neither PowerPoint nor LibreOffice exceeds."""
        return self._total(text, font, self._safe_table)

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
        count = 0
        for offset, part in paragraphs(runs):
            _, breaks = self._broken(self._covered(part), width, 0.0 if offset else indent, measure)
            count += max(1, len(breaks))
        return count

    def balanced(
        self, runs: Sequence[Run], width: float, *, measure: Measure = "safe"
    ) -> tuple[Line, ...]:
        """Break a title or a quotation into the fewest lines, then the most even ones.

        No line ends on an article or a preposition, and no single short word stands alone on the
        last line, where another way exists; breaks after punctuation are preferred.
        """

        def judge(row: Row, lines: int) -> Cost:
            return evenness(row, lines, senses("".join(row.boxes), self.locale.language))

        return self._set(runs, width, 0.0, measure, judge)

    def optimal(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        measure: Measure = "drawn",
        indent: float = 0.0,
    ) -> tuple[Line, ...]:
        """Break running text so that the right edge is least ragged, in as few lines as it takes.

        A last line of a single word is avoided where it can be. Where lines stay much shorter
        than others, drawn text has words parted, by a soft hyphen at the end of the line.
        """
        judge = partial(raggedness, capital_nouns=self.locale.language in _CAPITAL_NOUNS)
        return self._set(runs, width, indent, measure, judge, hyphenated=measure == "drawn")

    def missing(self, text: str, voice: Voice) -> tuple[str, ...]:
        """Return the characters of `text` that no family of the chain of `voice` can show."""
        chain = self._chain(Font(voice, 0))
        return tuple(
            character for character in dict.fromkeys(text) if chain.find(character) is None
        )

    def covers(self, cluster: str, voice: Voice = "sans") -> bool:
        """Tell whether one family of the chain of `voice` has all of a grapheme cluster."""
        return self._chain(Font(voice, 0)).find(cluster) is not None

    def covered(self, run: Run) -> tuple[Run, ...]:
        """Split `run` into runs whose family covers their characters.

        A character that no family covers stays in the voice's own.
        """
        font = run.font
        if font.fallback:
            return (run,)
        chain = self._chain(font)
        if chain.alone(run.text):
            return (run,)
        return tuple(
            replace(run, text=text, font=replace(font, fallback=place) if place else font)
            for place, text in chain.stretches(run.text)
        )

    def _covered(self, runs: list[Run]) -> list[Run]:
        """Return `runs` with each in the family that covers it."""
        if len(runs) == 1:
            return list(self.covered(runs[0]))
        return [part for run in runs for part in self.covered(run)]

    def _set(
        self,
        runs: Sequence[Run],
        width: float,
        indent: float,
        measure: Measure,
        judge: Judge | None,
        *,
        hyphenated: bool = False,
    ) -> tuple[Line, ...]:
        """Break `runs` into lines: by first fit, or placed anew at the least cost."""
        lines: list[Line] = []
        for offset, typed in paragraphs(runs):
            part = self._covered(typed)
            first_indent = 0.0 if offset else indent
            if judge is None:
                row, breaks = self._broken(part, width, first_indent, measure)
            else:
                row = self._row(part, width, first_indent, measure)
                breaks = first_fit(row, width, first_indent)
                if len(breaks) > 1:
                    breaks = even(row, width, first_indent, breaks, judge(row, len(breaks)))
                    if hyphenated and loosest(row, width, first_indent, breaks) > _LOOSE:
                        row, breaks = self._parted(part, row, breaks, width, first_indent, judge)
            made: Iterable[Line] = self._lines(part, row, breaks, offset)
            if measure == "drawn":
                made = self._directed(self._exact(made, row, breaks), part, offset)
            lines.extend(made)
        return tuple(lines)

    def _parted(
        self, runs: list[Run], row: Row, breaks: Breaks, width: float, indent: float, judge: Judge
    ) -> tuple[Row, Breaks]:
        """Return `row` and `breaks`, or others with words parted where these are better."""
        hyphenator = hyphenator_for(self.locale)
        if hyphenator is None:
            return row, breaks
        other = parted(row, runs, self._drawn_table, hyphenator)
        found = first_fit(other, width, indent)
        cost, own_cost = judge(other, len(found)), judge(row, len(breaks))
        if len(found) > 1:
            found = even(other, width, indent, found, cost)
        spent = total(other, width, indent, found, cost)
        better = spent < total(row, width, indent, breaks, own_cost)
        return (other, found) if better else (row, breaks)

    def _broken(
        self, runs: list[Run], width: float, indent: float, measure: Measure
    ) -> tuple[Row, Breaks]:
        """Break what stands between two hard breaks, as a renderer would that sees no hints.

        Fewer places to break never make fewer lines, so the narrow reading bounds all others,
        but where a token is wider than its line and is cut.
        """
        tables = self._tables(measure)
        row = lay(runs, tables, _READINGS[measure])
        if measure == "safe":
            loose = loosened(row, runs, tables, min(width, width - indent))
            if loose is not None:
                return loose.row, worst_fit(loose, width, indent)
        row = fitted(row, runs, tables, width, indent)
        return row, first_fit(row, width, indent)

    def _row(self, runs: list[Run], width: float, indent: float, measure: Measure) -> Row:
        tables = self._tables(measure)
        row = lay(runs, tables, _READINGS[measure])
        limit = min(width, width - indent)
        if row.widest > limit and measure == "drawn":
            hyphenator = hyphenator_for(self.locale)
            whole = parted(row, runs, tables, hyphenator, limit) if hyphenator else row
            if whole.widest <= limit:
                return whole
        return fitted(row, runs, tables, width, indent)

    def _lines(self, runs: list[Run], row: Row, breaks: Breaks, offset: int) -> Iterator[Line]:
        """Yield the lines that `breaks` makes of `row`."""
        if not breaks:
            yield Line((), 0.0, offset, offset)
        first = begin = 0
        for behind in breaks:
            text = "".join(row.boxes[first:behind])
            body = text.rstrip(" ")
            end = begin + len(body)
            if len(runs) == 1:
                pieces = [replace(runs[0], text=body)] if body else []
            else:
                pieces = sliced(runs, begin, end)
            if row.gaps[behind - 1] < 0 and not body.endswith(SOFT_HYPHEN):
                pieces[-1] = replace(pieces[-1], text=pieces[-1].text + SOFT_HYPHEN)
            yield Line(tuple(pieces), row.ink(first, behind), offset + begin, offset + end)
            first, begin = behind, begin + len(text)

    def _exact(self, lines: Iterable[Line], row: Row, breaks: Breaks) -> Iterable[Line]:
        """Return `lines`, drawn, those measured anew that hold or begin with a part of a word.

        Words are drawn whole, and so kerned over the places where a line might have ended.
        """
        gaps = row.gaps
        if min(gaps[:-1], default=1.0) > 0:
            return lines
        found = []
        for line, (first, behind) in zip(lines, pairwise([0, *breaks]), strict=True):
            if min(gaps[max(0, first - 1) : behind - 1], default=1.0) <= 0 or gaps[behind - 1] < 0:
                width = sum(self._drawn_table(run.font).total(run.text) for run in line.runs)
                line = replace(line, width=width)
            found.append(line)
        return found

    def _directed(self, lines: Iterable[Line], runs: list[Run], offset: int) -> Iterable[Line]:
        """Return `lines` of the paragraph of `runs` with the levels of their characters."""
        found = levels("".join([run.text for run in runs]), self.locale.direction)
        if not found:
            return lines
        # What is added to the text of a line, a hyphen, runs as the letter before it.
        parts = ((line, found[line.start - offset : line.end - offset]) for line in lines)
        return [
            replace(line, levels=part + part[-1:] * (len(line.text) - len(part)))
            for line, part in parts
        ]

    def _face(self, voice: Voice, bold: bool, italic: bool, place: int) -> Face:
        key = self._families[voice][place].face(bold=bold, italic=italic)
        face = self._faces.get(key)
        if face is None:
            face = Face(*key, lining=self._lining, language=self.locale.tag)
            self._faces[key] = face
        return face

    def _chain(self, font: Font) -> Chain:
        key = (font.voice, font.bold, font.italic)
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = Chain(
                len(self._families[font.voice]), partial(self._face, *key)
            )
        return chain

    def _total(self, text: str, font: Font, tables: Tables) -> float:
        return sum(tables(run.font).total(run.text) for run in self.covered(Run(text, font)))

    def _tables(self, measure: Measure) -> Tables:
        return self._drawn_table if measure == "drawn" else self._safe_table

    def _drawn_table(self, font: Font) -> Widths:
        table = self._drawn.get(font)
        if table is None:
            table = self._drawn[font] = DrawnWidths(
                self.face(font), self.shaper(font), font.size, font.tracking
            )
        return table

    def _safe_table(self, font: Font) -> Widths:
        table = self._safe.get(font)
        if table is None:
            family, own = self.family(font), replace(font, fallback=0)
            table = self._safe[font] = SafeWidths(
                self.face(font),
                font.size,
                font.tracking,
                family.slack(bold=font.bold, italic=font.italic),
                self.face(own) if own != font and family.name == self.family(own).name else None,
            )
        return table
