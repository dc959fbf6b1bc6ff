"""The layouts of the deck: named, with real placeholders, as values.

The planner asks them for boxes, the writer makes the slide master and the layouts from them, and
a slide's placeholder that keeps its layout's box and style repeats neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckmaker.brand import Role
from deckmaker.deck.furniture import FOLIO_BASELINE, Furniture
from deckmaker.deck.geometry import (
    BODY,
    BODY_BOTTOM,
    BODY_IDX,
    BODY_TOP,
    DATE_IDX,
    FOOTER_IDX,
    HAIRLINE,
    KICKER_IDX,
    MARGIN,
    MARK_FOOT_IDX,
    MARK_TOP_IDX,
    MEASURE,
    NUMBER_IDX,
    SLIDE_WIDTH,
    SOURCE_IDX,
    SOURCE_RULE,
    TITLE_WIDTH,
    column_x,
    span,
)
from deckmaker.deck.model import Align, Anchor, LayoutName, RuleFrame, Style
from deckmaker.deck.styles import Styles
from deckmaker.deck.units import Box

SlotType = Literal[
    "ctrTitle", "title", "subTitle", "body", "tbl", "chart", "pic", "dt", "ftr", "sldNum"
]
ROWS = 8
"""Body placeholders of a layout of rows; a slide with more of them adds text boxes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout."""

    idx: int
    type: SlotType
    name: str
    box: Box
    style: Style
    prompt: str
    align: Align = "left"
    anchor: Anchor = "top"
    capitals: bool = False
    chip: bool = False
    """A protective marking: a black ground, fixed by the standard and not by the theme."""
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout."""

    name: LayoutName
    slots: tuple[Slot, ...]
    drawings: tuple[RuleFrame, ...] = ()
    ground: Role = "background"

    def slot(self, idx: int) -> Slot | None:
        """Return the placeholder of this index, None where the layout has none."""
        return next((s for s in self.slots if s.idx == idx), None)


SOURCE_LINE = RuleFrame("Source rule", MARGIN, SOURCE_RULE, MEASURE, 0, "rule", HAIRLINE)


def make_layouts(
    styles: Styles, furniture: Furniture, footer: str = "", date: str = ""
) -> dict[LayoutName, Layout]:
    """Return every layout by name, in the order of PowerPoint's gallery.

    `footer` and `date` stand on the layouts too, so that a slide added by hand has them.
    """
    frame = _furniture_slots(styles, furniture, footer, date)
    rows = tuple(
        Slot(
            BODY_IDX + n,
            "body",
            f"Row {n + 1}",
            Box(MARGIN, BODY_TOP + n * BODY.height / ROWS, TITLE_WIDTH, BODY.height / ROWS),
            styles.row,
            f"Row {n + 1}",
            anchor="middle",
        )
        for n in range(ROWS)
    )
    third = span(4)
    columns = tuple(
        Slot(
            BODY_IDX + n,
            "body",
            f"Column {n + 1}",
            Box(column_x(4 * n), BODY_TOP + 12, third, BODY.height - 12),
            styles.text,
            f"Column {n + 1}",
        )
        for n in range(3)
    )

    def body(name: LayoutName, *slots: Slot) -> Layout:
        return Layout(name, (*frame, *slots), (SOURCE_LINE,))

    def exhibit(type_: SlotType, name: str) -> Slot:
        return Slot(BODY_IDX, type_, name, BODY, styles.text, name)

    layouts = (
        _cover(styles, furniture),
        body("Agenda", *rows),
        body(
            "Summary",
            Slot(
                BODY_IDX,
                "body",
                "Bottom line",
                Box(MARGIN, BODY_TOP, MEASURE, 96),
                styles.bluf,
                "Bottom line",
            ),
            *(_renumbered(slot, BODY_IDX + 1 + n) for n, slot in enumerate(rows[2:])),
        ),
        body("Rows", *rows),
        body("Timeline", *rows),
        body("Ledger", exhibit("tbl", "Ledger")),
        body("Columns", *columns),
        body(
            "Statement",
            Slot(
                BODY_IDX,
                "body",
                "Statement",
                BODY.at(width=TITLE_WIDTH, height=260),
                styles.quotation,
                "Statement",
            ),
            Slot(
                BODY_IDX + 1,
                "body",
                "Attribution",
                BODY.at(y=BODY_TOP + 276, height=60),
                styles.name,
                "Attribution",
            ),
        ),
        body("Table", exhibit("tbl", "Table")),
        body("Chart", exhibit("chart", "Chart")),
        body("Picture", exhibit("pic", "Picture")),
        _full_picture(styles, frame),
        body("Sources", *rows),
    )
    return {layout.name: layout for layout in layouts}


def _renumbered(slot: Slot, idx: int) -> Slot:
    name = f"Row {idx - BODY_IDX}"
    return Slot(idx, slot.type, name, slot.box, slot.style, name, anchor=slot.anchor)


def _marks(styles: Styles, furniture: Furniture) -> tuple[Slot, ...]:
    if furniture.mark_top is None or furniture.mark_foot is None:
        return ()
    return tuple(
        Slot(
            idx,
            "body",
            name,
            box,
            styles.marking,
            "Marking",
            align="center",
            anchor="middle",
            chip=True,
        )
        for idx, name, box in (
            (MARK_TOP_IDX, "Marking head", furniture.mark_top),
            (MARK_FOOT_IDX, "Marking foot", furniture.mark_foot),
        )
    )


def _furniture_slots(
    styles: Styles, furniture: Furniture, footer: str, date: str
) -> tuple[Slot, ...]:
    return (
        Slot(0, "title", "Title", furniture.title, styles.title, "The assertion of this slide"),
        Slot(KICKER_IDX, "body", "Kicker", furniture.kicker, styles.kicker, "Section",
             capitals=True),
        Slot(SOURCE_IDX, "body", "Source", furniture.source, styles.source, "Source"),
        Slot(FOOTER_IDX, "ftr", "Footer", furniture.footer, styles.folio, footer),
        Slot(DATE_IDX, "dt", "Date", furniture.date, styles.folio, date, align="right"),
        Slot(NUMBER_IDX, "sldNum", "Slide number", furniture.number, styles.number, ""),
        *_marks(styles, furniture),
    )  # fmt: skip


def _cover(styles: Styles, furniture: Furniture) -> Layout:
    small = styles.cover_small
    foot = FOLIO_BASELINE - small.baseline + small.line
    return Layout(
        "Cover",
        (
            Slot(0, "ctrTitle", "Title", Box(MARGIN, 168, TITLE_WIDTH, 3 * styles.cover_title.line),
                 styles.cover_title, "Title"),
            Slot(KICKER_IDX, "body", "Kind and date",
                 Box(MARGIN, 132, TITLE_WIDTH, small.line),
                 small, "Kind and date"),
            Slot(BODY_IDX, "subTitle", "Subtitle",
                 Box(MARGIN, 336, TITLE_WIDTH, 2 * styles.cover_text.line),
                 styles.cover_text, "Subtitle"),
            Slot(BODY_IDX + 1, "body", "From and to",
                 Box(MARGIN, foot - 2 * small.line, TITLE_WIDTH, 2 * small.line),
                 small, "From and to", anchor="bottom"),
            *_marks(styles, furniture),
        ),
        ground="cover",
    )  # fmt: skip


def _full_picture(styles: Styles, frame: tuple[Slot, ...]) -> Layout:
    """The picture runs from edge to edge under the title and over the foot.

    It does not lie under the title: what is read first comes first in the file, and what comes
    first is painted beneath.
    """
    across = Box(0, BODY_TOP - 12, SLIDE_WIDTH, BODY_BOTTOM - BODY_TOP + 12)
    picture = Slot(BODY_IDX, "pic", "Picture", across, styles.text, "Picture")
    return Layout("Full picture", (*frame, picture))
