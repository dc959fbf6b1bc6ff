"""What a command found, as one value that every format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckmaker.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """The findings about one briefing, as they are to be shown."""

    file: Path
    """The briefing, as the user named it."""
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[tuple[Diagnostic, str], ...] = ()
    """What the briefing excuses, each with the author's reason."""
    summary: str = ""
    """What was verified."""
    files: tuple[Path, ...] = ()
    """What was written."""

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics weigh so much; what is excused does not count."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def counted(self) -> str:
        """What there is to mend and what is excused: `1 error, 2 warnings, 1 excused`."""
        problems = ((self.count(one), one) for one in (Severity.ERROR, Severity.WARNING))
        said = [f"{count} {one}{'' if count == 1 else 's'}" for count, one in problems if count]
        return ", ".join([*said, *([f"{len(self.suppressed)} excused"] if self.suppressed else ())])

    @property
    def line(self) -> str:
        """Everything in one line: what was verified, then what was counted."""
        return ", ".join(part for part in (self.summary, self.counted) if part)
