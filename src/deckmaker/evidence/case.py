"""What is found of a briefing while it is compared with its sources, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from deckmaker.diagnostics import Diagnostic, Path
from deckmaker.evidence.counted import Counted, counted
from deckmaker.evidence.explanation import Explainer
from deckmaker.evidence.lock import Places
from deckmaker.evidence.numbers import Number
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.evidence.witnesses import Witnesses
from deckmaker.language.blocks import PositionsBlock, QuoteBlock
from deckmaker.language.briefing import Briefing
from deckmaker.locales import locale_for

if TYPE_CHECKING:  # who speaks is asked only where a source is at hand
    from deckmaker.evidence.attribution import Speakers, Voice

BEFORE = 2
"""How many paragraphs above a quotation may name who speaks."""

_AROUND = 4_000
"""Characters of a paragraph on each side of a quotation that may tell who speaks."""

Kind = Literal["quotation", "number", "date"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one quotation, number or date."""

    kind: Kind
    path: Path
    """Of the text that holds it."""
    words: str
    """As the briefing has them."""
    fingerprint: str
    places: Places
    """Where it stands; empty where it was not found or could not be looked for."""
    chosen: Occurrence | None
    """The place that is cited."""


@dataclass
class Case:
    """A briefing, its witnesses, and what has been found so far."""

    briefing: Briefing
    witnesses: Witnesses
    findings: list[Finding] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    """Fingerprints of what else agreed; see `lock.fact`."""
    _counted: dict[str, tuple[Counted | None, ...]] = field(default_factory=dict, repr=False)
    _voices: dict[tuple[str, int, int], Voice] = field(default_factory=dict, repr=False)
    _speakers: dict[str, Speakers] = field(default_factory=dict, repr=False)

    @cached_property
    def explain(self) -> Explainer:
        """Puts what is wrong into words."""
        return Explainer(self.briefing, self.witnesses)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Everybody to whom the briefing gives words under a key of its own."""
        found: list[str] = []
        for section in self.briefing.sections:
            for block in section.blocks:
                if isinstance(block, QuoteBlock) and block.quote.who:
                    found.append(block.quote.who)
                elif isinstance(block, PositionsBlock):
                    found += [position.who for position in block.positions]
        return tuple(dict.fromkeys(found))

    def speakers(self, key: str) -> Speakers:
        """Return who speaks in the snapshot of source `key`, which is at hand."""
        if key not in self._speakers:
            from deckmaker.evidence.attribution import Speakers
            from deckmaker.evidence.naming import people_of
            from deckmaker.vocabulary import vocabulary_for

            tag = self.witnesses.tongues[key]
            words = vocabulary_for(tag)
            texts = [one.text for one in self.witnesses.snapshots[key].paragraphs]
            attribution = words.attribution
            people = people_of(
                self.names,
                texts,
                tag,
                attribution.honorifics,
                attribution.any_said,
                words.numbers.any_function_word,
            )
            self._speakers[key] = Speakers(people, words)
        return self._speakers[key]

    def counted_in_sources(self, number: Number) -> tuple[Counted, ...] | None:
        """Return what `number` counts in the snapshots, each once.

        None where one of them is in another language than the briefing: it cannot be compared.
        """
        from deckmaker.vocabulary import vocabulary_for

        own = locale_for(self.briefing.meta.lang).language
        found: dict[Counted, None] = {}
        for value in sorted(number.values):
            if value not in self._counted:
                seen: dict[Counted | None, None] = {}
                for figure in self.witnesses.figures.get(value, ()):
                    tag = self.witnesses.tongues[figure.source]
                    words = vocabulary_for(tag)
                    seen[
                        counted(figure.paragraph.text, figure.start, figure.end, words)
                        if locale_for(tag).language == own
                        else None
                    ] = None
                self._counted[value] = tuple(seen)
            for one in self._counted[value]:
                if one is None:
                    return None
                found[one] = None
        return tuple(found)

    def voice(self, at: Occurrence) -> Voice | None:
        """Return whose words the source says they are; None where it is not at hand."""
        snapshot = self.witnesses.snapshots.get(at.source)
        if snapshot is None or at.start < 0:
            return None
        place = (at.source, at.paragraph, at.start)
        if place not in self._voices:
            self._voices[place] = self._read_voice(snapshot, at)
        return self._voices[place]

    def _read_voice(self, snapshot: Snapshot, at: Occurrence) -> Voice:
        paragraph = snapshot.paragraphs[at.paragraph - 1]
        above = self.above(snapshot, at.paragraph)
        first, last = max(0, at.start - _AROUND), at.start + _AROUND
        quoted = [
            (start - first, end - first)
            for start, end in paragraph.quoted
            if first <= start and (end <= last or start <= at.start < end)
        ]
        last = max([last, *(first + end for _, end in quoted)])
        text, place = paragraph.text[first:last], at.start - first
        return self.speakers(at.source).voice(text, quoted, place, above)

    @staticmethod
    def above(snapshot: Snapshot, number: int) -> list[str]:
        """Return the paragraphs above one, the nearest first."""
        first = max(0, number - 1 - BEFORE)
        return [one.text for one in reversed(snapshot.paragraphs[first : number - 1])]
