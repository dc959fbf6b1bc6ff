"""Words of likelihood in running text: off the scale (L01), of the other one (L02), beside
confidence in one sentence (L03), and with a range where the word is the source's own (L04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deckmaker.diagnostics import Diagnostic, Severity
from deckmaker.document.sentences import sentence_ends
from deckmaker.language.likelihood import SCALES, ScaleName, scale_in
from deckmaker.language.schema import listing, short
from deckmaker.rules.draft import Draft
from deckmaker.vocabulary import Words

_RANGE = re.compile(
    r"[\s,:;–—(\[]{0,3}(\d{1,3}\s?(?:%|٪)?\s?(?:–|-|to|bis|à|a|до)\s?\d{1,3}\s?"
    r"(?:%|٪|per\s?cent|Prozent|pour cent|por ciento|проц\w*))",
    re.IGNORECASE,
)
"""A range of per cent directly behind a quotation."""


def off_scale(draft: Draft) -> Iterator[Diagnostic]:
    """Yield our words of likelihood that no scale defines, and those of the other scale."""
    own = draft.briefing.meta.scale
    scale = scale_in(own, draft.lang)
    loose, foreign = draft.words.likelihood.any_loose, _foreign_terms(own, draft.lang)
    for one in draft.sayings:
        if one.cited or one.quotations:
            continue  # what a source says is said in its words
        if found := loose.first(one.free):
            yield draft.at(
                one,
                found[0],
                "L01",
                f"`{short(found[0])}` says how likely something is, but is no term of {scale.name}",
                f"take one of {listing(step.terms[0] for step in scale.steps)}",
                "or quote the source's own word, in quotation marks",
            )
        if found := foreign.first(one.free):
            yield draft.at(
                one,
                found[0],
                "L02",
                f"`{short(found[0])}` is a term of another scale; this briefing uses {scale.name}",
                f"take one of {listing(step.terms[0] for step in scale.steps)}",
                "or choose the other scale for all: `scale:` under `meta:`",
            )


def mixed_with_confidence(draft: Draft) -> Iterator[Diagnostic]:
    """Yield sentences that say at once how likely something is and how sure we are of it."""
    terms, confidence = _terms(draft.lang), draft.words.likelihood.any_confidence
    for one in draft.statements:
        if one.unit.role in ("notes", "data", "category"):
            continue
        start = 0
        for end in sentence_ends(one.free, draft.lang):
            sentence = one.free[start:end]
            start = end
            sure = confidence.first(sentence)
            likely = terms.first(sentence) if sure else None
            if sure and likely:
                yield draft.at(
                    one,
                    sure[0],
                    "L03",
                    f"one sentence says how likely (`{short(likely[0])}`) and how sure "
                    f"(`{short(sure[0])}`): readers take the one for the other",
                    "make two sentences of it, or state `confidence:` apart",
                )


def ranged(draft: Draft) -> Iterator[Diagnostic]:
    """Yield ranges beside a likelihood word that is quoted: the source gave none."""
    terms = _terms(draft.lang)
    for one in draft.statements:
        if one.unit.role == "notes":
            continue
        for _, end, inner in one.quoted:
            found = _RANGE.match(one.text, end)
            if found and terms.first(inner) and not one.cited:
                yield draft.at(
                    one,
                    found[1],
                    "L04",
                    f"`{found[1]}` stands beside the source's own word `{short(inner)}`, "
                    "as if the source had given it",
                    "leave the range out: the source's word has none",
                    "if the source itself gives the range, cite its paragraph here",
                    "for a judgement of your own write `likelihood: { ours: … }`",
                    severity=Severity.ERROR,
                )


@cache
def _terms(lang: str) -> Words:
    """Return every term of both scales, in a language and in English."""
    return Words(
        tuple(
            dict.fromkeys(
                term
                for name in SCALES
                for step in scale_in(name, lang).steps
                for term in (*step.terms, *step.standard)
            )
        ),
    )


@cache
def _foreign_terms(own: ScaleName, lang: str) -> Words:
    """Return the terms of the other scale that this one lacks, of several words each.

    One word alone, such as “remote”, means too much else.
    """
    scale = scale_in(own, lang)
    return Words(
        tuple(
            term
            for name in SCALES
            if name != own
            for term in scale_in(name, lang).terms
            if not scale.step(term) and (" " in term or not term.isascii())
        ),
    )
