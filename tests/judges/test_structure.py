"""The structural judge: it passes good decks and finds every defect that is planted in one."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from deckmaker.branding import read_brand
from deckmaker.deck import render
from documents import LARGE, SMALL, gallery
from judges import (
    planted_for_readers,
    planted_in_charts,
    planted_in_packages,
    planted_on_slides,
)
from judges.opc import Package
from judges.planting import spoiled
from judges.structure import CHECKS, check_structure

PLANTED = (
    planted_in_packages.PLANTED
    | planted_on_slides.PLANTED
    | planted_for_readers.PLANTED
    | planted_in_charts.PLANTED
)
BRAND = read_brand("cartulary", Path())[0]


@pytest.fixture(scope="module")
def deck() -> bytes:
    return render(gallery(SMALL, "deck"), BRAND)


@pytest.fixture(scope="module")
def large_deck() -> bytes:
    return render(gallery(LARGE, "deck"), BRAND)


@pytest.mark.parametrize("contents", [SMALL, LARGE], ids=["small", "large"])
def test_a_good_deck_passes(contents, deck: bytes, large_deck: bytes) -> None:
    assert check_structure(deck if contents is SMALL else large_deck) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_defect_is_found(name: str, deck: bytes) -> None:
    spoil, words = PLANTED[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of the doubled entry
        broken = spoiled(deck, spoil)
    assert any(words in fault for fault in check_structure(broken)), check_structure(broken)


def test_every_check_finds_a_planted_defect(deck: bytes) -> None:
    """A check that nothing planted sets off could not fail."""
    silent = set(CHECKS)
    for name, (spoil, _) in PLANTED.items():
        if name != "doubled entry":
            package = Package.read(spoiled(deck, spoil))
            silent -= {check for check in silent if any(check(package))}
    assert {check.__name__ for check in silent} == {"doubled_entries"}
