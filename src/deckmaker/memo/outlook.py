"""Scenarios: a table of the cases, a paragraph for each, the key of the scale where we judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckmaker.document import Column, Scenario, Scenarios, Table
from deckmaker.memo.drawing import Words
from deckmaker.memo.slabs import FORBIDDEN, Slab, attached, spaced, together
from deckmaker.memo.styles import baseline
from deckmaker.memo.table import table
from deckmaker.memo.text import Compositor
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting.breaking import graphemes

_NO_BREAK_SPACE, _WORD_JOINER = "\u00a0", "\u2060"
_BROKEN_ANYWHERE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]")
"""Letters between which a line may end: Thai and its like, Chinese, Japanese, Korean."""
_PARAGRAPH, _AFTER_TABLE = 7.0, 12.0
_AFTER_HEAD = 4.0
"""Between the head of a hanging list and its items, points."""
_ITEM = 60.0
"""The cost of a page break that leaves one item alone, in points of paper left blank."""
_RUNOVER = 9.0
"""How far an item's further lines are set in behind its first."""


def scenarios(content: Scenarios, compositor: Compositor) -> list[Slab]:
    """Return table, paragraphs, remarks and key."""
    styles = compositor.styles
    slabs = _overview(content, compositor)
    for index, entry in enumerate(content.entries):
        paragraph = _paragraph(entry, compositor)
        if paragraph:
            slabs += spaced(paragraph, _PARAGRAPH if index else _AFTER_TABLE)
    for note in _notes(content, compositor):
        # Filled line by line: the terms of a scale, unbroken, would make even lines short ones.
        lines = compositor.setter.lines(
            compositor.runs(note, styles.note), styles.grid.measure, measure="drawn"
        )
        whole = together(compositor.stacked(lines, styles.note, tag="Note"))
        slabs += spaced(whole, _PARAGRAPH, penalty=FORBIDDEN)
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
        likelihood = entry.likelihood
        given = likelihood.kind != "not given"
        row: list[Spans] = [entry.case, likelihood.label if given else (Span(wording.not_given),)]
        if ranged:
            row.append((Span(likelihood.range_text or "–"),))
        if sure:
            row.append((Span(likelihood.confidence_level or "–"),))
        rows.append(tuple(row))
    columns = tuple(Column((Span(head),)) for head in heads)
    return table(Table(columns, tuple(rows)), compositor)


def _paragraph(entry: Scenario, compositor: Compositor) -> list[Slab]:
    """Set what a case turns on, the case run in as a bold lead, and what to watch for below."""
    body, wording = compositor.styles.body, compositor.wording
    if not entry.driver and not entry.watch:
        return []
    runs = compositor.runs(compositor.closed(entry.case), body, bold=True)
    if entry.driver:
        head = Span(f"{wording.turns_on}{wording.colon}".rstrip(" "), italic=True)
        runs += compositor.runs(
            (Span(wording.gap), head, Span(wording.gap), *compositor.closed(entry.driver)), body
        )
    return [*compositor.paragraph(runs, body), *attached(_watch(entry.watch, compositor))]


def _watch(items: Sequence[Spans], compositor: Compositor) -> list[Slab]:
    """Set what to watch for, an item a line, in a list that hangs behind its head."""
    grid, body = compositor.styles.grid, compositor.styles.body
    wording = compositor.wording
    listing = compositor.inside("L")
    watched = Span(f"{wording.watch_for}{wording.colon}".rstrip(" "), italic=True)
    head = compositor.line(compositor.runs((watched,), body))
    indent = head.width + _AFTER_HEAD + _RUNOVER
    slabs: list[Slab] = []
    for index, item in enumerate(items):
        _, entry = listing.entry()
        lines = entry.paragraph(
            entry.runs(item, body),
            body,
            width=grid.measure - indent,
            x=grid.column + indent,
            hang=_RUNOVER,
        )
        alone = index in (1, len(items) - 1)
        slabs += spaced(lines, 0.0, penalty=_ITEM if alone else 0.0)
    if slabs:
        caption = listing.element.part("Caption")
        drawing = (Words(grid.column, baseline(body), head, caption), *slabs[0].drawing)
        slabs[0] = replace(slabs[0], drawing=drawing)
    return slabs


def _notes(content: Scenarios, compositor: Compositor) -> list[Spans]:
    """Say whose words the likelihoods are, and what ours mean."""
    wording = compositor.wording
    remarks = []
    if any(entry.likelihood.kind == "source" for entry in content.entries):
        remarks.append(wording.likelihood_words_source)
    if any(entry.watch for entry in content.entries):
        remarks.append(wording.watch_items_ours)
    notes: list[Spans] = [(Span(wording.gap.join(remarks)),)] if remarks else []
    if content.scale:
        head = wording.scale_key
        if content.scale_name:
            head = wording.expanded.format(name=head, term=content.scale_name)
        terms = (_unbroken(f"{step.term} {step.range_text}") for step in content.scale)
        steps = f"{_NO_BREAK_SPACE}· ".join(terms)
        notes.append((Span(f"{head}\n", bold=True), Span(f"{steps}{wording.stop}")))
    return notes


def _unbroken(term: str) -> str:
    """Return `term` so that no line ends inside it."""
    term = term.replace(" ", _NO_BREAK_SPACE)
    if _BROKEN_ANYWHERE.search(term):
        return _WORD_JOINER.join(graphemes(term))
    return term.replace("–", f"–{_WORD_JOINER}")
