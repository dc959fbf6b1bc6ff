"""What stands over a slide's body: title, kicker and marking, measured before anything else.

A title is set in at most two lines; a longer one, up to four, pushes the body down. Beyond that
nothing is shrunk or cut: it is the author's to shorten, and the error says where.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.capitals import capitals
from deckmaker.deck.geometry import (
    BODY,
    BODY_BOTTOM,
    BODY_TOP,
    MARK_INSET,
    TITLE_LINES,
    TITLE_WIDTH,
)
from deckmaker.deck.limits import LABEL, SHORT, TITLE, too_long
from deckmaker.deck.model import Paragraph
from deckmaker.deck.styles import Styles
from deckmaker.deck.text import Ruler, paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Front, Marking
from deckmaker.locales import locale_for
from deckmaker.richtext import Span, Spans, plain
from deckmaker.wording import Wording

MARKING_WIDTH_MOST = 240.0
CUT = "…"
WIDEST_PARTS = (88, 888, 8888)
"""The part numbers that a title is measured with; hardly a block fills a hundred slides."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title before it is numbered, with the body that it leaves."""

    title: Spans
    lines: int
    body: Box


@dataclass(frozen=True, slots=True)
class Headings:
    """Measures and sets what stands over the bodies of one deck."""

    ruler: Ruler
    styles: Styles
    wording: Wording

    def measure(self, title: Spans, path: Path, widest: int) -> Heading:
        """Return the title of a block measured with its longest part number, maybe a line more.

        `path` is that of the block; `widest` is a number of as many digits as there may be parts,
        1 where the block is to stand on one slide and its title without a number.
        """
        lines = max(
            self.ruler.count(paragraph(words, self.styles.title), TITLE_WIDTH)
            for words in (title, *((self._numbered(title, widest, widest),) if widest > 1 else ()))
        )
        TITLE.check(lines, (*path, "title"))
        extra = max(0, lines - TITLE_LINES) * self.styles.title.line
        body = BODY.at(y=BODY_TOP + extra, height=BODY_BOTTOM - BODY_TOP - extra)
        return Heading(title, lines, body)

    def title(self, title: Spans, part: int, parts: int) -> Paragraph:
        """Return a title with its part number, broken into even lines by line feeds."""
        words = title if parts == 1 else self._numbered(title, part, parts)
        return self.ruler.balanced(paragraph(words, self.styles.title), TITLE_WIDTH)

    def title_box(self, heading: Heading, usual: Box) -> Box | None:
        """Return the box of a title too long for the layout's own, None where that will do."""
        if heading.lines <= TITLE_LINES:
            return None
        return usual.at(height=heading.lines * self.styles.title.line)

    def kicker_box(self, label: str, path: Path, usual: Box) -> Box | None:
        """Return a box for a label of two lines, growing upwards; None where one line holds it."""
        lines = self.ruler.count(
            paragraph(capitals(label, locale_for(self.wording.lang)), self.styles.kicker),
            usual.width,
        )
        LABEL.check(lines, (*path, "section"))
        if lines == 1:
            return None
        extra = self.styles.kicker.line
        return usual.at(y=usual.y - extra, height=usual.height + extra)

    def running_title(self, front: Front, width: float) -> str:
        """Return what stands at the foot of every slide, on one line of `width` points.

        A title that stands in for it, being too long, is cut behind a word.
        """
        para = paragraph(front.short, self.styles.folio)
        lines = self.ruler.count(para, width)
        if lines > 1 and front.short == plain(front.title):
            room = width - self.ruler.width(paragraph(CUT, self.styles.folio))
            return f"{self.ruler.lines(para, room)[0].text.rstrip()}{CUT}"
        SHORT.check(lines, ("meta", "short"))
        return front.short

    def marking_width(self, marking: Marking | None) -> float:
        """Return the width of the marking's chip in points, 0 where there is no marking."""
        if marking is None:
            return 0.0
        width = self.ruler.width(paragraph(marking.text, self.styles.marking)) + 2 * MARK_INSET
        if width > MARKING_WIDTH_MOST:
            raise too_long(
                "M04",
                "this marking is too long for the chip on every slide",
                ("meta", "marking"),
                "shorten it to about 35 characters",
            )
        return width

    def _numbered(self, title: Spans, part: int, parts: int) -> Spans:
        before, _, behind = self.wording.part_of.partition("{title}")
        before, behind = (text.format(part=part, parts=parts) for text in (before, behind))
        if not any(span.lang for span in title):
            return (Span(f"{before}{plain(title)}{behind}"),)
        return (Span(before), *title, Span(behind))
