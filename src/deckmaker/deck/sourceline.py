"""The source line of a slide: which paragraphs of which source it rests on, on one line."""

from __future__ import annotations

from deckmaker.deck.body import Body
from deckmaker.deck.geometry import MEASURE
from deckmaker.deck.styles import Styles
from deckmaker.deck.text import Ruler, paragraph
from deckmaker.document import Document, cite_ranges
from deckmaker.richtext import plain


def source_line(body: Body, document: Document, ruler: Ruler, styles: Styles) -> str:
    """Return the fullest form of the source line that stands on one line.

    The source by name with its paragraphs; else the paragraphs alone; else the first and the
    last of them. The remarks follow as far as there is room for all of them.
    """
    word = document.wording.source

    def fits(line: str) -> bool:
        return ruler.count(paragraph(line, styles.source), MEASURE) <= 1

    ranges = cite_ranges(body.cites, document.sources)
    named = [s for s in document.sources if s.key in {cite.source for cite in body.cites}]
    forms = [""]
    if ranges:
        numbers = [cite.paragraph for cite in body.cites]
        letters = ", ".join(source.letter for source in named if source.letter)
        outermost = f"{letters} ¶¶\u00a0{min(numbers)}–{max(numbers)}".strip()
        forms = [f"{word}: {ranges}.", f"{word}: {outermost}."]
        if len(named) == 1:
            forms.insert(0, f"{word}: {plain(named[0].cite)}, {ranges}.")
    remarks = " ".join(body.remarks)
    complete = [f"{form} {remarks}".strip() for form in forms]
    return next((line for line in (*complete, *forms) if fits(line)), "")
