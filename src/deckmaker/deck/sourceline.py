"""The source line of a slide: which paragraphs of which source it rests on, on one line."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.deck.body import Body
from deckmaker.deck.geometry import MEASURE
from deckmaker.deck.styles import Styles
from deckmaker.deck.text import Ruler, paragraph
from deckmaker.document import Document, SourceEntry, cite_ranges
from deckmaker.richtext import Citation, plain
from deckmaker.wording import Wording


def source_line(body: Body, document: Document, ruler: Ruler, styles: Styles) -> str:
    """Return the fullest form of the source line that stands on one line.

    The source by name with its paragraphs; else the paragraphs alone; else the first and the
    last of them, and of many sources. The remarks follow as far as there is room for all of them.
    """
    wording = document.wording

    def fits(line: str) -> bool:
        return ruler.count(paragraph(line, styles.source), MEASURE) <= 1

    cited = {cite.source for cite in body.cites}
    named = [source for source in document.sources if source.key in cited]
    forms = [""]
    if named:
        full = wording.semicolon.join(_named(source, body.cites, wording) for source in named)
        numbers = [cite.paragraph for cite in body.cites]
        letters = wording.comma.join(source.letter for source in named if source.letter)
        ends = wording.paragraphs.format(n=f"{min(numbers)}–{max(numbers)}")
        outermost = f"{letters} {ends}".strip()
        short = cite_ranges(body.cites, document.sources, wording)
        first, last = named[0].letter, named[-1].letter
        stated = (full, short, outermost, f"{first}–{last} {ends}" if first else ends)
        forms = [f"{wording.source}{wording.colon}{form}{wording.stop}" for form in stated]
    remarks = wording.gap.join(body.remarks)
    complete = [f"{form}{wording.gap}{remarks}".strip() for form in forms]
    return next((line for line in (*complete, *forms) if fits(line)), "")


def _named(source: SourceEntry, cites: tuple[Citation, ...], wording: Wording) -> str:
    """Return a source by letter and name with what is cited of it: `A, Minutes, ¶¶ 3–4`."""
    ranges = cite_ranges(cites, (replace(source, letter=""),), wording)
    parts = (source.letter, plain(source.cite), ranges)
    return wording.aside.join(filter(None, parts))
