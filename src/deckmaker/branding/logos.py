"""The logo of a brand file becomes a checked picture, and its variant for dark grounds."""

from __future__ import annotations

import io
import warnings
from typing import Literal

from deckmaker.brand import Logo
from deckmaker.branding.brandfile import BrandFile, Steps, nearest
from deckmaker.language.accessibility import is_no_description
from deckmaker.language.hearing import is_silent

MAX_LOGO_BYTES = 5_000_000
MAX_PIXELS = 40_000_000
"""Refused before decoding, so that a small file cannot unpack into a huge picture."""
SIZES = ("medium", "large", "small")
"""The standard's sizes, the one that suits a memo's head first."""
_SIGNATURES: tuple[tuple[bytes, Literal["png", "jpeg"]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
)


def read_logos(file: BrandFile, name: str) -> tuple[Logo | None, Logo | None]:
    """Return the logo for light grounds and the one for dark grounds; either may be None.

    `logo` is a path, or `{path, alt}`, or a map of sizes that name a path or one of
    `logo.images`, each perhaps in a light and a dark variant.
    """
    steps: Steps = ("logo",)
    value = file.value("logo")
    if isinstance(value, dict) and "path" not in value:
        stated = [size for size in SIZES if file.value("logo", size) is not None]
        if not stated:
            return None, None
        steps = ("logo", stated[0])
        value = file.value(*steps)
    if value is None:
        return None, None
    if isinstance(value, dict) and ("light" in value or "dark" in value):
        light, dark = (
            _logo(file, (*steps, variant), name) if value.get(variant) else None
            for variant in ("light", "dark")
        )
        return light, dark
    return _logo(file, steps, name), None


def _logo(file: BrandFile, steps: Steps, name: str) -> Logo | None:
    """Return the logo at `steps`: a path, `{path, alt}`, or the name of one of `logo.images`."""
    value = file.value(*steps)
    images = file.map("logo", "images") if isinstance(file.value("logo"), dict) else {}
    if isinstance(value, str) and value in images:
        steps = ("logo", "images", value)
        value = file.value(*steps)
    alt = None
    if isinstance(value, dict):
        alt = file.text(*steps, "alt")
        _describing(file, (*steps, "alt"), alt, file.text(*steps, "path") or "")
        steps = (*steps, "path")
    reference = file.text(*steps)
    if not reference:
        file.error("S009", "the logo names no file", steps)
        return None
    before = len(file.problems)
    data = file.resource(reference, steps, "S009", MAX_LOGO_BYTES)
    if data is None:
        if len(file.problems) > before and images:
            for hint in nearest(reference, images):
                file.error(
                    "S009", f"no image of `logo.images` is called `{reference}`", steps, hint
                )
        return None
    found = picture(data)
    if isinstance(found, str):
        file.error("S009", f"the logo `{reference}` {found}", steps)
        return None
    format_, width, height = found
    return Logo(data, format_, width, height, alt or (f"{name} logo" if name else "Logo"))


def _describing(file: BrandFile, steps: Steps, alt: str | None, name: str) -> None:
    """Warn of alternative text that does not say whose logo it is."""
    if alt and (is_silent(alt) or is_no_description(alt, name)):
        file.warn(
            "S009",
            f"`{alt}` does not say whose logo this is",
            steps,
            "write the name of the house: `alt: Harbour Council`; or leave the key out",
        )


def picture(data: bytes) -> tuple[Literal["png", "jpeg"], int, int] | str:
    """Return format, width and height in pixels of the picture in `data`, or what is wrong."""
    format_ = next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)
    if format_ is None:
        if b"<svg" in data[:2000]:
            return "is an SVG drawing, which cannot be placed yet; export it as PNG"
        return "is neither a PNG nor a JPEG picture"
    # Pillow takes a moment to import, and most brands have no logo.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=(format_.upper(),)) as image:
                width, height = image.size
                if width * height > MAX_PIXELS:
                    return f"has {width} × {height} pixels, more than {MAX_PIXELS // 10**6} million"
                image.load()
    except Image.DecompressionBombError:
        return f"has more than {MAX_PIXELS // 10**6} million pixels"
    except (OSError, ValueError, SyntaxError):
        return "is damaged: it cannot be decoded"
    return format_, width, height
