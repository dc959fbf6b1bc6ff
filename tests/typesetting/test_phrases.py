"""Headings without spaces between their words: lines end where a reader would pause."""

from __future__ import annotations

import pytest

from deckmaker.typesetting.phrases import WITHIN_WORD, senses


def free(text: str, language: str) -> list[str]:
    """Return `text` cut where a line may end at no cost."""
    costs = senses(text, language)
    assert costs is not None
    pieces, start = [], 0
    for end in sorted(end for end, cost in costs.items() if not cost):
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]] if start < len(text) else pieces


def test_japanese_parts_behind_particles_and_not_within_compounds() -> None:
    assert free("塩見港には新しい橋が架かる", "ja") == ["塩見港には", "新しい", "橋が", "架かる"]


def test_kana_make_a_text_japanese_in_any_language() -> None:
    text = "国際市場への参入を"
    assert free(text, "en") == free(text, "ja")


def test_chinese_parts_between_words_and_keeps_particles_and_prepositions() -> None:
    pieces = free("乌克兰的制造商在明年春天之前提出方案", "zh")
    assert "".join(pieces) == "乌克兰的制造商在明年春天之前提出方案"
    assert not any(piece.startswith(("的", "之")) for piece in pieces)
    assert not any(piece.endswith("在") for piece in pieces)


def test_korean_parts_at_its_spaces() -> None:
    assert free("위원회는 예산안을 결정했다", "ko") == ["위원회는 ", "예산안을 ", "결정했다"]


@pytest.mark.parametrize(("text", "language"), [("投票到9月30日", "zh"), ("採決は9月30日", "ja")])
def test_a_number_holds_on_to_what_it_counts(text: str, language: str) -> None:
    costs = senses(text, language)
    assert costs is not None
    for number in ("9", "30"):
        end = text.index(number) + len(number)
        assert costs.get(end, WITHIN_WORD) == WITHIN_WORD


def test_a_comma_pauses_unless_it_stands_within_a_number() -> None:
    costs = senses("申请，就能得到1,250元", "zh")
    assert costs is not None
    assert costs[3] == 0
    assert costs.get(9, WITHIN_WORD) == WITHIN_WORD


@pytest.mark.parametrize("text", ["plain words", "naïve words", "слова с пробелами", "ข้อความ"])
def test_other_scripts_are_left_to_their_spaces(text: str) -> None:
    assert senses(text, "en") is None
