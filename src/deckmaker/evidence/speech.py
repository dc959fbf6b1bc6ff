"""A paragraph of a source goes in; where somebody's words stand in it comes out.

In quotation marks of any kind, in single ones outside double ones, and, where a language sets
speech so, behind a dash: `– I will not, – said the librarian.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckmaker.language.quoting import quoted_spans, speech
from deckmaker.locales import locale_for

if TYPE_CHECKING:
    from deckmaker.vocabulary import Words

_SINGLE_OPEN = re.compile(r"(?<![\w'’])[‘'‚](?=[\w\ue000“„\"«])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])[’'‘](?!\w)")
_HIDDEN = "\ue000"
_DASHED = frozenset(
    {
        *("pl", "cs", "sk", "ru", "uk", "be", "bg", "sr", "hr", "lt", "lv", "sv", "da", "nb", "no"),
        *("fi", "es", "fr", "pt", "it", "tr", "hu", "ro", "el", "ca"),
    }
)
"""Languages that set speech behind a dash."""
_BEGINS = re.compile(r"(?:^|(?<=[.!?…:])\s)\s*[–—-]\s*(?=[^\W\d_]|[¿¡…])")
_DASH = re.compile(r"[,.!?…]?\s[–—-]\s")
_CLOSES = re.compile(r"\s[–—-]\s(?=[a-ząćęłńóśźżа-яіїєґ])")
"""A dash behind which a narrator goes on."""
_RESUMES = re.compile(r"(?<=\w)(?:,\s|\s[–—-]\s|\.\s)(?=[^\W\d_])")
"""Where speech may go on behind a narrator's clause."""
_COMMA = re.compile(r",\s(?=\w)")
_FEWEST = 3
_PUNCTUATION = frozenset(".,;:!?…)")
_ASIDE = 14
"""Characters behind a comma or dash within which a word of saying begins the narrator's clause."""


def quotations(text: str, lang: str = "en") -> list[tuple[int, int]]:
    """Return (start, end) of the words inside each outermost quotation of `text`, in order."""
    found = speech(text)
    singles = single_quotations(text, found)
    within = [one for one in found if not any(a <= one[0] and one[1] <= b for a, b in singles)]
    marked = sorted([*within, *singles])
    if locale_for(lang).language in _DASHED:
        said = list(_dialogue(text, marked, lang))
        kept = [one for one in marked if not any(a <= one[0] and one[1] <= b for a, b in said)]
        marked = sorted([*kept, *said])
    return marked


def nested(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return (start, end) of the words of quotations inside the one from `start` to `end`."""
    inner = text[start:end]
    double = [(a + 1, b - 1) for a, b, _ in quoted_spans(inner)]
    singles = single_quotations(inner, double)
    return [(start + a, start + b) for a, b in (*double, *singles)]


def unclosed_in(text: str) -> tuple[int, int] | None:
    """Return (start, end) of the words of a quotation that is opened and never closed."""
    inside = speech(text)
    return inside[-1] if len(inside) > len(quoted_spans(text)) else None


def in_single_marks(text: str) -> list[tuple[int, int, str]]:
    """Return the quotations in single marks of a briefing's text, (start, end, words).

    They have `_FEWEST` words, for fewer may be a term. A straight mark closes beside punctuation
    or at the end alone, and none opens before a figure: else they are apostrophes ('60s, rockin').
    """
    found = []
    for start, end in single_quotations(text, speech(text)):
        straight = text[end] == "'" or text[start - 1] == "'"
        beside = text[end - 1] in _PUNCTUATION or text[end + 1 : end + 2] in {"", *_PUNCTUATION}
        apostrophe = text[start].isdigit() or (straight and not beside)
        if len(text[start:end].split()) >= _FEWEST and not apostrophe:
            found.append((start - 1, end + 1, text[start:end]))
    return found


def single_quotations(text: str, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the quotations in single marks that stand outside `taken`, or around some of it.

    An apostrophe after a plural (`the states’ rights’`) is passed over where a better
    closing mark follows before the next quotation opens. A straight mark never reaches round
    another quotation: it is an apostrophe too often.
    """
    shown = text
    for start, end in taken:
        shown = shown[: start - 1] + _HIDDEN * (end - start + 2) + shown[end + 1 :]
    found: list[tuple[int, int]] = []
    at = 0
    while (opened := _SINGLE_OPEN.search(shown, at)) is not None:
        following = _SINGLE_OPEN.search(shown, opened.end())
        limit = following.start() if following else len(shown)
        if shown[opened.start()] == "'":
            around = shown.find(_HIDDEN, opened.end())
            limit = min(limit, around if around >= 0 else limit)
        closers = [m.start() for m in _SINGLE_CLOSE.finditer(shown, opened.end(), limit)]
        if not closers:
            at = opened.end()
            continue
        clear = [c for c in closers if shown[c - 1] != "s"]
        end = clear[0] if clear else closers[0]
        found.append((opened.end(), end))
        at = end + 1
    return found


def _dialogue(text: str, marked: Sequence[tuple[int, int]], lang: str) -> Iterator[tuple[int, int]]:
    """Yield the words that stand behind a dash, without what the narrator puts between them."""
    from deckmaker.vocabulary import vocabulary_for  # wanted with a source at hand alone

    saying = vocabulary_for(lang).attribution.any_said
    reached = 0
    for begun in _BEGINS.finditer(text):
        start = begun.end()
        if start < reached or any(a <= start < b for a, b in marked):
            continue
        next_dash = _BEGINS.search(text, start)
        stop = next_dash.start() if next_dash else len(text)
        aside = _aside(text, start, stop, saying)
        begins = begun.start() == 0 or text.startswith(("–", "—", "-"))
        if not begins and aside is None and _CLOSES.search(text, start, stop) is None:
            continue  # a dash between two sentences of prose
        yield start, stop if aside is None else aside
        reached = stop
        if aside is not None and (resumed := _RESUMES.search(text, aside + 1, stop)):
            # Where the narrator's clause ends cannot be told for sure. What follows it counts as
            # speech, lest a person's words be taken for the source's.
            yield resumed.end(), stop


def _aside(text: str, start: int, stop: int, saying: Words) -> int | None:
    """Return where the narrator takes over between `start` and `stop`, None where they do not."""
    places = [*_DASH.finditer(text, start, stop), *_COMMA.finditer(text, start, stop)]
    for place in sorted(places, key=lambda m: m.start()):
        behind = text[place.end() : min(stop, place.end() + _ASIDE + 12)]
        if place[0][0] in ",!?…" and place[0].rstrip()[-1] in "–—" and behind[:1].islower():
            return place.start()
        cue = saying.first(behind)
        if cue is not None and cue.start() <= _ASIDE and behind[:1].islower():
            return place.start()
    return None
