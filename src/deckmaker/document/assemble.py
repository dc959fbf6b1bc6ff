"""A Briefing becomes the Document of one medium: order, numbers, labels, sources, head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.diagnostics import Path
from deckmaker.document.calendar import print_day
from deckmaker.document.contents import Medium
from deckmaker.document.kinds import Shaper
from deckmaker.document.model import Block, Document, Front, Marking, Section, SourceEntry
from deckmaker.document.setting import Setter
from deckmaker.document.terms import Terms
from deckmaker.language import blocks as written
from deckmaker.language.briefing import Briefing
from deckmaker.language.briefing import Section as WrittenSection
from deckmaker.language.briefing import Source as WrittenSource
from deckmaker.language.claims import Evidence
from deckmaker.language.marking import TLP_COLORS
from deckmaker.locales import locale_for
from deckmaker.richtext import Span, Spans, paragraphs, plain
from deckmaker.wording import Wording, wording_for

FREE_MARKING = "#FFFFFF"
"""The text colour of a marking in one's own words, on its black chip."""


def assemble(briefing: Briefing, evidence: Evidence | None, medium: Medium) -> Document:
    """Return what `medium` shows of `briefing`.

    `evidence` finds the paragraphs of quotations; without it only those citations stand that
    the author typed.
    """
    wording = wording_for(briefing.meta.lang)
    setter = Setter(
        briefing.meta.lang,
        _letters(briefing),
        wording,
        evidence,
        Terms(briefing.terms, briefing.meta.lang),
        Terms(briefing.terms, briefing.meta.lang),
        _tongues(briefing),
    )
    shaper = Shaper(medium, setter, briefing.meta.scale)
    labels = _labels(briefing, wording)
    sections = (
        _section(section, number, shaper, labels)
        for number, section in enumerate(briefing.sections)
    )
    return Document(
        medium,
        _front(briefing, setter),
        tuple(sections),
        tuple(_sources(briefing, setter, evidence)),
        wording,
        tuple(_reservations(evidence, setter)) if evidence else (),
    )


def _letters(briefing: Briefing) -> dict[str, str]:
    """Return the letter of each source: A to Z, then AA; none for an only one."""
    if len(briefing.sources) < 2:
        return dict.fromkeys(briefing.sources, "")
    return {key: _letter(number) for number, key in enumerate(briefing.sources)}


def _tongues(briefing: Briefing) -> dict[str, str]:
    """Return the languages of the sources that are written in another than the briefing."""
    own = locale_for(briefing.meta.lang).language
    return {
        key: source.lang
        for key, source in briefing.sources.items()
        if source.lang and locale_for(source.lang).language != own
    }


def _letter(number: int) -> str:
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)


def _labels(briefing: Briefing, wording: Wording) -> dict[tuple[int, int], str]:
    """Number the captioned figures and tables through the whole briefing: both media agree.

    A number without a caption would refer to nothing, so what has none is not counted.
    """
    labels: dict[tuple[int, int], str] = {}
    figures = tables = 0
    for number, section in enumerate(briefing.sections):
        for index, block in enumerate(section.blocks):
            figure = isinstance(block, (written.ChartBlock, written.ImageBlock))
            table = isinstance(block, written.TableBlock)
            if not (figure or table) or not block.content.caption:
                continue
            figures, tables = figures + figure, tables + table
            name, n = (wording.figure, figures) if figure else (wording.table, tables)
            labels[number, index] = name.format(n=n)
    return labels


def _section(
    section: WrittenSection,
    number: int,
    shaper: Shaper,
    labels: Mapping[tuple[int, int], str],
) -> Section:
    path: Path = ("sections", number)
    label, title = shaper.setter.label(section.section), shaper.setter.label(section.title)
    blocks = [
        _block(block, index, section, number, shaper, labels.get((number, index), ""))
        for index, block in enumerate(section.blocks)
        if block.shows(shaper.medium)
    ]
    return Section(path, f"s{number + 1}", label, title, tuple(blocks))


def _block(
    block: written.AnyBlock,
    index: int,
    section: WrittenSection,
    number: int,
    shaper: Shaper,
    label: str,
) -> Block:
    path: Path = ("sections", number, *section.block_path(index))
    setter = shaper.setter
    title = section.block_title(block)
    content = shaper.content(block, (*path, block.kind), title, label)
    in_deck = shaper.medium == "deck"
    return Block(
        path,
        f"s{number + 1}b{index + 1}",
        setter.label(title),
        own_title=block.title is not None,
        content=content,
        notes=_paragraphs(block.notes, (*path, "notes"), setter) if in_deck else (),
        memo=() if in_deck else _paragraphs(block.memo, (*path, "memo"), setter),
        only=block.only,
    )


def _paragraphs(texts: tuple[str, ...], path: Path, setter: Setter) -> tuple[Spans, ...]:
    """Set the paragraphs of notes or of the memo's own text."""
    return tuple(
        setter.running(paragraph, (*path, at), hidden=path[-1] == "notes")
        for at, text in enumerate(texts)
        for paragraph in paragraphs(text)
    )


def _front(briefing: Briefing, setter: Setter) -> Front:
    meta, wording = briefing.meta, setter.wording
    purposes = {
        "info": wording.for_info,
        "decision": wording.for_decision,
        "action": wording.for_action,
    }
    title = setter.label(meta.title)
    return Front(
        title=title,
        subtitle=setter.label(meta.subtitle),
        short=setter.words(meta.short) or plain(title),
        question=setter.label(meta.question),
        kind=setter.words(meta.kind) if "kind" in meta.model_fields_set else wording.briefing,
        purpose=meta.purpose,
        purpose_label=purposes[meta.purpose],
        to=tuple(map(setter.words, meta.to)),
        from_=tuple(map(setter.words, meta.from_)),
        cc=tuple(map(setter.words, meta.cc)),
        date=print_day(meta.date, meta.lang),
        iso_date=meta.date.isoformat(),
        lang=meta.lang,
        marking=_marking(meta.marking),
    )


def _marking(text: str | None) -> Marking | None:
    if not text:
        return None
    return Marking(text, text in TLP_COLORS, TLP_COLORS.get(text, FREE_MARKING))


def _sources(
    briefing: Briefing, setter: Setter, evidence: Evidence | None
) -> Iterator[SourceEntry]:
    for key, source in briefing.sources.items():
        verified = _verified(key, evidence, setter) if evidence else ""
        yield SourceEntry(
            key,
            setter.letters[key],
            setter.label(source.cite),
            tuple(_details(source, setter)),
            source.url or "",
            source.sha256 or (evidence.sha256(key) if evidence else ""),
            setter.label(verified),
        )


def _verified(key: str, evidence: Evidence, setter: Setter) -> str:
    """Return what was verified against source `key` and when, or nothing."""
    wording = setter.wording
    quotations, edited, numbers, dates = evidence.verified(key)
    counts = (
        (wording.quotations, quotations),
        (wording.edited, edited),
        (wording.numbers, numbers),
        (wording.dates, dates),
    )
    # A count stays with what it counts.
    said = [wording.counted(forms, n).replace(" ", "\u00a0", 1) for forms, n in counts if n]
    what = wording.comma.join(said)
    if not what:
        return ""
    day = evidence.verified_on(key)
    if not day:
        return wording.verified.format(what=what)
    return wording.verified_on.format(what=what, date=setter.day_or_words(day))


def _reservations(evidence: Evidence, setter: Setter) -> Iterator[Spans]:
    """Yield what no source has, quoted, with the authors' reason."""
    for words, reason in evidence.unverified:
        marks = setter.marks
        quoted = f"{marks.opening}{words.strip().rstrip('.,;')}{marks.closing}"
        yield setter.label(setter.wording.unverified.format(words=quoted, reason=reason))


def _details(source: WrittenSource, setter: Setter) -> Iterator[Spans]:
    """Yield what is known of a source, a statement each."""
    wording = setter.wording
    if source.author:
        yield setter.label(wording.author.format(name=source.author))
    if source.published:
        day = setter.day_or_words(source.published)
        yield setter.label(wording.published.format(date=day))
    if source.kind:
        yield (Span(wording.primary if source.kind == "primary" else wording.secondary),)
