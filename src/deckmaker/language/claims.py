"""What a briefing claims: its text units and quoted spans go in, citations come back.

The one vocabulary that the evidence and the assembly share. The evidence walks `text_units`,
finds the quotations in each and their paragraphs; the assembly asks it through `Evidence`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, assert_never

from deckmaker.diagnostics import KEY, Path
from deckmaker.language import blocks
from deckmaker.language.blocks import AnyBlock
from deckmaker.language.briefing import Briefing
from deckmaker.language.grids import Choice, Grid
from deckmaker.language.points import Point
from deckmaker.richtext import Citation, parse, plain

Role = Literal[
    "title",  # the assertion over a briefing, section or block
    "label",  # a signpost, a table's head, a stance, a caption: a name rather than a statement
    "name",  # who speaks or acts, and their role
    "short",  # a point as the slide shows it
    "prose",  # running text: the full form of a point, paragraphs, meanings, drivers
    "quotation",  # someone's words, given to `speaker`: the whole text is the claim
    "likelihood",  # the source's own word for how likely a case is: the whole text is the claim
    "judgement",  # our word for how likely a case is, or how confident we are
    "figure",  # a numeral with its unit: `270 drones`
    "date",  # when something happened
    "cell",  # one cell of a table that the briefing itself holds
    "data",  # one figure of a chart, or one cell of a CSV file
    "category",  # what a figure of a chart belongs to, typed: a year, an abscissa, a series
    "notes",  # for the presenter
]


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One text of the briefing, at the place where the author typed it."""

    path: Path
    """Unique. Ends in `diagnostics.KEY` where the text is itself the key of a map."""
    text: str
    """As typed, inline markup included."""
    role: Role
    speaker: str = ""
    """To whom the words are given; only for `quotation`."""
    ours: bool = False
    """Said by the authors of the briefing, not drawn from a source: asks, items to watch,
    reasons, descriptions."""

    @property
    def plain(self) -> str:
        """The text without inline markup and citations; `quoted_spans` wants this."""
        return plain(parse(self.text))

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The citations that the author typed, in order."""
        return tuple(s.cite for s in parse(self.text) if s.cite is not None)


class Evidence(Protocol):
    """What the assembly asks of whoever has compared the briefing with its sources."""

    def paragraph_of(self, path: Path, text: str) -> Citation | None:
        """Return where `text` stands, None where it was not found.

        `path` is the path of the text unit, `text` the inner text of a quoted span or the
        whole text of a unit whose role is `quotation` or `likelihood`, without the marks
        around it and without inline markup.
        """

    def verified(self, key: str) -> tuple[int, int, int, int]:
        """Return what was verified against source `key`: how many quotations, how many of them
        edited, how many numbers and how many dates.
        """

    def verified_on(self, key: str) -> str:
        """Return the day (ISO) on which source `key` was compared, empty where none is known."""

    @property
    def unverified(self) -> Sequence[tuple[str, str]]:
        """What the authors stand by although no source has it: their words, and their reason."""

    def sha256(self, key: str) -> str:
        """Return the hash of the snapshot that speaks for source `key`, hexadecimal; or empty."""


def text_units(briefing: Briefing) -> Iterator[TextUnit]:
    """Yield every text of `briefing`, section by section, each with a path of its own."""
    meta, at = briefing.meta, ("meta",)
    for name, text in (("title", meta.title), ("subtitle", meta.subtitle)):
        yield from _unit((*at, name), text, "title")
    yield from _unit((*at, "short"), meta.short, "label")
    yield from _unit((*at, "question"), meta.question, "title")
    for number, section in enumerate(briefing.sections):
        path: Path = ("sections", number)
        yield TextUnit((*path, "section"), section.section, "label")
        yield from _unit((*path, "title"), section.title, "title")
        for index, block in enumerate(section.blocks):
            yield from _block(block, (*path, *section.block_path(index)))


def _unit(
    path: Path, text: str | None, role: Role, speaker: str = "", *, ours: bool = False
) -> Iterator[TextUnit]:
    if text:
        yield TextUnit(path, text, role, speaker, ours)


def _units(
    texts: Sequence[str], path: Path, role: Role, *, ours: bool = False
) -> Iterator[TextUnit]:
    for at, text in enumerate(texts):
        yield TextUnit((*path, at), text, role, ours=ours)


def _point(point: Point, path: Path, role: Role = "short") -> Iterator[TextUnit]:
    yield TextUnit((*path, *point.short_path), point.point, role)
    yield from _unit((*path, *point.full_path), point.full, "prose")


def _points(points: Sequence[Point], path: Path, role: Role = "short") -> Iterator[TextUnit]:
    for at, point in enumerate(points):
        yield from _point(point, (*path, at), role)


def _block(block: AnyBlock, path: Path) -> Iterator[TextUnit]:
    """Yield the texts of one block."""
    yield from _unit((*path, "title"), block.title, "title")
    yield from _content(block, (*path, block.kind))
    yield from _units(block.memo, (*path, "memo"), "prose")
    yield from _units(block.notes, (*path, "notes"), "notes")


def _content(block: AnyBlock, path: Path) -> Iterator[TextUnit]:
    """Yield the texts of a block's content, which stands at `path`."""
    match block:
        case blocks.SummaryBlock():
            summary = block.summary
            yield TextUnit((*path, "bluf"), summary.bluf, "prose")
            yield from _points(summary.points, (*path, "points"))
            if summary.confidence:
                written, reason = summary.confidence.key, summary.confidence.reason
                yield from _unit((*path, "confidence", written), reason, "prose", ours=True)
        case blocks.PointsBlock():
            yield from _points(block.points, path)
        case blocks.QuestionsBlock():
            yield from _points(block.questions, path)
        case blocks.TextBlock():
            for at, point in enumerate(block.text):
                yield from _point(point, (*path, at), "short" if point.full else "prose")
        case blocks.TimelineBlock():
            for at, entry in enumerate(block.timeline):
                yield from _unit((*path, at, *entry.when_path), entry.when, "date")
                yield from _point(entry.what, (*path, at, *entry.what_path))
        case blocks.PositionsBlock():
            for at, position in enumerate(block.positions):
                yield from _position(position, (*path, at))
        case blocks.QuoteBlock():
            quote = block.quote
            yield TextUnit((*path, "text"), quote.text, "quotation", quote.who or "")
            yield from _unit((*path, "who"), quote.who, "name")
            yield from _unit((*path, "role"), quote.role, "name")
            yield from _unit((*path, "context"), quote.context, "prose")
        case blocks.StatsBlock():
            for at, stat in enumerate(block.stats):
                yield TextUnit((*path, at, stat.figure, KEY), stat.figure, "figure")
                yield TextUnit((*path, at, stat.figure), stat.meaning, "prose")
        case blocks.TableBlock():
            yield from _grid(block.table.grid, path)
            yield from _headings(block.table.columns, path)
            yield from _unit((*path, "caption"), block.table.caption, "label")
        case blocks.ChartBlock():
            yield from _chart(block.chart, path)
        case blocks.ImageBlock():
            for name in ("alt", "caption", "credit"):
                text, ours = getattr(block.image, name), name != "caption"
                yield from _unit((*path, name), text, "label", ours=ours)
        case blocks.ScenariosBlock():
            for at, scenario in enumerate(block.scenarios):
                yield from _scenario(scenario, (*path, at))
        case blocks.AsksBlock():
            for at, ask in enumerate(block.asks):
                yield from _ask(ask, (*path, at))
        case blocks.CalloutBlock():
            yield TextUnit(path, block.callout, "prose")
        case _:
            assert_never(block)


def _position(position: blocks.Position, path: Path) -> Iterator[TextUnit]:
    yield TextUnit((*path, "who"), position.who, "name")
    yield from _unit((*path, "role"), position.role, "name")
    yield from _unit((*path, "stance"), position.stance, "label")
    if position.view:
        yield from _point(position.view, (*path, "view"))
    yield from _unit((*path, "quote"), position.quote, "quotation", position.who)


def _scenario(scenario: blocks.Scenario, path: Path) -> Iterator[TextUnit]:
    yield TextUnit((*path, "case"), scenario.case, "prose")
    likelihood = scenario.likelihood
    yield from _unit((*path, "likelihood", "article"), likelihood.article, "likelihood")
    yield from _unit((*path, "likelihood", "ours"), likelihood.ours, "judgement")
    yield from _unit((*path, "driver"), scenario.driver, "prose")
    yield from _units(scenario.watch, (*path, "watch"), "prose", ours=True)


def _ask(ask: blocks.Ask, path: Path) -> Iterator[TextUnit]:
    yield TextUnit((*path, "do"), ask.do, "prose", ours=True)
    yield from _unit((*path, "who"), ask.who, "name", ours=True)
    yield from _unit((*path, "by"), ask.by, "date", ours=True)
    yield from _unit((*path, "why"), ask.why, "prose", ours=True)


def _grid(grid: Grid, path: Path) -> Iterator[TextUnit]:
    """Yield the cells of a table; of one that was typed they stand in their lines."""
    lines = grid.lines or range(len(grid.rows) + 1)
    for row, (line, cells) in enumerate(zip(lines, (grid.head, *grid.rows), strict=True)):
        role: Role = "data" if not grid.typed else "cell" if row else "label"
        for column, cell in enumerate(cells):
            yield from _unit((*path, line, column), cell, role)


def _headings(columns: Choice | None, path: Path) -> Iterator[TextUnit]:
    """Yield the headings that stand in place of a file's own."""
    for name, heading in columns.headings.items() if columns else ():
        if heading != name:
            yield from _unit((*path, "columns", name), heading, "category")


def _chart(chart: blocks.Chart, path: Path) -> Iterator[TextUnit]:
    """Yield the figures of a chart with their categories and series."""
    place: Path = (*path, "file" if chart.file else "data")
    for row, cells in enumerate((chart.grid.head, *chart.grid.rows)):
        for column, cell in enumerate(cells):
            typed_name = not chart.file and (row == 0 or column == 0)
            yield from _unit((*place, row, column), cell, "category" if typed_name else "data")
    yield from _headings(chart.columns, path)
    yield from _unit((*path, "unit"), chart.unit, "category")
    yield from _unit((*path, "alt"), chart.alt, "label", ours=True)
    yield from _unit((*path, "caption"), chart.caption, "label")
