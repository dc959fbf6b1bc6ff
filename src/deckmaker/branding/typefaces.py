"""The type families of a brand file become voices, each with the files to measure it with.

The standard's headings are the serif voice and its base text the sans voice, whatever their
shape: voices are roles. Text is laid out with a font's own measures, and a build must be equal on
every machine, so a family needs files: its own, or those of a twin with the same measures.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.brand import FontFamily
from deckmaker.branding.brandfile import DATA, BrandFile, Steps, nearest
from deckmaker.branding.fontfiles import FontFile, inspected, inspected_face
from deckmaker.diagnostics import Severity

SHIPPED = {"Gelasio": "gelasio", "Carlito": "carlito"}
"""Families that ship with deckmaker and may be named, and their folders."""
KNOWN_TWINS = {"Georgia": "Gelasio", "Calibri": "Carlito"}
DEFAULT_HEADINGS = "Georgia"
DEFAULT_BASE = "Calibri"
TWIN = ("defaults", "deckmaker", "twin")
FACES = ("regular", "bold", "italic", "bold_italic")
MAX_FONT_BYTES = 30_000_000
_REGULAR, _BOLD, _SEMIBOLD = 400, 700, 600
_WEIGHTS = {"thin": 100, "light": 300, "normal": 400, "regular": 400, "medium": 500,
            "semi-bold": 600, "bold": 700, "extra-bold": 800, "black": 900}  # fmt: skip


def read_voices(file: BrandFile) -> tuple[FontFamily, FontFamily]:
    """Return the families of headings (the serif voice) and of base text (the sans voice).

    Where the file names base text alone, headings follow it, as the standard has it. A family
    that cannot be measured is reported, and the default stands in for it.
    """
    base, base_steps = _family_name(file, "base")
    headings, heading_steps = _family_name(file, "headings")
    if headings is None and base is not None:
        headings, heading_steps = base, base_steps
    for family in file.map(*TWIN):
        if family not in (base, headings):
            hints = nearest(family, [name for name in (base, headings) if name])
            message = f"the brand sets nothing in `{family}`, so its twin is not needed"
            file.warn("S008", message, (*TWIN, family), *hints)
    return (
        _family(file, headings or DEFAULT_HEADINGS, heading_steps, DEFAULT_HEADINGS),
        _family(file, base or DEFAULT_BASE, base_steps, DEFAULT_BASE),
    )


def shipped(office_name: str, family: str) -> FontFamily:
    """Return the family that Office calls `office_name`, with the files of a shipped `family`."""
    return FontFamily(office_name, *shipped_files(SHIPPED[family], family))


def shipped_files(folder: str, stem: str) -> tuple[Path, Path, Path, Path]:
    """Return the faces of a family in a `folder` of fonts that ship with deckmaker."""
    regular, bold, italic, both = (
        DATA / "fonts" / folder / f"{stem}-{style}.ttf"
        for style in ("Regular", "Bold", "Italic", "BoldItalic")
    )
    return regular, bold, italic, both


def _family_name(file: BrandFile, use: str) -> tuple[str | None, Steps]:
    """Return the family that `use` is set in, and where it is stated."""
    steps: Steps = ("typography", use)
    if isinstance(file.value(*steps), dict):
        steps = (*steps, "family")
    name = file.text(*steps)
    first = name.split(",")[0].strip(" \"'") if name else None
    return first or None, steps


def _family(file: BrandFile, name: str, steps: Steps, default: str) -> FontFamily:
    """Return the family `name`: by its twin, by its own files, or as known."""
    errors = file.errors
    found = (
        _from_twin(file, name)
        or _from_files(file, name)
        or (shipped(name, KNOWN_TWINS[name]) if name in KNOWN_TWINS else None)
        or (shipped(name, name) if name in SHIPPED else None)
    )
    if found:
        return found
    if file.errors == errors:
        known = [*KNOWN_TWINS, *SHIPPED]
        file.error(
            "S008",
            f"nothing says how wide the letters of `{name}` are",
            steps,
            *nearest(name, known),
            f"give the font's files: under defaults.deckmaker.twin write `{name}:` and below it "
            "`regular:`, `bold:`, `italic:` and `bold_italic:`, each with the path of a .ttf file",
            f"where a shipped family ({', '.join(SHIPPED)}) has the same measures, name that",
        )
    return shipped(default, KNOWN_TWINS[default])


def _from_twin(file: BrandFile, name: str) -> FontFamily | None:
    """Return the family with the files that `defaults.deckmaker.twin` gives for it."""
    steps = (*TWIN, name)
    twin = file.value(*steps)
    if twin is None:
        return None
    if isinstance(twin, str):
        by_fold = {family.casefold(): family for family in SHIPPED}
        if twin.casefold() in by_fold:
            return shipped(name, by_fold[twin.casefold()])
        hints = nearest(twin, SHIPPED) or (f"shipped are {', '.join(SHIPPED)}",)
        file.error("S008", f"no family `{twin}` ships with deckmaker", steps, *hints)
        return None
    file.unknown(steps, FACES, Severity.ERROR)
    errors = file.errors
    paths: dict[str, Path] = {}
    for face in FACES:
        reference = file.text(*steps, face)
        if reference:
            found = checked(file, reference, (*steps, face))
            if found:
                paths[face] = found[0]
    return _assembled(file, name, steps, paths, errors)


def _from_files(file: BrandFile, name: str) -> FontFamily | None:
    """Return the family with the files that `typography.fonts` lists for it."""
    errors = file.errors
    fonts = file.value("typography", "fonts")
    paths: dict[str, Path] = {}
    distance: dict[str, int] = {}
    steps: Steps = ("typography", "fonts")
    for index in range(len(fonts) if isinstance(fonts, list) else 0):
        entry: Steps = ("typography", "fonts", index)
        if file.value(*entry, "family") != name:
            continue
        listed = file.value(*entry, "files")
        if not isinstance(listed, list):
            continue
        steps = (*entry, "files")
        for number, item in enumerate(listed):
            place = (*steps, number)
            if isinstance(item, dict):
                place = (*place, "path")
            reference = file.text(*place)
            found = checked(file, reference, place) if reference else None
            if found is None:
                continue
            path, described = found
            weight, italic = _declared(item, described)
            bold = weight >= _SEMIBOLD
            face = (
                ("bold_italic" if italic else "bold")
                if bold
                else ("italic" if italic else "regular")
            )
            away = abs(weight - (_BOLD if bold else _REGULAR))
            if face not in paths or away < distance[face]:
                paths[face], distance[face] = path, away
    return _assembled(file, name, steps, paths, errors) if len(steps) > 2 else None


def _declared(item: object, described: FontFile) -> tuple[int, bool]:
    """Return weight and slant as the brand file declares them, else as the font does."""
    stated = item if isinstance(item, dict) else {}
    weight, style = str(stated.get("weight", "")).lower(), str(stated.get("style", "")).lower()
    number = int(weight) if weight.isascii() and weight.isdigit() else _WEIGHTS.get(weight)
    return number or described.weight, style == "italic" if style else described.italic


def _assembled(
    file: BrandFile, name: str, steps: Steps, paths: dict[str, Path], errors: int
) -> FontFamily | None:
    """Return the family of `paths`; upright faces are needed, slanted ones only missed.

    `errors` is their number before the files were read: one that is reported is not missing too.
    """
    missing = [face for face in ("regular", "bold") if face not in paths]
    if missing:
        if file.errors == errors:
            message = f"`{name}` lacks the file of its {' and its '.join(missing)} face"
            file.error("S008", message, steps, "both are needed to measure and to embed text")
        return None
    if "italic" not in paths:
        file.warn(
            "S008",
            f"`{name}` has no italic face: the memo sets upright what is italic in the deck",
            steps,
        )
    regular, bold = paths["regular"], paths["bold"]
    italic = paths.get("italic", regular)
    return FontFamily(name, regular, bold, italic, paths.get("bold_italic", bold))


def checked(
    file: BrandFile, reference: str, steps: Steps, index: int | None = None
) -> tuple[Path, FontFile] | None:
    """Return the font file that `reference` names, if it is one that can be used.

    A voice wants a TrueType font of one face; a fallback, for which `index` says which face is
    meant, may be a collection, and have PostScript outlines.
    """
    data = file.resource(reference, steps, "S008", MAX_FONT_BYTES)
    if data is None:
        return None
    found = inspected(data) if index is None else inspected_face(data, index)
    if isinstance(found, str):
        file.error("S008", f"{Path(reference).name} {found}", steps)
        return None
    path = file.resolve(reference, steps, "S008")
    return (path, found) if path else None
