"""Charts and images: one exhibit on a slide, its caption and credit with it."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.deck.body import Body, Sheet, shape_name
from deckmaker.deck.geometry import BODY_BOTTOM, GUTTER, HAIRLINE, SLIDE_WIDTH, span
from deckmaker.deck.limits import CAPTION, CREDIT
from deckmaker.deck.model import ChartFrame, Frame, Paragraph, PictureFrame, TextFrame
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Chart, Image
from deckmaker.document.alternatives import describe_chart
from deckmaker.richtext import Spans, citations

CAPTION_GAP = 10.0
BESIDE = span(8)
"""A picture narrower than this has its caption at its right rather than beneath."""
BLEED_GAP = 12.0
FOOT_GAP = 12.0
"""Between an exhibit and the source rule, points."""


def plan_chart(content: Chart, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a native chart over the whole body, its caption beneath.

    One whose names want more room goes on with the next slide.
    """
    # A third of the deck's code, loaded only where there are charts.
    from deckmaker.deck.charts import canvas_for
    from deckmaker.deck.charts.division import divided

    box = sheet.box
    where = (*path, "chart")
    caption = _caption(content.label, content.caption, (), where, sheet)
    height = sheet.ruler.height(caption, box.width) if caption else 0.0
    place = box.at(height=box.height - (height + CAPTION_GAP if caption else 0.0))
    typesetter = sheet.ruler.typesetter
    canvas = canvas_for(
        content, sheet.brand, typesetter, place.width, place.height, sheet.lang, sheet.wording
    )
    bodies = []
    drawings = divided(content, canvas, where)
    for drawing in drawings:
        alt = content.alt if len(drawings) == 1 else _alt_of_part(content, drawing.chart, sheet)
        frames: list[Frame] = [ChartFrame(shape_name(path), place, alt, drawing)]
        if caption:
            below = box.at(y=box.bottom - height, height=height)
            frames.append(TextFrame(shape_name((*path, "caption")), below, caption))
        bodies.append(Body("Chart", tuple(frames), citations(content.caption)))
    return tuple(bodies)


def _alt_of_part(whole: Chart, part: Chart, sheet: Sheet) -> str:
    """Return what one slide's part of a chart shows; an author's own words stand for the whole."""
    if whole.own_alt:
        return whole.alt
    return describe_chart(
        part.type,
        part.categories,
        part.series,
        part.unit,
        part.decimals,
        sheet.lang,
        sheet.wording,
    )


def plan_image(content: Image, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a picture with its caption and credit, or one from edge to edge."""
    cites = citations(content.caption + content.credit)
    if content.bleed:
        return (Body("Full picture", _bled(content, path, sheet), cites),)
    box, ruler = sheet.box.at(height=sheet.box.height - FOOT_GAP), sheet.ruler
    where = (*path, "image")
    caption = _caption(content.label, content.caption, content.credit, where, sheet)
    ratio = content.width / content.height
    below = ruler.height(caption, box.width) + CAPTION_GAP if caption else 0.0
    if caption and box.height * ratio <= BESIDE:  # a narrow picture takes the whole height
        width = box.height * ratio
        x = box.x + width + 2 * GUTTER
        text_width = box.right - x
        text_height = ruler.height(caption, text_width)
        if text_height <= box.height:
            picture = box.at(width=width)
            place = Box(x, box.y, text_width, text_height)
            return (Body("Picture", _frames(content, path, picture, place, caption), cites),)
    height = min(box.height - below, box.width / ratio)
    picture = box.at(width=height * ratio, height=height)
    place = box.at(y=picture.bottom + CAPTION_GAP, height=below - CAPTION_GAP)
    return (Body("Picture", _frames(content, path, picture, place, caption), cites),)


def _frames(
    content: Image,
    path: Path,
    picture: Box,
    place: Box,
    caption: tuple[Paragraph, ...],
    crop: tuple[float, float, float, float] = (0, 0, 0, 0),
) -> tuple[Frame, ...]:
    name = shape_name(path)
    frames: list[Frame] = [
        PictureFrame(
            name,
            picture,
            content.data,
            content.format,
            content.alt,
            crop,
            0.0 if content.bleed else HAIRLINE,
        )
    ]
    if caption:
        frames.append(TextFrame(shape_name((*path, "caption")), place, caption))
    return tuple(frames)


def _bled(content: Image, path: Path, sheet: Sheet) -> tuple[Frame, ...]:
    """Return the picture from edge to edge, cropped evenly, its caption beneath."""
    where = (*path, "image")
    caption = _caption(content.label, content.caption, content.credit, where, sheet)
    height = sheet.ruler.height(caption, sheet.box.width) if caption else 0.0
    foot = height + CAPTION_GAP + FOOT_GAP if caption else 0.0
    top = sheet.box.y - BLEED_GAP
    whole = Box(0, top, SLIDE_WIDTH, BODY_BOTTOM - foot - top)
    ratio, wanted = content.width / content.height, whole.width / whole.height
    side = (1 - min(ratio / wanted, wanted / ratio)) / 2
    crop = (side, 0.0, side, 0.0) if ratio > wanted else (0.0, side, 0.0, side)
    return _frames(content, path, whole, sheet.box.at(y=whole.bottom + CAPTION_GAP, height=height),
                   caption, crop)  # fmt: skip


def _caption(
    label: str, caption: Spans, credit: Spans, path: Path, sheet: Sheet
) -> tuple[Paragraph, ...]:
    """Return a caption and a credit. `path` is that of the exhibit."""
    style, ruler, width = sheet.styles.note, sheet.ruler, sheet.box.width
    paragraphs = []
    if caption:
        number = sheet.wording.caption.format(label=label) if label else ""
        head = paragraph(number, replace(style, bold=True)).inks if label else ()
        words = paragraph(caption, style)
        paragraphs.append(replace(words, inks=(*head, *words.inks)))
        CAPTION.check(ruler.count(paragraphs[-1], width), (*path, "caption"))
    if credit:
        paragraphs.append(paragraph(credit, sheet.styles.source, before=2))
        CREDIT.check(ruler.count(paragraphs[-1], width), (*path, "credit"))
    return tuple(paragraphs)
