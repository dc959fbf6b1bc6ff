"""Colours of charts: told apart by lightness in any brand, seen on the page, written on."""

from __future__ import annotations

import colorsys
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckmaker.branding import read_brand
from deckmaker.charting.palette import (
    MARK_CONTRAST,
    PAPER,
    TEXT_CONTRAST,
    Tint,
    contrast,
    fills,
    line_tints,
    needs_outline,
    readable,
    text_on,
)

BRAND = read_brand("cartulary", Path())[0]
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02X}{:02X}{:02X}".format(*c))


@pytest.mark.parametrize("count", range(2, 7))
def test_fills_differ_in_lightness_and_can_be_written_on(count: int) -> None:
    """Nobody needs to see hues, red and green least of all, to tell one from another."""
    few = fills(count, BRAND)
    for one, other in combinations(few, 2):
        assert contrast(one, other, BRAND) > 1.38
    for tint in few:
        assert contrast(text_on(tint, BRAND), tint, BRAND) >= TEXT_CONTRAST - 0.1


def test_up_to_three_fills_stand_out_from_the_page_without_an_outline() -> None:
    assert not any(needs_outline(tint, BRAND) for tint in fills(3, BRAND))
    assert any(needs_outline(tint, BRAND) for tint in fills(6, BRAND))


def test_many_fills_run_from_dark_to_light() -> None:
    for count in range(7, 13):
        steps = [tint.luminance(BRAND) for tint in fills(count, BRAND)]
        assert steps == sorted(set(steps))
        for one, other in pairwise(fills(count, BRAND)):
            assert contrast(one, other, BRAND) > 1.12
        for tint in fills(count, BRAND):
            assert contrast(text_on(tint, BRAND), tint, BRAND) >= TEXT_CONTRAST


def test_lines_stand_out_from_the_page_and_are_not_told_apart_by_red_and_green() -> None:
    tints = line_tints(6, BRAND)
    assert len(set(tints)) == 6
    for tint in tints:
        assert contrast(tint, PAPER, BRAND) >= MARK_CONTRAST
        red, green, blue = tint.channels(BRAND)
        hue = colorsys.rgb_to_hls(red, green, blue)[0] * 360
        assert 20 < hue < 340, "no red beside the greens of the primary"
    assert contrast(readable(tints[2], BRAND), PAPER, BRAND) >= TEXT_CONTRAST


@given(COLOURS, COLOURS, COLOURS, st.booleans())
def test_any_brand_has_fills_that_differ(one: str, two: str, three: str, dark: bool) -> None:
    page = ("#FFFFFF", "#10181E")
    colors = {
        **BRAND.colors,
        "background": page[dark],
        "foreground": page[not dark],
        "primary": one,
        "muted": two,
    }
    brand = replace(BRAND, colors=colors, accents=(one, two, three, one, two, three))
    assume(contrast(Tint("primary"), PAPER, brand) >= MARK_CONTRAST)
    for count in (3, 6):
        for first, second in combinations(fills(count, brand), 2):
            assert contrast(first, second, brand) > 1.25
