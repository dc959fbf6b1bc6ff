"""The workbook behind a chart: a Chart becomes the cells that "Edit data" opens, as .xlsx bytes.

One sheet: the categories in column A, a series in each further column, names in row 1. A scatter
chart has its abscissae in column A where all series share them, else before each series. Years and
months on an axis of time are numbers; a figure that the chart marks as not known is a dash.
Spelled as text and zipped with fixed dates: two builds are identical, and a workbook costs a fifth
of a millisecond, where a general library takes two and stamps it with the clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from string import ascii_uppercase

from deckmaker.charting import Calendar
from deckmaker.deck.charts.arrangement import Arrangement
from deckmaker.deck.charts.formats import MONTH
from deckmaker.deck.ooxml.markup import DECLARATION, text
from deckmaker.deck.ooxml.package import Part, Relationship, write_package
from deckmaker.document import Chart, Series
from deckmaker.document.numerals import UNKNOWN

SHEET = "Sheet1"
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Office reads `_x0041_` in a string as an escaped character (ECMA-376 Part 1, 22.9.2.19)."""

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A run of cells in one column; rows count from 1, both ends belong to it."""

    column: int
    first: int
    last: int

    @property
    def formula(self) -> str:
        """As a chart points to it: `Sheet1!$B$2:$B$9`."""
        name = column_name(self.column)
        start = f"{SHEET}!${name}${self.first}"
        return start if self.last == self.first else f"{start}:${name}${self.last}"


@dataclass(frozen=True, slots=True)
class SeriesCells:
    """Where one series stands in the sheet."""

    name: Reference
    xs: Reference
    """Categories, or abscissae of a scatter chart."""
    values: Reference


def series_cells(chart: Chart) -> tuple[SeriesCells, ...]:
    """Return where each series of `chart` stands."""
    shared = shares_abscissae(chart)
    cells = []
    for at, series in enumerate(chart.series):
        column = at + 1 if shared else 2 * at + 1
        last = max(2, len(series.values) + 1)
        cells.append(
            SeriesCells(
                Reference(column, 1, 1),
                Reference(0 if shared else column - 1, 2, last),
                Reference(column, 2, last),
            )
        )
    return tuple(cells)


def shares_abscissae(chart: Chart) -> bool:
    """Tell whether all series of `chart` stand over the same column."""
    return chart.type != "scatter" or len({series.xs for series in chart.series}) <= 1


def calendar_numbers(calendar: Calendar) -> tuple[int, ...]:
    """Return what the cells of an axis of time hold: plain years, or days that begin months."""
    return calendar.numbers if calendar.unit == "year" else calendar.days


def workbook(chart: Chart, arranged: Arrangement) -> bytes:
    """Return the workbook that holds the data of `chart` as it was `arranged`."""
    monthly = arranged.calendar is not None and arranged.calendar.unit == "month"
    strings: dict[str, int] = {}
    rows = "".join(
        f'<row r="{number}">{_cells(row, number, strings, dated=monthly)}</row>'
        for number, row in enumerate(_rows(chart, arranged), 1)
    )
    sheet = f'{DECLARATION}<worksheet xmlns="{_NS}"><sheetData>{rows}</sheetData></worksheet>'
    return write_package(
        (
            Part(
                "/xl/workbook.xml",
                f"{_TYPE}.sheet.main+xml",
                _WORKBOOK,
                (
                    Relationship("rId1", "worksheet", "/xl/worksheets/sheet1.xml"),
                    Relationship("rId2", "styles", "/xl/styles.xml"),
                    Relationship("rId3", "sharedStrings", "/xl/sharedStrings.xml"),
                ),
            ),
            Part("/xl/worksheets/sheet1.xml", f"{_TYPE}.worksheet+xml", sheet.encode()),
            Part("/xl/styles.xml", f"{_TYPE}.styles+xml", _STYLES),
            Part("/xl/sharedStrings.xml", f"{_TYPE}.sharedStrings+xml", _shared(strings)),
        ),
        (Relationship("rId1", "officeDocument", "/xl/workbook.xml"),),
    )


def column_name(column: int) -> str:
    """Return the letters of a column that is counted from 0: A, …, Z, AA, …"""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, len(ascii_uppercase))
        name = ascii_uppercase[letter] + name
    return name


def number_text(value: float) -> str:
    """Return a figure as a file holds it, to the last bit."""
    shown = repr(float(value))
    return shown.removesuffix(".0") if shown != "-0.0" else "0"


def string_text(value: str) -> str:
    """Return a string as a cell or a chart's store of cells holds it."""
    return text(_LOOKS_ESCAPED.sub("_x005F_", value))


def _rows(chart: Chart, arranged: Arrangement) -> list[list[Cell]]:
    """Return the cells of the sheet, the names' row first."""
    columns: list[list[Cell]] = []
    shared = shares_abscissae(chart)
    if chart.type == "scatter" and shared:
        columns.append([chart.x_title or None, *_abscissae(chart.series[:1])])
    elif chart.type != "scatter":
        calendar = arranged.calendar
        columns.append([None, *(calendar_numbers(calendar) if calendar else chart.categories)])
    for series, look in zip_longest(chart.series, arranged.series[: len(chart.series)]):
        if not shared:
            columns.append([chart.x_title or None, *series.xs])
        unknown = look.unknown if look else ()
        figures = (UNKNOWN if at in unknown else value for at, value in enumerate(series.values))
        columns.append([series.name or None, *figures])
    height = max(map(len, columns), default=1)
    return [
        [column[at] if at < len(column) else None for column in columns] for at in range(height)
    ]


def _abscissae(series: tuple[Series, ...]) -> tuple[float, ...]:
    return series[0].xs if series else ()


def _cells(row: list[Cell], number: int, strings: dict[str, int], *, dated: bool) -> str:
    """Return the cells of a row; new strings are added to `strings` with their numbers.

    With `dated` the first column holds months.
    """
    return "".join(
        _cell(f"{column_name(column)}{number}", value, strings, dated=dated and column == 0)
        for column, value in enumerate(row)
        if value is not None
    )


def _cell(place: str, value: str | float, strings: dict[str, int], *, dated: bool) -> str:
    if isinstance(value, str):
        number = strings.setdefault(value, len(strings))
        return f'<c r="{place}" t="s"><v>{number}</v></c>'
    style = f' s="{_DATED}"' if dated else ""
    return f'<c r="{place}"{style}><v>{number_text(value)}</v></c>'


def _shared(strings: dict[str, int]) -> bytes:
    items = "".join(
        f'<si><t xml:space="preserve">{string_text(value)}</t></si>' for value in strings
    )
    return f'{DECLARATION}<sst xmlns="{_NS}">{items}</sst>'.encode()


_WORKBOOK = (
    f'{DECLARATION}<workbook xmlns="{_NS}" xmlns:r="{_RELS}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
).encode()
_DATED, _DATE_FORMAT = 1, 164
"""The style of a month's cell, and the number of its format: the first that is not built in."""
_STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{_NS}">'
    f'<numFmts count="1"><numFmt numFmtId="{_DATE_FORMAT}" formatCode="{MONTH}"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    f'<xf numFmtId="{_DATE_FORMAT}" fontId="0" fillId="0" borderId="0" xfId="0" '
    'applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
).encode()
