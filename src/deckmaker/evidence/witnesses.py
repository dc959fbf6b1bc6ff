"""What can speak for a briefing: the snapshots at hand, and the lock for those that are not.

Both answer alike where a quotation or a number stands, so that a check need not know which
of them it asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.evidence.lock import VERIFY, Lock, LockedSource, Places, fingerprint
from deckmaker.evidence.numbers import Number, values
from deckmaker.evidence.quotations import Occurrence, occurrences
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.evidence.tokens import folded
from deckmaker.language.briefing import Briefing


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
    _values: Mapping[str, Places] = field(repr=False)
    """Where each value of a number stands first in each snapshot."""
    _found: dict[str, Places] = field(default_factory=dict, repr=False)
    """The quotations looked for so far, by their folded words."""

    @property
    def complete(self) -> bool:
        """Whether every source can speak, so that what is not found stands nowhere."""
        return bool(self.order) and self.known.keys() == set(self.order)

    @property
    def absent(self) -> set[str]:
        """The sources that the lock alone speaks for."""
        return self.known.keys() - self.snapshots.keys()

    def quotation(self, words: str) -> tuple[str, Places]:
        """Return the fingerprint of `words` and every place where they stand."""
        text = folded(words)
        key = fingerprint(text)
        if text not in self._found:
            found = occurrences(words, self.snapshots.values())
            self._found[text] = self._with_locked(
                found, self.lock.quotations if self.lock else {}, key
            )
        return key, self._found[text]

    def number(self, number: Number) -> tuple[str, Places]:
        """Return the fingerprint of `number` and where it stands first in each source."""
        key = fingerprint("|".join(sorted(number.values)))
        first: dict[str, Occurrence] = {}
        for value in number.values:
            for at in self._values.get(value, ()):
                known = first.setdefault(at.source, at)
                first[at.source] = min(known, at, key=lambda o: o.paragraph)
        return key, self._with_locked(first.values(), self.lock.numbers if self.lock else {}, key)

    def _with_locked(
        self, found: Iterable[Occurrence], locked: Mapping[str, Places], key: str
    ) -> Places:
        """Return `found` and what the lock says of the sources that are not at hand, in order."""
        absent = self.absent
        vouched = (at for at in locked.get(key, ()) if at.source in absent)
        rank = {source: index for index, source in enumerate(self.order)}
        places = dict.fromkeys([*found, *vouched])
        return tuple(sorted(places, key=lambda at: (rank[at.source], at.paragraph)))


def call(briefing: Briefing, snapshots: Iterable[Snapshot], lock: Lock | None) -> Witnesses:
    """Return the witnesses of `briefing`; what keeps one from speaking is a diagnostic."""
    given = {snapshot.key: snapshot for snapshot in snapshots}
    at_hand: dict[str, Snapshot] = {}
    known: dict[str, LockedSource] = {}
    diagnostics: list[Diagnostic] = []
    for key, source in briefing.sources.items():
        snapshot = given.get(key)
        problems = list(_problems(briefing, key, snapshot, lock))
        diagnostics += problems
        if problems:
            continue
        if snapshot is not None:
            at_hand[key] = snapshot
            count = len(snapshot.paragraphs)
            known[key] = LockedSource(key, snapshot.sha256, source.cite, count)
        elif lock is not None:
            known[key] = lock.sources[key]
    order = tuple(briefing.sources)
    places = _first_places(at_hand, briefing.meta.lang)
    return Witnesses(order, at_hand, known, lock, tuple(diagnostics), places)


def _problems(
    briefing: Briefing, key: str, snapshot: Snapshot | None, lock: Lock | None
) -> Iterator[Diagnostic]:
    """Yield what keeps source `key` from speaking."""
    source = briefing.sources[key]
    path = briefing.source_path(key)
    name = f"the snapshot `{source.file}`" if source.file else "the snapshot"
    if snapshot is not None and snapshot.fault:
        hint = "save the text of the source in it, as plain text in UTF-8"
        yield Diagnostic("C03", f"{name} {snapshot.fault}", (*path, "file"), (hint,))
    elif snapshot is not None:
        if source.sha256 not in (None, snapshot.sha256):
            yield Diagnostic(
                "C03",
                f"{name} is not the one that `sha256` names: it has changed since",
                (*path, "sha256"),
                (
                    "bring back the text that the briefing was drawn from",
                    f"or, if the change is meant, write `sha256: {snapshot.sha256}` "
                    f"and verify the briefing anew: {VERIFY}",
                ),
            )
    elif lock is not None and key in lock.sources:
        if source.sha256 not in (None, lock.sources[key].sha256):
            yield Diagnostic(
                "C03",
                "`sha256` names another snapshot than the one that the lock file was made from",
                (*path, "sha256"),
                (f"verify the briefing against the snapshot: {VERIFY}",),
            )
    elif source.file is None:
        yield Diagnostic(
            "C03",
            "this source has no snapshot, so nothing that is drawn from it can be checked",
            path,
            ("save its text beside the briefing and name it: `file: article.txt`",),
            Severity.WARNING,
        )
    else:
        missing = "the lock file does not know it" if lock else "there is no lock file either"
        yield Diagnostic(
            "C03",
            f"{name} is not there, and {missing}",
            (*path, "file"),
            (
                "put the text that the briefing was drawn from in its place",
                f"or say where it is: {VERIFY}",
            ),
        )


def _first_places(snapshots: Mapping[str, Snapshot], language: str) -> dict[str, Places]:
    """Return where each value of a number stands first in each snapshot."""
    places: dict[str, list[Occurrence]] = {}
    for snapshot in snapshots.values():
        seen: set[str] = set()
        for paragraph in snapshot.paragraphs:
            for value in values(paragraph.text, language) - seen:
                seen.add(value)
                at = Occurrence(snapshot.key, paragraph.number, "exact", spoken=False)
                places.setdefault(value, []).append(at)
    return {value: tuple(found) for value, found in places.items()}
