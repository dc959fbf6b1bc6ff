"""What can speak for a briefing: the snapshots at hand, and the lock for those that are not.

Both answer alike where a quotation, a number or a date stands, so that a check need not know which
of them it asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.evidence.calling import find_problems
from deckmaker.evidence.dates import Written, dates, day_of, months
from deckmaker.evidence.lock import FACTS_SINCE, Lock, LockedSource, Places, fact, fingerprint
from deckmaker.evidence.numbers import Number, stated
from deckmaker.evidence.quotations import Occurrence, occurrences
from deckmaker.evidence.snapshot import PROSE, Paragraph, Snapshot
from deckmaker.evidence.tokens import folded
from deckmaker.language.briefing import Briefing
from deckmaker.richtext import Citation


@dataclass(frozen=True, slots=True)
class Figure:
    """A value where a source states it."""

    source: str
    paragraph: Paragraph
    start: int
    """In the text of the paragraph."""
    end: int
    bare: bool = False
    """Without the multiplier that stands behind it."""

    @property
    def spoken(self) -> bool:
        """Whether it stands inside a quotation."""
        at = [n for n, token in enumerate(self.paragraph.tokens) if token.start <= self.start]
        return bool(at) and self.paragraph.speech[at[-1]] != PROSE


@dataclass(frozen=True)
class Witnesses:
    """Where things stand, as far as snapshots and lock can tell."""

    order: tuple[str, ...]
    """The keys of the sources, as the briefing lists them."""
    snapshots: Mapping[str, Snapshot]
    """Those at hand."""
    known: Mapping[str, LockedSource]
    """What is known of each source that can speak, by snapshot or lock."""
    lock: Lock | None
    diagnostics: tuple[Diagnostic, ...]
    """What keeps the others from speaking."""
    tongues: Mapping[str, str] = field(default_factory=dict)
    """The language of each source, as a tag."""
    published: Mapping[str, date | None] = field(default_factory=dict)
    """The day on which each source appeared, where the briefing states it."""
    calendar: Mapping[str, Sequence[tuple[Written, int]]] = field(default_factory=dict, repr=False)
    """The dates in each snapshot, each with its paragraph."""
    _firsts: dict[tuple[str, bool], Places] = field(default_factory=dict, repr=False)
    """Where values stand first, of those looked for so far; whether scaled elsewhere."""
    _found: dict[str, Places] = field(default_factory=dict, repr=False)
    """The quotations looked for so far, by their folded words."""

    @property
    def complete(self) -> bool:
        """Whether every source can speak, so that what is not found stands nowhere."""
        return bool(self.order) and self.known.keys() == set(self.order)

    def can_refute(self, cited: Iterable[Citation]) -> bool:
        """Tell whether what was not found is false.

        So it is where every source can speak, or all of those that are cited for it.
        """
        only = self.order[0] if len(self.order) == 1 else ""
        named = {cite.source or only for cite in cited}
        return self.complete or (bool(named) and named <= self.known.keys())

    @cached_property
    def is_partial(self) -> bool:
        """Whether some sources can speak, and for want of a file no more than some."""
        refused = any(one.severity is Severity.ERROR for one in self.diagnostics)
        return bool(self.known) and not self.complete and not refused

    @property
    def absent(self) -> set[str]:
        """The sources that the lock alone speaks for."""
        return self.known.keys() - self.snapshots.keys()

    @cached_property
    def figures(self) -> Mapping[str, tuple[Figure, ...]]:
        """Where each value stands in the snapshots, in the order of the sources."""
        found: dict[str, list[Figure]] = {}
        for key, snapshot in self.snapshots.items():
            for paragraph in snapshot.paragraphs:
                for one in stated(paragraph.text, self.tongues[key]):
                    figure = Figure(key, paragraph, one.start, one.end, one.bare)
                    found.setdefault(one.text, []).append(figure)
        return {value: tuple(places) for value, places in found.items()}

    def quotation(self, words: str) -> tuple[str, Places]:
        """Return the fingerprint of `words` and every place where they stand."""
        text = folded(words)
        key = fingerprint(text)
        if text not in self._found:
            found = occurrences(words, self.snapshots.values())
            locked = self.lock.quotations if self.lock else {}
            self._found[text] = self._with_locked(found, locked, key)
        return key, self._found[text]

    def number(self, number: Number, *, scaled: bool = False) -> tuple[str, Places]:
        """Return the fingerprint of `number` and where it stands first in each source.

        It counts as spoken where that source has it in quotations alone. Where its multiplier
        stands elsewhere, in the head of its column, it is `scaled`.
        """
        first: dict[str, Occurrence] = {}
        for value in sorted(number.values):
            for at in self._first_of(value, scaled=scaled):
                known = first.setdefault(at.source, at)
                first[at.source] = Occurrence(
                    at.source,
                    min(known.paragraph, at.paragraph),
                    "exact",
                    known.spoken and at.spoken,
                )
        locked = self.lock.numbers if self.lock else {}
        key = number_key(number)
        return key, self._with_locked(first.values(), locked, key)

    def _first_of(self, value: str, *, scaled: bool) -> Places:
        """Return where a value stands first in each source; spoken where it always is."""
        if (value, scaled) not in self._firsts:
            first: dict[str, Occurrence] = {}
            for figure in self.figures.get(value, ()):
                if figure.bare and not scaled:
                    continue
                known = first.get(figure.source)
                if known is None or known.spoken:  # one place in prose is enough
                    paragraph = known.paragraph if known else figure.paragraph.number
                    first[figure.source] = Occurrence(
                        figure.source, paragraph, "exact", figure.spoken
                    )
            self._firsts[value, scaled] = tuple(first.values())
        return self._firsts[value, scaled]

    def date(self, written: Written, more: Iterable[Occurrence]) -> tuple[str, Places]:
        """Return the fingerprint of a date and where it stands; `more` are places besides."""
        found = [
            Occurrence(key, paragraph, "exact", spoken=False)
            for key, calendar in self.calendar.items()
            for one, paragraph in calendar
            if one.bears_out(written, self.published.get(key))
        ]
        key = fingerprint(f"date {written.key}")
        locked = self.lock.dates if self.lock else {}
        return key, self._with_locked([*found, *more], locked, key)

    def vouched(self, *parts: str) -> bool:
        """Tell whether the lock knows the fact; a lock of a version without facts knows all."""
        lock = self.lock
        return lock is None or lock.version < FACTS_SINCE or fact(*parts) in lock.facts

    def _with_locked(
        self, found: Iterable[Occurrence], locked: Mapping[str, Places], key: str
    ) -> Places:
        """Return `found` and what the lock says of the sources that are not at hand, in order."""
        absent = self.absent
        vouched = (at for at in locked.get(key, ()) if at.source in absent)
        rank = {source: index for index, source in enumerate(self.order)}
        places = dict.fromkeys([*found, *vouched])
        return tuple(sorted(places, key=lambda at: (rank[at.source], at.paragraph)))


def number_key(number: Number) -> str:
    """Return the fingerprint of a number: of its values."""
    return fingerprint("|".join(sorted(number.values)))


def call(
    briefing: Briefing, snapshots: Iterable[Snapshot], lock: Lock | None, today: str = ""
) -> Witnesses:
    """Return the witnesses of `briefing`; what keeps one from speaking is a diagnostic.

    `today` is the day (ISO) on which a lock is written anew; else the lock tells when each source
    was last compared, if its snapshot is the same.
    """
    given = {snapshot.key: snapshot for snapshot in snapshots}
    at_hand: dict[str, Snapshot] = {}
    known: dict[str, LockedSource] = {}
    diagnostics: list[Diagnostic] = []
    for key, source in briefing.sources.items():
        snapshot = given.get(key)
        problems = list(find_problems(briefing, key, snapshot, lock))
        diagnostics += problems
        if any(one.severity is Severity.ERROR for one in problems):
            continue
        locked = lock.sources.get(key) if lock else None
        if snapshot is not None:
            at_hand[key] = snapshot
            count = len(snapshot.paragraphs)
            same = locked is not None and locked.sha256 == snapshot.sha256
            day = today or (locked.verified if locked and same else "")
            known[key] = LockedSource(
                key, snapshot.sha256, source.cite, count, source.published or "", day
            )
        elif locked is not None:
            known[key] = replace(locked, verified="") if problems else locked
    tongues = {key: one.lang or briefing.meta.lang for key, one in briefing.sources.items()}
    published = {key: day_of(one.published, tongues[key]) for key, one in briefing.sources.items()}
    calendar = {
        key: [
            (one, paragraph.number)
            for paragraph in snapshot.paragraphs
            for one in (
                *dates(paragraph.text, tongues[key], briefing.meta.lang),
                *months(paragraph.text, tongues[key], briefing.meta.lang),
            )
        ]
        for key, snapshot in at_hand.items()
    }
    order = tuple(briefing.sources)
    return Witnesses(order, at_hand, known, lock, tuple(diagnostics), tongues, published, calendar)
