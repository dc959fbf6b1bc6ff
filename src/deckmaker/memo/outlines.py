"""A glyph becomes a path: operators of a content stream, one unit an em."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.typesetting.shaping import Shaper

Point = tuple[float, float]


def outline(shaper: Shaper, glyph: int) -> str:
    """Return the path of `glyph`, to be filled by the non-zero rule; empty where it shows nothing.

    It stands for marks, which as text would overlap what bears them.
    """
    pen = _Pen(shaper.units_per_em)
    shaper.font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.operators)


class _Pen:
    """Takes the segments of an outline, as HarfBuzz hands them over, and writes operators."""

    def __init__(self, units_per_em: int) -> None:
        self.operators: list[str] = []
        self._em = units_per_em
        self._at: Point = (0.0, 0.0)

    def moveTo(self, point: Point) -> None:  # noqa: N802
        self._write((point,), "m")

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._write((point,), "l")

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._write(points, "c")

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802
        """Raise a quadratic curve to a cubic one, the only kind that PDF has."""
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        second = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        self._write((first, second, end), "c")

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _write(self, points: Iterable[Point], operator: str) -> None:
        for x, y in points:
            self.operators.append(f"{x / self._em:.4g} {y / self._em:.4g}")
            self._at = (x, y)
        self.operators.append(operator)
