"""The list of sources at the end: what each is, where it stands, what was checked against it."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.document import Document, SourceEntry
from deckmaker.memo.drawing import Target
from deckmaker.memo.inking import source_target
from deckmaker.memo.slabs import Slab, beside, height, held, spaced, together
from deckmaker.memo.text import Compositor, joined
from deckmaker.richtext import Span, Spans

_ENTRY, _DETAIL = 12.0, 2.0
_TALL = 240.0
"""An entry deeper than this is parted like any text, points."""


def sources(document: Document, compositor: Compositor, *, cited: bool) -> list[Slab]:
    """Return every source as an entry that citations lead to, its letter in the rail.

    Where anything is `cited`, what the superior figures mean stands above them.
    """
    entries: list[Slab] = []
    listing = compositor.listing(len(document.sources))
    for entry in document.sources:
        entries += spaced(_entry(entry, listing), _ENTRY if entries else 0.0)
    note, wording = compositor.styles.note, document.wording
    for reservation in document.reservations:
        runs = compositor.runs(compositor.closed(reservation), note)
        entries += spaced(compositor.paragraph(runs, note), _ENTRY)
    if not cited:
        return entries
    lettered = any(entry.letter for entry in document.sources)
    meaning = wording.lettered_figures if lettered else wording.superior_figures
    slabs = compositor.paragraph(compositor.words(meaning, note), note)
    return [*together(slabs), *spaced(held(entries, 2 * note.leading), _ENTRY)]


def _entry(entry: SourceEntry, compositor: Compositor) -> list[Slab]:
    styles, wording = compositor.styles, compositor.wording
    body, note = styles.body, styles.note
    label, compositor = compositor.entry(sole=False)
    leads = entry.leads_to
    cite = tuple(replace(span, href=leads) for span in entry.cite) if leads else entry.cite
    named = compositor.inside("BibEntry")
    slabs = named.paragraph(named.runs(named.closed(cite), body), body)
    lines: list[Spans] = []
    if entry.details:
        lines.append(compositor.closed(joined(*entry.details, by=" · ")))
    if entry.url:
        lines.append((Span(entry.url),))
    if entry.sha256:
        lines.append((Span(f"{wording.snapshot} SHA-256 {entry.sha256}"),))
    if entry.verification:
        lines.append(compositor.closed(entry.verification))
    for line in lines:
        slabs += spaced(compositor.paragraph(compositor.runs(line, note), note), _DETAIL)
    letter = [((Span(entry.letter),), styles.side_head)] if entry.letter else []
    slabs = beside(*compositor.rail(letter, body, label), slabs)
    anchored = (Target(source_target(entry.key), 0.0), *slabs[0].drawing)
    slabs = [replace(slabs[0], drawing=anchored), *slabs[1:]]
    return together(slabs) if height(slabs) <= _TALL else slabs
