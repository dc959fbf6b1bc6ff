"""What tells nothing to whoever cannot see the page: empty words for pictures, charts and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from deckmaker.diagnostics import KEY, Diagnostic, Path, Severity
from deckmaker.language.hearing import heard
from deckmaker.language.schema import short
from deckmaker.reading.source import SourceText
from deckmaker.richtext import parse
from deckmaker.wording import ENGLISH, Wording, wording_for

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|heic|pdf|csv)$", re.IGNORECASE)
_NO_WORD = re.compile(r"[\d_-]")
"""What a file's name holds that no word does."""
_NUMBER = re.compile(r"\s?[(#]?(?<!\d)\d+\)?$")
_LETTER = re.compile(r"[^\W\d_]")
_ARTICLE = re.compile(r"^(?:an?|the|this) ")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[A-Za-z]{2,}/\S*")
_SAMPLE = {
    "image": ("the picture shows", "alt: Map of the front line in August"),
    "chart": ("the figures show", "alt: Attacks fell in August"),
}


def alternatives(path: Path, block: dict[str, Any], tag: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with the alternative text of a picture or chart (A01).

    That a picture has none at all is told where it is read.
    """
    for kind, (shown, sample) in _SAMPLE.items():
        content = block.get(kind)
        alt = content.get("alt") if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(alt, str):
            continue
        place = (*path, kind, "alt")
        hints = [f"say in a sentence what {shown}: `{sample}`"]
        if kind == "chart":
            hints.append("or leave the key out: then the figures are told one by one")
        if alt.strip() and not _LETTER.search(alt):
            message = f"`alt` is `{short(alt)}`, which holds no words"
            yield Diagnostic("A01", message, place, tuple(hints))
        elif alt and is_no_description(alt, str(content.get("file", "")), tag):
            message = f"`{short(alt)}` does not say what {shown}"
            yield Diagnostic("A01", message, place, tuple(hints), Severity.WARNING)
        elif not alt.strip() and kind == "chart":
            yield Diagnostic("A01", "`alt` is empty", (*place, KEY), tuple(hints), Severity.WARNING)


def is_no_description(alt: str, file: str, tag: str = "en") -> bool:
    """Tell whether `alt` is the name of a file, or says no more than that there is a picture."""
    name = file.replace("\\", "/").rpartition("/")[2]
    stem = name.rpartition(".")[0]
    if _FILE_NAME.fullmatch(alt.strip()) or (alt.strip() == stem and _NO_WORD.search(stem)):
        return True
    words = _NUMBER.sub("", heard(alt))
    return not {words, _ARTICLE.sub("", words)}.isdisjoint(_empty_pictures(tag))


def links(text: SourceText, path: Path, words: str, tag: str) -> Iterator[Diagnostic]:
    """Yield the links in `words` whose text does not say where they lead (A05)."""
    if "](" not in words:
        return
    met: Counter[str] = Counter()
    for href, group in groupby(parse(words), key=lambda span: span.href):
        if not href:
            continue
        spans = list(group)
        label = "".join(span.text for span in spans)
        typed = f"[{label}](" if f"[{label}](" in words else f"]({href})"
        nth = met[typed]
        met[typed] += 1
        hints = [f"say what is there: `[the minutes of the council]({short(href)})`"]
        if _ADDRESS.fullmatch(label.strip()):
            message = f"the link text `{short(label)}` is an address, read out sign by sign"
        elif not _LETTER.search(label) and not any(map(str.isdigit, label)):
            message = f"the link to `{short(href)}` has no words"
        elif any(heard(label) in _empty_links(span.lang or tag) for span in spans):
            message = f"the link text `{short(label)}` does not say where it leads"
        else:
            continue
        found = text.find(path, typed, nth)
        yield Diagnostic("A05", message, path, tuple(hints), Severity.WARNING, found)


@cache
def _empty_links(tag: str) -> frozenset[str]:
    return frozenset(heard(word) for one in _spoken(tag) for word in one.vague.links)


@cache
def _empty_pictures(tag: str) -> frozenset[str]:
    return frozenset(heard(word) for one in _spoken(tag) for word in _names_of_pictures(one))


def _spoken(tag: str) -> tuple[Wording, ...]:
    """Return the words of a language, and of English, which many use in theirs."""
    return tuple(dict.fromkeys((wording_for(tag), ENGLISH)))


def _names_of_pictures(wording: Wording) -> Iterator[str]:
    yield from wording.vague.pictures
    for name in ("bar", "column", "line", "area", "pie", "scatter"):
        yield getattr(wording, f"{name}_chart")
    for name in ("bar", "column", "area"):
        yield getattr(wording, f"stacked_{name}_chart")
