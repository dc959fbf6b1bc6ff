"""Made-up Documents for the tests of both renderers: every content kind, small and large.

The story is our own: a harbour town considers giving up its night ferry. `text` reads inline
markup, so that a fixture is written as an author writes; the words are typeset as given.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image as Picture

from deckmaker.document import (
    Ask,
    Asks,
    Block,
    Callout,
    Chart,
    ChartType,
    Column,
    Confidence,
    Content,
    Document,
    Entry,
    Front,
    Image,
    Likelihood,
    Marking,
    Medium,
    Point,
    PointList,
    Position,
    Positions,
    Prose,
    Questions,
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
    Summary,
    Table,
    Timeline,
)
from deckmaker.richtext import Spans, parse
from deckmaker.wording import ENGLISH

PATH = ("sections", 0)


def text(words: str) -> Spans:
    """Return `words` as spans, their inline markup read."""
    return parse(words)


def point(short: str, full: str = "", **options: object) -> Point:
    """Return a point at one or two lengths."""
    return Point(PATH, text(short), text(full), **options)  # type: ignore[arg-type]


def quotation(words: str, cite: str = "") -> Quotation:
    """Return `words` between quotation marks, with a citation such as `@4`."""
    return Quotation(PATH, text(f"“{words}”{' ' if cite else ''}{cite}"))


SENTENCES = (
    "The night ferry has crossed the sound every day since the harbour was dredged.",
    "It carries few passengers in winter, though those it carries have no other way home.",
    "The town council asked in spring for an account of what each crossing costs.",
    "Fuel, wages and the upkeep of the northern pier make up most of the bill.",
    "A road around the bay exists; it is long, narrow and often closed by snow.",
    "Fishermen say that the boat is the reason why the cannery stayed on the island.",
    "The cannery, for its part, has said nothing in public since its owner changed.",
)


def prose(sentences: int, start: int = 0) -> str:
    """Return a paragraph of so many sentences."""
    return " ".join(SENTENCES[(start + at) % len(SENTENCES)] for at in range(sentences))


def png(width: int = 480, height: int = 300) -> bytes:
    """Return a PNG of two flat colours, a horizon."""
    picture = Picture.new("RGB", (width, height), "#C9D6D3")
    picture.paste("#2E5A66", (0, height * 2 // 3, width, height))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def chart(kind: ChartType, count: int = 4, series: int = 1, **changes: object) -> Chart:
    """Return a chart of `count` categories; the second value of the first series is a gap."""
    names = ("Passengers", "Lorries", "Bicycles", "Parcels", "Sheep")
    categories = tuple(str(2020 + at) for at in range(count))
    rows = tuple(
        Series(
            names[at % len(names)] + ("" if at < len(names) else f" {at}"),
            tuple(
                None if (at, index) == (0, 1) else float((7 * index + 11 * at) % 23 + 4)
                for index in range(count)
            ),
            tuple(float(index + at) for index in range(count)) if kind == "scatter" else (),
        )
        for at in range(series)
    )
    base = Chart(
        kind,
        categories,
        rows,
        unit="thousand crossings a year",
        alt=f"A {kind} chart of crossings by year.",
        label="Figure 1",
        caption=text("Crossings by year, as the harbour office counts them @7"),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def table(rows: int = 4, *, sentences: int = 0) -> Table:
    """Return a table of three columns, one of them numbers."""
    return Table(
        (Column(text("Item")), Column(text("Paid by")), Column(text("Cost, kr"), numeric=True)),
        tuple(
            (
                text(f"Item {at + 1}" + (f": {prose(sentences, at)}" if sentences else "")),
                text(("Town @3", "County", "Harbour office")[at % 3]),
                text(f"{(at + 1) * 1250:,}"),
            )
            for at in range(rows)
        ),
        "Table 1",
        text("What a winter of night crossings costs"),
    )


SCALE = tuple(
    ScaleStep(term, low, high, f"{low}–{high}\u00a0%")
    for term, low, high in (
        ("Almost no chance", 1, 5),
        ("Very unlikely", 5, 20),
        ("Unlikely", 20, 45),
        ("Roughly even chance", 45, 55),
        ("Likely", 55, 80),
        ("Very likely", 80, 95),
        ("Almost certain", 95, 99),
    )
)


def ours(term: str, low: float, high: float) -> Likelihood:
    """Return a judgement of our own."""
    label = text(term)
    return Likelihood(
        "ours",
        label,
        low,
        high,
        f"{low:.0f}–{high:.0f}\u00a0%",
        text("Moderate confidence"),
        "Moderate",
    )


SMALL: dict[str, Content] = {
    "summary": Summary(
        text("Keep the night ferry for one more winter, and decide in May. @2"),
        (
            point("The boat pays for half of itself", "Fares cover 51 per cent of its cost. @3 @4"),
            point("The road is no substitute", "It was closed on 31 days last winter. @5"),
        ),
        Confidence(text("Moderate confidence"), text("The harbour office counts, nobody audits.")),
    ),
    "points": PointList(
        (
            point("The pier needs work", "Its northern end settles by a *hand’s breadth* a year."),
            point("A plain point, the same on slide and paper @6"),
            point("Left out of the memo", "Only the long form is printed here.", lead=False),
        )
    ),
    "text": Prose(
        (
            point("A lead of its own", prose(2)),
            Point(PATH, text(SENTENCES[0]), text(prose(3, 1)), lead=False),
        )
    ),
    "timeline": Timeline(
        (
            Entry(PATH, text("17 March 2024"), False, point("The council asks", prose(1, 2))),
            Entry(PATH, text("Some time after"), True, point("The cannery is sold")),
            Entry(PATH, text("May 2025 to June 2026"), True, point("A study is made", prose(2))),
        )
    ),
    "positions": Positions(
        (
            Position(
                PATH,
                text("Astrid Holm"),
                text("Harbour master of the northern sound"),
                text("In favour"),
                point("The boat is a road", "She counts it among the roads of the county. @8"),
                quotation("We do not close a bridge because few cross it at night.", "@9"),
            ),
            Position(
                PATH,
                text("Jon Vik"),
                text("Treasurer"),
                text("Against"),
                point("Too dear"),
                None,
            ),
        )
    ),
    "quote": QuoteBlock(
        quotation("A boat that sails empty is still a promise.", "@9"),
        text("Astrid Holm"),
        text("harbour master"),
        text("Said to the council in March."),
    ),
    "stats": Stats(
        (
            Stat(PATH, "31", text("days"), text("on which the road was closed @5"), count=31),
            Stat(PATH, "51\u00a0%", text("of the cost"), text("covered by fares @3")),
            Stat(PATH, "“100”", text("years"), text("Holm’s guess at its age."), spoken=True),
        )
    ),
    "table": table(),
    "chart": chart("column"),
    "image": Image(
        png(),
        "png",
        480,
        300,
        "The sound at dusk",
        "Figure 2",
        text("The sound at dusk"),
        text("Photograph: harbour office"),
    ),
    "scenarios": Scenarios(
        (
            Scenario(
                PATH,
                text("The boat sails on"),
                ours("Likely", 55, 80),
                text("The county’s grant in April. @10"),
                (text("The county’s budget"), text("A tender for fuel")),
            ),
            Scenario(
                PATH,
                text("It stops in autumn"),
                Likelihood("source", text("“may well happen”")),
                text("No grant."),
                (text("Notices to the crew"),),
            ),
            Scenario(PATH, text("A bridge"), Likelihood("not given", text("Likelihood not given"))),
        ),
        "ICD 203",
        SCALE,
    ),
    "asks": Asks(
        (
            Ask(
                PATH,
                text("Grant the ferry one more winter"),
                text("Town council"),
                text("30 April"),
                text("The crew must be told before the summer timetable."),
            ),
            Ask(PATH, text("Commission an audit of the count.")),
        )
    ),
    "callout": Callout(text("Nobody has asked the *passengers*.")),
    "questions": Questions(
        (
            point("Who owns the pier?", "The deed names the parish. @11"),
            point("What would a smaller boat cost?", "No yard has been asked."),
        )
    ),
}
"""One content of each kind, at a size that fits a slide. The key is the kind's of the language."""

LARGE: dict[str, Content] = {
    "summary": Summary(
        text(prose(3)),
        tuple(point(f"Reason {at + 1} of many", prose(3, at)) for at in range(9)),
        Confidence(text("Low confidence"), text(prose(2, 3))),
    ),
    "points": PointList(
        tuple(point(f"Point {at + 1} has a short form", prose(4, at)) for at in range(14))
    ),
    "text": Prose(
        tuple(Point(PATH, text(SENTENCES[0]), text(prose(30, at)), lead=False) for at in range(3))
    ),
    "timeline": Timeline(
        tuple(
            Entry(
                PATH,
                text(f"{at + 1} September, in the early hours of the morning"),
                at % 2 == 0,
                point(f"Event {at + 1}", prose(1 + at % 4, at)),
            )
            for at in range(24)
        )
    ),
    "positions": Positions(
        tuple(
            Position(
                PATH,
                text(f"Person {at + 1}"),
                text("Chair of the standing committee on harbours, piers and inland waters"),
                text("In favour, with reservations"),
                point(f"View {at + 1}", prose(2, at)),
                quotation(prose(2, at), "@12") if at % 2 else None,
            )
            for at in range(11)
        )
    ),
    "quote": QuoteBlock(
        quotation(prose(12), "@13"),
        text("Astrid Holm"),
        text("harbour master"),
        text("Council minutes"),
        long=True,
    ),
    "stats": Stats(
        tuple(
            Stat(PATH, f"{at * 13}", text("crossings"), text(prose(1, at)), count=at * 13 or None)
            for at in range(1, 10)
        )
    ),
    "table": table(90, sentences=1),
    "chart": chart("stacked bar", 40, 5),
    "image": Image(png(600, 1200), "png", 600, 1200, "A tall picture", "Figure 3"),
    "scenarios": Scenarios(
        tuple(
            Scenario(
                PATH,
                text(f"Case {at + 1}"),
                ours("Unlikely", 20, 45),
                text(prose(3, at)),
                tuple(text(sentence) for sentence in SENTENCES[:4]),
            )
            for at in range(7)
        ),
        "ICD 203",
        SCALE,
    ),
    "asks": Asks(
        tuple(
            Ask(
                PATH,
                text(f"Do thing {at + 1}: {prose(1, at)}"),
                text("The standing committee"),
                text("the end of the month"),
                text(prose(2, at)),
            )
            for at in range(12)
        )
    ),
    "callout": Callout(text(prose(9))),
    "questions": Questions(tuple(point(f"Question {at + 1}?", prose(3, at)) for at in range(12))),
}
"""One content of each kind that needs more than one slide, or more than one page."""

SOURCES = (
    SourceEntry(
        "",
        "",
        text("*Report on the night ferry*, harbour office"),
        (text("Author: A. Holm"), text("published 3 March 2026"), text("primary source")),
        "https://harbour.example/report",
        "0123456789abcdef" * 4,
        text("12 quotations, 4 figures"),
    ),
)


def front(**changes: object) -> Front:
    """Return front matter, with `changes`."""
    base = Front(
        title=text("The night ferry should sail one more winter"),
        subtitle=text("What it costs, who needs it, what else there is"),
        short="Night ferry",
        question=text("Shall the town give up its night ferry?"),
        kind="Briefing",
        purpose="decision",
        purpose_label="For decision",
        to=("Town council",),
        from_=("Harbour office",),
        cc=("County roads",),
        date="23 November 2026",
        iso_date="2026-11-23",
        lang="en-GB",
        marking=Marking("TLP:GREEN", True, "#33FF00"),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def section(number: int, *contents: Content, title: str = "", label: str = "") -> Section:
    """Return a section; with a title its first content stands right under it."""
    path = ("sections", number - 1)
    blocks = []
    for at, content in enumerate(contents, start=1):
        own = not (title and at == 1)
        words = text(f"Block {at} of section {number} asserts something") if own else text(title)
        blocks.append(Block((*path, "blocks", at - 1), f"s{number}b{at}", words, own, content))
    return Section(
        path, f"s{number}", text(label or f"Signpost {number}"), text(title), tuple(blocks)
    )


def document(
    *sections: Section,
    medium: Medium = "memo",
    sources: Sequence[SourceEntry] = SOURCES,
    **changes: object,
) -> Document:
    """Return a Document of `sections`, its front matter with `changes`."""
    return Document(medium, front(**changes), sections, tuple(sources), ENGLISH)


def gallery(contents: dict[str, Content], medium: Medium = "memo") -> Document:
    """Return a Document with a section for each of `contents`, named after its kind."""
    return document(
        *(
            section(at, content, title=f"This is a heading above {kind}", label=kind.title())
            for at, (kind, content) in enumerate(contents.items(), start=1)
        ),
        medium=medium,
    )
