"""The block of what may come: scenarios."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from deckmaker.language.blocks.base import BaseBlock
from deckmaker.language.likelihood import Likelihood
from deckmaker.language.schema import Model, Text, Texts


class Scenario(Model):
    """One case of the outlook."""

    noun: ClassVar[str] = "a scenario"
    sample: ClassVar[str] = "- case: A new round of talks"

    case: Annotated[Text, Field(description="What may come.", examples=["A new round of talks"])]
    likelihood: Annotated[
        Likelihood,
        Field(
            description="`{ article: the source's word }`, `{ ours: term }` or `not given`.",
            examples=["not given"],
        ),
    ]
    driver: Annotated[
        Text | None, Field(description="What it turns on.", examples=["Pressure on Kyiv failing."])
    ] = None
    watch: Annotated[
        Texts, Field(description="What to watch for.", examples=["[Seniority of the delegations]"])
    ] = ()


class ScenariosBlock(BaseBlock):
    """What may come, and how likely it is."""

    kind: ClassVar[str] = "scenarios"
    noun: ClassVar[str] = "a scenarios block"

    scenarios: Annotated[
        tuple[Scenario, ...],
        Field(description="Cases, each with likelihood, driver and watch.", min_length=1),
    ]
