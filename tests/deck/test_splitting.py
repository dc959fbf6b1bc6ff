"""Text that is too tall: fewest pieces, even ones, parted where the sense allows it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.branding import read_brand
from deckmaker.deck.model import Paragraph, Style
from deckmaker.deck.splitting import split
from deckmaker.deck.text import Ruler, line_of, paragraph, text_of
from deckmaker.document.sentences import sentence_ends
from deckmaker.richtext import parse
from deckmaker.typesetting import Typesetter
from documents import SENTENCES, prose

STYLE = Style("sans", 20)
WIDTH = 400.0
LINE = STYLE.line


@pytest.fixture(scope="module")
def ruler() -> Ruler:
    return Ruler(Typesetter(read_brand("cartulary", Path())[0]))


def of(words: str) -> tuple[Paragraph, ...]:
    return (paragraph(parse(words), STYLE),)


def words_of(pieces: tuple[tuple[Paragraph, ...], ...]) -> list[str]:
    return [" ".join(text_of(para) for para in piece) for piece in pieces]


def test_what_fits_stays_whole(ruler: Ruler) -> None:
    made = of(prose(2))
    assert split(ruler, made, WIDTH, 400) == (made,)


def test_pieces_end_with_sentences_and_are_even(ruler: Ruler) -> None:
    pieces = split(ruler, of(prose(20)), WIDTH, 12 * LINE)
    heights = [ruler.height(piece, WIDTH) for piece in pieces]
    assert all(words.endswith(".") for words in words_of(pieces))
    assert max(heights) - min(heights) <= 3 * LINE, "a sentence takes up to three lines"


def test_a_sentence_that_is_too_tall_is_parted_at_its_lines(ruler: Ruler) -> None:
    long = " ".join(f"word{n}" for n in range(300))
    pieces = split(ruler, of(f"Short. {long}. Short again."), WIDTH, 6 * LINE)
    assert " ".join(words_of(pieces)) == f"Short. {long}. Short again."
    assert len(pieces) > 2


def test_a_quotation_is_parted_between_its_own_sentences(ruler: Ruler) -> None:
    pieces = split(ruler, of(f"“{prose(20)}”"), WIDTH, 8 * LINE)
    assert len(pieces) > 2
    assert all(words.endswith((".", ".”")) for words in words_of(pieces))


def test_the_first_piece_may_be_lower_and_the_last_leaves_room(ruler: Ruler) -> None:
    pieces = split(ruler, of(prose(9)), WIDTH, 9 * LINE, first=3 * LINE, reserve=4 * LINE)
    assert ruler.height(pieces[0], WIDTH) <= 3 * LINE + 0.01
    assert ruler.height(pieces[-1], WIDTH) <= 5 * LINE + 0.01


def test_the_rest_of_an_item_has_no_bullet_and_begins_where_its_lines_do(ruler: Ruler) -> None:
    (para,) = of(prose(12))
    item = Paragraph(para.inks, bullet=True, hang=16)
    first, *rest = split(ruler, (item,), WIDTH, 6 * LINE)
    assert first[0].bullet
    assert all(not piece[0].bullet and piece[0].left == 16 for piece in rest)


def test_paragraphs_are_kept_apart(ruler: Ruler) -> None:
    made = (*of(prose(3)), *of(prose(3, 3)), *of(prose(3, 6)))
    pieces = split(ruler, made, WIDTH, 9 * LINE)
    assert sum(len(piece) for piece in pieces) >= len(made)
    assert " ".join(words_of(pieces)) == " ".join(map(text_of, made))


texts = st.lists(
    st.sampled_from([*SENTENCES, "Yes.", "A" * 120 + ".", "no stop here"]), max_size=30
)


@given(texts.map(" ".join).filter(bool), st.integers(1, 12), st.integers(0, 3))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_nothing_overflows_and_fewer_pieces_would_not_do(
    ruler: Ruler, words: str, lines: int, reserve: int
) -> None:
    made = of(words)
    height = lines * LINE
    pieces = split(ruler, made, WIDTH, height, reserve=min(reserve, lines - 1) * LINE)
    assert "".join(words_of(pieces)).replace(" ", "") == words.replace(" ", "")
    for piece in pieces:
        assert ruler.height(piece, WIDTH) <= height + 0.01
    # Greedy filling by sentences never takes fewer.
    ends = [0, *sentence_ends(words, "en")]
    count, start = 1, 0
    for end, following in pairwise(ends[1:]):
        if ruler.height(of(words[start:following].strip()), WIDTH) > height:
            count, start = count + 1, end
    whole = all(ruler.height(of(words[a:b].strip()), WIDTH) <= height for a, b in pairwise(ends))
    if whole and not reserve:
        assert len(pieces) <= count


def test_a_very_long_paragraph_is_parted_in_time_that_grows_with_it(ruler: Ruler) -> None:
    pieces = split(ruler, of(prose(1500)), 752, 340)
    assert sum(ruler.height(piece, 752) for piece in pieces) > 340 * (len(pieces) - 1) * 0.8
    assert line_of(pieces[0][0]) == LINE
