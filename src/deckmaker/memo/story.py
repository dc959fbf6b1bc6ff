"""The Document becomes a story: one flat list of slabs, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.brand import Brand
from deckmaker.document import Block, Document, Section, Summary
from deckmaker.language.hearing import sounded
from deckmaker.memo.blocks import block
from deckmaker.memo.drawing import Bookmark, Drawing, Ink, Rule, Target, Words
from deckmaker.memo.front import front
from deckmaker.memo.panel import bottom_line
from deckmaker.memo.sidehead import side_head
from deckmaker.memo.slabs import (
    FORBIDDEN,
    Slab,
    attached,
    beside,
    height,
    held,
    reaches_into,
    spaced,
)
from deckmaker.memo.sources import sources
from deckmaker.memo.text import Compositor, joined, text_of
from deckmaker.richtext import Span, Spans, plain

_SECTION, _SECTION_RULE = 28.0, 0.5
"""White above a section's hairline, and the hairline itself, points."""
_AFTER_RULE, _AFTER_HEADING, _BLOCK, _AFTER_SUBHEADING = 9.0, 8.0, 20.0, 4.0
_AFTER_LABEL, _LACKING = 7.0, 37.0
"""White below a label, and how far it may push down what has the rail for itself."""
_BEFORE_PANEL = 14.0
_SOURCES = "sources"
"""The target of the list of sources."""


def story(document: Document, brand: Brand, compositor: Compositor) -> list[Slab]:
    """Return the whole memo: front, bottom line, sections, sources."""
    slabs = front(document, brand, compositor)
    opening = _opening(document)
    if opening is not None:
        slabs += spaced(bottom_line(opening.bluf, compositor), _BEFORE_PANEL)
    for section in document.sections:
        slabs += _section(section, compositor, opening)
    if document.sources:
        slabs += _sources(document, compositor, cited=_cites(slabs))
    return slabs


def _cites(slabs: list[Slab]) -> bool:
    """Tell whether any superior figure stands on `slabs`."""
    return any(
        isinstance(run.payload, Ink) and run.payload.rise
        for slab in slabs
        for mark in slab.drawing
        if isinstance(mark, Words)
        for run in mark.line.runs
    )


def _opening(document: Document) -> Summary | None:
    """Return the summary whose bottom line stands under the header block, where there is one.

    It must have more to say, or nothing would stand under the heading of its section.
    """
    blocks = document.sections[0].blocks if document.sections else ()
    match blocks:
        case (Block(content=Summary() as summary), *_) if summary.points or summary.confidence:
            return summary
    return None


def _sources(document: Document, compositor: Compositor, *, cited: bool) -> list[Slab]:
    """Set the list of sources, as the last section."""
    wording = document.wording
    taken = {sounded(plain(title)) for title in _titles(document)}
    fixed = wording.sources_title
    label: Spans = (Span(wording.sources),)
    # An author's title of the same words keeps them; the list is then headed by its label.
    title: Spans = () if sounded(fixed) in taken else (Span(fixed),)
    compositor = compositor.inside("Sect", title=text_of(label))
    marks = (Target(_SOURCES, 0.0), Bookmark(_SOURCES, text_of(label), 0))
    entries = sources(document, compositor, cited=cited)
    slabs = _headed(label, title, marks, entries, compositor)
    return _labelled(slabs, label, compositor)


def _titles(document: Document) -> Iterator[Spans]:
    for section in document.sections:
        yield section.title
        yield from (block.title for block in section.blocks)


def _section(section: Section, compositor: Compositor, opening: Summary | None) -> list[Slab]:
    """Set a section: its label in the rail, its title, its blocks.

    A section without a title of its own is headed by its first block's.
    """
    first, *others = section.blocks or (None,)
    lent = first is not None and first.own_title and not section.title
    title = first.title if first is not None and lent else section.title
    alone = not lent or not others
    entry = text_of(joined(section.label, title if alone else (), by=": ")) or text_of(title)
    compositor = compositor.inside("Sect", title=entry)
    marks: Drawing = (Target(section.id, 0.0), Bookmark(section.id, entry, 0))
    under: list[Slab] = []
    sub = bool(section.title)
    if first is not None and (lent or not first.own_title):
        marks += _places(first, bookmarked=not alone)
        under = _under(_content(first, compositor, opening), compositor)
    elif first is not None:
        under = _titled(first, compositor, opening, sub=sub)
    slabs = _headed(section.label, title, marks, under, compositor)
    for each in others:
        slabs += spaced(_titled(each, compositor, opening, sub=sub), _BLOCK)
    return _labelled(slabs, section.label, compositor)


def _labelled(slabs: list[Slab], label: Spans, compositor: Compositor) -> list[Slab]:
    """Return a section's slabs with its label for the pages that begin behind the first."""
    head = side_head(label, compositor)
    return [slabs[0], *(replace(slab, side_head=head) for slab in slabs[1:])]


def _titled(
    block_: Block, compositor: Compositor, opening: Summary | None, *, sub: bool
) -> list[Slab]:
    """Set a block under its own title, if it has one; `sub` where its section has one too."""
    if sub and block_.own_title:
        compositor = compositor.inside("Sect", title=text_of(block_.title))
    content = _content(block_, compositor, opening)
    if not block_.own_title:
        return _anchored(content, _places(block_, bookmarked=False))
    styles = compositor.styles
    type_ = styles.subheading if sub else styles.heading
    runs = compositor.runs(block_.title, type_)
    head = compositor.heading(runs, type_, "H3" if sub else "H2")
    return [
        *_anchored(head, _places(block_, bookmarked=True)),
        *spaced(_under(content, compositor), _AFTER_SUBHEADING if sub else _AFTER_HEADING),
    ]


def _places(block_: Block, *, bookmarked: bool) -> Drawing:
    """Return the target of a block, and its entry in the outline."""
    target = Target(block_.id, 0.0)
    return (target, Bookmark(block_.id, text_of(block_.title), 1)) if bookmarked else (target,)


def _under(content: list[Slab], compositor: Compositor) -> list[Slab]:
    """Keep two lines of what stands under a heading with it."""
    return held(content, 2 * compositor.styles.body.leading)


def _headed(
    label: Spans, title: Spans, marks: Drawing, under: list[Slab], compositor: Compositor
) -> list[Slab]:
    """Set a section's head above its first slabs: a hairline, label in the rail, title beside.

    A label deeper than the title reaches down beside what stands under it, unless that has the
    rail for itself.
    """
    styles, grid = compositor.styles, compositor.styles.grid
    rule = Rule(0.0, 0.0, grid.full, 0.0, _SECTION_RULE, styles.colors["rule"])
    type_ = styles.heading if title else styles.label
    runs = compositor.runs(title, type_)
    heading = compositor.heading(runs, type_, "H2") if title else [Slab(0.0)]
    # Where no title stands beside it, the label is what heads the section.
    tag = None if title else compositor.element.part("H2")
    rail, depth = compositor.rail([(label, styles.label)] if label else [], type_, tag)
    lacking = depth + _AFTER_LABEL - height(heading)
    after = _AFTER_HEADING
    if not reaches_into(grid.rail, under, lacking - after):
        below = beside(rail, depth, [*heading, *spaced(attached(under), after)])
    else:
        if lacking > _LACKING:
            lacking = 0.0
            heading = beside(rail, depth, heading)
        else:
            heading = _anchored(heading, rail)
        below = [*heading, *spaced(attached(under), max(after, lacking))]
    return [
        Slab(_SECTION_RULE, (*marks, rule), before=_SECTION),
        *spaced(below, _AFTER_RULE, penalty=FORBIDDEN),
    ]


def _content(block_: Block, compositor: Compositor, opening: Summary | None) -> list[Slab]:
    return block(block_, compositor, bluf=block_.content is not opening)


def _anchored(slabs: list[Slab], marks: Drawing) -> list[Slab]:
    """Return `slabs` with `marks` at their head."""
    if not slabs:
        return [Slab(0.0, marks)]
    return [replace(slabs[0], drawing=(*marks, *slabs[0].drawing)), *slabs[1:]]
