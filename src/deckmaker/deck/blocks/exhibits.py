"""Charts and images: one exhibit on a slide, its caption and credit with it."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.deck.body import Body, Sheet, shape_name
from deckmaker.deck.geometry import BODY_BOTTOM, GUTTER, SLIDE_WIDTH, span
from deckmaker.deck.model import ChartFrame, Frame, Paragraph, PictureFrame, TextFrame
from deckmaker.deck.text import paragraph
from deckmaker.deck.units import Box
from deckmaker.diagnostics import Path
from deckmaker.document import Chart, Image
from deckmaker.richtext import Spans, citations

CAPTION_GAP = 10.0
BESIDE = span(8)
"""A picture narrower than this has its caption at its right rather than beneath."""
BLEED_GAP = 12.0


def plan_chart(content: Chart, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a native chart over the whole body, its caption beneath."""
    box = sheet.box
    caption = _caption(content.label, content.caption, (), sheet)
    height = sheet.ruler.height(caption, box.width) if caption else 0.0
    chart_height = box.height - (height + CAPTION_GAP if caption else 0.0)
    frames: list[Frame] = [ChartFrame(shape_name(path), box.at(height=chart_height), content)]
    if caption:
        place = box.at(y=box.bottom - height, height=height)
        frames.append(TextFrame(shape_name((*path, "caption")), place, caption))
    return (Body("Chart", tuple(frames), citations(content.caption)),)


def plan_image(content: Image, path: Path, sheet: Sheet) -> tuple[Body, ...]:
    """Return a picture with its caption and credit, or one from edge to edge."""
    cites = citations(content.caption + content.credit)
    if content.bleed:
        return (Body("Full picture", _bled(content, path, sheet), cites),)
    box, ruler = sheet.box, sheet.ruler
    caption = _caption(content.label, content.caption, content.credit, sheet)
    ratio = content.width / content.height
    below = ruler.height(caption, box.width) + CAPTION_GAP if caption else 0.0
    if caption and box.height * ratio <= BESIDE:  # a narrow picture takes the whole height
        width = box.height * ratio
        x = box.x + width + 2 * GUTTER
        text_width = box.right - x
        text_height = ruler.height(caption, text_width)
        if text_height <= box.height:
            picture = box.at(width=width)
            place = Box(x, box.bottom - text_height, text_width, text_height)
            return (Body("Picture", _frames(content, path, picture, place, caption), cites),)
    height = min(box.height - below, box.width / ratio)
    picture = box.at(width=height * ratio, height=height)
    place = box.at(y=picture.bottom + CAPTION_GAP, height=below - CAPTION_GAP)
    return (Body("Picture", _frames(content, path, picture, place, caption), cites),)


def _frames(
    content: Image, path: Path, picture: Box, place: Box, caption: tuple[Paragraph, ...]
) -> tuple[Frame, ...]:
    frames: list[Frame] = [
        PictureFrame(shape_name(path), picture, content.data, content.format, content.alt)
    ]
    if caption:
        frames.append(TextFrame(shape_name((*path, "caption")), place, caption))
    return tuple(frames)


def _bled(content: Image, path: Path, sheet: Sheet) -> tuple[Frame, ...]:
    """Return the picture from edge to edge, cropped evenly, with its caption on a panel."""
    top = sheet.box.y - BLEED_GAP
    whole = Box(0, top, SLIDE_WIDTH, BODY_BOTTOM - top)
    ratio, wanted = content.width / content.height, whole.width / whole.height
    crop = (0.0, 0.0, 0.0, 0.0)
    if ratio > wanted:
        side = (1 - wanted / ratio) / 2
        crop = (side, 0.0, side, 0.0)
    elif ratio < wanted:
        side = (1 - ratio / wanted) / 2
        crop = (0.0, side, 0.0, side)
    frames: list[Frame] = [
        PictureFrame(shape_name(path), whole, content.data, content.format, content.alt, crop)
    ]
    caption = _caption(content.label, content.caption, content.credit, sheet)
    if caption:
        inset = 8.0
        width = min(
            sheet.box.width,
            max(sheet.ruler.width(para) for para in caption) + 2 * inset + 1,
        )
        height = sheet.ruler.height(caption, width - 2 * inset) + 2 * inset
        place = Box(sheet.box.x, whole.bottom - height - 2 * inset, width, height)
        frames.append(
            TextFrame(
                shape_name((*path, "caption")), place, caption, fill="background", inset=inset
            )
        )
    return tuple(frames)


def _caption(label: str, caption: Spans, credit: Spans, sheet: Sheet) -> tuple[Paragraph, ...]:
    style = sheet.styles.note
    paragraphs = []
    if caption:
        head = paragraph(f"{label}. ", replace(style, bold=True)).inks if label else ()
        words = paragraph(caption, style)
        paragraphs.append(replace(words, inks=(*head, *words.inks)))
    if credit:
        paragraphs.append(paragraph(credit, sheet.styles.source, before=2))
    return tuple(paragraphs)
