"""Lines of text become operators of a content stream, and what stands among their letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from deckmaker.memo.drawing import Ink
from deckmaker.memo.fonts import EmbeddedFont, Words
from deckmaker.memo.operators import color, number
from deckmaker.memo.pieces import pieces
from deckmaker.typesetting import Font, Line, Run, Typesetter
from deckmaker.typesetting.shaping import Shaper


@dataclass(frozen=True, slots=True)
class Stroke:
    """A mark that is drawn as an outline."""

    font: EmbeddedFont
    glyph: int
    size: float
    x: float
    y: float
    color: str


@dataclass(frozen=True, slots=True)
class Emoji:
    """A glyph that is a picture: its lower left corner and its size, points."""

    data: bytes
    x: float
    y: float
    width: float
    height: float


class Lettered(NamedTuple):
    """A line of text on a page."""

    operators: str
    reach: list[tuple[Run, float, float]]
    """Runs that are underlined or links, from where to where they stand."""
    strokes: list[Stroke]
    emoji: list[Emoji]


@dataclass(frozen=True, slots=True)
class _Hand:
    """What writes the runs of one font."""

    embedded: EmbeddedFont
    select: str
    """The operator that selects font and size."""
    rightwards: Words
    leftwards: Words
    pictures: Shaper | None
    """What shapes the runs if their glyphs are pictures."""


class Lettering:
    """Letters the lines of one PDF, and knows the fonts that this takes."""

    def __init__(self, setter: Typesetter) -> None:
        """Letter lines that `setter` has set."""
        self._setter = setter
        self._page = setter.locale.direction
        self._fonts: dict[tuple[Path, int], EmbeddedFont] = {}
        self._hands: dict[Font, _Hand] = {}

    @property
    def fonts(self) -> Iterable[EmbeddedFont]:
        """The fonts in use, in the order in which they were met."""
        return self._fonts.values()

    def line(self, line: Line, x: float, y: float) -> Lettered:
        """Letter `line` from (x, y) on: each piece goes on where the one before it ends."""
        reach: list[tuple[Run, float, float]] = []
        strokes: list[Stroke] = []
        emoji: list[Emoji] = []
        operators = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        selected = colored = ""
        rise = 0.0
        shown = ""
        # Where the pieces begin matters to marks, pictures and links alone, and takes time.
        placed = False
        for run in line.runs:
            placed = placed or ink_of(run).link != "" or not run.text.isascii()
        for run, rtl in pieces(line, self._page):
            ink, hand = ink_of(run), self._hands.get(run.font) or self._hand(run.font)
            if hand.select != selected or ink.color != colored or ink.rise != rise:
                if shown:
                    operators.append(f"[<{shown}>]TJ")
                    shown = ""
                if hand.select != selected:
                    selected = hand.select
                    operators.append(selected)
                if ink.color != colored:
                    colored = ink.color
                    operators.append(f"{color(colored)} rg")
                if ink.rise != rise:
                    rise = ink.rise
                    operators.append(f"{number(rise)} Ts")
            if hand.pictures is None:
                shown += _worded(run, rtl, hand)
                width = _width(run, rtl, hand, strokes, (x, y + rise)) if placed else 0.0
            else:
                codes, width = _pictured(run, rtl, hand, emoji, (x, y + rise))
                shown += codes
            if (ink.link or ink.underline) and width:
                reach.append((run, x, x + width))
            x += width
        if shown:
            operators.append(f"[<{shown}>]TJ")
        if rise:
            operators.append("0 Ts")
        operators.append("ET")
        return Lettered(" ".join(operators), reach, strokes, emoji)

    def _hand(self, font: Font) -> _Hand:
        shaper = self._setter.shaper(font)
        # Pictures have no letters: the room for them is made by a space of the voice's own face.
        embedded = self._font(replace(font, fallback=0) if shaper.pictures else font)
        tracking = font.tracking / font.size
        hand = self._hands[font] = _Hand(
            embedded,
            f"/{embedded.name} {number(font.size)} Tf",
            embedded.words(tracking=tracking),
            embedded.words(rtl=True, tracking=tracking),
            shaper if shaper.pictures else None,
        )
        return hand

    def _font(self, font: Font) -> EmbeddedFont:
        key = self._setter.family(font).face(bold=font.bold, italic=font.italic)
        embedded = self._fonts.get(key)
        if embedded is None:
            embedded = self._fonts[key] = EmbeddedFont(
                self._setter.face(font),
                self._setter.shaper(font),
                f"F{len(self._fonts) + 1}",
                serif=font.voice == "serif",
            )
        return embedded


def ink_of(run: Run) -> Ink:
    """Return how `run` is shown."""
    if not isinstance(run.payload, Ink):
        raise TypeError(f"a run without ink: {run.text!r}")
    return run.payload


def _worded(run: Run, rtl: bool, hand: _Hand) -> str:
    """Return the words of `run` as they stand from left to right, as codes."""
    words = hand.leftwards if rtl else hand.rightwards
    shown = [words[word].codes for word in run.text.split(" ")]
    if rtl:
        shown.reverse()
    return words[" "].codes.join(shown)


def _width(
    run: Run, rtl: bool, hand: _Hand, strokes: list[Stroke], at: tuple[float, float]
) -> float:
    """Return the width of the words of `run`, and add their marks to `strokes`."""
    size = run.font.size
    words = hand.leftwards if rtl else hand.rightwards
    shown = [words[word] for word in run.text.split(" ")]
    space = words[" "].width
    if words.marked:
        x, y = at
        for word in reversed(shown) if rtl else shown:
            for mark in word.marks:
                stroke = (x + mark.x * size, y + mark.y * size, ink_of(run).color)
                strokes.append(Stroke(hand.embedded, mark.number, size, *stroke))
            x += (word.width + space) * size
    return (sum([word.width for word in shown]) + space * (len(shown) - 1)) * size


def _pictured(
    run: Run, rtl: bool, hand: _Hand, emoji: list[Emoji], at: tuple[float, float]
) -> tuple[str, float]:
    """Return room for the pictures of `run`, as codes, and its width.

    The pictures are added to `emoji`.
    """
    shaper = hand.pictures
    if shaper is None:
        return "", 0.0
    (x, y), size = at, run.font.size
    codes, width, unseen = "", 0.0, ""
    for glyph in shaper.glyphs(run.text, rtl=rtl)[0]:
        picture = shaper.font.get_glyph_color_png(glyph.number)
        if picture is None or not len(picture.data):
            unseen += glyph.text or ""
            continue
        extents = shaper.font.get_glyph_extents(glyph.number)
        scale = size / shaper.font.get_glyph_h_advance(glyph.number)
        emoji.append(
            Emoji(
                bytes(picture.data),
                x + glyph.x * size + scale * extents.x_bearing,
                y + scale * (extents.y_bearing + extents.height),
                scale * extents.width,
                -scale * extents.height,
            )
        )
        room = hand.embedded.room(unseen + (glyph.text or ""), 1.0)
        codes += room.codes
        width += room.width
        unseen = ""
    return codes, width * size
