"""Page breaks of generated memos, read back from the finished PDF: no line, row or heading alone.

Every word that is generated is a number: that of its text and its own within it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.document import (
    Ask,
    Asks,
    Block,
    Callout,
    Chart,
    Column,
    Content,
    Document,
    Entry,
    Image,
    Likelihood,
    Point,
    PointList,
    Position,
    Positions,
    Prose,
    Quotation,
    QuoteBlock,
    ScaleStep,
    Scenario,
    Scenarios,
    Section,
    Series,
    SourceEntry,
    Stat,
    Stats,
    Table,
    Timeline,
)
from deckmaker.locales import locale_for
from deckmaker.memo.running import Running
from deckmaker.memo.styles import styles_of
from deckmaker.memo.text import Compositor
from deckmaker.memo.writer import render
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH
from documents import PATH, document, front, png
from memo.placing import pictures_of, words_of

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
LENGTHS = st.sampled_from([1, 4, 9, 16, 30, 30, 60, 60, 120])
SHORT = st.sampled_from([1, 2, 4])
TOKEN = re.compile(r"\d{7}")
SMALL_CHART = 12
"""Bars that are not parted."""
BLANK = 0.55
"""The share of a page that may be left blank before a picture under its headings."""
LANGUAGES = ["en", "he", "th"]


@dataclass
class Author:
    """Writes texts of numbers, and remembers what each of them is."""

    draw: st.DrawFn
    running: set[str] = field(default_factory=set)
    """Texts of which two lines at least stand on each page."""
    whole: set[str] = field(default_factory=set)
    """Texts that stand on one page."""
    headings: list[str] = field(default_factory=list)
    tables: list[tuple[str, list[list[str]]]] = field(default_factory=list)
    """Of each table the text of its first head, and of its cells by row."""
    charts: list[list[str]] = field(default_factory=list)
    """The heading above each small chart, and its names."""
    credits: list[tuple[str, str]] = field(default_factory=list)
    """Quotations with their attributions."""
    entries: list[list[str]] = field(default_factory=list)
    """The texts of each source."""
    labels: set[str] = field(default_factory=set)
    end: int = 0
    """The last text of the sections."""
    count: int = 0

    def write(self, length: int, kind: set[str] | None = None) -> Spans:
        """Return a text of `length` words."""
        self.count += 1
        name = f"{self.count:04d}"
        if kind is not None:
            kind.add(name)
        return (Span(" ".join(f"{name}{at:03d}" for at in range(length))),)

    def text(self) -> Spans:
        return self.write(self.draw(LENGTHS), self.running)

    def label(self) -> Spans:
        return self.write(self.draw(SHORT), self.whole)

    def point(self) -> Point:
        return Point(PATH, self.text(), lead=self.draw(st.booleans()))

    def several(self, most: int = 6, *, least: int = 1) -> range:
        return range(self.draw(st.integers(least, most)))

    @property
    def last(self) -> str:
        return f"{self.count:04d}"

    def heading(self) -> Spans:
        words = self.write(self.draw(SHORT), self.whole)
        self.headings.append(self.last)
        return words

    def table(self) -> Table:
        columns = self.draw(st.integers(2, 4))
        head = []
        for _ in range(columns):
            head.append(Column(self.write(1)))
        first = f"{self.count - columns + 1:04d}"
        cells = self.draw(st.sampled_from([[1], [1, 4], [1, 4, 30], [4, 90], [2, 500]]))
        rows, names = [], []
        for _ in self.several(40 if cells[-1] < 90 else 4):
            lengths = [self.draw(st.sampled_from(cells)) for _ in range(columns)]
            rows.append(tuple(self.write(length) for length in lengths))
            names.append([f"{self.count - columns + 1 + at:04d}" for at in range(columns)])
        self.tables.append((first, names))
        return Table(tuple(head), tuple(rows), "Table 1", self.write(6, self.whole))

    def chart(self) -> Chart:
        before = self.count
        names = tuple(self.write(1, self.whole)[0].text for _ in self.several(40))
        if len(names) <= SMALL_CHART:
            self.charts.append([f"{at:04d}" for at in range(before, self.count + 1)])
        values = tuple(float(at) for at in range(len(names)))
        return Chart("bar", names, (Series("One", values),), caption=self.write(6, self.whole))

    def quotation(self) -> QuoteBlock:
        quote = Quotation(PATH, self.text())
        name = self.last
        who = self.label()
        self.credits.append((name, self.last))
        return QuoteBlock(quote, who, long=True)

    def scenarios(self) -> Scenarios:
        entries = tuple(
            Scenario(
                PATH,
                self.write(2),
                Likelihood("source", self.write(1)),
                self.write(self.draw(LENGTHS)),
                tuple(self.text() for _ in self.several(3)),
            )
            for _ in self.several(4, least=2)
        )
        steps = tuple(ScaleStep(f"{at}", 0, 0, "1–2") for at in range(7))
        return Scenarios(entries, "scale", steps)

    def content(self) -> Content:
        match self.draw(st.integers(0, 12)):
            case 0:
                return PointList(tuple(self.point() for _ in self.several()))
            case 1:
                return Prose(tuple(replace(self.point(), lead=False) for _ in self.several()))
            case 2:
                return Timeline(
                    tuple(Entry(PATH, self.label(), False, self.point()) for _ in self.several())
                )
            case 3:
                return Positions(
                    tuple(
                        Position(
                            PATH,
                            self.label(),
                            self.label(),
                            self.label(),
                            self.point(),
                            Quotation(PATH, self.text()),
                        )
                        for _ in self.several()
                    )
                )
            case 4:
                return self.quotation()
            case 5:
                return Stats(
                    tuple(Stat(PATH, "270", self.label(), self.text()) for _ in self.several())
                )
            case 6 | 7:
                return self.table()
            case 8:
                return Asks(
                    tuple(
                        Ask(PATH, self.text(), self.label(), self.label()) for _ in self.several()
                    )
                )
            case 9:
                return Callout(self.text())
            case 10:
                return self.scenarios()
            case 11:
                return self.chart()
            case _:
                return Image(png(40, 30), "png", 400, 300, "alt", "1", self.write(9, self.whole))

    def source(self, key: str) -> SourceEntry:
        before = self.count
        entry = SourceEntry(
            key,
            key.upper(),
            self.text(),
            tuple(self.write(self.draw(SHORT)) for _ in self.several(3)),
            verification=self.write(2),
        )
        self.entries.append([f"{at:04d}" for at in range(before + 1, self.count + 1)])
        return entry

    def document(self, lang: str) -> Document:
        sections = []
        for number in range(1, 1 + self.draw(st.integers(1, 4))):
            # Pages that begin inside the section repeat its label.
            label = self.write(self.draw(SHORT), self.labels)
            title = self.heading() if self.draw(st.booleans()) else ()
            blocks = tuple(
                Block(PATH, f"s{number}b{at}", self.heading(), True, self.content())
                for at in self.several(3)
            )
            sections.append(Section(PATH, f"s{number}", label, title, blocks))
        self.end = self.count
        sources = tuple(self.source(key) for key in "abcdef"[: self.draw(st.integers(0, 6))])
        return replace(document(*sections, sources=sources), front=front(lang=lang))


@st.composite
def memos(draw) -> tuple[Author, Document]:
    author = Author(draw)
    return author, author.document(draw(st.sampled_from(LANGUAGES)))


Lines = dict[str, dict[int, list[float]]]
"""Where the lines of each text stand: their baselines by page, downwards."""


def lines_of(data: bytes) -> Lines:
    found: dict[str, dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for word in words_of(data):
        for token in TOKEN.findall(word.text):
            found[token[:4]][word.page].add(round(word.bottom))
    return {
        name: {page: sorted(lines, reverse=True) for page, lines in pages.items()}
        for name, pages in found.items()
    }


@given(made=memos())
@SLOW
def test_nothing_is_stranded_by_a_page_break(brand, made):
    author, contents = made
    lines = lines_of(render(contents, brand))
    assert len(lines) == author.count
    for name in author.whole:
        assert len(lines[name]) == 1, f"{name} is parted"
    for name in author.running:
        pages = lines[name]
        assert len(pages) == 1 or min(map(len, pages.values())) >= 2, f"{name}: {pages}"
    for heading in author.headings:
        check_heading(heading, author, lines)
    for head, rows in author.tables:
        check_table(head, rows, lines)
    for texts in author.charts:
        assert len(set().union(*(lines[name] for name in texts))) == 1
    for quote, credit in author.credits:
        ((page, _),) = lines[credit].items()
        whole = sum(map(len, lines[quote].values()))
        assert len(lines[quote].get(page, [])) >= min(2, whole)
    for entry in author.entries:
        pages = set().union(*(lines[name] for name in entry))
        count = sum(len(at) for name in entry for at in lines[name].values())
        assert len(pages) == 1 or count > 12


def check_heading(heading: str, author: Author, lines: Lines) -> None:
    """What stands under a heading begins on its page, with two lines at least."""
    (page,) = lines[heading]
    under = []
    for at in range(int(heading) + 1, author.end + 1):
        name = f"{at:04d}"
        if name in author.labels or name in author.headings:
            if not under:
                assert list(lines[name]) == [page]
            break
        under.append(name)
    here = {y for name in under for y in lines[name].get(page, [])}
    whole = {(page, y) for name in under for page, found in lines[name].items() for y in found}
    assert len(here) >= min(2, len(whole))


def check_table(head: str, rows: list[list[str]], lines: Lines) -> None:
    """Every part has the head above it; none has a single row, unless rows are cut."""
    parts: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        pages = set().union(*(lines[cell] for cell in row))
        for page in pages:
            parts[page].append(number)
        for cell in row:
            found = lines[cell]
            assert len(found) == 1 or min(map(len, found.values())) >= 2
    assert set(lines[head]) == set(parts)
    for page, part in parts.items():
        top = max(y for at in part for cell in rows[at] for y in lines[cell].get(page, []))
        assert min(lines[head][page]) > top
    if len(rows) > 1:
        cut_first, cut_last = (
            len(set().union(*(lines[cell] for cell in end))) > 1 for end in (rows[0], rows[-1])
        )
        deep = max(len(found) for cell in rows[0] for found in lines[cell].values())
        assert len(parts[min(parts)]) > 1 or cut_first or deep >= 4
        assert len(parts[max(parts)]) > 1 or cut_last


@given(made=memos())
@SLOW
def test_every_page_is_filled_and_no_word_leaves_it(brand, made):
    _, contents = made
    grid = Running(contents, compositor_of(brand, contents.front.lang)).grid
    data = render(contents, brand)
    lowest: dict[int, float] = {}
    for word in words_of(data):
        if TOKEN.search(word.text):
            assert word.left >= grid.width - grid.left - grid.full - 1
            assert word.right <= grid.left + grid.full + 1
            assert word.bottom >= grid.bottom - 4
            assert word.top <= grid.height - grid.first_top
    for word in (*words_of(data), *pictures_of(data)):
        if word.bottom > grid.bottom:
            lowest[word.page] = min(word.bottom, lowest.get(word.page, grid.height))
    lowest.pop(max(lowest))
    for page, bottom in lowest.items():
        assert bottom - grid.bottom < BLANK * grid.room(page - 1)


def compositor_of(brand, lang: str) -> Compositor:
    locale = locale_for(lang)
    setter = Typesetter(brand, locale, lining=True)
    return Compositor(styles_of(brand, locale), setter, ENGLISH, frozenset(), lang)
