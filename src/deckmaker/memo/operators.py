"""Values become operands of a content stream, and strings of a PDF."""

from __future__ import annotations

from functools import cache


def number(value: float) -> str:
    """Write a number: hundredths of a point, never an exponent."""
    text = f"{value:.2f}"
    return text[:-3] if text.endswith(".00") else text


@cache
def color(value: str) -> str:
    """Return `#16202A` as the three operands of `rg` and `RG`."""
    parts = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def string_bytes(text: str) -> bytes:
    """Return the bytes of a text string: ASCII, or UTF-16 behind a mark (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return text.encode("ascii")
    return b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass")


def text_string(text: str) -> str:
    """Return a text string as it is written, in brackets or in hexadecimal."""
    data = string_bytes(text)
    if data.startswith(b"\xfe\xff"):
        return f"<{data.hex().upper()}>"
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"
