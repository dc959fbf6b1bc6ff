"""A block as written becomes its content as shown, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from deckmaker.diagnostics import Path
from deckmaker.document import contents
from deckmaker.document.calendar import names_a_day, print_when
from deckmaker.document.contents import Medium
from deckmaker.document.exhibits import shape_chart, shape_image, shape_stats, shape_table
from deckmaker.document.outlook import shape_confidence, shape_scenarios
from deckmaker.document.sentences import count_words, first_sentence, pulled
from deckmaker.document.setting import Setter
from deckmaker.language import blocks as written
from deckmaker.language.likelihood import ScaleName
from deckmaker.language.points import Point
from deckmaker.richtext import Span, plain

LONG_QUOTATION = 40
"""Words from which the memo sets a quotation as a block (the language page)."""


@dataclass(frozen=True, slots=True)
class Shaper:
    """Shapes the blocks of one briefing for one medium."""

    medium: Medium
    setter: Setter
    scale: ScaleName

    def content(
        self, block: written.AnyBlock, path: Path, title: str, label: str
    ) -> contents.Content:
        """Return what `block`, whose content stands at `path`, shows.

        `label` is its number among the figures or tables, for the kinds that have one.
        """
        match block:
            case written.SummaryBlock():
                return self._summary(block.summary, path)
            case written.PointsBlock():
                return contents.PointList(self._points(block.points, path))
            case written.TextBlock():
                return contents.Prose(
                    tuple(
                        self._paragraph(point, (*path, at))
                        for at, point in enumerate(block.text)
                        if point.only in (None, self.medium)
                    )
                )
            case written.TimelineBlock():
                return contents.Timeline(
                    tuple(
                        self._entry(entry, (*path, at))
                        for at, entry in enumerate(block.timeline)
                        if entry.what.only in (None, self.medium)
                    )
                )
            case written.PositionsBlock():
                return contents.Positions(
                    tuple(
                        self._position(position, (*path, at))
                        for at, position in enumerate(block.positions)
                    )
                )
            case written.QuoteBlock():
                return self._quote(block.quote, path)
            case written.StatsBlock():
                return shape_stats(block.stats, path, self.setter)
            case written.TableBlock():
                return shape_table(block.table, path, label, self.setter)
            case written.ChartBlock():
                return shape_chart(block.chart, title, label, self.setter)
            case written.ImageBlock():
                return shape_image(block, label, self.setter)
            case written.ScenariosBlock():
                return shape_scenarios(block.scenarios, path, self.scale, self.setter)
            case written.AsksBlock():
                return contents.Asks(
                    tuple(self._ask(ask, (*path, at)) for at, ask in enumerate(block.asks))
                )
            case written.CalloutBlock():
                return contents.Callout(self.setter.running(block.callout, path))
            case written.QuestionsBlock():
                return contents.Questions(self._points(block.questions, path, shown=True))
            case _:
                assert_never(block)

    def _points(
        self, points: Sequence[Point], path: Path, *, shown: bool = False
    ) -> tuple[contents.Point, ...]:
        return tuple(
            self._point(point, (*path, at), shown=shown)
            for at, point in enumerate(points)
            if point.only in (None, self.medium)
        )

    def _point(self, point: Point, path: Path, *, shown: bool = False) -> contents.Point:
        """Return `point` set; its full form goes to the slide's notes unless it is `shown`."""
        short = self.setter.running(point.point, (*path, *point.short_path))
        hidden = self.medium == "deck" and not shown
        full = self.setter.running(point.full, (*path, *point.full_path), hidden=hidden)
        return contents.Point(
            path, short, full, point.lead, pulled(full, self.setter.language), point.only
        )

    def _paragraph(self, point: Point, path: Path) -> contents.Point:
        """Return a paragraph; one without a lead is led by its first sentence."""
        if point.full:
            return self._point(point, path)
        spans = self.setter.running(point.point, (*path, *point.short_path))
        short, full = first_sentence(spans, self.setter.language)
        return contents.Point(
            path,
            short,
            full,
            lead=False,
            pulled=pulled(full, self.setter.language),
            only=point.only,
        )

    def _summary(self, summary: written.Summary, path: Path) -> contents.Summary:
        bluf = self.setter.running(summary.bluf, (*path, "bluf"))
        points = self._points(summary.points, (*path, "points"))
        stated = summary.confidence
        place = (*path, "confidence")
        confidence = shape_confidence(stated, place, self.setter) if stated else None
        return contents.Summary(bluf, points, confidence)

    def _entry(self, entry: written.Entry, path: Path) -> contents.Entry:
        if entry.when:
            when = self.setter.running(entry.when, (*path, *entry.when_path))
        elif entry.date:
            when = (Span(print_when(entry.date, self.setter.language, self.setter.wording)),)
        else:
            when = ()
        stated = entry.date.day if entry.date else names_a_day(plain(when), self.setter.language)
        what = self._point(entry.what, (*path, *entry.what_path))
        return contents.Entry(path, when, not stated, what)

    def _position(self, position: written.Position, path: Path) -> contents.Position:
        view, quote = position.view, position.quote
        return contents.Position(
            path,
            self.setter.label(position.who),
            self.setter.label(position.role),
            self.setter.label(position.stance),
            self._point(view, (*path, "view")) if view and self._shows(view) else None,
            self._words(quote, (*path, "quote")) if quote else None,
        )

    def _shows(self, point: Point) -> bool:
        return point.only in (None, self.medium)

    def _words(self, text: str, path: Path) -> contents.Quotation:
        return contents.Quotation(path, self.setter.quotation(text, path))

    def _quote(self, quote: written.Quote, path: Path) -> contents.QuoteBlock:
        words = self._words(quote.text, (*path, "text"))
        return contents.QuoteBlock(
            words,
            self.setter.label(quote.who),
            self.setter.label(quote.role),
            self.setter.running(quote.context, (*path, "context")),
            long=count_words(plain(words.text)) >= LONG_QUOTATION,
        )

    def _ask(self, ask: written.Ask, path: Path) -> contents.Ask:
        return contents.Ask(
            path,
            self.setter.running(ask.do, (*path, "do")),
            self.setter.label(ask.who),
            self.setter.label(self.setter.day_or_words(ask.by)),
            self.setter.running(ask.why, (*path, "why")),
        )
