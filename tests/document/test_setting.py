"""Texts as a medium shows them: quotations flagged, citations labelled, terms expanded."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from written import Witness, content, document, shown

from deckmaker.diagnostics import BriefingError
from deckmaker.diagnostics import Path as Place
from deckmaker.document import assemble
from deckmaker.language.briefing import Briefing
from deckmaker.reading.source import read_yaml
from deckmaker.richtext import Citation, Spans, plain

WORDS = {"we go": 7, "we go.": 7, "they stay": 7, "nobody asked": 9}


def full(text: str, evidence: Witness | None = None, **head: str) -> str:
    """Return the full form of a point that says `text`."""
    quoted = "'" + text.replace("'", "''") + "'"
    made = content(f"points:\n  - Short: {quoted}", evidence=evidence, **head)
    return shown(made.points[0].full)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('He said "we go".', "He said «“we go”».[7]"),
        ('He said "we go."', "He said «“we go.”»[7]"),
        ('He said "we go", then left.', "He said «“we go”»,[7] then left."),
        ('He said "we go" (twice).', "He said «“we go”»[7] (twice)."),
        ('He ("we go") left.', "He («“we go”»)[7] left."),
        ('He said "something else".', "He said «“something else”»."),
        ('He said "we go". @7', "He said «“we go”».[7]"),
        ('He said "we go" again. @7', "He said «“we go”» again.[7]"),
        ('He said "we go @7." Then', "He said «“we go.”»[7] Then"),
        ('He said "we go" @7, again', "He said «“we go”»,[7] again"),
        ('He said "we go". @3', "He said «“we go”».[7][3]"),
        ('"we go" and "they stay"', "«“we go”» and «“they stay”»[7]"),
        ('"we go" but "nobody asked"', "«“we go”»[7] but «“nobody asked”»[9]"),
        ('"we go" @3 and "they stay"', "«“we go”»[7][3] and «“they stay”»[7]"),
        ("“we go” it is", "«“we go”»[7] it is"),
        ("„we go“, sagt er", "«„we go“»,[7] sagt er"),
        ("„we go“ sagt er", "«„we go“»[7] sagt er"),
        ("彼は「we go」。と", "彼は«「we go」»。[7]と"),
    ],
)
def test_a_quotation_is_cited_once_behind_its_punctuation(typed: str, set_: str) -> None:
    assert full(typed, Witness(WORDS)) == set_


def test_without_evidence_only_what_was_typed_is_cited() -> None:
    assert full('"we go". @3') == "«“we go”».[3]"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("So it is. @5", "So it is.[5]"),
        ("So it is @5.", "So it is.[5]"),
        ("So it is @5, he said; so @6; so", "So it is,[5] he said; so;[6] so"),
        ("So it is @5 @6, he said", "So it is,[5][6] he said"),
        ("So it is @5.) So", "So it is.[5]) So"),
        ("Is it @5? It is @6!", "Is it?[5] It is![6]"),
        ("So it is @5...", "So it is[5]…"),
        ("So it is @5 , he said", "So it is[5] , he said"),
        ('"So it is @5, he said"', "«“So it is,[5] he said”»"),
        ('He said "so it is @5." Then', "He said «“so it is.”»[5] Then"),
        ('He said "so it is @5", then', "He said «“so it is”»,[5] then"),
        ('He said "so it is @5" @6, then', "He said «“so it is”»,[5][6] then"),
        ('So @5, "we go"', "So,[5] «“we go”»"),
        ("So @5 it is", "So[5] it is"),
        ("So it is. @5 @6", "So it is.[5][6]"),
        ("**Bold** and *italic* @5", "Bold and italic[5]"),
        ("船は出ない @5。次", "船は出ない。[5]次"),
        ("نبقى @5، ثم @6؟", "نبقى،[5] ثم؟[6]"),
        ("हम रहेंगे @5।", "हम रहेंगे।[5]"),
        ("A  wide\n gap", "A wide gap"),
    ],
)
def test_a_citation_stands_behind_the_stop_and_no_space_before_it(typed: str, set_: str) -> None:
    assert full(typed) == set_


def test_the_evidence_is_asked_for_the_words_as_they_were_typed() -> None:
    witness = Witness({})
    full('He said "it\'s -- *well* -- done..." @2', witness)
    assert witness.asked == [
        (("sections", 0, "points", 0, "Short"), "it's -- well -- done..."),
    ]


def test_emphasis_inside_a_quotation_keeps_it_one_quotation() -> None:
    assert full('He said "we **must** go".') == "He said «“we must go”»."


def test_citations_of_several_sources_bear_their_letters() -> None:
    text = "  - section: S\n    title: T\n    points: ['So it is. @b:4 @a:2']\n"
    from written import HEAD, Briefing, Path, assemble, read_yaml

    head = HEAD.format(lang="en", scale="icd203").replace(
        "source: { cite: Minutes of the hearing }", "sources: { a: { cite: A }, b: { cite: B } }"
    )
    made = Briefing.read(read_yaml((head + text).encode(), "b.yaml"), Path("b.yaml"))
    document_ = assemble(made, None, "memo")
    assert shown(document_.sections[0].blocks[0].content.points[0].short) == "So it is.[B4][A2]"
    assert [entry.letter for entry in document_.sources] == ["A", "B"]


def test_a_whole_quotation_gets_marks_and_its_nested_ones_turn_inner() -> None:
    witness = Witness({'he said "no" to it': 4})
    made = content("quote: { text: 'he said \"no\" to it', who: A }", evidence=witness)
    assert shown(made.quote.text) == "«“he said ‘no’ to it”»[4]"


def test_marks_that_the_author_typed_around_it_are_not_doubled() -> None:
    for typed in ("'\"we go\"'", "“we go”", "„we go“", "'« we go »'"):
        made = content(f"quote: {{ text: {typed} }}", evidence=Witness(WORDS))
        assert shown(made.quote.text) == "«“we go”»[7]"


def test_a_typed_citation_stands_behind_the_closing_mark() -> None:
    made = content("quote: { text: 'we go @3' }", evidence=Witness({"we go": 3}))
    assert shown(made.quote.text) == "«“we go”»[3]"


def test_a_term_is_expanded_where_it_is_met_first() -> None:
    made = document(
        """
  - section: The EU
    title: The EU and an NGO
    points:
      - Says the EU: The EU's plan. An NGO said "the EU is slow". EU again.
      - NGO at the start
""",
        lang="en",
    )
    block = made.sections[0].blocks[0]
    assert plain(block.title) == "The EU and an NGO"
    first, second = block.content.points
    assert shown(first.short) == "Says the European Union (EU)"
    assert shown(first.full) == (
        "The EU’s plan. A non-governmental organisation (NGO) said «“the EU is slow”». EU again."
    )
    assert shown(second.short) == "NGO at the start"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("NGO reports", "Non-governmental organisation (NGO) reports"),
        ("It came. NGO reports", "It came. Non-governmental organisation (NGO) reports"),
        ("the EU's plan", "the European Union’s (EU) plan"),
        ("the European Union (EU) and the EU", "the European Union (EU) and the EU"),
        ("a EU rule, an NGO", "a European Union (EU) rule, a non-governmental organisation (NGO)"),
        ("many NGOs and EUROPE", "many NGOs and EUROPE"),
        ('"EU" is a word', "«“EU”» is a word"),
        ("[EU](https://example.org)", "EU"),
    ],
)
def test_how_a_term_is_expanded(typed: str, set_: str) -> None:
    assert full(typed) == set_


TWO = """\
deckmaker: 1
meta: {{ title: The ferry stays, date: 2026-02-17, lang: {lang} }}
sources:
  minutes: {{ cite: Minutes, lang: de }}
  report: {{ cite: Report, lang: en-US }}
sections:
  - section: S
    title: T
    {block}
"""
SAID = {"wir fahren": "minutes", "we go": "report"}


class Sources:
    """Evidence that knows which of two sources has some words."""

    unverified: Sequence[tuple[str, str]] = ()

    def paragraph_of(self, path: Place, text: str) -> Citation | None:
        return Citation(SAID[text], 3) if text in SAID else None

    def verified(self, key: str) -> tuple[int, int, int, int]:
        return 0, 0, 0, 0

    def verified_on(self, key: str) -> str:
        return ""

    def sha256(self, key: str) -> str:
        return ""


def told(block: str, lang: str = "en-GB") -> Any:
    """Return what a block shows that quotes from a German and an American source."""
    raw = TWO.format(lang=lang, block=block).encode()
    made = Briefing.read(read_yaml(raw, "b.yaml"), Path("b.yaml"))
    return assemble(made, Sources(), "memo").sections[0].blocks[0].content


def tongues(spans: Spans) -> list[tuple[str, str]]:
    return [(span.text, span.lang) for span in spans if span.cite is None]


def test_a_quotation_is_in_the_language_of_its_source_where_that_is_another() -> None:
    made = told('callout: She said "wir fahren" and "we go" and "no source has this".')
    assert tongues(made.text) == [
        ("She said ", ""),
        ("“wir fahren”", "de"),
        (" and ", ""),
        ("“we go”", ""),
        (" and ", ""),
        ("“no source has this”", ""),
        (".", ""),
    ]
    assert tongues(told('callout: So "we go" it is', lang="de-AT").text)[1] == ("„we go“", "en-US")


def test_a_quotation_block_and_a_position_too() -> None:
    assert tongues(told("quote: { text: wir fahren }").quote.text) == [("“wir fahren”", "de")]
    made = told("positions: [{ who: A, quote: wir fahren }, { who: B, quote: we go }]")
    assert [one.quote.text[0].lang for one in made.entries] == ["de", ""]


def test_a_pulled_quotation_keeps_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SAID, "wir fahren noch heute.", "minutes")
    (point,) = told("points: [{ Short: 'She said \"wir fahren noch heute.\"' }]").points
    assert (
        tongues(point.pulled) == [("“wir fahren noch heute”", "")] or point.pulled[0].lang == "de"
    )


def test_what_an_author_marks_goes_before_what_the_source_is_in() -> None:
    made = told('callout: "She said \\"wir [go]{lang=fr} fahren\\"."')
    assert ("go", "fr") in tongues(made.text)
    made = told('callout: "The [colour]{lang=en-GB} of the [Zeitenwende]{lang=de} -- it\'s grey"')
    assert tongues(made.text) == [
        ("The colour of the ", ""),
        ("Zeitenwende", "de"),
        (" – it’s grey", ""),
    ]


def test_marked_words_within_a_whole_quotation() -> None:
    made = content("quote: { text: \"'a [Wende]{lang=de} it's'\" }", evidence=Witness({}))
    assert tongues(made.quote.text) == [("“‘a ", ""), ("Wende", "de"), (" it’s’”", "")]
    assert all(span.quoted for span in made.quote.text)


def test_the_evidence_never_sees_the_marks_of_a_language() -> None:
    witness = Witness({"a Wende came": 4})
    made = content("callout: 'So \"a [Wende]{lang=de} came\" to us'", evidence=witness)
    assert [asked for _, asked in witness.asked] == ["a Wende came"]
    assert shown(made.text) == "So «“a Wende came”»[4] to us"


def test_no_term_is_expanded_among_words_of_another_language() -> None:
    assert full("[die EU]{lang=de} and the EU") == "die EU and the European Union (EU)"


def test_the_deck_expands_for_those_who_see_the_slide() -> None:
    """A term that stood in the notes alone is still new to the audience."""
    block = "points:\n  - Short: the EU decides\n  - The EU pays: and the EU again"
    first, second = content(block, "deck").points
    assert shown(first.full) == "the European Union (EU) decides"
    assert shown(second.short) == "The European Union (EU) pays"
    assert shown(second.full) == "and the EU again"


def test_citations_name_the_only_source_by_its_key() -> None:
    made = content("callout: 'So it is. @5'")
    assert [span.cite for span in made.text if span.cite] == [Citation("", 5)]


@pytest.mark.parametrize(
    "piece", ["a", "' ", "'a ", '"a" ', "J. ", '"a b" @3 ', "*a* ", "EU ", "@3 ", "1 km "]
)
def test_a_hostile_text_is_set_in_linear_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.process_time()
    content("text: '" + text.replace("'", "''") + "'", evidence=Witness({"a": 3}))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("lang", ["fr", "pl", "he", "zh-Hans", "th", "ar"])
@pytest.mark.parametrize(
    "piece", ["« ", " »", "w ", "! ", "א'", 'א"', "走 ", "走'", "ไป ", "1 ", "a. "]
)
def test_so_it_is_in_other_languages(piece: str, lang: str) -> None:
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    content("text: '" + text.replace("'", "''") + "'", evidence=Witness({"a": 3}), lang=lang)
    assert time.process_time() - start < 3


def test_a_text_longer_than_any_paragraph_is_refused() -> None:
    with pytest.raises(BriefingError, match="longer than 50,000"):
        content("callout: " + "a " * 30_000)
