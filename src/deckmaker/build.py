"""A briefing becomes its files: the whole pipeline on one screen.

    text ─load→ Briefing ─check─ quotations and numbers
         ─assemble→ Document ─render→ deck and memo ─write→ files

Everything between the stages is an immutable value; only this module reads the lock and the
snapshots, and only `outputs` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.briefing import Briefing, load
from deckmaker.diagnostics import BriefingError, Diagnostic, Severity
from deckmaker.document import Document, Medium, assemble
from deckmaker.evidence import Evidence, check, lock_text, read_lock, read_snapshot
from deckmaker.files import inside
from deckmaker.lettering import missing_letters
from deckmaker.outputs import slug, write_together

LOCK_ENDING = ".lock"
Watch = Callable[[str], None]
"""Told what begins, for those who wait."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file that a briefing becomes."""

    medium: Medium
    ending: str
    render: Callable[[Document, Brand], bytes]


def _deck(document: Document, brand: Brand) -> bytes:
    from deckmaker.deck import render  # each renderer is loaded only when it is asked for

    return render(document, brand)


def _memo(document: Document, brand: Brand) -> bytes:
    from deckmaker.memo import render

    return render(document, brand)


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
    watch: Watch = lambda _: None,
) -> tuple[tuple[Path, ...], Made]:
    """Write the files of the briefing at `path` into `folder`; return their paths.

    Raises BriefingError with every problem found, and then nothing is written.
    """
    made = make(path, only=only, brand=brand, strict=strict, watch=watch)
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
    watch: Watch = lambda _: None,
) -> Made:
    """Return the files of the briefing at `path` without writing any of them.

    With `strict`, warnings are raised as errors are.
    """
    watch("reading")
    briefing = load(path)
    look, remarks = _look(brand, briefing)
    watch("checking quotations")
    evidence = examine(briefing)
    diagnostics = [
        *briefing.warnings,
        *remarks,
        *evidence.diagnostics,
        *missing_letters(briefing, look),
    ]
    if any(d.severity is Severity.ERROR for d in diagnostics):
        raise BriefingError(map(briefing.locate, diagnostics))
    files: dict[str, bytes] = {}
    for product in PRODUCTS:
        if only in (None, product.medium):
            watch(f"setting the {product.medium}")
            try:  # the document is not kept: a long one weighs as much as its file is large
                files[file_name(briefing, product)] = product.render(
                    assemble(briefing, evidence, product.medium), look
                )
            except BriefingError as error:
                diagnostics += error.diagnostics
    located = tuple(map(briefing.locate, diagnostics))
    grave = Severity.WARNING if strict else Severity.ERROR
    if any(d.severity in (Severity.ERROR, grave) for d in located):
        raise BriefingError(located)
    return Made(files, located, evidence)


def file_name(briefing: Briefing, product: Product) -> str:
    """Return a name such as `2026-11-23_summit-prospects_deck.pptx`."""
    meta = briefing.meta
    title = slug(meta.short or meta.title)
    return f"{meta.date.isoformat()}_{title}_{product.medium}{product.ending}"


def verify(path: Path, snapshots: Mapping[str, Path]) -> tuple[Path, Evidence]:
    """Check the briefing at `path` against its sources and write its lock; return both.

    `snapshots` name files by source key, `""` for the only source; they take the place of the
    files that the briefing names. Raises BriefingError where anything is not as the sources
    have it, and then the lock stays as it was; OSError where a file cannot be read.
    """
    briefing = load(path)
    _answerable(briefing, snapshots)
    evidence = examine(briefing, _by_key(briefing, snapshots), renewing=True)
    located = tuple(map(briefing.locate, evidence.diagnostics))
    if any(d.severity is Severity.ERROR for d in located):
        raise BriefingError(located)
    target = lock_path(briefing)
    write_together({target: lock_text(evidence).encode()})
    return target, evidence


def examine(
    briefing: Briefing, snapshots: Mapping[str, Path] | None = None, *, renewing: bool = False
) -> Evidence:
    """Return what the snapshots, or where there are none the lock, say of a briefing's claims."""
    paths = {**_at_hand(briefing), **(snapshots or {})}
    read = [read_snapshot(key, file.read_bytes()) for key, file in paths.items()]
    lock, lock_file = None, lock_path(briefing)
    if lock_file.is_file() and not (renewing and paths.keys() >= briefing.sources.keys()):
        lock = read_lock(lock_file.read_bytes().decode("utf-8", "replace"))
    return check(briefing, read, lock, renewing=renewing)


def lock_path(briefing: Briefing) -> Path:
    """Return where the lock of a briefing stands: beside it, under its name."""
    file = briefing.file or briefing.folder / "briefing.yaml"
    return file.with_suffix(LOCK_ENDING)


def _at_hand(briefing: Briefing) -> dict[str, Path]:
    """Return the snapshots that the briefing names and that exist, by source key."""
    named = {
        key: inside(source.file, {"folder": briefing.folder})
        for key, source in briefing.sources.items()
        if source.file
    }
    return {key: file for key, file in named.items() if file.is_file()}


def _by_key(briefing: Briefing, snapshots: Mapping[str, Path]) -> dict[str, Path]:
    """Return `snapshots` with a file without a key given to the only source."""
    only = next(iter(briefing.sources), "")
    return {key or only: file for key, file in snapshots.items()}


def _answerable(briefing: Briefing, snapshots: Mapping[str, Path]) -> None:
    """Raise BriefingError unless every source can be asked, and every file belongs to one."""
    keys = tuple(briefing.sources)
    problems = []
    for key in snapshots:
        if key and key not in keys:
            named = ", ".join(f"`{known}`" for known in keys if known) or "none"
            hint = f"the keys of the sources are: {named}"
            problems.append(
                Diagnostic("C03", f"`{key}` is no source of this briefing", (), (hint,))
            )
        if not key and len(keys) > 1:
            hint = "write: " + " ".join(f"--source {known}=FILE" for known in keys)
            problems.append(
                Diagnostic("C03", "there are several sources: say whose file this is", (), (hint,))
            )
    given = {*_at_hand(briefing), *_by_key(briefing, snapshots)}
    for key in keys:
        if key not in given and not problems:
            name = f"{key}=" if key else ""
            hint = f"name it: deckmaker verify {briefing.file} --source {name}FILE"
            path = briefing.source_path(key)
            problems.append(
                Diagnostic("C03", "the snapshot of this source is not here", path, (hint,))
            )
    if problems:
        raise BriefingError(map(briefing.locate, problems))


def _look(brand: str | None, briefing: Briefing) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """Return the brand: the one asked for, as a file from where the user stands, or the briefing's.

    A briefing may not reach out of its folder; the user who types a path may.
    """
    if brand is not None and Path(brand).exists():
        place = Path(brand).resolve()
        return read_brand(place.name, place.parent)
    return read_brand(brand or briefing.meta.brand, briefing.folder)
