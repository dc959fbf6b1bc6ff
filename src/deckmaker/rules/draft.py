"""A briefing as the rules read it: its statements, and the words to judge them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.statements import Statement
from deckmaker.language.blocks import AnyBlock
from deckmaker.language.briefing import Briefing
from deckmaker.vocabulary import Vocabulary, vocabulary_for

SAID = frozenset({"title", "short", "prose", "cell", "figure"})
"""Roles of text that assert something."""


def is_saying(one: Statement) -> bool:
    """Tell whether a text asserts something that is not its authors' own request or judgement."""
    return one.unit.role in SAID and not one.unit.ours


@dataclass(frozen=True)
class Draft:
    """A briefing that is about to be judged."""

    briefing: Briefing
    statements: tuple[Statement, ...]
    """Its texts, in order."""

    @property
    def lang(self) -> str:
        """The tag of its language."""
        return self.briefing.meta.lang

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

    @cached_property
    def by_block(self) -> dict[Path, tuple[Statement, ...]]:
        """The statements of each block, by its path."""
        found: dict[Path, list[Statement]] = {path: [] for path, _ in self.blocks}
        for one in self.statements:
            for length in (4, 2):  # a block of several, or the only one of its section
                if (place := one.unit.path[:length]) in found:
                    found[place].append(one)
                    break
        return {path: tuple(listed) for path, listed in found.items()}

    @property
    def sayings(self) -> Iterator[Statement]:
        """The texts in which the briefing asserts something, but for what its authors ask."""
        for one in self.statements:
            if is_saying(one):
                yield one

    @cached_property
    def printed(self) -> tuple[Statement, ...]:
        """The texts that the memo prints, but for data and descriptions of pictures."""
        hidden: set[Path] = set()
        for path, block in self.blocks:
            if not block.shows("memo"):
                hidden.add(path)
            for number, point in enumerate(block.wholly_of):
                if point.only == "deck":
                    hidden.add((*path, block.kind, number))
                elif point.full and not point.lead:
                    hidden.add((*path, block.kind, number, *point.short_path))
        return tuple(
            one
            for one in self.statements
            if one.unit.role not in ("notes", "data", "category")
            and one.unit.path[-1] != "alt"
            and not any(one.unit.path[:n] in hidden for n in range(2, len(one.unit.path) + 1))
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
        whole = words == statement.text  # then the path says where it stands
        place = None if whole else self.briefing.find(path, words)
        return Diagnostic(rule, message, path, hints, severity, place)
