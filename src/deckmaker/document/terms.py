"""Abbreviations, expanded where a reader meets them first: `full name (ABC)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from deckmaker.capitals import capitalised
from deckmaker.locales import locale_for
from deckmaker.richtext import Span, Spans
from deckmaker.wording import wording_for

_VOWEL = re.compile(r"(?!eu|uni|us[aeu]|ut[ei]|one\b|once)[aeiou]|hono|hour|heir", re.IGNORECASE)
"""Names that want `an` before them in English, by their sound as far as letters tell it."""


class Terms:
    """The abbreviations of a briefing, and which of them the reader has met already."""

    def __init__(self, terms: Mapping[str, str], language: str) -> None:
        self._locale = locale_for(language)
        self._english = self._locale.language == "en"
        self._expanded = wording_for(language).expanded
        self._terms = terms
        self._left = set(terms)
        longest_first = sorted(terms, key=len, reverse=True)
        keys = "|".join(re.escape(key) for key in longest_first)
        pattern = rf"(?<!\w)(?:(?P<article>[Aa]n?) )?(?P<key>{keys})(?P<owner>['’]s)?(?!\w)"
        self._pattern = re.compile(pattern) if keys else None

    def expand(self, spans: Spans) -> Spans:
        """Return `spans` with the abbreviations expanded that are met here first.

        Nothing is expanded inside a quotation, a link or words of another language, nor where the
        author wrote the abbreviation in brackets, which is taken for an expansion.
        """
        if not self._left or self._pattern is None:
            return spans
        return tuple(self._expand(span, at == 0) for at, span in enumerate(spans))

    def _expand(self, span: Span, first: bool) -> Span:
        if span.quoted or span.href or span.lang or span.cite or self._pattern is None:
            return span

        def full(match: re.Match[str]) -> str:
            key, owner, article = match["key"], match["owner"] or "", match["article"] or ""
            if key not in self._left:
                return match[0]
            self._left.discard(key)
            before, after = match.string[: match.start("key")], match.string[match.end() :]
            if before.endswith("(") and after.startswith(")"):
                return match[0]
            name = self._terms[key]
            if (first and not before) or re.search(r"[.!?]\s$", before[-2:]):
                name = capitalised(name, self._locale)
            if article and self._english:
                article = article[0] + ("n" if _VOWEL.match(name) else "")
            expanded = self._expanded.format(name=f"{name}{owner}", term=key)
            return f"{article}{article and ' '}{expanded}"

        return replace(span, text=self._pattern.sub(full, span.text))
