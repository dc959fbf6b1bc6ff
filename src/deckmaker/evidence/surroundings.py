"""A quotation's place goes in; what the source says right before or behind it comes out.

That may turn its words round: a “not” beside them, or one above them in the same sentence.
"""

from __future__ import annotations

from deckmaker.evidence.quotations import Occurrence, ends_sentence
from deckmaker.evidence.snapshot import Paragraph
from deckmaker.evidence.tokens import DASH

_CLAUSE_END = frozenset((";", ":", "；", "：", "؛"))
_COMMAS = frozenset((",", DASH, "、", "،", "，"))
_COORDINATING = """
and but or so yet und aber sondern doch denn et mais donc e ed ma però y pero sino mas porém en maar
want och men utan og i a ale lecz и а но і та але ve ama fakat ancak ولكن لكن و אבל ו लेकिन और
"""
_CONJUNCTIONS = frozenset(_COORDINATING.split())
"""Words that begin a clause of its own behind a comma."""


def cut_negation(paragraph: Paragraph, at: Occurrence, *, behind: bool = True) -> str:
    """Return the “not” that stands directly before a quotation, or `behind` it; or an empty text.

    Without it the words may say the contrary; an omission inside is `quotations`' to judge.
    """
    first, last = _first_and_last(paragraph, at)
    closed = paragraph.tokens[last].folded in _COMMAS or ends_sentence(paragraph.tokens, last)
    for n in (first - 1, last + 1) if behind and not closed else (first - 1,):
        if n in paragraph.negations and paragraph.speech[n] == paragraph.speech[first]:
            token = paragraph.tokens[n]
            return paragraph.text[token.start : token.end]
    return ""


def negation_above(paragraph: Paragraph, at: Occurrence) -> str:
    """Return a “not” that stands earlier in the sentence in which a quotation begins, or nothing.

    “I do not believe that the ice will hold” must not become “the ice will hold”.
    """
    tokens = paragraph.tokens
    first, _ = _first_and_last(paragraph, at)
    if _begins_clause(paragraph, first):
        return ""
    for n in range(first - 1, -1, -1):
        if paragraph.speech[n] != paragraph.speech[first] or tokens[n].folded in _CLAUSE_END:
            break
        if ends_sentence(tokens, n):
            break
        if n in paragraph.negations:
            return paragraph.text[tokens[n].start : tokens[n].end]
    return ""


def _begins_clause(paragraph: Paragraph, first: int) -> bool:
    """Tell whether a clause of its own begins at a token: behind a comma, or a comma and “but”."""
    above = [token.folded.casefold() for token in paragraph.tokens[max(0, first - 2) : first]]
    if above and above[-1] in _COMMAS:
        return True
    return len(above) > 1 and above[0] in _COMMAS and above[1] in _CONJUNCTIONS


def words_above(paragraph: Paragraph, at: Occurrence, count: int) -> str:
    """Return up to `count` words that stand before a quotation."""
    first, _ = _first_and_last(paragraph, at)
    return paragraph.text[paragraph.tokens[max(0, first - count)].start : at.start].strip()


def _first_and_last(paragraph: Paragraph, at: Occurrence) -> tuple[int, int]:
    """Return the first and the last token of a quotation."""
    tokens = paragraph.tokens
    first = next(n for n, token in enumerate(tokens) if token.start >= at.start)
    last = next((n for n, token in enumerate(tokens) if token.end >= at.end), len(tokens) - 1)
    return first, last
