"""What a briefing claims: its text units and quoted spans go in, citations come back.

The one vocabulary that the evidence and the assembly share. The evidence walks `text_units`,
finds the `quoted_spans` of each and their paragraphs; the assembly asks it through `Evidence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from deckmaker.diagnostics import Path
from deckmaker.richtext import Citation, parse, plain

if TYPE_CHECKING:
    from deckmaker.briefing import Briefing

Role = Literal[
    "title",  # the assertion over a briefing, section or block
    "label",  # a signpost, a table's head, a stance, a caption: a name rather than a statement
    "name",  # who speaks or acts, and their role
    "short",  # a point as the slide shows it
    "prose",  # running text: the full form of a point, paragraphs, meanings, drivers
    "quotation",  # someone's words, given to `speaker`: the whole text is the claim
    "likelihood",  # the source's own word for how likely a case is: the whole text is the claim
    "judgement",  # our word for how likely a case is, or how confident we are
    "figure",  # a numeral with its unit: `270 drones`
    "date",  # when something happened
    "cell",  # one cell of a table that the briefing itself holds
    "data",  # one figure of a chart, or one cell of a CSV file
    "notes",  # for the presenter
]


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One text of the briefing, at the place where the author typed it."""

    path: Path
    """Unique. Ends in `diagnostics.KEY` where the text is itself the key of a map."""
    text: str
    """As typed, inline markup included."""
    role: Role
    speaker: str = ""
    """To whom the words are given; only for `quotation`."""

    @property
    def plain(self) -> str:
        """The text without inline markup and citations; `quoted_spans` wants this."""
        return plain(parse(self.text))

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The citations that the author typed, in order."""
        return tuple(s.cite for s in parse(self.text) if s.cite is not None)


class Evidence(Protocol):
    """What the assembly asks of whoever has compared the briefing with its sources."""

    def paragraph_of(self, path: Path, text: str) -> Citation | None:
        """Return where `text` stands, None where it was not found.

        `path` is the path of the text unit, `text` the inner text of a quoted span or the
        whole text of a unit whose role is `quotation` or `likelihood`, without the marks
        around it and without inline markup.
        """

    def verification(self, key: str) -> str:
        """Return what was verified against source `key`: `12 quotations, 4 figures`; or empty."""


def text_units(briefing: Briefing) -> Iterator[TextUnit]:
    """Yield every text of `briefing` in the order of the file."""
    raise NotImplementedError


def quoted_spans(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, inner text) of each quotation in `text`, marks inside the range.

    Straight and curly double marks count; single ones are apostrophes. Of nested curly marks
    the outermost pair counts. A straight mark after a digit with no open quotation is a prime,
    and a mark that is never closed opens nothing.
    """
    found: list[tuple[int, int, str]] = []
    opened: int | None = None
    depth = 0
    for match in re.finditer(r'["“”]', text):
        mark, at = match[0], match.start()
        if opened is None:
            if mark == "“" or (mark == '"' and _opens(text, at)):
                opened, depth = at, 1
        elif mark == "“":
            depth += 1
        elif mark == "”" or text[opened] == '"':
            depth -= 1
            if depth == 0:
                found.append((opened, at + 1, text[opened + 1 : at]))
                opened = None
    return found


def _opens(text: str, at: int) -> bool:
    """Whether the straight mark at `at` can open: nothing, space or a bracket stands before it."""
    before, after = text[:at][-1:], text[at + 1 : at + 2]
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()
