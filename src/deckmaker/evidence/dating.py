"""The dates of a briefing are compared with the sources: T04.

A source seldom writes a date whole. It may leave out the year, or name a day of the week, which the
day of its publication tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from deckmaker.diagnostics import Path
from deckmaker.evidence.case import Case, Finding
from deckmaker.evidence.dates import Written, naming_weekday
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.statements import Statement
from deckmaker.language.blocks import TimelineBlock
from deckmaker.language.briefing import Briefing
from deckmaker.language.dates import Moment
from deckmaker.richtext import Citation

_WEEK = 7
"""Days before and after its publication that a source may name by the day of the week."""


def compare_dates(statement: Statement, case: Case) -> None:
    """Record where the dates that `statement` writes out stand."""
    for _, group in groupby(statement.dates, key=lambda one: (one.start, one.end, one.doubtful)):
        readings = list(group)
        text = statement.text[readings[0].start : readings[0].end]
        if readings[0].doubtful:
            best = next((one for one in readings if _places(one, case)[1]), readings[0])
            readings = [best]
        for one in readings:
            _record(one, statement.unit.path, text, statement.all_cited, case)


def compare_timelines(case: Case) -> None:
    """Record where the dates of timelines stand that are written in figures."""
    for path, moment in _moments(case.briefing):
        written = Written(moment.year, moment.month, moment.day, 0, 0)
        _record(written, path, written.key, (), case)


def _record(written: Written, path: Path, text: str, cited: Iterable[Citation], case: Case) -> None:
    key, places = _places(written, case)
    chosen = places[0] if places else None
    case.findings.append(Finding("date", path, text, key, places, chosen))
    if chosen is not None:
        return
    if case.witnesses.can_refute(cited):
        undated = not any(one.published for one in case.briefing.sources.values())
        case.diagnostics.append(case.explain.unknown_date(path, text, undated=undated))
    elif case.witnesses.is_partial:
        case.diagnostics.append(case.explain.unanswered(path, text, f"the date {text}"))


def _places(written: Written, case: Case) -> tuple[str, tuple[Occurrence, ...]]:
    return case.witnesses.date(written, _besides(written, case))


def _moments(briefing: Briefing) -> Iterator[tuple[Path, Moment]]:
    """Yield the moments that entries of timelines state, each with its path."""
    for number, section in enumerate(briefing.sections):
        for index, block in enumerate(section.blocks):
            if not isinstance(block, TimelineBlock):
                continue
            path: Path = ("sections", number, *section.block_path(index), "timeline")
            for at, entry in enumerate(block.timeline):
                if entry.date is not None:
                    for moment in filter(None, (entry.date.start, entry.date.end)):
                        yield (*path, at, *entry.when_path), moment


def _besides(written: Written, case: Case) -> Iterator[Occurrence]:
    """Yield where sources speak of a day without writing it out.

    A year alone stands as a number. The day of publication bears out itself, and in the week about
    it the days that the source names; a day before or after it what it calls yesterday.
    """
    if not case.witnesses.snapshots:
        return
    from deckmaker.vocabulary import vocabulary_for

    for key, snapshot in case.witnesses.snapshots.items():
        if written.month is None:
            value = str(written.year)
            for figure in case.witnesses.figures.get(value, ()):
                if figure.source == key:
                    yield Occurrence(key, figure.paragraph.number, "exact", spoken=False)
        published = case.witnesses.published[key]
        vague = written.day is None and written.month in (None, published and published.month)
        if published and vague and written.year == published.year:
            yield Occurrence(key, 1, "exact", spoken=False)
        day = _day(written, published)
        if published is None or day is None:
            continue
        apart = (day - published).days
        if apart == 0:
            yield Occurrence(key, 1, "exact", spoken=False)
        tag = case.witnesses.tongues[key]
        spoken = naming_weekday(day.weekday(), tag)
        time = vocabulary_for(tag).time
        relative = {-1: time.any_yesterday, 1: time.any_tomorrow}.get(apart)
        for paragraph in snapshot.paragraphs:
            named = abs(apart) <= _WEEK and spoken.search(paragraph.text)
            if named or (relative and relative.first(paragraph.text)):
                yield Occurrence(key, paragraph.number, "exact", spoken=False)


def _day(written: Written, published: date | None) -> date | None:
    """Return the day that is meant; where no year is told, that of the publication."""
    year = written.year or (published.year if published else None)
    if year is None or written.month is None or written.day is None:
        return None
    try:
        return date(year, written.month, written.day)
    except ValueError:
        return None
