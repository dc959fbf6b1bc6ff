"""Every rule as a value, and the page that explains it: `data/rules` is read, nothing is judged.

`rules.toml` lists the rules, `<id>.md` says of one what it means, why, and how to mend it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from deckmaker.diagnostics import Severity

FOLDER = Path(__file__).parent / "data" / "rules"
GROUPS = {
    "A": "accessibility",
    "B": "structure",
    "C": "sources",
    "D": "room",
    "F": "files",
    "G": "letters",
    "H": "hedges",
    "L": "likelihood",
    "M": "marking",
    "N": "numbers",
    "P": "purpose",
    "Q": "quotations",
    "S": "brand",
    "T": "time",
    "W": "words",
    "X": "excuses",
    "Y": "yaml",
}
"""What the rules whose ids begin with a letter are about."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be wrong with a briefing, in general."""

    id: str
    severity: Severity
    """How much it weighs at its worst."""
    title: str
    """What is wrong, without a full stop."""
    excusable: bool
    """Whether a briefing may excuse it under `ignore:`, with a reason."""
    group: str
    milder: bool = False
    """Whether some cases of it are a warning only."""
    firm: bool = False
    """Whether its warnings alone can be excused, and its errors stand."""

    def excuses(self, severity: Severity) -> bool:
        """Tell whether a case of this `severity` can be excused."""
        return self.excusable and not (self.firm and severity is Severity.ERROR)

    @property
    def weight(self) -> str:
        """The severity in words: `error or warning` where it depends."""
        return f"{self.severity} or {Severity.WARNING}" if self.milder else str(self.severity)


def page(rule: Rule) -> str:
    """Return the page about `rule` as Markdown; what the list says of it where it has none."""
    try:
        return (FOLDER / f"{rule.id}.md").read_text("utf-8")
    except FileNotFoundError:
        said = f"{rule.weight.capitalize()}; {rule.group}."
        return f"# {rule.id}: {rule.title}\n\n{said}\n"


def section(rule: Rule, heading: str) -> str:
    """Return the first paragraph under `heading` of the page about `rule`, else an empty text."""
    _, found, behind = page(rule).partition(f"\n## {heading}\n")
    return " ".join(behind.strip().split("\n\n")[0].split()) if found else ""


def _read() -> Mapping[str, Rule]:
    listed = tomllib.loads((FOLDER / "rules.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            name: Rule(
                name,
                Severity(entry["severity"]),
                entry["title"],
                entry.get("excusable", False),
                GROUPS[name[0]],
                entry.get("milder", False),
                entry.get("firm", False),
            )
            for name, entry in listed.items()
        }
    )


RULES = _read()
"""Every rule by its id, in the order of the list."""
