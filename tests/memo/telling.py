"""What a reader of a memo is to be told, in order: written from the Document and the language page.

Nothing that composes memos is asked. Each text is one stretch: a paragraph, a label, a cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from deckmaker import memo
from deckmaker.brand import Brand
from deckmaker.document import (
    Asks,
    Callout,
    Chart,
    Content,
    Document,
    Image,
    Point,
    PointList,
    Positions,
    Prose,
    Questions,
    QuoteBlock,
    Scenarios,
    Section,
    SourceEntry,
    Stats,
    Summary,
    Table,
    Timeline,
)
from deckmaker.enclosures import Enclosure
from deckmaker.richtext import Span, Spans
from judges.tagged import Tagged, plain
from memo.phrases import STOP, closed, joined, pattern, spans_of, words


class Teller:
    """Tells one Document."""

    def __init__(self, document: Document, brand: Brand) -> None:
        self.document = document
        self.brand = brand
        self.wording = document.wording

    def told(self) -> Iterator[str]:
        """Yield every text of the memo."""
        yield from self._front()
        opening = self._opening()
        if opening is not None:
            yield from self._bottom_line(opening)
        for section in self.document.sections:
            yield from self._section(section, opening)
        if self.document.sources:
            yield from self._sources()

    def _front(self) -> Iterator[str]:
        matter, wording = self.document.front, self.wording
        if matter.marking is not None:
            yield matter.marking.text
        yield self.brand.logo.alt if self.brand.logo is not None else self.brand.organisation
        yield matter.kind
        for label, value in (
            (wording.to, wording.comma.join(matter.to)),
            (wording.from_, wording.comma.join(matter.from_)),
            (wording.cc, wording.comma.join(matter.cc)),
            (wording.date, matter.date),
            (wording.purpose, matter.purpose_label),
        ):
            if value:
                yield from (label, value)
        yield wording.subject
        yield words(matter.title)
        yield words(matter.subtitle)
        if matter.question:
            yield from (wording.question, words(matter.question))

    def _opening(self) -> Summary | None:
        """Return the summary whose bottom line stands under the head of the first page."""
        blocks = self.document.sections[0].blocks if self.document.sections else ()
        content = blocks[0].content if blocks else None
        more = isinstance(content, Summary) and (content.points or content.confidence)
        return content if isinstance(content, Summary) and more else None

    def _bottom_line(self, summary: Summary) -> Iterator[str]:
        yield self.wording.bottom_line
        yield words(summary.bluf)

    def _section(self, section: Section, opening: Summary | None) -> Iterator[str]:
        """Tell a section; one without a title is headed by its first block's."""
        yield words(section.label)
        yield words(section.title)
        for block in section.blocks:
            if block.own_title:
                yield words(block.title)
            yield from self._content(block.content, opening)
            yield from map(words, block.memo)

    def _content(self, content: Content, opening: Summary | None) -> Iterator[str]:
        match content:
            case Summary():
                if content is not opening:
                    yield from self._bottom_line(content)
                yield from map(self._point, content.points)
                if content.confidence is not None:
                    yield self._sentences(content.confidence.level, content.confidence.reason)
            case PointList() | Questions():
                yield from map(self._point, content.points)
            case Prose():
                for one in content.paragraphs:
                    led = one.lead and one.full
                    yield self._point(one) if led else self._joined(one.short, one.full)
            case Timeline():
                for entry in content.entries:
                    yield from (words(entry.when), self._point(entry.what))
            case Positions():
                yield from self._positions(content)
            case QuoteBlock():
                yield from self._quote(content)
            case Stats():
                for stat in content.entries:
                    yield f"{stat.numeral} {words(stat.unit)}"
                    yield words(closed(stat.meaning))
            case Table():
                yield from self._table(content)
            case Chart():
                yield content.alt
                yield from self._caption(content.label, content.caption)
            case Image():
                yield content.alt
                caption = (Span(content.label), Span(" "), *content.caption)
                yield words((*(caption if content.caption else ()), Span(" "), *content.credit))
            case Scenarios():
                yield from self._scenarios(content)
            case Asks():
                yield from self._asks(content)
            case Callout():
                yield words(content.text)

    def _positions(self, content: Positions) -> Iterator[str]:
        quoted = any(entry.quote is not None for entry in content.entries)
        for entry in content.entries:
            yield from map(words, (entry.who, entry.role, entry.stance))
            if entry.view is not None:
                yield self._point(entry.view)
            if entry.quote is not None:
                yield words(entry.quote.text)
            elif quoted:
                yield f"{self.wording.not_quoted}{STOP}"
        if any(entry.stance for entry in content.entries):
            yield self.wording.stance_labels_ours

    def _quote(self, content: QuoteBlock) -> Iterator[str]:
        who = joined((content.who, content.role), self.wording.aside)
        if content.long:
            yield words(content.quote.text)
            yield words(joined((who, content.context), " · "))
            return
        whole = content.quote.text
        if who or content.context:
            whole = closed(whole)
        lead = (*who, Span(self.wording.colon)) if who else ()
        yield self._joined((*lead, *whole), closed(content.context))

    def _table(self, content: Table) -> Iterator[str]:
        yield from self._caption(content.label, content.caption)
        yield from (words(column.head) for column in content.columns)
        for row in content.rows:
            yield from map(words, row)

    def _scenarios(self, content: Scenarios) -> Iterator[str]:
        wording = self.wording
        chances = [entry.likelihood for entry in content.entries]
        ranged = any(one.range_text for one in chances)
        sure = any(one.confidence for one in chances)
        yield from (wording.case, wording.likelihood)
        yield from [wording.likelihood_range] * ranged
        yield from [wording.confidence_head] * sure
        for entry, chance in zip(content.entries, chances, strict=True):
            yield words(entry.case)
            yield wording.not_given if chance.kind == "not given" else words(chance.label)
            yield from [chance.range_text or "–"] * ranged
            yield from [chance.confidence_level or "–"] * sure
        for entry in content.entries:
            head = (Span(f"{wording.turns_on}{wording.colon.rstrip(' ')}"),)
            driver = joined((head, closed(entry.driver)), wording.gap) if entry.driver else ()
            if entry.driver or entry.watch:
                yield self._joined(closed(entry.case), driver)
            if entry.watch:
                yield f"{wording.watch_for}{wording.colon}"
                yield from map(words, entry.watch)
        remarks = []
        if any(one.kind == "source" for one in chances):
            remarks.append(wording.likelihood_words_source)
        if any(entry.watch for entry in content.entries):
            remarks.append(wording.watch_items_ours)
        yield wording.gap.join(remarks)
        if content.scale:
            head, name = wording.scale_key, content.scale_name
            head = wording.expanded.format(name=head, term=name) if name else head
            steps = " · ".join(f"{step.term} {step.range_text}" for step in content.scale)
            yield f"{head} {steps}{STOP}"

    def _asks(self, content: Asks) -> Iterator[str]:
        alone = len(content.entries) == 1
        for number, ask in enumerate(content.entries, 1):
            text = self._sentences(ask.do, ask.why)
            yield from [f"{number}. {text}"] if alone else (f"{number}.", text)
            yield from map(words, (ask.who, ask.by))

    def _sources(self) -> Iterator[str]:
        wording = self.wording
        yield wording.sources
        yield wording.sources_title
        if any(span.cite is not None for span in spans_of(self.document)):
            lettered = any(source.letter for source in self.document.sources)
            yield wording.lettered_figures if lettered else wording.superior_figures
        for source in self.document.sources:
            yield from self._source(source)
        for told in self.document.reservations:
            yield words(closed(told))

    def _source(self, source: SourceEntry) -> Iterator[str]:
        yield source.letter
        yield words(closed(source.cite))
        yield words(closed(joined(source.details, " · ")))
        yield source.url
        if source.sha256:
            yield f"{self.wording.snapshot} SHA-256 {source.sha256}"
        if source.verification:
            yield words(closed(source.verification))

    def _caption(self, label: str, caption: Spans) -> Iterator[str]:
        if caption:
            yield f"{label} {words(caption)}"

    def _point(self, point: Point) -> str:
        if point.lead or not point.full:
            return self._sentences(point.short, point.full)
        return words(closed(point.full))

    def _sentences(self, *parts: Spans) -> str:
        return self._joined(*map(closed, parts))

    def _joined(self, *parts: Spans) -> str:
        return words(joined(parts, self.wording.gap))


def differences(data: bytes, document: Document, brand: Brand) -> list[str]:
    """Return where what a memo tells begins to differ from what it is to tell."""
    wanted = list(filter(None, map(plain, Teller(document, brand).told())))
    told = [said for _, said in Tagged.read(data).told()]
    for at, wants in enumerate(wanted):
        if at >= len(told) or not pattern(wants, document.wording.stop).fullmatch(told[at]):
            return [f"{wants!r} is wanted, told is", *told[at : at + 2]]
    return told[len(wanted) :]


@contextmanager
def overheard() -> Iterator[list[tuple[Document, Brand]]]:
    """Note what memos are rendered of, while briefings are built."""
    noted: list[tuple[Document, Brand]] = []
    render = memo.render

    def rendering(document: Document, brand: Brand, *others: tuple[Enclosure, ...]) -> bytes:
        noted.append((document, brand))
        return render(document, brand, *others)

    with patch.object(memo, "render", rendering):
        yield noted
