"""The Compositor: spans of the Document become runs, lines and slabs in the memo's styles.

The one place where the memo's text is set and named: every paragraph is an element of the memo's
structure, within the one that its compositor stands in. What draws it is `canvas`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deckmaker.brand import Role, Type
from deckmaker.document.sentences import is_closed
from deckmaker.memo.drawing import Words
from deckmaker.memo.inking import Inking
from deckmaker.memo.slabs import FORBIDDEN, PARTED, SPLIT, Slab
from deckmaker.memo.structure import Details, Element, Numbering, Tag
from deckmaker.memo.styles import Styles, baseline
from deckmaker.richtext import Span, Spans, plain
from deckmaker.typesetting import Line, Run, Typesetter
from deckmaker.typesetting.breaking import boxes
from deckmaker.wording import Wording

_OPENING_MARKS = frozenset("“‘«‹„‚")
"""What may hang in the margin at the beginning of a quotation."""


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
    element: Element = field(default_factory=lambda: Element("Document"))
    """What everything that is set belongs to."""
    sole: bool = False
    """Whether what is set is all of that element, and so needs none of its own."""

    def inside(self, tag: Tag, *, numbering: Numbering = "", title: str = "") -> Compositor:
        """Return a compositor for what belongs to a new part of this one's element."""
        part = Element(tag, self.element, Details(numbering=numbering, title=title))
        return replace(self, element=part, sole=False)

    def listing(self, count: int, *, numbering: Numbering = "") -> Compositor:
        """Return a compositor for `count` entries, which are a list if they are several."""
        return self.inside("L", numbering=numbering) if count > 1 else self

    def entry(self, *, sole: bool = True) -> tuple[Element, Compositor]:
        """Return the label of a new entry, and the compositor of its body.

        The body is one paragraph, unless it is not the `sole` thing that is set.
        """
        if self.element.tag != "L":
            return self.element.part("P"), self
        item = self.element.part("LI")
        return item.part("Lbl"), replace(self, element=item.part("LBody"), sole=sole)

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
        inking = Inking(self.styles, self.setter.locale, self.wording, self.sources)
        quoting = self.element.tag != "BlockQuote"
        return inking.runs(spans, type_, bold=bold, italic=italic, role=role, quoting=quoting)

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
        tag: Tag = "P",
    ) -> list[Slab]:
        """Set running text, ragged right, by default in the measure.

        `hang` is how far the first line stands out to the left, for an opening quotation mark.
        """
        lines = self.setter.optimal(runs, self._width(width), indent=-hang)
        slabs = self.stacked(lines, type_, x=x, before=before, tag=tag)
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
        self,
        runs: Sequence[Run],
        type_: Type,
        tag: Tag,
        *,
        width: float | None = None,
        before: float = 0.0,
    ) -> list[Slab]:
        """Set a heading: balanced lines, never parted."""
        lines = self.setter.balanced(runs, self._width(width), measure="drawn")
        slabs = self.stacked(lines, type_, before=before, tag=tag)
        return [slabs[0], *(replace(slab, penalty=FORBIDDEN) for slab in slabs[1:])]

    def stacked(
        self,
        lines: Sequence[Line],
        type_: Type,
        *,
        x: float | None = None,
        before: float = 0.0,
        tag: Tag = "P",
    ) -> list[Slab]:
        """Stack `lines` as slabs; no page break leaves one of them alone."""
        element = self.element if self.sole else self.element.part(tag)
        at = self.styles.grid.column if x is None else x
        drop = baseline(type_)
        last = len(lines) - 1
        penalties = [
            FORBIDDEN if index in (0, last - 1) else PARTED if line.parts_word else SPLIT
            for index, line in enumerate(lines[:-1])
        ]
        return [
            Slab(type_.leading, (words,), 0.0 if index else before, penalty)
            for index, (words, penalty) in enumerate(
                zip(lined(lines, at, drop, 0.0, element), [0.0, *penalties], strict=True)
            )
        ]

    def rail(
        self, parts: Sequence[tuple[Spans, Type]], beside: Type, label: Element | None = None
    ) -> tuple[tuple[Words, ...], float]:
        """Set `parts` under each other in the rail; return the drawing and its depth.

        The first baseline is that of a line of `beside`, next to which the rail stands. The first
        part is the `label` of what stands there, where that has one.
        """
        grid = self.styles.grid
        marks: list[Words] = []
        y = 0.0
        for spans, type_ in parts:
            if not marks:
                y = baseline(beside) - baseline(type_)
            element = self.element.part("P") if marks or label is None else label
            lines = self.setter.balanced(self.runs(spans, type_), grid.rail, measure="drawn")
            marks += lined(lines, 0.0, y + baseline(type_), type_.leading, element)
            y += type_.leading * len(lines)
        return tuple(marks), y

    def closed(self, spans: Spans) -> Spans:
        """Return `spans` with the language's full stop where no mark closes them."""
        return closed(spans, self.wording.stop)

    def line(self, runs: Sequence[Run]) -> Line:
        """Return `runs` as a single line, however long."""
        return self.setter.lines(runs, _ENDLESS, measure="drawn")[0]

    def _width(self, width: float | None) -> float:
        return self.styles.grid.measure if width is None else width


_ENDLESS = 1e6


def lined(
    lines: Sequence[Line], x: float, y: float, leading: float, element: Element | None
) -> list[Words]:
    """Place `lines` of one element, the first baseline at (x, y), the others `leading` below."""
    begins = [*(line.start for line in lines[1:]), 0]
    return [
        Words(x, y + at * leading, line, element, spaced=begin > line.end)
        for at, (line, begin) in enumerate(zip(lines, begins, strict=True))
    ]


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
