"""A section as an author writes it: with its one block in it, or with a list of blocks."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator

from deckmaker.diagnostics import Path
from deckmaker.language.blocks import COMMON_KEYS, KINDS, AnyBlock, Block
from deckmaker.language.excuses import Excuses
from deckmaker.language.points import Medium
from deckmaker.language.schema import Loc, Model, Text, listing, nearest, problem


class Section(Model):
    """One section: a signpost, an assertion and its blocks."""

    noun: ClassVar[str] = "a section"
    sample: ClassVar[str] = "- section: Outlook"

    section: Annotated[
        Text, Field(description="The signpost: kicker of the slide, label in the memo.")
    ]
    title: Annotated[
        Text | None, Field(description="The assertion: title of the slide, heading in the memo.")
    ] = None
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, description="The section's blocks.")]
    ignore: Excuses = Field(default_factory=dict)
    flat: Annotated[bool, Field(alias="<flat>")] = False
    """Written with its only block in it."""

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read a section with its block in it as one with a list of one block."""
        if not isinstance(data, dict) or "blocks" in data:
            return data
        own = {key: value for key, value in data.items() if _is_own(key)}
        rest = {key: value for key, value in data.items() if key not in own}
        if not rest.keys() - set(COMMON_KEYS):
            raise problem(
                "B002",
                "this section has no block",
                f"add one of {listing(KINDS)}, or several under `blocks:`",
            )
        return {**own, "blocks": [rest], "<flat>": True}

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead errors of the only block to the section that it is written in."""
        flat = isinstance(data, dict) and "blocks" not in data
        return loc[2:] if flat and loc[:1] == ("blocks",) else loc

    @model_validator(mode="after")
    def _shared(self) -> Self:
        """A section stands in both media, so each must show something of it."""
        pairs: tuple[tuple[Medium, Medium], ...] = (("deck", "memo"), ("memo", "deck"))
        for medium, other in pairs:
            if not any(block.shows(medium) for block in self.blocks):
                raise problem(
                    "B005",
                    f"the {medium} shows nothing of this section: all of it is for the {other}",
                    "both media have the same sections; leave out `only` in one block",
                )
        return self

    @classmethod
    def advice(cls, key: str) -> str | None:
        """Say where the keys of a block belong beside `blocks`."""
        if key in KINDS or key in COMMON_KEYS:
            return f"move `{key}` into an item of `blocks:`"
        return None

    def block_path(self, index: int) -> Path:
        """Return where block `index` stands, from the section on."""
        return () if self.flat else ("blocks", index)

    def block_title(self, block: AnyBlock) -> str:
        """Return the title of `block`: its own, else the section's."""
        return block.title or self.title or self.section


def _is_own(key: str) -> bool:
    """Whether a key of a flat section belongs to the section, or was meant to."""
    names = ("section", "title", "blocks", "ignore")
    return key in names or nearest(key, [*names, *KINDS, *COMMON_KEYS]) in names
