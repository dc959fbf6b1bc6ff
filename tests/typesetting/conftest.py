import pytest

from deckmaker.branding import read_brand
from deckmaker.typesetting import Typesetter


@pytest.fixture(scope="session")
def brand(tmp_path_factory):
    return read_brand(None, tmp_path_factory.mktemp("briefing"))[0]


@pytest.fixture(scope="session")
def typesetter(brand):
    return Typesetter(brand)
