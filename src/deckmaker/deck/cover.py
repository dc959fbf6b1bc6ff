"""The cover: kind and date small, the title large on a dark ground, question, from whom to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckmaker.brand import Brand
from deckmaker.deck.body import Sheet
from deckmaker.deck.geometry import BODY_IDX, MARGIN, TITLE_WIDTH
from deckmaker.deck.layouts import Layout
from deckmaker.deck.limits import WORDMARK, too_long
from deckmaker.deck.model import Frame, Ink, Paragraph, PictureFrame, Slide, TextFrame
from deckmaker.deck.text import in_tongues, paragraph, text_of
from deckmaker.deck.units import Box
from deckmaker.diagnostics import BriefingError
from deckmaker.document import Document, Front
from deckmaker.richtext import plain, unmarked

LOGO_TOP, LOGO_HEIGHT, LOGO_WIDTH_MOST = 36.0, 36.0, 240.0
TOP, BOTTOM = 88.0, 440.0
"""Between them stand title, subtitle and question, a little above the middle; points."""
OPTICAL_CENTRE = 0.55
"""How much of the free height stands above them: the logo weighs on the top."""
TITLE_MOST = 160.0
"""How high a title may stand on the cover, points: three lines in its own size."""
PEOPLE_MOST = 72.0
KIND_GAP, SUBTITLE_GAP, QUESTION_GAP = 18.0, 16.0, 24.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the cover with the gap above it and the key of `meta` that it shows."""

    key: str
    para: Paragraph
    gap: float


def plan_cover(document: Document, brand: Brand, layout: Layout, sheet: Sheet) -> Slide:
    """Return the cover.

    Raises BriefingError where a text of `meta` is too long for it even at a smaller size.
    """
    front, styles, ruler = document.front, sheet.styles, sheet.ruler
    kind = f"{front.kind} · {front.date}" if front.kind else front.date
    title = _title(front, sheet)
    heights = {
        "kind": ruler.height((paragraph(kind, styles.cover_small),), TITLE_WIDTH),
        "title": ruler.height((title,), TITLE_WIDTH),
    }
    lines = _lines(front, sheet)
    heights |= {line.key: ruler.height((line.para,), TITLE_WIDTH) for line in lines}
    whole = sum(heights.values()) + KIND_GAP + sum(line.gap for line in lines)
    if whole > BOTTOM - TOP:
        key = max(heights, key=lambda key: heights[key])
        raise _too_long(key, f"`{key}` leaves too little room on the cover")
    top = TOP + (BOTTOM - TOP - whole) * OPTICAL_CENTRE
    title_y = top + heights["kind"] + KIND_GAP
    frames: list[Frame] = []
    y = title_y + heights["title"]
    for number, line in enumerate(lines):
        y += line.gap
        place = Box(MARGIN, y, TITLE_WIDTH, heights[line.key])
        slot = BODY_IDX if number == 0 else None
        frames.append(TextFrame(f"meta.{line.key}", place, (line.para,), slot))
        y = place.bottom
    frames += _people(document, layout, sheet)
    frames += _logo(brand, sheet)
    return Slide(
        id="cover",
        layout="Cover",
        title=text_of(title),
        title_inks=in_tongues(title),
        title_style=title.inks[0].style if title.inks else None,
        kicker=kind,
        frames=tuple(frames),
        title_box=Box(MARGIN, title_y, TITLE_WIDTH, heights["title"]),
        kicker_box=Box(MARGIN, top, TITLE_WIDTH, heights["kind"]),
        path=("meta", "title"),
    )


def _title(front: Front, sheet: Sheet) -> Paragraph:
    """Return the title balanced, steps of the scale smaller where it would fill the cover."""
    styles, ruler = sheet.styles, sheet.ruler
    for size in (styles.cover_title.size, styles.quotation.size, styles.title.size):
        para = paragraph(unmarked(front.title), replace(styles.cover_title, size=size))
        if ruler.height((para,), TITLE_WIDTH) <= TITLE_MOST:
            return ruler.balanced(para, TITLE_WIDTH)
    raise _too_long("title", "this title is too long for the cover")


def _lines(front: Front, sheet: Sheet) -> tuple[_Line, ...]:
    styles = sheet.styles
    lines = []
    if plain(front.subtitle):
        para = paragraph(front.subtitle, styles.cover_text)
        lines.append(_Line("subtitle", sheet.ruler.balanced(para, TITLE_WIDTH), SUBTITLE_GAP))
    if plain(front.question):
        para = paragraph(front.question, styles.cover_question)
        lines.append(_Line("question", sheet.ruler.balanced(para, TITLE_WIDTH), QUESTION_GAP))
    return tuple(lines)


def _people(document: Document, layout: Layout, sheet: Sheet) -> list[Frame]:
    """Return from whom to whom, at the foot; small type where there are many."""
    front, wording, small = document.front, document.wording, sheet.styles.cover_small
    groups = ((wording.from_, front.from_), (wording.to, front.to))
    for style in (small, replace(small, size=sheet.styles.source.size)):
        label = replace(style, bold=True)
        paragraphs = tuple(
            Paragraph((Ink(f"{word}  ", label), Ink(wording.comma.join(names), style)), before=2)
            for word, names in groups
            if names
        )
        height = sheet.ruler.height(paragraphs, TITLE_WIDTH)
        if height <= PEOPLE_MOST:
            break
    else:
        raise _too_long("to", "there are too many names here for the foot of the cover")
    if not paragraphs:
        return []
    slot = next(slot.box for slot in layout.slots if slot.idx == BODY_IDX + 1)
    place = slot.at(y=slot.bottom - height, height=height)
    return [TextFrame("meta.to", place, paragraphs, BODY_IDX + 1, anchor="bottom")]


def _too_long(key: str, message: str) -> BriefingError:
    hints = {
        "title": "shorten it to one sentence; the rest can go to `subtitle` or `question`",
        "to": "name the group instead of its members",
    }
    hint = hints.get(key, "shorten it to a line or two")
    return too_long("D15", message, ("meta", key), hint)


def _logo(brand: Brand, sheet: Sheet) -> list[Frame]:
    """Return the logo that suits a dark ground, or the organisation's name as a wordmark."""
    logo = brand.logo_on_dark or brand.logo
    if logo is not None:
        height = min(LOGO_HEIGHT, LOGO_WIDTH_MOST * logo.height / logo.width)
        box = Box(MARGIN, LOGO_TOP, height * logo.width / logo.height, height)
        return [PictureFrame("Logo", box, logo.data, logo.format, logo.alt)]
    if brand.organisation:
        para = paragraph(brand.organisation, replace(sheet.styles.cover_small, bold=True))
        WORDMARK.check(sheet.ruler.count(para, TITLE_WIDTH), ())
        height = sheet.ruler.height((para,), TITLE_WIDTH)
        box = Box(MARGIN, LOGO_TOP, TITLE_WIDTH, height)
        return [TextFrame("Wordmark", box, (para,))]
    return []
