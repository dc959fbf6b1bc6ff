"""How much room a text wants, asked of HarfBuzz directly: no line of deckmaker's own measurer.

Lines are filled greedily between the places that ICU names, with the widths that the fonts have,
nothing added for safety. A box that is lower than this is surely too low; so it is a floor.
"""

from __future__ import annotations

import subprocess
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz
from icu4py.breakers import CharacterBreaker, LineBreaker

from judges.pages import TWINS

FONTS = Path(__file__).parents[2] / "src" / "deckmaker" / "data" / "fonts"
LEADING = 1.2
"""The height of a line, em: the least that a shape of the deck has."""


@cache
def font_file(family: str, bold: bool, italic: bool) -> tuple[str, int] | None:
    """Return the file of a family that decks name, and its place in it; None if it is not here."""
    style = "bold" * bold + "italic" * italic or "regular"
    twin = TWINS.get(family, family)
    for path in FONTS.glob(f"*/{twin}-*.ttf"):
        if path.stem.rpartition("-")[2].casefold() == style:
            return str(path), 0
    weight, slant = (200 if bold else 80), (100 if italic else 0)
    pattern = f"{family}:weight={weight}:slant={slant}"
    command = ["fc-match", "--format=%{family}\n%{file}\n%{index}", pattern]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    names, file, index = done.stdout.split("\n")
    return (file, int(index) & 0xFFFF) if family in names.split(",") else None


@cache
def _font(file: str, index: int) -> tuple[uharfbuzz.Font, int]:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file), index)
    return uharfbuzz.Font(face), face.upem


@lru_cache(maxsize=100_000)
def width(text: str, file: str, index: int, size: float) -> float | None:
    """Return how wide `text` is, points; None where the font lacks a letter of it."""
    font, upem = _font(file, index)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    if any(info.codepoint == 0 for info in buffer.glyph_infos):
        return None
    return sum(position.x_advance for position in buffer.glyph_positions) * size / upem


def line_count(text: str, file: str, index: int, size: float, room: float) -> int | None:
    """Return how many lines `text` fills at least in a box of `room` points.

    None where the font lacks a letter: then others are set in its place, of other widths.
    """
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        used = 0.0
        for piece in LineBreaker(paragraph, "en"):
            whole = str(piece)
            bare, wide = _both(whole, file, index, size)
            if bare is None or wide is None:
                return None
            if used and used + bare > room:
                count, used = count + 1, 0.0
            if bare > room:
                for cluster in CharacterBreaker(whole.rstrip(), "en"):
                    step = width(str(cluster), file, index, size) or 0.0
                    if used and used + step > room:
                        count, used = count + 1, 0.0
                    used += step
            else:
                used += wide
    return count


def _both(text: str, file: str, index: int, size: float) -> tuple[float | None, float | None]:
    return width(text.rstrip(), file, index, size), width(text, file, index, size)
