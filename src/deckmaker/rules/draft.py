"""A briefing as the rules read it: its statements, and the words to judge them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.statements import Statement, statements
from deckmaker.language.blocks import AnyBlock
from deckmaker.language.briefing import Briefing
from deckmaker.vocabulary import Vocabulary, vocabulary_for

SAID = frozenset({"title", "short", "prose", "cell", "figure"})
"""Roles of text that assert something."""


@dataclass(frozen=True)
class Draft:
    """A briefing that is about to be judged."""

    briefing: Briefing

    @property
    def lang(self) -> str:
        """The tag of its language."""
        return self.briefing.meta.lang

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Its texts, in order."""
        return tuple(statements(self.briefing))

    @cached_property
    def words(self) -> Vocabulary:
        """What its language says, doubts and dates with."""
        return vocabulary_for(self.lang)

    @property
    def blocks(self) -> Iterator[tuple[Path, AnyBlock]]:
        """Every block with its path."""
        for number, section in enumerate(self.briefing.sections):
            for index, block in enumerate(section.blocks):
                yield ("sections", number, *section.block_path(index)), block

    @property
    def sayings(self) -> Iterator[Statement]:
        """The texts in which the briefing asserts something, but for what its authors ask."""
        for one in self.statements:
            if one.unit.role in SAID and not one.unit.ours:
                yield one

    @cached_property
    def printed(self) -> tuple[Statement, ...]:
        """The texts that the memo prints, but for data and descriptions of pictures."""
        hidden: list[Path] = []
        for path, block in self.blocks:
            if not block.shows("memo"):
                hidden.append(path)
            for number, point in enumerate(block.wholly_of):
                if point.only == "deck":
                    hidden.append((*path, block.kind, number))
                elif point.full and not point.lead:
                    hidden.append((*path, block.kind, number, *point.short_path))
        return tuple(
            one
            for one in self.statements
            if one.unit.role not in ("notes", "data", "category")
            and one.unit.path[-1] != "alt"
            and not any(one.unit.path[: len(path)] == path for path in hidden)
        )

    @cached_property
    def backed(self) -> frozenset[Path]:
        """The entries in which something is quoted or cited."""
        return frozenset(one.entry for one in self.statements if one.quotations or one.cited)

    def at(
        self,
        statement: Statement,
        words: str,
        rule: str,
        message: str,
        *hints: str,
        severity: Severity = Severity.WARNING,
    ) -> Diagnostic:
        """Return a diagnostic about `words` of a statement."""
        path = statement.unit.path
        return Diagnostic(rule, message, path, hints, severity, self.briefing.find(path, words))
