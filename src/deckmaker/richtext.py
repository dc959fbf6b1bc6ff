"""Inline markup becomes spans: flat, immutable runs of text that share their marks.

A span is flat (bold, italic, link, language, citation as fields) rather than a tree, because both
renderers measure and set runs, and neither ever asks what encloses what.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph of a source: `@18` or `@key:18`."""

    source: str
    """The source's key; `""` for the only source of a briefing with one."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one set of marks."""

    text: str
    """What is shown. For a citation: its label, `18` or `B18`."""
    bold: bool = False
    italic: bool = False
    href: str | None = None
    """The target of a link: http, https or mailto."""
    cite: Citation | None = None
    """Set on a citation mark; the deck drops such spans, the memo sets them superior."""
    quoted: bool = False
    """Inside a quotation: its words must never be altered."""
    lang: str = ""
    """The language of the words (BCP 47), where it is not that of the briefing."""


Spans = tuple[Span, ...]


def plain(spans: Spans, *, cites: bool = False) -> str:
    """Return the text of `spans`, without citation marks unless `cites`."""
    return "".join(s.text for s in spans if cites or s.cite is None)


def unmarked(spans: Spans) -> Spans:
    """Return the words of `spans` with their languages, and without any other marks."""
    if not any(span.lang for span in spans):
        return (Span(plain(spans)),) if spans else ()
    return tuple(Span(span.text, lang=span.lang) for span in spans if span.cite is None)


def paragraphs(text: str) -> list[str]:
    """Cut `text` at its blank lines; where it has none, at its line ends.

    YAML's folded texts (`>`) keep one line end for a blank line, its literal ones (`|`) two.
    """
    parts = re.split(r"\n[ \t]*\n\s*" if re.search(r"\n[ \t]*\n", text) else r"\n", text)
    return [part.strip() for part in parts if part.strip()]


def citations(spans: Spans) -> tuple[Citation, ...]:
    """Return the citations in `spans`, in order, each once."""
    return tuple(dict.fromkeys(s.cite for s in spans if s.cite is not None))


SOURCE_KEY = "[A-Za-z][A-Za-z0-9_-]*"
"""What the key of a source may look like, as a regular expression."""

ADDRESS = (
    r"\b(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?<![\w.@/-])(?:[A-Za-z][\w-]*\.)+[a-z]{2,}/\S*"
)
"""What a web or mail address in running text looks like, as a regular expression:
`https://a.org`, `www.a.org`, `me@a.org`, `a.org/2024`."""

_URL = r"(?:https?://|mailto:)[^\s()\[\]<>\"\x00-\x1f]+(?:\([^\s()\[\]]*\)[^\s()\[\]]*)*"
_TONGUE = r"\{lang=[\"']?\w[^{}\n]*\}"
_TOKEN = re.compile(
    rf"""
      \\(?P<escaped>[*@\[])
    | (?P<stars>\*+)
    | \[(?P<label>(?:[^\[\]\n]++|\[[^\[\]\n]++\]{_TONGUE})++)\]\((?P<url>{_URL})\)
    | \[(?P<words>(?:[^\[\]\n]++|\[[^\[\]\n]*+\])++)\](?P<tongue>{_TONGUE})
    | (?<![\w.@/+-])@(?:(?P<source>{SOURCE_KEY}):)?(?P<paragraph>[0-9]{{1,6}})
      (?![\w@]|[-–./:][0-9])
    """,
    re.VERBOSE,
)
_Star = Literal["*", "**"]


@dataclass(slots=True)
class _Run:
    """A run under way: text whose emphasis is not known before the closing mark is met."""

    text: str
    href: str | None = None
    cite: Citation | None = None
    lang: str = ""
    star: _Star | None = None
    opens: bool = False
    closes: bool = False
    bold: bool = False
    italic: bool = False


def parse(text: str) -> Spans:
    """Return the spans of `text`: `**bold**`, `*italic*`, `[text](url)`, `[words]{lang=de}`,
    `@18`, `@key:18`.

    A backslash takes their meaning from `*`, `@` and `[`. Whatever else looks like markup,
    and a mark that is never closed, is text as typed.
    """
    if not _MARKUP.search(text):
        return (Span(text),) if text else ()
    runs = list(_runs(text))
    _pair(runs)
    spans: list[Span] = []
    for run in runs:
        if not run.text:
            continue
        span = Span(run.text, run.bold, run.italic, run.href, run.cite, lang=run.lang)
        last = spans[-1] if spans else None
        if last and span.cite is None and last == replace(span, text=last.text):
            spans[-1] = replace(last, text=last.text + span.text)
        else:
            spans.append(span)
    return tuple(spans)


_MARKUP = re.compile(r"[*@\[]")


def _runs(text: str, href: str | None = None, lang: str = "") -> Iterator[_Run]:
    """Cut `text` at its marks."""
    at = 0
    for match in _TOKEN.finditer(text):
        yield _Run(text[at : match.start()], href, lang=lang)
        at = match.end()
        if match["escaped"]:
            yield _Run(match["escaped"], href, lang=lang)
        elif match["stars"]:
            yield from _stars(text, match, href, lang)
        elif match["label"]:
            yield from _runs(match["label"], match["url"], lang)
        elif match["words"]:
            yield from _runs(match["words"], href, _tag_in(match["tongue"]))
        else:
            label = match[0][1:]
            cite = Citation(match["source"] or "", int(match["paragraph"]))
            yield _Run(label, href, cite)
    yield _Run(text[at:], href, lang=lang)


def _tag_in(mark: str) -> str:
    """Return the tag in `{lang=de}`; it may stand in quotation marks, as in HTML."""
    return mark[1:-1].partition("=")[2].strip(" \"'")


def _stars(text: str, match: re.Match[str], href: str | None, lang: str) -> Iterator[_Run]:
    """Turn up to three asterisks into marks that open, close or are mere text."""
    start, end = match.span()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    opens = bool(after) and not after.isspace() and not _in_word(before)
    closes = bool(before) and not before.isspace() and not _in_word(after)
    kinds: dict[str, tuple[_Star, ...]] = {"*": ("*",), "**": ("**",), "***": ("**", "*")}
    for star in kinds.get(match[0], ()):
        yield _Run(star, href, lang=lang, star=star, opens=opens, closes=closes)
    if match[0] not in kinds:
        yield _Run(match[0], href, lang=lang)


def _in_word(character: str) -> bool:
    """Whether `character` belongs to a word of a script that puts spaces between words."""
    return character.isalnum() and unicodedata.category(character) != "Lo"


def _pair(runs: list[_Run]) -> None:
    """Mark what stands between an opening and a closing mark; the marks themselves go."""
    opened: dict[_Star, int] = {}
    for at, run in enumerate(runs):
        if run.star is None:
            continue
        start = opened.get(run.star)
        if start is not None and run.closes:
            for inner in runs[start + 1 : at]:
                inner.bold |= run.star == "**"
                inner.italic |= run.star == "*"
            runs[start].text = run.text = ""
            del opened[run.star]
        elif run.opens:
            opened[run.star] = at
