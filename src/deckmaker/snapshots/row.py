"""The cells of a row in a table become its paragraphs: one, where it is a row of data."""

from __future__ import annotations

from dataclasses import dataclass, field

_LONG = 2_000
"""Characters beyond which a row with several paragraphs in a cell is no row of a table, but an old
way to set a page."""


@dataclass(slots=True)
class Row:
    """A row of a table that is being read."""

    cells: list[list[str]] = field(default_factory=list)
    sets_the_page: bool = False
    """It holds a heading or a table: it is no row of data."""

    def paragraphs(self) -> list[str]:
        """Return what the row says, in one paragraph or one for each of its cells' own."""
        cells = [cell for cell in self.cells if cell]
        several = any(len(cell) > 1 for cell in cells)
        long = several and sum(len(text) for cell in cells for text in cell) > _LONG
        if self.sets_the_page or long or len(cells) < 2:
            return [text for cell in cells for text in cell]
        return [" | ".join(" ".join(cell) for cell in cells)]
