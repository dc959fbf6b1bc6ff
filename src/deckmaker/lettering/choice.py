"""What the brand's fonts lack becomes families that have it, for each voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from deckmaker.brand import SYNTHETIC_BOLD, FontFamily, Voice
from deckmaker.lettering.machine import Machine
from deckmaker.lettering.scripts import EMOJI, SYMBOLS, script_named
from deckmaker.typesetting import Face
from deckmaker.typesetting.coverage import shows

VOICES: tuple[Voice, ...] = ("serif", "sans")
_ENOUGH = 3 / 4
"""A family with so much of a script's text is taken before a lesser one that has all of it."""
_PASSED_OVER = ("lastresort", "adobe blank", "adobeblank", "unifont upper")
"""Fonts whose glyphs show nothing, or only a character's number."""
_LAST = (SYMBOLS, EMOJI)
"""Fonts for signs hold figures and punctuation too, which those for letters have better."""


def choose(
    needed: Mapping[str, set[str]], home: str, machine: Machine
) -> dict[Voice, tuple[FontFamily, ...]]:
    """Return the families for the clusters `needed` of each script, as far as there are any.

    The families of the script `home` come first, those for signs last.
    """
    shelf = _Shelf(machine)
    chosen: dict[Voice, tuple[FontFamily, ...]] = {}
    order = sorted(needed, key=lambda script: (script in _LAST, script != home, script))
    for voice in VOICES:
        families: list[FontFamily] = []
        for script in order:
            lacking = set(needed[script])
            known = shelf.families(script_named(script).families(voice))
            families += shelf.pick(lacking, known)
            if lacking:
                families += shelf.pick(lacking, shelf.families(_any(machine)))
        chosen[voice] = tuple(dict.fromkeys(families))
    return chosen


def _any(machine: Machine) -> Iterator[str]:
    for name in machine.names:
        if not name.startswith((".", *_PASSED_OVER)):
            yield name


class _Shelf:
    """The faces of a machine, each opened once."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._faces: dict[tuple[Path, int], Face | None] = {}

    def families(self, names: Iterable[str]) -> list[FontFamily]:
        """Return the families of `names` that are on the machine."""
        return [family for name in names if (family := self._machine.family(name))]

    def pick(self, lacking: set[str], families: list[FontFamily]) -> Iterator[FontFamily]:
        """Yield families until `lacking` is empty or none has more of it; take off what they have.

        The first that has most of it is taken, else the one that has more than all others.
        """
        while lacking and families:
            best, most = None, set[str]()
            for family in families:
                had = self._had(lacking, family)
                if len(had) > len(most):
                    best, most = family, had
                    if len(had) >= _ENOUGH * len(lacking):
                        break
            if best is None:
                return
            lacking -= most
            yield self._evened(best, most)

    def _had(self, clusters: set[str], family: FontFamily) -> set[str]:
        face = self._face(family.regular, family.indices[0])
        return {cluster for cluster in clusters if face and shows(face, cluster)}

    def _evened(self, family: FontFamily, clusters: set[str]) -> FontFamily:
        """Return `family`, its regular face for all where another lacks some of `clusters`."""
        others = [family.face(bold=b, italic=i) for b, i in ((True, False), (False, True))]
        others.append(family.face(bold=True, italic=True))
        faces = [self._face(*other) for other in others]
        if all(face and all(shows(face, cluster) for cluster in clusters) for face in faces):
            return family
        regular, index = family.face(bold=False, italic=False)
        return FontFamily(
            family.name,
            *(regular, regular, regular, regular),
            indices=(index, index, index, index),
            slacks=(1.0, SYNTHETIC_BOLD, 1.0, SYNTHETIC_BOLD),
        )

    def _face(self, path: Path, index: int) -> Face | None:
        key = (path, index)
        if key not in self._faces:
            try:
                self._faces[key] = Face(path, index)
            except (OSError, ValueError):
                self._faces[key] = None
        return self._faces[key]
