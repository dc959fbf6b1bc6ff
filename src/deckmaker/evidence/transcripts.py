"""A source's paragraphs go in; where they are turns of a conversation, the words of each come out.

`Voss: We stay.` gives words to Voss without quotation marks. A colon alone tells little: a source
is a transcript where paragraphs begin with a name and a colon, and two of the names come back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deckmaker.language.quoting import quoted_spans

_LETTER = r"[^\W\d_]"
_LABEL = re.compile(
    rf"\s*(?P<name>{_LETTER}[\w.'’-]*(?:\s{_LETTER}[\w.'’-]*){{0,4}})(?:\s?[(（][^()（）]{{1,40}}[)）])?"
    r"(?:\s?:\s+|：\s*)(?=\S)"
)
_SPEAKERS = 2
"""Those who speak more than once: a list of facts has other labels each time."""
_PARTICLE = 3
"""Letters of a word without a capital that may stand in a name: de, van."""


def turns(texts: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Return (start, end) of what is said in each turn, by the index of its paragraph."""
    found = {at: label for at, text in enumerate(texts) if (label := _LABEL.match(text))}
    named = {at: label for at, label in found.items() if _is_name(label["name"])}
    count = Counter(label["name"] for label in named.values())
    if sum(turns > 1 for turns in count.values()) < _SPEAKERS:
        return {}
    return {
        at: (label.end(), len(texts[at]))
        for at, label in named.items()
        if not quoted_spans(texts[at])  # then its marks tell what is said
    }


def _is_name(label: str) -> bool:
    """Tell whether every word has a capital, where its script has any, or is a particle."""
    first, *more = label.split()
    return not first[0].islower() and all(
        not word[0].islower() or len(word) <= _PARTICLE for word in more
    )
