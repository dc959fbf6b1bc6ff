"""The head of the first page: wordmark, kind, To to Purpose, subject, question."""

from __future__ import annotations

from deckmaker.brand import Brand, Type
from deckmaker.document import Document
from deckmaker.memo.drawing import Drawing, Picture, Rule, Words
from deckmaker.memo.picture import in_light
from deckmaker.memo.slabs import Slab, beside, spaced, together
from deckmaker.memo.structure import Details, Element
from deckmaker.memo.styles import baseline
from deckmaker.memo.text import Compositor, lined
from deckmaker.richtext import Span, Spans, plain

_LOGO_HEIGHT, _LOGO_LEAST = 26.0, 18.0
"""A logo is as tall as the first, or as little lower as makes it fit the rail, down to the second;
a wide one reaches beyond the rail. Points."""
_CAPITALS = 0.64
"""Height of the kind's capitals, em: they stand in the middle beside a logo."""
_NAME_MOST, _HEAD_MOST = 0.45, 0.55
"""The share of the width that the wordmark may take, and it with the kind beside it."""
_RULE = 1.5
_AFTER_WORDMARK, _AFTER_RULE, _ROW = 10.0, 10.0, 2.0
_BEFORE_TITLE, _AFTER_TITLE, _BEFORE_QUESTION = 14.0, 3.0, 9.0


def front(document: Document, brand: Brand, compositor: Compositor) -> list[Slab]:
    """Return the head of the first page as slabs that no break parts."""
    matter, wording, styles = document.front, document.wording, compositor.styles
    grid = styles.grid
    rows = [
        (wording.to, wording.comma.join(matter.to), styles.field),
        (wording.from_, wording.comma.join(matter.from_), styles.field),
        (wording.cc, wording.comma.join(matter.cc), styles.field),
        (wording.date, matter.date, styles.field),
        (wording.purpose, matter.purpose_label, styles.purpose),
    ]
    slabs = _letterhead(document, brand, compositor)
    listing = compositor.inside("L")
    rule = Rule(0.0, _RULE / 2, grid.full, _RULE / 2, _RULE, styles.colors["foreground"])
    slabs.append(Slab(_RULE, (rule,), before=_AFTER_WORDMARK))
    before = _AFTER_RULE
    for label, value, type_ in rows:
        if value:
            slabs += spaced(_field(label, (Span(value),), type_, listing), before)
            before = _ROW
    slabs += spaced(_subject(document, compositor), _BEFORE_TITLE)
    if matter.question:
        question = _field(wording.question, matter.question, styles.field, compositor)
        slabs += spaced(question, _BEFORE_QUESTION)
    return together(slabs)


def subject(document: Document) -> str:
    """Return the subject in one line, as mail and document properties show it."""
    matter = document.front
    return f"{matter.purpose_label}{document.wording.colon}{plain(matter.title)}"


def _letterhead(document: Document, brand: Brand, compositor: Compositor) -> list[Slab]:
    """Set logo or wordmark, and the kind of document on the same baseline."""
    styles, grid = compositor.styles, compositor.styles.grid
    height = styles.wordmark.leading
    drop = baseline(styles.wordmark)
    drawing: Drawing = ()
    kind_at = 0.0
    if brand.logo is not None:
        logo = brand.logo
        ratio = logo.width / logo.height
        room = grid.rail if ratio <= grid.rail / _LOGO_LEAST else _NAME_MOST * grid.full
        width = min(_LOGO_HEIGHT * ratio, room)
        height = width / ratio
        drop = (height + _CAPITALS * styles.kind.size) / 2
        shown = Element("Figure", compositor.element, Details(alt=logo.alt))
        drawing += (Picture(0.0, 0.0, width, height, in_light(logo.data), shown),)
        kind_at = max(grid.column, width + grid.gutter)
    elif brand.organisation:
        runs = compositor.words(brand.organisation, styles.wordmark)
        lines = compositor.setter.balanced(runs, _NAME_MOST * grid.full, measure="drawn")
        drop += (len(lines) - 1) * height
        height *= len(lines)
        leading = styles.wordmark.leading
        element = compositor.element.part("P")
        drawing = tuple(lined(lines, 0.0, baseline(styles.wordmark), leading, element))
        kind_at = max(grid.column, max(line.width for line in lines) + grid.gutter)
    runs = compositor.words(document.front.kind, styles.kind)
    kind = compositor.line(runs)
    if kind_at + kind.width <= _HEAD_MOST * grid.full:
        words = Words(kind_at, drop, kind, compositor.element.part("P"))
        return [Slab(height, (*drawing, words))]
    lines = compositor.setter.balanced(runs, grid.full, measure="drawn")
    return [Slab(height, drawing), *compositor.stacked(lines, styles.kind, x=0.0)]


def _field(label: str, value: Spans, type_: Type, compositor: Compositor) -> list[Slab]:
    """Set one row of the header block, its label in the rail."""
    label_element, body = compositor.entry()
    rail = body.rail([((Span(label),), compositor.styles.field_label)], type_, label_element)
    return beside(*rail, body.heading(body.runs(value, type_), type_, "P"))


def _subject(document: Document, compositor: Compositor) -> list[Slab]:
    """Set the subject, title and subtitle, its label level with the title."""
    matter, styles = document.front, compositor.styles
    slabs = compositor.heading(compositor.runs(matter.title, styles.title), styles.title, "H1")
    if matter.subtitle:
        runs = compositor.runs(matter.subtitle, styles.subtitle)
        slabs += spaced(compositor.paragraph(runs, styles.subtitle), _AFTER_TITLE)
    label = [((Span(document.wording.subject),), styles.field_label)]
    return beside(*compositor.rail(label, styles.title), slabs)
