import pytest

from deckmaker.evidence.nearest import nearest
from deckmaker.evidence.snapshot import read_snapshot

SOURCE = b"""\
The council met twice in the spring and once in the summer.
The mayor said the bridge would not open before the first of June, whatever the builders promise.
Nobody expects the ferry to run again.
"""


def marked(words: str) -> str | None:
    passage = nearest(words, [read_snapshot("", SOURCE, "en")])
    return passage.marked if passage else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "the bridge would open before the first",
            "the bridge would [-not-] open before the first",
        ),
        (
            "the bridge would not open before the second of June",
            "the bridge would not open before the [-first-] {+second+} of June",
        ),
        ("nobody really expects the ferry", "Nobody {+really+} expects the ferry"),
        ("Elephants roam the northern plains", None),
        ("", None),
    ],
)
def test_the_difference_is_marked_in_the_passage_most_alike(words, expected):
    assert marked(words) == expected


def test_the_paragraph_is_named():
    passage = nearest("met twice in the autumn", [read_snapshot("k", SOURCE, "en")])
    assert passage is not None
    assert (passage.source, passage.paragraph) == ("k", 1)


def test_a_very_long_quotation_is_not_compared_word_by_word():
    assert marked("the bridge " * 5000) is None
