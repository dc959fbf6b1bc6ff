"""Tables and their CSV files, as a block holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from deckmaker.language.files import read_inside
from deckmaker.language.grids import MAX_BYTES, Choice, Grid, parse_grid, read_csv, select
from deckmaker.language.schema import OPAQUE, Loc, Model, Text, found, problem


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV file of the briefing, read."""

    name: str
    grid: Grid


def _csv(data: Any, info: ValidationInfo) -> CsvFile:
    if isinstance(data, CsvFile):
        return data
    if not isinstance(data, str):
        raise problem("B003", f"the name of a CSV file is wanted, but {found(data)}")
    return CsvFile(data, read_csv(read_inside(data, info.context, MAX_BYTES), data))


def _columns(data: Any) -> Choice:
    """Read the wanted columns: names, or a map from the name in the file to the heading."""
    if isinstance(data, Choice):
        return data
    if isinstance(data, str):
        data = [data]
    pairs = data if isinstance(data, dict) else {}
    if isinstance(data, list):
        pairs = {str(name): str(name) for name in data if isinstance(name, str)}
        if len(pairs) != len(data):
            pairs = {}
    if not pairs or not all(isinstance(heading, str) for heading in pairs.values()):
        raise problem(
            "B003",
            f"`columns` wants names of columns, each once, but {found(data)}",
            "write `columns: [Year, Attacks]`, or a map `Name in the file: Heading`",
        )
    headings = {name: heading or name for name, heading in pairs.items()}
    return Choice(headings, listed=isinstance(data, list))


CsvName = Annotated[
    CsvFile | None,
    OPAQUE,
    BeforeValidator(_csv),
    Field(description="A CSV file below the briefing's folder.", examples=["data.csv"]),
]
Columns = Annotated[
    Choice | None,
    OPAQUE,
    BeforeValidator(_columns),
    Field(
        description="Which columns, in order; a map gives each its heading.",
        examples=["[Year, Attacks]"],
    ),
]
Caption = Annotated[
    Text | None, Field(description="What it shows.", examples=["Attacks by month. @3"])
]


def chosen(file: CsvFile, columns: Choice | None) -> Grid:
    """Return the table of `file`, cut to the wanted columns."""
    return select(file.grid, columns, file.name) if columns else file.grid


class Table(Model):
    """Rows and columns, typed with `|` or out of a CSV file."""

    noun: ClassVar[str] = "a table"
    sample: ClassVar[str] = "table: { file: data.csv }"

    typed: Annotated[Grid | None, OPAQUE, Field(alias="<typed>")] = None
    file: CsvName = None
    columns: Columns = None
    caption: Caption = None

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Take text with `|` for the table itself."""
        return {"<typed>": parse_grid(data)} if isinstance(data, str) else data

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead errors of a typed table to its text."""
        return () if isinstance(data, str) else loc

    @model_validator(mode="after")
    def _filled(self) -> Self:
        if self.typed is None and self.file is None:
            raise problem(
                "B002",
                "a table wants the key `file`",
                f"write `{self.sample}`, or type the rows below `table: |`",
            )
        _ = self.grid
        return self

    @property
    def grid(self) -> Grid:
        """The head and the rows."""
        if self.typed is not None:
            return self.typed
        assert self.file is not None  # noqa: S101  # `_filled` has made sure
        return chosen(self.file, self.columns)
