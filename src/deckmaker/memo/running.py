"""The head and foot that run over all pages: short title, date, page number and marking."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.brand import Type
from deckmaker.document import Document
from deckmaker.memo.drawing import Box, Drawing, Ink, Words, silent
from deckmaker.memo.pages import Placed
from deckmaker.memo.text import Compositor, lined
from deckmaker.typesetting import Font, Line, Run

_CAPITALS = 0.64
"""Height of the marking's capitals, em: they stand in the middle of the chip."""
_PAD_X, _PAD_Y = 7.0, 3.5
"""White space inside a marking's chip, points."""
_CHIP = 21.0
"""The height of a chip of one line, which the grid has room for."""
_CHIP_MOST, _CHIP_BESIDE = 0.45, 0.4
"""The share of the width that a chip may take, and up to which the letterhead is beside it."""
_GAP = 14.0
"""Between the running foot and the chip, points."""
_ELLIPSIS = "…"


class Running:
    """What every page of one memo carries besides its text."""

    def __init__(self, document: Document, compositor: Compositor) -> None:
        """Set head and foot of `document` but for the number of the page."""
        self._compositor = compositor
        self._wording = document.wording
        self._chip, self._chip_size = _chip(document, compositor)
        grid = compositor.styles.grid
        deeper = max(0.0, self._chip_size[1] - _CHIP)
        wide = self._chip_size[0] > _CHIP_BESIDE * grid.full
        self.grid = replace(
            grid,
            top=grid.top + deeper,
            first_line=grid.first_line + deeper,
            first_top=grid.first_top + (self._chip_size[1] + _GAP if wide else 0.0),
            bottom=grid.bottom + deeper,
        )
        """The page's grid, with room for a marking of several lines."""
        room = grid.full - grid.column - (self._chip_size[0] + _GAP if self._chip else 0.0)
        self._foot = self._set_foot(document.front.short, document.front.date, room)

    def marks(self, page: int, pages: int) -> tuple[list[Placed], list[Placed]]:
        """Return head and foot of `page` out of `pages`."""
        grid, type_ = self._compositor.styles.grid, self._compositor.styles.foot
        number = self._wording.page_of.format(page=page, pages=pages)
        line = self._compositor.line(self._compositor.words(number, type_))
        y = grid.height - grid.foot
        foot: list[Placed] = [
            (grid.left, y, (Words(0.0, 0.0, line), Words(grid.column, 0.0, self._foot)))
        ]
        head: list[Placed] = []
        if self._chip:
            width, height = self._chip_size
            marking = self._compositor.styles.marking
            above = height - _PAD_Y - marking.leading + _drop(marking)
            left = grid.left + grid.full - width
            # Whoever hears the memo is told its marking once, before all else.
            chip = self._chip if page == 1 else silent(self._chip)
            head.append((left, grid.head, chip))
            foot.append((left, y - above, silent(self._chip)))
        return head, foot

    def _set_foot(self, short: str, date: str, room: float) -> Line:
        """Set short title and date on one line; a title too long for it is cut short."""
        line = self._line(f"{short} · {date}")
        while line.width > room and short:
            short = short[:-1].rstrip()
            line = self._line(f"{short}{_ELLIPSIS} · {date}")
        return line

    def _line(self, text: str) -> Line:
        return self._compositor.line(self._compositor.words(text, self._compositor.styles.foot))


def _drop(marking: Type) -> float:
    """Return how far a marking's baseline lies below the top of its line."""
    return (marking.leading + _CAPITALS * marking.size) / 2


def _chip(document: Document, compositor: Compositor) -> tuple[Drawing, tuple[float, float]]:
    """Set the marking on its chip; return it with its width and height, all nothing without one."""
    marking = document.front.marking
    if marking is None:
        return (), (0.0, 0.0)
    styles = compositor.styles
    type_ = styles.marking
    run = Run(marking.text, Font(type_.voice, type_.size, type_.bold), Ink(marking.color))
    room = _CHIP_MOST * styles.grid.full
    lines = compositor.setter.balanced([run], room, measure="drawn")
    width = max(line.width for line in lines) + 2 * _PAD_X
    height = len(lines) * type_.leading + 2 * _PAD_Y
    drop = _drop(type_)
    element = compositor.element.part("P")
    words = lined(lines, _PAD_X, _PAD_Y + drop, type_.leading, element)
    return (Box(0.0, 0.0, width, height, styles.marking_ground), *words), (width, height)
