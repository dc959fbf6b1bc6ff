"""The fourteen kinds of block, as authors write them: one model for each, and their union."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainValidator, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from deckmaker.diagnostics import KEY
from deckmaker.language.blocks.actors import (
    Ask,
    AsksBlock,
    Entry,
    Position,
    PositionsBlock,
    Quote,
    QuoteBlock,
    TimelineBlock,
)
from deckmaker.language.blocks.base import BaseBlock, DeckOptions
from deckmaker.language.blocks.charts import Chart, ChartBlock, ChartData, ChartType
from deckmaker.language.blocks.data import Image, ImageBlock, Stat, StatsBlock, TableBlock
from deckmaker.language.blocks.outlook import Scenario, ScenariosBlock
from deckmaker.language.blocks.prose import (
    CalloutBlock,
    PointsBlock,
    QuestionsBlock,
    Summary,
    SummaryBlock,
    TextBlock,
)
from deckmaker.language.blocks.tables import Table
from deckmaker.language.schema import found, keys_of, listing, nearest, problem, problems, short

AnyBlock = (
    SummaryBlock
    | PointsBlock
    | TextBlock
    | TimelineBlock
    | PositionsBlock
    | QuoteBlock
    | StatsBlock
    | TableBlock
    | ChartBlock
    | ImageBlock
    | ScenariosBlock
    | AsksBlock
    | CalloutBlock
    | QuestionsBlock
)
"""The closed union; match on it with `assert_never`."""

KINDS: dict[str, type[AnyBlock]] = {
    "summary": SummaryBlock,
    "points": PointsBlock,
    "text": TextBlock,
    "timeline": TimelineBlock,
    "positions": PositionsBlock,
    "quote": QuoteBlock,
    "stats": StatsBlock,
    "table": TableBlock,
    "chart": ChartBlock,
    "image": ImageBlock,
    "scenarios": ScenariosBlock,
    "asks": AsksBlock,
    "callout": CalloutBlock,
    "questions": QuestionsBlock,
}
"""The model of each kind, by its key."""

COMMON_KEYS = tuple(keys_of(BaseBlock))

__all__ = [
    "COMMON_KEYS",
    "KINDS",
    "AnyBlock",
    "Ask",
    "AsksBlock",
    "BaseBlock",
    "Block",
    "CalloutBlock",
    "Chart",
    "ChartBlock",
    "ChartData",
    "ChartType",
    "DeckOptions",
    "Entry",
    "Image",
    "ImageBlock",
    "PointsBlock",
    "Position",
    "PositionsBlock",
    "QuestionsBlock",
    "Quote",
    "QuoteBlock",
    "Scenario",
    "ScenariosBlock",
    "Stat",
    "StatsBlock",
    "Summary",
    "SummaryBlock",
    "Table",
    "TableBlock",
    "TextBlock",
    "TimelineBlock",
]


def _by_kind(data: Any, info: ValidationInfo) -> AnyBlock:
    """Read a block by the one key that names its kind."""
    if isinstance(data, BaseBlock):
        return data  # type: ignore[return-value]
    if not isinstance(data, dict):
        raise problem(
            "B003", f"a block is wanted, but {found(data)}", "write its kind as a key: `points:`"
        )
    kinds = [key for key in data if key in KINDS]
    if not kinds:
        raise _without_kind(data)
    if len(kinds) == 1:
        return KINDS[kinds[0]].model_validate(data, context=info.context)
    both = " and ".join(f"`{kind}`" for kind in kinds)
    found_there = [
        problem(
            "B004",
            f"{len(kinds)} kinds stand in one block: {both}",
            "give each a block of its own under `blocks:`, with a title of its own",
            at=(kinds[1], KEY),
        )
    ]
    for kind in kinds:
        alone = {key: value for key, value in data.items() if key == kind or key not in KINDS}
        found_there += _errors(kind, alone, info)
    raise problems(found_there)


def _errors(kind: str, data: Any, info: ValidationInfo) -> list[PydanticCustomError]:
    """Return what is wrong with `data` as a block of `kind`."""
    try:
        KINDS[kind].model_validate(data, context=info.context)
    except ValidationError as error:
        return [
            problem(
                one["type"],
                one["ctx"]["message"],
                *one["ctx"]["hints"],
                at=(*one["loc"], *one["ctx"]["at"]),
            )
            for one in error.errors(include_url=False)
        ]
    return []


def _without_kind(data: dict[str, Any]) -> PydanticCustomError:
    """Return the error for a block that has no kind, or a misspelt one."""
    for key in data:
        close = nearest(key, [*KINDS, *COMMON_KEYS])
        if close in KINDS:
            message = f"unknown key `{short(key)}` in a block"
            return problem("B001", message, f"did you mean `{close}`?", at=(key, KEY))
    strangers = [key for key in data if key not in COMMON_KEYS]
    if strangers:
        message = f"`{short(strangers[0])}` is no kind of block"
        return problem("B004", message, f"write {listing(KINDS)}", at=(strangers[0], KEY))
    return problem("B004", "this block has no kind", f"add {listing(KINDS)}")


Block = Annotated[AnyBlock, PlainValidator(_by_kind)]
"""A block of whatever kind, read by its key."""
