"""Spans become measured paragraphs: how wide and how high text will stand on a slide.

A line is 1.2 em high: in shapes that is what both programs do, in table cells the leading is
stated. Widths are the typesetter's safe ones, so that a line never breaks earlier in PowerPoint
than it does here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckmaker.deck.model import Ink, Paragraph, Style
from deckmaker.deck.scripts import has_no_italics
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Font, Line, Measure, Run, Typesetter
from deckmaker.typesetting.breaking import boxes

RUNT = 0.34
"""A last line shorter than this part of the measure looks stranded."""
RUNT_LINES = 5
"""A longer paragraph may end as it likes."""
KERNED = 1.02
"""How much wider than its box text is set, as it were, where kerning draws it together."""
NARROWING = 8.0
"""The steps in which a box is narrowed, points."""
NARROWEST = 0.5
ROUNDING = 0.1
REMEMBERED = 4096
FEWEST_LETTERS = 4
"""A column of text without spaces is as wide as so many letters at least."""
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")


def inks(spans: Spans, style: Style) -> tuple[Ink, ...]:
    """Return the inks of `spans` in `style`, citation marks left out."""
    return tuple(
        Ink(span.text, _marked(span, style), span.href, span.lang)
        for span in spans
        if span.cite is None and span.text
    )


def _marked(span: Span, style: Style) -> Style:
    """Return `style` as the marks of `span` change it, and as its script can be set.

    Where there are no italics, what they emphasise is bold, and a style of italics upright.
    """
    italic = style.italic != span.italic
    if italic and has_no_italics(span.text):
        return replace(style, bold=style.bold or span.bold or span.italic, italic=False)
    if span.bold or span.italic:
        return replace(style, bold=style.bold or span.bold, italic=italic)
    return style


def paragraph(spans: Spans | str, style: Style, *, before: float = 0.0) -> Paragraph:
    """Return one paragraph of `spans` in `style`."""
    runs = inks((Span(spans),) if isinstance(spans, str) else spans, style)
    return Paragraph(runs, before=before)


def muted(para: Paragraph) -> Paragraph:
    """Return `para` in the colour of what is said again or beside."""
    return replace(
        para, inks=tuple(replace(ink, style=replace(ink.style, role="muted")) for ink in para.inks)
    )


def words_of(text: str) -> Iterator[str]:
    """Yield what a column must hold whole: words; of scripts without spaces a few letters."""
    for word in text.split():
        if word.isascii() or not _WITHOUT_SPACES.search(word):
            yield word
            continue
        piece = ""
        for box in boxes(word, "narrow"):
            piece += box
            if len(piece) >= FEWEST_LETTERS:
                yield piece
                piece = ""
        if piece:
            yield piece


def line_of(para: Paragraph) -> float:
    """Return the height of the lines of a paragraph, points: its largest type decides."""
    return max((ink.style.line for ink in para.inks), default=0.0)


def text_of(para: Paragraph) -> str:
    """Return the words of a paragraph."""
    return "".join(ink.text for ink in para.inks)


def in_tongues(para: Paragraph) -> tuple[Ink, ...]:
    """Return the inks of a paragraph in which words of another language stand; else nothing."""
    return para.inks if any(ink.lang for ink in para.inks) else ()


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures paragraphs of the deck with the brand's fonts."""

    typesetter: Typesetter
    _counted: dict[tuple[Paragraph, float], int] = field(default_factory=dict, repr=False)
    """The paragraphs measured last: one is asked for several times while its block is planned."""

    def lines(self, para: Paragraph, width: float, measure: Measure = "safe") -> tuple[Line, ...]:
        """Return the lines that `para` breaks into, at worst, within `width` points.

        With another `measure` than the safe one: those that it is likely to break into.
        """
        runs = _runs(para.inks)
        if not runs:
            return ()
        return self.typesetter.lines(
            runs, width - para.left - para.hang, measure=measure, indent=-_outdent(para)
        )

    def count(self, para: Paragraph, width: float) -> int:
        """Return how many lines `para` makes, at worst, within `width` points; one at least."""
        found = self._counted.get((para, width))
        if found is None:
            if len(self._counted) > REMEMBERED:
                self._counted.clear()
            found = self._counted[para, width] = self.typesetter.line_count(
                _runs(para.inks), width - para.left - para.hang, indent=-_outdent(para)
            )
        return found

    def height(self, paragraphs: Sequence[Paragraph], width: float) -> float:
        """Return the height of `paragraphs` in a shape `width` points wide, points."""
        total = 0.0
        for number, para in enumerate(paragraphs):
            total += para.before if number else 0.0
            total += self.count(para, width) * line_of(para)
        return total

    def width(self, para: Paragraph) -> float:
        """Return the width of `para` on a single line, points."""
        return sum(self.typesetter.safe_width(ink.text, _font(ink.style)) for ink in para.inks)

    def longest_word(self, para: Paragraph) -> float:
        """Return the width of the widest word of `para`, points."""
        return max(
            (
                self.typesetter.safe_width(word, _font(ink.style))
                for ink in para.inks
                for word in words_of(ink.text)
            ),
            default=0.0,
        )

    def balanced(self, para: Paragraph, width: float) -> Paragraph:
        """Return `para` with breaks that leave its lines about even, in as few as possible."""
        lines = self.typesetter.balanced(_runs(para.inks), width)
        if len(lines) < 2:
            return para
        return replace(para, inks=_joined(lines))

    def narrowed(self, paragraphs: Sequence[Paragraph], width: float) -> float:
        """Return the width at which no short last line is left, `width` where there is none.

        The box is narrowed, as CSS does for balanced text, rather than broken by hand: text of
        the body stays easy to edit. No paragraph takes more lines for it.
        """
        counts = [self.count(para, width) for para in paragraphs]
        broken = [(p, n) for p, n in zip(paragraphs, counts, strict=True) if 1 < n <= RUNT_LINES]
        others = [
            (p, n) for p, n in zip(paragraphs, counts, strict=True) if not 1 < n <= RUNT_LINES
        ]
        if not any(self._ends_short(para, width, self.lines(para, width)) for para, _ in broken):
            return width
        narrow = width
        while (narrow := narrow - NARROWING) > width * NARROWEST:
            if any(self.count(para, narrow) != count for para, count in others):
                return width
            found = [(para, self.lines(para, narrow)) for para, _ in broken]
            if [len(lines) for _, lines in found] != [count for _, count in broken]:
                return width
            if not any(self._ends_short(para, narrow, lines) for para, lines in found):
                return self._tight(paragraphs, narrow)
        return width

    def _tight(self, paragraphs: Sequence[Paragraph], width: float) -> float:
        """Return the width of the widest line at `width`: there is no room for a word more."""
        return ROUNDING + max(
            line.width + para.left + para.hang
            for para in paragraphs
            for line in self.lines(para, width)
        )

    def _ends_short(self, para: Paragraph, width: float, lines: Sequence[Line]) -> bool:
        """Tell whether the last of several `lines` looks stranded, at worst or in all likelihood.

        Real lines are a little shorter than safe ones: a word of the last may fit the one above.
        """
        last = lines[-1].width / width
        if not RUNT < last < 2 * RUNT:
            return last <= RUNT
        real = self.lines(para, width * KERNED, "drawn")
        return len(real) > 1 and real[-1].width <= RUNT * width


def _outdent(para: Paragraph) -> float:
    """Return how far the first line reaches out; a bullet takes that room from its text."""
    return 0.0 if para.bullet else para.hang


def _font(style: Style) -> Font:
    return Font(style.voice, style.size, style.bold, style.italic, style.tracking)


def _runs(parts: Sequence[Ink]) -> tuple[Run, ...]:
    return tuple(Run(ink.text, _font(ink.style), ink) for ink in parts if ink.text)


def _joined(lines: Sequence[Line]) -> tuple[Ink, ...]:
    """Return the inks of broken lines, with a line break at the end of all but the last."""
    result: list[Ink] = []
    for number, line in enumerate(lines):
        for run in line.runs:
            ink = run.payload
            assert isinstance(ink, Ink)  # noqa: S101  (we put it there)
            result.append(replace(ink, text=run.text))
        if number < len(lines) - 1:
            result[-1] = replace(result[-1], text=result[-1].text + "\n")
    return tuple(result)


def sliced(parts: Sequence[Ink], start: int, end: int) -> tuple[Ink, ...]:
    """Return the inks between two offsets of the whole text, outer spaces trimmed."""
    result: list[Ink] = []
    offset = 0
    for ink in parts:
        piece = ink.text[max(0, start - offset) : max(0, end - offset)]
        offset += len(ink.text)
        if piece:
            result.append(replace(ink, text=piece))
    while result and not result[0].text.strip():
        result.pop(0)
    while result and not result[-1].text.strip():
        result.pop()
    if result:
        result[0] = replace(result[0], text=result[0].text.lstrip())
        result[-1] = replace(result[-1], text=result[-1].text.rstrip())
    return tuple(result)
