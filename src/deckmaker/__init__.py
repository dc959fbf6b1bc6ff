"""deckmaker: one YAML briefing becomes a PowerPoint deck and a PDF memo.

As a library: `deckmaker.build` has `build` (write both files), `make` (keep them in memory) and
`verify`; all raise `deckmaker.diagnostics.BriefingError` with everything that is wrong. Nothing
is imported here, so that a command loads only what it needs.
"""

from deckmaker._version import __version__

__all__ = ["__version__"]
