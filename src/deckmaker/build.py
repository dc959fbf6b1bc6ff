"""A briefing becomes its files: the whole pipeline on one screen.

    text ─load→ Briefing ─check─ quotations and numbers
         ─assemble→ Document ─render→ deck and memo ─write→ files

Everything between the stages is an immutable value, and only `outputs` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
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
from deckmaker.rules import FROM_SOURCES, judge, settle
from deckmaker.rules.weight import too_heavy
from deckmaker.verification import examine, lock_path

Watch = Callable[[str], None]
"""Told what begins, for those who wait."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file, and what is to be said of it as it is set."""

    data: bytes
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """A file that a briefing becomes."""

    medium: Medium
    ending: str
    render: Callable[[Document, Brand, tuple[Enclosure, ...]], Rendered]


def _deck(document: Document, brand: Brand, _: tuple[Enclosure, ...]) -> Rendered:
    from deckmaker.deck import render_planned  # loaded only when it is asked for
    from deckmaker.rules.finished import on_slides

    deck, data = render_planned(document, brand)
    return Rendered(data, tuple(on_slides(deck)))


def _memo(document: Document, brand: Brand, enclosures: tuple[Enclosure, ...]) -> Rendered:
    from deckmaker.memo import render

    return Rendered(render(document, brand, enclosures))


_SET = ("D02", "D04", "D06", "M03")
"""Rules that are judged on what is set."""
PRODUCTS = (Product("deck", ".pptx", _deck), Product("memo", ".pdf", _memo))


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a briefing, still in memory, and all there is to say about it."""

    files: Mapping[str, bytes]
    """By name, in the order of `PRODUCTS`."""
    diagnostics: tuple[Diagnostic, ...]
    evidence: Evidence
    excused: tuple[tuple[Diagnostic, str], ...] = ()
    """What the briefing excuses, each with its author's reason."""


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
    return write(made, folder), made


def write(made: Made, folder: Path) -> tuple[Path, ...]:
    """Write the files of a briefing into `folder`, all or none; return their paths."""
    targets = {folder / name: data for name, data in made.files.items()}
    write_together(targets)
    return tuple(targets)


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
    fatal: list[Diagnostic] = []  # what no file can be made with, whatever the briefing excuses
    look = None
    try:
        look, remarks = _look(brand, briefing)
        diagnostics += remarks
    except BriefingError as error:
        fatal += error.diagnostics
    watch("checking quotations")
    evidence = examine(briefing)
    diagnostics += evidence.diagnostics
    diagnostics += judge(briefing, evidence.statements)
    excuses = briefing.excuses
    evidence = evidence.with_excuses(settle(evidence.diagnostics, excuses).excused)
    enclosures: tuple[Enclosure, ...] = ()
    if attach:
        diagnostics += notices(briefing, lock_path(briefing))
        try:
            enclosures = enclosed(briefing, lock_path(briefing))
        except BriefingError as error:
            fatal += error.diagnostics
    files: dict[str, bytes] = {}
    if look is not None:
        look, lacking = find_fonts(briefing, look, locale_for(briefing.meta.lang))
        diagnostics += lacking
        for product in PRODUCTS:
            if only in (None, product.medium):
                watch(f"setting the {product.medium}")
                try:  # the document is not kept: a long one weighs as much as its file is large
                    rendered = product.render(
                        assemble(briefing, evidence, product.medium), look, enclosures
                    )
                    name = file_name(briefing, product)
                    files[name] = rendered.data
                    diagnostics += (*rendered.remarks, *too_heavy(name, rendered.data))
                except BriefingError as error:
                    fatal += error.diagnostics
    judged = partial(_is_judged, evidence=evidence, only=only, attach=attach)
    settled = settle(diagnostics, excuses, judged)
    located = tuple(map(briefing.locate, (*settled.standing, *fatal)))
    excused = tuple((briefing.locate(one), reason) for one, reason in settled.excused)
    grave = Severity.WARNING if strict else Severity.ERROR
    if any(d.severity in (Severity.ERROR, grave) for d in located):
        raise BriefingError(located, excused, evidence.summary)
    return Made(files, located, evidence, excused)


def _is_judged(rule: str, *, evidence: Evidence, only: Medium | None, attach: bool) -> bool:
    """Tell whether everything that `rule` is about was looked at."""
    if rule.startswith(FROM_SOURCES):
        return evidence.complete
    if rule in ("M05", "M06"):
        return attach
    return rule not in _SET or only is None


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
