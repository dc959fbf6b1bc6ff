"""Words become glyphs, as HarfBuzz shapes them: kerned, joined, reordered, with marks in place.

Every glyph says which characters it is read back as. Readers of PDF put a text together from where
its glyphs stand; so the texts of a word's glyphs, from left to right, make up the word (from right
to left where it runs so), whatever its script does with the order of its signs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from deckmaker.typesetting.faces import INVISIBLE, STAND_INS
from deckmaker.typesetting.runs import SOFT_HYPHEN

HYPHEN = "-"
"""What a soft hyphen is shown as, and read back as: readers then join the word again."""
BREAK_ALLOWED = "\u200b"
"""Read back behind a hyphen that was typed, which readers would drop at the end of a line."""

_KEPT = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Invisible characters that mean something to a text: joiners, and marks of direction."""
_SIMPLE = re.compile("[\u0000-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Latin letters and the signs between them: one script, from left to right."""
_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
_APART = {"liga": False, "clig": False}


class Glyph(NamedTuple):
    """A glyph in its place: em, from the start of its word and the baseline."""

    number: int
    """Its number in the face."""
    text: str | None
    """The characters it is read back as; empty where it is read as one with the glyph before it,
    None for a mark, whose character the glyph that bears it has."""
    x: float
    y: float


Letters = tuple["array[int]", "array[int]"]
"""The number of each glyph of a word, and its advance in units of the face."""


class Shaper:
    """Shapes words in one face and one language. Measures are in em."""

    def __init__(
        self, path: Path, index: int = 0, *, language: str = "en", lining: bool = False
    ) -> None:
        """Read the face at `path`, of a collection the one at `index`.

        With `lining`, figures are lining ones where the face has both kinds.
        """
        self.path = path
        self.face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font = hb.Font(self.face)
        self.units_per_em: int = self.face.upem
        self.pictures: bool = bool(
            self.face.has_color_png and not _OUTLINES.intersection(self.face.table_tags)
        )
        """Whether the glyphs are pictures, as emoji are: each is set one em wide."""
        self.space = self.glyph(" ") or self.blank
        self._ascii = not self.pictures and all(self.glyph(chr(c)) for c in range(0x20, 0x7F))
        self._language = language
        self._buffer = hb.Buffer()
        self._letters: dict[str, Letters] = {}
        self._features = {"lnum": True} if lining else {}
        self._stand_ins = str.maketrans(
            {c: self._stand_in(c) for c in STAND_INS if not self.glyph(c)}
        )

    def glyph(self, character: str) -> int:
        """Return the number of the glyph for `character`, 0 where there is none."""
        return self.font.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> float:
        """Return the advance of a glyph by itself."""
        return float(self.font.get_glyph_h_advance(glyph) / self.units_per_em)

    @cached_property
    def blank(self) -> int:
        """The number of a glyph that neither shows nor advances, 0 where there is none.

        Those of invisible characters are not always so: some faces draw them as boxes.
        """
        return next((g for g in range(1, self.face.glyph_count) if self._is_blank(g)), 0)

    def _is_blank(self, glyph: int) -> bool:
        if self.font.get_glyph_h_advance(glyph):
            return False
        extents = self.font.get_glyph_extents(glyph)
        return extents is None or not (extents.width or extents.height)

    def letters(self, word: str) -> Letters | None:
        """Return the glyphs of `word` and their advances where each shows one letter of it.

        That is the way of most words of Latin letters, and quicker. None where it is not so.
        """
        found = self._letters.get(word)
        if found is None and self._ascii and word.isascii():
            buffer = self._shaped(word, None, apart=False)
            glyphs = array("i", [info.codepoint for info in buffer.glyph_infos or ()])
            if len(glyphs) == len(word):
                advances = [position.x_advance for position in buffer.glyph_positions or ()]
                found = self._letters[word] = (glyphs, array("i", advances))
        return found

    def forget(self, word: str) -> None:
        """Let go of what `letters` remembers of `word`, which is drawn."""
        self._letters.pop(word, None)

    def width(self, word: str, tracking: float = 0.0) -> float:
        """Return the width of `word`, with `tracking` behind every letter where it may be."""
        if not tracking:
            letters = self.letters(word)
            if letters is not None:
                return sum(letters[1]) / self.units_per_em
        tracking = tracking if tracking and is_tracked(word) else 0.0
        total, count = 0.0, 0
        for text in _items(_typed(word)):
            advances = self._advances(self._shaped(text, None, apart=bool(tracking)))
            total += sum(advances)
            count += len(advances) - advances.count(0.0)
        return total + count * tracking

    def glyphs(self, word: str, *, rtl: bool, apart: bool = False) -> tuple[list[Glyph], float]:
        """Return the glyphs of `word` from left to right, and its width.

        With `rtl` the whole word runs to the left. `apart` keeps letters from joining, so that
        they can be tracked. What the face has no glyph for is a space that bears its text.
        """
        breaks = word.endswith(HYPHEN + BREAK_ALLOWED)
        items = list(_items(_typed(word[:-1] if breaks else word)))
        found: list[Glyph] = []
        pen = 0.0
        for text in reversed(items) if rtl else items:
            buffer = self._shaped(text, rtl, apart=apart)
            found.extend(self._read(buffer, text, pen, rtl=rtl))
            pen += sum(self._advances(buffer))
        if breaks and found[-1].text:
            found[-1] = found[-1]._replace(text=found[-1].text + BREAK_ALLOWED)
        return found, pen

    def _stand_in(self, character: str) -> str:
        typed = character
        while character in STAND_INS:
            character = STAND_INS[character]
            if self.glyph(character):
                return character
        return typed

    def _shaped(self, text: str, rtl: bool | None, *, apart: bool) -> hb.Buffer:
        """Shape text of one script, by default in its own direction."""
        if self._stand_ins and not text.isascii():
            text = text.translate(self._stand_ins)
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = self._language
        if rtl is not None:
            buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self.font, buffer, self._features | _APART if apart else self._features)
        return buffer

    def _advances(self, buffer: hb.Buffer) -> list[float]:
        if self.pictures:
            return [1.0 if position.x_advance else 0.0 for position in buffer.glyph_positions]
        em = self.units_per_em
        found = [position.x_advance / em for position in buffer.glyph_positions]
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        if 0 in glyphs:
            space = self.advance(self.space)
            found = [advance if g else space for advance, g in zip(found, glyphs, strict=True)]
        return found

    def _read(self, buffer: hb.Buffer, text: str, pen: float, *, rtl: bool) -> Iterator[Glyph]:
        """Yield what was shaped from `text`, with what each glyph is read back as."""
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        em = self.units_per_em
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        placed = zip(infos, positions, self._advances(buffer), strict=True)
        for start, cluster in groupby(placed, key=lambda one: int(one[0].cluster)):
            bearers: list[Glyph] = []
            marks: list[Glyph] = []
            left = pen
            for info, position, advance in cluster:
                x, y = pen + position.x_offset / em, position.y_offset / em
                glyph = Glyph(info.codepoint or self.space, None, x, y)
                (bearers if advance else marks).append(glyph)
                pen += advance
            yield from self._spelled(text[start : ends[start]], bearers, marks, left, rtl=rtl)

    def _spelled(
        self, text: str, bearers: list[Glyph], marks: list[Glyph], left: float, *, rtl: bool
    ) -> Iterator[Glyph]:
        """Share the characters of a cluster out among the glyphs that take room.

        Where there are fewer of these than characters, the last one reads as all that are left;
        from right to left, where readers turn texts round letter by letter, blanks stand for them.
        """
        if INVISIBLE.issuperset(text):
            if self.blank and _KEPT.issuperset(text):
                yield Glyph(self.blank, text, left, 0.0)
            return
        if not bearers:
            bearers, marks = marks[:1], marks[1:]
        count = len(bearers)
        if count > len(text):
            texts = [text] + [""] * (count - 1)
        elif not rtl:
            texts = [*text[: count - 1], text[count - 1 :]]
        elif self.blank:
            texts = list(reversed(text[:count]))
            yield from (Glyph(self.blank, letter, left, 0.0) for letter in reversed(text[count:]))
        else:
            texts = list(reversed(text[:count]))
            texts[0] = text[count - 1 :][::-1]
        for bearer, part in zip(bearers, texts, strict=True):
            number, _, x, y = bearer
            if y and self.blank:  # off the baseline it would look like another line
                yield Glyph(self.blank, part, x, 0.0)
                yield bearer
            else:
                yield Glyph(number, part, x, y)
        yield from (mark for mark in marks if mark.number != self.space)


def is_tracked(word: str) -> bool:
    """Tell whether the letters of `word` may stand apart: not where they join or bear marks."""
    return word.isascii() or not any(unicodedata.category(c) in ("Lo", "Mn") for c in word)


def _typed(word: str) -> str:
    """Return `word` with a hyphen for a soft one at its end."""
    return word[:-1] + HYPHEN if word.endswith(SOFT_HYPHEN) else word


def _items(word: str) -> Iterator[str]:
    """Yield `word` in pieces of one script each."""
    if _SIMPLE.fullmatch(word):
        if word:
            yield word
        return
    begin, current = 0, None
    for at, character in enumerate(word):
        script = _script(character)
        if script != current and script is not None:
            if current is not None:
                yield word[begin:at]
                begin = at
            current = script
    yield word[begin:]


_LOOKED_UP = hb.Buffer()


@cache
def _script(character: str) -> str | None:
    """Return the script of `character` (ISO 15924), None where many scripts share it."""
    _LOOKED_UP.clear_contents()
    _LOOKED_UP.add_str(character)
    _LOOKED_UP.guess_segment_properties()
    script = _LOOKED_UP.script
    return None if script is None else str(script)
