"""The lock: what was verified, without a word of the source, as a text to keep beside a briefing.

A quotation, number or date is known by the SHA-256 of its folded words alone, so the lock can
vouch for a briefing where the source itself must not be passed on. What else was compared and let
stand (whose words they are, what a number counts) is kept as hashes too: facts. It is JSON with a
line for each entry, sorted by what does not change with the order of the briefing, so that diffs
stay small. It is not signed: who can write the briefing can write its lock, and whoever has the
source should verify anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Annotated, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.readings import Verdict

VERSION = 2
FACTS_SINCE = 2
"""Version 1 knew neither dates nor facts: it vouches for what it could not know."""
ABOUT = (
    "What deckmaker verified against the sources of a briefing; "
    "written by `deckmaker verify`, not by hand"
)
VERIFY = "`deckmaker verify briefing.yaml --source FILE`"
"""The command that mends most of what can be wrong with evidence, for any briefing."""
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)

Places = tuple[Occurrence, ...]
"""Where a claim stands, sources in the order of the briefing, then paragraphs."""


@dataclass(frozen=True, slots=True)
class LockedSource:
    """What the lock knows of a source."""

    key: str
    sha256: str
    """Of the snapshot."""
    title: str
    paragraphs: int
    published: str = ""
    """When it was published: a day (ISO) or words, as the briefing has it."""
    verified: str = ""
    """The day (ISO) on which the briefing was verified against it."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What was verified, and against which snapshots."""

    sources: Mapping[str, LockedSource]
    quotations: Mapping[str, Places]
    """By the `fingerprint` of their words."""
    numbers: Mapping[str, Places]
    """By the `fingerprint` of their value."""
    dates: Mapping[str, Places] = field(default_factory=dict)
    """By the `fingerprint` of the date, ISO."""
    facts: frozenset[str] = frozenset()
    """Fingerprints of what else was let stand; see `fact`."""
    version: int = VERSION
    """Of the file that it was read from."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


_Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_Count = Annotated[int, Field(ge=0)]


def _is_day(text: str) -> str:
    if text and text != date.fromisoformat(text).isoformat():
        raise ValueError("a day looks like 2026-02-28")
    return text


_Day = Annotated[str, AfterValidator(_is_day)]


class _Source(_Entry):
    key: str
    title: str
    published: str = ""
    sha256: _Sha256
    paragraphs: _Count
    verified: _Day = ""


class _NumberPlace(_Entry):
    source: str
    paragraph: _Count
    spoken: bool = False

    def occurrence(self) -> Occurrence:
        return Occurrence(self.source, self.paragraph, "exact", self.spoken)


class _QuotationPlace(_NumberPlace):
    verdict: Verdict
    spoken: bool

    def occurrence(self) -> Occurrence:
        return Occurrence(self.source, self.paragraph, self.verdict, self.spoken)


class _Number(_Entry):
    sha256: _Sha256
    at: Annotated[list[_NumberPlace], Field(min_length=1)]


class _Quotation(_Entry):
    sha256: _Sha256
    at: Annotated[list[_QuotationPlace], Field(min_length=1)]


class _File(_Entry):
    about: str
    version: Literal[1, 2]
    sources: list[_Source]
    quotations: list[_Quotation]
    numbers: list[_Number]
    dates: list[_Number] = []
    facts: list[_Sha256] = []


def fingerprint(words: str) -> str:
    """Return the SHA-256 of folded `words`, hexadecimal."""
    return hashlib.sha256(words.encode()).hexdigest()


def fact(*parts: str) -> str:
    """Return the fingerprint of something that agreed: `fact("speaker", words, name)`."""
    return fingerprint("\x1f".join(parts))


def write_lock(lock: Lock) -> str:
    """Return `lock` as text, the same for equal locks."""
    sources = [
        _Source.model_validate(asdict(source))
        for source in sorted(lock.sources.values(), key=lambda s: s.key)
    ]
    quotations = [
        _Quotation(
            sha256=sha256,
            at=[
                _QuotationPlace(
                    source=p.source, paragraph=p.paragraph, verdict=p.verdict, spoken=p.spoken
                )
                for p in places
            ],
        )
        for sha256, places in _ordered(lock.quotations)
    ]
    return (
        f'{{"about": "{ABOUT}",\n "version": {VERSION},\n'
        f' "sources": {_lines([s.model_dump_json() for s in sources])},\n'
        f' "quotations": {_lines([q.model_dump_json() for q in quotations])},\n'
        f' "numbers": {_lines(_values(lock.numbers))},\n'
        f' "dates": {_lines(_values(lock.dates))},\n'
        f' "facts": {_lines([json.dumps(one) for one in sorted(lock.facts)])}}}\n'
    )


def _values(claims: Mapping[str, Places]) -> list[str]:
    """Return numbers or dates as JSON, a text each."""
    return [
        _Number(
            sha256=sha256,
            at=[
                _NumberPlace(source=p.source, paragraph=p.paragraph, spoken=p.spoken)
                for p in places
            ],
        ).model_dump_json(exclude_defaults=True)
        for sha256, places in _ordered(claims)
    ]


def read_lock(text: str) -> Lock:
    """Return the lock that `text` holds; raise BriefingError if it is not as it was written."""
    if _CONFLICT.search(text):
        _refuse(
            "holds the marks of a merge conflict",
            f"settle the conflict, or write it anew: {VERIFY}",
        )
    try:
        file = _File.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["loc"] == ("version",) and first["type"] == "literal_error":
            _refuse(f"is of version {first['input']!r}, this deckmaker reads version {VERSION}")
        place = ".".join(map(str, first["loc"]))
        at = f" at {place}" if place else ""
        _refuse(f"is not as deckmaker wrote it{at}: {first['msg']}")
    sources = {s.key: LockedSource(**s.model_dump()) for s in file.sources}
    if len(sources) < len(file.sources):
        _refuse("names a source twice")
    return Lock(
        sources,
        _by_hash(file.quotations, sources),
        _by_hash(file.numbers, sources),
        _by_hash(file.dates, sources),
        frozenset(file.facts),
        file.version,
    )


def _by_hash(
    claims: Sequence[_Quotation] | Sequence[_Number],
    sources: Mapping[str, LockedSource],
) -> dict[str, Places]:
    found: dict[str, Places] = {}
    for claim in claims:
        places = tuple(place.occurrence() for place in claim.at)
        for at in places:
            if at.source not in sources or not 1 <= at.paragraph <= sources[at.source].paragraphs:
                _refuse(f"names paragraph {at.paragraph} of {at.source!r}, which no source has")
        if claim.sha256 in found:
            _refuse(f"holds {claim.sha256[:12]}… twice")
        found[claim.sha256] = places
    return found


def _ordered(claims: Mapping[str, Places]) -> list[tuple[str, Places]]:
    """Return `claims` in the order of the sources."""
    return sorted(
        claims.items(), key=lambda claim: ([(p.source, p.paragraph) for p in claim[1]], claim[0])
    )


def _lines(entries: Sequence[str]) -> str:
    """Return a JSON list with a line for each entry, which is JSON already."""
    body = ",\n".join(f"  {entry}" for entry in entries)
    return f"[\n{body}\n ]" if body else "[]"


def _refuse(what: str, hint: str = f"write it anew: {VERIFY}") -> NoReturn:
    raise BriefingError([Diagnostic("C03", f"the lock file {what}", hints=(hint,))])
