"""The source line of a slide: which paragraphs of which source it rests on, on one line."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.deck.body import Body
from deckmaker.deck.geometry import MEASURE
from deckmaker.deck.styles import Styles
from deckmaker.deck.text import Ruler, paragraph
from deckmaker.document import Document, SourceEntry, cite_ranges
from deckmaker.richtext import Citation, plain


def source_line(body: Body, document: Document, ruler: Ruler, styles: Styles) -> str:
    """Return the fullest form of the source line that stands on one line.

    The source by name with its paragraphs; else the paragraphs alone; else the first and the
    last of them. The remarks follow as far as there is room for all of them.
    """
    word = document.wording.source

    def fits(line: str) -> bool:
        return ruler.count(paragraph(line, styles.source), MEASURE) <= 1

    cited = {cite.source for cite in body.cites}
    named = [source for source in document.sources if source.key in cited]
    forms = [""]
    if named:
        full = "; ".join(_named(source, body.cites) for source in named)
        numbers = [cite.paragraph for cite in body.cites]
        letters = ", ".join(source.letter for source in named if source.letter)
        outermost = f"{letters} ¶¶\u00a0{min(numbers)}–{max(numbers)}".strip()
        short = cite_ranges(body.cites, document.sources)
        forms = [f"{word}: {form}." for form in (full, short, outermost)]
    remarks = " ".join(body.remarks)
    complete = [f"{form} {remarks}".strip() for form in forms]
    return next((line for line in (*complete, *forms) if fits(line)), "")


def _named(source: SourceEntry, cites: tuple[Citation, ...]) -> str:
    """Return a source by letter and name with what is cited of it: `A, Minutes, ¶¶ 3–4`."""
    ranges = cite_ranges(cites, (replace(source, letter=""),))
    letter = f"{source.letter}, " if source.letter else ""
    return f"{letter}{plain(source.cite)}, {ranges}"
