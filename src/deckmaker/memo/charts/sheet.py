"""What all charts are drawn with: words in the chart's type, the head, gridlines, filled areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from deckmaker.brand import Role, Type
from deckmaker.charting import Scale, begins_right, subtitle
from deckmaker.charting.palette import INK, PAPER, Tint, needs_outline, text_on
from deckmaker.document import Chart
from deckmaker.document.numerals import Numerals, is_sign
from deckmaker.locales import Locale
from deckmaker.memo.drawing import Box, Drawing, Ink, Rule, Shape, Step, Words
from deckmaker.memo.mirror import turned
from deckmaker.memo.slabs import Slab
from deckmaker.memo.styles import baseline
from deckmaker.memo.text import Compositor, unbroken
from deckmaker.typesetting import Font, Line, Run

GAP = 6.0
"""Between a plot and the text along it, points."""
GRID, AXIS = 0.4, 0.8
"""Weights of gridlines and of the line at zero, points."""
_OUTLINE = 0.5
"""The weight of the outline of a fill that the page would swallow, points."""
_SWATCH, _SWATCH_GAP, _ENTRY_GAP = 7.0, 4.0, 14.0
_SAMPLE, _SAMPLE_WEIGHT = 22.0, 1.6
"""The length and the weight of a sample of a line, points."""
_CAP = 0.64
"""Height of capitals and figures of the chart's type, em."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The width a chart stands in, the type it is lettered in, the way it prints figures."""

    left: float
    width: float
    compositor: Compositor
    unit: str
    numerals: Numerals
    """How figures are printed that stand by themselves; a short unit stands with each."""

    @property
    def type(self) -> Type:
        """The type of all lettering."""
        return self.compositor.styles.chart

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def locale(self) -> Locale:
        """What the language of the memo means for its type."""
        return self.compositor.setter.locale

    def color(self, role: Role) -> str:
        """Return the brand's colour for `role`."""
        return self.compositor.styles.colors[role]

    @property
    def along(self) -> Numerals:
        """How the figures along an axis are printed: only a sign stands with each of them."""
        return self.numerals if is_sign(self.unit) else self.numerals.bare

    def tint(self, tint: Tint) -> str:
        """Return the brand's code of a tint."""
        return tint.code(self.compositor.styles)

    def text_width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of `text` on one line."""
        return self.compositor.setter.width(text, self._font(bold))

    def longest(self, text: str) -> float:
        """Return the width of the longest piece of `text` that no line ends in."""
        return max((self.text_width(piece.rstrip()) for piece in unbroken(text)), default=0.0)

    def wrapped(self, text: str, width: float, *, figure: str = "") -> tuple[Line, ...]:
        """Break `text`, and behind it `figure` in bold, into even lines of at most `width`."""
        ink = Ink(self.color("foreground"))
        runs = [Run(text, self._font(False), ink)] if text else []
        if figure:
            lead = " " if text else ""
            runs.append(Run(f"{lead}{figure}", self._font(True), ink))
        return self.compositor.setter.balanced(runs, max(1.0, width), measure="drawn")

    def word(
        self,
        text: str,
        x: float,
        y: float,
        *,
        anchor: Anchor = "start",
        role: Role = "foreground",
        bold: bool = False,
    ) -> Words:
        """Set `text` on one line, its figures centred on the height `y`."""
        run = Run(text, self._font(bold), Ink(self.color(role)))
        return placed(self.compositor.line([run]), x, y + self.middle, anchor)

    def block(
        self, lines: Sequence[Line], x: float, top: float, *, anchor: Anchor = "start"
    ) -> Drawing:
        """Stack `lines` downwards from `top`."""
        leading, drop = self.type.leading, baseline(self.type)
        return tuple(
            placed(line, x, top + index * leading + drop, anchor)
            for index, line in enumerate(lines)
        )

    def plot(self, marks: Drawing, chart: Chart) -> Drawing:
        """Return `marks`, turned round if pages of the memo are and the plot of `chart` is not."""
        if not self.locale.rtl or begins_right(chart, self.locale):
            return marks
        return turned(marks, self.left + self.width / 2)

    @property
    def middle(self) -> float:
        """How far the baseline lies below the middle of a figure."""
        return _CAP * self.type.size / 2

    def _font(self, bold: bool) -> Font:
        return Font(self.type.voice, self.type.size, bold)


def placed(line: Line, x: float, y: float, anchor: Anchor) -> Words:
    """Place `line` with its start, middle or end at `x`, its baseline at `y`."""
    shift = {"start": 0.0, "middle": line.width / 2, "end": line.width}[anchor]
    return Words(x - shift, y, line)


def area(x: float, y: float, width: float, height: float, tint: Tint, sheet: Sheet) -> Box | Shape:
    """Return a filled rectangle, with an outline where it does not stand out from the page."""
    color = sheet.tint(tint)
    if not needs_outline(tint, sheet.compositor.styles):
        return Box(x, y, width, height, color)
    inset = min(_OUTLINE, width, height) / 2
    left, top, right, bottom = x + inset, y + inset, x + width - inset, y + height - inset
    steps: tuple[Step, ...] = (
        ("M", left, top),
        ("L", right, top),
        ("L", right, bottom),
        ("L", left, bottom),
        ("Z",),
    )
    return Shape(steps, fill=color, stroke=sheet.color("muted"), width=_OUTLINE)


def ink_on(ground: Tint, sheet: Sheet) -> Role:
    """Return the role, ink or paper, whose colour reads better on `ground`."""
    roles: dict[Tint, Role] = {INK: "foreground", PAPER: "background"}
    return roles[text_on(ground, sheet.compositor.styles)]


def above(chart: Chart, sheet: Sheet, *, unit: bool) -> list[Slab]:
    """Return the line that says what is measured, with the `unit` where no figure bears it."""
    said, style = subtitle(chart, unit=unit), sheet.compositor.styles.note
    return sheet.compositor.paragraph(sheet.compositor.words(said, style), style) if said else []


def legend(
    names: Sequence[str],
    tints: Sequence[Tint],
    sheet: Sheet,
    dashes: Sequence[tuple[float, ...]] = (),
) -> list[Slab]:
    """Return swatches with their names, in rows, as slabs to stand above a plot.

    Series that are lines have samples of them, with the dash of each in `dashes`.
    """
    if len(names) < 2:
        return []
    rows: list[Drawing] = [()]
    x, leading = sheet.left, sheet.type.leading
    swatch = _SAMPLE if dashes else _SWATCH
    for at, (name, tint) in enumerate(zip(names, tints, strict=True)):
        room = sheet.width - swatch - _SWATCH_GAP
        lines = sheet.wrapped(name, room)
        width = swatch + _SWATCH_GAP + max(line.width for line in lines)
        if x > sheet.left and (x + width > sheet.right or len(lines) > 1):
            rows.append(())
            x = sheet.left
        middle = baseline(sheet.type) - sheet.middle
        if dashes:
            steps: tuple[Step, ...] = (("M", x, middle), ("L", x + swatch, middle))
            stroke = Shape(steps, stroke=sheet.tint(tint), width=_SAMPLE_WEIGHT, dash=dashes[at])
            rows[-1] += (stroke,)
        else:
            rows[-1] += (area(x, middle - swatch / 2, swatch, swatch, tint, sheet),)
        for index, line in enumerate(lines):
            if index:
                rows.append(())
            rows[-1] += (Words(x + swatch + _SWATCH_GAP, baseline(sheet.type), line),)
        x = sheet.right if len(lines) > 1 else x + width + _ENTRY_GAP
    slabs = [Slab(leading, row) for row in rows]
    return [*slabs[:-1], Slab(leading + GAP, slabs[-1].drawing)]


def gridlines(
    scale: Scale, sheet: Sheet, left: float, right: float, top: float, bottom: float
) -> Drawing:
    """Draw the value axis at the left of a plot: a line across at every step, its figure beside."""
    marks: list[Rule | Words] = []
    for tick in scale.ticks:
        y = bottom - scale.share(tick) * (bottom - top)
        zero = tick == 0
        color = sheet.color("foreground" if zero else "rule")
        marks.append(Rule(left, y, right, y, AXIS if zero else GRID, color))
        text = sheet.along.text(tick, decimals=scale.decimals)
        marks.append(sheet.word(text, left - GAP, y, anchor="end", role="muted"))
    return tuple(marks)


def axis_width(scale: Scale, sheet: Sheet) -> float:
    """Return the room that the figures of a value axis take at the left."""
    texts = (sheet.along.text(tick, decimals=scale.decimals) for tick in scale.ticks)
    return max(sheet.text_width(text) for text in texts) + GAP
