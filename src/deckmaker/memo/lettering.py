"""Lines of text become operators of a content stream, and what stands among their letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from deckmaker.memo.drawing import Ink, Words, ink_of
from deckmaker.memo.fonts import EmbeddedFont, ShownWords
from deckmaker.memo.operators import color, number
from deckmaker.memo.pieces import pieces
from deckmaker.memo.structure import Element
from deckmaker.typesetting import Font, Run, Typesetter
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
    rightwards: ShownWords
    leftwards: ShownWords
    pictures: Shaper | None
    """What shapes the runs if their glyphs are pictures."""


class _Shown(NamedTuple):
    """A piece of a line as it is shown."""

    codes: str
    hand: _Hand
    ink: Ink
    rtl: bool
    turn: int
    size: float
    x: float

    def blank(self) -> _Shown:
        """Return the space that parts the piece from the next line.

        What stands behind a citation does not belong to it.
        """
        ink = replace(self.ink, element=None) if self.ink.rise else self.ink
        codes = self.hand.rightwards[" "].codes
        return self._replace(codes=codes, ink=ink, rtl=False, turn=self.turn + 1)


Opened = Callable[[Element | None], str]
"""A part of a line, None for the line's own element → the operator that opens a sequence of it."""


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

    def line(self, words: Words, x: float, y: float, opened: Opened | None = None) -> Lettered:
        """Letter a line from (x, y) on: each piece goes on where the one before it ends.

        `opened` is asked for the operator that opens a sequence of marked content where a part
        of the line begins that is an element by itself; nothing is marked without it.
        """
        reach: list[tuple[Run, float, float]] = []
        strokes: list[Stroke] = []
        emoji: list[Emoji] = []
        shown: list[_Shown] = []
        both_ways = bool(words.line.levels)
        # Where the pieces begin matters to marks, pictures and links alone, and takes time.
        placed = both_ways
        for run in words.line.runs:
            placed = placed or ink_of(run).link != "" or not run.text.isascii()
        begin = x
        for run, rtl, turn in pieces(words.line, self._page):
            ink, hand = ink_of(run), self._hands.get(run.font) or self._hand(run.font)
            if hand.pictures is None:
                codes = _worded(run, rtl, hand)
                width = _width(run, rtl, hand, strokes, (x, y + ink.rise)) if placed else 0.0
            else:
                codes, width = _pictured(run, rtl, hand, emoji, (x, y + ink.rise))
            if (ink.link or ink.underline) and width:
                reach.append((run, x, x + width))
            shown.append(_Shown(codes, hand, ink, rtl, turn, run.font.size, x))
            x += width
        if words.spaced and shown:
            shown = _spaced(shown, x)
        return Lettered(_operators(shown, (begin, y), both_ways, opened), reach, strokes, emoji)

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
    codes, unseen = "", ""
    glyphs, width = shaper.glyphs(run.text, rtl=rtl)
    ends = [*(glyph.x for glyph in glyphs[1:]), width]
    for glyph, end in zip(glyphs, ends, strict=True):
        # What runs to the left is read from its right end on.
        read = (glyph.text or "") + unseen if rtl else unseen + (glyph.text or "")
        picture = shaper.font.get_glyph_color_png(glyph.number)
        if picture is None or not len(picture.data):
            unseen = read
            if end > glyph.x:  # a space between pictures or behind them
                codes += hand.embedded.room(unseen, end - glyph.x).codes
                unseen = ""
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
        codes += hand.embedded.room(read, end - glyph.x).codes
        unseen = ""
    if unseen:
        codes += hand.embedded.room(unseen, 0.0).codes
    return codes, width * size


def _operators(
    shown: Sequence[_Shown], at: tuple[float, float], both_ways: bool, opened: Opened | None
) -> str:
    """Return the operators that show the pieces of a line, from left to right.

    In a line that runs `both_ways` each is a sequence by itself, and these are opened in the order
    in which they are read: readers of pages go by where glyphs stand, those of the structure by its
    order. The glyphs of what runs to the left stand the other way round than they are read
    (ISO 32000-1, 14.8.2.3.3).
    """
    x, y = at
    if both_ways and shown:
        x = shown[0].x
    openings: dict[int, str] = {}
    if both_ways and opened is not None:
        for index in sorted(range(len(shown)), key=lambda index: shown[index].turn):
            openings[index] = opened(shown[index].ink.element)
    operators = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    selected = colored = codes = ""
    rise = 0.0
    part: Element | None = None
    if opened is not None and shown:
        part = shown[0].ink.element
        operators.append(openings[0] if both_ways else opened(part))
    for index, piece in enumerate(shown):
        ink, select = piece.ink, piece.hand.select
        parted = opened is not None and (ink.element is not part or (both_ways and index > 0))
        changed = select != selected or ink.color != colored or ink.rise != rise
        if codes and (parted or changed or piece.rtl):
            operators.append(f"[<{codes}>]TJ")
            codes = ""
        if parted and opened is not None:
            part = ink.element
            operators.append(f"EMC {openings[index] if both_ways else opened(part)}")
        if select != selected:
            selected = select
            operators.append(select)
        if ink.color != colored:
            colored = ink.color
            operators.append(f"{color(colored)} rg")
        if ink.rise != rise:
            rise = ink.rise
            operators.append(f"{number(rise)} Ts")
        if piece.rtl:
            operators.append(f"/ReversedChars BMC[<{piece.codes}>]TJ EMC")
        else:
            codes += piece.codes
    if codes:
        operators.append(f"[<{codes}>]TJ")
    if rise:
        operators.append("0 Ts")
    operators.append("ET" if opened is None or not shown else "EMC ET")
    return " ".join(operators)


def _spaced(shown: Sequence[_Shown], end: float) -> list[_Shown]:
    """Return `shown`, and a space where the line leaves off: at its left or at its `end`."""
    last = max(shown, key=attrgetter("turn"))
    if not last.rtl:
        return [*shown, last.blank()._replace(x=end)]
    width = last.hand.rightwards[" "].width * last.size
    return [last.blank()._replace(x=shown[0].x - width), *shown]
