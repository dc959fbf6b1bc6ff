"""The chart block: its type, and its figures out of text, maps or a CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from deckmaker.diagnostics import KEY, Path
from deckmaker.language.blocks.base import BaseBlock
from deckmaker.language.blocks.tables import Caption, Columns, CsvName, chosen
from deckmaker.language.figures import MOST_DIGITS, is_gap, parse_number
from deckmaker.language.grids import Grid, parse_grid
from deckmaker.language.schema import OPAQUE, Model, Text, found, problem, problems, short

ChartType = Literal[
    "bar",
    "column",
    "stacked bar",
    "stacked column",
    "line",
    "area",
    "stacked area",
    "pie",
    "scatter",
]

MAX_SERIES = 12
MAX_CATEGORIES = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one series over the categories; a gap is None."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart draws."""

    categories: tuple[str, ...]
    series: tuple[Row, ...]
    decimals: int
    percent: bool
    """Every figure was written with a per cent sign."""

    @property
    def xs(self) -> tuple[float, ...]:
        """The categories as abscissae, for a scatter chart."""
        numbers = (parse_number(category) for category in self.categories)
        return tuple(number.value for number in numbers if number is not None)


@dataclass(frozen=True, slots=True)
class Typed:
    """Figures typed into the briefing: a grid, and where each of its cells stands."""

    grid: Grid
    place: Callable[[int, int], Path]
    """From row and column of the grid to the path below the key `data`."""


def _typed(data: Any) -> Typed:
    """Read `data:`: text with `|`, `category: figure`, or `series: {category: figure}`."""
    if isinstance(data, Typed):
        return data
    if isinstance(data, str):
        grid = parse_grid(data)
        return Typed(grid, lambda row, _column: (grid.lines[row + 1],))
    if not isinstance(data, dict) or not data:
        raise problem(
            "B003",
            f"`data` wants figures, but {found(data)}",
            "write each as `Category: 12`, or rows with `|` between cells below `data: |`",
        )
    if all(isinstance(value, str) for value in data.values()):
        rows = tuple((category, value) for category, value in data.items())
        names = list(data)
        return Typed(Grid(("", ""), rows), lambda row, _column: (names[row],))
    return _by_series(data)


def _by_series(data: dict[str, Any]) -> Typed:
    """Read a map of series, each a map of category and figure."""
    wrong = [
        problem(
            "B003",
            f"the series `{short(name)}` wants `category: figure` pairs, but {found(values)}",
            "give every series a map, or none",
            at=(name,),
        )
        for name, values in data.items()
        if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values())
    ]
    if wrong:
        raise problems(wrong)
    names = list(data)
    categories = list(dict.fromkeys(category for values in data.values() for category in values))
    rows = tuple((c, *(data[name].get(c, "") for name in names)) for c in categories)
    grid = Grid(("", *names), rows)
    return Typed(grid, lambda row, column: (names[column - 1], categories[row]))


class Chart(Model):
    """A chart: what type, which figures, in which unit."""

    noun: ClassVar[str] = "a chart"
    sample: ClassVar[str] = "chart: { type: column, file: data.csv }"

    type: Annotated[ChartType, Field(description="The type of chart.", examples=["column"])]
    data: Annotated[
        Typed | None,
        OPAQUE,
        BeforeValidator(_typed),
        Field(
            description="The figures: `Category: 12`, series of such pairs, or text with `|`.",
            examples=["{ July: 12, August: 9 }"],
        ),
    ] = None
    file: CsvName = None
    columns: Columns = None
    unit: Annotated[
        Text | None, Field(description="What the figures count.", examples=["drones"])
    ] = None
    alt: Annotated[
        Text | None,
        Field(
            description="What the chart shows, in words; made from the figures if left out.",
            examples=["Attacks fell in August"],
        ),
    ] = None
    caption: Caption = None

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        if (self.data is None) == (self.file is None):
            rule = "B002" if self.data is None else "B004"
            missing = "a chart wants `data` or `file`"
            both = "a chart has either `data` or `file`, but both stand here"
            raise problem(rule, missing if self.data is None else both, f"write `{self.sample}`")
        if self.data is not None and self.columns is not None:
            message = "`columns` chooses among those of a `file`, but the figures are typed"
            hint = "leave it out, and under `data` what is not to be shown"
            raise problem("B004", message, hint, at=("columns", KEY))
        found_there = list(self._problems())
        if found_there:
            raise problems(found_there)
        return self

    @property
    def grid(self) -> Grid:
        """The figures as rows and columns, the categories first."""
        if self.data is not None:
            return self.data.grid
        assert self.file is not None  # noqa: S101  # `_drawable` has made sure
        return chosen(self.file, self.columns)

    @property
    def figures(self) -> ChartData:
        """What the chart draws."""
        grid = self.grid
        numbers = [[parse_number(cell) for cell in row[1:]] for row in grid.rows]
        present = [number for row in numbers for number in row if number is not None]
        values = [[number.value if number else None for number in row] for row in numbers]
        series = tuple(
            Row(name, tuple(row[at] for row in values)) for at, name in enumerate(grid.head[1:])
        )
        return ChartData(
            categories=tuple(row[0] for row in grid.rows),
            series=series,
            decimals=max((number.decimals for number in present), default=0),
            percent=bool(present) and all(number.percent for number in present),
        )

    def _problems(self) -> Iterator[PydanticCustomError]:
        """Yield what keeps the figures from being drawn."""
        grid = self.grid
        if len(grid.head) < 2:
            yield problem(
                "B003",
                "a chart wants two columns at least: the categories, then the figures",
                at=self._at(),
            )
            return
        if len(grid.head) - 1 > MAX_SERIES or len(grid.rows) > MAX_CATEGORIES:
            message = f"a chart takes at most {MAX_SERIES} series and {MAX_CATEGORIES:,} categories"
            yield problem("F005", message, "show fewer, or use a table", at=self._at())
            return
        for at, row in enumerate(grid.rows):
            for column, cell in enumerate(row):
                if column == 0 and self.type != "scatter":
                    continue
                number = parse_number(cell)
                if number is None and not (column and is_gap(cell)):
                    yield self._no_number(cell, at, column)
                elif number and not number.plottable:
                    message = (
                        f"`{short(cell)}`{self._where(at)} has more digits than a chart can show"
                    )
                    hint = f"round it, or take another unit: {MOST_DIGITS} digits are shown at most"
                    yield problem("B003", message, hint, at=self._at(at, column))
        if self.type == "pie" and len(grid.head) > 2:
            message = f"a pie shows one series, but {len(grid.head) - 1} stand here"
            hint = "choose `stacked column`, or leave one series"
            yield problem("B003", message, hint, at=("type",))
        elif self.type == "pie" and any(
            (v or 0) < 0 for s in self.figures.series for v in s.values
        ):
            yield problem("B003", "a pie cannot show figures below zero", at=("type",))

    def _no_number(self, cell: str, row: int, column: int) -> PydanticCustomError:
        where = self._where(row)
        hints = ["write digits, a comma between thousands and a point before decimals: `1,250.5`"]
        if column:
            hints.append("leave the place empty where a figure is not known")
        message = f"`{short(cell)}`{where} is no number" if cell else f"a number is missing{where}"
        return problem("B003", message, *hints, at=self._at(row, column))

    def _where(self, row: int) -> str:
        """Return where a row of a file stands; the place of typed figures is shown anyway."""
        return "" if self.file is None else f" in row {row + 1} of `{short(self.file.name)}`"

    def _at(self, row: int = 0, column: int = 1) -> Path:
        """Return where a figure stands, from the chart on."""
        if self.data is None:
            return ("file",)
        place = self.data.place(row, column)
        return ("data", *place, *((KEY,) if column == 0 and isinstance(place[-1], str) else ()))


class ChartBlock(BaseBlock):
    """A chart."""

    kind: ClassVar[str] = "chart"
    noun: ClassVar[str] = "a chart block"

    chart: Annotated[Chart, Field(description="A chart with `type`, `data` or `file`, `unit`.")]
