"""A briefing and its witnesses go in; the Evidence comes out: verdicts and diagnostics.

Q01 a quotation that does not stand in the source, Q02 its prose given to a person, N01 a number
that does not stand in it, C02 a citation out of range, C03 a source that cannot speak or a lock
that is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.explanation import Explainer
from deckmaker.evidence.lock import VERIFY, Lock, LockedSource, Places, write_lock
from deckmaker.evidence.numbers import numbers
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.evidence.statements import Statement, bare, statements
from deckmaker.evidence.tokens import folded
from deckmaker.evidence.witnesses import Witnesses, call
from deckmaker.language.briefing import Briefing
from deckmaker.richtext import Citation


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one quotation or number."""

    kind: Literal["quotation", "number"]
    path: Path
    """Of the text that holds it."""
    words: str
    """As the briefing has them."""
    fingerprint: str
    places: Places
    """Where it stands; empty where it was not found or could not be looked for."""
    chosen: Occurrence | None
    """The place that is cited."""


@dataclass(frozen=True)
class Evidence:
    """What the sources say to a briefing."""

    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, LockedSource]
    """What is known of each source that could be asked."""
    _cited: Mapping[tuple[Path, str], Citation] = field(repr=False)

    def paragraph_of(self, path: Path, text: str) -> Citation | None:
        """Return where the quotation `text` of the text at `path` stands."""
        return self._cited.get((path, folded(bare(text))))

    def verified(self, key: str) -> tuple[int, int]:
        """Return how many quotations and how many numbers were verified against source `key`."""
        return len(self._distinct("quotation", key)), len(self._distinct("number", key))

    def sha256(self, key: str) -> str:
        """Return the hash of the snapshot of source `key`: of the one at hand, or of the lock's."""
        return self.sources[key].sha256 if key in self.sources else ""

    @property
    def summary(self) -> str:
        """What was verified in all: `24 quotations and 3 numbers verified`."""
        quotations = _count(len(self._distinct("quotation")), "quotation")
        numbers = _count(len(self._distinct("number")), "number")
        open_ = sum(finding.chosen is None for finding in self.findings)
        return f"{quotations} and {numbers} verified" + (f", {open_} not" if open_ else "")

    @property
    def lock(self) -> Lock:
        """What was verified, to be vouched for."""
        found = [finding for finding in self.findings if finding.chosen]
        quotations, numbers = (
            {f.fingerprint: f.places for f in found if f.kind == kind}
            for kind in ("quotation", "number")
        )
        return Lock(self.sources, quotations, numbers)

    def _distinct(self, kind: str, key: str | None = None) -> set[str]:
        return {
            finding.fingerprint
            for finding in self.findings
            if finding.kind == kind and finding.chosen and key in (None, finding.chosen.source)
        }


def check(
    briefing: Briefing,
    snapshots: Iterable[Snapshot],
    lock: Lock | None,
    *,
    renewing: bool = False,
) -> Evidence:
    """Return what the sources of `briefing` say to its quotations, numbers and citations.

    A source whose snapshot is at hand is checked afresh; for one that is not, `lock` vouches.
    With `renewing` the lock is about to be written anew, so that its age is no news.
    """
    witnesses = call(briefing, snapshots, lock)
    explain = Explainer(briefing, witnesses)
    drawn = statements(briefing)
    own = _own_values(drawn, briefing.meta.lang)
    findings: list[Finding] = []
    diagnostics = list(witnesses.diagnostics)
    for statement in drawn:
        diagnostics += _out_of_range(statement, witnesses, explain)
        for words in statement.quotations:
            finding = _quotation(statement, words, witnesses)
            findings.append(finding)
            diagnostics += _false_quotation(statement, finding, briefing, witnesses, explain)
        for number in statement.numbers:
            if number.values <= own:
                continue
            key, places = witnesses.number(number)
            chosen = places[0] if places else None
            path = statement.unit.path
            findings.append(Finding("number", path, number.text, key, places, chosen))
            if not places and witnesses.complete:
                diagnostics.append(explain.unknown_number(path, number.text))
    if not briefing.sources and (quoted := [f for f in findings if f.kind == "quotation"]):
        diagnostics.append(explain.no_source(quoted[0].path, quoted[0].words, len(quoted)))
    evidence = Evidence(tuple(findings), tuple(diagnostics), witnesses.known, _citations(findings))
    if not renewing:
        evidence = _with_age(evidence, lock, witnesses)
    return evidence


def lock_text(evidence: Evidence) -> str:
    """Return the lock that vouches for `evidence`, as the text of its file."""
    return write_lock(evidence.lock)


def _with_age(evidence: Evidence, lock: Lock | None, witnesses: Witnesses) -> Evidence:
    """Return `evidence` with a warning where the snapshots show the lock to be out of date."""
    wrong = any(d.severity is Severity.ERROR for d in evidence.diagnostics)
    if lock is None or wrong or not witnesses.snapshots or evidence.lock == lock:
        return evidence
    age = Diagnostic(
        "C03",
        "the lock file is out of date: the briefing or its source has changed since",
        (),
        (f"write it anew: {VERIFY}",),
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


def _quotation(statement: Statement, words: str, witnesses: Witnesses) -> Finding:
    """Return where `words` stand, best where the text itself says that they do."""
    key, places = witnesses.quotation(words)
    candidates = places
    if statement.unit.speaker:
        candidates = tuple(at for at in places if at.spoken) or places
    only = witnesses.order[0] if len(witnesses.order) == 1 else ""
    for cite in (*statement.cited, *statement.nearby):
        cited = (cite.source or only, cite.paragraph)
        for at in candidates:
            if (at.source, at.paragraph) == cited:
                return Finding("quotation", statement.unit.path, words, key, places, at)
    chosen = candidates[0] if candidates else None
    return Finding("quotation", statement.unit.path, words, key, places, chosen)


def _false_quotation(
    statement: Statement,
    finding: Finding,
    briefing: Briefing,
    witnesses: Witnesses,
    explain: Explainer,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a quotation: Q01 or Q02."""
    unit = statement.unit
    if finding.chosen is None:
        if witnesses.complete:
            yield explain.not_verbatim(unit.path, finding.words, unit.role == "likelihood")
    elif unit.speaker and not finding.chosen.spoken:
        source = briefing.sources[finding.chosen.source]
        itself = {name.casefold() for name in (source.cite, source.author) if name}
        if unit.speaker.casefold() not in itself:
            yield explain.nobodys_words(unit.path, finding.words, unit.speaker, finding.chosen)


def _out_of_range(
    statement: Statement, witnesses: Witnesses, explain: Explainer
) -> Iterator[Diagnostic]:
    only = witnesses.order[0] if len(witnesses.order) == 1 else ""
    for cite in dict.fromkeys(statement.cited):
        source = witnesses.known.get(cite.source or only)
        if source is not None and not 1 <= cite.paragraph <= source.paragraphs:
            yield explain.out_of_range(statement.unit.path, cite, source.paragraphs)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
