"""A quotation and a passage of a source go in; the passage with what differs marked comes out."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from deckmaker.evidence.tokens import Token, tokenize
from deckmaker.snapshots import visible

LEGEND = "[-…-] stands only in the source, {+…+} only in the briefing"


def differences(words: str, passage: str) -> str:
    """Return `passage` with what a quotation of it has otherwise marked."""
    quoted = visible(words)
    return mark(quoted, tokenize(quoted), passage, tokenize(passage))


def mark(
    quoted_text: str, quoted: Sequence[Token], source_text: str, source: Sequence[Token]
) -> str:
    """Return `source` with what differs from `quoted` marked."""
    if not quoted or not source:
        return source_text
    ours_folded, theirs_folded = [t.folded for t in quoted], [t.folded for t in source]
    recased = ours_folded[0][:1].swapcase() + ours_folded[0][1:]
    if recased == theirs_folded[0]:
        ours_folded[0] = recased  # the first letter's case is no difference
    matcher = SequenceMatcher(None, ours_folded, theirs_folded, autojunk=False)
    shown: list[str] = []
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        ours, theirs = _text(quoted_text, quoted[a:a_end]), _text(source_text, source[b:b_end])
        if kind == "equal":
            shown.append(theirs)
            continue
        shown.extend(f"[-{theirs}-]" for _ in theirs[:1])
        shown.extend(f"{{+{ours}+}}" for _ in ours[:1])
    return " ".join(shown)


def _text(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""
