"""A text becomes the same text in capitals, or with one at its head, as its language has them."""

from __future__ import annotations

import re
import unicodedata

from deckmaker.locales import Locale

_DOTTED = frozenset({"tr", "az", "crh", "tt", "gag", "kk-Latn"})
"""Languages that part i with a dot from ı without one, in capitals too: İ and I."""
_TO_DOTTED = str.maketrans({"i": "İ", "ı": "I"})
_ACCENTS = re.compile("(?<=[α-ω\u0308])[\u0300\u0301\u0342\u0313\u0314]+")
"""Tonos, and the marks of older spelling."""
_HIATUS = re.compile("([αεο]\u0301)([ιυ])(?!\u0308)")
"""An accent says that two vowels are two sounds; without it a dialytika has to: άι, ΑΪ."""
_OR = re.compile(r"(?<!\w)[ήΉ](?!\w)")
"""The word for “or”, which alone keeps its accent: Ή."""


def capitals(text: str, locale: Locale) -> str:
    """Return `text` in capitals; a script that has none leaves it as it is.

    Turkish gives i its dot and Greek loses its accents, but for dialytika and the word for “or”.
    """
    if not locale.cased:
        return text
    if _is_dotted(locale):
        return text.translate(_TO_DOTTED).upper()
    return _greek(text) if locale.language == "el" else text.upper()


def capitalised(text: str, locale: Locale) -> str:
    """Return `text` with a capital at its head: İ for i in Turkish, IJ for ij in Dutch."""
    if not locale.cased or not text[:1].islower():
        return text
    length = 2 if locale.language == "nl" and text.startswith("ij") else 1
    head = text[:length]
    if _is_dotted(locale):
        head = head.translate(_TO_DOTTED)
    # German ß and the ligatures have a form of two letters, of which only one is a capital.
    raised = head.upper() if len(head.upper()) == length else head.title()
    return raised + text[length:]


def _is_dotted(locale: Locale) -> bool:
    return locale.language in _DOTTED or f"{locale.language}-{locale.script}" in _DOTTED


def _greek(text: str) -> str:
    """Return `text` in capitals without the accents that Greek sets on small letters alone."""
    text = unicodedata.normalize("NFC", text)
    words = (_bare(part) for part in _OR.split(text))
    return "Ή".join(words)


def _bare(text: str) -> str:
    """Return `text` in capitals; letters of other scripts keep their accents."""
    small = unicodedata.normalize("NFD", text.lower())
    small = _HIATUS.sub("\\1\\2\u0308", small)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", small)).upper()
