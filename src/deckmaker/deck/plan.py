"""The Document is planned as a Deck: blocks become bodies, bodies become titled slides.

Nothing here knows the file format. What a slide shows, where it stands and how large it is set is
decided here and in the modules beside it; `writer` only spells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import assert_never

from deckmaker.brand import Brand
from deckmaker.deck.blocks.exhibits import plan_chart, plan_image
from deckmaker.deck.blocks.points import (
    plan_asks,
    plan_points,
    plan_prose,
    plan_questions,
    plan_summary,
)
from deckmaker.deck.blocks.scenarios import plan_scenarios
from deckmaker.deck.blocks.statements import plan_callout, plan_quote
from deckmaker.deck.blocks.stats import plan_stats
from deckmaker.deck.blocks.tables import plan_positions, plan_table
from deckmaker.deck.blocks.timeline import plan_timeline
from deckmaker.deck.body import Body, Sheet
from deckmaker.deck.cover import plan_cover
from deckmaker.deck.front import plan_agenda, plan_sources
from deckmaker.deck.furniture import furniture
from deckmaker.deck.geometry import BODY
from deckmaker.deck.headings import WIDEST_PARTS, Headings
from deckmaker.deck.layouts import make_layouts
from deckmaker.deck.mirror import mirrored
from deckmaker.deck.model import Deck, Properties, Slide, SlideSection
from deckmaker.deck.shown import shown
from deckmaker.deck.sourceline import source_line
from deckmaker.deck.speech import spoken
from deckmaker.deck.styles import make_styles
from deckmaker.deck.text import Ruler, in_tongues, text_of
from deckmaker.deck.titles import titles
from deckmaker.deck.units import Box
from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.document import (
    Asks,
    Block,
    Callout,
    Chart,
    Document,
    Image,
    PointList,
    Positions,
    Prose,
    Questions,
    QuoteBlock,
    Scenarios,
    Section,
    Stats,
    Summary,
    Table,
    Timeline,
)
from deckmaker.richtext import Spans, plain
from deckmaker.typesetting import Typesetter

AGENDA_FROM = 5
"""A deck of this many sections or more has an agenda."""


def plan(document: Document, brand: Brand, typesetter: Typesetter) -> Deck:
    """Return the Deck of `document`, from right to left where its script runs so.

    Raises BriefingError where a title, label or marking is too long for any slide.
    """
    deck = _Planner(document, brand, typesetter).deck()
    return mirrored(deck) if typesetter.locale.rtl else deck


def plan_block(block: Block, sheet: Sheet) -> tuple[Body, ...]:
    """Return the bodies of one block: one for each slide that it needs."""
    content, path = block.content, block.path
    match content:
        case Summary():
            return plan_summary(content, path, sheet)
        case PointList():
            return plan_points(content, path, sheet)
        case Prose():
            return plan_prose(content, path, sheet)
        case Timeline():
            return plan_timeline(content, path, sheet)
        case Positions():
            return plan_positions(content, path, sheet)
        case QuoteBlock():
            return plan_quote(content, path, sheet)
        case Stats():
            return plan_stats(content, path, sheet)
        case Table():
            return plan_table(content, path, sheet)
        case Chart():
            return plan_chart(content, path, sheet)
        case Image():
            return plan_image(content, path, sheet)
        case Scenarios():
            return plan_scenarios(content, path, sheet)
        case Asks():
            return plan_asks(content, path, sheet)
        case Callout():
            return plan_callout(content, path, sheet)
        case Questions():
            return plan_questions(content, path, sheet)
        case _:
            assert_never(content)


class _Planner:
    """One planning: the document, and everything that is the same for all of its slides."""

    def __init__(self, document: Document, brand: Brand, typesetter: Typesetter) -> None:
        self.document = document
        self.brand = brand
        self.styles = make_styles(brand.deck, typesetter.locale)
        self.ruler = Ruler(typesetter)
        self.headings = Headings(self.ruler, self.styles, document.wording)
        self.titles = titles(document)
        self.problems: dict[Diagnostic, None] = {}
        self.marking_width = 0.0
        with self._collecting():
            self.marking_width = self.headings.marking_width(document.front.marking)
        self.furniture = furniture(self.styles, self.marking_width)
        self.layouts = make_layouts(self.styles, self.furniture)
        self.footer = document.front.short
        with self._collecting():
            self.footer = self.headings.running_title(document.front, self.furniture.footer.width)

    def deck(self) -> Deck:
        document = self.document
        front = document.front
        cover_sheet = self._sheet(BODY)
        cover: Slide | None = None
        with self._collecting():
            cover = plan_cover(document, self.brand, self.layouts["Cover"], cover_sheet)
        groups: list[tuple[str, tuple[Slide, ...]]] = []
        firsts: dict[str, str] = {}
        for section in document.sections:
            slides: tuple[Slide, ...] = ()
            for block in section.blocks:
                with self._collecting():
                    slides += self._slides(section, block)
            if slides:
                firsts[section.id] = slides[0].id
                groups.append((plain(section.label), slides))
        if self.problems or cover is None:
            raise BriefingError(self.problems)
        front_slides = (cover, *self._agenda(firsts))
        name = document.front.kind or plain(front.title)
        groups.insert(0, (name, front_slides))
        if document.sources:
            groups.append((document.wording.sources, self._sources()))
        slides = tuple(slide for _, group in groups for slide in group)
        return Deck(
            properties=Properties(
                title=plain(front.title),
                subject=plain(front.question) or plain(front.subtitle),
                author=document.wording.comma.join(front.from_),
                keywords=document.wording.comma.join(
                    plain(section.label) for section in document.sections
                ),
                category=front.kind,
                iso_date=front.iso_date,
                lang=front.lang,
            ),
            slides=slides,
            sections=tuple(
                SlideSection(label, tuple(slide.id for slide in group)) for label, group in groups
            ),
            footer=self.footer,
            date=front.date,
            marking=front.marking,
            marking_width=self.marking_width,
        )

    @contextmanager
    def _collecting(self) -> Iterator[None]:
        """Keep what cannot be set on a slide, so that one pass names everything."""
        try:
            yield
        except BriefingError as error:
            self.problems.update(dict.fromkeys(error.diagnostics))

    def _slides(self, section: Section, block: Block) -> tuple[Slide, ...]:
        """Return the slides of one block, numbered in their titles where there are several."""
        document = self.document
        for widest in (1, *WIDEST_PARTS):
            heading = self.headings.measure(self.titles.blocks[block.id], block.path, widest)
            bodies = plan_block(block, self._sheet(heading.body))
            if len(bodies) <= widest:
                break
        kicker = plain(section.label)
        kicker_box = self.headings.kicker_box(kicker, section.path, self.furniture.kicker)
        slides = []
        for number, body in enumerate(bodies, 1):
            title = self.headings.title(heading.title, number, len(bodies))
            author = (
                tuple(spoken(note, document.wording) for note in block.notes) if number == 1 else ()
            )
            notes = (*author, *body.notes)
            slides.append(
                Slide(
                    id=block.id if number == 1 else f"{block.id}-{number}",
                    layout=body.layout,
                    title=text_of(title),
                    title_inks=in_tongues(title),
                    kicker=kicker,
                    frames=body.frames,
                    source=source_line(body, document, self.ruler, self.styles),
                    notes=(*notes, *shown(body, notes, document.wording)),
                    path=block.path,
                    title_box=self.headings.title_box(heading, self.furniture.title),
                    kicker_box=kicker_box,
                )
            )
        return tuple(slides)

    def _agenda(self, firsts: dict[str, str]) -> tuple[Slide, ...]:
        wording = self.document.wording
        sections = [s for s in self.document.sections if s.id in firsts]
        if len(sections) < AGENDA_FROM:
            return ()
        bodies = plan_agenda(sections, firsts.__getitem__, self._sheet(BODY))
        return self._plain_slides("agenda", self.titles.agenda, wording.agenda, bodies)

    def _sources(self) -> tuple[Slide, ...]:
        wording = self.document.wording
        document = self.document
        bodies = plan_sources(document.sources, document.reservations, self._sheet(BODY))
        return self._plain_slides("sources", self.titles.sources, wording.sources, bodies)

    def _plain_slides(
        self, name: str, title: Spans, kicker: str, bodies: Sequence[Body]
    ) -> tuple[Slide, ...]:
        return tuple(
            Slide(
                id=name if number == 1 else f"{name}-{number}",
                layout=body.layout,
                title=text_of(self.headings.title(title, number, len(bodies))),
                kicker=kicker,
                frames=body.frames,
            )
            for number, body in enumerate(bodies, 1)
        )

    def _sheet(self, box: Box) -> Sheet:
        document = self.document
        return Sheet(
            box, self.styles, self.ruler, document.wording, self.brand, document.front.lang
        )
