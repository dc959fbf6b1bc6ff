"""What all blocks share: title, notes, memo, only, deck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from deckmaker.diagnostics import KEY
from deckmaker.language.excuses import Excuses
from deckmaker.language.points import Medium, Point
from deckmaker.language.schema import Model, Text, Texts, YesNo, problem, problems

Points = Annotated[tuple[Point, ...], Field(min_length=1)]


class DeckOptions(Model):
    """How the block stands on the slide, where there is a choice."""

    noun: ClassVar[str] = "`deck`"
    sample: ClassVar[str] = "deck: { bleed: true }"

    bleed: Annotated[
        YesNo, Field(description="Let a picture fill the whole slide.", examples=["true"])
    ] = False


class BaseBlock(Model):
    """One block of a section, of whatever kind."""

    kind: ClassVar[str] = ""
    """The key that names the kind; the field of this name holds the content."""
    sample: ClassVar[str] = "points: …"

    title: Annotated[
        Text | None,
        Field(
            description="The assertion: title of the slide, heading in the memo.",
            examples=["Moscow sets conditions"],
        ),
    ] = None
    notes: Annotated[
        Texts, Field(description="For the presenter; never in the memo.", examples=["Pause here."])
    ] = ()
    memo: Annotated[
        Texts,
        Field(
            description="A paragraph more, in the memo alone.",
            examples=["The demand is a condition of the treaty."],
        ),
    ] = ()
    only: Annotated[
        Medium | None, Field(description="Show the block in one medium alone.", examples=["memo"])
    ] = None
    deck: Annotated[
        DeckOptions | None, Field(description="Options of the slide.", examples=["{ bleed: true }"])
    ] = None
    ignore: Excuses = Field(default_factory=dict)

    @model_validator(mode="after")
    def _used(self) -> Self:
        """An option that can do nothing here was meant to do something."""
        if found_there := list(self._unused()):
            raise problems(found_there)
        return self

    def _unused(self) -> Iterator[PydanticCustomError]:
        """Yield the options of the block that nothing comes of."""
        if self.deck and "bleed" in self.deck.model_fields_set and self.kind != "image":
            message = f"`bleed` lets a picture fill the slide, but this is {self.noun}"
            hint = "leave it out: it belongs beside `image:`"
            yield problem("B004", message, hint, at=("deck", "bleed", KEY))
        for key, kept, shown_in in (("notes", self.notes, "deck"), ("memo", self.memo, "memo")):
            if kept and self.only not in (None, shown_in):
                message = (
                    f"`{key}` is for the {shown_in}, but the block is for the {self.only} alone"
                )
                yield problem("B004", message, f"leave out `{key}` or `only`", at=(key, KEY))

    @property
    def content(self) -> Any:
        """What stands under the key of the kind."""
        return getattr(self, self.kind)

    @property
    def wholly_of(self) -> tuple[Point, ...]:
        """The points that all of the content consists of; empty where there is more to it."""
        content = self.content if isinstance(self.content, tuple) else ()
        points = tuple(one for one in content if isinstance(one, Point))
        return points if len(points) == len(content) else ()

    def shows(self, medium: Medium) -> bool:
        """Whether `medium` shows anything of the block."""
        points = self.wholly_of
        shown = not points or any(point.only in (None, medium) for point in points)
        return shown and self.only in (None, medium)
