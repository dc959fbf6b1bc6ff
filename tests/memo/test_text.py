"""Setting text: citations, leads, links, labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.locales import locale_for
from deckmaker.memo.drawing import Ink, Words
from deckmaker.memo.slabs import PARTED, SPLIT
from deckmaker.memo.styles import styles_of
from deckmaker.memo.text import Compositor, closed, joined, text_of
from deckmaker.richtext import Span, plain
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH
from documents import text
from memo.reading import words


def said(runs) -> str:
    return "".join(run.text for run in runs)


def raised(runs) -> list[str]:
    return [run.text for run in runs if isinstance(run.payload, Ink) and run.payload.rise]


def test_a_citation_is_a_raised_link_close_behind_its_word(compositor):
    runs = compositor.runs(text("He said so. @18 Then he left."), compositor.styles.body)
    assert said(runs) == "He said so.18 Then he left."
    assert raised(runs) == ["18"]
    assert [run.payload.link for run in runs] == ["", "#source-", ""]


def test_a_citation_of_a_named_source_leads_to_it(compositor):
    runs = compositor.runs(text("So it is. @budget:3"), compositor.styles.body)
    assert runs[-1].payload.link == "#source-budget"


@pytest.mark.parametrize("typed", ["so. @1 @2 @3", "so. @1, @2, @3"])
def test_commas_part_neighbouring_citations(compositor, typed):
    runs = compositor.runs(text(typed), compositor.styles.body)
    assert said(runs).replace("\u00a0", "") == "so.1,2,3"


def test_a_citation_behind_a_quotation_mark_keeps_its_distance(compositor):
    close = compositor.runs(text("“so” @1"), compositor.styles.body)
    assert said(close) == "“so”1"
    assert close[-2].font.tracking > 0


def test_a_citation_of_a_source_that_is_not_listed_leads_nowhere(compositor):
    runs = compositor.runs(text("So it is. @other:3"), compositor.styles.body)
    assert raised(runs) == ["other:3"]
    assert runs[-1].payload.link == ""


def test_a_link_is_underlined_in_the_brands_colour(compositor):
    run = compositor.runs(text("[here](https://a.example)"), compositor.styles.body)[0]
    assert isinstance(run.payload, Ink)
    assert run.payload.color == compositor.styles.link
    assert run.payload.link == "https://a.example"
    assert run.payload.underline


def test_emphasis_within_italics_is_upright(compositor):
    runs = compositor.runs(text("one *two* three"), compositor.styles.body, italic=True)
    assert [run.font.italic for run in runs] == [True, False, True]


def test_labels_are_set_in_tracked_capitals(compositor):
    (run,) = compositor.runs(text("Outlook"), compositor.styles.label)
    assert run.text == "OUTLOOK"
    assert run.font.tracking > 0


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("A lead", "A lead."),
        ("A question?", "A question?"),
        ("“A quotation.”", "“A quotation.”"),
        ("“A quotation”", "“A quotation”."),
        ("A list:", "A list:"),
        ("Ends in a mark @3", "Ends in a mark. @3"),
        ("Trailing space ", "Trailing space."),
        ("", ""),
    ],
)
def test_a_sentence_is_closed_once(typed, shown):
    found = plain(closed(text(typed)), cites=False)
    assert found.strip() == shown.replace(" @3", "")


@given(st.text(max_size=40))
def test_closing_takes_nothing_away(typed):
    found = plain(closed((Span(typed),)))
    assert "".join(found.split()).startswith("".join(typed.split()))


def test_joining_leaves_out_what_is_empty():
    assert plain(joined((), text("a"), (), text("b"), by=", ")) == "a, b"
    assert joined((), ()) == ()


def test_bookmarks_are_one_line():
    assert text_of((Span("a\nb  c"), Span(" d"))) == "a b c d"


def test_the_rail_shares_the_first_baseline_of_the_body(compositor):
    body = compositor.styles.body
    marks, depth = compositor.rail([(text("17 March"), compositor.styles.side_head)], body)
    beside = compositor.paragraph(compositor.words("Something", body), body)[0].drawing[0]
    assert isinstance(beside, Words)
    assert marks[0].y == pytest.approx(beside.y)
    assert depth > 0


def test_rail_text_is_broken_to_its_width(compositor):
    marks, _ = compositor.rail(
        [(text("A very long name, and " + "x" * 80), compositor.styles.side_head)],
        compositor.styles.body,
    )
    assert all(mark.line.width <= compositor.styles.grid.rail for mark in marks)


def test_an_opening_quotation_mark_hangs(compositor):
    body = compositor.styles.body
    runs = compositor.runs(text("“Word " + "word " * 40 + "”"), body)
    first, second, *_ = compositor.paragraph(runs, body, hang=compositor.opening_mark(runs))
    assert first.drawing[0].x < second.drawing[0].x


@given(st.lists(st.sampled_from(["word", "a", "longer-word", "x" * 90, "Ω", "ж", "–"])))
def test_no_word_of_a_paragraph_is_lost(compositor, parts):
    body = compositor.styles.body
    slabs = compositor.paragraph(compositor.words(" ".join(parts), body), body)
    assert "".join(words(slabs).split()) == "".join(parts)
    for slab in slabs:
        for mark in slab.drawing:
            assert mark.line.width <= compositor.styles.grid.measure + 0.01


def test_a_page_hardly_ends_within_a_word(brand):
    locale = locale_for("de")
    german = Compositor(styles_of(brand, locale), Typesetter(brand, locale), ENGLISH, frozenset())
    body = german.styles.body
    runs = german.words("Die Donaudampfschifffahrtsgesellschaften " * 12, body)
    slabs = german.paragraph(runs, body)
    parted = [slab.drawing[0].line.parts_word for slab in slabs]
    assert any(parted[1:-2])
    for ends_in_word, following in zip(parted[1:-2], slabs[2:-1], strict=True):
        assert following.penalty == (PARTED if ends_in_word else SPLIT)
