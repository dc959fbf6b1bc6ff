"""A briefing becomes its files: the whole pipeline on one screen.

    text ─load→ Briefing ─check─ quotations and numbers
         ─assemble→ Document ─render→ deck and memo ─write→ files

Everything between the stages is an immutable value, and only `outputs` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.diagnostics import BriefingError, Diagnostic, Severity
from deckmaker.document import Document, Medium, assemble
from deckmaker.enclosures import Enclosure, enclosed, notices
from deckmaker.evidence import Evidence
from deckmaker.language.briefing import Briefing, load
from deckmaker.language.salvage import salvage
from deckmaker.lettering import find_fonts
from deckmaker.locales import locale_for
from deckmaker.outputs import slug, write_together
from deckmaker.verification import examine, lock_path

Watch = Callable[[str], None]
"""Told what begins, for those who wait."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file that a briefing becomes."""

    medium: Medium
    ending: str
    render: Callable[[Document, Brand, tuple[Enclosure, ...]], bytes]


def _deck(document: Document, brand: Brand, _: tuple[Enclosure, ...]) -> bytes:
    from deckmaker.deck import render  # each renderer is loaded only when it is asked for

    return render(document, brand)


def _memo(document: Document, brand: Brand, enclosures: tuple[Enclosure, ...]) -> bytes:
    from deckmaker.memo import render

    return render(document, brand, enclosures)


PRODUCTS = (Product("deck", ".pptx", _deck), Product("memo", ".pdf", _memo))


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a briefing, still in memory, and all there is to say about it."""

    files: Mapping[str, bytes]
    """By name, in the order of `PRODUCTS`."""
    diagnostics: tuple[Diagnostic, ...]
    evidence: Evidence


def build(
    path: Path,
    folder: Path,
    *,
    only: Medium | None = None,
    brand: str | None = None,
    strict: bool = False,
    attach: bool = False,
    watch: Watch = lambda _: None,
) -> tuple[tuple[Path, ...], Made]:
    """Write the files of the briefing at `path` into `folder`; return their paths.

    With `attach`, the memo holds the briefing itself and what it is built from, but for brand and
    sources.

    Raises BriefingError with every problem found, and then nothing is written.
    """
    made = make(path, only=only, brand=brand, strict=strict, attach=attach, watch=watch)
    watch("writing")
    targets = {folder / name: data for name, data in made.files.items()}
    write_together(targets)
    return tuple(targets), made


def make(
    path: Path,
    *,
    only: Medium | None = None,
    brand: str | None = None,
    strict: bool = False,
    attach: bool = False,
    watch: Watch = lambda _: None,
) -> Made:
    """Return the files of the briefing at `path` without writing any of them.

    With `strict`, warnings are raised as errors are.
    """
    watch("reading")
    try:
        briefing = load(path)
    except BriefingError as error:  # what is in order is checked all the same: one pass for all
        raise BriefingError([*error.diagnostics, *_beyond(path, error)]) from None
    diagnostics = list(briefing.warnings)
    look = None
    try:
        look, remarks = _look(brand, briefing)
        diagnostics += remarks
    except BriefingError as error:
        diagnostics += error.diagnostics
    watch("checking quotations")
    evidence = examine(briefing)
    diagnostics += evidence.diagnostics
    enclosures: tuple[Enclosure, ...] = ()
    if attach:
        diagnostics += notices(briefing, lock_path(briefing))
        try:
            enclosures = enclosed(briefing, lock_path(briefing))
        except BriefingError as error:
            diagnostics += error.diagnostics
    files: dict[str, bytes] = {}
    if look is not None:
        look, lacking = find_fonts(briefing, look, locale_for(briefing.meta.lang))
        diagnostics += lacking
        for product in PRODUCTS:
            if only in (None, product.medium):
                watch(f"setting the {product.medium}")
                try:  # the document is not kept: a long one weighs as much as its file is large
                    files[file_name(briefing, product)] = product.render(
                        assemble(briefing, evidence, product.medium), look, enclosures
                    )
                except BriefingError as error:
                    diagnostics += error.diagnostics
    located = tuple(map(briefing.locate, diagnostics))
    grave = Severity.WARNING if strict else Severity.ERROR
    if any(d.severity in (Severity.ERROR, grave) for d in located):
        raise BriefingError(located)
    return Made(files, located, evidence)


def _beyond(path: Path, error: BriefingError) -> list[Diagnostic]:
    """Return what the sources say to the parts of a briefing that are in order."""
    rest = salvage(path, error.diagnostics)
    if rest is None:
        return []
    found = map(rest.locate, examine(rest).diagnostics)
    return [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]


def file_name(briefing: Briefing, product: Product) -> str:
    """Return a name such as `2026-11-23_summit-prospects_deck.pptx`."""
    meta = briefing.meta
    title = slug(meta.short or meta.title)
    return f"{meta.date.isoformat()}_{title}_{product.medium}{product.ending}"


def _look(brand: str | None, briefing: Briefing) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """Return the brand: the one asked for, as a file from where the user stands, or the briefing's.

    A briefing may not reach out of its folder; the user who types a path may.
    """
    if brand is not None and Path(brand).exists():
        place = Path(brand).resolve()
        return read_brand(place.name, place.parent)
    return read_brand(brand or briefing.meta.brand, briefing.folder)
