"""A page of a PDF becomes pieces: words that stand in one line, with no wide gap between them.

They come in the order in which the page is written, which is the order of reading in what word
processors, browsers and typesetters make. PDFium puts text from right to left into its logical
order.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

_SAME_LINE = 0.5
"""Of the size of letters: what stands higher or lower by no more is of one line."""
_WIDE = 1.2
"""Of the size of letters: a gap as wide may part the cells of a table."""
_NUMBER = 7.0
"""Of the size of letters: the width of a number or a foreign word in text from right to left."""
_UPRIGHT = math.radians(8)
"""By how much a line may slope."""
_SMALLER = 0.82
_RAISED = 0.15
_NOTE_MARK = re.compile(r"[\[(]?(?:[\s,;]*\d{1,3})+[\s,;]*[\])]?|[\[(]?[*†‡§¶]{1,3}[\])]?")
_UNITS = frozenset("m km cm mm ft mi in s µm 10".split())  # noqa: SIM905
"""Before a raised figure: square metres and powers of ten, no notes."""
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character, where it stands on a page that is turned upright."""

    char: str
    left: float
    right: float
    baseline: float
    size: float
    index: int
    """Where PDFium has it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one line."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    """From the foot of the page."""
    size: float
    """Of most of its letters, in points."""
    first_word: float
    """How wide its first word is."""
    space: float
    """How wide the widest gap between its words is."""
    fonts: tuple[str, str]
    """Of its first and its last letter."""

    @property
    def goes_left(self) -> bool:
        """Whether it is read from right to left."""
        return len(_RIGHT_TO_LEFT.findall(self.text)) * 2 > sum(map(str.isalpha, self.text))


def read_pieces(text_page: Any, page: int) -> list[Piece]:
    """Return the pieces of a page, which PDFium has loaded the text of."""
    made = (_piece(text_page, letters, page) for letters in _runs(_letters(text_page)))
    pieces = [piece for piece in made if piece is not None]
    around = zip(pieces, [None, *pieces], [*pieces[1:], None], strict=False)
    return [piece for piece, *beside in around if not _is_note_mark(piece, beside)]


def _letters(text_page: Any) -> list[Letter | None]:
    """Return the letters of a page; None where PDFium ends a line."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    x, y, left, right, foot, head = (ctypes.c_double() for _ in range(6))
    box = [ctypes.byref(side) for side in (left, right, foot, head)]
    found: list[tuple[int, Letter | None]] = []
    turns: Counter[int] = Counter()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        generated = pdfium.FPDFText_IsGenerated(text_page, index) == 1
        if code in (0x0D, 0x0A):
            found.append((-1, None))
            continue
        char = _character(code)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetCharBox(text_page, index, *box)
        size, turn = 0.0, -1
        if not generated and pdfium.FPDFText_GetMatrix(text_page, index, matrix):
            size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
            turn = _turn(matrix.a, matrix.b)
            if turn is _ASLANT:
                continue
            turns[turn] += 1
        along, across = (
            ((left.value, right.value), y.value)
            if turn in (-1, 0)
            else _turned(
                turn, (x.value, y.value), (left.value, right.value, foot.value, head.value)
            )
        )
        found.append((turn, Letter(char, along[0], along[1], across, size, index)))
    upright = turns.most_common(1)[0][0] if turns else 0
    return [letter for turn, letter in found if turn in (-1, upright)]


_ASLANT = 4


def _turn(a: float, b: float) -> int:
    """Return by how many quarters letters are turned to the left."""
    angle = math.atan2(b, a)
    quarter = round(angle / (math.pi / 2))
    return quarter % 4 if abs(angle - quarter * math.pi / 2) <= _UPRIGHT else _ASLANT


def _turned(
    turn: int, origin: tuple[float, float], box: tuple[float, float, float, float]
) -> tuple[tuple[float, float], float]:
    """Return where a letter begins, ends and stands once its page is turned upright."""
    left, right, foot, head = box
    match turn:
        case 1:
            return (foot, head), -origin[0]
        case 2:
            return (-right, -left), -origin[1]
        case _:
            return (-head, -foot), origin[0]


def _character(code: int) -> str:
    if code in (0x02, 0xFFFE):
        return "-"  # so PDFium marks a hyphen at the end of a line
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd" if code else " "
    return chr(code)


def _runs(letters: Sequence[Letter | None]) -> Iterator[list[Letter]]:
    """Yield the letters of each piece."""
    run: list[Letter] = []
    reach = _Reach()
    ended = False
    for letter in letters:
        if letter is None:
            ended = True
            continue
        if not letter.size:  # a space that PDFium has put in
            if run:
                run.append(letter)
            continue
        if run and reach.parts(letter, ended):
            yield run
            run = []
        elif ended and run and not run[-1].char.isspace():
            run.append(replace(run[-1], char=" "))
        if not run:
            reach = _Reach()
        run.append(letter)
        if not letter.char.isspace():
            reach.take_in(letter)
        ended = False
    if run:
        yield run


class _Reach:
    """How far the letters of a piece reach so far."""

    def __init__(self) -> None:
        self._left, self._right = math.inf, -math.inf
        self._last: Letter | None = None
        self._goes_left = False

    def take_in(self, letter: Letter) -> None:
        self._left = min(self._left, letter.left)
        self._right = max(self._right, letter.right)
        self._last = letter
        self._goes_left = self._goes_left or bool(_RIGHT_TO_LEFT.match(letter.char))

    def parts(self, letter: Letter, ended: bool) -> bool:
        """Whether `letter` does not stand in one piece with those before it."""
        last = self._last
        if last is None:
            return False
        size = max(last.size, letter.size)
        if abs(letter.baseline - last.baseline) > _SAME_LINE * size:
            return True
        gap = max(letter.left - self._right, self._left - letter.right)
        goes_left = bool(_RIGHT_TO_LEFT.match(letter.char))
        if self._goes_left and not goes_left:
            return gap > _NUMBER * size  # a number begins at its far end, seen from its line
        back = letter.right < last.left - size and not (goes_left or self._goes_left)
        return gap > _WIDE * size or (ended and back)


def _piece(text_page: Any, run: list[Letter], page: int) -> Piece | None:
    """Return the piece that letters make; None where they are nothing but space."""
    inked = [letter for letter in run if letter.size and not letter.char.isspace()]
    if not inked:
        return None
    sizes = Counter(round(letter.size, 1) for letter in inked)
    size = max(sizes, key=lambda each: (sizes[each], each))
    body = [letter for letter in inked if round(letter.size, 1) == size]
    baseline = Counter(round(letter.baseline, 1) for letter in body).most_common(1)[0][0]
    kept = list(_without_notes(run, size, baseline))
    text = "".join(letter.char for letter in kept).strip()
    if not text:
        return None
    first = _first_word(kept)
    return Piece(
        text,
        page,
        min(letter.left for letter in inked),
        max(letter.right for letter in inked),
        baseline,
        size,
        max(letter.right for letter in first) - min(letter.left for letter in first),
        _widest_space(inked),
        (_font(text_page, body[0].index), _font(text_page, body[-1].index)),
    )


def _is_note_mark(piece: Piece, beside: Sequence[Piece | None]) -> bool:
    """Whether a piece is but the raised mark of a note, beside the line that it stands in."""
    return bool(_NOTE_MARK.fullmatch(piece.text)) and any(
        other is not None
        and piece.size < _SMALLER * other.size
        and _RAISED * other.size < piece.baseline - other.baseline < other.size
        for other in beside
    )


def _first_word(letters: Sequence[Letter]) -> list[Letter]:
    begins = next(at for at, letter in enumerate(letters) if not letter.char.isspace())
    ends = next(
        (at for at in range(begins, len(letters)) if letters[at].char.isspace()), len(letters)
    )
    return list(letters[begins:ends])


def _widest_space(inked: Sequence[Letter]) -> float:
    ordered = sorted(inked, key=lambda letter: letter.left)
    return max((two.left - one.right for one, two in pairwise(ordered)), default=0.0)


def _without_notes(run: Sequence[Letter], size: float, baseline: float) -> Iterator[Letter]:
    """Yield the letters of a line without the raised marks of notes, which are no words of it."""
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and _is_raised(run[end], size, baseline):
            end += 1
        mark = "".join(letter.char for letter in run[at:end]).strip()
        written = "".join(letter.char for letter in run[max(0, at - 12) : at])
        before = re.search(r"(\S*?)\s*$", written)
        word = before[1] if before else ""
        if end > at and _NOTE_MARK.fullmatch(mark) and word not in _UNITS:
            if end < len(run) and not run[end].char.isspace() and run[end - 1].char.isspace():
                yield run[end - 1]
        else:
            yield from run[at : max(end, at + 1)]
        at = max(end, at + 1)


def _is_raised(letter: Letter, size: float, baseline: float) -> bool:
    if not letter.size:
        return letter.baseline - baseline > _RAISED * size
    return letter.size < _SMALLER * size and letter.baseline - baseline > _RAISED * size


def _font(text_page: Any, index: int) -> str:
    """Return the name and the weight of the font of a letter."""
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(80)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), None)
    return f"{name.value.decode('latin-1')} {pdfium.FPDFText_GetFontWeight(text_page, index)}"
