"""Scenarios: a table of the cases, a paragraph for each, the key of the scale where we judged."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.document import Column, Scenario, Scenarios, Table
from deckmaker.memo.slabs import FORBIDDEN, Slab, spaced
from deckmaker.memo.table import table
from deckmaker.memo.text import Compositor, closed, joined
from deckmaker.richtext import Span, Spans

_NO_BREAK_SPACE, _WORD_JOINER = "\u00a0", "\u2060"
_PARAGRAPH, _AFTER_TABLE = 7.0, 12.0


def scenarios(content: Scenarios, compositor: Compositor) -> list[Slab]:
    """Return table, paragraphs, remarks and key."""
    styles = compositor.styles
    slabs = _overview(content, compositor)
    for index, entry in enumerate(content.entries):
        paragraph = _paragraph(entry, compositor)
        if paragraph:
            slabs += spaced(paragraph, _PARAGRAPH if index else _AFTER_TABLE)
    for note in _notes(content, compositor):
        set_note = compositor.paragraph(compositor.runs(note, styles.note), styles.note)
        slabs += spaced(set_note, _PARAGRAPH, penalty=FORBIDDEN)
    return slabs


def _overview(content: Scenarios, compositor: Compositor) -> list[Slab]:
    """Set the cases and their likelihood side by side; ranges only where a judgement is ours.

    Likelihood and confidence stand in columns of their own: they never share a sentence.
    """
    wording = compositor.wording
    ranged = any(entry.likelihood.range_text for entry in content.entries)
    sure = any(entry.likelihood.confidence for entry in content.entries)
    heads = [wording.case, wording.likelihood]
    heads += [wording.likelihood_range] if ranged else []
    heads += [wording.confidence_head] if sure else []
    rows = []
    for entry in content.entries:
        row: list[Spans] = [entry.case, entry.likelihood.label]
        if ranged:
            row.append((Span(entry.likelihood.range_text or "–"),))
        if sure:
            row.append(entry.likelihood.confidence or (Span("–"),))
        rows.append(tuple(row))
    columns = tuple(Column((Span(head),)) for head in heads)
    return table(Table(columns, tuple(rows)), compositor)


def _paragraph(entry: Scenario, compositor: Compositor) -> list[Slab]:
    """Set what a case turns on and what to watch for, the case run in as a bold lead."""
    body, wording = compositor.styles.body, compositor.wording
    parts: list[Spans] = []
    if entry.driver:
        parts.append((Span(f"{wording.turns_on}:", italic=True), Span(" "), *closed(entry.driver)))
    if entry.watch:
        parts.append(
            (
                Span(f"{wording.watch_for}:", italic=True),
                Span(" "),
                *closed(_enumerated(entry.watch)),
            )
        )
    if not parts:
        return []
    lead = compositor.runs(closed(entry.case), body, bold=True)
    return compositor.paragraph([*lead, *compositor.runs((Span(" "), *joined(*parts)), body)], body)


def _enumerated(items: Sequence[Spans]) -> Spans:
    """Return `items` in one text, parted by semicolons where they are no sentences."""
    found: Spans = ()
    for item in items:
        found = joined(found, item, by=" " if closed(found) == found else "; ")
    return found


def _notes(content: Scenarios, compositor: Compositor) -> list[Spans]:
    """Say whose words the likelihoods are, and what ours mean."""
    wording = compositor.wording
    remarks = []
    if any(entry.likelihood.kind == "source" for entry in content.entries):
        remarks.append(wording.likelihood_words_source)
    if any(entry.watch for entry in content.entries):
        remarks.append(wording.watch_items_ours)
    notes: list[Spans] = [(Span(" ".join(remarks)),)] if remarks else []
    if content.scale:
        name = (
            f"{wording.scale_key} ({content.scale_name})"
            if content.scale_name
            else (wording.scale_key)
        )
        terms = (_unbroken(f"{step.term} {step.range_text}") for step in content.scale)
        steps = " · ".join(terms)
        notes.append((Span(f"{name}: ", bold=True), Span(f"{steps}.")))
    return notes


def _unbroken(term: str) -> str:
    """Return `term` so that no line ends inside it."""
    return term.replace(" ", _NO_BREAK_SPACE).replace("–", f"–{_WORD_JOINER}")
