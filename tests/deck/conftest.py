"""What the tests of the deck share: the built-in brand and a typesetter for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.typesetting import Typesetter


@pytest.fixture(scope="session")
def brand() -> Brand:
    return read_brand("cartulary", Path())[0]


@pytest.fixture(scope="session")
def typesetter(brand: Brand) -> Typesetter:
    return Typesetter(brand)
