"""Blocks of people and what they say or do: timeline, positions, quote, asks."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from deckmaker.diagnostics import KEY, Path
from deckmaker.language.blocks.base import BaseBlock
from deckmaker.language.dates import Edtf, parse_edtf, real_day
from deckmaker.language.points import Point
from deckmaker.language.schema import Loc, Model, Text, found, problem, short


class Entry(Model):
    """One entry of a timeline: `When: what happened`, or `when`, `date` and `what`."""

    noun: ClassVar[str] = "an entry of a timeline"
    sample: ClassVar[str] = "- Monday: What happened"

    when: Annotated[
        Text | None, Field(description="When, in the source's words.", examples=["Monday night"])
    ] = None
    date: Annotated[
        Edtf | None,
        Field(
            description="The date (EDTF): 2024, 2024-05, 2024-05-17, 2024-05~, 2022/2024.",
            examples=["2024-05-17"],
        ),
    ] = None
    what: Annotated[Point, Field(description="What happened.", examples=["The talks began"])]
    key: Annotated[str | None, Field(alias="<key>")] = None
    """The key of the pair, where it is one."""

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read the pair `When: what`; a date before the colon is a date."""
        if not isinstance(data, dict) or data.keys() & {"when", "date", "what"}:
            return data
        if len(data) != 1:
            second = list(data)[1] if len(data) > 1 else ""
            raise problem(
                "B003",
                f"an entry is one pair `When: what`, but {found(data)}",
                "begin each entry with `- `, and indent what happened below its time",
                at=(second, KEY) if second else (),
            )
        ((when, what),) = data.items()
        if what == "":
            raise problem(
                "B003",
                f"nothing stands after `{short(when)}:`",
                "write what happened behind the colon or below it, further in",
                at=(when,),
            )
        try:
            dated = parse_edtf(when) is not None
        except ValueError:
            dated = True
        return {"date" if dated else "when": when, "what": what, "<key>": when}

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead an error in a pair to where the author typed it."""
        if isinstance(data, dict) and len(data) == 1 and not data.keys() & {"when", "date", "what"}:
            (when,) = data
            return (when, *loc[1:]) if loc[:1] == ("what",) else (when, KEY)
        return loc

    @model_validator(mode="after")
    def _timed(self) -> Self:
        if self.when is None and self.date is None:
            raise problem("B002", "an entry wants `when` or `date`", f"write `{self.sample}`")
        return self

    @property
    def when_path(self) -> Path:
        """Where the time stands, from the entry on."""
        if self.key is not None:
            return (self.key, KEY)
        return ("when",) if self.when else ("date",)

    @property
    def what_path(self) -> Path:
        """Where the event stands, from the entry on."""
        return ("what",) if self.key is None else (self.key,)


class TimelineBlock(BaseBlock):
    """What happened when."""

    kind: ClassVar[str] = "timeline"
    noun: ClassVar[str] = "a timeline block"

    timeline: Annotated[
        tuple[Entry, ...],
        Field(description="Entries in order, each `When: what happened`.", min_length=1),
    ]

    @property
    def wholly_of(self) -> tuple[Point, ...]:
        """What happened in each entry; its time stands and falls with that."""
        return tuple(entry.what for entry in self.timeline)


class Position(Model):
    """What one actor thinks."""

    noun: ClassVar[str] = "a position"
    sample: ClassVar[str] = "- who: Name"

    who: Annotated[Text, Field(description="The actor.", examples=["Sergey Lavrov"])]
    role: Annotated[
        Text | None, Field(description="Office or function.", examples=["Foreign minister"])
    ] = None
    stance: Annotated[
        Text | None,
        Field(description="Our label of the stance, a few words.", examples=["Preparation first"]),
    ] = None
    view: Annotated[
        Point | None,
        Field(description="The view, `Short: full`.", examples=["Any format, but with care"]),
    ] = None
    quote: Annotated[
        Text | None,
        Field(
            description="The actor's own words, verbatim; the marks around them are set for you.",
            examples=["We do not refuse any forms of work"],
        ),
    ] = None


class PositionsBlock(BaseBlock):
    """Who thinks what."""

    kind: ClassVar[str] = "positions"
    noun: ClassVar[str] = "a positions block"

    positions: Annotated[
        tuple[Position, ...],
        Field(description="The actors, each with role, stance, view and quote.", min_length=1),
    ]


class Quote(Model):
    """One quotation and who said it."""

    noun: ClassVar[str] = "a quote"
    sample: ClassVar[str] = "quote: { text: Their words, who: Name }"

    text: Annotated[
        Text,
        Field(description="The words, verbatim.", examples=["We do not refuse any forms of work"]),
    ]
    who: Annotated[Text | None, Field(description="Whose words.", examples=["Sergey Lavrov"])] = (
        None
    )
    role: Annotated[
        Text | None, Field(description="Office or function.", examples=["Foreign minister"])
    ] = None
    context: Annotated[
        Text | None,
        Field(description="When and where it was said.", examples=["After the call"]),
    ] = None


class QuoteBlock(BaseBlock):
    """One large quotation."""

    kind: ClassVar[str] = "quote"
    noun: ClassVar[str] = "a quote block"

    quote: Annotated[Quote, Field(description="The words, who said them and when.")]


class Ask(Model):
    """One thing that is asked of the reader."""

    noun: ClassVar[str] = "an ask"
    sample: ClassVar[str] = "- do: Approve the text"

    do: Annotated[
        Text, Field(description="What to do, as an imperative.", examples=["Approve the text"])
    ]
    who: Annotated[Text | None, Field(description="Who does it.", examples=["The minister"])] = None
    by: Annotated[
        Text | None,
        AfterValidator(lambda by: by and real_day(by)),
        Field(description="By when: a date or words.", examples=["2026-12-01"]),
    ] = None
    why: Annotated[Text | None, Field(description="The reason.", examples=["The offer ends."])] = (
        None
    )

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Let the deed alone stand for the map."""
        return {"do": data} if isinstance(data, str) else data


class AsksBlock(BaseBlock):
    """What is asked, numbered."""

    kind: ClassVar[str] = "asks"
    noun: ClassVar[str] = "an asks block"

    asks: Annotated[
        tuple[Ask, ...],
        Field(description="Imperatives, each with `do`, `who`, `by`, `why`.", min_length=1),
    ]
