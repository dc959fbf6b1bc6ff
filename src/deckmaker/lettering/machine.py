"""The folders of fonts on this machine become a catalogue: families by name, and what they have.

A file is opened to read its names and little else; nothing is run to find it. Equal folders make
equal catalogues: names and paths are sorted, and of two faces alike the first one counts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path

from deckmaker.brand import SYNTHETIC_BOLD, FontFamily
from deckmaker.branding.fontfiles import FontFile, count_faces, inspected_face

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_DEEPEST = 6
_MOST_FILES = 20_000
_REGULAR, _BOLD, _SEMIBOLD = 400, 700, 600
_HEAVIEST_REGULAR = 500
_LIGHTEST_REGULAR = 300


@dataclass(frozen=True, slots=True)
class _Face:
    path: Path
    index: int
    says: FontFile


class Machine:
    """The fonts in `folders`, read when one is asked for."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._known: dict[str, FontFamily | None] = {}

    @property
    def names(self) -> list[str]:
        """The names of all families, sorted."""
        return sorted(self._faces)

    def family(self, name: str) -> FontFamily | None:
        """Return the family called `name`, in any case; None where it has no regular face.

        The regular face stands in for one that the family lacks.
        """
        key = name.casefold()
        if key not in self._known:
            self._known[key] = _assembled(self._faces.get(key, []))
        return self._known[key]

    @cached_property
    def _faces(self) -> Mapping[str, list[_Face]]:
        """The usable faces of each family, by its name in small letters."""
        faces: dict[str, list[_Face]] = {}
        for path in _files(self._folders):
            for face in _read(path):
                faces.setdefault(face.says.family.casefold(), []).append(face)
        return faces


def this_machine() -> Machine:
    """Return the fonts of the machine that this runs on."""
    return Machine(font_folders(sys.platform, os.environ, Path.home()))


def font_folders(platform: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Return the folders where `platform` (as `sys.platform`) keeps fonts, the user's own first."""
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData/Local")
        return (
            local / "Microsoft/Windows/Fonts",
            Path(environment.get("WINDIR") or "C:/Windows") / "Fonts",
            local / "Microsoft/FontCache/4/CloudFonts",
        )
    if platform == "darwin":
        office = ("PowerPoint", "Word", "Excel")
        return (
            home / "Library/Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
            *(
                Path(f"/Applications/Microsoft {one}.app/Contents/Resources/DFonts")
                for one in office
            ),
            *sorted(Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*")),
        )
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return (
        data / "fonts",
        home / ".fonts",
        *(Path(folder) / "fonts" for folder in shared if folder),
        Path("/run/current-system/sw/share/X11/fonts"),
    )


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the font files within `folders`, each once, sorted; no more than so many in all."""
    seen: set[str] = set()
    count = 0
    for folder in folders:
        for path in sorted(_within(str(folder), _DEEPEST, seen)):
            count += 1
            if count > _MOST_FILES:
                return
            yield Path(path)


def _within(folder: str, depth: int, seen: set[str]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(_ENDINGS):
                    yield entry.path
                elif depth and "." not in entry.name[1:] and entry.is_dir():
                    yield from _within(entry.path, depth - 1, seen)
    except OSError:
        return


def _read(path: Path) -> list[_Face]:
    """Return the usable faces of one file; none where it is damaged or may not be embedded."""
    try:
        with path.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
            found = [(index, inspected_face(data, index)) for index in range(count_faces(data))]
    except (OSError, ValueError):
        return []
    return [
        _Face(path, index, says)
        for index, says in found
        if isinstance(says, FontFile) and says.family and not says.condensed
    ]


def _assembled(faces: list[_Face]) -> FontFamily | None:
    """Return the family of `faces`: of each kind the one whose weight is nearest."""

    def nearest(weight: int, low: int, high: int, *, italic: bool) -> _Face | None:
        fit = [f for f in faces if f.says.italic == italic and low <= f.says.weight <= high]
        return min(fit, key=lambda face: abs(face.says.weight - weight), default=None)

    regular = nearest(_REGULAR, _LIGHTEST_REGULAR, _HEAVIEST_REGULAR, italic=False)
    if regular is None:
        return None
    bold = nearest(_BOLD, _SEMIBOLD, 1000, italic=False)
    italic = nearest(_REGULAR, _LIGHTEST_REGULAR, _HEAVIEST_REGULAR, italic=True)
    both = nearest(_BOLD, _SEMIBOLD, 1000, italic=True)
    both = both or bold or italic or regular
    synthetic = 1.0 if bold else SYNTHETIC_BOLD
    bold, italic = bold or regular, italic or regular
    return FontFamily(
        regular.says.family,
        regular.path,
        bold.path,
        italic.path,
        both.path,
        indices=(regular.index, bold.index, italic.index, both.index),
        slacks=(1.0, synthetic, 1.0, 1.0 if both.says.weight >= _SEMIBOLD else SYNTHETIC_BOLD),
    )
