"""A text of the deck becomes stretches: each in one family, marked with its language.

A program that finds no glyph takes one from a font of its own choice, whose widths nobody has
measured. So whatever the voice's own family lacks names the family that it was measured in, for
all four kinds of script that DrawingML tells apart; and digits and Latin words beside it name the
voice's own, or PowerPoint would set them with their neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from deckmaker.brand import Brand, Voice
from deckmaker.deck.geometry import LINE
from deckmaker.deck.model import Style
from deckmaker.locales import Locale
from deckmaker.typesetting import Font, Run, Typesetter
from deckmaker.typesetting.tongues import SCRIPTS, own_scripts, scripts_in, tongue

THEME_FONTS: dict[Voice, str] = {"serif": "+mj", "sans": "+mn"}
"""Theme fonts: major for titles and quotations, minor for everything structural."""

_CODES = {"Kore": "Hang", "Hani": "Hans"}
"""What a theme calls the script of a locale, where that is not its name in ISO 15924."""
_EAST_ASIAN = frozenset({"Jpan", "Hang", "Hans", "Hant"})
_SIMPLE = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""Scripts that DrawingML sets in the Latin font; of all others it tells East Asian from complex."""
SAMPLES = {
    "Arab": "ا", "Hebr": "א", "Syrc": "ܐ", "Thaa": "ހ", "Deva": "अ", "Beng": "অ", "Guru": "ਅ",
    "Gujr": "અ", "Orya": "ଅ", "Taml": "அ", "Telu": "అ", "Knda": "ಅ", "Mlym": "അ", "Sinh": "අ",
    "Thai": "ก", "Laoo": "ກ", "Khmr": "ក", "Mymr": "က", "Tibt": "ཀ", "Ethi": "አ",
    "Jpan": "あ", "Kore": "가", "Hans": "汉", "Hant": "漢", "Hani": "漢",
}  # fmt: skip
"""A letter of each script, which tells what family the locale's own text is set in."""

_BULLETS = "▪•–"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where letters that run to the left stand in Unicode."""
_NUMBER = re.compile(r"\d+(?:[.,'’\s\u00a0\u202f]\d+)*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text that one family has whole."""

    text: str
    typeface: str
    """A family by its name, or a font of the theme; empty where the voice's own is understood."""
    lang: str
    """BCP 47."""
    alternative: str = ""
    """The other language of text that is set in two, as Office marks it in East Asia."""

    @property
    def foreign(self) -> bool:
        """Whether it is set in a family that the theme does not name."""
        return bool(self.typeface) and not self.typeface.startswith("+")


@dataclass(frozen=True, slots=True)
class Typefaces:
    """What a theme font names beside its Latin face; empty where nothing is wanted."""

    east_asian: str
    complex: str
    scripts: tuple[tuple[str, str], ...]
    """Families by script, ISO 15924, in the order of their codes."""


@dataclass(frozen=True, slots=True)
class ChartType:
    """What the text of a chart is set in: a typeface for each kind of script."""

    latin: str
    east_asian: str
    complex: str
    line: float
    """Em from line to line, as applications set charts: by the font."""


class Scripts:
    """Tells the family, the language and the direction of every text of one deck."""

    def __init__(self, brand: Brand, typesetter: Typesetter) -> None:
        """Set text as `typesetter` measures it, in the faces of `brand`."""
        self.locale: Locale = typesetter.locale
        self._typesetter = typesetter
        self._themed = {
            brand.sans.name: f"{THEME_FONTS['sans']}-lt",
            brand.serif.name: f"{THEME_FONTS['serif']}-lt",
        }
        self._own = own_scripts(self.locale.script)
        self._code = _CODES.get(self.locale.script, self.locale.script)
        self._explicit = self.locale.script not in _SIMPLE
        """Whether layouts name other families for text that is typed anew, so that none is left
        to be understood."""
        self._alternative = "en-US" if self.locale.ideographic else ""
        self._plain: dict[tuple[Voice, bool, bool], set[str]] = {}
        self._met: dict[tuple[Voice, str], str] = {}

    @cached_property
    def bullet(self) -> str:
        """What stands before the items of a list: the first that the sans voice's family has.

        From another family it might be wider than its room, or an emoji.
        """
        for sign in _BULLETS:
            (run,) = self._typesetter.covered(Run(sign, Font("sans", 1.0)))
            if not run.font.fallback:
                return sign
        return _BULLETS[-1]

    def stretches(self, text: str, style: Style, lang: str = "") -> tuple[Stretch, ...]:
        """Return `text` as stretches that one family each has whole, in order.

        A language that is stated counts; else the script tells, as far as it can.
        """
        found = self._stretches(text, style)
        if not lang:
            return found
        alternative = self.locale.tag if self._alternative else ""
        return tuple(replace(one, lang=lang, alternative=alternative) for one in found)

    def _stretches(self, text: str, style: Style) -> tuple[Stretch, ...]:
        key = (style.voice, style.bold, style.italic)
        plain = self._plain.setdefault(key, set())
        typeface = f"{THEME_FONTS[style.voice]}-lt" if self._explicit else ""
        if plain.issuperset(text):
            return (Stretch(text, typeface, self.locale.tag, self._alternative),)
        font = Font(style.voice, style.size, style.bold, style.italic)
        runs = self._typesetter.covered(Run(text, font))
        if len(runs) == 1 and not runs[0].font.fallback:
            lang, alternative = self._language(text)
            if lang == self.locale.tag:
                plain.update(text)
            return (Stretch(text, typeface, lang, alternative),)
        return tuple(
            Stretch(run.text, self._typeface(run, style.voice), *self._language(run.text))
            for run in runs
        )

    def runs_to_left(self, text: str) -> bool:
        """Tell whether a paragraph of `text` runs from right to left.

        It runs as the locale does, unless all its letters run the other way; a lone figure with
        its signs has one direction everywhere.
        """
        if not self.locale.rtl:
            return bool(
                not text.isascii() and _TO_LEFT.search(text) and "L" not in _directions(text)
            )
        directions = _directions(text)
        if directions & _RIGHT_TO_LEFT:
            return True
        return "L" not in directions and len(_NUMBER.findall(text)) != 1

    def is_exact(self, stretches: Iterable[Stretch], style: Style) -> bool:
        """Tell whether a paragraph must state its leading: its fonts would make another."""
        return style.leading > LINE or any(stretch.foreign for stretch in stretches)

    def typefaces(self, voice: Voice) -> Typefaces:
        """Return what the theme font of `voice` names beside its Latin face.

        The families of the locale's own script, and of every script set so far.
        """
        east_asian = complex_ = ""
        sample = SAMPLES.get(self.locale.script)
        if sample:
            (run, *_) = self._typesetter.covered(Run(sample, Font(voice, 1.0)))
            family = self._typesetter.family(run.font).name if run.font.fallback else ""
            east_asian, complex_ = (family, "") if self.locale.ideographic else ("", family)
        met = {script: family for (one, script), family in self._met.items() if one == voice}
        return Typefaces(east_asian, complex_, tuple(sorted(met.items())))

    def of_chart(self, texts: Iterable[str]) -> ChartType:
        """Return the typefaces for the text of one chart, and the height of its lines.

        An application sets it from the chart's cells, so that no run can be told apart: each kind
        of script gets the family that its letters were measured in.
        """
        own = f"{THEME_FONTS['sans']}-lt"
        found = [own, own, own]
        font = Font("sans", 1.0)
        line = LINE * self.locale.leading
        plain = self._plain.setdefault(("sans", False, False), set())
        for text in texts:
            if plain.issuperset(text):
                continue
            for run in self._typesetter.covered(Run(text, font)):
                if run.font.fallback:
                    code = self._script(run.text)
                    kind = 1 if code in _EAST_ASIAN else 2 if code and code not in _SIMPLE else 0
                    found[kind] = self._typeface(run, "sans")
                    face = self._typesetter.face(run.font)
                    line = max(line, face.ascent + face.descent)
        return ChartType(found[0], found[1], found[2], line)

    def _typeface(self, run: Run, voice: Voice) -> str:
        if not run.font.fallback:
            return f"{THEME_FONTS[voice]}-lt"
        name = self._typesetter.family(run.font).name
        themed = self._themed.get(name)
        if themed:
            return themed
        code = self._script(run.text)
        if code and code not in _SIMPLE:
            self._met.setdefault((voice, code), name)
        return name

    def _script(self, text: str) -> str:
        """Return the script of `text` as a theme names it; empty where it has no letters."""
        found = scripts_in(text)
        if found & self._own:
            return self._code
        return next((code for name, (code, _) in SCRIPTS.items() if name in found), "")

    def _language(self, text: str) -> tuple[str, str]:
        """Return the tag of a stretch, and its alternative."""
        found = scripts_in(text)
        if not found or found & self._own:
            return self.locale.tag, self._alternative
        return tongue(text, found), self.locale.tag if self._alternative else ""


def has_no_italics(text: str) -> bool:
    """Tell whether `text` has letters of a script that has no italics."""
    return not text.isascii() and bool(_codes(text) - _SIMPLE)


def _codes(text: str) -> set[str]:
    return {SCRIPTS[name][0] for name in scripts_in(text)}


def _directions(text: str) -> set[str]:
    return {unicodedata.bidirectional(character) for character in set(text)}
