"""Whatever an author writes, however long: it is all there, and all of it on the page."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.document import (
    Ask,
    Asks,
    Callout,
    Chart,
    Confidence,
    Content,
    Entry,
    Likelihood,
    Point,
    PointList,
    Position,
    Positions,
    Quotation,
    QuoteBlock,
    Scenario,
    Scenarios,
    Series,
    Stat,
    Stats,
    Summary,
    Timeline,
)
from deckmaker.memo.drawing import Words
from deckmaker.memo.pages import paginate
from deckmaker.memo.running import Running
from deckmaker.memo.story import story
from deckmaker.richtext import Span, Spans
from documents import document, section
from memo.reading import flat

LETTERS = "abcdefghijklm"
"""Lower case only, and no capitals: labels are set in capitals, whose letters are counted apart."""
WORDS = st.one_of(
    st.sampled_from(["word", "a", "long-winded", "Ω", "ж", "“so”", "x" * 70, "abc " * 30]),
    st.sampled_from(["abcd " * 400, "m" * 900, "ab\ncd", " "]),
)
SPANS = st.lists(WORDS, max_size=3).map(lambda parts: (Span(" ".join(parts)),))
POINTS = st.builds(Point, st.just(()), SPANS, SPANS, st.just(True))
QUOTATIONS = st.builds(Quotation, st.just(()), SPANS)
LIKELIHOODS = st.builds(
    Likelihood, st.just("ours"), SPANS, st.just(20.0), st.just(45.0), st.just("20–45")
)


def several(*parts):
    return st.lists(st.tuples(*parts), min_size=1, max_size=4)


CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.builds(
        Summary,
        SPANS,
        st.lists(POINTS, max_size=3).map(tuple),
        st.none() | st.builds(Confidence, SPANS, SPANS),
    ),
    st.builds(PointList, st.lists(POINTS, min_size=1, max_size=4).map(tuple)),
    several(SPANS, POINTS).map(
        lambda rows: Timeline(tuple(Entry((), when, False, what) for when, what in rows))
    ),
    several(SPANS, SPANS, SPANS, POINTS, QUOTATIONS).map(
        lambda rows: Positions(tuple(Position((), *row) for row in rows))
    ),
    st.builds(QuoteBlock, QUOTATIONS, SPANS, SPANS, SPANS, st.booleans()),
    several(SPANS, SPANS).map(
        lambda rows: Stats(tuple(Stat((), "270", unit, meaning) for unit, meaning in rows))
    ),
    several(SPANS, LIKELIHOODS, SPANS, SPANS).map(
        lambda rows: Scenarios(tuple(Scenario((), *row[:3], (row[3],)) for row in rows))
    ),
    several(SPANS, SPANS, SPANS, SPANS).map(
        lambda rows: Asks(tuple(Ask((), *row) for row in rows))
    ),
    st.builds(Callout, SPANS),
    several(WORDS).map(
        lambda rows: Chart(
            "bar",
            tuple(row[0] for row in rows),
            (Series("One", tuple(float(at) for at in range(len(rows)))),),
        )
    ),
)


def counted(value: Spans | str) -> Counter[str]:
    whole = value if isinstance(value, str) else "".join(span.text for span in value)
    return Counter(letter for letter in whole.casefold() if letter in LETTERS)


def typed(content: object) -> Counter[str]:
    """Count the letters of everything in `content` that an author typed."""
    if isinstance(content, Span):
        return counted(content.text)
    if isinstance(content, str):
        return counted(content)
    if isinstance(content, tuple):
        return sum(map(typed, content), Counter())
    if hasattr(content, "__dataclass_fields__"):
        fields = (
            getattr(content, name)
            for name in content.__dataclass_fields__
            if name not in ("path", "pulled", "kind", "type")
        )
        return sum(map(typed, fields), Counter())
    return Counter()


@given(content=CONTENTS, label=SPANS, title=SPANS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_and_nothing_leaves_the_page(compositor, brand, content, label, title):
    part = section(1, content, title="".join(span.text for span in title) or "title")
    made = document(part, sources=())
    grid = Running(made, compositor).grid
    found: Counter[str] = Counter()
    for page in paginate(story(made, brand, compositor), grid):
        for left, top, marks in page.placed:
            for mark in flat(marks):
                if isinstance(mark, Words):
                    found += counted(mark.line.text)
                    assert left + mark.x >= grid.left - 12
                    assert left + mark.x + mark.line.width <= grid.left + grid.full + 1
                    assert top + mark.y <= grid.height - grid.bottom + 1
                    assert top + mark.y > grid.first_top
    expected = typed(content)
    assert all(found[letter] >= count for letter, count in expected.items())
