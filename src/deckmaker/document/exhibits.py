"""Stats, tables, charts and images as written become their content as shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from babel.numbers import get_decimal_symbol

from deckmaker.diagnostics import Path
from deckmaker.document import contents
from deckmaker.document.alternatives import describe_chart
from deckmaker.document.setting import Setter
from deckmaker.document.typography import MINUS, NO_BREAK
from deckmaker.language import blocks as written
from deckmaker.language.figures import is_gap, parse_number
from deckmaker.locales import cldr
from deckmaker.richtext import Span, Spans, parse, plain

COUNTABLE = range(1, 301)
"""Numbers that the deck may draw as a grid of units (looks, stats)."""

_UNCOUNTABLE = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|bn|mn?|k|per ?cent|euros?|dollars?|pounds?"
    r"|in|of|out|to|times|[A-Z]{3})\b|[%‰°]",
)
"""Units of which a whole number is still no count of things."""
_COMMA_FOR_POINT = str.maketrans(",.", ".,")
_YEARS = range(1500, 2101)


def shape_stats(stats: Sequence[written.Stat], path: Path, setter: Setter) -> contents.Stats:
    """Return the figures of a stats block."""
    return contents.Stats(tuple(_stat(stat, (*path, at), setter) for at, stat in enumerate(stats)))


def _stat(stat: written.Stat, path: Path, setter: Setter) -> contents.Stat:
    """Return a figure; one that stands in a quotation of its meaning is someone's words."""
    figure = stat.parts
    meaning = setter.running(stat.meaning, (*path, stat.figure))
    said = " ".join(span.text for span in meaning if span.quoted)
    number = re.escape(figure.numeral)
    spoken = bool(re.search(rf"(?<![\w.,]){number}(?!\w|[.,]\d)", said))
    numeral = setter.words(figure.numeral).replace(" ", NO_BREAK)
    if spoken:
        numeral = f"{setter.marks.opening}{numeral}{setter.marks.closing}"
    countable = figure.numeral.isdecimal() and not _is_uncountable(figure.unit, setter)
    whole = int(figure.numeral) if countable and not spoken and len(figure.numeral) < 4 else 0
    count = whole if whole in COUNTABLE else None
    return contents.Stat(path, numeral, setter.label(figure.unit), meaning, spoken, count)


def _is_uncountable(unit: str, setter: Setter) -> bool:
    """Tell whether a number of `unit` counts no things: millions, per cents, euros."""
    first = unit.split(maxsplit=1)[0] if unit else ""
    words = setter.wording.shortened.behind_number
    return bool(_UNCOUNTABLE.match(unit)) or first in words or unit in words


def shape_table(table: written.Table, path: Path, label: str, setter: Setter) -> contents.Table:
    """Return a table; what comes out of a file is data, and holds no markup."""
    grid = table.grid
    numeric = [
        _is_numeric(
            [_bare(row[at], grid.typed) for row in grid.rows], setter.language, first=at == 0
        )
        for at in range(len(grid.head))
    ]
    columns = tuple(
        contents.Column(setter.label(head) if grid.typed else _data(head), is_number)
        for head, is_number in zip(grid.head, numeric, strict=True)
    )
    rows: list[tuple[Spans, ...]] = []
    for at, row in enumerate(grid.rows):
        if grid.typed:
            place = (*path, grid.lines[at + 1])
            cells = tuple(setter.running(cell, (*place, n)) for n, cell in enumerate(row))
        else:
            cells = tuple(_data(cell) for cell in row)
        rows.append(
            tuple(
                _with_minus(cell) if is_number else cell
                for cell, is_number in zip(cells, numeric, strict=True)
            )
        )
    return contents.Table(columns, tuple(rows), label, setter.label(table.caption))


def _data(text: str) -> Spans:
    return (Span(text),) if text else ()


def _bare(text: str, typed: bool) -> str:
    """Return the text of a cell without markup and citations."""
    return plain(parse(text)).strip() if typed else text


def _is_numeric(cells: Sequence[str], language: str, *, first: bool) -> bool:
    """Whether a column holds numbers; years in the first column name its rows.

    They are written as the language writes them, or as English does.
    """
    numbers = [parse_number(cell) for cell in cells if not is_gap(cell)]
    if None in numbers and get_decimal_symbol(cldr(language)) == ",":
        told = (cell.translate(_COMMA_FOR_POINT) for cell in cells if not is_gap(cell))
        numbers = [parse_number(cell) for cell in told]
    if not numbers or None in numbers:
        return False
    years = all(number and number.value in _YEARS and not number.decimals for number in numbers)
    return not (first and years)


def _with_minus(cell: Spans) -> Spans:
    """Return a numeral with a true minus sign."""
    if not cell or cell[0].text[:1] not in {"-", "–"} or is_gap(plain(cell)):
        return cell
    first = cell[0]
    return (replace(first, text=MINUS + first.text[1:]), *cell[1:])


def shape_chart(chart: written.Chart, title: str, label: str, setter: Setter) -> contents.Chart:
    """Return a chart; an only series without a name bears the unit or the block's title."""
    figures = chart.figures
    unit = setter.words(chart.unit) or ("%" if figures.percent else "")
    fallback = (unit or setter.words(title)) if len(figures.series) == 1 else ""
    xs = figures.xs if chart.type == "scatter" else ()
    series = tuple(
        contents.Series(setter.words(row.name) or fallback, row.values, xs, bool(row.name))
        for row in figures.series
    )
    categories = tuple(setter.words(category) for category in figures.categories)
    own_alt = setter.words(chart.alt)
    alt = own_alt or describe_chart(
        chart.type, categories, series, unit, figures.decimals, setter.language, setter.wording
    )
    caption = setter.label(chart.caption)
    x_title = setter.words(chart.grid.head[0]) if chart.type == "scatter" else ""
    return contents.Chart(
        chart.type,
        categories,
        series,
        unit,
        alt,
        label,
        caption,
        figures.decimals,
        x_title,
        bool(own_alt),
    )


def shape_image(block: written.ImageBlock, label: str, setter: Setter) -> contents.Image:
    """Return a picture with its words."""
    image = block.image
    picture = image.file
    return contents.Image(
        picture.data,
        picture.format,
        picture.width,
        picture.height,
        setter.words(image.alt),
        label,
        setter.label(image.caption),
        setter.label(image.credit),
        bleed=bool(block.deck and block.deck.bleed),
    )
