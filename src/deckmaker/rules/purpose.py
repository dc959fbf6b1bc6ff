"""A briefing that wants a decision or an action, and asks for nothing (P01)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.language import blocks
from deckmaker.rules.draft import Draft


def unasked(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the purpose that no block of asks serves."""
    purpose = draft.briefing.meta.purpose
    if purpose == "info" or any(isinstance(b, blocks.AsksBlock) for _, b in draft.blocks):
        return
    yield Diagnostic(
        "P01",
        f"this briefing is for {purpose}, but asks for nothing",
        ("meta", "purpose"),
        (
            "add a block of `asks:` with who does what, and by when",
            "or write `purpose: info`",
        ),
        Severity.WARNING,
    )
