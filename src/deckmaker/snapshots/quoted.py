"""A paragraph that is somebody's words gets quotation marks, unless it has some already."""

from __future__ import annotations

import re

_BEGINS = re.compile(r"[\"“„‟”«»‹›「『｢﹁〝＂‘‚]|'.*'\W{0,2}$|[–—―-]\s?(?=\D)")
"""A quotation mark, or the dash before speech or before the name of who spoke."""
_QUOTATION = re.compile(r"(?<!\w)[\"“„”«»「『＂][^\"“„”«»「『」』＂]*[\"“”«»」』＂]")
_ENOUGH = 1 / 3
"""The share of a paragraph in quotation marks from which on the rest is who says so."""
_PAIRS = (("“", "”"), ("«", "»"), ("「", "」"))
_LIKE = (frozenset('“„‟”"'), frozenset("«»‹›"))
"""Marks within a paragraph that would close those around it."""


def in_quotation_marks(text: str) -> str:
    """Return `text` in quotation marks; as it is where it has its own."""
    if _BEGINS.match(text):
        return text
    if sum(len(found[0]) for found in _QUOTATION.finditer(text)) >= _ENOUGH * len(text):
        return text
    held = set(text)
    clear = (pair for pair, like in zip(_PAIRS, _LIKE, strict=False) if not held & like)
    opening, closing = next(clear, _PAIRS[-1])
    return f"{opening}{text}{closing}"
