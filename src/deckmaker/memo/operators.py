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


def text_string(text: str) -> str:
    """Return a text string: its ASCII as it is, all else in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
