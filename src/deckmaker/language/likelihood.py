"""How likely and how sure: the two scales with their terms, and the words an author gives."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from deckmaker.diagnostics import KEY
from deckmaker.language.schema import Loc, Model, Text, found, listing, not_among, problem
from deckmaker.wording import ENGLISH, Terms, languages, wording_for

ScaleName = Literal["icd203", "phia"]
Level = Literal["low", "moderate", "high"]

_MISSPELT = 0.9
"""The likeness (difflib's ratio) from which a word is a term with a slip of the pen."""
_TURNING = """
not no never hardly scarcely barely less nicht kaum kein weniger ne pas peu moins non poco meno
menos apenas nie mało mniej не нет мало менее ні менш değil pek لا غير ليس أقل לא אין פחות नहीं कम
niet nauwelijks minder não pouco inte knappast mindre není málo
"""
"""Words that turn a term round, in many languages."""
_NEGATIONS = frozenset(_TURNING.split())

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
    standard: tuple[str, ...] = ()
    """The terms of the standard itself, where `terms` are those of another language."""

    def own(self, term: str) -> str:
        """Return `term` in the language of the scale: a standard's own term is put into it."""
        return self.terms[0] if _folded(term) in map(_folded, self.standard) else term


@dataclass(frozen=True, slots=True)
class Scale:
    """A standard's scale of likelihood."""

    name: str
    title: str
    steps: tuple[Step, ...]

    def step(self, term: str) -> Step | None:
        """Return the step that `term` names, in the scale's language or in English."""
        said = _folded(term)
        return next(
            (one for one in self.steps if said in map(_folded, (*one.terms, *one.standard))), None
        )

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
        said = _folded(words)
        terms = {_folded(term): term for term in self.terms}
        within = [term for term in terms if f" {term} " in f" {said} "]
        longest = max(within, key=len, default="")
        if longest and _NEGATIONS.isdisjoint(said.replace(longest, " ").split()):
            return terms[longest]
        spelt = get_close_matches(said, terms, n=1, cutoff=_MISSPELT)
        return terms[spelt[0]] if spelt and spelt[0][0] == said[0] else None


def _folded(term: str) -> str:
    """Return `term` without capitals, hyphens and vowel marks that not everybody writes."""
    small = term.casefold().replace("ı", "i")  # capitals do not tell the two of Turkish apart
    bare = (letter for letter in small if not unicodedata.combining(letter))
    return " ".join("".join(bare).replace("-", " ").split())


_RANGES: dict[ScaleName, tuple[Step, ...]] = {
    "icd203": tuple(
        Step((), low, high)
        for low, high in ((1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99))
    ),
    "phia": (
        Step((), 0, 5, "up to"),
        Step((), 10, 20),
        Step((), 25, 35),
        Step((), 40, 50, "below"),
        Step((), 55, 75),
        Step((), 80, 90),
        Step((), 95, 100, "from"),
    ),
}
"""ICD 203 of the US intelligence community; PHIA's yardstick of the UK's."""


@cache
def scale_in(name: ScaleName, language: str) -> Scale:
    """Return a scale with its terms in the language of a BCP 47 tag, or in English."""
    wording = wording_for(language)
    own: dict[ScaleName, Terms] = {"icd203": wording.icd203, "phia": wording.phia}
    english: dict[ScaleName, Terms] = {"icd203": ENGLISH.icd203, "phia": ENGLISH.phia}
    steps = (
        replace(step, terms=terms, standard=standard if terms != standard else ())
        for step, terms, standard in zip(_RANGES[name], own[name], english[name], strict=True)
    )
    called, title = ("ICD 203", "ICD 203") if name == "icd203" else ("PHIA", wording.phia_title)
    return Scale(called, title, tuple(steps))


SCALES: dict[ScaleName, Scale] = {name: scale_in(name, "en") for name in _RANGES}
"""The scales as their standards word them."""


def levels_in(language: str) -> dict[Level, str]:
    """Return the words for how confident one can be, in the language of a BCP 47 tag."""
    wording = wording_for(language)
    return {"low": wording.low, "moderate": wording.moderate, "high": wording.high}


def every_level() -> tuple[str, ...]:
    """Return the words for how confident one can be in every language, English ones first."""
    words = (word for tag in ("en", *languages()) for word in levels_in(tag).values())
    return tuple(dict.fromkeys(words))


def read_level(data: Any, info: ValidationInfo) -> Any:
    """Read a level in English or in the language of the briefing."""
    if not isinstance(data, str):
        return data
    own = levels_in((info.context or {}).get("lang", "en"))
    said = _folded(data)
    for level, word in own.items():
        if said in (level, _folded(word)):
            return level
    raise not_among("`confidence`", data, own.values())


AnyLevel = Annotated[Level, BeforeValidator(read_level)]
"""A level in English or in the language of the briefing."""


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
        AnyLevel | None,
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

    level: Annotated[AnyLevel, Field(alias="<level>")]
    key: Annotated[str, Field(alias="<key>")]
    """The level as it is written."""
    reason: Annotated[Text | None, Field(alias="<reason>")] = None

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read a level alone, or a level with its reason."""
        if isinstance(data, str):
            data = {data: ""}
        if not isinstance(data, dict) or len(data) != 1:
            return data if not isinstance(data, dict) else _one_level(data)
        ((level, reason),) = data.items()
        return {"<level>": level, "<key>": level, "<reason>": reason}

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Lead an error to the level, or in the reason to the level that it stands under."""
        if not isinstance(data, dict) or not data:
            return ()
        level = next(iter(data))
        return (level, KEY) if loc[:1] == ("<level>",) else (level,)


def _one_level(data: dict[str, Any]) -> Any:
    raise problem(
        "B003",
        f"`confidence` wants one level with its reason, but {found(data)}",
        f"write one of {listing(LEVELS)}, a colon and the reason",
        at=(list(data)[1], KEY) if data else (),
    )
