"""deckmaker: one YAML briefing becomes a PowerPoint deck and a PDF memo."""

from deckmaker._version import __version__

__all__ = ["__version__"]
