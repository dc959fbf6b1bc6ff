"""What a listener cannot follow: abbreviations never written out (A04), bare addresses (A05)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.language.schema import short
from deckmaker.richtext import parse
from deckmaker.rules.draft import Draft

_CAPITALS = re.compile(r"(?<![\w.&/-])([A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]{2,6})(?:s|’s|'s)?(?![\w&/-]|\.\w)")
_ROMAN = re.compile("[IVX]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_UNHEARD = frozenset({"notes", "data", "category"})


def abbreviations(draft: Draft) -> Iterator[Diagnostic]:
    """Yield each abbreviation that neither the text nor `terms` writes out, at its first place."""
    known = {*draft.briefing.terms, *draft.words.acronyms.known}
    texts = [one for one in draft.statements if one.unit.role not in _UNHEARD]
    whole = "\n".join(one.text for one in texts)
    for one in texts:
        if one.text.isupper():
            continue
        for found in _CAPITALS.finditer(one.free):
            word = found[1]
            if word in known or _ROMAN.fullmatch(word):
                continue
            known.add(word)
            if re.search(rf"\({word}\)|(?<!\w){word} \([^()]*[a-zà-ÿа-я]{{3}}", whole):
                continue
            yield draft.at(
                one,
                word,
                "A04",
                f"`{word}` is never written out",
                f"name it once for all: `terms: {{ {word}: … }}`; it is expanded at first use",
            )


def addresses(draft: Draft) -> Iterator[Diagnostic]:
    """Yield web addresses in running text, which are read out sign by sign."""
    for one in draft.statements:
        if one.unit.role in _UNHEARD or one.unit.path[-1] == "credit" or "w" not in one.text + "w":
            continue
        for span in parse(one.unit.text):
            found = _ADDRESS.search(span.text) if not span.href else None
            if found:
                address = found[0].rstrip(".,;:)")
                yield Diagnostic(
                    "A05",
                    f"the address `{short(address)}` stands in the text as it is",
                    one.unit.path,
                    (f"say what is there: `[the minutes of the council]({short(address)})`",),
                    Severity.WARNING,
                    draft.briefing.find(one.unit.path, address),
                )
