"""Stats: up to three columns of numeral, unit and meaning; counts drawn as fields of squares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from deckmaker.deck.body import Body, Sheet, continued, shape_name
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import BODY_IDX, GUTTER, HEAVY, MEASURE
from deckmaker.deck.limits import UNIT, too_long
from deckmaker.deck.model import Frame, GridFrame, Paragraph, RuleFrame, TextFrame
from deckmaker.deck.speech import headed, spoken
from deckmaker.deck.splitting import split
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Stat, Stats
from deckmaker.richtext import Span, citations, plain

COLUMNS_MOST = 3
COLUMN_GAP = GUTTER * 1.5
RULE_DROP = 20.0
NUMERAL_GAP = 16.0
MEANING_GAP = 6.0
GRID_GAP = 28.0
TALL = 10
"""Squares in a column of the field: tens can be counted at a glance."""
SIDE, SQUARE_GAP = 6.0, 3.0


def plan_stats(content: Stats, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the figures of a block in equal columns, all numerals of one size."""
    size, columns = _fitting(content.entries, sheet)
    runs = partition([Atom(1.0) for _ in content.entries], float(columns))
    widest = max(len(run) for run in runs)
    bodies: list[Body] = []
    for run in runs:
        bodies += _slides([content.entries[n] for n in run], widest, size, sheet)
    return tuple(bodies)


def column_width(columns: int) -> float:
    """Return the width of one of `columns` equal columns over the measure, points."""
    return (MEASURE - (columns - 1) * COLUMN_GAP) / columns


def _fitting(entries: Sequence[Stat], sheet: Sheet) -> tuple[float, int]:
    """Return the size of the numerals and the number of columns that the widest one allows.

    A step down the scale is better than a column less, and a column less than a broken numeral or
    a unit of many lines. Raises BriefingError where not even a single column will do.
    """
    styles, most = sheet.styles, min(COLUMNS_MOST, len(entries))
    for columns in range(most, 0, -1):
        if columns > 1 and any(
            _unit_lines(entry, columns, sheet) > UNIT.lines for entry in entries
        ):
            continue
        sizes = [styles.numeral.size, styles.cover_title.size]
        for size in sizes if columns > 1 else (*sizes, styles.quotation.size):
            paragraphs = [_numeral(entry, size, sheet) for entry in entries]
            if max(map(sheet.ruler.width, paragraphs)) <= column_width(columns):
                for entry in entries:
                    UNIT.check(_unit_lines(entry, columns, sheet), entry.path)
                return size, columns
    widest = max(
        entries, key=lambda e: sheet.ruler.width(_numeral(e, styles.quotation.size, sheet))
    )
    raise too_long(
        "D13",
        "this figure is wider than a slide",
        widest.path,
        "round it, or write its last part as a word: `1.2 million`",
    )


def _unit_lines(entry: Stat, columns: int, sheet: Sheet) -> int:
    width = column_width(max(columns, 2))
    return sheet.ruler.count(paragraph(entry.unit, sheet.styles.unit), width)


def _numeral(entry: Stat, size: float, sheet: Sheet) -> Paragraph:
    style = sheet.styles.spoken if entry.spoken else sheet.styles.numeral
    return paragraph(entry.numeral, replace(style, size=size))


def _slides(entries: Sequence[Stat], columns: int, size: float, sheet: Sheet) -> list[Body]:
    """Return one slide of columns; what a column cannot hold goes on with the next slide."""
    styles, ruler, box = sheet.styles, sheet.ruler, sheet.box
    width = column_width(max(columns, 2))  # a single figure does not stretch over the slide
    numeral_width = column_width(columns)
    top = box.y + RULE_DROP
    numerals = [_numeral(entry, size, sheet) for entry in entries]
    numeral_height = max(ruler.height((p,), numeral_width) for p in numerals)
    units = [paragraph(entry.unit, styles.unit) for entry in entries]
    unit_height = max(
        (ruler.height((p,), width) for p, e in zip(units, entries, strict=True) if plain(e.unit)),
        default=0.0,
    )
    meaning_style = replace(styles.text, role="muted")
    meanings_y = top + NUMERAL_GAP + numeral_height + unit_height + MEANING_GAP
    meanings = [
        _pieces(entry, paragraph(entry.meaning, meaning_style), width, meanings_y, sheet)
        for entry in entries
    ]
    meaning_height = max(ruler.height(pieces[0], width) for pieces in meanings)
    grid_y = meanings_y + meaning_height + GRID_GAP
    grid_height = TALL * (SIDE + SQUARE_GAP) - SQUARE_GAP
    grids: dict[int, Frame] = {}
    if grid_y + grid_height <= box.bottom:
        grids = _grids(entries, numeral_width, width, grid_y, sheet)
    frames: list[Frame] = []
    for n, entry in enumerate(entries):
        x = box.x + n * (numeral_width + COLUMN_GAP)
        y = top + NUMERAL_GAP
        frames.append(
            RuleFrame(f"Rule {n + 1}", x, top, min(width, numeral_width), 0, "foreground", HEAVY)
        )
        height = ruler.height((numerals[n],), numeral_width)
        frames.append(
            TextFrame(
                shape_name(entry.path, "numeral"),
                Box(x, y + numeral_height - height, numeral_width, height),
                (numerals[n],),
            )
        )
        y += numeral_height
        if plain(entry.unit):
            place = Box(x, y, width, ruler.height((units[n],), width))
            frames.append(TextFrame(shape_name(entry.path, "unit"), place, (units[n],)))
        if plain(entry.meaning):
            piece = meanings[n][0]
            narrow = ruler.narrowed(piece, width)
            place = Box(x, meanings_y, narrow, ruler.height(piece, narrow))
            frames.append(TextFrame(shape_name(entry.path, "meaning"), place, piece, BODY_IDX + n))
        if n in grids:
            frames.append(grids[n])
    cites = tuple(dict.fromkeys(c for e in entries for c in citations(e.unit + e.meaning)))
    notes = tuple(
        headed(
            f"{entry.numeral} {plain(entry.unit)}".strip(),
            spoken(entry.meaning, sheet.wording),
            sheet.wording,
        )
        for entry in entries
        if citations(entry.meaning)
    )
    bodies = [Body("Columns", tuple(frames), cites, notes)]
    for later in range(1, max(len(pieces) for pieces in meanings)):
        rest: list[Frame] = []
        for n, (entry, pieces) in enumerate(zip(entries, meanings, strict=True)):
            if later < len(pieces):
                x = box.x + n * (numeral_width + COLUMN_GAP)
                rest += _rest(entry, pieces[later], later, BODY_IDX + n, x, width, sheet)
        bodies.append(Body("Columns", tuple(rest), cites))
    return bodies


def _again(entry: Stat, sheet: Sheet) -> Paragraph:
    """Return the figure as it stands over the rest of its meaning."""
    figure = (Span(f"{entry.numeral} "), *entry.unit)
    return continued(figure, replace(sheet.styles.text, bold=True), sheet)


def _pieces(
    entry: Stat, meaning: Paragraph, width: float, top: float, sheet: Sheet
) -> tuple[tuple[Paragraph, ...], ...]:
    """Return a meaning in pieces: the first below its figure, at `top`, the rest on others."""
    ruler, box = sheet.ruler, sheet.box
    if ruler.height((meaning,), width) <= box.bottom - top:
        return ((meaning,),)
    head = ruler.height((_again(entry, sheet),), width) + MEANING_GAP
    return split(ruler, (meaning,), width, box.height - head, first=box.bottom - top)


def _rest(
    entry: Stat,
    piece: tuple[Paragraph, ...],
    number: int,
    idx: int,
    x: float,
    width: float,
    sheet: Sheet,
) -> list[Frame]:
    """Return the rest of a meaning under the figure that it belongs to, said again small."""
    ruler, box = sheet.ruler, sheet.box
    head = _again(entry, sheet)
    height = ruler.height((head,), width)
    top = box.y + height + MEANING_GAP
    name = f"meaning {number + 1}"
    return [
        TextFrame(shape_name(entry.path, f"{name} head"), Box(x, box.y, width, height), (head,)),
        TextFrame(
            shape_name(entry.path, name),
            Box(x, top, width, ruler.height(piece, width)),
            piece,
            idx,
        ),
    ]


def _grids(
    entries: Sequence[Stat], step: float, width: float, y: float, sheet: Sheet
) -> dict[int, Frame]:
    """Return a field of squares for each count, all of one scale so that they compare."""
    frames: dict[int, Frame] = {}
    for n, entry in enumerate(entries):
        if entry.count is None:
            continue
        columns = ceil(entry.count / TALL)
        tall = min(TALL, entry.count)
        across = columns * (SIDE + SQUARE_GAP) - SQUARE_GAP
        if across > width:
            return {}
        height = tall * (SIDE + SQUARE_GAP) - SQUARE_GAP
        place = Box(sheet.box.x + n * (step + COLUMN_GAP), y, across, height)
        unit = plain(entry.unit)
        alt = sheet.wording.squares.format(figure=f"{entry.numeral} {unit}".strip())
        frames[n] = GridFrame(
            shape_name(entry.path, "squares"),
            place,
            entry.count,
            tall,
            SIDE,
            SQUARE_GAP,
            "primary",
            alt,
        )
    return frames
