"""Does the text of a deck stay where it belongs? Every box and line of the rendered slides.

The deck's own file says what is planned (`holders`), the pages what has become of it (`pages`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from proof.holders import Holder, Plan
from proof.letters import counted, heaped, joins, runs_left
from proof.pages import Glyph, Line, Page, lines, poppler_text

TOLERANCE = 0.7
"""Points by which a line may leave its box: what renderers round."""
BELOW = 0.2
"""How far a line reaches below its baseline, em; the rest of its leading lies above. Measured in
LibreOffice for every font, and for leadings stated in points or per cent."""
ABOVE = 1.0
"""How far a line reaches above its baseline at the least, em."""
ABOVE_IN_CELLS = 0.5
"""The same in cells, where the font's own descent decides where on its leading a line stands."""
STAND_INS = {"Georgia": ("Gelasio", "Noto Serif"), "Calibri": ("Carlito",)}
"""What may be there for the fonts that decks name: twins, and what else was measured for them."""
TOUCH = 1.5
"""Points by which the ink of two shapes may overlap: accents over capitals, deep descenders."""
SWING = 0.1
"""How far the ink of Arabic and Indic letters may swing out over their advance, em."""
HEAPED = 0.1
"""The share of letters that may be read wrongly where marks stand in heaps on them."""
BULLETS = frozenset("•■▪–—◦·")
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that is not where it belongs."""

    kind: str
    """`box`, `slide`, `lines`, `overlap`, `table`, `lost`, `added` or `pages`."""
    place: str
    detail: str


@dataclass(slots=True)
class Tally:
    """What was measured."""

    slides: int = 0
    boxes: int = 0
    lines: int = 0
    planned: float = 0.0
    """The heights of all boxes, points; of the cells of a row only the fullest counts."""
    filled: float = 0.0
    """How much of that the lines take."""
    violations: list[Violation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Set:
    """A holder with the lines that it became."""

    holder: Holder
    paragraphs: tuple[tuple[Line, ...], ...]

    @property
    def lines(self) -> list[Line]:
        return [line for paragraph in self.paragraphs for line in paragraph]

    @property
    def height(self) -> float:
        """The height of the lines, the first line's and the last's reach included, points."""
        every = self.lines
        first, last = every[0], every[-1]
        pairs = zip(self.holder.paragraphs, self.paragraphs, strict=True)
        leading = next(one.leading for one, found in pairs if found)
        reach = (ABOVE_IN_CELLS if self.holder.table else ABOVE) * first.size
        if leading is not None and not self.holder.table:
            reach = leading - BELOW * first.size
        return last.baseline - first.baseline + reach + BELOW * last.size


def judge_slides(plans: Sequence[Plan], pages: Sequence[Page], pdf: bytes = b"") -> Tally:
    """Return what is planned and what is rendered, compared slide by slide.

    Where PDFium misses letters, Poppler is asked about the same `pdf`: each has its blind spots.
    """
    tally = Tally(slides=len(plans))
    if len(plans) != len(pages):
        detail = f"{len(plans)} slides became {len(pages)} pages"
        tally.violations.append(Violation("pages", "the deck", detail))
    for number, (plan, page) in enumerate(zip(plans, pages, strict=False), 1):
        before = len(tally.violations)
        _judge(f"slide {number}", plan, page, tally)
        lost = [one for one in tally.violations[before:] if one.kind == "lost"]
        if lost and pdf and _all_there(plan, poppler_text(pdf, number)):
            tally.violations = [one for one in tally.violations if one not in lost]
    return tally


def _all_there(plan: Plan, text: str) -> bool:
    """Return whether the text of a page has every letter of a slide as often as it must."""
    planned = Counter[str]()
    for holder in plan.holders:
        for paragraph in holder.paragraphs:
            planned += counted(paragraph.text)
    return not planned - counted(text)


def _judge(place: str, plan: Plan, page: Page, tally: Tally) -> None:
    colors = page.by_color()
    made = []
    for holder in plan.holders:
        tally.boxes += 1
        found = tuple(tuple(lines(colors.get(one.color, ()))) for one in holder.paragraphs)
        where = f"{place}: {holder.name}"
        tally.violations += _fonts(where, holder, colors)
        for paragraph in holder.paragraphs:
            glyphs = colors.pop(paragraph.color, [])
            tally.violations += _words(where, paragraph.text, glyphs)
        one = _Set(holder, found)
        if one.lines:
            made.append(one)
            tally.lines += len(one.lines)
            tally.violations += _in_box(where, one, page)
    tally.violations += _strays(place, plan, page, colors)
    tally.violations += _overlaps(place, made)
    tally.violations += _tables(place, plan, made)
    _measure(plan, made, tally)


def _words(where: str, text: str, glyphs: Sequence[Glyph]) -> Iterator[Violation]:
    shown = "".join(one.text for one in glyphs if one.text not in BULLETS)
    planned = counted("".join(letter for letter in text if letter not in BULLETS))
    found = counted(shown)
    added = found - planned
    added["-"] -= min(added["-"], text.count("\u00ad"))  # shown where a line ends at one
    added = +added
    lost = planned - found
    if runs_left(text):  # PDFium reads letters under marks twice, halves of codes, emoji backwards
        added = Counter(
            {one: n for one, n in added.items() if one not in planned and "~" < one < "\U00010000"}
        )
    if heaped(text):  # and takes one heap of marks for another, with the letter below
        added = Counter[str]()
        if lost.total() <= HEAPED * planned.total():
            lost = Counter[str]()
    for kind, difference in (("lost", lost), ("added", added)):
        if difference:
            letters = "".join(sorted(difference.elements()))[:_SHOWN]
            yield Violation(kind, where, f"“{letters}” of “{text[:_SHOWN]}”")


def _fonts(
    where: str, holder: Holder, colors: dict[tuple[int, int, int], list[Glyph]]
) -> Iterator[Violation]:
    """Yield letters in a font that the file does not name: they were not measured in it."""
    for paragraph in holder.paragraphs:
        named = {
            _family(stand_in)
            for family in paragraph.families
            for stand_in in (family, *STAND_INS.get(family, ()))
        }
        other = [
            one
            for one in colors.get(paragraph.color, ())
            if one.text.isalnum() and _family(one.font) not in named
        ]
        if other:
            text = "".join(one.text for one in other)[:_SHOWN]
            detail = f"“{text}” is set in {other[0].font}, which the deck does not name"
            yield Violation("font", where, detail)


def _family(name: str) -> str:
    """Return a family's name as it can be compared: all Noto CJK of a voice are one font."""
    plain = name.replace(" ", "").casefold()
    return plain[: plain.index("cjk") + 3] if "cjk" in plain else plain


def _in_box(where: str, one: _Set, page: Page) -> Iterator[Violation]:
    box = one.holder
    above = ABOVE_IN_CELLS if box.table else ABOVE
    for line in one.lines:
        text = "".join(glyph.text for glyph in line.glyphs)[:_SHOWN]
        aside = max(box.left - line.left, line.right - box.right)
        over = max(
            box.top - line.baseline + above * line.size,
            line.baseline + BELOW * line.size - box.bottom,
        )
        if aside > TOLERANCE + (SWING * line.size if joins(text) else 0):
            yield Violation("box", where, f"“{text}” leaves it sideways by {aside:.1f} pt")
        if over > TOLERANCE:
            yield Violation("box", where, f"“{text}” leaves it by {over:.1f} pt up or down")
        outside = max(-line.left, -line.top, line.right - page.width, line.bottom - page.height)
        if outside > TOLERANCE:
            yield Violation("slide", where, f"“{text}” leaves the slide by {outside:.1f} pt")
    room = box.bottom - box.top
    if one.height > room + TOLERANCE:
        detail = f"{len(one.lines)} lines take {one.height:.1f} pt of {room:.1f}"
        yield Violation("lines", where, detail)


def _strays(
    place: str, plan: Plan, page: Page, colors: dict[tuple[int, int, int], list[Glyph]]
) -> Iterator[Violation]:
    """Yield glyphs that are nobody's and stand in no chart, and charts' that leave the slide."""
    loose = [glyph for glyphs in colors.values() for glyph in glyphs]
    charts = [
        (left - TOLERANCE, top - TOLERANCE, right + TOLERANCE, bottom + TOLERANCE)
        for left, top, right, bottom in plan.charts
    ]
    stray = [
        one
        for one in loose
        if one.text not in BULLETS
        and not any(
            left <= one.left and top <= one.top and one.right <= right and one.bottom <= bottom
            for left, top, right, bottom in charts
        )
    ]
    if stray:
        text = "".join(one.text for one in stray)[:_SHOWN]
        yield Violation("added", place, f"“{text}” stands in no shape and no chart")
    outside = [one for one in loose if one.right > page.width + TOLERANCE or one.left < -TOLERANCE]
    if outside:
        yield Violation("slide", place, "the text of a chart leaves the slide")


def _overlaps(place: str, made: Sequence[_Set]) -> Iterator[Violation]:
    """Yield pairs of shapes of which a line of one stands over a line of the other."""
    for at, one in enumerate(made):
        for other in made[at + 1 :]:
            if _apart(one, other):
                continue
            worst = max(
                (
                    min(
                        min(a.right, b.right) - max(a.left, b.left),
                        min(a.bottom, b.bottom) - max(a.top, b.top),
                    )
                    for a in one.lines
                    for b in other.lines
                ),
                default=0.0,
            )
            if worst > TOUCH:
                where = f"{place}: {one.holder.name} and {other.holder.name}"
                yield Violation("overlap", where, f"stand over each other by {worst:.1f} pt")


def _apart(one: _Set, other: _Set) -> bool:
    a, b = one.lines, other.lines
    return (
        max(x.right for x in a) <= min(x.left for x in b)
        or max(x.right for x in b) <= min(x.left for x in a)
        or max(x.bottom for x in a) <= min(x.top for x in b)
        or max(x.bottom for x in b) <= min(x.top for x in a)
    )


def _tables(place: str, plan: Plan, made: Sequence[_Set]) -> Iterator[Violation]:
    """Yield tables whose rows want more height than the file gives them."""
    for name, (*heights, bottom) in plan.tables.items():
        cells = [one for one in made if one.holder.table == name]
        wanted = 0.0
        for row in range(len(heights)):
            more = [
                one.height - (one.holder.bottom - one.holder.top)
                for one in cells
                if one.holder.row == row
            ]
            wanted += max(0.0, *more, 0.0)
        if wanted > TOLERANCE:
            yield Violation("table", f"{place}: {name}", f"grows by {wanted:.1f} pt")
        lowest = max((line.baseline for one in cells for line in one.lines), default=0.0)
        if lowest > bottom + TOLERANCE:
            yield Violation("table", f"{place}: {name}", "has text below its frame")


def _measure(plan: Plan, made: Sequence[_Set], tally: Tally) -> None:
    """Add up how much of the planned heights the lines fill."""
    rows: dict[tuple[str, int], tuple[float, float]] = {}
    for one in made:
        room = one.holder.bottom - one.holder.top
        if one.holder.table:
            key = (one.holder.table, one.holder.row)
            rows[key] = max(rows.get(key, (0.0, room)), (min(one.height, room), room))
        else:
            tally.planned += room
            tally.filled += min(one.height, room)
    tally.planned += sum(room for _, room in rows.values())
    tally.filled += sum(filled for filled, _ in rows.values())
