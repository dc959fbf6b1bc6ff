"""The planned deck, before any file: everything stands inside its box, its slide and its scale."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.brand import Brand, DeckScale
from deckmaker.deck.geometry import BODY_BOTTOM, SLIDE_HEIGHT, SLIDE_WIDTH
from deckmaker.deck.model import Deck, Ink, Paragraph, Slide, TableFrame, TextFrame
from deckmaker.deck.plan import plan
from deckmaker.deck.speech import stopped
from deckmaker.deck.text import Ruler
from deckmaker.deck.units import Box
from deckmaker.diagnostics import BriefingError
from deckmaker.document import (
    Content,
    Document,
    Marking,
    Point,
    PointList,
    Positions,
    Questions,
    QuoteBlock,
    Stats,
    Summary,
    Table,
    Timeline,
)
from deckmaker.richtext import Span, plain
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH
from documents import LARGE, PATH, SMALL, document, gallery, point, section, text

ROUNDING = 0.01
CONTENTS = [
    *(pytest.param(content, id=f"small {kind}") for kind, content in SMALL.items()),
    *(pytest.param(content, id=f"large {kind}") for kind, content in LARGE.items()),
]


def planned(content: Content, brand: Brand, typesetter: Typesetter) -> Deck:
    made = document(section(1, content, title="This is the heading above it"), medium="deck")
    return plan(made, brand, typesetter)


def texts(slide: Slide) -> list[Paragraph]:
    found: list[Paragraph] = []
    for frame in slide.frames:
        if isinstance(frame, TextFrame):
            found += frame.paragraphs
        if isinstance(frame, TableFrame):
            found += [p for row in frame.rows for cell in row for p in cell.paragraphs]
    return found


def words(deck: Deck) -> Counter[str]:
    return Counter(
        word
        for slide in deck.slides
        for para in texts(slide)
        for word in "".join(ink.text for ink in para.inks).split()
    )


def apart(a: Box, b: Box) -> bool:
    return (
        a.right <= b.x + ROUNDING
        or b.right <= a.x + ROUNDING
        or a.bottom <= b.y + ROUNDING
        or b.bottom <= a.y + ROUNDING
    )


@pytest.mark.parametrize("content", CONTENTS)
def test_every_frame_stands_inside_the_slide_above_the_source_rule(
    content: Content, brand: Brand, typesetter: Typesetter
) -> None:
    for slide in planned(content, brand, typesetter).slides:
        for frame in slide.frames:
            box = getattr(frame, "box", None)
            if box is None or slide.layout == "Cover":
                continue
            assert box.x >= 0
            assert box.y >= 0
            assert box.right <= SLIDE_WIDTH + ROUNDING
            assert box.bottom <= BODY_BOTTOM + ROUNDING, frame.name


@pytest.mark.parametrize("content", CONTENTS)
def test_every_text_fits_its_box(content: Content, brand: Brand, typesetter: Typesetter) -> None:
    ruler = Ruler(typesetter)
    for slide in planned(content, brand, typesetter).slides:
        for frame in slide.frames:
            if isinstance(frame, TextFrame):
                inner = frame.box.width - 2 * frame.inset
                height = ruler.height(frame.paragraphs, inner) + 2 * frame.inset
                assert height <= frame.box.height + ROUNDING, frame.name
            if isinstance(frame, TableFrame):
                for height, row in zip(frame.heights, frame.rows, strict=True):
                    for width, cell in zip(frame.widths, row, strict=True):
                        inner = width - cell.inset_left - cell.inset_right
                        needed = ruler.height(cell.paragraphs, inner)
                        assert needed + cell.inset_top + cell.inset_bottom <= height + ROUNDING


@pytest.mark.parametrize("content", CONTENTS)
def test_no_text_lies_over_another(content: Content, brand: Brand, typesetter: Typesetter) -> None:
    for slide in planned(content, brand, typesetter).slides:
        boxes = [f for f in slide.frames if isinstance(f, (TextFrame, TableFrame))]
        for one, other in combinations(boxes, 2):
            assert apart(one.box, other.box), (slide.id, one.name, other.name)


@pytest.mark.parametrize("content", CONTENTS)
def test_type_comes_from_the_scale_and_is_never_shrunk(
    content: Content, brand: Brand, typesetter: Typesetter
) -> None:
    scale = {getattr(brand.deck, field.name) for field in fields(DeckScale)}
    for slide in planned(content, brand, typesetter).slides:
        assert {ink.style.size for para in texts(slide) for ink in para.inks} <= scale


@pytest.mark.parametrize("contents", [SMALL, LARGE], ids=["small", "large"])
def test_slides_have_ids_and_titles_of_their_own_and_stand_in_one_section_each(
    contents: dict[str, Content], brand: Brand, typesetter: Typesetter
) -> None:
    deck = plan(gallery(contents, "deck"), brand, typesetter)
    ids = [slide.id for slide in deck.slides]
    assert len(set(ids)) == len(ids)
    titles = [" ".join(slide.title.split()) for slide in deck.slides]
    assert len(set(titles)) == len(titles)
    assert [slide for part in deck.sections for slide in part.slides] == ids


def shown(content: Content) -> str:
    """Return what a content says on slides, in words."""
    match content:
        case Summary(bluf, points, confidence):
            spans = [bluf, *(p.short for p in points)]
            spans += [confidence.reason] if confidence else []
        case PointList(points):
            spans = [p.short for p in points]
        case Questions(points):
            spans = [s for p in points for s in (p.short, p.full)]
        case Timeline(entries):
            spans = [s for e in entries for s in (e.when, e.what.short)]
        case Positions(entries):
            spans = [s for e in entries for s in (e.who, e.role, e.stance)]
            spans += [e.view.short for e in entries if e.view]
            spans += [e.quote.text for e in entries if e.quote]
        case QuoteBlock():
            spans = [content.quote.text, content.who, content.role, content.context]
        case Stats(entries):
            spans = [s for e in entries for s in (e.unit, e.meaning)]
        case Table():
            spans = [cell for row in content.rows for cell in row]
        case _:
            spans = []
    return " ".join(plain(s) for s in spans)


@pytest.mark.parametrize("content", CONTENTS)
def test_no_word_is_lost_however_many_slides_it_takes(
    content: Content, brand: Brand, typesetter: Typesetter
) -> None:
    deck = planned(content, brand, typesetter)
    missing = Counter(shown(content).split()) - words(deck)
    assert not missing


def test_a_header_is_repeated_on_every_slide_of_a_table(
    brand: Brand, typesetter: Typesetter
) -> None:
    content = LARGE["table"]
    assert isinstance(content, Table)
    deck = planned(content, brand, typesetter)
    tables = [f for slide in deck.slides for f in slide.frames if isinstance(f, TableFrame)]
    heads = {
        tuple("".join(i.text for p in cell.paragraphs for i in p.inks) for cell in t.rows[0])
        for t in tables
    }
    assert len(tables) > 1
    assert heads == {tuple(plain(column.head) for column in content.columns)}


def test_parts_are_counted_in_the_title(brand: Brand, typesetter: Typesetter) -> None:
    deck = planned(LARGE["points"], brand, typesetter)
    titles = [" ".join(s.title.split()) for s in deck.slides if s.id.startswith("s1")]
    count = len(titles)
    assert count > 1
    expected = [f"This is the heading above it ({n}/{count})" for n in range(1, count + 1)]
    assert titles == expected


def test_an_agenda_links_to_each_section_from_five_sections_on(
    brand: Brand, typesetter: Typesetter
) -> None:
    def deck(count: int) -> Deck:
        sections = [section(n, SMALL["callout"]) for n in range(1, count + 1)]
        return plan(document(*sections, medium="deck"), brand, typesetter)

    assert not [slide for slide in deck(4).slides if slide.layout == "Agenda"]
    agenda = next(slide for slide in deck(5).slides if slide.layout == "Agenda")
    targets = [
        frame.jump and frame.jump.target
        for frame in agenda.frames
        if isinstance(frame, TextFrame) and frame.placeholder
    ]
    assert targets == ["s1b1", "s2b1", "s3b1", "s4b1", "s5b1"]


def test_the_full_form_of_a_point_goes_to_the_notes_of_its_slide(
    brand: Brand, typesetter: Typesetter
) -> None:
    points = tuple(point(f"Short {n}", f"Full form of number {n}. @{n}") for n in range(1, 15))
    deck = planned(PointList(points), brand, typesetter)
    for slide in deck.slides:
        visible = [ink.text for para in texts(slide) for ink in para.inks]
        for n in range(1, 15):
            note = f"Short {n}. Full form of number {n}. [¶ {n}]"
            assert (f"Short {n}" in visible) == (note in map(plain, slide.notes))


def test_a_title_of_three_lines_moves_the_body_down(brand: Brand, typesetter: Typesetter) -> None:
    long = "A title that its author could not bring to one sentence " * 3
    made = document(section(1, SMALL["table"], title=long.strip()), medium="deck")
    slide = next(s for s in plan(made, brand, typesetter).slides if s.id == "s1b1")
    assert slide.title.count("\n") == 2
    assert slide.title_box is not None
    tops = [frame.box.y for frame in slide.frames if isinstance(frame, TableFrame)]
    assert min(tops) >= slide.title_box.bottom


def test_a_title_that_no_slide_can_hold_is_an_error_that_names_it(
    brand: Brand, typesetter: Typesetter
) -> None:
    made = document(section(1, SMALL["callout"], title="far too long " * 40), medium="deck")
    with pytest.raises(BriefingError) as error:
        plan(made, brand, typesetter)
    (diagnostic,) = error.value.diagnostics
    assert diagnostic.rule == "D15"
    assert diagnostic.path[-1] == "title"
    assert diagnostic.hints


sentences = st.text(
    st.sampled_from("abcdefghij éß–-. ABC ,;’“”1234567890"), min_size=1, max_size=700
).filter(lambda s: bool(s.strip()))


@given(st.lists(sentences, min_size=1, max_size=12))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_points_of_any_length_fit_and_none_is_lost(
    brand: Brand, typesetter: Typesetter, shorts: list[str]
) -> None:
    points = tuple(Point((*PATH, "points", n), text(short)) for n, short in enumerate(shorts))
    deck = planned(PointList(points), brand, typesetter)
    ruler = Ruler(typesetter)
    for slide in deck.slides[1:]:
        for frame in slide.frames:
            if isinstance(frame, TextFrame):
                assert ruler.height(frame.paragraphs, frame.box.width) <= frame.box.height + 0.01
                assert frame.box.bottom <= SLIDE_HEIGHT
    expected = "".join(plain(p.short) for p in points)
    told = "".join(ink.text for s in deck.slides for p in texts(s) for ink in p.inks)
    missing = Counter("".join(expected.split())) - Counter("".join(told.split()))
    assert not missing


def test_the_same_document_gives_the_same_deck(brand: Brand, typesetter: Typesetter) -> None:
    made: Document = gallery(LARGE, "deck")
    assert plan(made, brand, typesetter) == plan(made, brand, typesetter)


def test_all_that_cannot_be_set_is_named_in_one_pass(brand: Brand, typesetter: Typesetter) -> None:
    sections = [
        section(1, SMALL["callout"], title="far too long " * 40),
        section(2, SMALL["callout"], title="Heading", label="a label without an end " * 20),
        section(3, SMALL["callout"], title="much too long " * 40),
    ]
    made = document(*sections, medium="deck", marking=Marking("Secret " * 20, False, "#FFFFFF"))
    with pytest.raises(BriefingError) as error:
        plan(made, brand, typesetter)
    assert [d.rule for d in error.value.diagnostics] == ["M04", "D15", "D08", "D15"]


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("It rained", "It rained."),
        ("It rained.", "It rained."),
        ("“It rained.” [¶ 7]", "“It rained.” [¶ 7]"),
        ("It rained [¶¶ 7, 8]", "It rained [¶¶ 7, 8]."),
        ("Did it rain?", "Did it rain?"),
        ("", ""),
    ],
)
def test_a_note_ends_with_one_stop(words: str, ended: str) -> None:
    assert plain(stopped((Span(words),), ENGLISH)) == ended


@pytest.mark.parametrize("count", [1, 8, 15, 22])
def test_the_cover_holds_titles_and_readers_of_any_length_or_says_so(
    brand: Brand, typesetter: Typesetter, count: int
) -> None:
    changes = {
        "title": text("A title of several words " * count),
        "subtitle": text("with a subtitle " * count),
        "question": text("and a question " * count),
        "to": tuple(f"Reader number {n}" for n in range(count * 3)),
    }
    made = document(section(1, SMALL["callout"], title="Heading"), medium="deck", **changes)
    ruler = Ruler(typesetter)
    if count > 8:
        with pytest.raises(BriefingError) as error:
            plan(made, brand, typesetter)
        assert all(d.path[0] == "meta" and d.hints for d in error.value.diagnostics)
        return
    cover = plan(made, brand, typesetter).slides[0]
    assert cover.title_style is not None
    assert cover.title_box is not None
    title = Paragraph((Ink(cover.title, cover.title_style),))
    assert ruler.height((title,), cover.title_box.width) <= cover.title_box.height + ROUNDING
    boxes = [cover.title_box, *(f.box for f in cover.frames if isinstance(f, TextFrame))]
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert all(box.y >= 0 and box.bottom <= SLIDE_HEIGHT for box in boxes)
