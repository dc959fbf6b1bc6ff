"""A house's second colour shows: where it is too pale for text, a shade of it serves."""

from __future__ import annotations

from pathlib import Path

from deckmaker.branding import read_brand
from deckmaker.branding.colours import contrast


def test_a_pale_secondary_lends_emphasis_a_shade_of_itself(tmp_path: Path) -> None:
    text = 'meta: {name: House}\ncolor: {primary: "#204080", secondary: "#E08A1E"}\n'
    (tmp_path / "house.yml").write_text(text, encoding="utf-8")
    brand, _ = read_brand("house.yml", tmp_path)
    emphasis = brand.colors["emphasis"]
    assert emphasis not in ("#E08A1E", brand.colors["primary"], brand.colors["foreground"])
    assert contrast(emphasis, brand.colors["background"]) >= 4.5
    red, green, blue = (int(emphasis[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue
