"""Blocks of figures and pictures: stats, table, image."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo

from deckmaker.diagnostics import KEY
from deckmaker.language.blocks.base import BaseBlock
from deckmaker.language.blocks.tables import Table
from deckmaker.language.figures import Figure, parse_figure
from deckmaker.language.files import read_inside
from deckmaker.language.pictures import MAX_BYTES as MAX_PICTURE_BYTES
from deckmaker.language.pictures import Picture, read_picture
from deckmaker.language.schema import OPAQUE, Loc, Model, Text, found, problem, short


class Stat(Model):
    """One figure with its meaning: `270 drones: launched on Monday night`."""

    noun: ClassVar[str] = "a stat"
    sample: ClassVar[str] = "- 270 drones: launched on Monday night"

    figure: Annotated[Text, Field(alias="<figure>")]
    meaning: Annotated[Text, Field(alias="<meaning>")]

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read the pair of figure and meaning."""
        if not isinstance(data, dict) or len(data) != 1:
            hint = f"write `{cls.sample}`"
            if isinstance(data, dict) and len(data) > 1:
                raise problem(
                    "B003",
                    f"a stat is one pair, but {found(data)}",
                    "begin each stat with `- `",
                    at=(list(data)[1], KEY),
                )
            raise problem(
                "B003", f"a stat wants a figure, a colon and its meaning, but {found(data)}", hint
            )
        ((figure, meaning),) = data.items()
        if parse_figure(figure) is None:
            raise problem(
                "B003",
                f"`{short(figure)}` does not begin with a figure",
                "put the figure first, in digits: `270 drones`, `12%`, `$3.2 billion`",
                at=(figure, KEY),
            )
        if not isinstance(meaning, str) or not meaning:
            raise problem(
                "B003",
                f"after `{short(figure)}:` its meaning is wanted, but {found(meaning)}",
                f"write `{cls.sample}`",
                at=(figure,),
            )
        return {"<figure>": figure, "<meaning>": meaning}

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead errors to the pair."""
        return ()

    @property
    def parts(self) -> Figure:
        """The numeral and its unit."""
        parts = parse_figure(self.figure)
        assert parts is not None  # noqa: S101  # `unfold` has made sure
        return parts


class StatsBlock(BaseBlock):
    """Figures beside each other."""

    kind: ClassVar[str] = "stats"
    noun: ClassVar[str] = "a stats block"

    stats: Annotated[
        tuple[Stat, ...],
        Field(description="Figures, each `270 drones: what they mean`.", min_length=1),
    ]


class TableBlock(BaseBlock):
    """Rows and columns."""

    kind: ClassVar[str] = "table"
    noun: ClassVar[str] = "a table block"

    table: Annotated[
        Table,
        Field(description="Text with `|` between cells, or `{ file: data.csv, columns: … }`."),
    ]


def _picture(data: Any, info: ValidationInfo) -> Picture:
    if isinstance(data, Picture):
        return data
    if not isinstance(data, str):
        raise problem("B003", f"the name of an image file is wanted, but {found(data)}")
    return read_picture(read_inside(data, info.context, MAX_PICTURE_BYTES), data)


class Image(Model):
    """A picture with what it shows in words."""

    noun: ClassVar[str] = "an image"
    sample: ClassVar[str] = "image: { file: map.png, alt: What the picture shows }"
    lacking: ClassVar[Mapping[str, str]] = {"alt": "A01"}

    file: Annotated[
        Picture,
        OPAQUE,
        BeforeValidator(_picture),
        Field(
            description="A PNG, JPEG or GIF file below the briefing's folder.",
            examples=["map.png"],
        ),
    ]
    alt: Annotated[
        Text,
        Field(
            description="What the picture shows, for those who cannot see it.",
            examples=["Map of the front line in August"],
        ),
    ]
    credit: Annotated[
        Text | None, Field(description="Whose picture it is.", examples=["Photo: Ministry"])
    ] = None
    caption: Annotated[
        Text | None, Field(description="What the picture tells.", examples=["The line in August"])
    ] = None

    @classmethod
    def advice(cls, key: str) -> str | None:
        """Say where the slide's own option belongs."""
        return "write `deck: { bleed: true }` beside `image:`" if key == "bleed" else None


class ImageBlock(BaseBlock):
    """A picture."""

    kind: ClassVar[str] = "image"
    noun: ClassVar[str] = "an image block"

    image: Annotated[Image, Field(description="A picture with `file`, `alt`, `credit`, `caption`.")]
