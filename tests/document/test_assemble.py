"""The document as a whole: order, ids, titles, media, head, sources, likelihood."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import Witness, content, document, shown

from deckmaker.document import Document, Medium, assemble
from deckmaker.language.briefing import load
from deckmaker.richtext import plain

MEDIA: tuple[Medium, Medium] = ("deck", "memo")
GALLERY = Path(__file__).parent.parent / "gallery" / "gallery.yaml"

MIXED = """
  - section: First
    title: A flat section
    callout: One sentence.
    notes: [For the presenter, "Two\\n\\nparagraphs"]
    memo: A paragraph more.
  - section: Second
    title: The section's own title
    blocks:
      - title: For readers
        only: memo
        points: [a]
      - title: For the room
        only: deck
        points: [b]
      - title: For both
        points:
          - c
          - { point: d, only: deck }
          - { point: e, only: memo }
"""


def test_ids_come_from_the_place_in_the_file_whatever_is_left_out() -> None:
    for medium, ids in (("deck", ["s2b2", "s2b3"]), ("memo", ["s2b1", "s2b3"])):
        made = document(MIXED, medium)
        assert [section.id for section in made.sections] == ["s1", "s2"]
        assert [block.id for block in made.sections[0].blocks] == ["s1b1"]
        assert [block.id for block in made.sections[1].blocks] == ids


def test_each_medium_shows_what_is_meant_for_it() -> None:
    points = {
        medium: [
            plain(p.short) for p in document(MIXED, medium).sections[1].blocks[-1].content.points
        ]
        for medium in MEDIA
    }
    assert points == {"deck": ["c", "d"], "memo": ["c", "e"]}


TIMES = """
  - section: Times
    blocks:
      - title: What the memo alone tells
        timeline:
          - Monday: { point: a, only: memo }
          - Tuesday: { point: b, only: memo }
      - title: Who thinks what
        positions:
          - { who: A, view: { point: c, only: memo } }
"""


def test_a_block_of_which_a_medium_shows_nothing_is_left_out_there() -> None:
    ids = {m: [block.id for block in document(TIMES, m).sections[0].blocks] for m in MEDIA}
    assert ids == {"deck": ["s1b2"], "memo": ["s1b1", "s1b2"]}


def test_notes_are_for_the_deck_and_memo_paragraphs_for_the_memo() -> None:
    deck, memo = (document(MIXED, medium).sections[0].blocks[0] for medium in MEDIA)
    assert [plain(note) for note in deck.notes] == ["For the presenter", "Two", "paragraphs"]
    assert deck.memo == ()
    assert memo.notes == ()
    assert [plain(text) for text in memo.memo] == ["A paragraph more."]


def test_the_block_of_a_flat_section_carries_its_title() -> None:
    section = document(MIXED).sections[0]
    assert plain(section.blocks[0].title) == plain(section.title) == "A flat section"
    assert not section.blocks[0].own_title
    assert document(MIXED).sections[1].blocks[0].own_title


def test_the_head_is_in_the_language_of_the_briefing() -> None:
    dates = {
        lang: document(MIXED, lang=lang).front.date for lang in ("en-GB", "en-US", "de", "fr-CA")
    }
    assert dates == {
        "en-GB": "17 February 2026",
        "en-US": "February 17, 2026",
        "de": "17. Februar 2026",
        "fr-CA": "17 février 2026",
    }
    front = document(MIXED).front
    assert (front.iso_date, front.short, front.purpose_label) == (
        "2026-02-17",
        "The ferry stays",
        "For information",
    )


def test_a_language_without_wording_of_its_own_is_no_hindrance() -> None:
    assert document(MIXED, lang="tlh").wording.subject == "Subject"


def test_the_source_list_says_what_is_known() -> None:
    witness = Witness({}, days={"hearing": "2026-02-20"})
    made = assemble(load(GALLERY), witness, "memo")
    hearing, chronicle = made.sources
    assert (hearing.letter, chronicle.letter) == ("A", "B")
    assert [plain(detail) for detail in hearing.details] == [
        "Author: Council of Vellhaven, records office",
        "Published: 29\u00a0January 2026",
        "Primary source",
    ]
    assert plain(chronicle.details[1]) == "Published: not stated"
    what = "2\u00a0quotations, 1\u00a0of them edited, 3\u00a0figures"
    day = "20\u00a0February 2026"
    assert plain(hearing.verification) == f"Verified against the snapshot ({day}): {what}"
    assert plain(chronicle.verification) == f"Verified against the snapshot: {what}"


def test_what_no_source_has_is_told_with_the_authors_reason() -> None:
    witness = Witness({}, unverified=[("we go", "He said it on the telephone.")])
    (told,) = assemble(load(GALLERY), witness, "deck").reservations
    assert plain(told) == (
        "Not verified: “we go”. The authors’ reason: He said it on the telephone."
    )


def test_a_source_bears_the_hash_of_the_snapshot_that_spoke_for_it() -> None:
    made = document(MIXED, evidence=Witness({}, hashes={"": "ab" * 32}))
    assert [source.sha256 for source in made.sources] == ["ab" * 32]
    assert [source.sha256 for source in document(MIXED).sources] == [""]


def test_the_marking_of_the_standard_keeps_its_colour() -> None:
    marking = assemble(load(GALLERY), None, "deck").front.marking
    assert marking is not None
    assert (marking.text, marking.tlp, marking.color) == ("TLP:AMBER+STRICT", True, "#FFC000")


SCENARIOS = """
scenarios:
  - { case: A, likelihood: { article: might }, driver: d, watch: w }
  - { case: B, likelihood: { ours: improbable, confidence: low } }
  - { case: C, likelihood: not given }
"""


def test_the_sources_word_has_marks_and_no_range_ours_a_range_and_no_marks() -> None:
    made = content(SCENARIOS, evidence=Witness({"might": 3}))
    source, ours, none = (entry.likelihood for entry in made.entries)
    assert (source.kind, shown(source.label), source.range_text) == ("source", "«“might”»[3]", "")
    assert (ours.kind, shown(ours.label), ours.range_text) == ("ours", "Improbable", "20–45%")
    assert plain(ours.confidence) == "Low confidence"
    assert (none.kind, shown(none.label)) == ("not given", "Likelihood not given")


def test_the_key_of_the_scale_is_there_when_a_judgement_is_ours() -> None:
    made = content(SCENARIOS)
    assert made.scale_name == "ICD 203"
    assert made.scale[0].range_text == "1–5%"
    without = content("scenarios:\n  - { case: A, likelihood: not given }")
    assert (without.scale_name, without.scale) == ("", ())


def test_the_ranges_of_phia() -> None:
    block = "scenarios:\n  - { case: A, likelihood: { ours: realistic possibility } }"
    made = content(block, scale="phia")
    assert made.entries[0].likelihood.range_text == "40 to under 50%"
    assert [step.range_text for step in (made.scale[0], made.scale[-1])] == [
        "≤5%",
        "≥95%",
    ]


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", "≤5%", "10–20%"),
        ("de", "≤\u00a05\u00a0%", "10–20\u00a0%"),
        ("fr", "≤\u00a05\u00a0%", "10–20\u00a0%"),
        ("tr", "≤%5", "%10–20"),
    ],
)
def test_ranges_bear_the_sign_where_the_language_has_it(lang: str, first: str, second: str) -> None:
    block = "scenarios:\n  - { case: A, likelihood: { ours: unlikely } }"
    made = content(block, scale="phia", lang=lang)
    assert [step.range_text for step in made.scale[:2]] == [first, second]


@pytest.mark.parametrize(
    ("when", "printed", "vague"),
    [
        ("2026-02-17", "17 February 2026", False),
        ("2026-02", "February 2026", True),
        ("2026", "2026", True),
        ("2026-02~", "about February 2026", True),
        ("2024/2026", "2024–2026", True),
        ("2026-02/..", "since February 2026", True),
        ("../2026", "until 2026", True),
        ("Monday night", "Monday night", False),
        ("By Tuesday morning", "By Tuesday morning", False),
        ("On 3 March", "On 3\u00a0March", False),
        ("In March", "In March", True),
        ("Earlier, undated", "Earlier, undated", True),
    ],
)
def test_dates_of_a_timeline(when: str, printed: str, vague: bool) -> None:
    entry = content(f"timeline:\n  - {when}: It happens").entries[0]
    assert (plain(entry.when), entry.vague) == (printed, vague)


def test_days_of_another_language_are_days() -> None:
    assert not content("timeline:\n  - Am Montag: x", lang="de").entries[0].vague


def test_the_date_of_an_ask_is_printed_and_its_words_are_kept() -> None:
    made = content("asks:\n  - { do: A, by: 2026-03-12 }\n  - { do: B, by: before summer }")
    assert [plain(entry.by) for entry in made.entries] == ["12\u00a0March 2026", "before summer"]


@pytest.fixture(scope="module")
def documents() -> dict[Medium, Document]:
    briefing = load(GALLERY)
    return {medium: assemble(briefing, None, medium) for medium in MEDIA}


def test_both_media_have_the_same_sections(documents: dict[Medium, Document]) -> None:
    deck, memo = documents["deck"], documents["memo"]
    assert [(s.id, s.label, s.title) for s in deck.sections] == [
        (s.id, s.label, s.title) for s in memo.sections
    ]


def test_every_kind_stands_in_the_gallery(documents: dict[Medium, Document]) -> None:
    kinds = {type(b.content).__name__ for s in documents["memo"].sections for b in s.blocks}
    assert len(kinds) == 14


def test_assembling_twice_gives_equal_documents(documents: dict[Medium, Document]) -> None:
    assert assemble(load(GALLERY), None, "deck") == documents["deck"]
