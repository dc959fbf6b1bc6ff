"""Whatever is written, in any script: it is refused with a line, or all of it stands in its box.

What can be read of the finished files without a renderer; `python -m proof` renders them too.
"""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape

from deckmaker.brand import DeckScale
from deckmaker.build import make
from deckmaker.diagnostics import BriefingError, Severity
from judges.opc import NS, Package, tag
from proof.chance import Die
from proof.compose import Composed, compose, pieces
from proof.holders import Holder, marked
from proof.measuring import LEADING, font_file, line_count
from proof.memos import counted_letters, letters_of, words
from proof.pages import read_pages
from proof.strategies import briefings
from proof.texts import LANGUAGES, texts

QUICK = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making whole briefings small takes long
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
ROUNDING = 0.7
"""Points that a box may be lower than its lines: what whole EMU and renderers round."""
SCALE = {getattr(DeckScale(), field.name) for field in fields(DeckScale)}


def built(briefing: Composed) -> tuple[bytes, bytes] | None:
    """Return deck and memo, None where it is refused; whatever else is raised is a defect."""
    with tempfile.TemporaryDirectory() as name:
        try:
            deck, memo = make(briefing.write(Path(name))).files.values()
        except BriefingError as error:
            errors = [one for one in error.diagnostics if one.severity is Severity.ERROR]
            assert errors
            for one in errors:
                assert one.rule
                assert one.span is not None, f"{one.rule} names no line: {one.message}"
            return None
    return deck, memo


@given(briefing=briefings())
@QUICK
def test_a_briefing_is_refused_with_a_line_or_stands_in_its_boxes(briefing: Composed) -> None:
    made = built(briefing)
    if made is None:
        return
    deck, memo = made
    everything_is_inside_the_slide(deck)
    nothing_is_shrunk(deck)
    no_box_is_too_low(deck)
    every_word_is_there(briefing, deck, memo)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_prose_of_each_language_is_set_and_not_refused(tag: str) -> None:
    """Nothing in it is hostile; a machine without the fonts of a script may refuse that one."""
    briefing = compose(Die(f"prose {tag}"), texts(tag), 4, hostility=0)
    with tempfile.TemporaryDirectory() as name:
        try:
            deck, memo = make(briefing.write(Path(name))).files.values()
        except BriefingError as error:
            missing = {one.rule for one in error.diagnostics if one.severity is Severity.ERROR}
            assert missing == {"G01"}
            pytest.skip(f"no font for {tag} on this machine")
    everything_is_inside_the_slide(deck)
    nothing_is_shrunk(deck)
    assert no_box_is_too_low(deck) > 0
    every_word_is_there(briefing, deck, memo)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=5, deadline=None)
def test_the_same_seed_composes_the_same_briefing(seed: int) -> None:
    one, other = (compose(Die(str(seed)), texts("en"), 3) for _ in range(2))
    assert one.text == other.text


def everything_is_inside_the_slide(data: bytes) -> None:
    deck: Deck = Presentation(io.BytesIO(data))
    for number, slide in enumerate(deck.slides, 1):
        for shape in shapes(slide.shapes):
            where = f"slide {number}: {shape.name}"
            assert shape.left >= 0, where
            assert shape.top >= 0, where
            assert shape.left + shape.width <= deck.slide_width, where
            assert shape.top + shape.height <= deck.slide_height, where


def shapes(group: object) -> Iterator[BaseShape]:
    for shape in group:  # type: ignore[attr-defined]
        yield from shapes(shape.shapes) if hasattr(shape, "shapes") else (shape,)


def nothing_is_shrunk(data: bytes) -> None:
    for name, tree in Package.read(data).drawings():
        assert not list(tree.iter(tag("a:normAutofit"), tag("a:spAutoFit"))), name
        for one in tree.iter(tag("a:rPr"), tag("a:defRPr"), tag("a:endParaRPr")):
            size = one.get("sz")
            if size is not None and "notes" not in name:
                assert int(size) / 100 in SCALE, f"{name}: {int(size) / 100} pt"


def no_box_is_too_low(data: bytes) -> int:
    """Measured anew, by other code: see `measuring`. Return how many boxes were."""
    package = Package.read(data)
    shapes_of = {
        number: {shape.find("*/p:cNvPr", NS).get("name"): shape for shape in tree.iter(tag("p:sp"))}
        for number, (_, tree) in enumerate(package.slides)
    }
    measured = 0
    for number, plan in enumerate(marked(data)[1]):
        for holder in plan.holders:
            shape = shapes_of[number].get(holder.name)
            font = None if shape is None else one_font(shape)
            if font is None:
                continue
            family, size, bold, italic = font
            file = font_file(family, bold, italic)
            count = None if file is None else lines_of(holder, *file, size)
            if count is None:
                continue
            measured += 1
            room = holder.bottom - holder.top
            wanted = count * LEADING * size
            assert wanted <= room + ROUNDING, (
                f"slide {number + 1}, {holder.name}: {count} lines want {wanted} of {room} pt"
            )
    return measured


def one_font(shape: object) -> tuple[str, float, bool, bool] | None:
    """Return family, size, weight and slant of a box whose runs all say the same; None else."""
    said = {
        (
            run.findtext("a:latin", None, NS) or _typeface(run),
            run.get("sz"),
            run.get("b") == "1",
            run.get("i") == "1",
            run.get("spc"),
        )
        for run in shape.iter(tag("a:rPr"))  # type: ignore[attr-defined]
    }
    if len(said) != 1:
        return None
    family, size, bold, italic, tracking = said.pop()
    if family is None or size is None or tracking is not None:
        return None
    return family, int(size) / 100, bold, italic


@cache
def theme_fonts() -> dict[str, str]:
    return {"+mj-lt": "Georgia", "+mn-lt": "Calibri"}


def _typeface(run: object) -> str | None:
    latin = run.find("a:latin", NS)  # type: ignore[attr-defined]
    name = None if latin is None else latin.get("typeface")
    return theme_fonts().get(name, name)


def lines_of(holder: Holder, file: str, index: int, size: float) -> int | None:
    total = 0
    for paragraph in holder.paragraphs:
        count = line_count(paragraph.text, file, index, size, holder.right - holder.left)
        if count is None:
            return None
        total += count
    return total


def every_word_is_there(briefing: Composed, deck: bytes, memo: bytes) -> None:
    said = letters_of(deck_and_notes(deck))
    printed = letters_of("".join(one.text for page in read_pages(memo) for one in page.glyphs))
    for medium, text in (("deck", said), ("memo", printed)):
        typed = [one.text for one in pieces(briefing) if medium in one.media]
        lost = counted_letters(typed) - Counter(text)
        assert not lost, f"the {medium} lacks {lost}"
        for one in typed:
            for word in words(one):
                # Scripts whose letters join are drawn in an order of their own: the proof of the
                # rendered pages looks for those.
                if medium == "deck" or word.isascii():
                    there = found(word, text) or (medium == "memo" and turned_round(word, text))
                    assert there, f"“{word}” of “{one[:60]}” is not in the {medium}"


def found(word: str, text: str) -> bool:
    """Return whether a word is there, whole or parted by the end of a slide or page."""
    parted = (word[:at] in text and word[at:] in text for at in range(1, len(word)))
    return word in text or any(parted)


def turned_round(word: str, text: str) -> bool:
    """Return whether the letters of a word stand side by side in some order.

    Of a line that runs to the left PDFium turns Latin words round, ligatures apart.
    """
    letters = sorted(word)
    return any(sorted(text[at : at + len(word)]) == letters for at in range(len(text)))


def deck_and_notes(data: bytes) -> str:
    pieces_of = []
    for slide in Presentation(io.BytesIO(data)).slides:
        for shape in shapes(slide.shapes):
            if shape.has_text_frame:
                pieces_of.append(shape.text_frame.text)  # type: ignore[attr-defined]
            if getattr(shape, "has_table", False):
                pieces_of += [
                    cell.text
                    for row in shape.table.rows  # type: ignore[attr-defined]
                    for cell in row.cells
                ]
        if slide.has_notes_slide:
            pieces_of.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(pieces_of)
