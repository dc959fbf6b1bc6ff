"""Spans become runs: each in its font and ink, and named for what it is within its line.

Citations become superior figures that lead to the list of sources; quotations, links and words of
another language become elements of the memo's structure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from deckmaker.brand import Role, Type
from deckmaker.capitals import capitals
from deckmaker.locales import Locale
from deckmaker.memo.drawing import Ink
from deckmaker.memo.structure import Details, Element
from deckmaker.memo.styles import Styles, superior
from deckmaker.richtext import Span, Spans
from deckmaker.typesetting import Font, Run
from deckmaker.typesetting.tongues import tongues
from deckmaker.wording import Wording

_LEANING = {"serif": frozenset("f”“’‘»«\"'"), "sans": frozenset("f")}
"""What leans over the superior figure close behind it, by voice."""
_APART = 0.09
"""Added between such a character and the citation behind it, em."""
_HALF_BLANK = frozenset("。、，．」』）】》〉！？：；")
"""Marks of Chinese and Japanese on a square that is half blank behind them."""
_BLANK, _BLANK_CENTRED = 0.42, 0.2
"""How much of the blank is taken from such a mark before a citation, em: where the marks stand at
the edge of their square, and where in its middle as in Taiwan."""
_WORD_JOINER = "\u2060"
"""Keeps a citation on the line of what it follows, where lines end between any characters."""


@dataclass(frozen=True, slots=True)
class Inking:
    """Makes runs of spans."""

    styles: Styles
    locale: Locale
    wording: Wording
    sources: frozenset[str]
    """The keys of the sources that are listed, to which citations can lead."""

    def runs(
        self,
        spans: Spans,
        type_: Type,
        *,
        bold: bool = False,
        italic: bool = False,
        role: Role | None = None,
        quoting: bool = True,
    ) -> list[Run]:
        """Return `spans` as runs of `type_`; `bold`, `italic` and `role` override the type's.

        `quoting` names quotations; it is False where all of it is one.
        """
        color = self.styles.colors[role or type_.role]
        found: list[Run] = []
        cited = False
        for span, following, element in _named(_tight(spans), quoting=quoting):
            if span.cite is not None:
                found.extend(self._citation(span, type_, element, after_another=cited))
                cited = True
                continue
            cited = False
            slanted, heavy = italic != span.italic, bold or span.bold
            if not self.styles.slanted:
                slanted, heavy = False, heavy or span.italic
            font = _font(type_, heavy, slanted)
            words = capitals(span.text, self.locale) if type_.capitals else span.text
            if words != span.text:  # some readers would spell capitals out
                element = Element("Span", element, Details(actual=span.text, lang=span.lang))
            ink = _ink(color) if element is None else Ink(color, element=element)
            if span.href:
                link = span.href
                ink = Ink(self.styles.link, 0.0, link, underline=True, element=element, hint=link)
            runs = self._runs(words, span.lang, font, ink)
            if following is not None and following.cite is not None:
                runs = self._before_citation(runs, type_)
            found += runs
        return found

    def _runs(self, words: str, lang: str, font: Font, ink: Ink) -> list[Run]:
        """Return `words` in runs of one language each: the one stated, or what scripts tell."""
        if lang:
            return [Run(words, font, ink, native=False)]
        pieces = tongues(words, self.locale.script)
        if len(pieces) == 1 and not pieces[0][1]:
            return [Run(words, font, ink)]
        return [
            Run(piece, font, _in_tongue(ink, tag), native=False) if tag else Run(piece, font, ink)
            for piece, tag in pieces
        ]

    def _before_citation(self, runs: list[Run], type_: Type) -> list[Run]:
        """Return `runs` with room for a citation behind them, where their last character leans."""
        last = runs[-1]
        apart = self._apart(last.text[-1], type_)
        if not apart:
            return runs
        font = replace(last.font, tracking=last.font.tracking + apart * last.font.size)
        parts = (replace(last, text=last.text[:-1]), replace(last, text=last.text[-1], font=font))
        return [*runs[:-1], *(part for part in parts if part.text)]

    def _apart(self, last: str, type_: Type) -> float:
        """Return what is added between the character `last` and a citation behind it, em."""
        if last in _LEANING[type_.voice]:
            return _APART
        if last in _HALF_BLANK:
            return -_BLANK_CENTRED if self.locale.script == "Hant" else -_BLANK
        return 0.0

    def _citation(
        self, span: Span, type_: Type, within: Element | None, *, after_another: bool
    ) -> list[Run]:
        figures, rise = superior(type_)
        font = _font(figures, False, False)
        color = self.styles.colors[figures.role]
        source = span.cite.source if span.cite else ""
        comma = [Run(",\u00a0", font, Ink(color, rise, element=within))] if after_another else []
        joiner = _WORD_JOINER if self.locale.ideographic and not after_another else ""
        element = Element("Reference", within)
        ink = Ink(color, rise, element=element)
        if source in self.sources:
            paragraph = self.wording.paragraph.format(n=span.text)
            ink = replace(
                ink,
                link=f"#{source_target(source)}",
                element=element.part("Link"),
                hint=f"{self.wording.sources}{self.wording.colon}{paragraph}",
            )
        return [*comma, Run(joiner + span.text, font, ink)]


def source_target(key: str) -> str:
    """Return the name of the target that citations of the source `key` lead to."""
    return f"source-{key}"


def _named(
    spans: list[Span], *, quoting: bool
) -> Iterator[tuple[Span, Span | None, Element | None]]:
    """Yield every span with the one behind it and what it is within its line.

    Neighbours of one quotation, link or language share its element, whatever else parts them.
    """
    quote = link = tongue = None
    for at, span in enumerate(spans):
        before = spans[at - 1] if at else None
        following = spans[at + 1] if at + 1 < len(spans) else None
        quoted = quoting and span.quoted
        if quoted != (quote is not None):
            quote, link, tongue = Element("Quote") if quoted else None, None, None
        if before is None or span.href != before.href:
            link = tongue = None
        if span.href and link is None:
            link = Element("Link", quote)
        if before is None or span.lang != before.lang:
            tongue = None
        if span.lang and tongue is None:
            tongue = Element("Span", link or quote, Details(lang=span.lang))
        yield span, following, tongue or link or quote


def _tight(spans: Spans) -> list[Span]:
    """Drop the spaces before citations and whatever parts neighbouring ones."""
    found: list[Span] = []
    for index, span in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        if span.cite is None and following is not None and following.cite is not None:
            text = span.text.rstrip(" ")
            if found and found[-1].cite is not None and text in ("", ","):
                continue
            span = replace(span, text=text)
        if span.text:
            found.append(span)
    return found


def _in_tongue(ink: Ink, tag: str) -> Ink:
    return replace(ink, element=Element("Span", ink.element, Details(lang=tag)))


@cache
def _font(type_: Type, bold: bool, italic: bool) -> Font:
    return Font(type_.voice, type_.size, bold or type_.bold, italic != type_.italic, type_.tracking)


@cache
def _ink(color: str) -> Ink:
    return Ink(color)
