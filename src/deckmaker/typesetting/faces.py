"""A font file becomes a Face: coverage, advances and vertical measures, all in em.

Everything is read with HarfBuzz alone: a tenth of the time that fontTools takes to be imported
and to read the same tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb

STAND_INS = {
    "\u00a0": " ",  # no-break space
    "\u2010": "-",  # hyphen
    "\u2011": "-",  # no-break hyphen
    "\u2007": "0",  # figure space, as wide as a figure
    "\u202f": "\u2009",  # narrow no-break space
    "\u2009": " ",  # thin space
    "\u3000": "\u2003",  # ideographic space
    "\u2003": "m",  # em space
    "\t": " ",
}
"""Characters that a face may lack and whose look another glyph gives, as HarfBuzz does it."""

INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0x0A, 0x0D),  # line breaks
        (0xAD, 0xAD),  # soft hyphen
        (0x34F, 0x34F),  # combining grapheme joiner
        (0x61C, 0x61C),  # Arabic letter mark
        (0x180B, 0x180F),  # Mongolian variation selectors
        (0x200B, 0x200F),  # zero width space, joiners, direction marks
        (0x2028, 0x202E),  # line and paragraph separators, embeddings
        (0x2060, 0x206F),  # word joiner, invisible operators, isolates
        (0xFE00, 0xFE0F),  # variation selectors
        (0xFEFF, 0xFEFF),  # zero width no-break space
        (0xE0001, 0xE007F),  # tags, as in the flags of countries that are no states
        (0xE0100, 0xE01EF),  # variation selectors of ideographs
    )
    for code in range(first, last + 1)
)
"""Characters that control and never print: no face need have them, and they take no room."""

_WEIGHTLESS = dict.fromkeys(INVISIBLE, 0.0)
_FIGURES = "0123456789"
_SPACELESS = "中あ한กກကក་"
"""A letter of each script that is written without spaces."""
_EAST_ASIAN = ("Hani", "Hang", "Kana")


class Advances(dict[str, float]):
    """The unkerned advance of each character that a face has, em; read when it is asked for.

    A face of Chinese has tens of thousands of characters, of which a briefing uses hundreds.
    """

    __slots__ = ("_font", "_unicodes", "_units_per_em")

    def __init__(self, face: hb.Face, font: hb.Font) -> None:
        super().__init__()
        self._font = font
        self._unicodes = face.unicodes
        self._units_per_em: int = face.upem
        if not self._unicodes:
            raise ValueError("no Unicode characters")

    def __missing__(self, character: str) -> float:
        glyph = self._font.get_nominal_glyph(ord(character))
        if glyph is None:
            raise KeyError(character)
        advance: float = self._font.get_glyph_h_advance(glyph) / self._units_per_em
        self[character] = advance
        return advance

    def __contains__(self, character: object) -> bool:
        return dict.__contains__(self, character) or (
            isinstance(character, str) and ord(character) in self._unicodes
        )

    def get(self, character: str, default: float = 1.0) -> float:  # type: ignore[override]
        """Return the advance of `character`, `default` where the face lacks it."""
        try:
            return self[character]
        except KeyError:
            return default


class Face:
    """One font file. Measures are in em unless stated otherwise."""

    __slots__ = (
        "_advances",
        "_font",
        "_kerned",
        "_language",
        "advances",
        "ascent",
        "cap_height",
        "descent",
        "index",
        "lining",
        "path",
        "spaceless",
        "units_per_em",
        "x_height",
    )

    def __init__(
        self, path: Path, index: int = 0, *, lining: bool = False, language: str = "en"
    ) -> None:
        """Read the face at `path`, of a collection the one at `index`.

        With `lining`, figures are measured as lining ones where the face has both kinds. Text is
        shaped as `language` (BCP 47) has it. Raises OSError, or ValueError where it is no font.
        """
        face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self._font = font = hb.Font(face)
        self._kerned: dict[str, float] = {}
        self._advances: dict[str, tuple[float, ...]] = {}
        self._language = language
        self.path = path
        self.index = index
        self.units_per_em: int = face.upem
        em = float(face.upem)
        try:
            self.advances = Advances(face, font)
        except ValueError as error:
            raise ValueError(f"{path.name} is not a font, or has {error}") from None
        self.spaceless = any(map(self.advances.__contains__, _SPACELESS))
        """Whether it has letters of a script that is written without spaces, or Korean."""
        self.lining: dict[str, int] = {}
        """The glyphs of lining figures that differ from the face's default ones."""
        if lining:
            self._line_figures()
        self.advances.update(_WEIGHTLESS)
        for character in reversed(STAND_INS):
            if character not in self.advances and STAND_INS[character] in self.advances:
                self.advances[character] = self.advances[STAND_INS[character]]
        extents = font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / em
        self.descent: float = -extents.descender / em
        """Below the baseline, positive. Typographic measures where the font says so, else hhea."""
        self.cap_height: float = _metric(font, hb.OTMetricsTag.CAP_HEIGHT, 0.7 * em) / em
        self.x_height: float = _metric(font, hb.OTMetricsTag.X_HEIGHT, 0.5 * em) / em

    def _line_figures(self) -> None:
        """Take the glyphs and advances that OpenType's feature `lnum` gives to figures."""
        for figure in _FIGURES:
            buffer = hb.Buffer()
            buffer.add_str(figure)
            buffer.guess_segment_properties()
            hb.shape(self._font, buffer, {"lnum": True})
            shaped = [info.codepoint for info in buffer.glyph_infos]
            if len(shaped) == 1 and shaped[0] not in (0, self._font.get_nominal_glyph(ord(figure))):
                self.lining[figure] = shaped[0]
                self.advances[figure] = (
                    self._font.get_glyph_h_advance(shaped[0]) / self.units_per_em
                )

    def has(self, character: str) -> bool:
        """Tell whether the face can show `character`, itself or by a stand-in."""
        return character in self.advances

    def advance(self, character: str) -> float:
        """Return the unkerned advance of `character`, one em where the face lacks it."""
        return self.advances.get(character)

    def kerned(self, text: str) -> float:
        """Return the width of `text` as HarfBuzz shapes it, with kerning and ligatures.

        Spaces and marks take the form of the script that they stand in: the widest counts.
        """
        width = self._kerned.get(text)
        if width is None:
            width = sum(self._shaped(text))
            if self.spaceless and not any(map(str.isalnum, text)):
                for script in _EAST_ASIAN:
                    width = max(width, sum(self._shaped(text, script=script)))
            self._kerned[text] = width
        return width

    def shaped(self, text: str) -> tuple[float, ...]:
        """Return the advances of the glyphs that HarfBuzz makes of `text`."""
        advances = self._advances.get(text)
        if advances is None:
            advances = self._advances[text] = tuple(self._shaped(text))
        return advances

    def shaped_without_kerning(self, text: str) -> float:
        """Return the width of `text` as HarfBuzz shapes it where pairs are not kerned."""
        return sum(self._shaped(text, {"kern": False}))

    def _shaped(
        self, text: str, features: dict[str, bool] | None = None, script: str | None = None
    ) -> Iterator[float]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = self._language
        if script:
            buffer.script = script
        hb.shape(self._font, buffer, features)
        for position in buffer.glyph_positions or ():
            yield position.x_advance / self.units_per_em


def _metric(font: hb.Font, tag: hb.OTMetricsTag, default: float) -> float:
    value = font.get_metric_position(tag)
    return float(value) if value else default
