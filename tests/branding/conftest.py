import shutil
import textwrap

import pytest

from deckmaker.branding import read_brand
from deckmaker.branding.brandfile import DATA
from deckmaker.diagnostics import BriefingError, Severity


class House:
    """A briefing's folder with a brand file in `house/`."""

    def __init__(self, base):
        self.base = base
        self.folder = base / "house"
        self.folder.mkdir()

    def write(self, text):
        (self.folder / "_brand.yml").write_text(textwrap.dedent(text), "utf-8")
        return self

    def add_font(self, name, source="carlito/Carlito-Regular.ttf"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DATA / "fonts" / source, path)

    def read(self, text):
        return read_brand("house", self.write(text).base)

    def brand(self, text):
        brand, warnings = self.read(text)
        assert warnings == ()
        return brand

    def errors(self, text):
        with pytest.raises(BriefingError) as caught:
            self.read(text)
        assert all(d.span is not None for d in caught.value.diagnostics)
        return [d for d in caught.value.diagnostics if d.severity is Severity.ERROR]

    def error(self, text):
        errors = self.errors(text)
        assert len(errors) == 1, errors
        return errors[0]


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)
