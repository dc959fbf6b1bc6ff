"""Faces inside a PDF: words become codes of a composite font that is written at the end.

A composite (Type 0) font is written rather than reportlab's own subsets of 256 characters: one
font object a face, and a code for each pair of a glyph and the text it is read back as, so that
ligatures, joined letters and characters that share a glyph all lead back to what was typed.

Glyphs that take room are text. A mark that stands over or under another glyph is drawn as an
outline and its character goes with the glyph that bears it: readers take a text apart wherever
two of its glyphs overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportlab.pdfbase import pdfdoc

from deckmaker.memo.fontfile import Codes, composite_font
from deckmaker.memo.outlines import outline
from deckmaker.typesetting import Face
from deckmaker.typesetting.runs import SOFT_HYPHEN
from deckmaker.typesetting.shaping import Glyph, Letters, Shaper, is_tracked

EM = 1000
"""PDF counts glyph space in thousandths of an em."""
_HALF = 0.5 / EM
"""What a shift is rounded to, em."""
_EM_SPACE = "\u2003"
_REMEMBERED = 40
"""Words longer than this many letters hardly come twice."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A word as it is shown. Measures are in em."""

    codes: str
    """What stands between `[<` and `>]` before the operator TJ: codes, and shifts between them."""
    width: float
    """How far the parts move on."""
    marks: tuple[Glyph, ...] = ()
    """The glyphs that are drawn as outlines, at their places in the word."""


class ShownWords(dict[str, Shown]):
    """How the words of one font and direction are shown, each worked out when it is met."""

    __slots__ = ("font", "marked", "rtl", "tracking")

    def __init__(self, font: EmbeddedFont, rtl: bool, tracking: float) -> None:
        super().__init__()
        self.font = font
        self.rtl = rtl
        self.tracking = tracking
        self.marked = False
        """Whether any of them bears a mark."""

    def __missing__(self, word: str) -> Shown:
        shown = self.font.shown(word, rtl=self.rtl, tracking=self.tracking)
        self.marked = self.marked or bool(shown.marks)
        if len(word) <= _REMEMBERED:
            self[word] = shown
        return shown


class EmbeddedFont:
    """One face in one PDF: hands out codes while text is drawn, then writes itself."""

    def __init__(self, face: Face, shaper: Shaper, name: str, *, serif: bool) -> None:
        """Embed `face`, as `shaper` shapes it, under the resource name `name`."""
        self.name = name
        self.shaper = shaper
        self._face = face
        self._serif = serif
        self._codes = Codes(advances=[_rounded(shaper.advance(0))])
        self._known: dict[tuple[int, str], tuple[str, float]] = {}
        self._words: dict[tuple[bool, float], ShownWords] = {}

    def words(self, *, rtl: bool = False, tracking: float = 0.0) -> ShownWords:
        """Return how words are shown, with `tracking` (em) behind every letter."""
        words = self._words.get((rtl, tracking))
        if words is None:
            words = self._words[rtl, tracking] = ShownWords(self, rtl, tracking)
        return words

    def room(self, text: str, width: float) -> Shown:
        """Return empty room of `width` that is read back as `text`: for what is no glyph."""
        glyph = self._em_space or self.shaper.space
        code, advance = self.code(glyph, text)
        gap = round(EM * (width - advance))
        return Shown(f"{code}>{-gap}<" if gap else code, advance + gap / EM)

    def code(self, glyph: int, text: str) -> tuple[str, float]:
        """Return the code of `glyph` where it is read back as `text`, and its advance in em."""
        known = self._known.get((glyph, text))
        if known is None:
            advance = _rounded(self.shaper.advance(glyph))
            known = self._known[glyph, text] = (f"{len(self._codes.glyphs):04X}", advance)
            self._codes.glyphs.append(glyph)
            self._codes.texts.append(text)
            self._codes.advances.append(advance)
        return known

    def outline(self, glyph: int) -> str:
        """Return the path of a glyph as operators of a content stream, in em."""
        return outline(self.shaper, glyph)

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Write the font's objects into `document` and return the reference to it."""
        return composite_font(document, self._face, self.shaper, self._codes, serif=self._serif)

    @cached_property
    def _em_space(self) -> int:
        glyph = self.shaper.glyph(_EM_SPACE)
        return glyph if glyph and self.shaper.advance(glyph) == 1.0 else 0

    def shown(self, word: str, *, rtl: bool, tracking: float) -> Shown:
        """Return how `word` is shown."""
        if tracking and not is_tracked(word):
            tracking = 0.0
        if not (tracking or rtl):
            letters = self.shaper.letters(word)
            if letters is not None:
                self.shaper.forget(word)
                return self._spelled(word, letters)
        glyphs, width = self.shaper.glyphs(word, rtl=rtl, apart=bool(tracking))
        parts: list[str] = []
        marks: list[Glyph] = []
        pen = moved = 0.0
        grouped = False
        for index, glyph in enumerate(glyphs):
            if glyph.text is None:
                marks.append(glyph)
                continue
            if not glyph.text and not grouped:  # read as one with the glyph before it
                grouped = True
                whole = _utf16(glyphs[index - 1].text or "")
                parts.insert(-1, f">]TJ/Span<</ActualText<FEFF{whole}>>>BDC[<")
            elif glyph.text and grouped:
                grouped = False
                parts.append(">]TJ EMC[<")
            gap = round(EM * (glyph.x + moved - pen))
            if gap:
                parts.append(f">{-gap}<")
                pen += gap / EM
            code, advance = self.code(glyph.number, glyph.text)
            parts.append(code)
            pen += advance
            if tracking and advance:
                moved += tracking
        if grouped:
            parts.append(">]TJ EMC[<")
        if word.endswith(SOFT_HYPHEN) and parts:
            # Readers of structure join the word again (ISO 32000-1, 14.8.2.2.3).
            parts[-1] = f">]TJ/Span<</ActualText<FEFF00AD>>>BDC[<{parts[-1]}>]TJ EMC[<"
        gap = round(EM * (width + moved - pen))
        if gap:
            parts.append(f">{-gap}<")
        return Shown("".join(parts), pen + gap / EM, tuple(marks))

    def _spelled(self, word: str, letters: Letters) -> Shown:
        """Return how a word is shown whose every letter has a glyph."""
        parts: list[str] = []
        known, em = self._known, self.shaper.units_per_em
        pen = 0.0
        at = 0
        for letter, glyph, advance in zip(word, *letters, strict=True):
            code, own = known.get((glyph, letter)) or self.code(glyph, letter)
            parts.append(code)
            pen += own
            at += advance
            gap = at / em - pen
            if gap > _HALF or gap < -_HALF:
                shift = round(EM * gap)
                parts.append(f">{-shift}<")
                pen += shift / EM
        return Shown("".join(parts), pen)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


def _rounded(advance: float) -> float:
    """Return `advance` as the file states it, to a tenth of a thousandth of an em."""
    return round(EM * advance, 1) / EM
