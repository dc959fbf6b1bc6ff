import pytest

from deckmaker.diagnostics import BriefingError
from deckmaker.evidence.lock import Lock, LockedSource, fingerprint, read_lock, write_lock
from deckmaker.evidence.quotations import Occurrence

LOCK = Lock(
    {"a": LockedSource("a", "1" * 64, "Harbour “talks”", 26, verified="2026-11-23")},
    {
        fingerprint("later"): (Occurrence("a", 9, "edited", spoken=False),),
        fingerprint("first"): (
            Occurrence("a", 2, "exact", spoken=True),
            Occurrence("a", 8, "exact", spoken=False),
        ),
    },
    {fingerprint("270"): (Occurrence("a", 25, "exact", spoken=False),)},
)


def refusal(text: str) -> str:
    with pytest.raises(BriefingError) as caught:
        read_lock(text)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.rule == "C03"
    assert any("deckmaker verify" in hint for hint in diagnostic.hints)
    return diagnostic.message


def test_what_was_written_is_read_again():
    assert read_lock(write_lock(LOCK)) == LOCK


def test_the_first_line_says_what_it_is():
    assert "deckmaker" in write_lock(LOCK).splitlines()[0]


def test_each_entry_has_a_line_in_the_order_of_the_source():
    lines = write_lock(LOCK).splitlines()
    first, later = fingerprint("first"), fingerprint("later")
    assert [i for i, line in enumerate(lines) if first in line or later in line] == [6, 7]
    assert first in lines[6]


def test_the_order_of_the_briefing_does_not_change_the_text():
    turned = Lock(LOCK.sources, dict(reversed(list(LOCK.quotations.items()))), dict(LOCK.numbers))
    assert write_lock(turned) == write_lock(LOCK)


def test_an_empty_lock_is_read_again():
    empty = Lock({}, {}, {})
    assert read_lock(write_lock(empty)) == empty


def test_the_marks_of_a_merge_conflict_are_named():
    text = write_lock(LOCK).replace(' "numbers"', '<<<<<<< HEAD\n "numbers"')
    assert "merge conflict" in refusal(text)


def test_a_later_version_is_named():
    text = write_lock(LOCK).replace('"version": 2', '"version": 3')
    assert "version 3" in refusal(text)


@pytest.mark.parametrize(
    ("written", "tampered"),
    [
        ('"paragraph":9', '"paragraph":"9"'),
        ('"paragraph":9', '"paragraph":27'),
        ('"paragraph":9', '"paragraph":0'),
        ('"paragraphs":26', '"paragraphs":-1'),
        ('"verified":"2026-11-23"', '"verified":"2026-02-30"'),
        ('"verified":"2026-11-23"', '"verified":"yesterday"'),
        ('"verdict":"edited"', '"verdict":"fine"'),
        ('"spoken":true', '"spoken":1'),
        ('"spoken":true', '"spoken":true,"words":"of the source"'),
        (fingerprint("later"), "abc"),
        (fingerprint("later"), fingerprint("first")),
        ('"source":"a","paragraph":9', '"source":"b","paragraph":9'),
        (
            '"sources": [',
            '"sources": ['  # twice the same source
            '{"key":"a","sha256":"' + "1" * 64 + '","title":"","paragraphs":3},',
        ),
        (' "numbers"', ' "nombres"'),
        ("}\n", ""),
    ],
)
def test_a_lock_changed_by_hand_is_refused(written, tampered):
    text = write_lock(LOCK)
    assert written in text
    refusal(text.replace(written, tampered, 1))


@pytest.mark.parametrize("text", ["", "[]", "null", "not JSON", "[" * 100_000, '{"version": 1}'])
def test_what_is_no_lock_is_refused(text):
    refusal(text)
