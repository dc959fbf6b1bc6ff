"""What the tests of the memo share: the built-in brand, and a compositor for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.memo.styles import styles_of
from deckmaker.memo.text import Compositor
from deckmaker.typesetting import Typesetter
from deckmaker.wording import ENGLISH


@pytest.fixture(scope="session")
def brand() -> Brand:
    return read_brand("cartulary", Path())[0]


@pytest.fixture(scope="session")
def compositor(brand: Brand) -> Compositor:
    return Compositor(styles_of(brand), Typesetter(brand), ENGLISH, frozenset({"", "budget"}))
