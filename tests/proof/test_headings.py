"""Whatever validates: headings never skip a level, and no section or slide is without one."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.diagnostics import BriefingError
from deckmaker.document import Document, assemble
from deckmaker.language.briefing import Briefing, load
from deckmaker.language.hearing import heard, is_silent
from deckmaker.locales import locale_for
from deckmaker.memo.drawing import Bookmark
from deckmaker.memo.story import story
from deckmaker.memo.styles import styles_of
from deckmaker.memo.text import Compositor
from deckmaker.reading.source import read_yaml
from deckmaker.richtext import plain
from deckmaker.typesetting import Typesetter
from proof.compose import Composed
from proof.strategies import briefings

QUICK = settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
META = "{ title: Whole, date: 2026-02-17 }"
TITLES = st.sampled_from(["", "", "A", "B", "a.", "**C**", "@3", "…", "D [e]{lang=de}"])
BLOCK = st.fixed_dictionaries(
    {"callout": st.just("So it is")},
    optional={"title": TITLES, "only": st.sampled_from(["deck", "memo"])},
)
SECTION = st.one_of(
    BLOCK.map(lambda block: {"section": "S", **block}),
    st.fixed_dictionaries(
        {"section": st.just("S"), "blocks": st.lists(BLOCK, min_size=1, max_size=3)},
        optional={"title": TITLES},
    ),
)


def headings(document: Document) -> Iterator[tuple[int, str]]:
    """Yield level and text of every heading of a memo, as the page on the language has them."""
    yield 1, plain(document.front.title)
    for section in document.sections:
        if plain(section.title):
            yield 2, plain(section.title)
        for block in section.blocks:
            if block.own_title:
                yield 3 if section.title else 2, plain(block.title)


def in_order(document: Document) -> None:
    found = list(headings(document))
    assert not any(is_silent(text) for _, text in found)
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(found))
    assert sum(level == 2 for level, _ in found) >= len(document.sections)
    for section in document.sections:
        assert section.blocks
        assert section.title or section.blocks[0].own_title
        titles = [heard(plain(block.title)) for block in section.blocks]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def outlined(document: Document, brand: Brand) -> None:
    """The entries of the memo's outline begin at the top and go down a level at a time."""
    locale = locale_for(document.front.lang)
    compositor = Compositor(
        styles_of(brand, locale), Typesetter(brand, locale), document.wording, frozenset()
    )
    marks = [m for slab in story(document, brand, compositor) for m in slab.drawing]
    levels = [mark.level for mark in marks if isinstance(mark, Bookmark)]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(0) == len(document.sections) + bool(document.sources)


@given(briefing=briefings())
@QUICK
def test_headings_of_composed_briefings_are_in_order(briefing: Composed) -> None:
    with tempfile.TemporaryDirectory() as name:
        try:
            read = load(briefing.write(Path(name)))
        except BriefingError:
            assume(False)
        for medium in ("deck", "memo"):
            in_order(assemble(read, None, medium))


@example([{"section": "S", "title": "…", "blocks": [{"callout": "So it is"}]}])
@given(sections=st.lists(SECTION, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_headings_are_in_order_whatever_is_left_out(sections: list[dict[str, object]]) -> None:
    raw = f"deckmaker: 1\nmeta: {META}\nsections: {json.dumps(sections)}"
    try:
        read = Briefing.read(read_yaml(raw.encode(), "b.yaml"), Path("b.yaml"))
    except BriefingError:
        return
    for medium in ("deck", "memo"):
        in_order(assemble(read, None, medium))
    outlined(assemble(read, None, "memo"), read_brand("cartulary", Path())[0])
