"""What can be wrong with a briefing as a whole, seen on its plain data.

Titles that stand twice, citations of a source that is not named, terms off the scale, links and
pictures that tell nothing: looked for whether or not the parts are in order, so that one pass
names everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.language.accessibility import alternatives, links
from deckmaker.language.citations import citations
from deckmaker.language.likelihood import SCALES, Scale, scale_in
from deckmaker.language.schema import listing, short
from deckmaker.language.tag import tag_of
from deckmaker.language.titles import titles
from deckmaker.language.tongues import tongues
from deckmaker.language.walk import blocks, strings
from deckmaker.locales import lineage
from deckmaker.reading.source import SourceText
from deckmaker.richtext import parse
from deckmaker.wording import languages


def review(text: SourceText) -> Iterator[Diagnostic]:
    """Yield the problems of the briefing in `text` that no part of it shows alone."""
    data = text.data
    if not isinstance(data, dict):
        return
    listed, tag = list(blocks(data)), tag_of(data)
    yield from _language(data)
    yield from titles(text)
    yield from citations(text)
    for path, words in strings(data, ()):
        yield from tongues(text, path, words)
        yield from links(text, path, words, tag)
    yield from _unread(data)
    for path, block in listed:
        yield from alternatives(path, block, tag)
    meta = data.get("meta")
    name = meta.get("scale", "icd203") if isinstance(meta, dict) else "icd203"
    if isinstance(name, str) and name in SCALES:
        for path, block in listed:
            yield from _scale(path, block, name, tag)


def _unread(data: dict[str, Any]) -> Iterator[Diagnostic]:
    """Marks in what is printed as it stands: the meanings of terms, and the marking."""
    for key, path in (("terms", ("terms",)), ("meta", ("meta", "marking"))):
        plain_text = data.get(key)
        if key == "meta" and isinstance(plain_text, dict):
            plain_text = plain_text.get("marking")
        for place, words in strings(plain_text, path):
            if any(span.lang or span.href or span.bold or span.italic for span in parse(words)):
                yield Diagnostic(
                    "A07",
                    f"`{short(words)}` is printed as it stands: no marks are read here",
                    place,
                    ("write the words alone",),
                    Severity.WARNING,
                )


def _language(data: dict[str, Any]) -> Iterator[Diagnostic]:
    """A language that has no words of its own is told so, once."""
    tag = tag_of(data)
    if not set(lineage(tag)) & set(languages()):
        yield Diagnostic(
            "W01",
            f"deckmaker has no words of its own in `{short(tag)}`: "
            "To, From, Sources and the like stand in English",
            ("meta", "lang"),
            (f"it has them in {listing(languages(), 'and')}",),
            Severity.WARNING,
        )


def _scale(path: Path, block: dict[str, Any], name: Any, tag: str) -> Iterator[Diagnostic]:
    """Our judgements want terms of the briefing's own scale, in its language or in English."""
    scale = scale_in(name, tag)
    scenarios = block.get("scenarios")
    for at, scenario in enumerate(scenarios if isinstance(scenarios, list) else ()):
        likelihood = scenario.get("likelihood") if isinstance(scenario, dict) else None
        ours = likelihood.get("ours") if isinstance(likelihood, dict) else None
        if not isinstance(ours, str) or not ours or scale.step(ours):
            continue
        place = (*path, "scenarios", at, "likelihood", "ours")
        yield _off_scale(ours, place, scale, [scale_in(one, tag) for one in SCALES])


def _off_scale(term: str, path: Path, scale: Scale, scales: Iterable[Scale]) -> Diagnostic:
    """Return what to say of a term that `scale` does not have, but another of `scales` may."""
    other, step = next(((one, step) for one in scales if (step := one.step(term))), (None, None))
    if other is None or step is None:
        meant = scale.meant(term)
        hint = f"did you mean `{meant}`?" if meant else f"write {listing(scale.terms)}"
        return Diagnostic("L01", f"`{short(term)}` is no term of {scale.name}", path, (hint,))
    middle = step.low + step.high
    near = min(scale.steps, key=lambda one: abs(one.low + one.high - middle))
    return Diagnostic(
        "L02",
        f"`{short(term)}` is a term of {other.name}, but this briefing uses {scale.name}",
        path,
        (
            f"the nearest term is `{near.terms[0]}` ({near.low:g}–{near.high:g}%)",
            "or choose the other scale for all: `scale:` under `meta:`",
        ),
    )
