"""Blocks of sentences: summary, points, text, callout, questions."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from deckmaker.language.blocks.base import BaseBlock, Points
from deckmaker.language.likelihood import Confidence
from deckmaker.language.points import Point
from deckmaker.language.schema import Model, Text
from deckmaker.richtext import paragraphs


class Summary(Model):
    """The bottom line up front, the points that carry it and how sure we are."""

    noun: ClassVar[str] = "a summary"
    sample: ClassVar[str] = "summary: { bluf: The bottom line in one sentence. }"

    bluf: Annotated[
        Text,
        Field(
            description="The bottom line up front, in one or two sentences.",
            examples=["A meeting remains unlikely."],
        ),
    ]
    points: Annotated[
        tuple[Point, ...], Field(description="What carries the bottom line.", min_length=1)
    ] = ()
    confidence: Annotated[
        Confidence | None,
        Field(description="How sure we are, and why.", examples=["{ low: One unsigned source. }"]),
    ] = None


class SummaryBlock(BaseBlock):
    """The executive summary."""

    kind: ClassVar[str] = "summary"
    noun: ClassVar[str] = "a summary block"

    summary: Annotated[Summary, Field(description="The bottom line with its points.")]


class PointsBlock(BaseBlock):
    """A list of points."""

    kind: ClassVar[str] = "points"
    noun: ClassVar[str] = "a points block"

    points: Annotated[Points, Field(description="A list of points, each `Short: full`.")]


def _paragraphs(data: Any) -> Any:
    """Cut one text into paragraphs at its blank lines."""
    return paragraphs(data) if isinstance(data, str) else data


class TextBlock(BaseBlock):
    """Running prose: a text with blank lines between paragraphs, or a list of points."""

    kind: ClassVar[str] = "text"
    noun: ClassVar[str] = "a text block"

    text: Annotated[
        Points,
        BeforeValidator(_paragraphs),
        Field(description="Paragraphs; the slide shows the lead of each."),
    ]


def _callout(data: Any) -> Any:
    """Let `callout: { text: … }` stand for the sentence itself."""
    if isinstance(data, dict) and list(data) == ["text"]:
        return data["text"]
    return data


class CalloutBlock(BaseBlock):
    """One sentence on a panel."""

    kind: ClassVar[str] = "callout"
    noun: ClassVar[str] = "a callout block"

    callout: Annotated[
        Text,
        BeforeValidator(_callout),
        Field(
            description="One sentence that must not be missed.",
            examples=["The offer ends on Friday."],
        ),
    ]


class QuestionsBlock(BaseBlock):
    """Open questions, each with what can be said to it."""

    kind: ClassVar[str] = "questions"
    noun: ClassVar[str] = "a questions block"

    questions: Annotated[Points, Field(description="A list of `Question?: what we can say`.")]
