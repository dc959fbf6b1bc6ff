"""Timelines: entries without a date (T01), out of order (T02), and days that mean nothing without
the day on which the source was published (T03)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.dates import dates, months, weekdays
from deckmaker.language import blocks
from deckmaker.language.briefing import Briefing
from deckmaker.language.dates import Moment, When
from deckmaker.language.schema import short
from deckmaker.rules.draft import Draft
from deckmaker.vocabulary import Words

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def timelines(draft: Draft) -> Iterator[Diagnostic]:
    """Yield what is wrong with the times of timelines: T01, T02, T03."""
    undated = not is_published(draft.briefing)
    for path, block in draft.blocks:
        if not isinstance(block, blocks.TimelineBlock):
            continue
        last: tuple[When, Path] | None = None
        for number, entry in enumerate(block.timeline):
            place = (*path, "timeline", number, *entry.when_path)
            if entry.date is not None:
                if last and _latest(entry.date) < _earliest(last[0]):
                    yield _out_of_order(draft, place, last[1])
                else:
                    last = entry.date, place
            elif entry.when is not None:
                yield from _vague(draft, entry.when, place, undated=undated)


def relative_days(draft: Draft) -> Iterator[Diagnostic]:
    """Yield “today” and “last week” in running text, where no source has a day of its own."""
    if is_published(draft.briefing) or not draft.briefing.sources:
        return
    for one in draft.sayings:
        if found := draft.words.time.any_relative.first(one.free):
            yield draft.at(
                one,
                found[0],
                "T03",
                f"`{short(found[0])}` means nothing: no source says when it was published",
                *_MENDS,
            )


def is_published(briefing: Briefing) -> bool:
    """Tell whether some source says on which day it was published."""
    return any(
        day.day and day.year
        for source in briefing.sources.values()
        for day in dates(source.published or "", source.lang or briefing.meta.lang)
    )


_MENDS = (
    "find the day of publication and write `published: 2026-03-03` under the source",
    "or write the date itself",
)


def _vague(draft: Draft, when: str, path: Path, *, undated: bool) -> Iterator[Diagnostic]:
    relative = _day_words(draft).first(when)
    stated = any(dates(when, draft.lang)) or any(months(when, draft.lang)) or _YEAR.search(when)
    if relative and not stated:
        if undated and draft.briefing.sources:
            message = f"`{short(when)}` is relative, and no source says when it was published"
            yield Diagnostic("T03", message, path, _MENDS, Severity.WARNING)
    elif not stated:
        yield Diagnostic(
            "T01",
            f"the entry `{short(when)}` has no date",
            path,
            (
                "write when it was: `2026-03-03`, `2026-03` or `2026~` (about)",
                "or keep the words and date them: `when:` and `date:`",
                "if the source gives no date, excuse it under `ignore:`, with the reason",
            ),
            Severity.WARNING,
        )


def _day_words(draft: Draft) -> Words:
    names = (*weekdays(draft.lang), *weekdays("en"), *draft.words.time.relative)
    return Words(tuple(dict.fromkeys(names)))


def _out_of_order(draft: Draft, path: Path, earlier: Path) -> Diagnostic:
    span = draft.briefing.find(earlier, "")
    line = f" on line {span.line}" if span else ""
    return Diagnostic(
        "T02",
        f"this entry is earlier than the one above it{line}",
        path,
        ("move it up: a timeline runs from the first to the last",),
    )


def _earliest(when: When) -> date:
    moment = when.start
    if moment is None or moment.approximate or moment.uncertain:
        return date.min
    return moment.first


def _latest(when: When) -> date:
    """Return the last day on which what `when` dates may have begun."""
    moment = when.start or when.end
    if moment is None:
        return date.max
    return _last_day(moment) if not (moment.approximate or moment.uncertain) else date.max


def _last_day(moment: Moment) -> date:
    month = moment.month or 12
    day = moment.day or calendar.monthrange(moment.year, month)[1]
    return date(moment.year, month, day)
