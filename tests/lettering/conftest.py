import pytest

from deckmaker.branding import read_brand
from deckmaker.language.briefing import load
from deckmaker.lettering import find_fonts
from deckmaker.lettering.machine import Machine
from deckmaker.locales import locale_for
from fontmaking import made

BRIEFING = """\
deckmaker: 1
meta: {{title: "{title}", date: 2026-11-23, lang: {lang}}}
sections:
  - section: One
    title: The clerk says that it rained
    text: "{text}"
    notes: "The presenter may say ✅"
"""


class Bench:
    """A folder with a briefing, and one with the fonts of a machine."""

    def __init__(self, folder):
        self.folder = folder
        self.fonts = folder / "fonts"
        self.fonts.mkdir()

    def add(self, family, characters, name=None, **kinds):
        path = self.fonts / f"{name or family}.ttf"
        path.parent.mkdir(parents=True, exist_ok=True)
        made(family, characters, **kinds).save(path)
        return path

    def find(self, text="Plain text", title="A title", lang="en"):
        path = self.folder / "briefing.yaml"
        path.write_text(BRIEFING.format(title=title, text=text, lang=lang), encoding="utf-8")
        briefing = load(path)
        brand, _ = read_brand(None, self.folder)
        machine = Machine([self.fonts])
        widened, diagnostics = find_fonts(briefing, brand, locale_for(lang), machine)
        found = {
            voice: [family.name for family in widened.fallbacks[voice]][
                len(brand.fallbacks[voice]) :
            ]
            for voice in ("serif", "sans")
        }
        return found, [briefing.locate(diagnostic) for diagnostic in diagnostics]


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)
