"""Text that is too tall for its place becomes pieces: as few as can be, and about equally high.

A piece ends with a paragraph or a sentence. Only a sentence that is too tall by itself is parted,
and then at the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deckmaker.deck.fit import SLACK, evenly
from deckmaker.deck.model import Ink, Paragraph
from deckmaker.deck.text import Ruler, line_of, sliced, text_of
from deckmaker.document.sentences import sentence_ends
from deckmaker.language.quoting import MARKS

WITHIN_QUOTATION, WITHIN_SENTENCE = 0.05, 0.1
"""The prices of parting a quotation and a sentence, beside the square of a slide's share."""
NARROWEST = 0.15
"""Em: no text is narrower on average, so that what a slide can hold is known beforehand."""
_ATTEMPTS = 4
_NO_MARKS = dict.fromkeys(map(ord, MARKS), " ")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a piece may end: behind so many letters of a paragraph."""

    para: int
    offset: int
    price: float = 0.0


def split(
    ruler: Ruler,
    paragraphs: tuple[Paragraph, ...],
    width: float,
    height: float,
    *,
    first: float | None = None,
    reserve: float = 0.0,
) -> tuple[tuple[Paragraph, ...], ...]:
    """Return `paragraphs` in pieces at most `height` points high in a box `width` points wide.

    The first piece has `first` points where that is another height; the last one leaves `reserve`
    points free. A line at least stands in each, whatever its height.
    """
    first = height if first is None else first
    if ruler.height(paragraphs, width) + reserve <= first + SLACK:
        return (paragraphs,)
    for attempt in range(_ATTEMPTS):
        # A token wider than its line may make more lines at the end of a piece than within it.
        less = attempt * max(map(line_of, paragraphs))
        pieces = _pieces(ruler, paragraphs, width, (first - less, height - less), reserve)
        rooms = (first, *(height for _ in pieces[1:]))
        if all(
            ruler.height(piece, width) <= room + SLACK
            for piece, room in zip(pieces, rooms, strict=True)
        ):
            break
    return pieces


def _pieces(
    ruler: Ruler,
    paragraphs: tuple[Paragraph, ...],
    width: float,
    heights: tuple[float, float],
    reserve: float,
) -> tuple[tuple[Paragraph, ...], ...]:
    """Return the pieces; `heights` are those of the first and of all others."""
    last = len(paragraphs) - 1
    places = [_Place(0, 0)]
    for number, para in enumerate(paragraphs):
        places += _places(
            ruler, para, number, width, min(heights), reserve if number == last else 0.0
        )
    if len(places) < 2:
        return (paragraphs,)
    layout = _Layout(ruler, paragraphs, width, heights, reserve, places)
    runs = evenly(len(places) - 1, layout.reach, [place.price for place in places])
    return tuple(_between(paragraphs, places[run[0]], places[run[-1] + 1]) for run in runs)


def _places(
    ruler: Ruler, para: Paragraph, number: int, width: float, height: float, reserve: float
) -> Iterator[_Place]:
    """Yield where `para` may be parted, its end included."""
    words = text_of(para)
    language = ruler.typesetter.locale.tag
    # A quotation is parted only where it is too tall, and then between its own sentences.
    inner = sentence_ends(words.translate(_NO_MARKS), language)

    def too_tall(start: int, end: int) -> bool:
        room = height - (reserve if end == len(words) else 0.0)
        piece = replace(para, inks=sliced(para.inks, start, end))
        return ruler.count(piece, width) * line_of(para) > room + SLACK

    def within(start: int, end: int) -> Iterator[_Place]:
        for first, last in pairwise((start, *(at for at in inner if start < at < end), end)):
            if too_tall(first, last):
                piece = replace(para, inks=sliced(para.inks, first, last))
                begin = first + _indent(words[first:last])
                for line in ruler.lines(piece, width)[:-1]:
                    yield _Place(number, begin + line.end, WITHIN_SENTENCE)
            if last < end:
                yield _Place(number, last, WITHIN_QUOTATION)

    ends = [at for at in sentence_ends(words, language) if at < len(words)]
    for start, end in pairwise((0, *ends, len(words))):
        if too_tall(start, end):
            yield from within(start, end)
        yield _Place(number, end)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines that text makes from each place on, as far as a piece can reach."""

    ruler: Ruler
    paragraphs: tuple[Paragraph, ...]
    width: float
    heights: tuple[float, float]
    reserve: float
    places: Sequence[_Place]
    known: dict[tuple[int, int], tuple[list[int], int]] = field(default_factory=dict)

    def reach(self, start: int) -> Iterator[tuple[int, float]]:
        """Yield where a piece may end that begins at a place, and its share of the height."""
        begin = self.places[start]
        room = self.heights[min(start, 1)]
        number, offset = begin.para, begin.offset
        if offset == len(text_of(self.paragraphs[number])) and start:
            number, offset = number + 1, 0
        above = 0.0
        ends: list[int] = []
        shift = 0
        for end in range(start + 1, len(self.places)):
            place = self.places[end]
            if place.para != number or not ends:
                if ends:  # a new paragraph
                    above += len(ends) * line_of(self.paragraphs[number])
                    number, offset = place.para, 0
                    above += self.paragraphs[number].before
                ends, shift = self._lines(number, offset)
            lines = 1 + sum(1 for line in ends[:-1] if line + shift < place.offset)
            height = above + lines * line_of(self.paragraphs[number])
            height += self.reserve if end == len(self.places) - 1 else 0.0
            if height > room + SLACK:
                if end == start + 1:  # a line at least
                    yield end, 1.0
                return
            yield end, height / room

    def _lines(self, number: int, offset: int) -> tuple[list[int], int]:
        """Return where lines end in a paragraph from `offset` on, and what to add to each."""
        found = self.known.get((number, offset))
        if found:
            return found
        para = self.paragraphs[number]
        words = text_of(para)
        line = line_of(para)
        per_line = self.width / (NARROWEST * line) if line else 1.0
        most = int((max(self.heights) / line + 2) * per_line) if line else len(words)
        stop = min(len(words), offset + most)
        rest = replace(_unhung(para) if offset else para, inks=sliced(para.inks, offset, stop))
        ends = [one.end for one in self.ruler.lines(rest, self.width)] or [0]
        found = self.known[number, offset] = ends, offset + _indent(words[offset:])
        return found


def _between(
    paragraphs: tuple[Paragraph, ...], start: _Place, end: _Place
) -> tuple[Paragraph, ...]:
    """Return the text between two places."""
    piece = []
    for number in range(start.para, end.para + 1):
        para = paragraphs[number]
        first = start.offset if number == start.para else 0
        last = end.offset if number == end.para else len(text_of(para))
        inks: tuple[Ink, ...] = para.inks
        if first or last < len(text_of(para)):
            inks = sliced(para.inks, first, last)
        if inks:
            piece.append(replace(_unhung(para) if first else para, inks=inks))
    return tuple(piece)


def _unhung(para: Paragraph) -> Paragraph:
    """Return `para` as its rest is set: all lines begin where all but its first one did."""
    return replace(para, left=para.left + para.hang, hang=0.0, bullet=False)


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())
