"""Every kind of block over several slides: nothing lost, what fits left whole, heads repeated."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.brand import Brand
from deckmaker.deck.geometry import BODY_BOTTOM, SLIDE_WIDTH
from deckmaker.deck.model import ChartFrame, Slide, TableFrame, TextFrame
from deckmaker.deck.plan import plan
from deckmaker.deck.text import words_of
from deckmaker.document import Ask as AskEntry
from deckmaker.document import (
    Asks,
    Callout,
    Chart,
    Column,
    Confidence,
    Content,
    Entry,
    Point,
    PointList,
    Position,
    Positions,
    Questions,
    QuoteBlock,
    Scenario,
    Scenarios,
    Series,
    Stat,
    Stats,
    Summary,
    Table,
    Timeline,
)
from deckmaker.typesetting import Typesetter
from documents import PATH, SCALE, document, ours, point, prose, quotation, section, text
from finished import said

TALL = 26
"""So many sentences are higher than a slide, in any column."""


def planned(content: Content, brand: Brand, typesetter: Typesetter) -> list[Slide]:
    made = document(section(1, content, title="Heading"), medium="deck", sources=())
    return [s for s in plan(made, brand, typesetter).slides if s.id.startswith("s1")]


def texts(slide: Slide) -> dict[str, str]:
    """Return the text of each frame of a slide by its name; cells by row and column."""
    found = {}
    for frame in slide.frames:
        if isinstance(frame, TextFrame):
            found[frame.name] = "\n".join("".join(i.text for i in p.inks) for p in frame.paragraphs)
        if isinstance(frame, TableFrame):
            for row, cells in enumerate(frame.rows):
                for column, cell in enumerate(cells):
                    found[f"{row},{column}"] = "\n".join(
                        "".join(i.text for i in p.inks) for p in cell.paragraphs
                    )
    return found


def told(slides: list[Slide]) -> str:
    return " ".join(" ".join(texts(slide).values()) for slide in slides)


def at(n: int) -> tuple[str | int, ...]:
    return (*PATH, "list", n)


def entries(*sentences: int) -> Timeline:
    return Timeline(
        tuple(
            Entry(at(n), text(f"{n} May 2025"), False, Point(at(n), text(prose(count, n))))
            for n, count in enumerate(sentences)
        )
    )


def test_an_entry_that_fits_a_slide_is_never_parted(brand: Brand, typesetter: Typesetter) -> None:
    slides = planned(entries(4, 6, 5, 7, 3, 6, 8), brand, typesetter)
    assert len(slides) > 1
    names = [name for slide in slides for name in texts(slide) if name.endswith("event")]
    assert len(names) == 7


def test_the_date_stands_beside_the_rest_of_an_entry(brand: Brand, typesetter: Typesetter) -> None:
    slides = planned(entries(1, TALL, 1), brand, typesetter)
    parted = [s for s in slides if any("event 2" in name for name in texts(s))]
    assert parted
    dates = [words for name, words in texts(parted[0]).items() if "date" in name]
    assert dates[0] == "1 May 2025, continued"
    nodes = [f for f in parted[0].frames if f.name.startswith("Node")]
    assert len(nodes) == sum(1 for n in texts(parted[0]) if n.endswith("event")), "no second node"


def test_a_question_is_said_again_over_the_rest_of_its_answer(
    brand: Brand, typesetter: Typesetter
) -> None:
    slides = planned(Questions((point("Who owns the pier?", prose(TALL)),)), brand, typesetter)
    assert len(slides) > 1
    for slide in slides:
        assert "Who owns the pier?" in texts(slide).values()


def test_a_question_and_its_answer_stay_together_where_they_fit(
    brand: Brand, typesetter: Typesetter
) -> None:
    points = tuple(point(f"Question {n}?", prose(7, n)) for n in range(6))
    slides = planned(Questions(points), brand, typesetter)
    for slide in slides:
        names = Counter(name.rpartition(" ")[2] for name in texts(slide))
        assert names["question"] == names["answer"]


def test_the_number_of_an_ask_is_said_again(brand: Brand, typesetter: Typesetter) -> None:
    asks = Asks((AskEntry(at(0), text("Do it."), text("Council"), (), text(prose(60))),))
    slides = planned(asks, brand, typesetter)
    assert len(slides) > 1
    assert all("1" in texts(slide).values() for slide in slides)


def test_a_position_is_named_again_over_its_rest(brand: Brand, typesetter: Typesetter) -> None:
    positions = Positions(
        (Position(at(0), text("A. Holm"), text("Master"), (), point("View"), quotation(prose(30))),)
    )
    slides = planned(positions, brand, typesetter)
    assert [texts(s)["1,0"] for s in slides] == [
        "A. Holm\nMaster",
        *["A. Holm, continued"] * (len(slides) - 1),
    ]
    assert all(texts(s)["0,0"] == "WHO" for s in slides)


def test_a_scenario_is_named_again_over_its_rest(brand: Brand, typesetter: Typesetter) -> None:
    case = Scenario(at(0), text("It sails"), ours("Likely", 55, 80), text(prose(40)))
    slides = planned(Scenarios((case, case), "ICD 203", SCALE), brand, typesetter)
    heads = [texts(s).get("sections[0].list[0] case 2") for s in slides]
    assert "It sails, continued" in heads


def test_scenarios_are_whole_columns_where_they_fit(brand: Brand, typesetter: Typesetter) -> None:
    cases = tuple(
        Scenario(at(n), text(f"Case {n}"), ours("Likely", 55, 80), text(prose(2, n)))
        for n in range(7)
    )
    slides = planned(Scenarios(cases, "ICD 203", SCALE), brand, typesetter)
    assert [s.layout for s in slides] == ["Columns"] * 3
    assert [sum(n.endswith("case") for n in texts(s)) for s in slides] == [3, 2, 2]


def test_a_figure_is_said_again_over_the_rest_of_its_meaning(
    brand: Brand, typesetter: Typesetter
) -> None:
    stats = Stats((Stat(at(0), "31", text("days"), text(prose(20))),))
    first, second, *_ = planned(stats, brand, typesetter)
    assert "31" in texts(first).values()
    assert "31 days, continued" in texts(second).values()


@pytest.mark.parametrize("sentences", [3, 9, 15, 22, 40, 90])
def test_a_quotation_keeps_its_attribution_at_its_end_and_its_speaker_on_every_slide(
    brand: Brand, typesetter: Typesetter, sentences: int
) -> None:
    quote = QuoteBlock(
        quotation(prose(sentences)), text("Astrid Holm"), text("harbour master"), text("In March.")
    )
    slides = planned(quote, brand, typesetter)
    *earlier, last = [texts(slide) for slide in slides]
    under = "sections[0].blocks[0] attribution"
    assert last[under] == "Astrid Holm\nharbour master\nIn March."
    assert all(one[under] == "Astrid Holm, continued" for one in earlier)
    words = " ".join(words for one in (*earlier, last) for n, words in one.items() if n != under)
    assert " ".join(words.split()) == f"“{prose(sentences)}”"
    assert all(len(one) == 2 for one in (*earlier, last)), "no slide for an attribution alone"


def test_a_context_too_long_to_stand_under_its_quotation_goes_on_alone(
    brand: Brand, typesetter: Typesetter
) -> None:
    quote = QuoteBlock(quotation(prose(2)), text("A. Holm"), context=text(prose(60)))
    slides = planned(quote, brand, typesetter)
    assert len(slides) > 2
    assert texts(slides[0])["sections[0].blocks[0] attribution"] == "A. Holm"


def test_a_long_bottom_line_goes_on_and_its_points_follow_it(
    brand: Brand, typesetter: Typesetter
) -> None:
    points = tuple(point(f"Reason {n}") for n in range(4))
    summary = Summary(
        text(prose(30)), points, Confidence(text("Low confidence"), text("Nobody audits."))
    )
    slides = planned(summary, brand, typesetter)
    assert len(slides) > 2
    lasts = list(texts(slides[-1]).values())
    assert lasts[-1].startswith("Low confidence")
    assert " ".join(told(slides).split()).startswith(prose(30)[:60])


def test_a_point_that_fits_an_empty_slide_is_not_parted_for_the_bottom_line_s_sake(
    brand: Brand, typesetter: Typesetter
) -> None:
    summary = Summary(text(prose(9)), (point(prose(9)), point("Another")))
    slides = planned(summary, brand, typesetter)
    assert not [name for slide in slides for name in texts(slide) if name.endswith("short 2")]


def test_the_header_and_the_first_column_are_repeated_where_a_table_is_too_wide(
    brand: Brand, typesetter: Typesetter
) -> None:
    columns = tuple(Column(text(f"Measurement{n}")) for n in range(16))
    rows = tuple(tuple(text(f"r{r}c{c}") for c in range(16)) for r in range(3))
    slides = planned(Table(columns, rows), brand, typesetter)
    assert len(slides) > 1
    for slide in slides:
        found = texts(slide)
        assert found["0,0"] == "Measurement0"
        assert [found[f"{r},0"] for r in (1, 2, 3)] == ["r0c0", "r1c0", "r2c0"]
    shown = told(slides)
    assert all(f"r{r}c{c}" in shown for r in range(3) for c in range(16))
    widths = [sum(f.widths) for s in slides for f in s.frames if isinstance(f, TableFrame)]
    assert max(widths) <= SLIDE_WIDTH


def test_columns_go_on_where_their_heads_would_grow_too_tall(
    brand: Brand, typesetter: Typesetter
) -> None:
    heads = [f"{n} of the sound and of the harbour office and its northern pier" for n in range(12)]
    table = Table(
        tuple(Column(text(head * (1 + n % 2))) for n, head in enumerate(heads)),
        (tuple(text(f"c{n}") for n in range(12)),),
    )
    slides = planned(table, brand, typesetter)
    assert 1 < len(slides) < 11
    assert all(f"c{n}" in told(slides) for n in range(12))


def test_a_table_without_spaces_between_words_is_not_too_wide(
    brand: Brand, typesetter: Typesetter
) -> None:
    columns = tuple(Column(text(name)) for name in ("項目", "費用", "説明"))
    long = "新しい橋の費用は町の予算を超えるおそれがあると委員会は述べた" * 3
    table = Table(columns, ((text("橋"), text("三百四十万"), text(long)),) * 2)
    assert len(planned(table, brand, typesetter)) == 1
    assert max(map(len, words_of(long))) <= 8
    assert list(words_of("two words")) == ["two", "words"]


def test_a_cell_taller_than_a_slide_goes_on_beside_the_name_of_its_row(
    brand: Brand, typesetter: Typesetter
) -> None:
    table = Table(
        (Column(text("Item")), Column(text("What is known of it"))),
        ((text("Northern pier"), text(prose(60))), (text("Boat"), text("Little."))),
    )
    slides = planned(table, brand, typesetter)
    assert len(slides) > 1
    assert all("Northern pier" in texts(s)["1,0"] for s in slides[:-1])
    bodies = [texts(s)["1,1"] for s in slides[:-1]]
    assert all(words.endswith(".") for words in bodies), "parted at sentences"


def test_bars_go_on_with_the_next_slide_on_one_scale(brand: Brand, typesetter: Typesetter) -> None:
    count = 50
    names = tuple(f"Municipality {n}" for n in range(count))
    series = (Series("A", tuple(float(n % 9 + n / 10) for n in range(count))),)
    slides = planned(Chart("bar", names, series, "%", "Alt"), brand, typesetter)
    charts = [f.drawing for s in slides for f in s.frames if isinstance(f, ChartFrame)]
    assert len(charts) > 1
    assert tuple(name for one in charts for name in one.chart.categories) == names
    sizes = [len(one.chart.categories) for one in charts]
    assert max(sizes) - min(sizes) <= 1
    assert len({(one.arranged.axis.low, one.arranged.axis.high) for one in charts}) == 1
    assert all(one.arranged.step == 1 for one in charts)


def test_titles_that_count_hundreds_of_parts_are_measured_with_them(
    brand: Brand, typesetter: Typesetter
) -> None:
    rows = tuple((text(f"Row {n}"), text(prose(12))) for n in range(210))
    slides = planned(Table((Column(text("A")), Column(text("B"))), rows), brand, typesetter)
    assert len(slides) >= 100
    assert slides[-1].title == f"Heading ({len(slides)}/{len(slides)})"


words = st.integers(0, 34).map(prose)
some = st.integers(1, 9)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Draw a content of any kind that grows, with texts of any length."""
    count = draw(some)
    longs = [draw(words) or "Short" for _ in range(count)]
    more = [draw(words) for _ in range(count)]
    pairs = list(enumerate(zip(longs, more, strict=True)))
    kind = draw(st.integers(0, 9))
    match kind:
        case 0:
            return PointList(tuple(Point(at(n), text(a)) for n, (a, _) in pairs))
        case 1:
            return Questions(tuple(Point(at(n), text(a), text(b)) for n, (a, b) in pairs))
        case 2:
            return entries(*(len(a) // 80 for _, (a, _) in pairs))
        case 3:
            return Asks(
                tuple(AskEntry(at(n), text(a), text("Council"), (), text(b)) for n, (a, b) in pairs)
            )
        case 4:
            return Summary(
                text(longs[0]), tuple(Point(at(n), text(b or "P")) for n, (_, b) in pairs)
            )
        case 5:
            return Table(
                (Column(text("A")), Column(text("B")), Column(text("C"))),
                tuple((text(f"{n}"), text(a), text(b)) for n, (a, b) in pairs),
            )
        case 6:
            return Positions(
                tuple(
                    Position(at(n), text(f"P{n}"), (), (), Point(at(n), text(a)),
                             quotation(b) if b else None)
                    for n, (a, b) in pairs
                )
            )  # fmt: skip
        case 7:
            return QuoteBlock(quotation(" ".join(longs)), text("Someone"))
        case 8:
            return Callout(text(" ".join(longs)))
        case _:
            return Scenarios(
                tuple(
                    Scenario(at(n), text(f"Case {n}"), ours("Likely", 55, 80), text(a))
                    for n, (a, _) in pairs
                ),
                "ICD 203",
                SCALE,
            )


def spoken_words(content: Content) -> Counter[str]:
    """Return the words that slides must show of a content."""
    made = document(section(1, content, title="Heading"))
    return Counter(word for words in said(made, short=True) for word in words.split())


@given(contents())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_grows_continues(brand: Brand, typesetter: Typesetter, content: Content) -> None:
    slides = planned(content, brand, typesetter)
    for slide in slides:
        for frame in slide.frames:
            box = getattr(frame, "box", None)
            assert box is None or box.bottom <= BODY_BOTTOM + 0.01, frame.name
        assert any(isinstance(f, (TextFrame, TableFrame)) for f in slide.frames), "an empty slide"
    shown = " ".join([told(slides), *(slide.title for slide in slides)])
    missing = spoken_words(content) - Counter(shown.split())
    assert not missing


@given(st.lists(st.integers(0, 12), min_size=1, max_size=14))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_rows_stay_whole_in_order_and_slides_are_no_more_than_greedy_filling_takes(
    brand: Brand, typesetter: Typesetter, lengths: list[int]
) -> None:
    points = tuple(Point(at(n), text(prose(count) or "Short")) for n, count in enumerate(lengths))
    slides = planned(PointList(points), brand, typesetter)
    shown = [
        [(n, f.box) for n, f in ((f.name, f) for f in s.frames if isinstance(f, TextFrame))]
        for s in slides
    ]
    numbers = [int(name.split("[")[2].split("]")[0]) for slide in shown for name, _ in slide]
    assert numbers == list(range(len(lengths)))
    heights = [box.height + 22 for slide in shown for _, box in slide]
    greedy, filled = 1, 0.0
    for height in heights:
        if filled + height > 352:
            greedy, filled = greedy + 1, 0.0
        filled += height
    assert len(slides) <= greedy


def test_a_table_that_goes_on_within_a_row_says_of_which(
    brand: Brand, typesetter: Typesetter
) -> None:
    long = "A sentence that is told again and again, until no slide can hold it all. " * 120
    content = Table((Column(text("Name")), Column(text("What"))), ((text("Ida"), text(long)),))
    made = document(section(1, content, title="T"), medium="deck", sources=())
    tables = [
        frame
        for slide in plan(made, brand, typesetter).slides
        for frame in slide.frames
        if isinstance(frame, TableFrame)
    ]
    assert len(tables) > 2
    assert all("Ida" in table.alt for table in tables)
