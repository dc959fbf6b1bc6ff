"""Families for the characters that a brand's voices lack: those that its file names, then shipped.

A fallback may be what a voice may not: a face of a collection, or one with PostScript outlines.
What neither has is looked for on the machine, by `lettering`.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.brand import SYNTHETIC_BOLD, FontFamily, Voice
from deckmaker.branding.brandfile import BrandFile, Steps, nearest
from deckmaker.branding.typefaces import FACES, checked, shipped, shipped_files
from deckmaker.diagnostics import Severity

FALLBACK = ("defaults", "deckmaker", "fallback")
VOICES: tuple[Voice, ...] = ("serif", "sans")
_KEYS = ("family", "voice", "index", *FACES)
_GEORGIA_SLACKS = (1.0, 1.06, 1.03, 1.08)
"""Noto Serif stands in for Georgia where Gelasio has no letters: Cyrillic and Greek. Letters that
look like Latin ones (о, е, В, Н) are as wide in Georgia as those, that is up to so much wider than
Noto Serif's, in text with a capital in ten."""


def read_fallbacks(
    file: BrandFile, serif: FontFamily, sans: FontFamily
) -> dict[Voice, tuple[FontFamily, ...]]:
    """Return the families that the file lists under `fallback`, then the shipped ones, by voice."""
    found: dict[Voice, list[FontFamily]] = {voice: [] for voice in VOICES}
    listed = file.value(*FALLBACK)
    if listed is not None and not isinstance(listed, list):
        file.error(
            "S008",
            "`fallback` is a list of families",
            FALLBACK,
            "write `- family:` with the name, and below it `regular:` with the path of a file",
        )
    for number in range(len(listed) if isinstance(listed, list) else 0):
        steps = (*FALLBACK, number)
        family = _family(file, steps)
        for voice in _voices(file, steps):
            if family is not None:
                found[voice].append(family)
    for voice, families in _shipped(serif, sans).items():
        found[voice] += families
    return {voice: tuple(families) for voice, families in found.items()}


def _shipped(serif: FontFamily, sans: FontFamily) -> dict[Voice, tuple[FontFamily, ...]]:
    """Return the shipped families for what `serif` and `sans` lack, by voice.

    They are named as what every Office machine has: Georgia and Calibri, which both have Latin,
    Cyrillic and Greek letters. Headings in the family of the base text keep to its look.
    """
    georgia, calibri = shipped("Georgia", "Gelasio"), shipped("Calibri", "Carlito")
    files = shipped_files("noto-serif", "NotoSerif")
    beyond = FontFamily("Georgia", *files, slacks=_GEORGIA_SLACKS)
    like_serif = tuple(family for family in (georgia, beyond) if family.regular != serif.regular)
    like_sans = tuple(family for family in (calibri,) if family.regular != sans.regular)
    if serif == sans:
        return {"serif": (*like_sans, *like_serif), "sans": (*like_sans, *like_serif)}
    return {"serif": like_serif, "sans": like_sans}


def _family(file: BrandFile, steps: Steps) -> FontFamily | None:
    """Return the family that stands at `steps`; None where it is reported."""
    if not isinstance(file.value(*steps), dict):
        file.error("S008", "a fallback is a map with `family:` and `regular:`", steps)
        return None
    file.unknown(steps, _KEYS, Severity.ERROR)
    name, index = file.text(*steps, "family"), _index(file, steps)
    errors = file.errors
    paths: dict[str, Path] = {}
    for face in FACES:
        reference = file.text(*steps, face)
        found = checked(file, reference, (*steps, face), index or 0) if reference else None
        if found:
            paths[face] = found[0]
    if file.errors > errors or index is None:
        return None
    if name is None or "regular" not in paths:
        lacking = "`family:`, the name that the deck is to state" if name is None else "`regular:`"
        file.error("S008", f"this fallback lacks {lacking}", steps)
        return None
    regular = paths["regular"]
    bold, italic = paths.get("bold", regular), paths.get("italic", regular)
    both = paths.get("bold_italic", bold if "bold" in paths else italic)
    return FontFamily(
        name,
        *(regular, bold, italic, both),
        indices=(index, index, index, index),
        slacks=(
            1.0,
            1.0 if "bold" in paths else SYNTHETIC_BOLD,
            1.0,
            1.0 if {"bold", "bold_italic"} & paths.keys() else SYNTHETIC_BOLD,
        ),
    )


def _index(file: BrandFile, steps: Steps) -> int | None:
    """Return which face of its files a family is, 0 where nothing is said."""
    stated = file.text(*steps, "index") or "0"
    if stated.isascii() and stated.isdigit() and len(stated) < 4:
        return int(stated)
    message = f"`{stated}` is no place in a collection of fonts; the first face is 0"
    file.error("S008", message, (*steps, "index"))
    return None


def _voices(file: BrandFile, steps: Steps) -> tuple[Voice, ...]:
    """Return the voices that a fallback serves: both where it names none."""
    stated = file.text(*steps, "voice")
    if stated is None:
        return VOICES
    for voice in VOICES:
        if stated.casefold() == voice:
            return (voice,)
    hints = nearest(stated, VOICES) or ("write `serif` for headings, or `sans` for base text",)
    file.error("S008", f"there is no voice called `{stated}`", (*steps, "voice"), *hints)
    return ()
