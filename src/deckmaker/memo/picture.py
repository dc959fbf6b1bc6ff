"""Images: in the measure, with caption and credit below."""

from __future__ import annotations

import io

from deckmaker.document import Image
from deckmaker.memo.caption import caption
from deckmaker.memo.drawing import Picture
from deckmaker.memo.slabs import Slab
from deckmaker.memo.structure import Details, Element
from deckmaker.memo.text import Compositor

_TALLEST = 0.5
"""An image may take up this share of a page's height."""
_RESOLUTION = 96.0
"""Pixels to the inch at which a small image is shown; it is never enlarged beyond."""
_INCH = 72.0


def image(content: Image, compositor: Compositor) -> list[Slab]:
    """Return the picture, scaled to the measure, with its caption."""
    grid = compositor.styles.grid
    natural = content.width * _INCH / _RESOLUTION
    width = min(grid.measure, natural)
    height = width * content.height / content.width
    tallest = _TALLEST * grid.height
    if height > tallest:
        width, height = width * tallest / height, tallest
    shown = Element("Figure", compositor.element, Details(alt=content.alt))
    picture = Picture(grid.column, 0.0, width, height, in_light(content.data), shown)
    return [
        Slab(height, (picture,)),
        *caption(content.label, content.caption, compositor, credit=content.credit),
    ]


def in_light(data: bytes) -> bytes:
    """Return a picture in red, green and blue.

    Inks (CMYK) mean nothing without a profile, which PDF/A would want for them.
    """
    from PIL.Image import open as open_picture  # slow to import, and many memos have none

    picture = open_picture(io.BytesIO(data))
    if picture.mode != "CMYK":
        return data
    made = io.BytesIO()
    picture.convert("RGB").save(made, "png")
    return made.getvalue()
