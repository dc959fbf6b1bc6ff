"""Each kind of content as the language page says of the memo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.document import (
    Ask,
    Asks,
    Block,
    Entry,
    Image,
    Point,
    PointList,
    Prose,
    QuoteBlock,
    Stats,
    Timeline,
)
from deckmaker.memo.blocks import block
from deckmaker.memo.drawing import Picture, Words
from deckmaker.wording import ENGLISH
from documents import LARGE, PATH, SMALL, chart, png, point, quotation, text
from memo.reading import words


def made(content, compositor, **changes):
    whole = Block(PATH, "s1b1", text("Title"), True, content)
    return block(replace(whole, **changes), compositor)


def said(content, compositor, **changes) -> str:
    return " ".join(words(made(content, compositor, **changes)).split())


def bold(slabs) -> str:
    return "".join(
        run.text
        for slab in slabs
        for mark in slab.drawing
        if isinstance(mark, Words)
        for run in mark.line.runs
        if run.font.bold
    )


def test_a_point_has_its_short_form_as_a_bold_lead(compositor):
    content = PointList((point("A lead", "The full form"),))
    assert said(content, compositor) == "A lead. The full form."
    assert bold(made(content, compositor)) == "A lead."


def test_a_plain_point_is_a_plain_paragraph(compositor):
    content = PointList((point("Just this"),))
    assert said(content, compositor) == "Just this."
    assert bold(made(content, compositor)) == ""


def test_a_point_without_lead_prints_its_full_form_alone(compositor):
    content = PointList((point("Short", "The full form.", lead=False),))
    assert said(content, compositor) == "The full form."


def test_prose_without_lead_is_one_plain_paragraph(compositor):
    content = Prose((Point(PATH, text("First sentence."), text("The rest."), lead=False),))
    assert said(content, compositor) == "First sentence. The rest."
    assert bold(made(content, compositor)) == ""


def test_dates_stand_in_the_rail(compositor):
    slabs = made(SMALL["timeline"], compositor)
    rail = [
        mark.line.text
        for slab in slabs
        for mark in slab.drawing
        if isinstance(mark, Words) and mark.x == 0
    ]
    assert rail[0] == "17 March 2024"
    assert "Some time after" in rail


def test_an_actor_without_quotation_is_said_to_have_none(compositor):
    found = said(SMALL["positions"], compositor)
    assert found.count(f"{ENGLISH.not_quoted}.") == 1
    assert found.endswith(ENGLISH.stance_labels_ours)


def test_a_short_quotation_stands_in_a_sentence(compositor):
    found = said(SMALL["quote"], compositor)
    assert found.startswith("Astrid Holm, harbour master: “A boat that sails empty")
    assert found.endswith("Said to the council in March.")


def test_a_quotation_is_closed_before_its_context(compositor):
    content = QuoteBlock(quotation("We sail", "@9"), text("Astrid"), context=text("At noon"))
    assert said(content, compositor) == "Astrid: “We sail”.9 At noon."
    content = QuoteBlock(quotation("We sail.", "@9"), context=text("At noon"))
    assert said(content, compositor) == "“We sail.”9 At noon."


def test_a_long_quotation_is_set_in_with_its_source_below(compositor):
    grid = compositor.styles.grid
    slabs = made(LARGE["quote"], compositor)
    lines = [mark for slab in slabs for mark in slab.drawing if isinstance(mark, Words)]
    assert all(line.x > grid.column for line in lines)
    assert lines[-1].line.text == "Astrid Holm, harbour master · Council minutes"
    assert slabs[-1].penalty == float("inf")


def test_a_quotation_of_nobody_stands_alone(compositor):
    assert said(QuoteBlock(quotation("Words")), compositor) == "“Words”"


def test_figures_stand_in_the_rail_in_bold_beside_their_meaning(compositor):
    first = made(SMALL["stats"], compositor)[0]
    figure, meaning = first.drawing
    assert (figure.x, figure.line.text) == (0, "31\u00a0days")
    assert figure.y == meaning.y
    assert all(run.font.bold and run.font.voice == "sans" for run in figure.line.runs)
    assert meaning.line.text == "on which the road was closed.5"


def test_a_spoken_figure_is_muted_and_in_its_quotation_marks(compositor):
    (figure,) = (
        m for s in made(SMALL["stats"], compositor) for m in s.drawing if "100" in m.line.text
    )
    assert figure.line.text == "“100”\u00a0years"
    assert {run.payload.color for run in figure.line.runs} == {compositor.styles.colors["muted"]}


def test_a_stat_without_meaning_is_its_figure(compositor):
    content = Stats((replace(SMALL["stats"].entries[0], meaning=()),))
    assert said(content, compositor) == "31 days"


@pytest.mark.parametrize(
    ("full", "leads"),
    [
        (("", "", ""), ""),
        (("Full.", "", ""), ""),
        (("Full.", "Full.", ""), "One.Two.Three."),
        (("Full.", "Full.", "Full."), "One.Two.Three."),
    ],
)
def test_the_leads_of_a_list_are_bold_all_of_them_or_none(compositor, full, leads):
    names = ("One", "Two", "Three")
    points = tuple(point(*each) for each in zip(names, full, strict=True))
    entries = tuple(Entry(PATH, text("Monday"), True, each) for each in points)
    tasks = tuple(
        Ask(PATH, text(name), why=text(why)) for name, why in zip(names, full, strict=True)
    )
    assert bold(made(PointList(points), compositor)) == leads
    assert bold(made(Timeline(entries), compositor)) == leads
    numbered = "1.\u00a0One.2.\u00a0Two.3.\u00a0Three." if leads else ""
    assert bold(made(Asks(tasks), compositor)) == numbered


def test_scenarios_print_ranges_only_for_our_own_judgements(compositor):
    found = said(SMALL["scenarios"], compositor)
    assert "Likely 55–80" in found.replace("\u00a0", " ")
    assert "“may well happen” – –" in found
    assert "How likelihood is stated (ICD 203)" in found
    assert ENGLISH.likelihood_words_source in found


def test_under_their_heads_likelihood_and_confidence_are_not_named_again(compositor):
    found = said(SMALL["scenarios"], compositor).replace("\u00a0", " ")
    assert "Likely 55–80 % Moderate It" in found
    assert "A bridge Not given" in found
    assert ENGLISH.likelihood_not_given not in found


def test_what_to_watch_for_is_a_list_that_hangs_behind_its_head(compositor):
    lines = [m for s in made(SMALL["scenarios"], compositor) for m in s.drawing]
    places = {m.line.text: m for m in lines if isinstance(m, Words)}
    first, second = places["The county’s budget"], places["A tender for fuel"]
    assert first.x == second.x > places["Watch for:"].x
    assert first.y == places["Watch for:"].y


def test_no_line_of_the_key_begins_with_a_dot(compositor):
    found = words(made(SMALL["scenarios"], compositor))
    key = found[found.index(ENGLISH.scale_key) :].split("\n")
    assert len(key) > 2
    assert not any(line.startswith("·") for line in key)


def test_without_judgements_of_ours_there_is_neither_range_nor_key(compositor):
    content = SMALL["scenarios"]
    content = replace(content, entries=content.entries[1:], scale=(), scale_name="")
    found = said(content, compositor)
    assert "Range" not in found
    assert "How likelihood is stated" not in found


def test_asks_are_numbered_with_owner_and_date(compositor):
    found = said(SMALL["asks"], compositor)
    assert "Town council 30 April 1. Grant the ferry one more winter." in found
    assert "2. Commission an audit of the count." in found


def test_callouts_stand_on_a_ground(compositor):
    slabs = made(SMALL["callout"], compositor)
    assert {slab.ground.color for slab in slabs} == {compositor.styles.colors["panel"]}


def test_extra_paragraphs_follow_the_block(compositor):
    found = said(SMALL["points"], compositor, memo=(text("For the paper alone."),))
    assert found.endswith("For the paper alone.")


def test_the_presenters_notes_are_not_printed(compositor):
    found = said(SMALL["points"], compositor, notes=(text("Do not say this."),))
    assert "Do not say this" not in found


def test_a_picture_is_never_wider_than_the_measure_nor_taller_than_half_a_page(compositor):
    grid = compositor.styles.grid
    for width, height in ((40, 30), (4000, 300), (300, 4000)):
        content = Image(png(10, 10), "png", width, height, "alt")
        (slab,) = made(content, compositor)
        (picture,) = slab.drawing
        assert isinstance(picture, Picture)
        assert picture.width <= grid.measure + 0.01
        assert picture.height <= grid.height / 2 + 0.01
        assert picture.width / picture.height == pytest.approx(width / height)


def test_a_picture_has_caption_and_credit(compositor):
    found = said(SMALL["image"], compositor)
    assert found == "Figure 2 The sound at dusk Photograph: harbour office"


def test_a_chart_has_its_unit_above_and_its_caption_below(compositor):
    found = said(chart("line"), compositor)
    assert found.startswith("Passengers, thousand crossings a year")
    assert found.endswith("as the harbour office counts them7")


@pytest.mark.parametrize("kind", SMALL)
@pytest.mark.parametrize("contents", [SMALL, LARGE], ids=["small", "large"])
def test_no_break_falls_above_the_first_slab_of_a_block(compositor, kind, contents):
    slabs = made(contents[kind], compositor)
    assert slabs[0].before == 0
    assert all(slab.height >= 0 for slab in slabs)
