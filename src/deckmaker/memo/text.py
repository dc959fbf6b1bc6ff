"""The Compositor: spans of the Document become runs, lines and slabs in the memo's styles.

The one place where the memo's text is set; what draws it is `canvas`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from deckmaker.brand import Role, Type
from deckmaker.capitals import capitals
from deckmaker.document.sentences import is_closed
from deckmaker.memo.drawing import Ink, Words
from deckmaker.memo.slabs import FORBIDDEN, PARTED, SPLIT, Slab
from deckmaker.memo.styles import Styles, baseline, superior
from deckmaker.richtext import Span, Spans, plain
from deckmaker.typesetting import Font, Line, Run, Typesetter
from deckmaker.typesetting.breaking import boxes
from deckmaker.wording import Wording

_LEANING = {"serif": frozenset("f”“’‘»«\"'"), "sans": frozenset("f")}
"""What leans over the superior figure close behind it, by voice."""
_APART = 0.09
"""Added between such a character and the citation behind it, em."""
_HALF_BLANK = frozenset("。、，．」』）】》〉！？：；")
"""Marks of Chinese and Japanese on a square that is half blank behind them."""
_BLANK, _BLANK_CENTRED = 0.42, 0.2
"""How much of the blank is taken from such a mark before a citation, em: where the marks stand at
the edge of their square, and where in its middle as in Taiwan."""
_WORD_JOINER = "\u2060"
"""Keeps a citation on the line of what it follows, where lines end between any characters."""
_OPENING_MARKS = frozenset("“‘«‹„‚")
"""A stop behind a citation, with the marks that it closes."""


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets text: what every block function asks for lines and slabs."""

    styles: Styles
    setter: Typesetter
    wording: Wording
    sources: frozenset[str]
    """The keys of the sources that are listed, to which citations can lead."""
    lang: str = "en"
    """The BCP 47 tag of the text, by which the figures of charts are printed."""

    def runs(
        self,
        spans: Spans,
        type_: Type,
        *,
        bold: bool = False,
        italic: bool = False,
        role: Role | None = None,
    ) -> list[Run]:
        """Return `spans` as runs of `type_`; citations become superior figures with links.

        `bold`, `italic` and `role` override the type's for all of them.
        """
        color = self.styles.colors[role or type_.role]
        found: list[Run] = []
        cited = False
        tight = _tight(spans)
        for index, span in enumerate(tight):
            if span.cite is not None:
                found.extend(self._citation(span, type_, after_another=cited))
                cited = True
                continue
            cited = False
            following = tight[index + 1] if index + 1 < len(tight) else None
            slanted, heavy = italic != span.italic, bold or span.bold
            if not self.styles.slanted:
                slanted, heavy = False, heavy or span.italic
            font = _font(type_, heavy, slanted)
            ink = _link(self.styles.link, span.href) if span.href else _ink(color)
            words = capitals(span.text, self.setter.locale) if type_.capitals else span.text
            apart = 0.0
            if following is not None and following.cite is not None:
                apart = self._before_citation(words[-1], type_)
            if apart:
                moved = replace(font, tracking=font.tracking + apart * font.size)
                found += [Run(words[:-1], font, ink), Run(words[-1], moved, ink)]
            else:
                found.append(Run(words, font, ink))
        return found

    def _before_citation(self, last: str, type_: Type) -> float:
        """Return what is added between the character `last` and a citation behind it, em."""
        if last in _LEANING[type_.voice]:
            return _APART
        if last in _HALF_BLANK:
            return -_BLANK_CENTRED if self.setter.locale.script == "Hant" else -_BLANK
        return 0.0

    def words(self, text: str, type_: Type, *, role: Role | None = None) -> list[Run]:
        """Return fixed words as one run of `type_`."""
        return self.runs((Span(text),), type_, role=role) if text else []

    def paragraph(
        self,
        runs: Sequence[Run],
        type_: Type,
        *,
        width: float | None = None,
        x: float | None = None,
        before: float = 0.0,
        hang: float = 0.0,
    ) -> list[Slab]:
        """Set running text, ragged right, by default in the measure.

        `hang` is how far the first line stands out to the left, for an opening quotation mark.
        """
        lines = self.setter.optimal(runs, self._width(width), indent=-hang)
        slabs = self.stacked(lines, type_, x=x, before=before)
        if hang:
            words = tuple(
                replace(mark, x=mark.x - hang) if isinstance(mark, Words) else mark
                for mark in slabs[0].drawing
            )
            slabs[0] = replace(slabs[0], drawing=words)
        return slabs

    def opening_mark(self, runs: Sequence[Run]) -> float:
        """Return the width of the quotation mark that `runs` begin with, to be hung."""
        mark = runs[0].text[:1] if runs else ""
        return self.setter.width(mark, runs[0].font) if mark in _OPENING_MARKS else 0.0

    def heading(
        self, runs: Sequence[Run], type_: Type, *, width: float | None = None, before: float = 0.0
    ) -> list[Slab]:
        """Set a heading: balanced lines, never parted."""
        lines = self.setter.balanced(runs, self._width(width), measure="drawn")
        slabs = self.stacked(lines, type_, before=before)
        return [slabs[0], *(replace(slab, penalty=FORBIDDEN) for slab in slabs[1:])]

    def stacked(
        self, lines: Sequence[Line], type_: Type, *, x: float | None = None, before: float = 0.0
    ) -> list[Slab]:
        """Stack `lines` as slabs; no page break leaves one of them alone."""
        at = self.styles.grid.column if x is None else x
        drop = baseline(type_)
        last = len(lines) - 1
        penalties = [
            FORBIDDEN if index in (0, last - 1) else PARTED if line.parts_word else SPLIT
            for index, line in enumerate(lines[:-1])
        ]
        return [
            Slab(type_.leading, (Words(at, drop, line),), 0.0 if index else before, penalty)
            for index, (line, penalty) in enumerate(zip(lines, [0.0, *penalties], strict=True))
        ]

    def rail(
        self, parts: Sequence[tuple[Spans, Type]], beside: Type
    ) -> tuple[tuple[Words, ...], float]:
        """Set `parts` under each other in the rail; return the drawing and its depth.

        The first baseline is that of a line of `beside`, next to which the rail stands.
        """
        grid = self.styles.grid
        marks: list[Words] = []
        y = 0.0
        for spans, type_ in parts:
            if not marks:
                y = baseline(beside) - baseline(type_)
            for line in self.setter.balanced(self.runs(spans, type_), grid.rail, measure="drawn"):
                marks.append(Words(0.0, y + baseline(type_), line))
                y += type_.leading
        return tuple(marks), y

    def closed(self, spans: Spans) -> Spans:
        """Return `spans` with the language's full stop where no mark closes them."""
        return closed(spans, self.wording.stop)

    def line(self, runs: Sequence[Run]) -> Line:
        """Return `runs` as a single line, however long."""
        return self.setter.lines(runs, _ENDLESS, measure="drawn")[0]

    def _width(self, width: float | None) -> float:
        return self.styles.grid.measure if width is None else width

    def _citation(self, span: Span, type_: Type, *, after_another: bool) -> list[Run]:
        figures, rise = superior(type_)
        font = _font(figures, False, False)
        color = self.styles.colors[figures.role]
        source = span.cite.source if span.cite else ""
        link = f"#{source_target(source)}" if source in self.sources else ""
        comma = [Run(",\u00a0", font, _raised(color, rise))] if after_another else []
        joiner = _WORD_JOINER if self.setter.locale.ideographic and not after_another else ""
        return [*comma, Run(joiner + span.text, font, _raised(color, rise, link))]


_ENDLESS = 1e6


def source_target(key: str) -> str:
    """Return the name of the target that citations of the source `key` lead to."""
    return f"source-{key}"


def closed(spans: Spans, stop: str = ".") -> Spans:
    """Return `spans` with a full stop at the end of their text where no mark closes it."""
    if not stop:
        return spans
    for index in range(len(spans) - 1, -1, -1):
        span = spans[index]
        text = span.text.rstrip()
        if span.cite is not None or not text:
            continue
        if is_closed(text):
            return spans
        stopped = (replace(span, text=text), Span(stop, bold=span.bold, italic=span.italic))
        return (*spans[:index], *stopped, *spans[index + 1 :])
    return spans


def joined(*parts: Spans, by: str = " ") -> Spans:
    """Return the non-empty `parts` one behind the other, parted by `by`."""
    found: Spans = ()
    for part in parts:
        if part:
            found = (*found, Span(by), *part) if found else part
    return found


def unbroken(text: str) -> Sequence[str]:
    """Return the pieces of `text` between which a line may end, with the spaces behind them."""
    if text.isascii():
        return [f"{word} " for word in text.split()]
    return boxes(" ".join(text.split("\n")), "wide")


def text_of(spans: Spans) -> str:
    """Return the text of `spans` on one line, as outlines and properties show it."""
    return " ".join(plain(spans).split())


def _tight(spans: Spans) -> list[Span]:
    """Drop the spaces before citations and whatever parts neighbouring ones."""
    found: list[Span] = []
    for index, span in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        if span.cite is None and following is not None and following.cite is not None:
            text = span.text.rstrip(" ")
            if found and found[-1].cite is not None and text in ("", ","):
                continue
            span = replace(span, text=text)
        if span.text:
            found.append(span)
    return found


@cache
def _font(type_: Type, bold: bool, italic: bool) -> Font:
    return Font(type_.voice, type_.size, bold or type_.bold, italic != type_.italic, type_.tracking)


@cache
def _ink(color: str) -> Ink:
    return Ink(color)


@cache
def _raised(color: str, rise: float, link: str = "") -> Ink:
    return Ink(color, rise, link)


def _link(color: str, href: str) -> Ink:
    return Ink(color, link=href, underline=True)
