from pathlib import Path
from textwrap import dedent, indent

import pytest

from deckmaker.diagnostics import Severity
from deckmaker.evidence import Evidence, check, lock_text, read_lock, read_snapshot
from deckmaker.language.briefing import Briefing
from deckmaker.reading.source import read_yaml
from deckmaker.richtext import Citation

ARTICLE = """\
Harbour talks stall

The authority of Elmsund said it would close 3 of its 12 berths, at a cost of 1.5 million.

“We do not fear a longer winter,” said Mara Lindqvist. “Ships can wait.”
The pilots call the plan “a half-finished bridge.” Closing remains likely.
“Ships can wait,” the owner agreed.
"""
MEMO = "The owner of 40 ships wrote: “Nobody asked the islanders.”\n"

Q_PATH = ("sections", 0, "points", 0)


def briefing(
    sections: str,
    source: str = "source: { file: a.txt, cite: Harbour Post }",
    folder: Path | None = None,
) -> Briefing:
    head = "deckmaker: 1\nmeta: { title: Elmsund, date: 2026-11-23 }\n"
    text = f"{head}{source}\nsections:\n{indent(dedent(sections), '  ')}"
    file = (folder or Path.cwd()) / "briefing.yaml"
    return Briefing.read(read_yaml(text.encode(), "briefing.yaml"), file)


def points(*texts: str, source: str = "source: { file: a.txt, cite: Harbour Post }") -> Briefing:
    lines = "\n".join(f"    - {text!r}" for text in texts)
    return briefing(f"- section: News\n  title: Talks stall\n  points:\n{lines}\n", source)


def checked(drawn: Briefing, **articles: str) -> Evidence:
    texts = articles or {"": ARTICLE}
    return check(
        drawn, [read_snapshot(key, text.encode(), "en") for key, text in texts.items()], None
    )


def rules(evidence: Evidence) -> list[str]:
    return [diagnostic.rule for diagnostic in evidence.diagnostics]


def test_a_quotation_in_the_source_is_cited_where_it_stands():
    evidence = checked(points('She says "we do not fear a longer winter."'))
    assert evidence.diagnostics == ()
    cited = evidence.paragraph_of(Q_PATH, "we do not fear a longer winter.")
    assert cited == Citation("", 3)


def test_the_mark_of_a_language_is_none_of_the_words():
    evidence = checked(points('She says "we do not [fear]{lang=de} a **longer** winter."'))
    assert evidence.diagnostics == ()
    cited = evidence.paragraph_of(Q_PATH, "we do not fear a longer winter.")
    assert cited == Citation("", 3)


def test_smart_marks_around_the_words_are_no_other_words():
    evidence = checked(points('She says "we do not fear a longer winter."'))
    assert evidence.paragraph_of(Q_PATH, "“we do not fear a longer winter.”") == Citation("", 3)


def test_the_paragraph_that_the_text_cites_is_preferred():
    evidence = checked(points('"Ships can wait," it was said. @5', '"Ships can wait," she said.'))
    assert evidence.paragraph_of(Q_PATH, "Ships can wait,") == Citation("", 5)
    assert evidence.paragraph_of((*Q_PATH[:-1], 1), "Ships can wait,") == Citation("", 3)


def test_a_false_quotation_is_shown_beside_what_the_source_has():
    drawn = points('She says "we do fear a longer winter."')
    (problem,) = checked(drawn).diagnostics
    assert (problem.rule, problem.severity) == ("Q01", Severity.ERROR)
    assert "We do [-not-] fear a longer winter" in " ".join(problem.hints)
    assert "paragraph 3" in " ".join(problem.hints)
    assert problem.span is not None
    assert problem.span.text[problem.span.column - 1 :].startswith("we do fear")


@pytest.mark.parametrize(
    "marks", ["“”", "„“", "„”", "«»", "»«", "””", "»»", "‹›", "「」", "『』", "״״", '""', '„"']
)
def test_a_false_quotation_is_one_in_the_marks_of_any_language(marks):
    said = f"Sie sagt: {marks[0]}we do not fear a longer winter{marks[1]}. @3"
    assert rules(checked(points(said))) == []
    assert rules(checked(points(said.replace(" not", "")))) == ["Q01"]


def test_single_marks_around_a_term_claim_nothing():
    assert rules(checked(points("The ‘winter talks’ and the owners' 'summer talks'"))) == []
    assert rules(checked(points("It's the pilots' and the owners' boats, 'n' the crew's"))) == []


@pytest.mark.parametrize("marks", ["‘{}’", "'{}'"])
def test_single_marks_around_three_words_are_a_quotation(marks):
    true, false = "we do not fear a longer winter", "we fear a longer winter"
    assert rules(checked(points(f"She said {marks.format(true)}"))) == []
    (told,) = checked(points(f"She said {marks.format(false)}")).diagnostics
    assert (told.rule, told.severity) == ("Q01", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "The 'sixties bands kept on rockin' all night",
        "La 'ndrangheta e un po' di pane",
        "'s Ochtends staan alle fietsen van Max' vader buiten",
    ],
)
def test_apostrophes_are_no_quotation(text):
    assert rules(checked(points(text))) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("“The ice will hold. No one doubts it,” she said.", "The ice will hold."),
        ("“Will it hold? Nobody knows,” she said.", "Will it hold?"),
        ("“We will win, no matter what,” she said.", "We will win,"),
        ("“Did I see it? I did not care. We left,” she said.", "Did I see it? … We left"),
        ("“We trust the U.S. They never lie. We go,” she said.", "We trust the U.S. … We go"),
        ("“We will sail from Yokohama,” she said.", "We will sail from"),
    ],
)
def test_a_not_of_the_next_sentence_is_none_of_this_one(source, words):
    found = checked(points(f'She said "{words}"'), **{"": source}).diagnostics
    assert all(one.severity is not Severity.ERROR for one in found)


def test_two_quotations_joined_are_told_apart():
    (problem,) = checked(points('"Ships can wait … a half-finished bridge," it goes.')).diagnostics
    assert problem.rule == "Q01"
    assert "paragraph 3 and paragraph 4" in problem.hints[0]


def test_every_false_claim_is_reported_in_one_pass():
    evidence = checked(points('"Ships cannot wait," they say. @9', "The 13 berths close."))
    assert rules(evidence) == ["C02", "Q01", "N01"]


@pytest.mark.parametrize(
    ("who", "quote", "expected"),
    [
        ("Mara Lindqvist", "We do not fear a longer winter.", []),
        ("Mara Lindqvist", '"We do not fear a longer winter"', []),
        ("The authority", "it would close 3 of its 12 berths", ["Q02"]),
        ("Harbour Post", "it would close 3 of its 12 berths", []),  # the source itself speaks
        ("Mara Lindqvist", "It would close 4 berths", ["Q01"]),
    ],
)
def test_words_given_to_a_person_must_be_spoken_in_the_source(who, quote, expected):
    drawn = briefing(f"""\
        - section: Views
          title: They differ
          positions:
            - who: {who}
              view: Waits
              quote: {quote!r}
    """)
    evidence = checked(drawn)
    assert rules(evidence) == expected
    if expected == ["Q02"]:
        assert "paragraph 2" in evidence.diagnostics[0].message
        assert "`@2`" in " ".join(evidence.diagnostics[0].hints)


def test_the_sources_own_likelihood_must_stand_in_it():
    drawn = """\
        - section: Outlook
          title: It may close
          scenarios:
            - case: Closing
              likelihood: {{ article: {word} }}
              driver: Costs. @4
            - case: Opening
              likelihood: {{ ours: unlikely, confidence: low }}
    """
    assert rules(checked(briefing(drawn.format(word="remains likely")))) == []
    assert rules(checked(briefing(drawn.format(word="is likely")))) == ["Q01"]


@pytest.mark.parametrize(
    "text",
    [
        "It closes 3 of 12 berths",
        "The cost is 1,500,000",
        "The cost is 1.5 million @2",
        "It is said in part (1/2)",
        "The G7 and our three questions",
        "See https://example.org/2024/page-77?id=5, which [tells more](https://example.org/88)",
        "Write to desk24@example.org, see www.example24.org or example.org/2024/77",
    ],
)
def test_numbers_of_the_source_and_counts_of_our_own_pass(text):
    assert rules(checked(points(text))) == []


@pytest.mark.parametrize(
    "text", ["It closes 13 berths", "The cost is 1.5 billion", "5 berths", "example.org: 5"]
)
def test_other_numbers_do_not(text):
    evidence = checked(points(text))
    assert rules(evidence) == ["N01"]
    assert evidence.diagnostics[0].path == Q_PATH


@pytest.mark.parametrize("short", ["watch", "asks", "credit", "alt", "confidence"])
def test_a_point_that_is_named_as_a_key_of_our_own_words_is_checked(short):
    drawn = briefing(f"- section: S\n  title: T\n  points:\n    - {short}: 77 ships wait\n")
    assert rules(checked(drawn)) == ["N01"]


def test_what_is_not_the_sources_may_hold_any_number():
    drawn = briefing("""\
        - section: Outlook
          title: It may close
          scenarios:
            - case: Closing
              likelihood: { ours: unlikely, confidence: low }
              watch: [More than 77 ships in the roads]
          notes: Allow 5 minutes; "take your time".
        - section: Asks
          title: Two things are asked
          asks:
            - do: Send 2 pilots
              by: 30 November
              why: They have 6 days.
        - section: Trade
          title: Trade fell to 88 in the end
          chart: { type: column, data: { June: 99, July: 88 }, alt: "99, then 88" }
        - section: Story
          title: It went on
          timeline:
            - It went on: Talks begin
    """)
    assert rules(checked(drawn)) == []


@pytest.mark.parametrize(
    "chart",
    [
        "{ type: column, data: { 2023: 99, 2024: 88 } }",
        "{ type: scatter, data: { 17: 99, 18: 88 } }",
        "{ type: line, data: { 2023: { May: 99 }, 2024: { May: 88 } } }",
        "{ type: line, file: trade.csv }",
    ],
)
def test_what_the_figures_of_a_chart_belong_to_is_no_number_of_the_source(chart, tmp_path):
    (tmp_path / "trade.csv").write_text("Year,2022\n2023,99\n2024,88\n")
    section = f"- section: Trade\n  title: Trade fell\n  chart: {chart}\n"
    assert rules(checked(briefing(section, folder=tmp_path))) == []
    quoted = section.replace("May", "'\"Nobody said so\"'")
    assert rules(checked(briefing(quoted, folder=tmp_path))) == ["Q01"] * ("May" in section)


def test_nested_entries_share_their_citations():
    drawn = briefing("""\
        - section: Table
          title: Who says what
          table: |
            Words              | Where
            "Ships can wait"   | here @5
    """)
    evidence = checked(drawn)
    (finding,) = evidence.findings
    assert finding.chosen is not None
    assert finding.chosen.paragraph == 5


TWO = "sources: { post: { file: a.txt, cite: Post }, memo: { file: b.txt, cite: Memo } }"


def test_several_sources_are_asked_in_order():
    drawn = points('"Ships can wait." "Nobody asked the islanders." 40 ships', source=TWO)
    evidence = checked(drawn, post=ARTICLE, memo=MEMO)
    assert evidence.diagnostics == ()
    assert evidence.paragraph_of(Q_PATH, "Nobody asked the islanders.") == Citation("memo", 1)
    assert evidence.verified("post") == (1, 0, 0, 0)
    assert evidence.verified("memo") == (1, 0, 1, 0)


def test_a_citation_beyond_the_last_paragraph_of_its_source_is_named():
    evidence = checked(points("It is so. @post:5 @memo:2", source=TWO), post=ARTICLE, memo=MEMO)
    assert [d.message for d in evidence.diagnostics if "`@memo:2`" in d.message]
    assert rules(evidence) == ["C02"]


TRUE = '"Ships can wait," she said of 12 berths. @5'


def lock_of(drawn: Briefing) -> str:
    return lock_text(checked(drawn))


def test_without_the_snapshot_the_lock_vouches():
    drawn = points(TRUE)
    evidence = check(drawn, [], read_lock(lock_of(drawn)))
    assert evidence.diagnostics == ()
    assert evidence.paragraph_of(Q_PATH, "Ships can wait,") == Citation("", 5)
    assert evidence.verified("") == (1, 0, 1, 0)
    assert lock_text(evidence) == lock_of(drawn)


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ('"Ships cannot wait," she said of 12 berths. @5', "Q01"),
        ('"Ships can wait," she said of 13 berths. @5', "N01"),
        ('"Ships can wait," she said of 12 berths. @6', "C02"),
    ],
)
def test_what_changed_since_is_an_error(changed, rule):
    evidence = check(points(changed), [], read_lock(lock_of(points(TRUE))))
    assert rules(evidence) == [rule]
    if rule != "C02":
        assert "deckmaker verify" in " ".join(evidence.diagnostics[0].hints)


def test_the_lock_holds_no_words_of_the_source():
    lock = lock_of(points(TRUE))
    assert "Ships" not in lock
    assert "berths" not in lock


def test_the_lock_tells_prose_from_speech():
    prose = "it would close 3 of its 12 berths"
    lock = read_lock(lock_of(points(f'"{prose}"')))
    given = f"- section: A\n  title: B\n  quote: {{ text: {prose}, who: Mara Lindqvist }}\n"
    assert rules(check(briefing(given), [], lock)) == ["Q02"]


def test_with_the_snapshot_at_hand_an_old_lock_is_a_warning_only():
    lock = read_lock(lock_of(points(TRUE)))
    drawn = points(TRUE, '"Ships can wait" says it all', '"a half-finished bridge"')
    snapshots = [read_snapshot("", ARTICLE.encode(), "en")]
    (problem,) = check(drawn, snapshots, lock).diagnostics
    assert (problem.rule, problem.severity) == ("C03", Severity.WARNING)
    assert check(drawn, snapshots, lock, today="2026-11-26").diagnostics == ()
    assert check(points(TRUE), snapshots, lock).diagnostics == ()


def test_neither_snapshot_nor_lock_is_one_error():
    (problem,) = check(points(TRUE), [], None).diagnostics
    assert (problem.rule, problem.severity) == ("C03", Severity.ERROR)
    assert problem.path == ("source", "file")


def test_a_lock_made_from_another_snapshot_is_refused():
    lock = read_lock(lock_of(points(TRUE)))
    source = f"source: {{ file: a.txt, cite: Harbour Post, sha256: {'0' * 64} }}"
    (problem,) = check(points(TRUE, source=source), [], lock).diagnostics
    assert (problem.rule, problem.path) == ("C03", ("source", "sha256"))


def test_a_snapshot_that_changed_is_refused():
    source = f"source: {{ file: a.txt, cite: Harbour Post, sha256: {'0' * 64} }}"
    (problem,) = checked(points(TRUE, source=source)).diagnostics
    assert (problem.rule, problem.path) == ("C03", ("source", "sha256"))


@pytest.mark.parametrize("data", [b"", b" \n\n", b"caf\xe9\n", b"\xff\xfea\x00"])
def test_a_snapshot_that_is_no_text_is_refused(data):
    (problem,) = check(points(TRUE), [read_snapshot("", data, "en")], None).diagnostics
    assert (problem.rule, problem.severity) == ("C03", Severity.ERROR)


def test_a_source_that_is_not_at_hand_is_vouched_for_beside_one_that_is():
    drawn = points('"Ships can wait." "Nobody asked the islanders." 40', source=TWO)
    lock = read_lock(lock_text(checked(drawn, post=ARTICLE, memo=MEMO)))
    post = [read_snapshot("post", ARTICLE.encode(), "en")]
    evidence = check(drawn, post, lock)
    assert evidence.diagnostics == ()
    assert lock_text(evidence) == lock_text(checked(drawn, post=ARTICLE, memo=MEMO))
    changed = points('"Somebody asked the islanders."', source=TWO)
    assert rules(check(changed, post, lock)) == ["Q01"]


@pytest.mark.parametrize("source", ["", "source: { cite: An interview }"])
def test_quotations_without_a_source_to_check_are_a_warning(source):
    (problem,) = check(points('"Ships can wait," she said.', source=source), [], None).diagnostics
    assert (problem.rule, problem.severity) == ("C03", Severity.WARNING)


def test_a_briefing_without_source_and_quotations_is_silent():
    assert check(points("It is so", "It costs 5", source=""), [], None).diagnostics == ()


def test_the_hash_of_a_source_is_that_of_its_snapshot_or_of_the_lock():
    evidence = checked(points(TRUE))
    expected = read_snapshot("", ARTICLE.encode(), "en").sha256
    assert evidence.sha256("") == expected
    assert check(points(TRUE), [], read_lock(lock_text(evidence))).sha256("") == expected
    assert check(points(TRUE), [], None).sha256("") == ""


def test_the_summary_counts_what_was_verified():
    assert checked(points(TRUE)).summary == "1 quotation verified, 1 number"
    assert check(points(TRUE), [], None).summary.endswith("2 not verified")


def test_what_makes_another_term_of_a_likelihood_cannot_be_left_out():
    scenario = (
        "- section: Next\n  title: It goes on\n  scenarios:\n"
        "    - case: Closing\n      likelihood: {{ article: {} }}\n"
    )
    for source, term, wrong in (
        ("Closing is very unlikely.", "unlikely", True),
        ("Closing is very unlikely.", "very unlikely", False),
        ("Closing is not likely.", "likely", True),
        ("Closing is unlikely without ice.", "unlikely", False),
        ("Closing is unlikely, a thaw very unlikely.", "unlikely", False),
    ):
        found = rules(checked(briefing(scenario.format(term)), **{"": source}))
        assert ("Q01" in found) == wrong, (source, term)


def test_a_not_above_a_quotation_in_its_sentence_is_told():
    source = "“I do not believe that the ice will hold,” said Mara Lindqvist. “Ships wait.” "
    source += "“We do not sail, but the pilots fear it,” Mara Lindqvist said."
    told = checked(points('She said "the ice will hold"'), **{"": source})
    (warning,) = told.diagnostics
    assert warning.rule == "Q04"
    assert "behind `not`" in warning.message
    for text in (
        'She does not believe that "the ice will hold"',
        'She said "I do not believe that the ice will hold"',
        'She said "ships wait."',
        'She said "the pilots fear it"',
    ):
        assert checked(points(text), **{"": source}).diagnostics == (), text


def test_a_place_without_a_not_beside_the_words_is_preferred():
    source = "They will not close the harbour. They close the harbour in May.\n"
    assert rules(checked(points('They "close the harbour"'), **{"": source})) == []


def test_a_quotation_whose_mark_is_never_closed_runs_to_the_end():
    assert rules(checked(points('She said "we do not fear a longer winter.'))) == []
    (problem,) = checked(points('She said "we fear a longer winter, and left.')).diagnostics
    assert problem.rule == "Q01"
    assert any("never closed" in hint for hint in problem.hints)


def test_invisible_characters_hide_no_number():
    for number, found in (("1\u20602", []), ("1\u20603", ["N01"])):
        drawn = briefing(
            f"- section: News\n  title: Talks stall\n  points: [It closes {number} berths.]\n"
        )
        assert rules(checked(drawn)) == found


PARTLY = "sources:\n  post: { file: a.txt, cite: Harbour Post }\n  talk: { cite: A talk }"


def test_what_cites_sources_at_hand_alone_is_judged_by_them():
    drawn = points('"Nobody said this" @post:3', "There are 99 berths. @post:2", source=PARTLY)
    found = rules(checked(drawn, post=ARTICLE))
    assert found.count("Q01") == found.count("N01") == 1


def test_what_nobody_can_check_is_told_one_by_one():
    drawn = points('"Nobody said this" @talk:3', "There are 99 berths.", "12 berths", source=PARTLY)
    told = [d for d in checked(drawn, post=ARTICLE).diagnostics if "nobody can check" in d.message]
    assert [(d.rule, d.severity, d.words) for d in told] == [
        ("C03", Severity.WARNING, "Nobody said this"),
        ("C03", Severity.WARNING, "99"),
    ]


def test_the_title_of_a_source_is_no_quotation_of_it():
    source = "source: { file: a.txt, cite: 'Harbour Post, The thaw that never came' }"
    assert rules(checked(points('As "The thaw that never came" says', source=source))) == []
    assert rules(checked(points('She said "that never came"', source=source))) == ["Q01"]
    quote = QUOTE.replace("We do not fear a longer winter", "The thaw that never came")
    assert rules(checked(briefing(quote.format("Mara Lindqvist"), source))) == ["Q01"]


def test_a_multiplier_is_left_out_in_tables_and_figures_alone():
    assert rules(checked(points("It costs 1.5 million."))) == []
    assert rules(checked(points("It costs 1.5 in all."))) == ["N01"]
    table = (
        "- section: Cost\n  title: It costs\n  table: |\n    Item | Million\n    Closing | 1.5\n"
    )
    assert rules(checked(briefing(table))) == []


def test_turns_of_a_conversation_are_the_words_of_who_speaks():
    source = (
        "Mara Lindqvist: We wait.\nJon Vale: We sail.\n"
        "Mara Lindqvist: Then sail.\nJon Vale: Well.\n"
    )
    quote = "- section: Talk\n  title: They talk\n  quote: {{ text: We sail, who: {} }}\n"
    assert rules(checked(briefing(quote.format("Jon Vale")), **{"": source})) == []
    assert rules(checked(briefing(quote.format("Mara Lindqvist")), **{"": source})) == ["Q03"]


def test_a_colon_alone_makes_no_conversation():
    source = "Cost: We sail.\nMara Lindqvist waits.\nTime: Then sail.\nCost: None.\n"
    quote = "- section: Talk\n  title: They talk\n  quote: { text: We sail, who: Mara Lindqvist }\n"
    assert rules(checked(briefing(quote), **{"": source})) == ["Q02"]


QUOTE = (
    "- section: Talk\n  title: They talk\n"
    "  quote: {{ text: We do not fear a longer winter, who: {} }}\n"
)


def test_what_somebody_is_cannot_be_compared_with_a_name():
    source = ARTICLE.replace("Mara Lindqvist", "Mara Lindqvist, chief engineer of the port")
    drawn = briefing(QUOTE.format("Chief engineer"))
    assert rules(checked(drawn, **{"": source})) == []
    assert rules(checked(drawn)) == ["Q03"]


def test_a_lock_without_its_facts_vouches_for_no_speaker():
    true = briefing(QUOTE.format("Mara Lindqvist"))
    text = lock_text(checked(true))
    emptied = text[: text.index(' "facts"')] + ' "facts": []}\n'
    assert rules(check(true, [], read_lock(text))) == []
    assert rules(check(true, [], read_lock(emptied))) == ["Q03"]
    moved = briefing(QUOTE.format("Jon Vale"))
    assert rules(check(moved, [], read_lock(text))) == ["Q03"]


def test_a_lock_speaks_for_the_source_that_it_was_written_for():
    lock = read_lock(lock_text(checked(points(TRUE))))
    other = points(TRUE, source="source: { file: a.txt, cite: Another Paper }")
    evidence = check(other, [], lock)
    (warning,) = evidence.diagnostics
    assert (warning.rule, warning.severity) == ("C03", Severity.WARNING)
    assert "another `cite`" in warning.message


def test_the_command_to_verify_names_the_briefing():
    (problem,) = check(points(TRUE), [], None).diagnostics
    assert any("deckmaker verify briefing.yaml --source FILE" in hint for hint in problem.hints)


def test_a_day_without_its_year_is_one_near_the_day_of_publication():
    source = "source: { file: a.txt, cite: Harbour Post, published: 2026-03-03 }"
    article = "They met on 4 July in Elmsund.\n"
    assert rules(checked(points("They met on 4 July 2025.", source=source), **{"": article})) == []
    told = rules(checked(points("They met on 4 July 2019.", source=source), **{"": article}))
    assert told == ["T04"]


def test_a_not_of_another_clause_does_not_stand_for_one_that_is_cut_off():
    source = "The pilots will not go to war, they said.\n"
    for text, found in (
        ('They would not "go to war"', []),
        ('There is no doubt: they "go to war"', ["Q01"]),
        ('Nothing moves there. They "go to war"', ["Q01"]),
    ):
        assert rules(checked(points(text), **{"": source})) == found, text
