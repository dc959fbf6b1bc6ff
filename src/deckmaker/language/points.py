"""A Point: one statement at two lengths, from any of the forms that authors write it in."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from deckmaker.diagnostics import KEY, Path
from deckmaker.language.schema import Loc, Model, Text, YesNo, found, problem, short

Medium = Literal["deck", "memo"]

OPTIONS = ("point", "full", "only", "lead")
"""The keys of the long form."""


class Point(Model):
    """What a slide shows, and what the memo says beside it.

    Written as a text, as one pair `Short: full`, or in the long form with its options.
    """

    noun: ClassVar[str] = "a point"
    sample: ClassVar[str] = "- Short form for the slide: full sentence for the memo"

    point: Annotated[
        Text,
        Field(
            description="What the slide shows; the memo prints it as a bold lead.",
            examples=["Moscow sets conditions"],
        ),
    ]
    full: Annotated[
        Text | None,
        Field(
            description="What the memo says; it becomes the speaker notes too.",
            examples=["Two conditions stand in the way of a meeting."],
        ),
    ] = None
    only: Annotated[
        Medium | None, Field(description="Show it in one medium alone.", examples=["memo"])
    ] = None
    lead: Annotated[
        YesNo,
        Field(description="Whether the memo prints the short form before the full one."),
    ] = True
    form: Annotated[Literal["plain", "pair", "long"], Field(alias="<form>")] = "long"

    @property
    def short_path(self) -> Path:
        """Where the short form stands, from the point on."""
        steps: dict[str, Path] = {"plain": (), "pair": (self.point, KEY), "long": ("point",)}
        return steps[self.form]

    @property
    def full_path(self) -> Path:
        """Where the full form stands, from the point on."""
        return ("full",) if self.form == "long" else (self.point,)

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read the three forms."""
        if isinstance(data, str):
            return {"point": data, "<form>": "plain"}
        if not isinstance(data, dict) or not data or "point" in data:
            return data
        if len(data) == 1 and not data.keys() & set(OPTIONS):
            ((key, full),) = data.items()
            if not isinstance(full, str):
                raise problem(
                    "B003",
                    f"after `{short(key)}:` the full text is wanted, but {found(full)}",
                    "write the pair as `Short: full`",
                    at=(key,),
                )
            if not full:
                raise problem(
                    "B003",
                    f"nothing stands after `{short(key)}:`",
                    "write the full text, or leave the colon out",
                    at=(key,),
                )
            return {"point": key, "full": full, "<form>": "pair"}
        if not data.keys() & set(OPTIONS):
            second = list(data)[1]
            raise problem(
                "B003",
                f"a point is one pair, but {found(data)}",
                f"begin a new point with `- {short(second, 30)}: …`",
                "for options write `point: …`, `full: …`",
                at=(second, KEY),
            )
        return data

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead an error in a shorter form to where the author typed it."""
        if isinstance(data, dict) and len(data) == 1 and "point" not in data:
            (key,) = data
            return (key, KEY) if loc[:1] == ("point",) else (key,)
        return () if isinstance(data, str) else loc
