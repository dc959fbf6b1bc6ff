"""Tables: measured rows stacked as slabs, the header above them on every page they reach.

Each cell is set once, when the table is composed; breaking pages looks at heights alone, so that a
table of any length takes time in proportion to its rows. (reportlab's own Table measures its rows
again at every split.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.brand import Type
from deckmaker.document import Table
from deckmaker.memo.arrangement import Arrangement, Place, Row, arranged
from deckmaker.memo.caption import caption_runs
from deckmaker.memo.drawing import Drawing, Rule, Words
from deckmaker.memo.slabs import FORBIDDEN, SPLIT, Slab, spaced, together
from deckmaker.memo.styles import baseline
from deckmaker.memo.text import Compositor
from deckmaker.typesetting import Line

_PAD_Y = 3.5
"""Above and below the text of a row, points."""
_CAPTION_GAP = 5.0
_HEAD_RULE, _ROW_RULE, _FOOT_RULE = 0.9, 0.4, 0.9
_INSIDE = 36.0
"""The cost of a page break between two rows, in points of paper left blank."""
_SHORT = 8
"""A table of so few rows is kept on one page if the blank it leaves is not too deep."""
_INSIDE_SHORT = 180.0
_TALL = 12
"""A row of more lines than this may be cut between its lines."""


def captioned_table(content: Table, compositor: Compositor) -> list[Slab]:
    """Return `content` under its caption, its continuations marked with its number."""
    arrangement = _arranged(content, compositor)
    x = arrangement.left
    type_ = compositor.styles.note
    again = compositor.words(_continued(content.label, compositor), type_)
    note = compositor.paragraph(again, type_, x=x)
    continued = (*note, Slab(_CAPTION_GAP / 2))
    slabs = _stacked(content, arrangement, continued, compositor)
    runs = caption_runs(content.label, content.caption, compositor)
    if not runs:
        return slabs
    above = together(compositor.paragraph(runs, compositor.styles.caption, x=x))
    return [*above, *spaced(slabs, _CAPTION_GAP, penalty=FORBIDDEN)]


def table(content: Table, compositor: Compositor) -> list[Slab]:
    """Return `content` as slabs without a caption: header, rows and rules."""
    return _stacked(content, _arranged(content, compositor), (), compositor)


def _arranged(content: Table, compositor: Compositor) -> Arrangement:
    styles = compositor.styles
    head = [compositor.runs(column.head, styles.cell_head) for column in content.columns]
    rows = [[compositor.runs(cell, styles.cell) for cell in row] for row in content.rows]
    return arranged(content.columns, head, rows, compositor)


def _stacked(
    content: Table, arrangement: Arrangement, continued: tuple[Slab, ...], compositor: Compositor
) -> list[Slab]:
    """Stack header and rows; `continued` stands above the header where a page begins inside."""
    header = _header(content, arrangement, compositor)
    return [*header, *_body(arrangement, (*continued, *header), compositor)]


def _header(content: Table, arrangement: Arrangement, compositor: Compositor) -> list[Slab]:
    """Set the header: its lines end level above a rule in ink."""
    styles = compositor.styles
    type_ = styles.cell_head
    places = arrangement.places
    lines = [
        compositor.setter.lines(compositor.runs(column.head, type_), place.width, measure="drawn")
        for column, place in zip(content.columns, places, strict=True)
    ]
    deepest = max(map(len, lines))
    if deepest > _TALL:
        slabs = _sliced(lines, places, type_, ())
    else:
        words = tuple(
            word
            for place, cell in zip(places, lines, strict=True)
            for word in _set(cell, place, type_, (deepest - len(cell)) * type_.leading)
        )
        slabs = [Slab(deepest * type_.leading + _PAD_Y, words)]
    color = styles.colors["foreground"]
    slabs[-1] = _ruled(slabs[-1], arrangement, _HEAD_RULE, color)
    return [replace(slabs[0], penalty=FORBIDDEN), *slabs[1:]]


def _body(arrangement: Arrangement, repeat: tuple[Slab, ...], compositor: Compositor) -> list[Slab]:
    """Stack the rows; neither the first nor the last of them stands alone on a page."""
    styles = compositor.styles
    rows = arrangement.rows
    inside = _INSIDE_SHORT if len(rows) <= _SHORT else _INSIDE
    found: list[Slab] = []
    last = len(rows) - 1
    for index, row in enumerate(rows):
        slabs = _row(row, arrangement.places, styles.cell, repeat)
        weight = _FOOT_RULE if index == last else _ROW_RULE
        color = styles.colors["foreground"] if index == last else styles.colors["rule"]
        slabs[-1] = _ruled(slabs[-1], arrangement, weight, color)
        penalty = FORBIDDEN if index in (0, 1, last) else inside
        found += [replace(slabs[0], penalty=penalty), *slabs[1:]]
    return found


def _ruled(slab: Slab, arrangement: Arrangement, weight: float, color: str) -> Slab:
    """Return `slab` with a rule below it, as wide as the table."""
    y = slab.height + weight / 2
    rule = Rule(arrangement.left, y, arrangement.right, y, weight, color)
    return replace(slab, height=slab.height + weight, drawing=(*slab.drawing, rule))


def _row(row: Row, places: Sequence[Place], type_: Type, repeat: tuple[Slab, ...]) -> list[Slab]:
    """Return a row as one slab, or, if it is tall, as one a line."""
    count = max(map(len, row), default=1)
    if count > _TALL:
        return _sliced(row, places, type_, repeat)
    words = tuple(
        word
        for place, lines in zip(places, row, strict=True)
        for word in _set(lines, place, type_, _PAD_Y)
    )
    return [Slab(count * type_.leading + 2 * _PAD_Y, words, repeat=repeat)]


def _sliced(row: Row, places: Sequence[Place], type_: Type, repeat: tuple[Slab, ...]) -> list[Slab]:
    """Return a row as one slab a line; two lines stay together at both its ends."""
    count = max(map(len, row))
    found = []
    for at in range(count):
        top = 0.0 if at else _PAD_Y
        words = tuple(
            word
            for place, lines in zip(places, row, strict=True)
            for word in _set(lines[at : at + 1], place, type_, top)
        )
        pads = top + (_PAD_Y if at == count - 1 else 0.0)
        penalty = FORBIDDEN if at in (1, count - 1) else SPLIT
        found.append(Slab(type_.leading + pads, words, penalty=penalty, repeat=repeat))
    return found


def _set(lines: Sequence[Line], place: Place, type_: Type, top: float) -> Drawing:
    """Place `lines` in a cell, numerals flush right."""
    return tuple(
        Words(
            place.x + (place.width - line.width if place.numeric else 0.0),
            top + index * type_.leading + baseline(type_),
            line,
        )
        for index, line in enumerate(lines)
        if line.runs
    )


def _continued(label: str, compositor: Compositor) -> str:
    """Return the words that mark the continuation of a table."""
    word = compositor.wording.continued
    return f"{label}, {word}" if label else word[:1].upper() + word[1:]
