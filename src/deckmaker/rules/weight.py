"""Files that are too heavy to send (M03)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Severity

HEAVY = 10_000_000
"""Bytes from which mail servers send a file back."""


def too_heavy(name: str, data: bytes) -> Iterator[Diagnostic]:
    """Yield the file `name` where many mailboxes would refuse it."""
    if len(data) > HEAVY:
        yield Diagnostic(
            "M03",
            f"{name} has {len(data) / 1_000_000:.1f} MB: many mailboxes refuse more than 10",
            (),
            ("make its pictures smaller: 2,000 pixels across are enough for any slide",),
            Severity.WARNING,
        )
