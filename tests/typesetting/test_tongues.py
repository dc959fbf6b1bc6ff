"""Words of another script are told apart from those of the briefing's own language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.typesetting.tongues import tongues

LETTERS = "abcÄß жий їґ αβ אב عر कख กข 東あア 가 12 .,–()«» \n"


@pytest.mark.parametrize(
    ("text", "script", "found"),
    [
        ("Nothing else, café", "Latn", [""]),
        ("Київ", "Latn", ["uk-UA"]),
        ("in Москва, now", "Latn", ["", "ru-RU", ""]),
        ("«Война и мир»", "Latn", ["ru-RU"]),
        ("東京", "Latn", ["zh-CN"]),
        ("東京とアテネ", "Jpan", [""]),
        ("Ἀθῆναι (Афины)", "Latn", ["el-GR", "", "ru-RU"]),
        ("the 東京タワー tower", "Latn", ["", "ja-JP", ""]),
        ("12.5 %", "Latn", [""]),
        ("המועצה NKE החליטה", "Hebr", ["", "en-US", ""]),
    ],
)
def test_a_language_is_told_by_its_script(text: str, script: str, found: list[str]) -> None:
    assert [tag for _, tag in tongues(text, script)] == found


@given(
    text=st.text(st.sampled_from(LETTERS), max_size=30),
    script=st.sampled_from(["Latn", "Cyrl", "Arab", "Hebr", "Jpan", "Hans", "Kore", "Thai"]),
)
def test_nothing_of_a_text_is_lost(text: str, script: str) -> None:
    pieces = tongues(text, script)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(one[1] != other[1] for one, other in pairwise(pieces))
