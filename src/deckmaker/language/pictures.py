"""The bytes of an image file become a Picture whose format, size and wholeness are certain."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal

from deckmaker.language.schema import problem, short

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
"""A 40-megapixel photograph: four times what a printed page can show."""

Format = Literal["png", "jpeg", "gif"]
_FORMATS: dict[str, Format] = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}
_UPRIGHT = 1
_ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it goes into deck and memo."""

    data: bytes = field(repr=False)
    format: Format
    width: int
    """Pixels."""
    height: int
    """Pixels."""


def read_picture(raw: bytes, name: str) -> Picture:
    """Return the picture that `raw`, the content of the file `name`, holds."""
    from PIL import Image, UnidentifiedImageError  # heavy: only briefings with pictures pay

    try:
        with warnings.catch_warnings():
            # Our own limit is stricter than the one that Pillow warns of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(raw), formats=list(_FORMATS))
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise problem(
            "F004",
            f"`{short(name)}` is no PNG, JPEG or GIF image{_really(raw)}",
            "export the picture as PNG or JPEG",
        ) from None
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise _too_large(name, width, height)
    try:
        image.load()
    except (OSError, ValueError, SyntaxError, EOFError, IndexError):
        raise problem(
            "F004",
            f"the image `{short(name)}` is damaged or cut off",
            "copy or export it again",
        ) from None
    kind = _FORMATS[str(image.format)]
    if image.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT:
        return _turned(image, kind)
    return Picture(raw, kind, width, height)


def _turned(image: Any, kind: Format) -> Picture:
    """Return the picture turned as its camera was: neither medium heeds the camera's note."""
    from PIL import ImageOps  # heavy

    upright = ImageOps.exif_transpose(image)
    out = BytesIO()
    upright.save(out, format=kind.upper(), quality=95)
    return Picture(out.getvalue(), kind, *upright.size)


def _too_large(name: str, width: int = 0, height: int = 0) -> Exception:
    size = f"{width:,} × {height:,} pixels" if width else "far too many pixels"
    return problem(
        "F005",
        f"the image `{short(name)}` has {size}; at most {MAX_PIXELS // 1_000_000} million are read",
        "scale it down: 3,000 pixels fill the width of a slide with room to spare",
    )


def _really(raw: bytes) -> str:
    """Say what the file is instead, where its first bytes tell."""
    kinds = {
        b"%PDF": "a PDF",
        b"<svg": "an SVG drawing",
        b"<?xm": "an XML file, perhaps an SVG drawing",
        b"RIFF": "a WebP image",
        b"BM": "a BMP image",
        b"II*\0": "a TIFF image",
        b"MM\0*": "a TIFF image",
        b"PK\3\4": "a ZIP archive or an Office file",
        b"<!DO": "a web page",
        b"<htm": "a web page",
    }
    if not raw:
        return ": it is empty"
    if raw[4:12] in {b"ftypheic", b"ftypavif", b"ftypmif1"}:
        return ": it is a HEIC or AVIF image"
    kind = next((what for start, what in kinds.items() if raw.startswith(start)), None)
    return f": it is {kind}" if kind else ""
