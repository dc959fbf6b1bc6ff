"""A briefing and its witnesses go in; the Evidence comes out: verdicts and diagnostics.

What is compared stands in modules of its own: `quoting` (Q), `counting` (N), `dating` (T04). Here
it is asked for text by text, with C02, a citation out of range, and C03, a source that cannot speak
or a lock that is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.calling import to_verify
from deckmaker.evidence.case import Case, Finding, Kind
from deckmaker.evidence.counting import compare_numbers
from deckmaker.evidence.dating import compare_dates, compare_timelines
from deckmaker.evidence.lock import Lock, LockedSource, write_lock
from deckmaker.evidence.numbers import numbers
from deckmaker.evidence.quoting import compare_quotations
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.evidence.statements import Statement, bare, statements
from deckmaker.evidence.tokens import folded
from deckmaker.evidence.witnesses import call
from deckmaker.language.briefing import Briefing
from deckmaker.richtext import Citation

_TOLD = frozenset({"Q01", "Q02", "N01", "T04", "C03"})
"""Rules whose excuse is printed beside the sources."""


@dataclass(frozen=True)
class Evidence:
    """What the sources say to a briefing."""

    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, LockedSource]
    """What is known of each source that could be asked."""
    complete: bool
    """Every source was at hand itself, so that all that can be looked at was."""
    statements: tuple[Statement, ...] = field(repr=False)
    """The texts of the briefing, as they were read."""
    facts: frozenset[str] = field(repr=False)
    _cited: Mapping[tuple[Path, str], Citation] = field(repr=False)
    unverified: tuple[tuple[str, str], ...] = ()
    """What its authors stand by although it was not found: their words, and their reason."""

    def paragraph_of(self, path: Path, text: str) -> Citation | None:
        """Return where the quotation `text` of the text at `path` stands."""
        return self._cited.get((path, folded(bare(text))))

    def with_excuses(self, excused: Iterable[tuple[Diagnostic, str]]) -> Evidence:
        """Return this evidence with what its authors stand by: a reader is to be told."""
        told = ((one.words, reason) for one, reason in excused if one.words and one.rule in _TOLD)
        return replace(self, unverified=tuple(dict.fromkeys(told)))

    def verified(self, key: str) -> tuple[int, int, int, int]:
        """Return what was verified against source `key`: how many quotations, how many of them
        edited, how many numbers and how many dates.
        """
        edited = {
            finding.fingerprint
            for finding in self.findings
            if finding.chosen
            and finding.chosen.source == key
            and finding.chosen.verdict == "edited"
        }
        counts = (len(self._distinct(kind, key)) for kind in ("quotation", "number", "date"))
        quotations, numbers, dates = counts
        return quotations, len(edited), numbers, dates

    def verified_on(self, key: str) -> str:
        """Return the day (ISO) on which the lock was written for source `key`; or empty."""
        return self.sources[key].verified if key in self.sources else ""

    def sha256(self, key: str) -> str:
        """Return the hash of the snapshot of source `key`: of the one at hand, or of the lock's."""
        return self.sources[key].sha256 if key in self.sources else ""

    @property
    def summary(self) -> str:
        """What was verified in all: `24 quotations verified, 3 numbers, 2 dates`."""
        quotations = _count(len(self._distinct("quotation")), "quotation")
        more = [
            _count(count, noun)
            for noun in ("number", "date")
            if (count := len(self._distinct("number" if noun == "number" else "date")))
        ]
        open_ = sum(finding.chosen is None for finding in self.findings)
        return ", ".join(
            [f"{quotations} verified", *more, *([f"{open_} not verified"] if open_ else [])]
        )

    @property
    def lock(self) -> Lock:
        """What was verified, to be vouched for."""
        found = [finding for finding in self.findings if finding.chosen]
        quotations, numbers, dates = (
            {f.fingerprint: f.places for f in found if f.kind == kind}
            for kind in ("quotation", "number", "date")
        )
        return Lock(self.sources, quotations, numbers, dates, self.facts)

    def _distinct(self, kind: Kind, key: str | None = None) -> set[str]:
        return {
            finding.fingerprint
            for finding in self.findings
            if finding.kind == kind and finding.chosen and key in (None, finding.chosen.source)
        }


def check(
    briefing: Briefing, snapshots: Iterable[Snapshot], lock: Lock | None, *, today: str = ""
) -> Evidence:
    """Return what the sources of `briefing` say to its quotations, numbers, dates and citations.

    A source whose snapshot is at hand is checked afresh; for one that is not, `lock` vouches.
    With `today`, a day (ISO), the lock is about to be written anew, so that its age is no news.
    """
    witnesses = call(briefing, snapshots, lock, today)
    case = Case(briefing, witnesses, diagnostics=list(witnesses.diagnostics))
    drawn = statements(briefing)
    own = _own_values(drawn, briefing.meta.lang)
    quoted = {one.entry for one in drawn if one.quotations}
    entries: dict[Path, list[Statement]] = {}
    for one in drawn:
        entries.setdefault(one.entry, []).append(one)
    for statement in drawn:
        case.diagnostics += _out_of_range(statement, case)
        compare_quotations(statement, case)
        beside = entries[statement.entry]
        compare_numbers(statement, own, partial(_is_voiced, statement, beside, quoted, case), case)
        compare_dates(statement, case)
    compare_timelines(case)
    if not briefing.sources and (told := [f for f in case.findings if f.kind == "quotation"]):
        case.diagnostics.append(case.explain.no_source(told[0].path, told[0].words, len(told)))
    evidence = Evidence(
        tuple(case.findings),
        tuple(case.diagnostics),
        witnesses.known,
        witnesses.snapshots.keys() == briefing.sources.keys(),
        tuple(drawn),
        frozenset(case.facts),
        _citations(case.findings),
    )
    if not today:
        verify = to_verify(briefing, at_hand=evidence.complete)
        evidence = _with_age(evidence, lock, verify, at_hand=bool(witnesses.snapshots))
    return evidence


def lock_text(evidence: Evidence) -> str:
    """Return the lock that vouches for `evidence`, as the text of its file."""
    return write_lock(evidence.lock)


def _is_voiced(
    statement: Statement, beside: Iterable[Statement], quoted: set[Path], case: Case
) -> bool:
    """Tell whether an entry says who says so: by a quotation, a word of saying, or a name.

    `beside` are the texts of the entry, `statement` among them.
    """
    if statement.entry in quoted or statement.quoted:
        return True
    from deckmaker.vocabulary import vocabulary_for  # most figures are nobody's words

    words = vocabulary_for(case.briefing.meta.lang)
    said, attributing = words.attribution.any_said, words.hedges.any_attributing
    people = [case.speakers(key).people for key in case.witnesses.snapshots]
    return any(
        said.first(one.free)
        or attributing.first(one.free)
        or any(some.mentions(one.free) for some in people)
        for one in beside
    )


def _with_age(evidence: Evidence, lock: Lock | None, verify: str, *, at_hand: bool) -> Evidence:
    """Return `evidence` with a warning where the snapshots show the lock to be out of date.

    Then nothing of it was verified on the day that the lock names.
    """
    if lock is None or evidence.lock == lock:
        return evidence
    undated = {key: replace(one, verified="") for key, one in evidence.sources.items()}
    evidence = replace(evidence, sources=undated)
    wrong = any(d.severity is Severity.ERROR for d in evidence.diagnostics)
    if wrong or not at_hand:
        return evidence
    age = Diagnostic(
        "C03",
        "the lock file is out of date: the briefing or its source has changed since",
        (),
        (f"write it anew: {verify}",),
        Severity.WARNING,
    )
    return replace(evidence, diagnostics=(*evidence.diagnostics, age))


def _own_values(drawn: Iterable[Statement], language: str) -> set[str]:
    """Return the values in charts and CSV files: they have a source of their own.

    Their figures have a point before decimals in every language.
    """
    roles = ("data", "category")
    figures = (statement.unit.text for statement in drawn if statement.unit.role in roles)
    return {
        value
        for text in figures
        for tag in dict.fromkeys(("en", language))
        for number in numbers(text, tag)
        for value in number.values
    }


def _citations(findings: Iterable[Finding]) -> dict[tuple[Path, str], Citation]:
    return {
        (finding.path, folded(finding.words)): Citation(at.source, at.paragraph)
        for finding in findings
        if finding.kind == "quotation" and (at := finding.chosen)
    }


def _out_of_range(statement: Statement, case: Case) -> Iterator[Diagnostic]:
    witnesses = case.witnesses
    only = witnesses.order[0] if len(witnesses.order) == 1 else ""
    for cite in dict.fromkeys(statement.cited):
        source = witnesses.known.get(cite.source or only)
        if source is not None and not 1 <= cite.paragraph <= source.paragraphs:
            yield case.explain.out_of_range(statement.unit.path, cite, source.paragraphs)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
