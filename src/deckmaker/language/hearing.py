"""What is heard of a text that is read out: its words, and whether there are any."""

from __future__ import annotations

import re
import unicodedata

from deckmaker.richtext import parse, plain

_SILENT = re.compile('["“”„‟«»‹›「」『』]')
_APOSTROPHE = re.compile("[‘’‚ʼ]")
_DASH = re.compile("-{2,3}|[‐-―−]")
_ENDING = " .,;:!?…。、，；：！？؟،؛۔।→>›"


def heard(text: str) -> str:
    """Return `text` without what tells nothing apart in speech.

    That is capitals, markup, citations, marks of quotation, spaces and punctuation at its end.
    """
    return sounded(plain(parse(text)))


def sounded(text: str) -> str:
    """Return the same of `text` that has no markup."""
    words = unicodedata.normalize("NFKC", text).casefold()
    words = _DASH.sub("-", _APOSTROPHE.sub("'", _SILENT.sub("", words)))
    return " ".join(words.split()).strip(_ENDING)


def is_silent(text: str) -> bool:
    """Tell whether nothing of `text` would be read out: no letter, figure or symbol is in it."""
    if text.isalnum():
        return False
    return not any(unicodedata.category(one)[0] in "LNS" for one in plain(parse(text)))
