"""The tag of a language becomes the words in which it says, doubts, dates and counts.

They stand in a file of `data/vocabulary` for each language and feed the checks of a briefing; none
of them is ever printed. Every list is there as it stands in the file, and as `Words` that find it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from deckmaker.locales import lineage
from deckmaker.words import Entries, Words

__all__ = ["Vocabulary", "Words", "languages", "vocabulary_for"]

FOLDER = Path(__file__).parent / "data" / "vocabulary"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What tells who says something."""

    said: Entries
    """Forms of verbs of saying that stand beside a speaker, and what does their work: `he said`,
    Russian `по его словам`."""
    according_before: Entries
    """The speaker follows: `according to`."""
    according_behind: Entries
    """The speaker stands before: German `zufolge`."""
    pronouns: Entries
    """The third person, which may stand for a speaker."""
    honorifics: Entries
    """Titles and offices before or behind a name."""

    @property
    def any_said(self) -> Words:
        """Finds a verb of saying."""
        return Words(self.said, "verb")

    @property
    def any_according_before(self) -> Words:
        """Finds `according to` and the like."""
        return Words(self.according_before, "verb")

    @property
    def any_according_behind(self) -> Words:
        """Finds what says `according to` behind the speaker."""
        return Words(self.according_behind, "clinging")

    @property
    def any_pronoun(self) -> Words:
        """Finds a pronoun that may be a speaker."""
        return Words(self.pronouns, "verb")

    @property
    def any_honorific(self) -> Words:
        """Finds a title or office."""
        return Words(self.honorifics, "clinging")


@dataclass(frozen=True, slots=True)
class Hedges:
    """What makes a claim weaker."""

    words: Entries
    attributing: Entries
    """What leaves a claim with somebody, in the few words of a title."""

    @property
    def any_word(self) -> Words:
        """Finds a hedge."""
        return Words(self.words, "verb")

    @property
    def any_attributing(self) -> Words:
        """Finds what leaves a claim with somebody."""
        return Words(self.attributing, "verb")


@dataclass(frozen=True, slots=True)
class Weasels:
    """What leaves a claim with nobody in particular: `experts say`."""

    phrases: Entries

    @property
    def any_phrase(self) -> Words:
        """Finds such a phrase."""
        return Words(self.phrases)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What says how likely something is, or how sure."""

    loose: Entries
    """Terms of no scale: `a good chance`."""
    confidence: Entries
    """What a degree of confidence is named by."""

    @property
    def any_loose(self) -> Words:
        """Finds a term that is of no scale."""
        return Words(self.loose)

    @property
    def any_confidence(self) -> Words:
        """Finds a word for confidence."""
        return Words(self.confidence)


@dataclass(frozen=True, slots=True)
class Time:
    """What dates something."""

    relative: Entries
    """Days that mean nothing without the day of publication: `yesterday`."""
    yesterday: Entries
    tomorrow: Entries

    @property
    def any_relative(self) -> Words:
        """Finds a day that hangs on the day of publication."""
        return Words(self.relative)

    @property
    def any_yesterday(self) -> Words:
        """Finds what means the day before."""
        return Words(self.yesterday)

    @property
    def any_tomorrow(self) -> Words:
        """Finds what means the day after."""
        return Words(self.tomorrow)


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles that name a topic where they ought to say something of it."""

    topics: Entries
    """Whole titles: `background`."""
    topic_starts: Entries
    """What such a title begins with: `overview of`."""

    @property
    def any_topic(self) -> Words:
        """Finds a title that is no more than a topic; for `whole`."""
        return Words(self.topics)

    @property
    def any_topic_start(self) -> Words:
        """Finds the beginning of a title that names a topic; for `at`."""
        return Words(self.topic_starts)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What stands for a number, or behind one."""

    spelled: Mapping[int, Entries]
    """Every form of 2 to 20, of the tens, 100 and 1000, as far as it means nothing else."""
    function_words: Entries
    """What may follow a number and is not what is counted."""
    units: Entries
    """The forms of one unit, parted by `|`."""

    @property
    def any_spelled(self) -> Words:
        """Finds a number in words."""
        return Words(tuple(form for forms in self.spelled.values() for form in forms), "numeral")

    @property
    def any_function_word(self) -> Words:
        """Finds a word that is not what is counted."""
        return Words(self.function_words, "clinging")

    @property
    def any_unit(self) -> Words:
        """Finds a unit or currency."""
        return Words(self.units, "clinging")

    def value(self, word: str) -> int | None:
        """Return the number that a word stands for."""
        found = (n for n, forms in self.spelled.items() if Words(forms, "numeral").whole(word))
        return next(found, None)

    def unit(self, word: str) -> str:
        """Return the entry of `units` that a word is a form of, empty if it is none."""
        return next((one for one in self.units if Words((one,), "clinging").whole(word)), "")


@dataclass(frozen=True, slots=True)
class Acronyms:
    """Abbreviations that every reader of a newspaper knows."""

    known: Entries


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language that the checks of a briefing look for."""

    lang: str
    """The tag of the language that the words are in."""
    attribution: Attribution
    hedges: Hedges
    weasels: Weasels
    likelihood: Likelihood
    time: Time
    titles: Titles
    numbers: Numbers
    acronyms: Acronyms


_SECTIONS = {
    "attribution": Attribution,
    "hedges": Hedges,
    "weasels": Weasels,
    "likelihood": Likelihood,
    "time": Time,
    "titles": Titles,
    "numbers": Numbers,
    "acronyms": Acronyms,
}


def vocabulary_for(tag: str) -> Vocabulary:
    """Return the vocabulary of a BCP 47 tag's language; English where there is none."""
    return _read(next((name for name in lineage(tag) if name in languages()), "en"))


@cache
def languages() -> tuple[str, ...]:
    """Return the tags that have a vocabulary, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def _read(lang: str) -> Vocabulary:
    """Return what the file of a language says."""
    import tomllib  # a command that checks nothing does not wait for the parser

    said = tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))
    return Vocabulary(
        lang, **{name: _section(kind, said[name]) for name, kind in _SECTIONS.items()}
    )


def _section(kind: Any, said: dict[str, Any]) -> Any:
    """Return what the file says of one section, list by list."""
    return kind(**{field.name: _entries(said[field.name]) for field in fields(kind)})


def _entries(value: Any) -> Entries | Mapping[int, Entries]:
    """Return a list of words, or those of every number."""
    if isinstance(value, dict):
        return {int(number): tuple(forms) for number, forms in value.items()}
    return tuple(value)
