"""A briefing goes in; what it takes from its sources comes out: quotations, numbers, dates.

Left out, because they are not the source's: presenter's notes, our own judgements of likelihood
and confidence, asks, the items that we watch for, descriptions and credits of pictures, figures
of charts with what they belong to, CSV files (they have a source of their own), addresses, and
counts such as `(1/2)`. What we count ourselves in words ("three gaps") is no number here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.diagnostics import Path
from deckmaker.evidence.dates import Written, dates
from deckmaker.evidence.numbers import Number, numbers
from deckmaker.evidence.speech import in_single_marks, unclosed_in
from deckmaker.evidence.tokens import tokenize
from deckmaker.language.briefing import Briefing
from deckmaker.language.claims import TextUnit, text_units
from deckmaker.language.quoting import quoted_spans
from deckmaker.richtext import ADDRESS, Citation, citations, parse, plain
from deckmaker.snapshots import visible

_UNQUOTED = frozenset(("notes", "judgement", "data"))
"""Roles of text in which quotation marks claim nothing."""
_UNCOUNTED = _UNQUOTED | {"quotation", "likelihood", "category"}
"""Roles of text whose numbers are not looked up; those of a quotation stand or fall with it."""
_ADDRESS = re.compile(ADDRESS)
_ISO_DATE = re.compile(r"[\d\-/.~?%X\s]*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A text of the briefing with what it takes from the sources."""

    unit: TextUnit
    quotations: tuple[str, ...]
    """Their words, without the marks around them."""
    numbers: tuple[Number, ...]
    cited: tuple[Citation, ...]
    """What the text cites, in its own words."""
    nearby: tuple[Citation, ...]
    """What the texts of the same entry cite: the other cells of a row, the view beside a quote."""
    dates: tuple[Written, ...]
    entry: Path
    """The path of the entry that the text belongs to: a row, a position, a scenario."""
    text: str
    """Without inline markup and citations."""
    quoted: tuple[tuple[int, int, str], ...]
    """Where its quotations stand in `text`, marks included, and the words inside."""
    free: str
    """`text`, as long as it is, with quotations and addresses left blank."""
    unclosed: str = ""
    """The words of its last quotation, where no mark closes it."""
    in_single_marks: frozenset[str] = frozenset()
    """The words of quotations that may be none: an apostrophe looks alike."""

    @property
    def all_cited(self) -> tuple[Citation, ...]:
        """What the text cites, and what its entry does; its own first."""
        return (*self.cited, *self.nearby)


def statements(briefing: Briefing) -> list[Statement]:
    """Return the texts of `briefing` in order."""
    units = [(unit, _entry(unit.path), parse(unit.text)) for unit in text_units(briefing)]
    entries: dict[Path, tuple[Citation, ...]] = {}
    for _, entry, spans in units:
        entries[entry] = entries.get(entry, ()) + citations(spans)
    found = []
    for unit, entry, spans in units:
        text = visible(plain(spans))
        open_, single = unclosed_in(text), in_single_marks(text)
        unclosed = text[slice(*open_)] if open_ else ""
        last = [(open_[0] - 1, open_[1], unclosed)] if open_ else []
        quoted = tuple(sorted([*quoted_spans(text), *last, *single]))
        free = _free(unit, text, quoted)
        written = tuple(_dates(unit, free, briefing.meta.lang))
        found.append(
            Statement(
                unit,
                tuple(_quotations(unit, text, quoted)),
                tuple(_numbers(unit, free, written, briefing.meta.lang)),
                citations(spans),
                entries[entry],
                written,
                entry,
                text,
                quoted,
                free,
                unclosed.strip(),
                frozenset(words.strip() for _, _, words in single),
            )
        )
    return found


def bare(words: str) -> str:
    """Return `words` without quotation marks that stand around the whole of them."""
    text = words.strip()
    match quoted_spans(text):
        case [(0, end, inner)] if end == len(text):
            return inner.strip()
    return text


def _entry(path: Path) -> Path:
    """Return the path of the entry that a text belongs to: of its row, position, scenario."""
    end = len(path)
    while end and not isinstance(path[end - 1], int):
        end -= 1
    if end > 1 and isinstance(path[end - 2], int):
        end -= 1  # a cell stands at (line, column): its entry is the line
    return path[:end]


def _free(unit: TextUnit, text: str, quoted: Sequence[tuple[int, int, str]]) -> str:
    if unit.role in ("quotation", "likelihood"):
        return " " * len(text)
    for start, end, _ in quoted:
        text = text[:start] + " " * (end - start) + text[end:]
    return _ADDRESS.sub(lambda address: " " * len(address[0]), text)


def _quotations(unit: TextUnit, text: str, quoted: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    if unit.role in ("quotation", "likelihood"):
        yield bare(text)
    elif unit.role not in _UNQUOTED:
        for _, _, inner in quoted:
            if any(token.word for token in tokenize(inner)):
                yield inner.strip()


def _dates(unit: TextUnit, free: str, language: str) -> Iterator[Written]:
    if unit.role not in _UNCOUNTED and not unit.ours:
        yield from dates(free, language)


def _numbers(
    unit: TextUnit, free: str, written: Sequence[Written], language: str
) -> Iterator[Number]:
    if unit.role in _UNCOUNTED or unit.ours:
        return
    if unit.role == "date" and _ISO_DATE.fullmatch(free):
        return
    for one in written:
        free = free[: one.start] + " " * (one.end - one.start) + free[one.end :]
    yield from numbers(free, language)
