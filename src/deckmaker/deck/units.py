"""Lengths of the deck: points in the plan, English Metric Units in the file.

The plan thinks in points, as designers do; a .pptx file counts in EMU, 12,700 to the point
(ECMA-376 Part 1, 20.1.2.1).
"""

from __future__ import annotations

from dataclasses import dataclass

EMU_PER_POINT = 12_700


def emu(points: float) -> int:
    """Return `points` as whole English Metric Units."""
    return round(points * EMU_PER_POINT)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge, points."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge, points."""
        return self.y + self.height

    def at(
        self,
        *,
        x: float | None = None,
        y: float | None = None,
        width: float | None = None,
        height: float | None = None,
    ) -> Box:
        """Return this box with some of its measures replaced."""
        return Box(
            self.x if x is None else x,
            self.y if y is None else y,
            self.width if width is None else width,
            self.height if height is None else height,
        )
