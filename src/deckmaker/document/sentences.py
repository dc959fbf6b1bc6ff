"""Spans are cut and measured by sense: at the end of a sentence, around a quotation.

Where a sentence ends, its stop tells and what follows: a letter that is not small. That is the rule
of Unicode (UAX 29), to which each language's short forms are added, its ordinals (3. März), and
that no quotation is parted. Thai ends its sentences with a space, as it does clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from deckmaker.language.quoting import MARKS, quoted_spans
from deckmaker.locales import locale_for
from deckmaker.richtext import Span, Spans
from deckmaker.wording import wording_for

PULLED_MAX = 12
"""Words of a quotation that may stand beside its point (the language page)."""
PULLED_MIN = 3
"""A word or two in quotation marks are a term that the text keeps at arm's length."""

_CLOSING = "\"'”’“‘»«›‹)]*」』｣）］】〉》״"
"""What may stand behind the stop of a sentence: marks of quotation, brackets, emphasis."""
_TERMINAL = tuple(".!?…:;,。．！？：；，、।॥؟؛،۔–—")
"""After one of these a sentence or a lead needs no full stop."""
_OPENING = "\"'“„«»‹‘‚(\\[¿¡「『”’"
_CITES = r"(?:[ \u00a0\u202f]?(?:@(?:[A-Za-z][\w-]*:)?\d{1,6}(?!\w)|\[[^\[\]\n]{0,40}\d\]))*"
_CLOSERS = f"[{re.escape(_CLOSING)}\\u00a0\\u202f]*(?: »)?"
_SPACED = (
    rf"(?<![.!?…؟۔।॥])(?P<stop>[.!?…؟۔।॥{{more}}]+){_CLOSERS}{_CITES}"
    rf"(?=[ \t\n\r\u3000]+[{_OPENING}]*\s?(?P<next>\w))"
)
"""No sentence ends before a no-break space, which typesetting puts behind short forms."""
_UNSPACED = rf"[。！？｡។၊။]+{_CLOSERS}{_CITES}(?=.)"
_CLAUSE = "[\u0e01-\u0e4e\u0e80-\u0ecd]"
_THAI = re.compile(f"(?<!{_CLAUSE}){_CLAUSE}{{12,}}(?=[ \u00a0]{_CLAUSE}{{12}})")
"""A clause of Thai or Lao before another: shorter ones may be the parts of a name."""
_HIRAGANA = re.compile("[\u3041-\u309f]")
_MARK = re.compile(f"[{re.escape(MARKS)}]")
_ORDINAL = frozenset(
    {
        "cs",
        "da",
        "de",
        "et",
        "fi",
        "hr",
        "hu",
        "is",
        "lv",
        "nb",
        "nn",
        "no",
        "pl",
        "sk",
        "sl",
        "sr",
        "tr",
    }
)
"""Languages in which a point behind a number makes it an ordinal."""
_LONGEST = 24
"""Letters that a shortened form can have."""
_STOP = re.compile(r"(?<![.…])[.,;،。，、।](?=[\"”“»«›‹’‘」』\s]*$)")
"""The stop of a quotation, before its closing marks."""
_LETTERS_OF_A_WORD = (
    (re.compile("[\u3040-\u30ff\u3400-\u9fff]"), 2),
    (re.compile("[\u0e00-\u0eff]"), 4),
)
"""Of scripts without spaces, how many letters make a word on the average."""


def is_closed(text: str) -> bool:
    """Tell whether `text` ends with a mark of its own; marks of quotation are looked past."""
    bare = text.rstrip(_CLOSING)
    return not bare or bare.endswith(_TERMINAL)


def count_words(text: str) -> int:
    """Return how many words `text` has; of scripts without spaces about how many."""
    count = 0
    for letters, size in _LETTERS_OF_A_WORD:
        text, found = letters.subn(" ", text)
        count += -(-found // size)
    return count + len(text.split())


def sentence_ends(text: str, language: str) -> tuple[int, ...]:
    """Return where the sentences of `text` end, behind their closing marks and citations.

    None ends within a quotation: parted it would be misquoted. The last end is that of the text,
    unless it is blank.
    """
    tongue = locale_for(language).language
    found = list(_stops(text, language))
    if tongue in {"lo", "th"}:
        found = sorted({*found, *(match.end() for match in _THAI.finditer(text))})
    if found and _MARK.search(text):
        inside = [(start, end) for start, end, _ in quoted_spans(text)]
        found = _outside(found, inside)
    end = len(text.rstrip())
    return (*(at for at in found if 0 < at < end), *((end,) if end else ()))


def _stops(text: str, language: str) -> Iterator[int]:
    """Yield where a stop ends a sentence in the middle of `text`."""
    for match in _pattern(locale_for(language).language).finditer(text):
        stop = match["stop"]
        if stop is None:
            # 「行く。」と言った: what was said is part of the sentence.
            said = match[0][-1] in "」』" and _HIRAGANA.match(text, match.end())
            if not said:
                yield match.end()
            continue
        # The shortened form keeps its point: U.S., Mr., e.g.
        upto = match.start() + 1
        if match["next"].islower() or (stop == "." and is_shortened(text[:upto], language)):
            continue
        yield match.end()


@cache
def _pattern(tongue: str) -> re.Pattern[str]:
    more = ";;" if tongue == "el" else ""
    return re.compile(f"{_SPACED.replace('{more}', more)}|{_UNSPACED}")


def is_shortened(text: str, language: str) -> bool:
    """Tell whether the full stop at the end of `text` belongs to a short form."""
    return bool(_shortened(language).search(text[-_LONGEST:]))


@cache
def _shortened(language: str) -> re.Pattern[str]:
    """Return what the short forms of a language look like at the end of a text."""
    known = wording_for(language).shortened
    tongue = locale_for(language).language
    behind = () if tongue == "en" else known.behind_number
    words = {*known.titles, *known.before_number, *known.others, *behind}
    words |= {word[0].lower() + word[1:] for word in known.titles}
    words |= {word[0].upper() + word[1:] for word in (*known.before_number, *known.others)}
    words |= {word[: at.end()] for word in words for at in re.finditer(r"\.(?= )", word)}
    dotted = sorted((word for word in words if word.endswith(".")), key=len, reverse=True)
    forms = [r"(?:\b[^\W\d_]\.)*\b[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĘĚĞĪİŁŃŇŘŚŞŠŤŪŮŹŻŽΑ-ΩА-ЯЁІЇЄҐ]\."]
    if dotted:
        told = (re.escape(word).replace("\\ ", r"\s") for word in dotted)
        forms.append(rf"(?<!\w)(?:{'|'.join(told)})")
    if tongue in _ORDINAL:
        forms.append(r"(?<![\d.,])\d{1,2}\.")
    if locale_for(language).script == "Deva":
        forms.append(r"(?<!\S)[\u0900-\u097f]{1,3}\.")
    return re.compile(f"(?:{'|'.join(forms)})$")


def _outside(places: list[int], ranges: list[tuple[int, int]]) -> list[int]:
    """Return those of `places` that lie within none of `ranges`; both are in order."""
    kept, at = [], 0
    for place in places:
        while at < len(ranges) and ranges[at][1] <= place:
            at += 1
        if at == len(ranges) or place <= ranges[at][0]:
            kept.append(place)
    return kept


def first_sentence(spans: Spans, language: str = "en") -> tuple[Spans, Spans]:
    """Return the first sentence of `spans` with its citations, and what follows it.

    Thai is left whole: its first space may as well part a name.
    """
    text = "".join(span.text for span in spans if span.cite is None)
    found = list(_stops(text, language))
    if found:
        found = _outside(found, _quoted_ranges(spans))
    return cut(spans, found[0]) if found else (spans, ())


def cut(spans: Spans, at: int) -> tuple[Spans, Spans]:
    """Cut `spans` behind `at` letters of text; citations there stay with what they follow."""
    head: list[Span] = []
    tail: list[Span] = []
    reached = 0
    for span in spans:
        if span.cite is not None:
            (tail if tail else head).append(span)
            continue
        keep = min(max(at - reached, 0), len(span.text))
        reached += len(span.text)
        if keep:
            head.append(replace(span, text=span.text[:keep]))
        rest = span.text[keep:] if tail else span.text[keep:].lstrip()
        if rest:
            tail.append(replace(span, text=rest))
    return tuple(head), tuple(tail)


def pulled(spans: Spans, language: str = "en") -> Spans:
    """Return the first quotation of at most twelve words in `spans`, whole; or nothing.

    A comma or full stop before the closing mark belongs to the sentence around it and stays
    there; the stop of a shortened form, ! and ? belong to the words. The citation that covers
    the quotation comes with it.
    """
    found: list[Span] = []
    for at, span in enumerate((*spans, Span(""))):
        if span.quoted:
            found.append(span)
            continue
        words = count_words("".join(one.text for one in found if one.cite is None))
        if PULLED_MIN <= words <= PULLED_MAX:
            # Of quotations from one paragraph only the last bears the citation of all.
            cite = next((one for one in spans[at:] if one.cite is not None), None)
            return (*_without_stop(found, language), *((cite,) if cite else ()))
        found = []
    return ()


def _without_stop(quotation: list[Span], language: str) -> list[Span]:
    """Return `quotation` without a comma or full stop before its closing marks."""
    text = "".join(span.text for span in quotation if span.cite is None)
    stop = _STOP.search(text)
    if stop is None or (stop[0] == "." and is_shortened(text[: stop.end()], language)):
        return quotation
    kept: list[Span] = []
    reached = 0
    for span in quotation:
        at = stop.start() - reached
        if span.cite is None:
            reached += len(span.text)
            if 0 <= at < len(span.text):
                span = replace(span, text=span.text[:at] + span.text[at + 1 :])
        if span.text:
            kept.append(span)
    return kept


def _quoted_ranges(spans: Spans) -> list[tuple[int, int]]:
    """Return where quotations stand in the text of `spans`."""
    ranges: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        if span.cite is not None:
            continue
        end = at + len(span.text)
        if span.quoted:
            if ranges and ranges[-1][1] == at:
                ranges[-1] = (ranges[-1][0], end)
            else:
                ranges.append((at, end))
        at = end
    return ranges
