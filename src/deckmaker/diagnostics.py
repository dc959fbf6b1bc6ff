"""What is wrong with a briefing, as values: a rule, a place, a message and the mend.

Nothing here prints: `cli` shows diagnostics, everything else makes or collects them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

Path = tuple[str | int, ...]
"""Where in the briefing's data a value stands: `("sections", 2, "title")`."""

KEY = "<key>"
"""The last step of a path that means the key of a map itself, not the value under it."""


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: lines and columns from 1, the end column exclusive."""

    file: str
    line: int
    column: int
    end_column: int
    text: str
    """The whole source line, without its line end, for the caret report."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what is wrong, where, and how to mend it."""

    rule: str
    """The stable identifier, such as `Y002` or `Q01`."""
    message: str
    path: Path = ()
    hints: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    span: Span | None = None
    """Set where the place is known already; else it is looked up from `path`."""
    words: str = ""
    """The author's words that it is about, where it is about some."""


@dataclass(eq=False)
class BriefingError(Exception):
    """The author's mistakes: every problem of one pass, worst first is not implied."""

    diagnostics: tuple[Diagnostic, ...] = field(default=())
    excused: tuple[tuple[Diagnostic, str], ...] = ()
    """What the briefing excuses, each with its author's reason."""
    summary: str = ""
    """What was verified all the same."""

    def __init__(
        self,
        diagnostics: Iterable[Diagnostic],
        excused: Iterable[tuple[Diagnostic, str]] = (),
        summary: str = "",
    ) -> None:
        self.diagnostics = tuple(diagnostics)
        self.excused = tuple(excused)
        self.summary = summary
        super().__init__("; ".join(d.message for d in self.diagnostics))
