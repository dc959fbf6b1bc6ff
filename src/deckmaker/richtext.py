"""Inline markup becomes spans: flat, immutable runs of text that share their marks.

A span is flat (bold, italic, link, citation as fields) rather than a tree, because both
renderers measure and set runs, and neither ever asks what encloses what.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph of a source: `@18` or `@key:18`."""

    source: str
    """The source's key; `""` for the only source of a briefing with one."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one set of marks."""

    text: str
    """What is shown. For a citation: its label, `18` or `B18`."""
    bold: bool = False
    italic: bool = False
    href: str | None = None
    """The target of a link: http, https or mailto."""
    cite: Citation | None = None
    """Set on a citation mark; the deck drops such spans, the memo sets them superior."""
    quoted: bool = False
    """Inside a quotation: its words must never be altered."""


Spans = tuple[Span, ...]


def plain(spans: Spans, *, cites: bool = False) -> str:
    """Return the text of `spans`, without citation marks unless `cites`."""
    return "".join(s.text for s in spans if cites or s.cite is None)


def uncited(spans: Spans) -> Spans:
    """Return `spans` without citation marks, as a slide shows them."""
    return tuple(s for s in spans if s.cite is None)


def citations(spans: Spans) -> tuple[Citation, ...]:
    """Return the citations in `spans`, in order, each once."""
    return tuple(dict.fromkeys(s.cite for s in spans if s.cite is not None))
