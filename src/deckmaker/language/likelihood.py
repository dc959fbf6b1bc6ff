"""How likely and how sure: the two scales with their terms, and the words an author gives."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from deckmaker.diagnostics import KEY
from deckmaker.language.schema import Loc, Model, Text, found, listing, not_among, problem

ScaleName = Literal["icd203", "phia"]
Level = Literal["low", "moderate", "high"]

_MISSPELT = 0.9
"""The likeness (difflib's ratio) from which a word is a term with a slip of the pen."""
_NEGATIONS = frozenset(("not", "no", "never", "hardly", "scarcely", "barely", "less"))

LEVELS: tuple[Level, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale: its terms, the first of them the usual one, and its range."""

    terms: tuple[str, ...]
    low: float
    """Per cent."""
    high: float
    """Per cent."""
    bounds: Literal["between", "up to", "from", "below"] = "between"
    """How the range reads: `20–45`, `≤5`, `≥95`, `40 to under 50`."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A standard's scale of likelihood."""

    name: str
    title: str
    steps: tuple[Step, ...]

    def step(self, term: str) -> Step | None:
        """Return the step that `term` names."""
        folded = " ".join(term.casefold().replace("-", " ").split())
        return next((step for step in self.steps if folded in step.terms), None)

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term of the scale, from the least likely up."""
        return tuple(term for step in self.steps for term in step.terms)

    def meant(self, words: str) -> str | None:
        """Return the term that an author probably meant, None where one cannot tell.

        That is the longest that stands in `words` whole, `likely` in `quite likely`, unless a
        negation turns it round; else one that is all but spelt so. Mere likeness of letters
        would take `quite likely` for `unlikely`.
        """
        told = words.casefold().replace("-", " ").split()
        text = " ".join(told)
        within = [term for term in self.terms if f" {term} " in f" {text} "]
        if within and _NEGATIONS.isdisjoint(told):
            return max(within, key=len)
        spelt = get_close_matches(text, self.terms, n=1, cutoff=_MISSPELT)
        return spelt[0] if spelt and spelt[0][0] == text[0] else None


SCALES: dict[ScaleName, Scale] = {
    "icd203": Scale(
        "ICD 203",
        "ICD 203",
        (
            Step(("almost no chance", "remote"), 1, 5),
            Step(("very unlikely", "highly improbable"), 5, 20),
            Step(("unlikely", "improbable"), 20, 45),
            Step(("roughly even chance", "roughly even odds"), 45, 55),
            Step(("likely", "probable"), 55, 80),
            Step(("very likely", "highly probable"), 80, 95),
            Step(("almost certain", "nearly certain"), 95, 99),
        ),
    ),
    "phia": Scale(
        "PHIA",
        "PHIA probability yardstick",
        (
            Step(("remote chance",), 0, 5, "up to"),
            Step(("highly unlikely",), 10, 20),
            Step(("unlikely",), 25, 35),
            Step(("realistic possibility",), 40, 50, "below"),
            Step(("likely", "probable"), 55, 75),
            Step(("highly likely",), 80, 90),
            Step(("almost certain",), 95, 100, "from"),
        ),
    ),
}
"""ICD 203 of the US intelligence community; PHIA's yardstick of the UK's."""


class Likelihood(Model):
    """How likely a case is: the source's own word, or our judgement on the briefing's scale."""

    noun: ClassVar[str] = "a likelihood"
    sample: ClassVar[str] = "likelihood: { ours: unlikely, confidence: low }"

    article: Annotated[
        Text | None,
        Field(
            description="The source's own word; printed in quotation marks, without a range.",
            examples=["remains unlikely"],
        ),
    ] = None
    ours: Annotated[
        Text | None,
        Field(
            description="Our judgement: a term of the briefing's scale.",
            examples=list(dict.fromkeys(term for one in SCALES.values() for term in one.terms)),
        ),
    ] = None
    confidence: Annotated[
        Level | None,
        Field(description="How sure we are of our own judgement.", examples=["moderate"]),
    ] = None

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read `not given` as a likelihood of neither kind."""
        if isinstance(data, str):
            if " ".join(data.casefold().split()) == "not given":
                return {}
            raise problem(
                "B003",
                f"`likelihood` does not say whose judgement this is: {found(data)}",
                f"the source's own word: `likelihood: {{ article: {data} }}`",
                f"our judgement: `likelihood: {{ ours: {data} }}`",
                "or `likelihood: not given`",
            )
        if isinstance(data, dict):
            if "article" in data and "ours" in data:
                raise problem(
                    "B004",
                    "a likelihood is either the source's word or ours, but both stand here",
                    "keep `article` or `ours`",
                )
            if "article" in data and "confidence" in data:
                raise problem(
                    "B004",
                    "`confidence` belongs to our own judgement, but the word is the source's",
                    "leave `confidence` out, or give our own word under `ours`",
                    at=("confidence", KEY),
                )
            if not data.keys() & {"article", "ours"}:
                raise problem(
                    "B002",
                    "a likelihood wants `article` or `ours`",
                    f"write `{cls.sample}`, or `likelihood: not given`",
                )
        return data


class Confidence(Model):
    """How sure the authors are, and why: `low: one unsigned source`."""

    noun: ClassVar[str] = "a confidence"
    sample: ClassVar[str] = "confidence: { low: One unsigned source. }"

    level: Annotated[Level, Field(alias="<level>")]
    reason: Annotated[Text | None, Field(alias="<reason>")] = None

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read a level alone, or a level with its reason."""
        if isinstance(data, str):
            data = {data: ""}
        if not isinstance(data, dict) or len(data) != 1:
            return data if not isinstance(data, dict) else _one_level(data)
        ((level, reason),) = data.items()
        if level not in LEVELS:
            raise not_among("`confidence`", level, LEVELS)
        return {"<level>": level, "<reason>": reason}

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead an error in the reason to the level that it stands under."""
        return (next(iter(data)),) if isinstance(data, dict) and data else ()


def _one_level(data: dict[str, Any]) -> Any:
    raise problem(
        "B003",
        f"`confidence` wants one level with its reason, but {found(data)}",
        f"write one of {listing(LEVELS)}, a colon and the reason",
        at=(list(data)[1], KEY) if data else (),
    )
