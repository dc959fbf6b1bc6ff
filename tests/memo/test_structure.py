"""What the structure of a memo tells is what its Document says: all of it, in order, word for word.

The bytes are read back by the judges, the Document is told by `telling`; neither knows the memo's
composition.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from deckmaker.build import make
from deckmaker.document import (
    Ask,
    Asks,
    Chart,
    Point,
    PointList,
    Position,
    Positions,
)
from deckmaker.lettering.machine import this_machine
from deckmaker.memo import render
from documents import LARGE, SMALL, document, gallery, section, text
from judges.tagged import Tagged
from judges.tags import check_tags
from memo.telling import differences, overheard
from memo.test_anything import CONTENTS, SPANS
from scripted import FOLDER, brand_for

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("contents", [SMALL, LARGE], ids=["small", "large"])
def test_every_kind_is_told_in_order(contents, brand):
    made = gallery(contents)
    assert differences(render(made, brand), made, brand) == []


BRIEFINGS = [
    ROOT / "briefing.yaml",
    ROOT / "tests" / "gallery" / "gallery.yaml",
    *sorted(FOLDER.glob("*.yaml")),
]


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_a_briefing_is_told_in_order(path):
    with overheard() as rendered:
        (data,) = make(path, only="memo").files.values()
    assert differences(data, *rendered[0]) == []


@given(content=CONTENTS, label=SPANS, title=SPANS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_an_author_writes_is_told_in_order(brand, content, label, title):
    named = "".join(span.text for span in title).strip() or "title"
    if isinstance(content, Chart):
        content = replace(content, alt="A chart.")  # every Document's chart has words
    made = document(section(1, content, title=named), sources=())
    data = render(made, brand)
    assert differences(data, made, brand) == []
    # No briefing has blanks alone for a text, as are drawn here.
    assert [fault for fault in check_tags(data) if not fault.endswith("s nothing")] == []


def test_what_goes_on_in_the_rail_for_long_is_told_at_one_place(brand):
    """It is drawn line by line beside what is told before it or behind it."""
    who = text("every member of the committee " * 30)
    asks = Asks((Ask((), text("Do this."), who, text("30 April"), text("A reason. " * 60)),) * 2)
    view = Point((), text("A view."), text("One more thing to say about it. " * 40))
    positions = Positions((Position((), who, text("A role."), text("For"), view, None),))
    made = document(section(1, asks, positions, title="Long rails"))
    assert differences(render(made, brand), made, brand) == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Sails 🚢 ⚓ and\u00a0🌊 rain."), ("he", "הספינה 👍🏽🛳️ שטה ⚓ ⚓ לים.")],
)
def test_pictures_are_told_where_they_stand_and_spaces_beside_them(lang, words):
    emoji = this_machine().family("Noto Color Emoji")
    fonts = brand_for(lang)
    fallbacks = {voice: (*found, emoji) for voice, found in fonts.fallbacks.items()}
    brand = replace(fonts, fallbacks=fallbacks)
    points = PointList((Point((), text(words)), Point((), text(words * 9))))
    made = document(section(1, points, title="1"), lang=lang)
    assert differences(render(made, brand), made, brand) == []


@pytest.mark.parametrize(
    "told",
    [("One two.", "Three."), ("Three.", "One two."), ("Onetwo.", "Three."), ("One two.",)],
)
def test_what_is_told_otherwise_than_it_was_written_is_found(brand, told):
    """The comparison itself: order, spaces and loss, each of which must be seen."""
    written = ("One two.", "Three.")
    made, other = (
        document(section(1, PointList(tuple(Point((), text(one)) for one in each)), title="1"))
        for each in (written, told)
    )
    found = differences(render(other, brand), made, brand)
    assert (found == []) is (told == written)


def test_a_line_that_runs_both_ways_is_told_as_it_is_read_and_drawn_as_it_stands():
    """Readers of pages put it together by where its glyphs stand, whatever is drawn first."""
    made = document(section(1, PointList((Point((), text("ב-17 של")),)), title="1"), lang="he")
    data = render(made, brand_for("he"))
    assert differences(data, made, brand_for("he")) == []
    read = Tagged.read(data)
    line = next(one for one in read.elements if read.text(one) == "ב-17 של.")
    told = [one.text for one in read.sequences(line)]
    drawn = [one.text for one in read.pages[0].sequences if one in read.sequences(line)]
    assert drawn == told[::-1]
    assert len(told) > 2
