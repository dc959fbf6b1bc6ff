"""Scenarios: columns under heavy rules, what they hold aligned across; rows where they are long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from deckmaker.capitals import capitals
from deckmaker.deck.blocks.stats import COLUMN_GAP, COLUMNS_MOST, RULE_DROP, column_width
from deckmaker.deck.body import Body, Sheet, continued, drop, shape_name
from deckmaker.deck.fit import Atom, partition
from deckmaker.deck.geometry import BODY_IDX, HAIRLINE, HEAVY, MARGIN, MEASURE, span
from deckmaker.deck.model import Frame, Ink, Paragraph, RuleFrame, ShapeFrame, Style, TextFrame
from deckmaker.deck.rows import Cell, Row, cites_of, draw_rows, notes_of, place_rows
from deckmaker.deck.speech import headed, sentences, spoken
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import ScaleStep, Scenario, Scenarios
from deckmaker.locales import locale_for
from deckmaker.richtext import Citation, Span, Spans, citations, plain, unmarked

CASE_GAP = 14.0
LIKELIHOOD_GAP = 4.0
PART_GAP = 24.0
LABEL_GAP = 3.0
ITEM_GAP = 4.0
ITEM_HANG = 16.0
STRIP_HEIGHT, STRIP_GAP, STEP_GAP = 8.0, 10.0, 3.0
ENDS_GAP = 2.0


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a column, aligned with its like in the others."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    gap: float
    """Above the part, points."""
    placeholder: bool = False


def plan_scenarios(content: Scenarios, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return the cases in columns, up to three; in rows where a column would run over."""
    for columns in range(min(COLUMNS_MOST, len(content.entries)), 1, -1):
        runs = partition([Atom(1.0) for _ in content.entries], float(columns))
        groups = [[content.entries[n] for n in run] for run in runs]
        width = column_width(columns)
        if all(_height(group, content.scale, width, sheet) <= sheet.box.height for group in groups):
            return tuple(_columns(group, content.scale, width, sheet) for group in groups)
    return _rows(content, sheet)


def _parts(entry: Scenario, sheet: Sheet) -> tuple[_Part, ...]:
    """Return case, likelihood, driver and watch items; empty ones keep their place."""
    styles, wording = sheet.styles, sheet.wording
    return (
        _Part("case", (paragraph(entry.case, styles.case),), CASE_GAP, placeholder=True),
        _Part("likelihood", _likelihood(entry, sheet), LIKELIHOOD_GAP),
        _Part("driver", _labelled(wording.turns_on, (entry.driver,), sheet), PART_GAP),
        _Part("watch", _watch(entry, sheet), PART_GAP),
    )


def _likelihood(entry: Scenario, sheet: Sheet) -> tuple[Paragraph, ...]:
    styles = sheet.styles
    likelihood = entry.likelihood
    style: Style = {
        "source": styles.source_word,
        "ours": styles.likelihood,
        "not given": replace(styles.event, role="muted"),
    }[likelihood.kind]
    first = paragraph(likelihood.label, style)
    if likelihood.range_text:
        plain_style = replace(styles.text, role="muted")
        first = replace(first, inks=(*first.inks, Ink(f"  {likelihood.range_text}", plain_style)))
    if not plain(likelihood.confidence):
        return (first,)
    return (first, paragraph(likelihood.confidence, styles.note, before=1))


def _labelled(label: str, texts: Sequence[Spans], sheet: Sheet) -> tuple[Paragraph, ...]:
    texts = [text for text in texts if plain(text)]
    if not texts:
        return ()
    head = paragraph(capitals(label, locale_for(sheet.wording.lang)), sheet.styles.label)
    return (head, *(paragraph(text, sheet.styles.text, before=LABEL_GAP) for text in texts))


def _watch(entry: Scenario, sheet: Sheet) -> tuple[Paragraph, ...]:
    made = _labelled(sheet.wording.watch_for_ours, entry.watch, sheet)
    return made[:1] + tuple(
        replace(para, bullet=True, hang=ITEM_HANG, before=ITEM_GAP if n else LABEL_GAP)
        for n, para in enumerate(made[1:])
    )


def _aligned(group: Sequence[Scenario], width: float, sheet: Sheet) -> list[float]:
    """Return the height of each part, the tallest of the group deciding."""
    columns = [_parts(entry, sheet) for entry in group]
    return [
        max(
            sheet.ruler.height(column[n].paragraphs, width) if column[n].paragraphs else 0.0
            for column in columns
        )
        for n in range(len(columns[0]))
    ]


def _strip_room(group: Sequence[Scenario], scale: Sequence[ScaleStep], sheet: Sheet) -> float:
    ours = any(entry.likelihood.kind == "ours" for entry in group)
    ends = ENDS_GAP + sheet.styles.source.line
    return STRIP_GAP + STRIP_HEIGHT + ends if ours and scale else 0.0


def _height(
    group: Sequence[Scenario], scale: Sequence[ScaleStep], width: float, sheet: Sheet
) -> float:
    heights = _aligned(group, width, sheet)
    gaps = sum(part.gap for part in _parts(group[0], sheet))
    return RULE_DROP + gaps + sum(heights) + _strip_room(group, scale, sheet)


def _columns(
    group: Sequence[Scenario], scale: Sequence[ScaleStep], width: float, sheet: Sheet
) -> Body:
    box = sheet.box
    heights = _aligned(group, width, sheet)
    room = _strip_room(group, scale, sheet)
    frames: list[Frame] = []
    for n, entry in enumerate(group):
        x = box.x + n * (width + COLUMN_GAP)
        y = box.y + RULE_DROP
        frames.append(RuleFrame(f"Rule {n + 1}", x, y, width, 0, "foreground", HEAVY))
        for part, height in zip(_parts(entry, sheet), heights, strict=True):
            y += part.gap if height else 0.0
            if part.paragraphs:
                narrow = sheet.ruler.narrowed(part.paragraphs, width)
                place = Box(x, y, narrow, sheet.ruler.height(part.paragraphs, narrow))
                slot = BODY_IDX + n if part.placeholder else None
                name = shape_name(entry.path, part.name)
                frames.append(TextFrame(name, place, part.paragraphs, slot))
            y += height
            if part.name == "likelihood" and room:
                if entry.likelihood.kind == "ours":
                    frames += _strip(
                        entry, scale, Box(x, y + STRIP_GAP, width, STRIP_HEIGHT), sheet
                    )
                y += room
    notes = tuple(note for entry in group for note in _note(entry, sheet))
    return Body("Columns", tuple(frames), _cites(group), notes, _remarks(group, sheet))


def _strip(entry: Scenario, scale: Sequence[ScaleStep], place: Box, sheet: Sheet) -> list[Frame]:
    """Return the scale as a strip of steps, those of the judgement filled, its ends named.

    The first of these speaks for the whole drawing.
    """
    low, high = entry.likelihood.low or 0.0, entry.likelihood.high or 0.0
    step_width = (place.width - (len(scale) - 1) * STEP_GAP) / len(scale)
    frames: list[Frame] = []
    alt = _strip_alt(entry, sheet)
    for n, step in enumerate(scale):
        inside = step.low >= low and step.high <= high
        frames.append(
            ShapeFrame(
                shape_name(entry.path, f"scale {n + 1}"),
                place.at(x=place.x + n * (step_width + STEP_GAP), width=step_width),
                fill="emphasis" if inside else "panel",
                line="emphasis" if inside else "rule",
                weight=HAIRLINE,
                alt=alt if inside else "",
            )
        )
        alt = "" if inside else alt
    style = sheet.styles.source
    half = place.width / 2
    below = Box(place.x, place.bottom + ENDS_GAP, half, style.line)
    ends = (scale[0].term, scale[-1].term)
    if all(sheet.ruler.count(paragraph(term, style), half) == 1 for term in ends):
        last = replace(paragraph(ends[1], style), align="right")
        frames += [
            TextFrame(shape_name(entry.path, "scale low"), below, (paragraph(ends[0], style),)),
            TextFrame(shape_name(entry.path, "scale high"), below.at(x=below.right), (last,)),
        ]
    return frames


def _strip_alt(entry: Scenario, sheet: Sheet) -> str:
    """Return `New talks: likely, 55–80%`."""
    wording = sheet.wording
    judged = (plain(entry.likelihood.label), entry.likelihood.range_text)
    return f"{plain(entry.case)}{wording.colon}{wording.aside.join(filter(None, judged))}"


def _rows(content: Scenarios, sheet: Sheet) -> tuple[Body, ...]:
    """Return a row for each case: case and likelihood at the left, the rest at the right."""
    left, right = span(4), MEASURE - span(4) - 2 * COLUMN_GAP
    rows = []
    for entry in content.entries:
        case, likelihood, driver, watch = _parts(entry, sheet)
        lower = drop(sheet.styles.case, sheet.styles.label)
        head = (*case.paragraphs, *likelihood.paragraphs)
        watch_items = watch.paragraphs
        if driver.paragraphs and watch_items:
            watch_items = (replace(watch_items[0], before=CASE_GAP), *watch_items[1:])
        cells = [
            Cell(
                shape_name(entry.path, "case"),
                MARGIN,
                left,
                head,
                main=True,
                again=partial(continued, entry.case, sheet.styles.case, sheet),
            )
        ]
        rest = (*driver.paragraphs, *watch_items)
        if rest:
            x = MARGIN + MEASURE - right
            cells.append(Cell(shape_name(entry.path, "driver"), x, right, rest, drop=lower))
        rows.append(Row(tuple(cells), _cites((entry,)), _note(entry, sheet)))
    remarks = _remarks(content.entries, sheet)
    return tuple(
        Body(
            "Rows",
            draw_rows(placed, sheet, opened=True),
            cites_of(placed),
            notes_of(placed),
            remarks,
        )
        for placed in place_rows(rows, sheet)
    )


def _cites(group: Sequence[Scenario]) -> tuple[Citation, ...]:
    spans: Spans = ()
    for entry in group:
        spans += entry.case + entry.likelihood.label + entry.driver
        spans += tuple(span for item in entry.watch for span in item)
    return citations(spans)


def _note(entry: Scenario, sheet: Sheet) -> tuple[Spans, ...]:
    if not citations(entry.driver):
        return ()
    wording = sheet.wording
    likelihood = (*unmarked(entry.likelihood.label), Span(wording.stop))
    said = headed(plain(entry.case), likelihood, wording)
    return (sentences((said, spoken(entry.driver, wording)), wording),)


def _remarks(group: Sequence[Scenario], sheet: Sheet) -> tuple[str, ...]:
    remarks = []
    if any(entry.likelihood.kind == "source" for entry in group):
        remarks.append(sheet.wording.likelihood_words_source)
    if any(entry.watch for entry in group):
        remarks.append(sheet.wording.watch_items_ours)
    return tuple(remarks)
