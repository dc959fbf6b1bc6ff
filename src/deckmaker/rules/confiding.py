"""Notes for the presenter that stand in the memo as well, word for word (M02)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic
from deckmaker.document.sentences import count_words
from deckmaker.language.hearing import sounded
from deckmaker.language.schema import short
from deckmaker.richtext import paragraphs
from deckmaker.rules.draft import Draft

_TELLING = 6
"""Words of a note from which one that is equal is no accident."""


def told_notes(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the notes that the memo prints somewhere, to the letter but for marks and capitals."""
    printed = {sounded(paragraph) for one in draft.printed for paragraph in paragraphs(one.text)}
    for one in draft.statements:
        if one.unit.role != "notes":
            continue
        for note in paragraphs(one.text):
            if count_words(note) >= _TELLING and sounded(note) in printed:
                yield Diagnostic(
                    "M02",
                    f"this note for the presenter stands in the memo as well: `{short(note)}`",
                    one.unit.path,
                    (
                        "leave it out of one of the two: who gets the memo reads it there",
                        "a paragraph that the memo alone should have stands under `memo:`",
                    ),
                    span=draft.briefing.find(one.unit.path, note),
                )
