"""A character that no font has is named before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.build import make
from deckmaker.diagnostics import BriefingError

BRIEFING = """\
deckmaker: 1
meta: {{title: "{title}", date: 2026-11-23}}
sections:
  - section: One
    title: The clerk says that it rained
    text: "{text}"
    notes: "The presenter may say ✅"
"""


def written(folder: Path, title: str = "A title", text: str = "Plain text") -> Path:
    path = folder / "briefing.yaml"
    path.write_text(BRIEFING.format(title=title, text=text), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    ["Plain — “text” …", "naïve café, Łódź, Ünı", "Ολυμπία", "Київ і область", "5 × 3 ≤ 20 €"],
)
def test_what_either_font_has_builds(tmp_path: Path, text: str) -> None:
    assert make(written(tmp_path, text=text)).files


def test_a_lacking_character_is_named_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as error:
        make(written(tmp_path, text="Wait for mediation ✅"))
    (diagnostic,) = error.value.diagnostics
    assert diagnostic.rule == "G01"
    assert "white heavy check mark" in diagnostic.message
    assert diagnostic.span is not None
    assert diagnostic.span.line == 6
    assert diagnostic.span.text[diagnostic.span.column - 1] == "✅"


def test_a_whole_script_is_named_by_its_first_letters(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as error:
        make(written(tmp_path, title="今日は天気がとても良いですね散歩"))
    (diagnostic,) = error.value.diagnostics
    assert diagnostic.path == ("meta", "title")
    assert "more" in diagnostic.message
    assert len(diagnostic.message) < 500
